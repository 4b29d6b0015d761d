"""One contradiction is one problem."""

from reportgen.checks.report.once import once
from reportgen.problems import Place, Problem

HERE = Place("narrative/a.md", 3)


def error(code: str, words: str, place: Place = HERE, severity: str = "error") -> Problem:
    return Problem(severity, code, f"the words say “{words}”, {code}", place)  # type: ignore[arg-type]


def test_what_two_rules_tell_of_the_same_words_is_told_by_the_first() -> None:
    first = error("figure-against-data", "Some 108%")
    assert once([first, error("percentage-over-100", "108%")]) == [first]


def test_what_rests_on_a_figure_of_the_data_that_is_told_of_itself_is_not_told_again() -> None:
    base, count = Place("values.csv", 2), Place("values.csv", 3)
    mistyped = Problem("error", "common-base", "both count adults", base)
    resting = Problem("error", "count-against-gap", "of a base of 41,000 (values.csv:2) is between", count)
    assert once([mistyped, resting]) == [mistyped] and once([resting]) == [resting]
    again = Problem("error", "common-base", "it was 410,000 the year before", base)
    assert once([mistyped, again]) == [mistyped]
    doubt = Problem("warning", "common-base", "…", base)
    assert once([doubt, resting]) == [doubt, resting]
    spelling, twice = (Problem("warning", code, "…", count) for code in ("area-spelling", "same-period"))
    assert once([spelling, twice]) == [twice] and once([spelling]) == [spelling]


def test_other_words_or_places_and_two_figures_alike_are_told_each() -> None:
    told = [
        error("figure-against-data", "8%"),
        error("figure-against-data", "8%", Place("narrative/a.md", 4)),
        error("percentage-over-100", "108%"),
        error("direction", "below"),
        error("unsure-figure", "8%", severity="warning"),
    ]
    assert once(told) == told
