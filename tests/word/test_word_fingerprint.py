"""A Word file's fingerprint, held against the ways in which people and programs change a file."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest

from reportgen.word.fingerprint import PROPERTY, is_untouched, seal

CUSTOM = "docProps/custom.xml"


def word_file(*paragraphs: str) -> bytes:
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    return saved(document)


def saved(document: "docx.document.Document") -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return buffer.getvalue()


SEALED = seal(word_file("Sixty-five per cent of adults."))


def test_a_sealed_file_is_untouched():
    assert is_untouched(SEALED)


def test_sealing_again_gives_the_same_bytes():
    assert seal(SEALED) == SEALED


def test_the_order_and_dates_of_the_zip_make_no_difference():
    shuffled = zipped(dict(reversed(parts(SEALED).items())), zipfile.ZIP_DEFLATED)
    assert seal(shuffled) == SEALED


def test_the_words_are_those_of_before():
    assert [one.text for one in docx.Document(io.BytesIO(SEALED)).paragraphs] == ["Sixty-five per cent of adults."]


def test_a_file_of_somebody_else_is_not_untouched():
    assert not is_untouched(word_file("Typed by comms."))


def test_a_changed_word_is_noticed():
    document = docx.Document(io.BytesIO(SEALED))
    document.paragraphs[0].runs[0].text = "Sixty-six per cent of adults."
    assert not is_untouched(saved(document))


def test_saving_over_in_libreoffice_counts_as_touched_even_without_a_change(tmp_path: Path):
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "report.docx").write_bytes(SEALED)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = [soffice, profile, "--headless", "--convert-to", "docx", "--outdir", tmp_path / "again"]
    subprocess.run([*convert, tmp_path / "report.docx"], check=True, capture_output=True, timeout=120)
    again = (tmp_path / "again" / "report.docx").read_bytes()
    assert PROPERTY.encode() in parts(again)[CUSTOM]
    assert not is_untouched(again)


@pytest.mark.parametrize("name", sorted(parts(SEALED).keys() - {CUSTOM}))
def test_a_change_in_any_part_is_noticed(name: str):
    members = parts(SEALED)
    assert not is_untouched(zipped({**members, name: members[name] + b" "}))


def test_a_part_more_and_a_part_less_are_noticed():
    members = parts(SEALED)
    assert not is_untouched(zipped({**members, "word/comments.xml": b"<comments/>"}))
    assert not is_untouched(zipped({name: data for name, data in members.items() if "thumbnail" not in name}))


def test_bytes_cannot_wander_from_one_part_to_the_next():
    one = seal(zipped({**parts(word_file()), "a": b"1", "b": b"2"}))
    members = parts(one)
    assert not is_untouched(zipped({**members, "a": b"1b\x001\x002", "b": b""}))


def test_a_template_with_properties_of_its_own_keeps_them():
    own = b"""<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
        xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">
        <property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="Division"
        ><vt:lpwstr>Strategy</vt:lpwstr></property></Properties>"""
    data = seal(zipped({**parts(word_file()), CUSTOM: own}))
    assert is_untouched(data)
    assert b"Strategy" in parts(data)[CUSTOM]
    assert b'pid="8"' in parts(data)[CUSTOM]


def test_content_types_and_relationships_name_the_new_part_once():
    members = parts(seal(SEALED))
    assert members["[Content_Types].xml"].count(b"/docProps/custom.xml") == 1
    assert members["_rels/.rels"].count(b"docProps/custom.xml") == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no zip at all",
        SEALED[:2000],
        SEALED[:200] + bytes(400) + SEALED[600:],
        zipped({"word/document.xml": b"<w/>"}),
        zipped({CUSTOM: b"<broken"}),
        zipped({CUSTOM: b""}),
    ],
    ids=["empty", "no zip", "cut short", "damaged", "no properties", "broken properties", "empty properties"],
)
def test_what_is_no_sound_word_file_is_not_ours(data: bytes):
    assert not is_untouched(data)
