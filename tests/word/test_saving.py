"""A Word file is saved whatever the machine's clock says."""

import io
import time
import zipfile

import docx
import pytest

from reportgen.word.saving import save


def test_a_clock_before_1980_does_not_keep_a_word_file_from_being_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    document = docx.Document()
    document.add_paragraph("Words")
    monkeypatch.setattr(time, "time", lambda: 0.0)
    data = save(document)
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == "Words"
    entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    assert {entry.date_time[0] for entry in entries} == {1980}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_DEFLATED}
