from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.ranks import problems

WORDS = "narrative/missions/homes.md"
INDICATORS = {
    "warm": {"name": "Homes that can be kept warm"},
    "fires": {"name": "Fires per 100,000 dwellings", "unit": "number", "better": "lower"},
    "sweep": {"name": "Price of a chimney sweep", "unit": "gbp", "better": "lower"},
    "sweeps": {"name": "Homes with a chimney that a sweep has cleaned"},
    "wardens": {"name": "Street wardens per 10,000 people", "unit": "number"},
}
VALUES = """
warm Kent 2022 80
warm Kent 2023 84
warm England 2023 81
warm Surrey 2023 87
warm Essex 2023 79
fires Kent 2023 61
fires England 2023 70
fires Surrey 2023 48
fires Essex 2023 66
sweep Kent 2023 61.50
sweep England 2023 74.20
sweeps Kent 2023 61
sweeps England 2023 44
wardens Kent 2023 5.1
wardens England 2023 5.8
wardens Surrey 2023 6.4
"""


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    return found(problems, read(folder, INDICATORS, VALUES, {WORDS: f"# Homes\n\n{words}\n"}))


@pytest.mark.parametrize(
    "words",
    [
        "Of the four areas Surrey has the highest share of homes that can be kept warm.",
        "Long-term homes that can be kept warm are rarest in Essex, where they make up 79% of homes.",
        "Long-term homes that can be kept warm are rarest in England.",
        "Essex, with 79%, and England, with 81%, have the lowest shares of homes that can be kept warm.",
        "Terraces are the largest group among homes that can be kept warm, followed by flats.",
        "Most homes can be kept warm, though fewer than in Surrey.",
        "In the lowest county 12% of homes can be kept warm.",
        "The gap to Surrey is widest for fires per 100,000 dwellings, and smallest for homes that can be kept warm.",
        "The dearest chimney sweep in the county asks for £210.",
        "Homes that can be kept warm are least common in Essex.",
        "Of Kent, Surrey and Essex, the largest share of homes that can be kept warm is Surrey’s.",
        "In most counties homes that can be kept warm are more common than in Essex.",
        "Kent has the second highest share of homes that can be kept warm of the four areas.",
        "On homes that can be kept warm, Kent ranks second of the four, behind Surrey.",
        "Fires per 100,000 dwellings are lowest in Surrey and highest in England as a whole.",
        "Surrey's homes that can be kept warm are the most of any county, the highest share in England.",
        "Of the three other areas, England comes second on homes that can be kept warm.",
        "Of the three areas of the ratings, Kent has the second highest share of homes that can be kept warm.",
        "On fires per 100,000 dwellings Essex comes second of the four areas, and Surrey last.",  # from above
        "On fires per 100,000 dwellings Surrey comes first of the four areas.",
        "On homes that can be kept warm at grade C or above Surrey comes first of the four areas.",
        "In the most deprived wards of Kent, fewer homes can be kept warm.",
        "Homes that can be kept warm are more common in Kent than in the most similar counties.",
        "Kent is among the best on homes that can be kept warm.",
        "Kent had its lowest share of homes that can be kept warm in 2022.",
        "Of Kent, Essex and England, Kent has the highest share of homes that can be kept warm.",
        "Fewer homes that can be kept warm are in Essex than in any other area.",
        "Kent saw the largest rise in homes that can be kept warm.",
        "Kent aims for the highest share of homes that can be kept warm.",
        "Kent has the third highest share of homes that can be kept warm in the country.",
        "Surrey has the most street wardens per 10,000 people.",
        "Kent's street wardens know most of the people by name.",
        "The highest share of homes that can be kept warm is in Surrey.",
        "Surrey comes first on homes that can be kept warm, and Kent second.",
        "After Surrey, Kent has the highest share of homes that can be kept warm.",
        "A chimney sweep is dearest in England as a whole and cheapest in Kent.",
        "Surrey has a higher share of homes that can be kept warm than any other area.",
        "Of Kent and Surrey, Surrey has the higher share of homes that can be kept warm.",
        "Of the counties of the South, Kent, Surrey and Essex, ours has the second highest share of warm homes.",
        "Set beside Essex, our share of homes that can be kept warm is the highest.",
        "Of the counties Kent, Surrey and Essex, ours has the second highest share of homes that can be kept warm.",
    ],
)
def test_the_order_that_the_values_give_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Of the four areas Kent has the highest share of homes that can be kept warm.",
        "Homes that can be kept warm are least common in Surrey.",
        "Of Kent, Surrey and Essex, the largest share of homes that can be kept warm is Kent’s.",
        "Surrey has the second highest share of homes that can be kept warm of the four areas.",
        "Of Kent and Surrey, Kent has the higher share of homes that can be kept warm.",
        "Of the counties of the South, Kent, Surrey and Essex, ours has the lowest number of fires.",
        "Set beside Surrey and Essex, our share of homes that can be kept warm is the highest.",
        "Of the counties Kent, Surrey and Essex, ours has the highest share of homes that can be kept warm.",
        "Among the four areas Kent has the third highest share of homes that can be kept warm.",
        "On homes that can be kept warm, Kent ranks third of the four.",
        "Of the four areas compared, Kent comes last on homes that can be kept warm.",
        "Kent is first of the four areas on homes that can be kept warm.",
        "Fires per 100,000 dwellings are lowest in Kent.",
        "Fires per 100,000 dwellings are lowest in Surrey and highest in Essex.",
        "Kent's share of homes that can be kept warm is the highest in England.",
        "Of the three other areas, Essex comes second on homes that can be kept warm.",
        "On fires per 100,000 dwellings Essex comes first of the four areas.",
        "On homes that can be kept warm at grade C or above Essex comes first of the four areas.",
        "Kent has the most street wardens per 10,000 people.",
        "Kent has the most fires per 100,000 dwellings.",
        "The highest share of homes that can be kept warm is in Essex.",
        "Surrey comes first on homes that can be kept warm, and England second.",
        "After Surrey, England has the highest share of homes that can be kept warm.",
        "Kent is the worst of the four on homes that can be kept warm.",
        "A chimney sweep is dearest in Kent.",
        "Of Kent, Essex and England, Essex has the highest share of homes that can be kept warm.",
        "Kent comes out bottom of the four areas on homes that can be kept warm.",
        "Kent has a higher share of homes that can be kept warm than any other area.",
        "Long-term homes that can be kept warm are rarest in England, where they make up 81% of homes.",
    ],
)
def test_another_order_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "rank", f"{WORDS}:3")]
