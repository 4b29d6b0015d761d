from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules.headings import problems

THIRD = "  - {id: roads, title: Roads without holes}\n"
LIKE = ("Strengths and opportunities", "Challenges", "Scale of the challenge")


def judged(folder: Path, *missions: tuple[str, ...], title: str = "Mission {}: it") -> list[tuple[str, str, str]]:
    files = {"report.yaml": REPORT.format(edition="2024", amber="1") + THIRD}
    for number, (id, headings) in enumerate(zip(("homes", "work", "roads"), missions, strict=False), 1):
        lines = [f"# {title.format(number)}", *(f"## {heading}" for heading in headings)]
        files[f"narrative/missions/{id}.md"] = "\n\n".join(lines) + "\n"
    return found(problems, read(folder, {"lakes": {}}, "lakes Kent 2023 36", files))


@pytest.mark.parametrize(
    "missions",
    [
        (LIKE, LIKE, LIKE),
        (LIKE,),
        (("Homes",), ("Work",), ("Roads",)),
        (LIKE, ("What it costs", *LIKE), LIKE),
        (("Clean homes", *LIKE), ("Good work", *LIKE), ("Dry roads", *LIKE)),
        (LIKE, (LIKE[0], "Barriers", LIKE[2])),  # two ways, and no telling
    ],
)
def test_headings_of_like_sections_are_right(tmp_path: Path, missions: tuple[tuple[str, ...], ...]) -> None:
    assert judged(tmp_path, *missions) == []


@pytest.mark.parametrize(
    "odd", ["Strength and opportunities", "Strengths and Opportunities", "Strengths & opportunities"]
)
def test_a_near_miss_is_a_warning_at_the_odd_one(tmp_path: Path, odd: str) -> None:
    told = judged(tmp_path, (odd, *LIKE[1:]), LIKE, LIKE)
    assert told == [("warning", "heading-alike", "narrative/missions/homes.md:3")]
    told = judged(tmp_path, LIKE, (odd, *LIKE[1:]))
    assert told == [("warning", "heading-alike", "narrative/missions/work.md:3")]


def test_another_heading_where_all_others_have_the_same_is_a_warning(tmp_path: Path) -> None:
    told = judged(tmp_path, LIKE, (LIKE[0], "Barriers", LIKE[2]), LIKE)
    assert told == [("warning", "heading-alike", "narrative/missions/work.md:5")]


def test_a_mission_that_takes_anothers_number_is_an_error(tmp_path: Path) -> None:
    told = judged(tmp_path, LIKE, LIKE, title="Mission 2: it")
    assert told == [("error", "mission-number", "narrative/missions/homes.md:1")]
