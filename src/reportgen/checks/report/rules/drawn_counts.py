"""Two lines, six bars, three years: what an alternative text counts in its first sentence is what the figure draws."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.periods import first_year, last_year
from reportgen.checks.report.reading.numbers.number_words import CARDINAL, cardinal
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.series.drawn import Drawn, drawn, values
from reportgen.problems import Problem

_DRAWN = re.compile(
    rf"\s*(?:an?\s)?(?:[a-z]+\s(?:chart|graph|figure)\s(?:with|of)\s)?(?P<number>\d{{1,2}}|{CARDINAL})\s(?:[a-z]+\s)?"
    r"(?P<what>lines|bars|columns)(?=\s*[.,;:]|\s(?:by|over|for|from|of|in|showing|side|that\sshow)\b)",
    re.IGNORECASE,
)
_YEARS = re.compile(rf"\b(?:over|for|across)\s(?:the\s)?(?P<number>\d{{1,2}}|{CARDINAL})\syears\b", re.IGNORECASE)


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement, figure in drawn(report):
        if statement.passage.kind != "alt":
            continue
        said, begin, end = statement.passage.text, statement.start, statement.end
        counted = _DRAWN.match(said, begin, end)
        years = _YEARS.search(said, begin, end) if figure.is_over_time else None
        for found in filter(None, (counted, years)):
            right = _drawn(figure, found["what"].lower()) if found is counted else _years(figure)
            number = cardinal(found["number"])
            if number is None or not right or int(number) in right:
                continue
            if statement.number == 0 or number > max(right):  # further on, fewer may be some of them
                what = found["what"].lower() if found is counted else "years"
                message = f"the words say “{found[0].strip()}”, and “{figure.figure.id}” draws {max(right)} {what}"
                place = statement.place(found.start("number"))
                yield Problem("error", "count", message, place, "Correct the number, or the data.")


def _drawn(figure: Drawn, what: str) -> set[int]:
    """How many lines, bars or columns there are; nothing where the figure draws others."""
    series, categories = len(figure.chart.series), len(figure.chart.categories)
    if (what == "lines") != (figure.figure.kind == "line"):
        return set()
    if figure.figure.kind == "line":
        return {series}
    return {series, categories, sum(len(values(one)) for one in figure.chart.series)}


def _years(figure: Drawn) -> set[int]:
    """How many years are drawn, or lie between the first and the last."""
    shown = [one for one in map(first_year, figure.chart.categories) if one is not None]
    last = last_year(figure.chart.categories[-1]) or shown[-1]
    return {len(shown), shown[-1] - shown[0], last - shown[0] + 1}
