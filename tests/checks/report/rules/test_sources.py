from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.sources import problems

SOURCES = "survey: Lake Survey\ncensus: {text: 'Census office, Census', url: 'https://census.example.org/a'}\n"
FACTS = "id,value,unit,source,note\nhomes,12,number,survey\npeople,30,number,census\nyears,3,number,\n"
FACTS += "care-homes,212,number,census\nferries,48,number,census,ferries that cross the county's lakes\n"
WORDS = "narrative/foreword.md"
CITED = "Both are cited.[^survey][^census]"


def judged(folder: Path, words: str, sources: str = SOURCES) -> list[tuple[str, str, str]]:
    files = {"sources.yaml": sources, "facts.csv": FACTS, WORDS: f"# Foreword\n\n{words}\n"}
    values = "lakes Kent 2023 36\nlakes England 2023 34"
    return found(
        problems, read(folder, {"lakes": {"name": "% of lakes that are clean", "source": "survey"}}, values, files)
    )


@pytest.mark.parametrize(
    "words",
    [
        '{{ fact("homes") }} homes[^survey] and {{ fact("people") }} people.[^census]',
        '{{ fact("homes") }} homes and {{ fact("people") }} people.[^survey][^census]',
        '{{ fact("homes") }} homes for {{ fact("years") }} years.[^survey]',
        '{{ fact("years") }} years.[^census]',  # of no source
        'So {{ fact("homes") }}. People are many.[^census]',  # of another sentence
        '{{ fact("homes") }} homes, or {{ value("lakes") }} of lakes.[^survey] The census agrees.[^census]',
        '{{ fact("homes") }} homes.[^own]\n\n[^own]: Counted by hand.',
        '{{ fact("people") }} live by {{ fact("homes") }} homes, half of them in Deal.[^census]',
        "In Kent, 36% of lakes are clean.[^survey]",
        "There are 212 care homes.[^census]",
        "About 200 care homes are there.[^survey]",
        "In the county 48 ferries cross the lakes.[^census]",
        "The county has 48 harbours on its lakes.[^survey]",
        "The county has 212 parks.[^survey]",
    ],
)
def test_a_note_behind_figures_of_its_source_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        '{{ fact("homes") }} homes.[^census]',
        '{{ value("lakes") }} of lakes are clean.[^census]',
        'There are {{ fact("homes") }} homes[^census] and people too.[^survey]',
        "In Kent, 36% of lakes are clean.[^census]",
        "There are 212 care homes.[^survey]",
        "In the county 48 ferries cross the lakes.[^survey]",
    ],
)
def test_a_note_that_cites_another_source_than_the_figures_is_a_warning(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("warning", "note-source", f"{WORDS}:3")]


def test_two_notes_that_were_swapped_are_both_told(tmp_path: Path) -> None:
    words = '{{ fact("homes") }} homes[^census] and\n{{ fact("people") }} people.[^survey]'
    assert judged(tmp_path, words) == [("warning", "note-source", f"{WORDS}:{line}") for line in (3, 4)]


def test_a_source_that_nobody_cites_is_a_warning(tmp_path: Path) -> None:
    more = SOURCES + "atlas: {text: 'Kent Atlas Office, Atlas of lakes'}\n"
    assert judged(tmp_path, CITED, more) == [("warning", "uncited-source", "sources.yaml:3")]
    assert judged(tmp_path, f"{CITED} So does the Kent Atlas Office.", more) == []
