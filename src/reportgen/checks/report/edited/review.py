"""The Word file that somebody edited: its words for the rules, and what else in it contradicts the data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from reportgen.checks.report.edited import captions, cells, identity, ratings, remade, values
from reportgen.checks.report.edited.captions import captioned
from reportgen.checks.report.edited.cells import Pair
from reportgen.checks.report.edited.grid import At, inlines_of
from reportgen.checks.report.edited.lines import plain
from reportgen.checks.report.edited.reading import ReadWord, read_document
from reportgen.checks.report.edited.restored import restored
from reportgen.checks.report.edited.today import Today
from reportgen.checks.report.reading.narrative import narrative_passages
from reportgen.checks.report.reading.passage import Passage, Section
from reportgen.checks.report.reading.settings import settings_passages
from reportgen.document import Origin, Value
from reportgen.edition.edition import Edition
from reportgen.findings import Finding
from reportgen.problems import Place, Problem, Problems
from reportgen.word.properties import cut
from reportgen.word.ratings import fills
from reportgen.word.reader import WordFile

_OF_THE_DATA = ("name", "wording", "aspiration", "series heading", "series cell")
_OF_A_YEAR = ("data-changed", "table-cell")
_OWN = ("heading", "alt")  # never of the template's making
_EXPRESSION = re.compile(r"(?:, or bind it)?(?:: (?:\{\{.*\}\}|\[\^[^\]]*\])[^.?]*)?(?=[.?])")
_KNOWN = 0.5  # the share of a file's figures that its own edition knows, at least


@dataclass(frozen=True)
class Review:
    """`file` is what somebody edited, called `name`; `built` what reportgen would make of the edition today."""

    edition: Edition
    findings: Mapping[str, Finding]
    file: WordFile
    built: WordFile
    name: str

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The file's words for the rules, but for what template and data gave; and the data's own names."""
        made, tables = self._made, self._read.tables
        typed = [
            one
            for number, table in enumerate(tables)
            for one in table.passages
            if not self._is_made(number, (one.row, one.column))
        ]
        called = {one.section.figure for one in self._narrative if one.kind == "call"}
        wrote = (one for number, one in enumerate(self._read.passages) if number not in self._remade)
        words = [
            one
            for one in (*wrote, *typed)
            if (one.section.figure in called if one.kind == "call" else one.kind in _OWN or plain(one.text) not in made)
        ]
        calls = (one for one in self._narrative if one.kind == "call" and self._has_lost_its_origins)
        own = (one for one in settings_passages(self.edition) if one.kind in _OF_THE_DATA)
        return (*sorted(words, key=lambda one: one.place().nth), *calls, *own)

    def problems(self) -> Iterator[Problem]:
        """What contradicts the data beside the words: figures, cells, colours.

        A file of another year is told of once, and not figure by figure.
        """
        if self._has_lost_its_origins:
            hint = "Edit the file in Word or LibreOffice, which keep it; the words and tables are checked all the same."
            message = "what reportgen wrote of its figures is gone: none can be told from words that somebody typed"
            yield Problem("warning", "lost-origins", message, Place(self.name), hint)
        found, settings = list(self._figures()), self.edition.settings
        changed = [one for one in found if one.code == "data-changed"]
        made = (one for one in self._fresh.passages if plain(one.text) in self._made)
        other = list(identity.of_another_year(settings.edition, self._read.passages, made, len(changed)))
        yield from other or identity.of_another_title(self.file.document.title, cut(settings.title), self.name)
        told = {one.place for one in other}
        yield from (one for one in found if not other or (one.code not in _OF_A_YEAR and one.place not in told))

    def _figures(self) -> Iterator[Problem]:
        colours = fills(self.file.styles)
        areas = {area for _, area, _ in self.edition.evidence.observations}
        for figure in self._read.figures:
            if not self._is_made(figure.table, figure.at):
                yield from values.problems(figure, self._today)
        for pair in self._pairs.values():
            heads = pair.built.id in self.edition.settings.tables
            yield from cells.problems(pair, self._written, areas, typed_heads=heads)
        for number, original in self._remade.items():
            yield from remade.problems(self._read.passages[number], original)
        yield from captions.problems(self._read.captions, self._read.references)
        for number, table in enumerate(self._read.tables):
            yield from ratings.problems(table, self._today, colours, self._pairs.get(number))

    def in_word(self, problem: Problem) -> Problem:
        """As it is told of the file: a hint without the narrative's expressions, which Word knows nothing of."""
        if problem.hint is None or problem.place.file != self.name:
            return problem
        return replace(problem, hint=_EXPRESSION.sub("", problem.hint))

    def refuse_strangers(self) -> None:
        """Raise InputError where reportgen did not make the file, or made it of another edition."""
        met, place = Problems(), Place(self.name)
        known = {*self.edition.evidence.indicators, *self.edition.evidence.facts, *self.edition.settings.tables}
        named = [one.origin.id in known for one in self.file.written]
        if self._has_lost_its_origins and not self._is_alike:
            hint = "Check a file that `reportgen build` wrote. Word's “Inspect Document” takes out what it needs."
            met.error(
                "not-built", place, "reportgen did not make this file, or what it said of its figures is gone", hint
            )
        elif named and sum(named) < _KNOWN * len(named):
            hint = "Name the folder that the file was built from."
            message = (
                f"this file is of another edition: {self.edition.name} knows {sum(named)} of its {len(named)} figures"
            )
            met.error("other-edition", place, message, hint)
        met.raise_errors()

    @property
    def _has_lost_its_origins(self) -> bool:
        """Whether nothing in the file says any more which of its figures are which, as after a journey through other
        programs than Word and LibreOffice."""
        return not self.file.written and not self.file.data

    @cached_property
    def _is_alike(self) -> bool:
        """Whether most headings of today's build stand in the file."""
        headings = [
            {plain(one.text) for one in read.passages if one.kind == "heading"} for read in (self._fresh, self._read)
        ]
        return 2 * len(headings[0] & headings[1]) > len(headings[0])

    @cached_property
    def _today(self) -> Today:
        printed = [one for one in inlines_of(self.built.document.blocks) if isinstance(one, Value)]
        return Today(self.edition, self.findings, printed)

    @cached_property
    def _sections(self) -> Mapping[str, Section]:
        """Of the narrative's files, by their first headings."""
        found: dict[str, Section] = {}
        for one in self._narrative:
            if one.kind == "heading" and one.level == 1:
                found.setdefault(plain(one.text), Section(one.section.part, one.section.mission))
        return found

    @cached_property
    def _narrative(self) -> tuple[Passage, ...]:
        return tuple(narrative_passages(self.edition, self.findings))

    @cached_property
    def _read(self) -> ReadWord:
        return restored(self._reading(self.file, self._made), self._fresh, self.file.written)

    @cached_property
    def _written(self) -> Mapping[Origin, Value]:
        """The file's figures as reportgen wrote them."""
        return cells.by_origin(self.file.written)

    @cached_property
    def _fresh(self) -> ReadWord:
        return self._reading(self.built, frozenset())

    def _reading(self, file: WordFile, made: frozenset[str]) -> ReadWord:
        blocks = captioned(file.document.blocks, self.built.document.blocks)
        return read_document(file.document, blocks, self.name, self.edition, self._sections, made, self._today.right)

    @cached_property
    def _pairs(self) -> Mapping[int, Pair]:
        return cells.pairs(self._read.tables, self._fresh.tables)

    def _is_made(self, table: int, at: At) -> bool:
        """Whether this cell of the file is one that the data make."""
        return table in self._pairs and at in self._pairs[table].covered

    @cached_property
    def _remade(self) -> Mapping[int, Passage]:
        """What was made and then edited, by its number: no words that anybody wrote for the report."""
        return remade.remade(self._read.passages, self._fresh.passages, self._made)

    @cached_property
    def _made(self) -> frozenset[str]:
        """What template and data put into the report, and nobody wrote for it."""
        wrote = {plain(one.text) for one in (*self._narrative, *settings_passages(self.edition))}
        said = (plain(one.text) for one in self._fresh.passages if one.kind not in _OWN)
        named = {plain(one.text) for one in settings_passages(self.edition) if one.kind in ("aspiration", "name")}
        return (frozenset(said) - wrote) | named
