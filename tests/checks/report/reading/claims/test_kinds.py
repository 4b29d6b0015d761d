"""Number coverage: every number in the words is bound, matched, structural, cited or loose."""

from pathlib import Path

import pytest

from reportgen.checks.report.check import check_edition
from reportgen.checks.report.reading.claims.kinds import Number, coverage
from reportgen.cli import run
from reportgen.problems import Place
from reportgen.starter import start_edition

WORDS = """# End

Starts are at {{ value("apprenticeships") }}, which is to say 9.4 apprenticeship starts.
There are 77 reasons.
Of people asked, 64% agree.[^labour-survey]
Two things count:

- homes;
- work.
"""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    start_edition(tmp_path / "mine")
    (tmp_path / "mine" / "narrative" / "conclusion.md").write_text(WORDS, encoding="utf-8")
    return tmp_path / "mine"


def test_each_number_has_the_first_kind_that_fits(edition: Path) -> None:
    every = [one for one in check_edition(edition).numbers if one.place.file == "narrative/conclusion.md"]
    assert [(one.text, one.kind) for one in every] == [
        ("9.4", "bound"),
        ("9.4", "matched"),
        ("77", "loose"),
        ("64%", "cited"),
        ("Two", "structural"),
    ]


def test_coverage_says_the_share_of_each_kind() -> None:
    place = Place("x.md", 1)
    every = [Number("1", "bound", place), Number("2", "bound", place), Number("3", "loose", place)]
    said = coverage(every)
    assert said == "3 numbers in the words: 67% bound, 0% matched, 0% structural, 0% cited, 33% loose"


def test_numbers_are_listed_with_their_places(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", str(edition), "--numbers"])
    out = capsys.readouterr().out
    assert "narrative/conclusion.md:4: loose: “77”\n" in out
    assert out.splitlines()[-1].endswith("loose")
