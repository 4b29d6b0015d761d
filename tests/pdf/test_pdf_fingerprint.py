"""A PDF's fingerprint, held against the ways in which people and programs change a file."""

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from reportgen.pdf.fingerprint import is_untouched, seal


def pdf_file(title: str = "Evidence", identifier: bytes = bytes(32)) -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    document.docinfo["/Title"] = title
    document.trailer["/ID"] = pikepdf.Array([pikepdf.String(identifier), pikepdf.String(identifier)])
    buffer = io.BytesIO()
    document.save(buffer, static_id=False, deterministic_id=False, fix_metadata_version=False)
    return with_identifier(buffer.getvalue(), identifier)


def with_identifier(data: bytes, identifier: bytes) -> bytes:
    """qpdf always makes identifiers of its own (16 bytes); ours is put in afterwards, as the printer does."""
    start = data.rindex(b"/ID [")
    end = data.index(b"]", start) + 1
    mark = identifier.hex().encode()
    return data[:start] + b"/ID [<" + mark + b"><" + mark + b">]" + data[end:]


SEALED = seal(pdf_file())


def test_a_sealed_pdf_is_untouched():
    assert is_untouched(SEALED)


def test_sealing_again_gives_the_same_bytes():
    assert seal(SEALED) == SEALED


def test_two_documents_have_two_fingerprints():
    assert seal(pdf_file("Another"))[-400:] != SEALED[-400:]


def test_a_pdf_reader_still_opens_it():
    with pikepdf.open(io.BytesIO(SEALED)) as document:
        assert str(document.docinfo["/Title"]) == "Evidence"


def test_a_changed_byte_is_noticed():
    assert not is_untouched(SEALED.replace(b"Evidence", b"evidence"))


def test_what_is_written_after_its_end_is_noticed():
    assert not is_untouched(SEALED + b"\n% a remark")


def test_a_note_added_with_the_fingerprint_carried_over_is_noticed():
    trailer = SEALED[SEALED.rindex(b"trailer") :]
    assert not is_untouched(SEALED + b"9 0 obj << /Subtype /Text >> endobj\n" + trailer)


def test_saving_over_with_another_program_counts_as_touched(tmp_path: Path):
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        pytest.skip("qpdf is not installed")
    (tmp_path / "a.pdf").write_bytes(SEALED)
    subprocess.run([qpdf, "--warning-exit-0", tmp_path / "a.pdf", tmp_path / "b.pdf"], check=True)
    assert not is_untouched((tmp_path / "b.pdf").read_bytes())


@pytest.mark.parametrize("data", [b"", b"no pdf", pdf_file(), SEALED[:100]])
def test_what_carries_no_fingerprint_is_not_ours(data: bytes):
    assert not is_untouched(data)


def test_a_pdf_without_room_for_it_cannot_be_sealed():
    with pytest.raises(ValueError, match="no file identifier"):
        seal(b"%PDF-1.7 trailer << /ID [<00112233445566778899aabbccddeeff>] >>")
