"""One fact, one rendering: the same figure reads the same wherever it is quoted, in its rounding too."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.report.reading.claims.claim import Claim
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.report import ReadReport
from reportgen.document import Origin
from reportgen.problems import Place, Problem

_Key = tuple[str, ...]


def problems(report: ReadReport) -> Iterator[Problem]:
    """A warning at each typed rendering that differs from the bound one, or from the first that was typed."""
    first: dict[_Key, tuple[str, Place]] = {}
    for statement in report.statements:
        for one in statement.quantities:
            origin = one.bound.origin if one.bound else None
            if origin and origin.kind in ("value", "gap", "count"):
                key = (*_key(origin.id, origin.kind, one), _bound_to(report, origin))
                first.setdefault(key, (one.text, statement.place(one.start)))
    for claim in report.claims:
        if not _is_plain(report, claim):
            continue
        key = (*_key(claim.indicator.id, _kind(claim), claim.quantity), _of_which(claim))
        text, place = first.setdefault(key, (claim.quantity.text, claim.statement.place(claim.quantity.start)))
        if _digits(text) != _digits(claim.quantity.text):
            message = f"“{claim.quantity.text}” here, and “{text}” at {place}: the same figure in two renderings"
            hint = "Round it alike everywhere, or bind it."
            yield Problem("warning", "two-renderings", message, claim.statement.place(claim.quantity.start), hint)


def _is_plain(report: ReadReport, claim: Claim) -> bool:
    one = claim.quantity
    current = claim.period in ("", report.data.current(claim.indicator)) and claim.role in ("value", "gap")
    return claim.sure and claim.agrees and not one.hedge and one.form == "digits" and current


def _bound_to(report: ReadReport, origin: Origin) -> str:
    """As _of_which says it of what was typed."""
    indicator = report.edition.evidence.indicators[origin.id]
    return origin.area if origin.kind == "value" or origin.area != indicator.comparators[0] else ""


def _of_which(claim: Claim) -> str:
    """The area of a value; of a gap the one that it is measured to, where that is not the usual one."""
    if claim.role == "value":
        return claim.area
    return claim.rival.area if claim.rival and claim.rival.area != claim.indicator.comparators[0] else ""


def _kind(claim: Claim) -> str:
    is_count = claim.role == "gap" and claim.quantity.unit == "number" and claim.indicator.unit == "percent"
    return "count" if is_count else str(claim.role)


def _key(indicator: str, kind: str, one: Quantity) -> _Key:
    return indicator, kind, one.unit


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit() or sign == ".")
