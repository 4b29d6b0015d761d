from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.counts import problems

WORDS = "narrative/executive-summary.md"


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {WORDS: f"# Summary\n\n{words}\n\n- Lakes.\n- Rivers.\n- Hills.\n"}
    indicators = {f"lakes-{number}": {} for number in range(5)}
    values = "\n".join(f"{one} Kent 2023 36\n{one} England 2023 34" for one in indicators)
    return found(problems, read(folder, indicators, values, files))


@pytest.mark.parametrize(
    "words",
    [
        "Five measures tell how things stand, and the list says what stands out:",
        "Five measures tell how things stand. Three things stand out:",
        "Three challenges remain, which are these:",
        "We asked three groups, and the three things below stood out.",
        "The plan for clean lakes rests on three measures:",
    ],
)
def test_what_the_report_has_is_not_what_the_list_counts(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Six measures tell how our things stand, and the list says what stands out:",
        "The report has these five measures:",
        "Four challenges remain, which are these:",
    ],
)
def test_a_number_that_neither_the_list_nor_the_report_has_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "count", f"{WORDS}:3")]


TABLE = "| Library | Day |\n|---|---|\n| Acomb | Sunday |\n| Malton | Sunday |\n| Selby | Sunday |"


@pytest.mark.parametrize(
    ("words", "is_wrong"),
    [
        ("Four libraries are to open on Sundays.", True),
        ("Three libraries are to open on Sundays.", False),
        ("Two libraries are new.", False),  # some of them
        ("Twelve libraries are open on Saturdays.", False),
        ("Another four libraries may follow.", False),
        ("Last year we had four libraries.", False),
        ("Four more libraries are to open next year.", False),
        ("We wrote to three libraries, and the four below answered.", True),
        ("We wrote to four libraries, and the three below answered.", False),
    ],
)
def test_one_more_than_the_rows_that_are_called_so_is_an_error(tmp_path: Path, words: str, is_wrong: bool) -> None:
    report = read(tmp_path, {"lakes": {}}, "lakes Kent 2023 36", {WORDS: f"# Summary\n\n{words}\n\n{TABLE}\n"})
    assert found(problems, report) == ([("error", "count", f"{WORDS}:3")] if is_wrong else [])
