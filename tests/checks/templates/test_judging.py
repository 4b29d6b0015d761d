"""`reportgen template`, and the same judgement at the beginning of a build."""

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from lxml import etree

from reportgen import resources
from reportgen.cli import run
from reportgen.starter import start_edition
from reportgen.word.elements import M


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A template with an unknown name in it and a style too few."""
    document = docx.Document(str(resources.template("evidence-report")))
    [title] = [one for one in document.paragraphs if one.text == "{{ report.title }}"]
    title.runs[0].text = "{{ report.titel }}"
    document.styles["Source"].delete()
    path = tmp_path / "our.docx"
    document.save(str(path))
    return path


def told(arguments: Sequence[object], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    status = run([str(one) for one in arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_good_template_gets_one_line_that_counts_what_is_good(capsys: pytest.CaptureFixture[str]) -> None:
    path = resources.template("evidence-report")
    status, out, err = told(["template", path], capsys)
    assert (status, err) == (0, "")
    assert out.startswith(f"{path} is good: ") and " 4 tables, " in out and out.count("\n") == 1


def test_a_shipped_template_is_known_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(["template", "evidence-report"], capsys)[0] == 0
    status, _, err = told(["template", "evidence-rapport"], capsys)
    assert status == 1 and "Did you mean “evidence-report”?" in err


def test_faults_end_with_status_1_and_a_count(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = told(["template", faulty], capsys)
    assert (status, out) == (1, "")
    assert "Did you mean “title”?" in err and "“Source”" in err
    assert err.endswith("2 problems; a build would stop here\n")


def test_a_template_that_only_deserves_care_is_told_to_be_usable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document(str(resources.template("evidence-report")))
    document.styles["Heading 9"].delete()
    document.save(str(tmp_path / "our.docx"))
    status, out, err = told(["template", tmp_path / "our.docx"], capsys)
    assert status == 0 and "can be used, with care (1 warning): " in out and "warning: " in err


def test_what_cannot_be_printed_is_told_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    equation = f'<m:oMath xmlns:m="{M[1:-1]}"><m:r><m:t>x</m:t></m:r></m:oMath>'
    document = docx.Document(str(resources.template("evidence-report")))
    document.add_paragraph("Words")._p.append(etree.fromstring(equation))
    document.save(str(tmp_path / "our.docx"))
    assert "equation" in told(["template", tmp_path / "our.docx"], capsys)[2]


@pytest.mark.parametrize("arguments", [["template"], ["template", "."], ["template", "a.docx", "b.docx"]])
def test_wrong_usage_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert told(arguments, capsys)[0] == 2


def test_a_build_says_what_is_wrong_with_edition_and_template_at_once(
    faulty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = tmp_path / "edition"
    start_edition(edition)
    report = (edition / "report.yaml").read_text(encoding="utf-8")
    report = report.replace("template: evidence-report", "template: ../our.docx")
    (edition / "report.yaml").write_text(report, encoding="utf-8")
    values = (edition / "values.csv").read_text(encoding="utf-8").replace("£171.00", "£171.oo")
    (edition / "values.csv").write_text(values, encoding="utf-8")
    status, _, err = told(["build", edition, "--output", tmp_path / "out"], capsys)
    assert status == 1 and "£171.oo" in err and "titel" in err and "“Source”" in err
    assert not (tmp_path / "out").exists()
