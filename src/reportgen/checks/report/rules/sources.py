"""Every source is cited, and a note cites the source of the figures that it stands behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.checks.report.reading.claims.quoted import Quote
from reportgen.checks.report.reading.passage import NoteMark, Passage
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import sentences
from reportgen.document import Origin
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Fact, Indicator, Observation
from reportgen.edition.settings import FigureSettings, TableSettings
from reportgen.edition.sources import Source
from reportgen.problems import Place, Problem

TELLING = 3  # digits of which nobody thinks that they are a figure's by chance, where the fact's words stand around
_Figure = tuple[int, str, str]  # where it begins, as printed, and its source


def problems(report: ReadReport) -> Iterator[Problem]:
    yield from _uncited(report)
    typed = _typed(report)
    for passage in report.passages:
        if passage.kind in ("paragraph", "item", "cell") and passage.notes:
            bound = ((one.start, one.value.text, _source(one.value.origin, report.edition)) for one in passage.bound)
            figures = sorted(one for one in (*bound, *typed.get(id(passage), ())) if one[2])
            yield from _misplaced(passage, figures, report.edition)


def _uncited(report: ReadReport) -> Iterator[Problem]:
    """A source that neither a note nor the data name."""
    settings, evidence = report.edition.settings, report.edition.evidence
    rows: list[Indicator | Observation | Fact | FigureSettings | TableSettings] = [
        *evidence.indicators.values(),
        *evidence.observations.values(),
        *evidence.facts.values(),
        *settings.figures.values(),
        *settings.tables.values(),
    ]
    cited = {one.source for one in rows} | {mark.key for one in report.passages for mark in one.notes}
    for source in report.edition.sources.values():
        if source.key not in cited and not _is_named(source, report):
            message = f"the source “{source.key}” is cited nowhere"
            hint = f"Cite it with [^{source.key}], or delete it."
            yield Problem("warning", "uncited-source", message, source.place, hint)


def _is_named(source: Source, report: ReadReport) -> bool:
    """Whether the words speak of it by name: its text up to the first comma, where that is no common word."""
    name = source.text.partition(",")[0].strip()
    return " " in name and any(name in passage.text for passage in report.passages)


def _typed(report: ReadReport) -> Mapping[int, Sequence[_Figure]]:
    """The typed figures that surely are of the data, by their passages."""
    found = dict[int, list[_Figure]]()
    for claim in report.claims:
        if claim.sure and claim.agrees:
            area, period = claim.area, claim.period or report.data.current(claim.indicator)
            source = _of_indicator(claim.indicator.id, area, period, report.edition)
            found.setdefault(id(claim.statement.passage), []).append(
                (claim.quantity.start, claim.quantity.text, source)
            )
    for statement in (one for one in report.statements if one.sources):
        unnoted = replace(statement, sources=frozenset())  # what it tells by its words, whatever note stands behind it
        for one in (one for one in statement.quantities if one.bound is None):
            told = [
                quote for quote in report.quotes.of(unnoted, one) if (quote.sure and quote.agrees) or _is_telling(quote)
            ]
            sources = {source for quote in told for source in _of_quote(quote, report.edition)}
            if len(sources) == 1:
                found.setdefault(id(statement.passage), []).append((one.start, one.text, sources.pop()))
    return found


def _of_quote(quote: Quote, edition: Edition) -> Sequence[str]:
    """The source of a fact; of a cell of a series those of the figures and tables that show it."""
    settings, key = edition.settings, quote.datum.subject
    if key in edition.evidence.facts:
        return [edition.evidence.facts[key].source or ""]
    shown: list[FigureSettings | TableSettings] = [*settings.figures.values(), *settings.tables.values()]
    return [one.source or "" for one in shown if one.data == key]


def _is_telling(quote: Quote) -> bool:
    """Whether the digits alone say which fact is quoted, whatever the note says: 212 care homes."""
    return quote.agrees_exactly and len(quote.quantity.value.normalize().as_tuple().digits) >= TELLING


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What leads up to a mark, from the one before it in the sentence: the figures with a source of their own."""

    mark: NoteMark
    figures: Sequence[tuple[str, str]]  # as printed, and its source


def _misplaced(passage: Passage, figures: Sequence[_Figure], edition: Edition) -> Iterator[Problem]:
    for start, end in sentences(passage.text):
        marks = [mark for mark in passage.notes if start < mark.at <= end and mark.key in edition.sources]
        stretches = list(_stretches(figures, start, marks))
        cited = {mark.key for mark in marks}
        for one in stretches:
            own = {source for _, source in one.figures}
            neighbours = cited - {one.mark.key}
            if own and one.mark.key not in own and (own <= neighbours or not own & cited):
                yield _problem(one, passage.place(one.mark.at), edition)


def _stretches(figures: Sequence[_Figure], start: int, marks: Sequence[NoteMark]) -> Iterator[_Stretch]:
    for number, mark in enumerate(marks):
        begin = marks[number - 1].at if number else start
        if number and begin == mark.at:
            continue  # a second note at one place
        sourced = [(text, source) for at, text, source in figures if begin <= at < mark.at]
        here = {other.key for other in marks if other.at == mark.at}
        if not here & {source for _, source in sourced}:
            yield _Stretch(mark, sourced)


def _source(origin: Origin, edition: Edition) -> str:
    if origin.kind == "fact":
        fact = edition.evidence.facts.get(origin.id)
        return (fact.source if fact else None) or ""
    return _of_indicator(origin.id, origin.area, origin.period, edition)


def _of_indicator(indicator: str, area: str, period: str, edition: Edition) -> str:
    row, own = edition.evidence.observation(indicator, area, period), edition.evidence.indicators.get(indicator)
    return (row.source if row else None) or (own.source if own else None) or ""


def _problem(one: _Stretch, place: Place, edition: Edition) -> Problem:
    text, source = one.figures[-1]
    message = (
        f"the note cites “{one.mark.key}” ({edition.sources[one.mark.key].text}), but “{text}” before it is from "
        f"“{source}”"
    )
    hint = f"Should it cite “{source}”: [^{source}]? Otherwise name the figure's source in the data."
    return Problem("warning", "note-source", message, place, hint)
