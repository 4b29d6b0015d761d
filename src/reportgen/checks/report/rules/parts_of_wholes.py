"""A part that is more than its whole: of the 300 who were asked, 340 answered; 46 of the 40 workshops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_OF_WHOLE = re.compile(
    r"(?:Out\s)?[Oo]f\s(?:(?:all|the|our|its|their|these|those|some|about|around|nearly|almost|over|[\w’'-]+[’']s?)\s)*"
)
_NO_MEASURE = (
    r"(?!(?:per\s?cent|percent|million|billion|thousand|points?|pounds|years?|months?|weeks?|days?|hours?|minutes?|miles"
    r"|times)\b)"
)
_BEHIND = re.compile(
    r"\s(?:[a-z]+ly\s)?(?:are|were|is|was|have|had|has|do|did|said|say|took|take|came|come|went|go|got|get|found|find|joined|passed|left|stayed|met|failed"
    r"|opened|closed|completed|started|lived?|work(?:ed)?|of\sthem|still|now|remain\w*|agreed|answered|replied|responded|used|received|needed|wanted"
    r"|reported|[a-z]+ed)\b"
)
_PART = re.compile(r"\s(?:out\s)?of\s(?:(?:all|the|our|its|their|these|those|[\w’'-]+[’']s?)\s)*$")


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        counts = [one for one in statement.quantities if one.unit == "number" and one.value == int(one.value)]
        for first, second in pairwise(counts):
            pair = _of_the(statement, first, second) or _part_of(statement, first, second)
            if pair is not None:
                yield from _judged(statement, *pair)


def _of_the(statement: Statement, whole: Quantity, part: Quantity) -> tuple[Quantity, Quantity] | None:
    """Of the 300 people released in May, 340 had somewhere to stay."""
    text = statement.passage.text
    opens = _OF_WHOLE.fullmatch(text, statement.start, whole.begin)
    between = text[whole.end : part.begin]
    if opens is None or not re.fullmatch(rf"\s{_NO_MEASURE}[a-z][^,;:]*,\s(?:only\s|just\s|all\sbut\s)?", between):
        return None
    return (part, whole) if _BEHIND.match(text, part.end, statement.end) else None


def _part_of(statement: Statement, part: Quantity, whole: Quantity) -> tuple[Quantity, Quantity] | None:
    """46 of the 40 workshops."""
    text = statement.passage.text
    if not _PART.fullmatch(text, part.end, whole.begin):
        return None
    return (part, whole) if re.match(rf"\s{_NO_MEASURE}[a-z]", text[whole.end : statement.end]) else None


def _judged(statement: Statement, part: Quantity, whole: Quantity) -> Iterator[Problem]:
    as_exact = whole.value + (part.value - part.range.low)  # whoever tells 340 has not rounded to 300
    most = whole.possible.high if whole.hedge else min(whole.range.high, as_exact)
    if part.possible.low > most and not (part.bound and whole.bound):
        wrong = whole if part.bound else part
        message = f"the words say “{wrong.text}”: {part.text} of {whole.text} are more than there are"
        yield Problem("error", "shares", message, statement.place(wrong.start), "Correct the part, or the whole.")
