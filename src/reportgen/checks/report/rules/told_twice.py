"""Figures told with the same words in two places: they should be the same figure.

Where one of the two came from the data, the other one is wrong; where no data know either, nobody can say which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from reportgen.checks.report.reading.claims.linked import linked
from reportgen.checks.report.reading.claims.pointing import pointed_at
from reportgen.checks.report.reading.claims.retellings import same_thing
from reportgen.checks.report.reading.claims.tellings import Telling
from reportgen.checks.report.reading.claims.twins import are_twins, are_two
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.times.figure_periods import period_behind
from reportgen.problems import Problem

_ALIKE, _ENOUGH = 0.8, 3
_COUNTED = 100
_LASTS = re.compile(r"\s(?:years|months|weeks|days)\b")  # over four years is no more than four
_UNITS = ("percent", "gbp", "number")


def problems(report: ReadReport) -> Iterator[Problem]:
    """An error where both surely tell of one thing, at the typed or the later one; a warning where they seem to."""
    told = list(_told(report))
    typed, bound = [each for each in told if not each.one.bound], [each for each in told if each.one.bound]
    judged: set[int] = set()
    for other, wrong in (*product(bound, typed), *combinations(typed, 2)):
        if other.one.unit != wrong.one.unit or id(wrong) in judged or _are_alike_in_size(other, wrong):
            continue
        if _is_retold(other, wrong) and not _is_borne_out(wrong, told) and not _is_part_of(wrong, other.one):
            judged.add(id(wrong))
            yield _problem("error", wrong, other.statement, other.one)
        elif not other.one.bound and _are_alike(other, wrong):
            yield _problem("warning", wrong, other.statement, other.one)
    for pointing in typed:
        if id(pointing) not in judged and (meant := pointed_at(pointing.statement, pointing.one, report.statements)):
            yield _problem("error", pointing, *meant)


def _are_alike_in_size(first: Telling, second: Telling) -> bool:
    """Whether both may be one figure; of small counts only the same is: four, and not five."""
    one, other = first.one, second.one
    is_plain = all(not each.one.hedge or _LASTS.match(each.statement.after(each.one.end)) for each in (first, second))
    if one.unit == "number" and is_plain and max(one.value, other.value) < _COUNTED:
        return one.value == other.value
    ranges = [each.range if each.hedge == "between" else each.possible for each in (one, other)]
    return ranges[0].meets(ranges[1])


def _is_retold(one: Telling, other: Telling) -> bool:
    """Whether both surely tell one thing: by the words of one, or by what both are told with."""
    if are_two(one, other):
        return False
    if other.one.form == "digits" and (one.one.bound or one.one.form == "digits") and same_thing(one, other):
        return True
    return are_twins(one, other)


def _told(report: ReadReport) -> Iterator[Telling]:
    """The figures of running words that may be one another, but for those that the data know by themselves."""
    beside = linked(report.statements)
    claimed = {(id(claim.statement), claim.quantity.start) for claim in report.claims if claim.meant}
    for statement in report.statements:
        if statement.passage.kind == "cell":
            continue
        for one in statement.quantities:
            known = one.bound is not None or (id(statement), one.start) in claimed
            if one.unit in _UNITS and (one.bound or (not known and _is_loose(report, statement, one))):
                area, times = _area(report, statement, one), _times(report, statement, one)
                yield Telling(statement, one, area, times, beside[id(statement)])


def _area(report: ReadReport, statement: Statement, one: Quantity) -> str:
    if one.bound and one.bound.origin.kind == "value":
        return one.bound.origin.area or report.data.home
    named, _ = report.meanings.area(statement, one)
    return named.area if named else report.data.home


def _times(report: ReadReport, statement: Statement, one: Quantity) -> frozenset[str]:
    """The periods that the sentence names; those of a value that came from the data."""
    origin = one.bound.origin if one.bound else None
    indicator = report.edition.evidence.indicators.get(origin.id) if origin else None
    if indicator is not None and not statement.periods:
        return frozenset([report.data.current(indicator)])
    behind = period_behind(statement, one)
    return frozenset([behind] if behind else [period for _, period in statement.periods])


def _is_loose(report: ReadReport, statement: Statement, one: Quantity) -> bool:
    if statement.is_quoted(one.start):
        return False
    return not any(quote.sure or quote.agrees_exactly for quote in report.quotes.of(statement, one))


def _is_borne_out(wrong: Telling, told: Sequence[Telling]) -> bool:
    """Whether the same figure is told of the same thing elsewhere too."""
    return any(each is not wrong and _are_alike_in_size(each, wrong) and _is_retold(each, wrong) for each in told)


def _is_part_of(wrong: Telling, whole: Quantity) -> bool:
    """22% of residents are never online and 23.3% hardly ever, of 45.3% who are one or the other."""
    return any(
        other is not wrong.one and other.unit == whole.unit and other.value + wrong.one.value == whole.value
        for other in wrong.statement.quantities
    )


def _are_alike(first: Telling, second: Telling) -> bool:
    if (
        (first.frame, first.times) != (second.frame, second.times)
        or first.statement is second.statement
        or len(first.own) < _ENOUGH
    ):
        return False
    if first.unreal or second.unreal:
        return False
    return len(first.own & second.own) >= _ALIKE * len(first.own | second.own)


def _problem(severity: str, wrong: Telling, told: Statement, other: Quantity) -> Problem:
    at = told.place(other.start)
    message = f"“{wrong.one.text}” here, and “{other.text}” at {at}, told with the same words"
    if severity == "error":
        message = f"the words say “{wrong.one.text}”, and “{other.text}” at {at}, of the same thing"
    hint = "Correct one of the two, or say what tells them apart."
    place = wrong.statement.place(wrong.one.start)
    return Problem("error" if severity == "error" else "warning", "two-renderings", message, place, hint)
