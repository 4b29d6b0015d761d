"""Every source is cited, and a note cites the source of the figures that it stands behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.report.reading.passage import NoteMark, Passage
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import sentences
from reportgen.document import Origin
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Fact, Indicator, Observation
from reportgen.edition.settings import FigureSettings, TableSettings
from reportgen.edition.sources import Source
from reportgen.problems import Place, Problem


def problems(report: ReadReport) -> Iterator[Problem]:
    yield from _uncited(report)
    for passage in report.passages:
        if passage.kind in ("paragraph", "item", "cell"):
            yield from _misplaced(passage, report.edition)


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


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What leads up to a mark, from the one before it in the sentence: the figures with a source of their own."""

    mark: NoteMark
    figures: Sequence[tuple[str, str]]  # as printed, and its source


def _misplaced(passage: Passage, edition: Edition) -> Iterator[Problem]:
    for start, end in sentences(passage.text):
        marks = [mark for mark in passage.notes if start < mark.at <= end and mark.key in edition.sources]
        stretches = list(_stretches(passage, start, marks, edition))
        cited = {mark.key for mark in marks}
        for one in stretches:
            own = {source for _, source in one.figures}
            neighbours = cited - {one.mark.key}
            if own and one.mark.key not in own and (own <= neighbours or not own & cited):
                yield _problem(one, passage.place(one.mark.at), edition)


def _stretches(passage: Passage, start: int, marks: Sequence[NoteMark], edition: Edition) -> Iterator[_Stretch]:
    for number, mark in enumerate(marks):
        begin = marks[number - 1].at if number else start
        if number and begin == mark.at:
            continue  # a second note at one place
        bound = [one for one in passage.bound if begin <= one.start < mark.at]
        sourced = [(one.value.text, _source(one.value.origin, edition)) for one in bound]
        here = {other.key for other in marks if other.at == mark.at}
        if not here & {source for _, source in sourced if source}:
            yield _Stretch(mark, [(text, source) for text, source in sourced if source])


def _source(origin: Origin, edition: Edition) -> str | None:
    evidence = edition.evidence
    if origin.kind == "fact":
        return evidence.facts[origin.id].source if origin.id in evidence.facts else None
    row = evidence.observation(origin.id, origin.area, origin.period)
    indicator = evidence.indicators.get(origin.id)
    return (row.source if row else None) or (indicator.source if indicator else None)


def _problem(one: _Stretch, place: Place, edition: Edition) -> Problem:
    text, source = one.figures[-1]
    message = (
        f"the note cites “{one.mark.key}” ({edition.sources[one.mark.key].text}), but “{text}” before it is from "
        f"“{source}”"
    )
    hint = f"Should it cite “{source}”: [^{source}]? Otherwise name the figure's source in the data."
    return Problem("warning", "note-source", message, place, hint)
