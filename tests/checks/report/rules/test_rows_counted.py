from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules.rows_counted import problems

MILLS = """Mill,Visitors 2022,Visitors 2023
Dover Mill,4100,3900
Deal Mill,2300,2700
Hythe Mill,1200,1500
"""
SETTINGS = (
    REPORT.format(edition="2024", amber="1")
    + """\
tables:
  - {id: mills, title: Visitors to our mills, data: series/mills.csv}
"""
)


def judged(folder: Path, words: str) -> list[tuple[str, str]]:
    files = {"report.yaml": SETTINGS, "series/mills.csv": MILLS, "narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    report = read(folder, {"warm": {}}, "warm Kent 2023 60\nwarm England 2023 65", files)
    return [(severity, code) for severity, code, _ in found(problems, report)]


@pytest.mark.parametrize(
    "words",
    [
        "Visitors rose at all three mills between 2022 and 2023.",
        "All of the mills but one lost visitors between 2022 and 2023.",
        "None of the mills had more than 3,800 visitors in 2023.",
        "Visitors were lost at all three mills.",
        "Both Deal Mill and Hythe Mill had more visitors in 2023 than Dover Mill.",
        "Dover Mill and Deal Mill both gained visitors between 2022 and 2023.",
        "Deal Mill is the only mill that lost visitors between 2022 and 2023.",
    ],
)
def test_what_not_so_many_rows_bear_out_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "rows-together")]


@pytest.mark.parametrize(
    "words",
    [
        "Visitors rose at two of the three mills between 2022 and 2023.",
        "All of the mills but one gained visitors between 2022 and 2023.",
        "None of the mills had more than 4,000 visitors in 2023.",
        "Both Deal Mill and Hythe Mill had fewer visitors in 2023 than Dover Mill.",
        "Visitors should rise at all three mills between 2022 and 2023.",
        "The table gives the visitors lost at each mill.",
    ],
)
def test_what_so_many_rows_bear_out_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
