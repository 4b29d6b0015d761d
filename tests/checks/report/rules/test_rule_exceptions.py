from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.rule_exceptions import problems

VALUES = """
lakes Kent 2023 36
lakes England 2023 34
rivers Kent 2023 53
rivers England 2023 54
hills Kent 2023 53
hills England 2023 56
"""
INDICATORS = {"lakes": {}, "rivers": {"name": "Clean rivers"}, "hills": {"name": "Green hills"}}
RULE = "- GREEN: better.\n- AMBER: level, or worse by at most 1pp.\n- RED: worse by more.\n"


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {"narrative/executive-summary.md": f"# Summary\n\n{words}\n"}
    return found(problems, read(folder, INDICATORS, VALUES, files))


def test_an_exception_that_goes_unmentioned_is_a_warning(tmp_path: Path) -> None:
    indicators = INDICATORS | {"hills": {"name": "Green hills", "comparators": "Surrey"}}
    values = VALUES.replace("hills England", "hills Surrey")
    told = []
    for words in ("", "Hills are set against Surrey."):
        files = {"narrative/executive-summary.md": f"# Summary\n\n{RULE}\n{words}\n"}
        told.append(found(problems, read(tmp_path, indicators, values, files)))
    assert told == [[("warning", "rule-exception", "narrative/executive-summary.md:3")], []]


def test_an_own_band_that_goes_unmentioned_is_a_warning(tmp_path: Path) -> None:
    indicators = INDICATORS | {"hills": {"name": "Green hills", "amber_within": "3"}}
    files = {"narrative/executive-summary.md": f"# Summary\n\n{RULE}\n"}
    [problem] = problems(read(tmp_path, indicators, VALUES, files))
    assert problem.message.endswith("“Green hills” is AMBER where worse by no more than 3 percentage points")


@pytest.mark.parametrize(
    ("exception", "told"),
    [
        ("‘Green hills’ is rated in a way of its own.", []),
        ("Of ‘Green hills’ and ‘Clean rivers’ only the first is rated otherwise.", []),
        ("We speak of ‘the long valley’ here.", []),
        ("Except ‘Green meadows’, all are rated so.", [("error", "rule-exception", 7)]),
    ],
)
def test_an_exception_that_names_no_indicator_is_an_error(
    tmp_path: Path, exception: str, told: list[tuple[str, str, int]]
) -> None:
    expected = [(severity, code, f"narrative/executive-summary.md:{line}") for severity, code, line in told]
    assert judged(tmp_path, f"{RULE}\n{exception}") == expected
