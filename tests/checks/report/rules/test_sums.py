from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.sums import problems

WORDS = "narrative/foreword.md"


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    report = read(folder, {"warm": {}}, "warm Kent 2023 84\nwarm England 2023 81", {WORDS: f"# Foreword\n\n{words}\n"})
    return found(problems, report)


@pytest.mark.parametrize(
    "words",
    [
        "Woods cover 38% of the county, fields 41% and towns 36%.",
        "Terraces made up 44% of sales, flats 31% and villas 35%.",
        "By tenure, 58% of the land is owned, 31% is let by the year and 22% for longer.",
        "Visitors by age: 41% are under 18, 35% between 18 and 64, and 34% over 64.",
        "Each complaint ends in one of three ways: 52% are upheld, 33% are rejected and 25% are withdrawn.",
        "Of the repairs, 55% were done within a month, 34% after one to three months and 21% later.",
        "Of all learners 52% are women and the remaining 58% men.",
        "Of the tenants, 45% came by car, 40% by bus and 25% on foot.",
        "Of those asked, 41% were for it, 38% against and 31% had no view.",
        "Lorries carry 61%, trains 22% and barges the remaining 27%.",
        "Of our callers 58% asked for themselves, 33% for a parent and 19% for a friend, each caller counted once.",
        "Asked for their main reason for moving, 46% named rent, 38% a job and 27% schools.",
        "Heat is 40%, light 30% and, together, they use 90% of the power.",
    ],
)
def test_parts_of_one_whole_that_are_more_than_it_are_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "shares", f"{WORDS}:3")]


@pytest.mark.parametrize(
    "words",
    [
        "Fewer older people were still at home 91 days after leaving hospital than a year before: 79%, down from 84%.",
        "Asked for their reasons for leaving, 46% of drivers named pay, 38% the hours and 27% the travel.",
        "Drivers were each asked once: 61% felt tired, 44% hungry and 38% cold.",
        "Distance (27%) and cost (22%) together outweigh lack of time (34%).",
        "Buses (27%) and trams (22%) together carry more than trains at 34%.",
        "Woods cover 38% of the county, fields 41% and towns 9%, the rest being water, rock and marsh.",
        "Terraces made up 44% of sales, flats 31% and villas 25%.",
        "By tenure, 58% of the land is owned, 31% is let by the year and 11% for longer.",
        "The share, 65%, has grown in each of the last two years, from 61% in 2021-22 and 63% in 2022-23.",
        "By 2030, 90% of homes, 80% of shops and 70% of farms are to have fibre.",
        "Of all learners 52% are women and the remaining 48% men.",
        "Asked what worries them, 55% named damp, 48% noise and 31% draughts (tenants could name several).",
        "Of tenants, 70% like their home, 60% their street and 40% their landlord.",
        "Women make up 52% of tenants, 61% of carers and 47% of volunteers.",  # of three wholes
        "Grants cover 80% of the cost of a boiler, and loans cover 60% of that of a roof.",
        "Heat is 40%, light 30% and, together, they use 70% of the power.",
        "Of the calls, 55% were answered within a minute, 78% within two and 95% within five.",
        "Rents rose by 60% in Dover, 45% in Deal and 30% in Hythe, and by the remaining towns' average elsewhere.",
    ],
)
def test_what_can_be_is_left_alone(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
