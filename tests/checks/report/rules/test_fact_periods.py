from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.fact_periods import problems

FACTS = """\
id,value,unit,source,note
plan-years,2024-2029,text,,years that the museums plan covers
former-plan-years,2019-2023,text,,years that the former museums plan covered
"""


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {"facts.csv": FACTS, "narrative/foreword.md": f"# Foreword\n\n{words}\n"}
    return found(problems, read(folder, {"warm": {}}, "warm Kent 2023 65\nwarm England 2023 61", files))


@pytest.mark.parametrize(
    "words",
    ["The museums plan runs from 2024 to 2027.", "The former museums plan covered 2018-2023."],
)
def test_a_period_with_one_end_of_the_facts_is_an_error_at_the_other(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "figure-against-data", "narrative/foreword.md:3")]


@pytest.mark.parametrize(
    "words",
    [
        "The museums plan runs from 2024 to 2029, the former one from 2019 to 2023.",
        "The museums lent more between 2019 and 2022.",
        "The museums plan looks back on 2014 to 2018.",
    ],
)
def test_another_period_is_let_be(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
