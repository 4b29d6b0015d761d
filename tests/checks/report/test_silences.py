"""checks.yaml: what it silences, and what is wrong with it."""

import json
from pathlib import Path

import pytest

from reportgen.checks.report.silences import silence
from reportgen.cli import run
from reportgen.problems import Place, Problem, Problems
from reportgen.starter import start_edition

SHARE = Problem("error", "share", "the words say “120%”: too much", Place("narrative/conclusion.md", 3))
COPIED = Problem("warning", "copied", "“lakes” has the values of “rivers”", Place("values.csv", 12))
CELL = Problem("warning", "copied", "“hills” has them too", Place("evidence.xlsx", sheet="values", cell="D4"))
JUDGED = "\n    reason: Counted twice, and right.\n    date: 2024-05-31\n"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    start_edition(tmp_path / "harbour")
    return tmp_path / "harbour"


def silenced(edition: Path, checks: str | None) -> tuple[list[Problem], list[str]]:
    """What remains of the three findings, and what is told of checks.yaml."""
    if checks is not None:
        (edition / "checks.yaml").write_text(checks, encoding="utf-8")
    (edition / "narrative" / "conclusion.md").write_text("# Conclusion\n\nOf all tenants, 120% agree.\n")
    told = Problems()
    remaining = silence([SHARE, COPIED, CELL], edition, told)
    return remaining, [f"{one.severity} {one.code} {one.place}" for one in told]


@pytest.mark.parametrize("checks", [None, "", "# Nothing yet.\n", "silenced:\n", "silenced: []\n"])
def test_nothing_is_silenced_by_nothing(edition: Path, checks: str | None) -> None:
    assert silenced(edition, checks) == ([SHARE, COPIED, CELL], [])


@pytest.mark.parametrize(
    ("entry", "gone"),
    [
        ("code: share\n    place: narrative/conclusion.md", SHARE),
        ("code: share\n    place: narrative/conclusion.md:3", SHARE),
        ("code: share\n    words: 120%", SHARE),
        ("code: share\n    words: of all TENANTS", SHARE),
        ("code: copied\n    place: values.csv:12\n    words: the values of “rivers”", COPIED),
        ("code: copied\n    place: evidence.xlsx:values!D4", CELL),
    ],
)
def test_a_finding_is_silenced_by_its_place_or_its_words(edition: Path, entry: str, gone: Problem) -> None:
    listed = silenced(edition, f"silenced:\n  - {entry}{JUDGED}")
    alone = silenced(edition, f"  - {entry}{JUDGED}")
    assert listed == alone == ([one for one in (SHARE, COPIED, CELL) if one != gone], [])


@pytest.mark.parametrize(
    "entry",
    [
        "code: share\n    place: narrative/conclusion.md:4",
        "code: share\n    words: 130%",
        "code: shares\n    words: 120%",
        "code: copied\n    place: values.csv:12\n    words: lakes and rivers",
    ],
)
def test_a_silence_that_nothing_needs_is_a_warning_at_its_line(edition: Path, entry: str) -> None:
    remaining, told = silenced(edition, f"# Judged.\nsilenced:\n  - {entry}{JUDGED}")
    assert remaining == [SHARE, COPIED, CELL]
    assert told == ["warning unused-silence checks.yaml:3"]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("code: share\n    words: 120%\n    date: 2024-05-31", "error missing-key checks.yaml:2"),
        ("code: share\n    words: 120%\n    reason: Right.", "error missing-key checks.yaml:2"),
        ("code: share\n    words: 120%\n    reason:\n    date: 2024-05-31", "error missing-key checks.yaml:4"),
        ("code: share\n    words: 120%\n    reason: Right.\n    date: May 2024", "error silence checks.yaml:5"),
        ("code: share\n    words: 120%\n    reason: Right.\n    date: 2024-02-31", "error silence checks.yaml:5"),
        (f"words: 120%{JUDGED}", "error missing-key checks.yaml:2"),
        (f"code: share{JUDGED}", "error silence checks.yaml:2"),
        ("everything", "error wrong-kind checks.yaml:2"),
    ],
)
def test_a_silence_without_what_it_needs_is_an_error_and_silences_nothing(edition: Path, entry: str, told: str) -> None:
    assert silenced(edition, f"silenced:\n  - {entry}\n") == ([SHARE, COPIED, CELL], [told])


def test_an_unknown_key_is_told(edition: Path) -> None:
    remaining, told = silenced(edition, f"silenced:\n  - code: share\n    words: 120%\n    why: Right.{JUDGED}")
    assert (remaining, told) == ([COPIED, CELL], ["warning unknown-key checks.yaml:4"])


def test_the_command_leaves_out_what_is_silenced(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (edition / "narrative" / "conclusion.md").write_text("# Conclusion\n\nOf all tenants, 120% agree.\n")
    assert run(["check", str(edition), "--json"]) == 1
    code = json.loads(capsys.readouterr().out)[0]["code"]
    (edition / "checks.yaml").write_text(f"- code: {code}\n    words: 120%{JUDGED}".replace("    ", "  "))
    assert run(["check", str(edition)]) == 0
    assert "120%" not in capsys.readouterr().err
