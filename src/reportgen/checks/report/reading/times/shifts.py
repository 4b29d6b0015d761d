"""Periods told by their distance from another one: the year before, two years earlier, a year later, a decade ago."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportgen.checks.report.periods import shifted
from reportgen.checks.report.reading.numbers.number_words import CARDINAL, cardinal

_NO_CLAUSE = (  # the year before the pandemic, a year before it opened: of something else than a period
    r"(?!\s(?:(?:the|an?|its|his|her|our|their|we|this|these|those|last|when|which)\b|(?-i:[A-Z])"
    r"|(?:it|they)\s(?!was\b|were\b|had\b|stood\b|came\b)))"
)
_SHIFT = re.compile(
    rf"\b(?:(?P<many>an?|the|one|{CARDINAL}|\d+)\s(?P<unit>year|decade)s?\s"
    rf"(?:(?P<back>earlier|before{_NO_CLAUSE}|previously|prior{_NO_CLAUSE}(?!\sto\b))|(?P<ago>ago)"
    rf"|(?P<on>later|afterwards?|after(?=[,.;]|$)|on(?=,)))(?P<chained>\s(?:that|then)\b)?"
    r"|(?:the\s)?(?P<last>previous|preceding|prior)\syear\b"
    r"|\bthe\s(?P<next>following)\syear)",
    re.IGNORECASE,
)
_SAME = re.compile(r",?\s(?:in\s|\()?")  # a year earlier, in 2021: that is when it was

Way = Literal["back", "ago", "on"]


@dataclass(frozen=True, slots=True)
class Shift:
    """Words from `start` to `end` that lead so many years from one period to another.

    `period`: the other one; empty where it is not said from which they lead.
    """

    start: int
    end: int
    years: int
    way: Way
    chained: bool  # from the last that was told: the year before that
    period: str = ""

    @property
    def anchor(self) -> str:
        """The period that it leads from, where it is known."""
        return shifted(self.period, -self.years) if self.period else ""

    def of(self, period: str) -> str:
        return shifted(period, self.years)


def shifts(text: str, start: int, end: int, named: Sequence[tuple[int, str]], before: str) -> Iterator[Shift]:
    """Those of a sentence. `named`: the periods that it names; `before`: the last that the sentences before name."""
    last = before
    for found in _SHIFT.finditer(text, start, end):
        one = _shift(found)
        if any(_is_the_same(text, start, one, at, period) for at, period in named):
            continue
        ahead = [period for at, period in named if at < one.start]
        behind = [period for at, period in named if at > one.start]
        anchor = (last if one.chained else "") or (ahead[-1] if ahead else behind[0] if behind else before)
        last = one.of(anchor) if anchor else ""
        yield replace(one, period=last)


def _shift(found: re.Match[str]) -> Shift:
    unit = 10 if (found["unit"] or "").lower() == "decade" else 1
    many = int(cardinal(found["many"] or "") or 1) * unit
    way: Way = "on" if found["on"] or found["next"] else "ago" if found["ago"] else "back"
    chained = found["chained"] is not None
    return Shift(found.start(), found.end(), many if way == "on" else -many, way, chained)


def _is_the_same(text: str, start: int, one: Shift, at: int, period: str) -> bool:
    """Whether a period that is named stands right beside it, as its other name."""
    if at > one.start:
        return _SAME.fullmatch(text, one.end, at) is not None
    opens = re.fullmatch(r"[Ii]n\s", text[start:at]) is not None and text[one.end : one.end + 1] == ","
    return re.fullmatch(r",\s", text[at + len(period) : one.start]) is not None and (opens or one.way == "ago")
