"""What is said of several areas by their number: none has more, both are below, in two of the four it is over half."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportgen.checks.report.reading.areas.named_together import excepted, rows
from reportgen.checks.report.reading.areas.several_areas import Several, may_count, several
from reportgen.checks.report.reading.comparing.comparisons import Move, comparatives, holds
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.indicators.meaning import Manner
from reportgen.checks.report.reading.numbers.ranges import ENDLESS, Range
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator
from reportgen.problems import Problem

_IN = re.compile(r"\b(?:in|for|of)\s$")
_THAN = re.compile(r"\sthan\b")
_TO_A_FIGURE = re.compile(r"(?:\sthan)?\s(?:an?\s|the\s)?")
_THAN_OURS = re.compile(r"\bthan\s(?:ours|our\s[a-z]+|(?:we|it)\s(?:do|does|is|are|has|have)|here)\b")
_OF_ANOTHER = re.compile(r"\b(?:than|above|below|behind|against|with|from|as|to)\s(?:in\s|for\s|those\s(?:in|of)\s)?$")

_REACHED = re.compile(r"\b(?:reach(?:es|ed)?|tops?|hits?|gets?\sto|comes?\s(?:up\s)?to)\s$")


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in filter(may_count, report.statements):
        subjects = _subjects(report, statement)
        for indicator in subjects if _are_known(report, statement, subjects) else _only(report, statement):
            values = report.data.values(indicator)
            found = several(statement, tuple(values), report.data.home, indicator.comparators, report.areas.wider)
            told: dict[int, list[Problem | None]] = {}
            for one in found:
                told.setdefault(one.start, []).append(_problem(report, statement, one, indicator, values))
            yield from [each[0] for each in told.values() if each[0] is not None and None not in each][:1]


def _are_known(report: ReadReport, statement: Statement, subjects: Sequence[Indicator]) -> bool:
    """Whether any of them has values for the areas that the sentence counts."""
    return any(_counted(report, statement, one) for one in subjects)


def _counted(report: ReadReport, statement: Statement, indicator: Indicator) -> list[Several]:
    values = report.data.values(indicator)
    found = several(statement, tuple(values), report.data.home, indicator.comparators, report.areas.wider)
    return [one for one in found if set(one.areas) <= set(values)]


def _only(report: ReadReport, statement: Statement) -> list[Indicator]:
    """The one measure of those that have values for the areas counted: of two of rents, the one of boroughs."""
    indicators = report.edition.evidence.indicators.values()
    having = {one.id: found[0] for one in indicators if (found := _counted(report, statement, one))}
    if not having or len(having) == len(indicators):
        return []
    first = next(iter(having.values()))
    said = statement.told(statement.start, first.start) | statement.told(first.end, statement.end)
    only = report.meanings.only_of([one for one in indicators if one.id in having], said)
    return [only] if only else []


def _subjects(report: ReadReport, statement: Statement) -> list[Indicator]:
    """The indicators that the sentence is about; one that its clauses name only together, too."""
    named = report.meanings.subjects(statement)
    whole = report.meanings.subject(statement, statement.end - 1)
    return named or ([whole.indicator] if whole and whole.sure else [])


def _problem(
    report: ReadReport, statement: Statement, several: Several, indicator: Indicator, values: Mapping[str, Datum]
) -> Problem | None:
    """What is wrong with the number of areas, where it is said of the present, and of areas that have values."""
    if not report.meanings.is_claim(statement, several.start, indicator, Manner("nor")):
        return None
    if not {report.data.home, *several.areas} <= values.keys() or report.data.is_other_time(statement, indicator):
        return None
    compared = _compared(statement, several)
    if compared is None:
        borne_out = _with_such_a_value(statement, several, indicator, values)
        numbers, (start, end) = several.numbers, (several.start, several.end)
    else:
        rival = _rival(report, statement, several, compared)
        borne_out = _borne_out(several, compared, indicator, values, rival)
        start, end = min(several.start, compared.start), max(several.end, compared.end)
        is_all = several.numbers.start == len(several.areas)
        numbers = (
            range(len(several.areas) - 1, len(several.areas)) if rival in several.areas and is_all else several.numbers
        )
    if borne_out is None or (set(borne_out) == several.only if several.only else len(borne_out) in numbers):
        return None
    said = statement.passage.text[start:end]
    true = ", ".join(f"{values[area].shown} for {report.areas.called(area)}" for area in values)
    so = f"it is so of {', '.join(borne_out)}" if borne_out else "it is so of none"
    message = f"the words say “{said}”, the data say {true} (“{indicator.id}”, {values[report.data.home].place}): {so}"
    hint = "Correct the number of areas, or the word that compares them."
    return Problem("error", "areas-together", message, statement.place(several.start), hint)


def _compared(statement: Statement, several: Several) -> Move | None:
    """The word that compares them: the nearest before what something is set against, else the first behind them."""
    belonging = [one for one in comparatives(statement) if _belongs(statement, several, one)]
    begin, until = statement.reach(several.start, several.end)
    within = range(statement.start if several.set_against else begin, until)
    belonging = [one for one in belonging if one.start in within and not _bounds_a_figure(statement, one)]
    belonging.sort(key=lambda one: -one.end if several.set_against else one.start)
    return belonging[0] if belonging else None


def _belongs(statement: Statement, several: Several, one: Move) -> bool:
    if several.set_against:
        return one.end <= several.start and several.start - one.end < 90
    if one.end <= several.start:  # is above the national average in both Kent and Surrey
        between = [named for named in statement.areas if one.end <= named.start < several.start]
        ours = _THAN_OURS.search(statement.passage.text, one.end, several.start)  # higher than ours in three others
        ours = ours if not between else None  # which is an area named
        rivals = len(between) + bool(
            ours or _THAN.match(statement.after(several.end))
        )  # higher in both Kent and … than
        rivals = rivals or several.of_others  # longer in none of the others: than ours
        return rivals == 1 and _IN.search(statement.before(several.start, 6)) is not None
    return one.start >= several.end


def _bounds_a_figure(statement: Statement, one: Move) -> bool:
    """More than 30%, above £10: compared with a figure, not with an area."""
    return any(
        one.end <= figure.start and _TO_A_FIGURE.fullmatch(statement.passage.text, one.end, figure.start)
        for figure in statement.quantities
    )


def _rival(report: ReadReport, statement: Statement, several: Several, one: Move) -> str:
    """What each of them is compared with; empty where nobody can say."""
    inside = range(several.start, several.end)
    if several.set_against:
        ahead = [named for named in statement.areas if named.end <= several.start]
        ahead = [named for named in ahead if not _OF_ANOTHER.search(statement.before(named.start, 24))]
        return ahead[-1].area if ahead else report.data.home
    out = excepted(statement)
    behind = [named for named in statement.areas if named.start >= one.end and named.start not in inside]
    behind = [named for named in behind if named.area not in out]
    if several.others and not behind:
        return report.data.home
    if several.only and behind and any(len(row.areas) > 1 for row in rows(statement) if row.start == behind[0].start):
        return ""  # only Kent has fewer than England and Wales
    return behind[0].area if behind else report.data.home if _THAN_OURS.search(statement.text) else ""


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
    within, reach = range(several.start, several.end), range(*statement.reach(several.start, several.end))
    figures = [one for one in statement.quantities if one.unit == indicator.unit and one.start not in within]
    figures = figures if all(one.start in reach for one in figures) else []
    if len(figures) != 1 or figures[0].bound is not None or several.set_against:
        return None
    reached = _REACHED.search(statement.before(figures[0].start)) is not None
    if indicator.unit == "number" and not (figures[0].hedge or reached):
        return None
    said = Range(figures[0].value, ENDLESS, True) if reached and not figures[0].hedge else figures[0].possible
    return [area for area in several.areas if said.meets(values[area].range)]
