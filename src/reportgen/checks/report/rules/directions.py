"""Above and below, better and worse: words against the sign of the gap between two areas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.checks.report.reading.areas.several_areas import may_count, several
from reportgen.checks.report.reading.claims.spoken_of import speaks_of_another
from reportgen.checks.report.reading.comparing.compared_area import compared_area
from reportgen.checks.report.reading.comparing.compared_measure import compared_measure, is_sized_otherwise
from reportgen.checks.report.reading.comparing.comparisons import Comparison, comparisons, follows_no, moves
from reportgen.checks.report.reading.comparing.differences import bears_out, gap_in_words
from reportgen.checks.report.reading.comparing.placings import in_their_order
from reportgen.checks.report.reading.indicators.measures_listed import measures_listed
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.times.spans import span_of
from reportgen.checks.report.rules.comparators import is_mistaken
from reportgen.edition.evidence import Indicator
from reportgen.problems import Problem

_OPENS_IN = re.compile(r"(?:Back\s)?[Ii]n\s(?:the\syear\s)?")
_NOWADAYS = re.compile(r"\b(?:now|today|since|still|currently|at\spresent|no\slonger|these\sdays)\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:when|was|were|had|then|once)\b")


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        yield from (one for one in _told(report, statement).values() if one)


def is_told(report: ReadReport, statement: Statement) -> bool:
    """Whether a sentence is told of for the areas that it compares, by this rule or by one that knows it better."""
    return _is_of_several(report, statement) or bool(_told(report, statement))


def _is_of_several(report: ReadReport, statement: Statement) -> bool:
    """Whether areas_together.py tells of it: all of them are below, none has more."""
    rivals = [one.area for one in report.edition.settings.comparators]
    return may_count(statement) and any(several(statement, report.areas.known, report.data.home, rivals))


def _told(report: ReadReport, statement: Statement) -> Mapping[int, Problem | None]:
    """What is wrong with its comparisons, by where they stand; nothing for those that comparators.py tells of."""
    told: dict[int, Problem | None] = {}
    if statement.text.endswith("?") or _is_of_several(report, statement):
        return told
    for comparison in (in_their_order(statement, one) for one in comparisons(statement)):
        if is_mistaken(report, statement, comparison.rival):
            told.setdefault(comparison.start, None)
        elif problem := _problem(report, statement, comparison):
            told.setdefault(comparison.start, problem)
    return told


def _problem(report: ReadReport, statement: Statement, comparison: Comparison) -> Problem | None:
    indicator = compared_measure(report, statement, comparison.start)
    _, listed = measures_listed(report.meanings, statement, comparison)
    if indicator is None or (None not in listed and listed and indicator not in listed):
        return None  # better on rent, but not on pay
    area, other = compared_area(report, statement, comparison.rival), report.data.area_of(comparison.rival, indicator)
    then = _opening_period(statement)
    gap = report.data.gap(indicator, area, other, then) if other and other != area else None
    if gap is None or (not then and _is_of_another_time(report, statement, indicator, comparison.start)):
        return None
    if is_sized_otherwise(statement.passage.text[comparison.start : comparison.end], indicator):
        return None
    borne_out = bears_out(gap.value, comparison.sense, indicator)
    denied = follows_no(statement, comparison.start)
    if borne_out != denied or speaks_of_another(report, statement, indicator):
        return None
    ours, theirs = report.data.value(indicator, area, then), report.data.value(indicator, other, then)
    if ours is None or theirs is None:
        return None
    word = f"{'no ' if denied else ''}{statement.passage.text[comparison.start : comparison.end]}"
    rival = f"{theirs.shown} for {report.areas.called(other)}"
    message = (
        f"the words say “{word}”, the data say {ours.shown} for {area} and {rival} (“{indicator.id}”, {ours.place}): "
        f"{gap_in_words(gap, indicator, comparison.sense)}"
    )
    return Problem(
        "error", "direction", message, statement.place(comparison.start), "Turn the word round, or correct it."
    )


def _is_of_another_time(report: ReadReport, statement: Statement, indicator: Indicator, at: int) -> bool:
    """Whether it names another period than now, and not only as one since which something has changed until now.

    Up by 1.7 points on 2022, which puts us ahead; not: has fallen since 2021, when it was above.
    """
    if not report.data.is_other_time(statement, indicator):
        return False
    current, moved = report.data.current(indicator), [one for one in moves(statement) if one.end <= at]
    begin, end = statement.stretch(at)
    dated = any(begin <= place < end for place, _ in statement.periods)
    if not moved or dated or _WAS.search(statement.passage.text, begin, at):
        return True
    span = span_of(statement, None, moved[-1].start, report.data.periods(indicator, report.data.home), current)
    return span.until != current or any(period not in (span.since, current) for _, period in statement.periods)


def _opening_period(statement: Statement) -> str:
    """The only period that a sentence names, where it opens with it: in 2021 fewer of us did than in England."""
    told = {period for _, period in statement.periods}
    opens = bool(told) and _OPENS_IN.fullmatch(statement.passage.text, statement.start, statement.periods[0][0])
    is_only = len(told) == 1 and not statement.shifts and not _NOWADAYS.search(statement.text)
    return told.pop() if opens and is_only else ""
