"""The years in the title or alternative text of a figure or table: those that its data begin and end with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.checks.report.periods import first_year, last_year
from reportgen.checks.report.reading.passage import Passage
from reportgen.checks.report.reading.report import ReadReport
from reportgen.problems import Problem

_SPAN = re.compile(
    r"(?<![\d.,£])(?P<from>(?:19|20)\d\d(?:[-/–]\d\d)?)\s?(?P<link>to|and|[-–])\s?(?P<to>(?:19|20)\d\d(?:[-/–]\d\d)?)(?![\d,]*\d|\s?%)"
)


_DRAWN = re.compile(
    r"(?:[A-Za-z]+\s){0,2}(?:lines?|bars|columns|chart|graph)\s(?:(?:of|for|by)\s[a-z\s]+\s)?(?:from|for|over)\s$", re.I
)


def problems(report: ReadReport) -> Iterator[Problem]:
    for passage in report.passages:
        if passage.kind not in ("title", "alt"):
            continue
        shown = _periods(report, passage.section.figure)
        years = {year for one in shown for year in (first_year(one), last_year(one)) if year is not None}
        if len(years) < 2:
            continue
        for found in _SPAN.finditer(passage.text):
            pair = found["link"] == "and"
            ends = {"from": min(years), "to": max(years)}
            for key, end in ends.items():
                named = {first_year(found[key]), last_year(found[key])}
                whole = _ends(named, end, shown) if _is_of_all(passage, found) else _is_within(named, years)
                if not (not named.isdisjoint(years) if pair else whole):
                    yield _problem(passage, found, key, shown)


def _periods(report: ReadReport, key: str) -> Sequence[str]:
    """What a figure or table shows that are periods: its categories, or its columns."""
    chart, table = report.charts.get(key), report.edition.settings.tables.get(key)
    if chart is not None:
        choices: list[Sequence[str]] = [chart.categories, [one.name for one in chart.series]]
    elif table is not None and (series := report.edition.evidence.series.get(table.data)):
        choices = [[row[0] for row in series.rows], series.columns[1:]]
    else:
        return ()
    return next((found for one in choices if len(found := [each for each in one if first_year(each)]) > 1), ())


def _ends(named: set[int | None], end: int, shown: Sequence[str]) -> bool:
    """Whether it is the first or last year shown, in either of the years that a period such as 2022-23 has."""
    spans = [{first_year(one), last_year(one)} for one in shown]
    if len(named) > 1 and all(len(span) > 1 for span in spans):
        spans = [span for span in spans if span == named]
    return any(span & named and end in span for span in spans)


def _is_of_all(passage: Passage, found: re.Match[str]) -> bool:
    """Whether the years are those of the whole figure: in its title, or right behind what is drawn."""
    return passage.kind == "title" or _DRAWN.fullmatch(passage.text, 0, found.start()) is not None


def _is_within(named: set[int | None], years: set[int]) -> bool:
    """Words may speak of a part of the time that is shown, not of more."""
    return any(year is not None and min(years) <= year <= max(years) for year in named)


def _problem(passage: Passage, found: re.Match[str], key: str, shown: Sequence[str]) -> Problem:
    message = f"the words say “{found[0]}”, and “{passage.section.figure}” shows {shown[0]} to {shown[-1]}"
    return Problem("error", "drawn-years", message, passage.place(found.start(key)), "Correct the year, or the data.")
