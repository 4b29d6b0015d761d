"""What kind each number in the words is: bound, matched, structural, cited or loose; the first that fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, get_args

from reportgen.checks.report.reading.claims.appositions import apposed
from reportgen.checks.report.reading.claims.counted import counted_of
from reportgen.checks.report.reading.numbers.announced import announces
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Place

if TYPE_CHECKING:
    from reportgen.checks.report.reading.report import ReadReport

Kind = Literal["bound", "matched", "structural", "cited", "loose"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Number:
    """One number in the words. `tied_to`: what of the data it came from, or is tied to."""

    text: str
    kind: Kind
    place: Place
    tied_to: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.kind}: “{self.text}”{f' ({self.tied_to})' if self.tied_to else ''}"


def numbers(report: ReadReport) -> tuple[Number, ...]:
    """Every number in the words but for dates, and those in names."""
    claims = {
        (id(claim.statement), claim.quantity.start): claim.expected.label
        for claim in report.claims
        if claim.meant and (claim.sure or claim.agrees or claim.agrees_with_another)
    }
    cells = (cell for table in report.typed_cells for cell in table if cell.exact or cell.agrees)
    claims |= {(id(cell.statement), cell.quantity.start): cell.datum.label for cell in cells}
    return tuple(
        _number(report, statement, one, claims.get((id(statement), one.start), ""))
        for statement in report.statements
        for one in statement.quantities
        if one.unit != "ordinal" or one.form != "word"  # first of all, the third sector
    )


def coverage(every: Sequence[Number]) -> str:
    """The share of each kind, in a line."""
    if not every:
        return "no numbers in the words"
    shares = (f"{_share(every, kind)}% {kind}" for kind in KINDS)
    return f"{len(every):,} {'number' if len(every) == 1 else 'numbers'} in the words: {', '.join(shares)}"


def _share(every: Iterable[Number], kind: Kind) -> int:
    kinds = [one.kind for one in every]
    return round(100 * kinds.count(kind) / len(kinds))


def _number(report: ReadReport, statement: Statement, one: Quantity, claimed: str) -> Number:
    kind, tied_to = _kind(report, statement, one, claimed)
    return Number(one.text, kind, statement.place(one.start), tied_to)


def _is_structural(report: ReadReport, statement: Statement, one: Quantity) -> bool:
    if counted_of(report.edition, statement, one) or announces(statement, one):
        return True
    mission = statement.passage.section.mission
    measures = sum(each.mission == mission for each in report.edition.evidence.indicators.values())
    return statement.before(one.start, 4).lower() == "all " and one.value == measures


def _kind(report: ReadReport, statement: Statement, one: Quantity, claimed: str) -> tuple[Kind, str]:
    if one.bound is not None:
        origin = one.bound.origin
        return "bound", f"{origin.kind} “{origin.id}”"
    if claimed:
        return "matched", claimed
    for first, second in pairwise(statement.quantities):
        if apposed(statement, first, second) is one:
            return "matched", "the figure beside it"
    quotes = report.quotes.of(statement, one)
    fitting = [quote.datum.label for quote in quotes if quote.sure or one.range.meets(quote.datum.range)]
    if fitting:
        return "matched", fitting[0]
    if one.unit == "number" and _is_structural(report, statement, one):
        return "structural", ""
    cited = bool(statement.sources) or statement.is_quoted(one.start)
    return ("cited", ", ".join(sorted(statement.sources))) if cited else ("loose", "")
