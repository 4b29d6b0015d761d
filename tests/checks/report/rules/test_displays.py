from collections.abc import Iterator
from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.rules import display_numbers, displays
from reportgen.problems import Problem

DISPLAYS = """
figures:
  - {id: trend, title: Lakes, kind: bar, data: {indicator: lakes, areas: all}, alt: Two bars.}
tables:
  - {id: places, title: Places, data: series/places.csv}
"""
SHOWN = '{{ ref("trend") }} and {{ ref("places") }} show it.\n\n{{ figure("trend") }}\n\n{{ table("places") }}\n'
WORDS = "narrative/missions/homes.md"


def problems(report: ReadReport) -> Iterator[Problem]:
    yield from displays.problems(report)
    yield from display_numbers.problems(report)


def judged(folder: Path, words: str, displays: str = DISPLAYS) -> list[tuple[str, str, str]]:
    files = {
        "report.yaml": REPORT.format(edition="2024", amber="1") + displays,
        "series/places.csv": "Town,Places\nDeal,2\n",
        WORDS: f"# Mission 1: homes\n\n{words}\n",
    }
    values = "lakes Kent 2023 36\nlakes England 2023 34"
    return found(problems, read(folder, {"lakes": {}}, values, files))


@pytest.mark.parametrize(
    "words",
    [
        SHOWN,
        SHOWN + '\n{{ table("homes") }}\n\n{{ ref("homes") }} lists them, and {{ ref("summary") }} sums them up.\n',
        SHOWN + "\nSee Figure 1, Table 2 and Mission 2.\n",
        SHOWN + "\nTable 14 of the census, its Figure 7 and Figure 9 in “Lakes of Kent”, say so.\n",
        SHOWN + "\nA figure 9 feet high, a table 90 cm wide, and Figure 1 and 12 homes.\n",
        SHOWN + "\nA mission 12 miles long, and a table 90 cm wide.\n",
    ],
)
def test_what_is_shown_and_referred_to_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


def test_what_nobody_is_led_to_is_a_warning_where_it_stands(tmp_path: Path) -> None:
    words = '{{ figure("trend") }}\n\n{{ table("places") }}\n\n{{ table("homes") }}'
    assert judged(tmp_path, words) == [("warning", "not-referred", f"{WORDS}:{line}") for line in (3, 5, 7)]


def test_what_is_shown_nowhere_is_a_warning_in_report_yaml(tmp_path: Path) -> None:
    assert [(code, place) for _, code, place in judged(tmp_path, "Nothing.")] == [
        ("not-shown", "report.yaml:20"),
        ("not-shown", "report.yaml:22"),
    ]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        *[('{{ ref("trend") }} shows it.', 3), ('{{ ref("work") }} has no indicators.', 3)],
        *[("See Figures 1 and 7.", 3), ("See fig. 4.", 3), ("(figure 5)", 3), ("Tables 1 to 8 say so.", 3)],
        *[("See Figure 2.", 3), ("As Table 9 shows.", 3), ("Seen from\nMission 3.", 4)],
    ],
)
def test_a_reference_that_leads_nowhere_is_an_error(tmp_path: Path, words: str, line: int) -> None:
    told = judged(tmp_path, words if "trend" in words else f"{words}\n\n{SHOWN}")
    assert [one for one in told if one[0] == "error"] == [("error", "no-such-display", f"{WORDS}:{line}")]


def test_a_number_in_a_sentence_with_a_note_may_be_of_what_is_cited(tmp_path: Path) -> None:
    words = SHOWN + "\nSee Figure 12 there.[^x]\n\n[^x]: Another report.\n"
    assert judged(tmp_path, words) == [("warning", "no-such-display", f"{WORDS}:9")]


MORE = """
figures:
  - {id: lakes-clean, title: Clean lakes by county, kind: bar, data: {indicator: lakes, areas: all}, alt: Two bars.}
  - {id: homes-built, title: Homes built and homes planned, kind: bar, data: series/places.csv, alt: Bars.}
"""
CALLS = '{{ ref("lakes-clean") }}, {{ ref("homes-built") }}.\n\n{{ figure("lakes-clean") }}\n\n'
CALLS += '{{ figure("homes-built") }}\n'


@pytest.mark.parametrize(
    "words",
    [
        "Figure 1 has the clean lakes of each county.",
        "Fewer homes are built than were planned, as Figure 2 shows.",
        "Figure 1 shows it.",
        "As Figure 2 has it, places are few.",
        "Homes are planned by lakes that are clean, says Figure 1.",
    ],
)
def test_a_typed_number_of_what_the_sentence_speaks_of_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, f"{words}\n\n{CALLS}", MORE) == []


@pytest.mark.parametrize(
    "words",
    [
        "Figure 2 has the clean lakes of each county.",
        "Fewer were built than were planned, as Figure 1 shows.",
        "Figure 2 follows the clean lakes of each county, and shows them.",
        "Fewer homes were built in Deal than planned, say the bars of Figure 1.",
    ],
)
def test_a_typed_number_of_another_display_than_the_sentence_speaks_of_is_a_warning(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, f"{words}\n\n{CALLS}", MORE) == [("warning", "other-display", f"{WORDS}:3")]


def test_a_typed_number_leads_to_its_display_as_well(tmp_path: Path) -> None:
    for words in ("Figure 2 shows the homes that were built", "see fig. 2 and the rest", "Figures 1 and 2 say so"):
        assert judged(tmp_path, CALLS.replace('{{ ref("homes-built") }}', words), MORE) == []
