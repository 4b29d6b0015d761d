from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.names_alike import problems

WORDS = "narrative/missions/homes.md"
INDICATORS = {
    "lakes": {"name": "% of adults with Work Essential Digital Skills"},
    "births": {"name": "Digital businesses as a % of business births"},
    "deaths": {"name": "Digital businesses as a % of business deaths"},
    "reach": {"name": "5G Geographic Coverage %"},
}


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {WORDS: f"# Homes\n\n{words}\n"}
    return found(problems, read(folder, INDICATORS, "lakes Kent 2023 36\nlakes England 2023 34", files))


@pytest.mark.parametrize(
    "words",
    [
        "The mission on homes (“Warm homes that people can afford”) is one of two; “homes” is its word.",
        "{{ mission('homes') }} is the mission, and {{ aspiration('skills') }}",
        "Warm homes that people can afford are the mission; warm homes matter.",
        "WARM HOMES THAT PEOPLE CAN AFFORD",
        "Of adults, 36% have work essential digital skills; essential digital skills are what they say.",
        "Of all, 36% are adults who have it; 36% of adults have Work Essential Digital Skills.",
        "Digital businesses as a share of business births, and of business deaths.",
        "Digital businesses as a % of business births and business deaths.",
        "5G geographic coverage, or coverage by 5G.",
        "People learn for work, and for life.",
        "Homes that warm people, and can afford it.",
        "“Work in every town” is what we want: good work in every town.",
        "There are good jobs in every town.",
    ],
)
def test_names_and_other_words_are_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Warm homes that people may afford are the mission.",
        "The measure “% of adult with Work Essential Digital Skills” is new.",
        "Warm homes that people afford are the mission.",
        "Warm homes that most people can afford are the mission.",
        "Warm homes that poeple can afford are the mission.",
        "People learn for work for all their lives.",
        "Warm homes that people can afforded are ours.",
        "Every home can be kept worm.",
        "Adults with work esential digital skills are many.",
        "## Adults with Work Basic Digital Skills",
        "Adults with Essential Work Digital Skills are many.",
        "5G Geografic Coverage is wide.",
        "## Warm homes that people can rent",
        "## Cheap homes that people can afford",
        "“Good jobs in every town” is the second mission.",
        "The mission Good jobs in every town is the second.",
        "Good work in every town is ours; “Good work for every town” is too.",
    ],
)
def test_a_near_miss_is_a_warning_that_shows_both(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("warning", "near-name", f"{WORDS}:3")]


def test_the_message_shows_what_is_said_and_the_name_with_its_place(tmp_path: Path) -> None:
    files = {WORDS: "# Homes\n\nOurs is “warm homes that people may afford”.\n"}
    [problem] = problems(read(tmp_path, INDICATORS, "lakes Kent 2023 36", files))
    assert problem.message == (
        "the words say “warm homes that people may afford”, and the mission is called “Warm homes that people can "
        "afford” (report.yaml:10)"
    )
