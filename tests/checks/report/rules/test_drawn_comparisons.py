from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules.drawn_comparisons import problems

SERIES = "Year,Homes planned,Homes built\n2021,260,214\n2022,260,231\n2023,280,{}\n"
FIGURES = (
    "figures:\n  - {{id: homes-built, title: Homes, kind: column, data: series/homes.csv, alt: '{alt}', source: ''}}\n"
)


def judged(folder: Path, alt: str = "Columns.", words: str = "None.", last: int = 195) -> list[tuple[str, str, str]]:
    files = {
        "report.yaml": REPORT.format(edition="2024", amber="1") + FIGURES.format(alt=alt),
        "series/homes.csv": SERIES.format(last),
        "narrative/foreword.md": f"# Foreword\n\n{words}\n",
    }
    return found(problems, read(folder, {"lakes": {}}, "lakes Kent 2023 36\nlakes England 2023 34", files))


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("In each year fewer homes were built than planned.", 195),
        ("More homes were planned than built.", 195),
        ("More homes were built than planned.", 290),  # in one of the years
        ("More homes were built than sold.", 195),
        ("More homes should be built than were planned.", 195),
        ("Fewer homes were built than planned, and more than before.", 195),
    ],
)
def test_a_series_that_lies_where_the_words_say_is_right(tmp_path: Path, words: str, last: int) -> None:
    assert judged(tmp_path, alt=words, last=last) == []


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("In each year more homes were built than planned.", 195),
        ("Fewer homes were planned than built.", 195),
        ("In each year fewer homes were built than planned.", 290),
    ],
)
def test_a_series_that_lies_on_the_other_side_is_an_error(tmp_path: Path, words: str, last: int) -> None:
    assert [one[:2] for one in judged(tmp_path, alt=words, last=last)] == [("error", "direction")]


def test_a_sentence_that_refers_to_the_figure_is_held_to_it(tmp_path: Path) -> None:
    words = "More homes are built than planned, as {{ ref('homes-built') }} shows.\n\n{{ figure('homes-built') }}"
    assert judged(tmp_path, words=words) == [("error", "direction", "narrative/foreword.md:3")]
