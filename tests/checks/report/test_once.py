"""One contradiction is one problem."""

from reportgen.checks.report.once import once
from reportgen.problems import Place, Problem

HERE = Place("narrative/a.md", 3)


def error(code: str, words: str, place: Place = HERE, severity: str = "error") -> Problem:
    return Problem(severity, code, f"the words say “{words}”, {code}", place)  # type: ignore[arg-type]


def test_what_two_rules_tell_of_the_same_words_is_told_by_the_first() -> None:
    first = error("figure-against-data", "Some 108%")
    assert once([first, error("percentage-over-100", "108%")]) == [first]


def test_other_words_or_places_and_two_figures_alike_are_told_each() -> None:
    told = [
        error("figure-against-data", "8%"),
        error("figure-against-data", "8%", Place("narrative/a.md", 4)),
        error("percentage-over-100", "108%"),
        error("direction", "below"),
        error("unsure-figure", "8%", severity="warning"),
    ]
    assert once(told) == told
