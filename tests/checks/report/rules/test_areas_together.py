from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.areas_together import problems

VALUES = """
lakes Kent 2023 36
lakes England 2023 34
lakes Surrey 2023 38
lakes Essex 2023 31
"""


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {"narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    return found(problems, read(folder, {"lakes": {"name": "Clean lakes"}}, VALUES, files))


@pytest.mark.parametrize(
    "words",
    [
        "Clean lakes are more common in both Kent and Surrey than in England.",
        "The share of clean lakes is above the national average in both Kent and Surrey.",
        "The share of clean lakes is higher than ours in one of the other three areas.",
        "The share of clean lakes is below the national average in neither Kent nor Surrey.",
        "Neither England nor Essex has a higher share of clean lakes.",
        "Only Surrey has a higher share of clean lakes.",
        "None of the other areas but Surrey has a higher share of clean lakes.",
        "With clean lakes at 36%, Kent leads all the other areas compared but Surrey.",
        "Most of the other areas have a lower share of clean lakes than Kent.",
        "Kent and Surrey both have a higher share of clean lakes than England.",
        "Surrey is the only area where the share of clean lakes is higher than in Kent.",
        "The share of clean lakes in Kent is below only that of Surrey.",
        "The share of clean lakes is higher in Kent than in England or Essex.",
        "In only one of the four areas is the share of clean lakes over 37%.",
        "None of the counties has a share of clean lakes over 40%.",
        "All counties but Essex and Kent have a share of clean lakes over 37%.",
        "One of the two neighbours has a higher share of clean lakes than Kent.",
        "Surrey comes first of the three counties for clean lakes, at 38%.",
    ],
)
def test_what_so_many_areas_bear_out_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes is above the national average in both Surrey and Essex.",
        "The share of clean lakes is below the national average in neither Kent nor Essex.",
        "None of the other areas has a higher share of clean lakes.",
        "Only Essex has a higher share of clean lakes.",
        "None of the other areas but Essex has a higher share of clean lakes.",
        "With clean lakes at 36%, Kent leads all the other areas compared but Essex.",
        "Most of the other areas have a higher share of clean lakes than Kent.",
        "Kent and Essex both have a higher share of clean lakes than England.",
        "Essex is the only area where the share of clean lakes is higher than in Kent.",
        "The share of clean lakes in Kent is below only that of England.",
        "The share of clean lakes is higher in Kent than in England or Surrey.",
        "In none of the four areas is the share of clean lakes over 37%.",
        "None of the counties has a share of clean lakes over 35%.",
        "None of the two neighbours has a higher share of clean lakes than Kent.",
    ],
)
def test_what_not_so_many_areas_bear_out_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "areas-together", "narrative/missions/homes.md:3")]
