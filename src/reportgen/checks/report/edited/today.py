"""What the data say today where a figure of a Word file came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from reportgen.document import Origin, Value
from reportgen.edition.edition import Edition
from reportgen.expressions.figures import BoundFigures
from reportgen.findings import Finding, gap_between
from reportgen.numbers import show_gap, show_gap_in_words
from reportgen.sandbox import ExpressionError

_SIGNED = re.compile(r"[+−-]?[£\d][\d.,]*(?:pp|bn|m)?|[+−-].*")


class Today:
    """`printed`: the figures of the report as it would be built today, in the forms that its template prints."""

    def __init__(self, edition: Edition, findings: Mapping[str, Finding], printed: Iterable[Value]) -> None:
        self._edition, self._findings = edition, findings
        self._figures = BoundFigures(edition, findings)
        self._printed: dict[Origin, list[str]] = {}
        for one in printed:
            self._printed.setdefault(_key(one.origin), []).append(one.text)

    def period(self, origin: Origin) -> str:
        """The current one of an indicator; empty where there is none of that name."""
        finding = self._findings.get(origin.id)
        return finding.period if finding else ""

    def says(self, figure: Value) -> tuple[str, ...]:
        """All ways to print it, first that in which it was printed; none where the data do not have it any more."""
        try:
            said = [*self._evaluated(figure.origin)]
        except ExpressionError:
            said = []
        every = dict.fromkeys([*said, *self._printed.get(_key(figure.origin), ())])
        signed = _SIGNED.fullmatch(figure.written) is not None
        order = (
            (figure.written,) if figure.written in every else sorted(every, key=lambda one: _in_words(one) == signed)
        )
        return tuple(dict.fromkeys([*order, *every]))

    def right(self, figure: Value) -> str:
        """What it should say; what it says where nobody knows."""
        return next(iter(self.says(figure)), figure.text)

    def _evaluated(self, origin: Origin) -> Iterator[str]:
        figures, one = self._figures, origin.id
        match origin.kind:
            case "value":
                yield figures.value(one, origin.area, origin.period).text
            case "gap":
                yield from self._gap(origin)
            case "change":
                since, _, until = origin.period.partition(" to ")
                if until == self.period(origin):
                    yield figures.change(one, since).text
            case "count":
                yield figures.count(one).text
            case "rating":
                yield figures.rating(one).text
            case "statement":
                yield figures.statement(one).text
            case "reason" if one in self._findings:
                yield self._findings[one].reason
            case "fact":
                yield figures.fact(one).text

    def _gap(self, origin: Origin) -> Iterator[str]:
        """In the period that it was printed for, signed and in words."""
        evidence, indicator = self._edition.evidence, self._edition.evidence.indicators.get(origin.id)
        areas = (self._edition.settings.area, origin.area)
        found = [evidence.observation(origin.id, area, origin.period) for area in areas]
        gap = gap_between(*(one.value if one else None for one in found))
        if gap is not None and indicator is not None:
            yield show_gap(gap, indicator.unit, indicator.decimals)
            yield show_gap_in_words(gap, indicator.unit, indicator.decimals)


def _key(origin: Origin) -> Origin:
    """The place moves with each row above it; of a series there is nothing else to go by."""
    place = origin.place if origin.kind == "series" else ""
    return Origin(origin.kind, origin.id, origin.area, origin.period, place)


def _in_words(text: str) -> bool:
    return _SIGNED.fullmatch(text) is None
