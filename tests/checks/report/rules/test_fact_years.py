from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.fact_years import problems

FACTS = """\
id,value,unit,source,note
museum-founded,1893,text,,year in which the Castle Museum was founded
net-zero-year,2038,number,,year by which the council is to reach net zero
last-ahead,2017,text,,last year in which the county led on museum visits
neutral-year,2041,text,,carbon neutral year of CN2041
museum-staff,2038,number,,people who work in the Castle Museum
"""


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {"facts.csv": FACTS, "narrative/foreword.md": f"# Foreword\n\n{words}\n"}
    return found(problems, read(folder, {"warm": {}}, "warm Kent 2023 65\nwarm England 2023 61", files))


@pytest.mark.parametrize(
    "words",
    [
        "The Castle Museum was founded in 1983.",
        "Since 1898, when it was founded, the Castle Museum has never closed.",
        "The council is to reach net zero by 2035.",
        "The council means to reach net zero by 2050.",
        "The county was last ahead on museum visits in 2019.",
        "Kent last led England on museum visits in 2019.",
        "By 2050 the council is to reach net zero, under NZ2038.",
        "CN2041 commits the county to be carbon neutral by 2050.",
    ],
)
def test_a_year_that_is_not_the_facts_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "figure-against-data", "narrative/foreword.md:3")]


@pytest.mark.parametrize(
    "words",
    [
        "The Castle Museum was founded in 1893, and a wing added in 1931.",
        "The Castle Museum was extended in 1931.",
        "The county was ahead on museum visits in 2015.",
        "The Mill Museum was founded in 1974.",
        "England is to reach net zero by 2050.",
        "By 2030 the council is to halve its emissions, and by 2038 to reach net zero.",
        "In 2023 the Castle Museum had 24 people at work.",
    ],
)
def test_a_year_of_something_else_is_let_be(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
