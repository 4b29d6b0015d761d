"""Indicators that count the same thing must allow one common base: a published count and its gap prove it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.checks.report.intervals import Interval, counted
from reportgen.checks.report.periods import first_year
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.rules.absolute_gaps import gap_between
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Indicator, Observation
from reportgen.findings import Finding
from reportgen.numbers import EXACT, rounded, show_count
from reportgen.problems import Place, Problem

DRIFT = Decimal("0.05")  # how far a base may move in a year
CLEAR = Decimal("1.5")  # bases so many times apart are no matter of who exactly is counted
_POPULATION = re.compile(r"(?:%|per ?cent(?:age)?|percentage|share|proportion) of (?:all |the )?(.+)", re.IGNORECASE)
_SPECIAL = re.compile(  # words by which only some of them may be meant
    r"\b\d+ ?(?:to|and|or|[-–+]) ?(?:\d|over|under|older|younger)|\b(?:over|under|age|year|stage) \d|\d\+"
    r"|\b(?:aged?|young|older|working(?!-class)|employed|unemployed|economically|claim\w*|wom[ae]n|m[ae]n|female|male|disabled|"
    r"children|pupils|students|pensioners|parents|tenants|owners?|social|private|rented|new|small|large|primary|secondary|"
    r"leavers|(?:first|final)[- ]year|grades?|gcses?|surveyed|asked|eligible)\b"
    r"|\b(?:with|in|on|at|from|living|receiving|using)\b.*\b(?:that|who|which|whose)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Proof:
    """How many there are of what an indicator counts, and the row that says so."""

    indicator: Indicator
    row: Observation
    base: Interval
    says: str
    declared: bool  # by a base, not by a count
    doubted: bool = False  # a base that its own indicator's count cannot be of

    @property
    def place(self) -> Place:
        return self.row.place_of("base" if self.declared else "gap_count")

    @property
    def year(self) -> int | None:
        return first_year(self.row.period)

    @property
    def is_of_all(self) -> bool:
        """Whether its name is of just what is counted, and of no part of them: % of adults that …, Adults who …"""
        name, population = self.indicator.name, _POPULATION.search(self.indicator.name)
        counted = re.compile(rf"{re.escape(_stem(self.indicator.counted))}s?\b", re.IGNORECASE)
        begins = counted.match(population[1] if population else name)
        return begins is not None and not _SPECIAL.search(counted.sub("", name))


def problems(report: ReadReport) -> Iterator[Problem]:
    groups: dict[str, list[Proof]] = {}
    for finding in report.findings.values():
        if (proof := _proof(finding, report.edition)) is not None:
            groups.setdefault(_stem(proof.indicator.counted), []).append(proof)
    for group in groups.values():
        yield from _judged(group)


def _stem(thing: str) -> str:
    """What is counted, whether one or many."""
    words = " ".join(thing.casefold().split())
    return words.removesuffix("s")


def _proof(finding: Finding, edition: Edition) -> Proof | None:
    indicator = finding.indicator
    own = edition.evidence.observation(indicator.id, edition.settings.area, finding.period)
    rival = edition.evidence.observation(indicator.id, finding.comparisons[0].area, finding.period)
    if indicator.unit != "percent" or not indicator.counted or own is None:
        return None
    if own.base is not None:
        base, implied = counted(own.base), implied_base(own, rival)
        doubted = implied is not None and not implied.meets(base)
        return Proof(indicator, own, base, f"a base of {show_count(own.base)}", True, doubted)
    implied = implied_base(own, rival)
    if rival is None or rival.gap_count is None or implied is None:
        return None
    return Proof(indicator, rival, implied, _says(rival.gap_count, implied.low, implied.high), False)


def implied_base(own: Observation, rival: Observation | None) -> Interval | None:
    """The base of which a published count and its gap speak."""
    gap = gap_between(own, rival) if rival else None
    if rival is None or rival.gap_count is None or gap is None or not gap.high:
        return None
    count = counted(rival.gap_count)
    most = EXACT.divide(count.high, gap.low).scaleb(2, EXACT) if gap.low else Decimal("Infinity")
    return Interval(EXACT.divide(count.low, gap.high).scaleb(2, EXACT), most)


def _says(count: Decimal, least: Decimal, most: Decimal) -> str:
    lower = show_count(rounded(least, 0))
    base = f"between {lower} and {show_count(rounded(most, 0))}" if most.is_finite() else f"of {lower} or more"
    return f"a gap of {show_count(count)}, so a base {base}"


def _judged(group: Sequence[Proof]) -> Iterator[Problem]:
    agreeing = _largest_agreement(group)
    for one in group:
        if one in agreeing:
            continue
        others = [other for other in agreeing if not _allowed(one, other)]
        if not others or (one.declared and all(other.declared for other in others) and not _slipped(one, others)):
            continue  # two bases that were both typed may well be two things of one name
        yield _contradiction(one, min(others, key=_width), len(agreeing))


def _largest_agreement(group: Sequence[Proof]) -> list[Proof]:
    """The most that allow one base; of as many, those that declare it undoubted, then those that come first."""
    agreements = [[one for one in group if _allowed(one, other, other.base.low)] for other in group]
    return max(agreements, key=lambda those: (len(those), sum(one.declared - 2 * one.doubted for one in those)))


def _allowed(one: Proof, other: Proof, base: Decimal | None = None) -> bool:
    """Whether one allows the base of the other, or this one among them, give or take what the years between do."""
    years = 1 if one.year is None or other.year is None else abs(one.year - other.year)
    slack = min(DRIFT * years, Decimal("0.5")) if one.row.period != other.row.period else Decimal(0)
    theirs = other.base if base is None else Interval(base, base)
    return one.base.wider(slack).meets(theirs)


def _width(one: Proof) -> Decimal:
    """How little it tells: a base that is known to the last digit tells most."""
    return EXACT.divide(one.base.high, one.base.low) if one.base.low > 0 else Decimal("Infinity")


def _slipped(one: Proof, others: Sequence[Proof]) -> bool:
    """Whether a base looks like another that was mistyped: the same digits, give or take one or their order."""
    own, shared = f"{one.row.base:f}", {f"{other.row.base:f}" for other in others}
    return len(others) > 1 and len(shared) == 1 and _is_slip(own, shared.pop())


def _is_slip(typed: str, meant: str) -> bool:
    if len(typed) == len(meant):
        wrong = [number for number, (left, right) in enumerate(zip(typed, meant, strict=True)) if left != right]
        return len(meant) > 3 and (len(wrong) == 1 or (len(wrong) == 2 and sorted(typed) == sorted(meant)))
    shorter, longer = sorted((typed, meant), key=len)
    return len(longer) - len(shorter) == 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )


def _contradiction(one: Proof, other: Proof, agreeing: int) -> Problem:
    far = CLEAR * one.base.high < other.base.low or CLEAR * other.base.high < one.base.low
    sure = far and one.is_of_all and other.is_of_all and not (one.declared and other.declared)
    message = (
        f"“{one.indicator.id}” and “{other.indicator.id}” both count {one.indicator.counted}, and cannot mean the "
        f"same ones: {one.says} here; {other.says} at {other.place}"
    )
    if agreeing > 1:
        message += f", which {agreeing} indicators agree with"
    hint = f"Look for a mistyped figure; where they are other {one.indicator.counted}, say so in “counted”."
    return Problem("error" if sure else "warning", "common-base", message, one.place, hint)
