"""What is said of several periods: rose in each of the last two years, the highest of the three, above in none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen.checks.report.periods import first_year
from reportgen.checks.report.reading.comparing.compared_measure import compared_measure
from reportgen.checks.report.reading.comparing.comparisons import comparatives, comparisons, moves
from reportgen.checks.report.reading.comparing.differences import bears_out
from reportgen.checks.report.reading.comparing.placings import placings
from reportgen.checks.report.reading.numbers.how_many import MANY, how_many
from reportgen.checks.report.reading.numbers.number_words import ORDINALS, cardinal
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator
from reportgen.problems import Problem

_YEARS = r"(?:calendar\s|school\s|financial\s)?years?"
_MENTIONS = re.compile(r"\byears?\b|\bthan\b|\b(?:both|neither)\s(?:in\s)?\d", re.IGNORECASE)
_EVERY = re.compile(
    rf"\b(?:in\s)?(?:(?:each|every|all|both)\s(?:one\s)?(?:of\s)?(?:the\s)?(?:last|past|latest)\s(?P<many>{MANY})\s{_YEARS}"
    rf"|(?P<row>{MANY})\s(?:(?:consecutive|successive)\s{_YEARS}|{_YEARS}\s(?:running|in\sa\srow))"
    rf"|for\s(?:the|a)\s(?P<time>{'|'.join(ORDINALS)})\s{_YEARS}\s(?:running|in\sa\srow)"
    rf"|in\s(?:each|every\sone|all)\sof\sthe\s(?P<years>{MANY})\s{_YEARS}"
    rf"|(?:each|every)\syear\s(?:since|from)\s(?=\d))",
    re.IGNORECASE,
)
_OF_THE = re.compile(
    rf"\b(?:of|in|over)\s(?:all\s|any\sof\s)?the\s(?:last\s|past\s)?(?P<many>{MANY})\s{_YEARS}\b", re.IGNORECASE
)
_THAN_IN = re.compile(
    rf"\bthan\sin\s(?:either|both|any|each)\s(?:of\sthe\s(?P<many>{MANY})\s(?:other\s)?{_YEARS}(?:\sbefore)?|(?=\d))"
)
_COUNTED = re.compile(
    rf"\bin\s(?:only\s|just\s)?(?P<head>none|all|each|every\sone|both|{MANY})\sof\sthe\s(?P<many>{MANY})\s{_YEARS}\b"
    r"|\b(?:in\s)?(?P<pair>both|neither)\s(?:in\s)?(?=\d{4}\S*\s(?:and|nor)\s(?:in\s)?\d{4})",
    re.IGNORECASE,
)
_HINT = "Correct the word, or the periods."


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        if not _MENTIONS.search(statement.passage.text, statement.start, statement.end):
            continue
        every = _EVERY.search(statement.passage.text, statement.start, statement.end)
        than = _THAN_IN.search(statement.passage.text, statement.start, statement.end)
        counted = _COUNTED.search(statement.passage.text, statement.start, statement.end)
        of_the = _OF_THE.search(statement.passage.text, statement.start, statement.end)
        if every and any(moves(statement)):
            yield from _moved(report, statement, every)
        elif than:
            yield from _set_against(report, statement, than)
        elif counted:
            yield from _compared(report, statement, counted)
        elif of_the:
            yield from _placed(report, statement, of_the)


def _moved(report: ReadReport, statement: Statement, found: re.Match[str]) -> Iterator[Problem]:
    """Rose in each of the last two years, every year since 2021, two years running."""
    move = next((one for one in moves(statement)), None)
    indicator = _indicator(report, statement, move.start) if move else None
    if move is None or indicator is None:
        return
    many = cardinal(found["many"] or found["row"] or "") or ORDINALS.get((found["time"] or "").lower())
    if found["years"]:
        many = (cardinal(found["years"]) or 0) - 1  # in each of three years: it may have been two times
    since = next((period for at, period in statement.periods if at == found.end()), "")
    periods = [one for one in _known(report, indicator) if not since or one >= since]
    periods = periods[-int(many) - 1 :] if many else periods
    if len(periods) < 2 or (many and len(periods) != many + 1) or (since and periods[0] != since):
        return
    values = [report.data.value(indicator, report.data.home, one) for one in periods]
    numbers = [one.value for one in values if one is not None]
    if all(bears_out(later - sooner, move.sense, indicator) for sooner, later in pairwise(numbers)):
        return
    said = f"{statement.passage.text[move.start : move.end]} {found[0]}"
    yield _problem(report, statement, move.start, said, indicator, periods)


def _set_against(report: ReadReport, statement: Statement, found: re.Match[str]) -> Iterator[Problem]:
    """Lower in 2023 than in either of the two years before, than in both 2021 and 2022."""
    before = [one for one in comparatives(statement) if one.end <= found.start()]
    indicator = _indicator(report, statement, before[-1].start) if before else None
    if indicator is None:
        return
    own = [period for at, period in statement.periods if at < found.start()] or [report.data.current(indicator)]
    known = _known(report, indicator)
    named = [period for at, period in statement.periods if at >= found.end()]
    many = int(cardinal(found["many"]) or 0) if found["many"] else 0
    at = known.index(own[0]) if len(own) == 1 and own[0] in known else -1
    others = known[at - many : at] if many and at >= many else named
    if at < 0 or not others or (found["many"] and len(others) < 2) or not set(others) <= set(known):
        return
    if all(bears_out(_change(report, indicator, one, own[0]), before[-1].sense, indicator) for one in others):
        return
    said = statement.passage.text[before[-1].start : found.end()]
    yield _problem(report, statement, before[-1].start, said, indicator, [*others, own[0]])


def _compared(report: ReadReport, statement: Statement, found: re.Match[str]) -> Iterator[Problem]:
    """Above the national average in all of the three years, in neither 2022 nor 2023."""
    one = next(iter(comparisons(statement)), None)
    indicator = _indicator(report, statement, one.start, alone=False) if one else None
    if one is None or indicator is None or one.rival.area in ("", report.data.home):
        return
    known, named = _known(report, indicator), [period for at, period in statement.periods if at >= found.start()]
    periods = known[-int(cardinal(found["many"]) or 0) :] if found["many"] else named
    numbers = how_many((found["head"] or found["pair"]).split()[0], len(periods))
    gaps = [report.data.gap(indicator, report.data.home, one.rival.area, period) for period in periods]
    if numbers is None or (found["many"] and len(periods) != cardinal(found["many"])) or None in gaps:
        return
    so = [gap for gap in gaps if gap is not None and bears_out(gap.value, one.sense, indicator)]
    if len(so) not in numbers:
        said = f"{statement.passage.text[one.start : one.end]} {found[0]}"
        yield _problem(report, statement, one.start, said, indicator, periods)


def _placed(report: ReadReport, statement: Statement, found: re.Match[str]) -> Iterator[Problem]:
    """The highest of the three years, the lowest in three years."""
    placing = next((one for one in placings(statement) if one.end <= found.start()), None)
    indicator = _indicator(report, statement, placing.start) if placing else None
    if placing is None or indicator is None or len(placing.senses) != 1:
        return
    named = [period for _, period in statement.periods] or [report.data.current(indicator)]
    known = _known(report, indicator)
    periods = known[-int(cardinal(found["many"]) or 0) :]
    if len(named) != 1 or named[0] not in periods or len(periods) != cardinal(found["many"]):
        return
    others = [one for one in periods if one != named[0]]
    ahead = sum(bears_out(_change(report, indicator, named[0], one), placing.senses[0], indicator) for one in others)
    level = sum(_change(report, indicator, named[0], one) == 0 for one in others)
    if not ahead < placing.rank <= ahead + level + 1:
        said = statement.passage.text[placing.start : found.end()]
        yield _problem(report, statement, placing.start, said, indicator, periods)


def _indicator(report: ReadReport, statement: Statement, at: int, *, alone: bool = True) -> Indicator | None:
    """What it is said of, where that is sure, and of the report's own area."""
    areas = [one.area for one in statement.areas if one.area != report.data.home]
    return None if areas and alone else compared_measure(report, statement, at, "nor")


def _known(report: ReadReport, indicator: Indicator) -> Sequence[str]:
    """The periods that have a value, where no year is missing between them."""
    home = report.data.home
    found = [one for one in report.data.periods(indicator, home) if report.data.value(indicator, home, one)]
    years = [first_year(one) for one in found]
    follow = all(sooner and later and later - sooner == 1 for sooner, later in pairwise(years))
    return found if follow else []


def _change(report: ReadReport, indicator: Indicator, since: str, until: str) -> Decimal:
    change = report.data.change(indicator, report.data.home, since, until)
    return change.value if change else Decimal(0)


def _problem(
    report: ReadReport, statement: Statement, at: int, said: str, indicator: Indicator, periods: Sequence[str]
) -> Problem:
    values = [report.data.value(indicator, report.data.home, one) for one in periods]
    shown = ", ".join(f"{one.shown} in {period}" for one, period in zip(values, periods, strict=True) if one)
    place = next(one.place for one in reversed(values) if one)
    message = f"the words say “{said}”, the data say {shown} (“{indicator.id}”, {place})"
    return Problem("error", "periods-together", message, statement.place(at), _HINT)
