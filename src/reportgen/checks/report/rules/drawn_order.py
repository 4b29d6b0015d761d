"""First, second, last, followed by: the order of a figure's bars in words, against their lengths."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain, islice, pairwise

from reportgen.checks.report.reading.numbers.number_words import ORDINALS
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.series.drawn import Drawn, Mention, drawn, values
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.settings import IndicatorData
from reportgen.problems import Problem

_COMMON = r"(?:common|frequent|usual|widespread|popular)"
_MOST = (
    rf"highest|largest|biggest|greatest|longest|top|most\s{_COMMON}|commonest|foremost"
    r"|(?:main|chief|leading)(?=\s[a-z-]+\s(?:is|was|of|for)\b)"
)
_LEAST = rf"last|lowest|smallest|shortest|least\s{_COMMON}|rarest"
_PLACE = rf"(?P<most>{_MOST})|(?P<least>{_LEAST})|(?P<place>{'|'.join(ORDINALS)})"
_BEHIND = re.compile(
    r"(?:,?\s(?:at|with)\s[£\d][\d.,%a-z]*,?)?\s(?:(?:is|are|was|were|comes?|came|ranks?|ranked|stands?|stood|has|have)\s)?(?:by\sfar\s|clearly\s)?"
    rf"(?:the\s)?(?:{_PLACE})\b(?!\s(?:of|to)\sall|-)",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"\b(?:{_PLACE})\s(?:[a-z]+\s){{0,3}}(?:is|was|are|were)\s(?:the\s)?$", re.IGNORECASE)
_FOLLOWED = re.compile(r"\bfollowed\s(?:closely\s|by\sfar\s)?by\b|,\sthen\b|\bahead\sof\b", re.IGNORECASE)

Judged = Callable[[Mapping[int, Decimal]], bool]


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement, figure in drawn(report):
        if isinstance(figure.figure.data, IndicatorData) or figure.is_over_time:
            continue  # ranks.py knows areas, drawn_course.py years
        mentions = figure.mentions(statement)
        placed = (problem for one in mentions for problem in _placed(statement, figure, one))
        yield from islice(chain(placed, _followed(statement, figure, mentions)), 1)  # two that are swapped are one slip


def _placed(statement: Statement, figure: Drawn, one: Mention) -> Iterator[Problem]:
    text = statement.passage.text
    found = _BEHIND.match(text, one.end, statement.end) or _BEFORE.search(text, statement.start, one.start)
    if found and not _holds(statement, figure, partial(_is_placed, one=one, found=found)):
        yield _problem(statement, figure, one, found.group().strip(" ,"))


def _is_placed(bars: Mapping[int, Decimal], one: Mention, found: re.Match[str]) -> bool:
    own = bars.get(one.number)
    if own is None:
        return True
    ahead, alike = sum(bar > own for bar in bars.values()), sum(bar == own for bar in bars.values())
    if found["least"]:
        return ahead + alike == len(bars)
    place = 1 if found["most"] else ORDINALS[found["place"].lower()]
    return ahead < place <= ahead + alike


def _followed(statement: Statement, figure: Drawn, mentions: Sequence[Mention]) -> Iterator[Problem]:
    """What is followed by what: the first before the words, and those behind them, one after the other."""
    for found in _FOLLOWED.finditer(statement.passage.text, statement.start, statement.end):
        before = [one for one in mentions if one.end <= found.start()][-1:]
        end = min([statement.end, *(at for at in [statement.passage.text.find(";", found.end())] if at >= 0)])
        row = [*before, *(one for one in mentions if found.end() <= one.start < end)]
        rising = re.search(_LEAST, statement.passage.text[statement.start : found.start()], re.IGNORECASE) is not None
        if not before or len(row) < 2:
            continue
        for one, following in pairwise(row):
            if not _holds(statement, figure, partial(_in_order, one=one, following=following, rising=rising)):
                yield _problem(statement, figure, following, found[0].strip(" ,"))


def _in_order(bars: Mapping[int, Decimal], one: Mention, following: Mention, *, rising: bool) -> bool:
    if one.number not in bars or following.number not in bars:
        return True
    first, second = bars[one.number], bars[following.number]
    return first <= second if rising else first >= second


def _holds(statement: Statement, figure: Drawn, judged: Judged) -> bool:
    """Whether it is so in any of the series that may be meant; bars below zero are in no order that words tell."""
    each = [values(one) for one in figure.meant(statement)]
    return any(judged(bars) or any(bar < 0 for bar in bars.values()) for bars in each)


def _problem(statement: Statement, figure: Drawn, one: Mention, said: str) -> Problem:
    name = figure.chart.categories[one.number]
    series = figure.meant(statement)[0]
    in_order = sorted(values(series).items(), key=lambda bar: -bar[1])
    shown = ", ".join(
        f"{figure.chart.categories[number]} {figure.chart.label(series, bar)}" for number, bar in in_order[:4]
    )
    message = f"the words say “{said}” of “{name}”, and the data of “{figure.figure.id}” say {shown} ({figure.source})"
    return Problem("error", "drawn-order", message, statement.place(one.start), "Correct the order, or the data.")
