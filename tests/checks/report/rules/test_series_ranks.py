from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules.series_ranks import problems

WORDS = "narrative/foreword.md"
SETTINGS = (
    REPORT.format(edition="2024", amber="1")
    + """\
figures:
  - {id: heat, title: How homes are heated, kind: bar, data: series/heat.csv, alt: Bars.}
tables:
  - {id: heating, title: Heating, data: series/heat.csv}
  - {id: grants, title: Grants, data: series/grants.csv}
"""
)
HEAT = "Fuel,Share of homes (%)\nGas,71\nOil,14\nHeat pumps,9\nOther,22\n"
GRANTS = """\
Town,Applications 2022,Applications 2023,Awards,Paid (£m)
Dover,214,190,96,3.4
Deal,188,301,127,1.2
Hythe,41,58,33,2.1
Total,443,549,256,6.7
"""


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {"report.yaml": SETTINGS, "series/heat.csv": HEAT, "series/grants.csv": GRANTS}
    files[WORDS] = f"# Foreword\n\n{words}\n"
    return found(problems, read(folder, {"warm": {}}, "warm Kent 2023 84\nwarm England 2023 81", files))


@pytest.mark.parametrize(
    "words",
    [
        "The largest number of awards went to Deal, the largest sum to Dover.",
        "Oil, at 14%, is the second most common fuel.",
        "The most applications came from Deal in 2023.",
        "Deal had the most awards, and Hythe the fewest.",
        "Dover had the second highest number of awards.",
        "Dover had the highest number of applications in 2022.",
        "Dover had the highest number of applications.",  # in 2022; which year is meant is not said
        "The largest rise in awards was in Hythe.",
        "The highest awards per home went to Hythe.",
        "Deal, the town with the oldest homes, had the largest number of awards.",
        "As {{ ref('heat') }} shows, boilers with oil have the largest share.",  # another rule's
        "As {{ ref('heating') }} shows, gas has the largest share, and heat pumps the smallest.",
        "The largest home in Hythe is a castle.",
        "Of the five towns, Dover had the most awards.",
        "Deal had the second most applications in 2022 of the three towns.",
        "If Hythe had the largest number of awards, more homes there would be warm.",
        "The smallest town with awards is Sandwich.",
        "The heat pump comes last of the four fuels, and gas comes first.",
    ],
)
def test_what_the_cells_say_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The largest number of awards went to Dover.",
        "Oil, at 14%, is the most common fuel.",
        "The least common fuel is oil.",
        "The heat pump comes second of the four fuels.",
        "The most applications came from Hythe.",
        "Deal had the fewest awards.",
        "Of the three towns, Dover had the most awards.",
        "Deal had the most awards, and Dover the fewest.",
        "Dover had the third highest number of awards.",
        "Deal had the highest number of applications in 2022.",
        "As {{ ref('heating') }} shows, oil has the largest share.",
    ],
)
def test_another_order_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "rank", f"{WORDS}:3")]


SOURCED = (
    REPORT.format(edition="2024", amber="1")
    + """\
tables:
  - {id: heating, title: Why homes are cold, data: series/cold.csv, source: atlas}
  - {id: towns, title: Heated homes by town, data: series/towns.csv, source: atlas}
"""
)
COLD = "Reason,Share of homes (%)\nOld windows,41\nThin walls,33\nNo boiler,26\n"
TOWNS = "Town,Homes\nDover,900\nDeal,500\nHythe,300\n"
WARM = {"warm": {"name": "Share of homes that are warm", "source": "atlas"}}
WARM_TOWNS = "warm Kent 2023 84\nwarm England 2023 81\nwarm Dover 2023 70\nwarm Deal 2023 90\nwarm Hythe 2023 80"


def judged_with_sources(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {"report.yaml": SOURCED, "series/cold.csv": COLD, "series/towns.csv": TOWNS}
    files["sources.yaml"] = "atlas: {text: Atlas of homes}\ncalls: {text: Calls to the line}\n"
    files[WORDS] = f"# Foreword\n\n{words}\n"
    return found(problems, read(folder, WARM, WARM_TOWNS, files))


def test_what_is_noted_to_another_source_is_not_of_the_table(tmp_path: Path) -> None:
    words = "Thin walls are the most common reason why homes are cold."
    assert judged_with_sources(tmp_path, f"{words}[^atlas]") == [("error", "rank", f"{WORDS}:3")]
    assert judged_with_sources(tmp_path, f"{words}[^calls]") == []
    shown = f"{{{{ ref('heating') }}}} has what was said.[^calls] {words}[^calls]"
    assert judged_with_sources(tmp_path, shown) == [("error", "rank", f"{WORDS}:3")]


def test_a_measure_that_has_the_areas_of_the_rows_is_what_is_ranked(tmp_path: Path) -> None:
    assert judged_with_sources(tmp_path, "Deal has the largest share of homes that are warm.") == []
    assert judged_with_sources(tmp_path, "Deal has the largest number of homes.") == [("error", "rank", f"{WORDS}:3")]
