"""Figures typed in the words against the data: a value, gap, count or change that cannot be what the data say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reportgen.checks.report.reading.claims.claim import Claim
from reportgen.checks.report.reading.claims.quoted import Quote
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.likeness import is_wide_of, likeness
from reportgen.checks.report.reading.numbers.quantities import quantities
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.rules.comparators import mistaken_rival
from reportgen.checks.report.rules.quotes import is_sum_of_rows
from reportgen.problems import Problem

_MAKES = re.compile(r"\b(?:adds?\sup\sto|comes?\sto|came\sto|amounts?\sto|makes|totals|or)\s$")


def problems(report: ReadReport) -> Iterator[Problem]:
    for claim in contradicted(report):
        yield _problem(claim)
    alike = _alike(report)
    for claim in report.claims:
        if _agrees(claim) or not claim.meant or claim.statement.sources or _is_quoted(report, claim):
            continue
        if (claim.agrees_with_another or not claim.sure) and alike[_what(claim)] <= 1 and not _is_drawn(report, claim):
            yield _doubt(claim)


def _is_drawn(report: ReadReport, claim: Claim) -> bool:
    """Whether the alternative text of a figure tells what it draws, of whichever area or year."""
    chart = report.charts.get(claim.statement.passage.section.figure) if claim.statement.passage.kind == "alt" else None
    if chart is None:
        return False
    labels = (chart.label(series, value) for series in chart.series for value in series.values if value is not None)
    return any(claim.quantity.possible.meets(one.range) for label in labels for one in quantities(label))


def contradicted(report: ReadReport) -> Iterator[Claim]:
    """The claims that the data surely contradict."""
    alike = _alike(report)
    for claim in _wrong(report):
        single = (
            alike[_what(claim)] == 1
            or likeness(claim.quantity, claim.expected) > 1
            or not _is_plain(claim)
            or _is_in_brackets(claim)
        )
        if (
            claim.sure
            and single
            and not _is_made_of(report, claim)
            and not mistaken_rival(report, claim)
            and not _is_quoted(report, claim)
        ):
            yield claim


def _is_made_of(report: ReadReport, claim: Claim) -> bool:
    """£918 a week comes to nearly £48,000 in a year: a sum of another figure of the sentence, which is the data's."""
    one = claim.quantity
    return any(
        other.agrees
        and _is_plain(other)
        and other.expected.label == claim.expected.label
        and other.quantity.unit == one.unit
        and (one.value > 3 * other.quantity.value or _MAKES.search(claim.statement.before(one.begin)))
        for other in report.claims_of(claim.statement)
        if other is not claim and other.quantity.start < one.start
    )


def _is_quoted(report: ReadReport, claim: Claim) -> bool:
    """Whether the figure is that of a fact or of a series: 220 volunteers, beside a rate of them."""
    quotes = report.quotes.of(claim.statement, claim.quantity)
    hedged = bool(claim.quantity.hedge)
    fitting = [quote for quote in quotes if (quote.sure or quote.likely) and quote.agrees]
    if any(not (hedged and is_wide_of(claim.quantity, quote.datum)) for quote in fitting):
        return True
    return is_sum_of_rows(claim.statement, claim.quantity, quotes) or _is_beside_its_column(report, claim, quotes)


def _is_beside_its_column(report: ReadReport, claim: Claim, quotes: Sequence[Quote]) -> bool:
    """From £120m to £210m: whether two figures are a table's, each of a cell of its own."""
    own, one = _cells(quotes), claim.quantity
    others = [each for each in claim.statement.quantities if own and each is not one and each.unit == one.unit]
    theirs = [cell for each in others for cell in _cells(report.quotes.of(claim.statement, each))]
    return any(a.place.file == b.place.file and a.label != b.label for a in own for b in theirs)


def _cells(quotes: Sequence[Quote]) -> list[Datum]:
    """Those that a figure may be of, and whose very figure it is."""
    return [each.datum for each in quotes if not each.score and each.agrees_exactly]


def _wrong(report: ReadReport) -> list[Claim]:
    return [one for one in report.claims if not (_agrees(one) or one.agrees_with_another)]


def _alike(report: ReadReport) -> Counter[tuple[object, ...]]:
    """How many figures would be the same one of the data."""
    alike = Counter(_what(claim) for claim in _wrong(report))
    alike.update(_what(claim) for claim in report.claims if _is_plain(claim) and claim.agrees)
    return alike


def _agrees(claim: Claim) -> bool:
    return claim.agrees or claim.is_relative


def _is_plain(claim: Claim) -> bool:
    return claim.quantity.form == "digits" and not claim.quantity.hedge


def _is_in_brackets(claim: Claim) -> bool:
    """Half of adults (57%): the same once more, more exactly."""
    return claim.statement.before(claim.quantity.start, 1) == "("


def _what(claim: Claim) -> tuple[object, ...]:
    """Two figures of one sentence that would both be the same one of the data are most likely about something else."""
    rival = claim.rival.area if claim.rival else ""
    return (
        id(claim.statement),
        claim.indicator.id,
        claim.role,
        claim.area,
        rival,
        claim.period,
        claim.expected.label,
        claim.quantity.unit,
    )


def _problem(claim: Claim) -> Problem:
    one = claim.quantity
    datum = claim.expected if claim.is_of_its_unit else claim.relative or claim.expected
    said = claim.statement.passage.text[one.begin : one.end]
    message = f"the words say “{said}”, the data say {datum.shown} ({datum.label}, {datum.place}): both cannot be true"
    name: str = claim.role if claim.role in ("gap", "change") else "value"
    if name == "gap" and one.unit == "number" and claim.indicator.unit == "percent":
        name = "count"
    hint = f'Correct the figure, or bind it: {{{{ {name}("{claim.indicator.id}") }}}}.'
    return Problem("error", "figure-against-data", message, claim.statement.place(one.start), hint)


def _doubt(claim: Claim) -> Problem:
    """A warning where the words do not say which area or time is meant."""
    one, datum = claim.quantity, claim.agrees_with_another or claim.expected
    other = f"; {claim.expected.shown} is {claim.expected.label}" if claim.agrees_with_another else ""
    message = f"the words say “{one.text}”, which seems to be {datum.label}, {datum.shown}{other}"
    hint = "Say which area and period are meant; what this is not sure of is no error."
    return Problem("warning", "unsure-figure", message, claim.statement.place(one.start), hint)
