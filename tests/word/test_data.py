"""The data beside the words of a Word file, which the PDF's attached files come from."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import docx
import pikepdf
import pytest
from conftest import BuiltEdition
from lxml import etree
from word.word_files import blank_document, saved

from reportgen.build import print_pdf
from reportgen.document import DataFile
from reportgen.edition.data_files import data_files
from reportgen.edition.edition import read_edition
from reportgen.problems import Problems
from reportgen.word.data import NAMESPACE, read_data, save_data
from reportgen.word.reader import read_word

FILE = DataFile("values.csv", "What was observed", "indicator,area\nlakes,“Kent & <Sussex>”\n")


def attached(path: Path) -> dict[str, str]:
    with pikepdf.open(path) as pdf:
        return {name: file.get_file().read_bytes().decode("utf-8-sig") for name, file in pdf.attachments.items()}


def test_data_is_read_back_as_it_was_saved_and_replaces_what_was_there() -> None:
    document = blank_document()
    save_data(document, [DataFile("old.csv", "", "old\n")])
    save_data(document, [FILE])
    assert read_word(saved(document), "report.docx", Problems()).data == (FILE,)


@pytest.mark.parametrize("name", ["../values.csv", "values.exe", "VALUES.csv", ""])
def test_only_a_plain_name_of_a_table_is_read(name: str) -> None:
    part = f'<data xmlns="{NAMESPACE}"><file name="{name}">x</file><other/></data>'
    assert read_data(part.encode()) == []


def test_what_is_broken_or_anothers_is_no_data() -> None:
    assert read_data(b"<data") == read_data(b'<data xmlns="urn:other"/>') == []


def test_the_pdf_of_an_edition_has_its_evidence_attached(built: BuiltEdition) -> None:
    evidence = read_edition(built.folder, Problems()).evidence
    assert attached(built.pdf) == {file.name: file.text for file in data_files(evidence)}


@pytest.mark.usefixtures("work_beside_here")
@pytest.mark.parametrize("built", ["board"], indirect=True)
def test_the_pdf_of_an_edited_word_file_has_the_data_that_the_file_carries(built: BuiltEdition, tmp_path: Path) -> None:
    document = docx.Document(str(built.word))
    document.paragraphs[0].add_run(" edited")
    document.save(str(tmp_path / "edited.docx"))
    print_pdf(tmp_path / "edited.docx", tmp_path / "edited.pdf")
    assert attached(tmp_path / "edited.pdf") == attached(built.pdf)


@pytest.mark.usefixtures("work_beside_here")
def test_a_word_file_without_data_has_a_pdf_with_nothing_attached(tmp_path: Path) -> None:
    document = blank_document()
    document.add_paragraph("Words")
    (tmp_path / "plain.docx").write_bytes(saved(document))
    print_pdf(tmp_path / "plain.docx", tmp_path / "plain.pdf")
    assert attached(tmp_path / "plain.pdf") == {}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_data_lives_through_a_save_in_libreoffice(tmp_path: Path) -> None:
    document = blank_document()
    document.add_paragraph("Words")
    save_data(document, [FILE])
    (tmp_path / "report.docx").write_bytes(saved(document))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "again"]
    subprocess.run([*command, "report.docx"], cwd=tmp_path, check=True, capture_output=True)
    again = (tmp_path / "again" / "report.docx").read_bytes()
    assert read_word(again, "report.docx", Problems()).data == (FILE,)


@pytest.mark.parametrize(
    ("cell", "given"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("\t=1+1", "\t'=1+1"),
        ("a\r=1+1", "a\n'=1+1"),
        ("-2+3", "'-2+3"),
        ("-1.5", "-1.5"),
        ("−1,234.5%", "−1,234.5%"),
        ("+7", "+7"),
        ("Lakes – all", "Lakes – all"),
    ],
)
def test_a_formula_that_somebody_put_into_the_data_of_a_word_file_is_text_again(cell: str, given: str) -> None:
    written, read = io.StringIO(), io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([["id", "name"], ["a", cell]])
    [file] = read_data(_part(written.getvalue()))
    read.write(file.text)
    read.seek(0)
    assert list(csv.reader(read))[1] == ["a", given]
    assert list(csv.reader(io.StringIO(written.getvalue())))[1] == ["a", cell]  # as the csv module hands it on


def test_data_that_are_no_csv_are_none() -> None:
    assert read_data(_part('"a')) == []


def _part(text: str) -> bytes:
    root = etree.Element(f"{{{NAMESPACE}}}data")
    etree.SubElement(root, f"{{{NAMESPACE}}}file", name="values.csv").text = text
    return etree.tostring(root)
