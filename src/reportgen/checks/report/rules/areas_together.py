"""What is said of several areas by their number: none has more, both are below, in two of the four it is over half."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportgen.checks.report.reading.comparisons import Move, comparatives, holds
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.several_areas import Several, may_count, several
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator
from reportgen.problems import Problem

_IN = re.compile(r"\b(?:in|for|of)\s$")
_THAN = re.compile(r"\sthan\b")


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in filter(may_count, report.statements):
        for indicator in _subjects(report, statement):
            values = _values(report, indicator)
            found = several(statement, tuple(values), report.data.home)
            told = (_problem(report, statement, one, indicator, values) for one in found)
            yield from [one for one in told if one is not None][:1]


def _subjects(report: ReadReport, statement: Statement) -> list[Indicator]:
    """The indicators that the sentence is about; one that its clauses name only together, too."""
    named = report.meanings.subjects(statement)
    whole = report.meanings.subject(statement, statement.end - 1)
    return named or ([whole.indicator] if whole and whole.sure else [])


def _values(report: ReadReport, indicator: Indicator) -> Mapping[str, Datum]:
    every = {area: report.data.value(indicator, area) for area in report.data.areas_of(indicator)}
    return {area: value for area, value in every.items() if value is not None}


def _problem(
    report: ReadReport, statement: Statement, several: Several, indicator: Indicator, values: Mapping[str, Datum]
) -> Problem | None:
    """What is wrong with the number of areas, where it is said of the present, and of areas that have values."""
    current = report.data.current(indicator)
    if not report.meanings.is_claim(statement, several.start, indicator, "nor") or not set(several.areas) <= set(
        values
    ):
        return None
    if report.data.home not in values or any(period != current for _, period in statement.periods):
        return None
    compared = next((one for one in comparatives(statement) if _belongs(statement, several, one)), None)
    rival = _rival(report, statement, several, compared) if compared else ""
    if compared is None:
        borne_out = _with_such_a_value(statement, several, indicator, values)
        start, end = several.start, several.end
    else:
        borne_out = _borne_out(several, compared, indicator, values, rival)
        start, end = min(several.start, compared.start), max(several.end, compared.end)
    compares_itself = rival in several.areas and several.number == len(several.areas)
    number = several.number - compares_itself
    if borne_out is None or (borne_out == [several.only] if several.only else len(borne_out) == number):
        return None
    said = statement.passage.text[start:end]
    true = ", ".join(f"{values[area].shown} for {report.areas.called(area)}" for area in values)
    so = f"it is so of {', '.join(borne_out)}" if borne_out else "it is so of none"
    message = f"the words say “{said}”, the data say {true} (“{indicator.id}”, {values[report.data.home].place}): {so}"
    hint = "Correct the number of areas, or the word that compares them."
    return Problem("error", "areas-together", message, statement.place(several.start), hint)


def _belongs(statement: Statement, several: Several, one: Move) -> bool:
    if several.set_against:
        return one.end <= several.start and several.start - one.end < 90
    if one.end <= several.start:  # is above the national average in both Kent and Surrey
        between = [named for named in statement.areas if one.end <= named.start < several.start]
        rivals = len(between) + bool(_THAN.match(statement.after(several.end)))  # higher in both Kent and Surrey than
        return rivals == 1 and _IN.search(statement.before(several.start, 6)) is not None
    return one.start >= several.end


def _rival(report: ReadReport, statement: Statement, several: Several, one: Move) -> str:
    """What each of them is compared with; empty where nobody can say."""
    inside = range(several.start, several.end)
    behind = [named for named in statement.areas if named.start >= one.end and named.start not in inside]
    if several.set_against or (several.others and not behind):
        return report.data.home
    return behind[0].area if behind else ""


def _borne_out(
    several: Several, one: Move, indicator: Indicator, values: Mapping[str, Datum], rival: str
) -> list[str] | None:
    """The areas that have more than another, or do better. None: it has no value."""
    if rival not in values:
        return None
    other, higher = values[rival].value, indicator.better == "higher"
    differing = [area for area in several.areas if values[area].value != other]
    return [area for area in differing if holds(one.sense, (values[area].value > other) != several.set_against, higher)]


def _with_such_a_value(
    statement: Statement, several: Several, indicator: Indicator, values: Mapping[str, Datum]
) -> Sequence[str] | None:
    """The areas of which the sentence's only figure is right."""
    figures = [one for one in statement.quantities if one.unit in ("percent", "gbp") and one.bound is None]
    if len(figures) != 1 or figures[0].unit != indicator.unit or several.only or several.set_against:
        return None
    return [area for area in several.areas if figures[0].possible.meets(values[area].range)]
