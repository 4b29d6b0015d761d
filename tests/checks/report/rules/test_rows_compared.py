from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules.rows_compared import problems

TOWNS = "Town,Wardens,Gardens 2023\nDover,14,120\nDeal,9,95\nHythe,11,140\n"
SETTINGS = (
    REPORT.format(edition="2024", amber="1")
    + """\
tables:
  - {id: towns, title: Wardens and gardens, data: series/towns.csv}
"""
)


def judged(folder: Path, words: str) -> list[tuple[str, str]]:
    files = {"report.yaml": SETTINGS, "series/towns.csv": TOWNS, "narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    report = read(folder, {"warm": {}}, "warm Kent 2023 60\nwarm England 2023 65", files)
    return [(severity, code) for severity, code, _ in found(problems, report)]


@pytest.mark.parametrize(
    "words",
    [
        "Hythe has fewer wardens than Deal.",
        "In 2023 Dover had more gardens than Hythe.",
        "More wardens work in Deal than in Dover.",
    ],
)
def test_a_word_that_the_cells_turn_round_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "direction")]


@pytest.mark.parametrize(
    "words",
    [
        "Hythe has more wardens than Deal.",
        "Hythe has more tall wardens in the north of the town than Deal has.",
        "Hythe gained fewer wardens than Deal.",
        "Hythe should have fewer wardens than Deal.",
    ],
)
def test_what_they_say_and_what_they_do_not_tell_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
