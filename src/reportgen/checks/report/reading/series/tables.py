"""Tables as words speak of them: the rows that a sentence names in its own way, the columns that it can mean.

What is said of a table's rows holds, or not, in each column that may be meant: who cannot tell which it is need not
know, where the words are wrong in all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.checks.report.periods import when
from reportgen.checks.report.reading.facts.names import VAGUE
from reportgen.checks.report.reading.indicators.kinship import COMMON
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.series.cells import SeriesCell
from reportgen.checks.report.reading.series.columns import Cells
from reportgen.checks.report.reading.series.rows_together import REST, RowName, rows_named
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import stems_beside
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Series
from reportgen.edition.settings import FigureSettings, TableSettings

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"[\w’'-]+")
_PAST = re.compile(
    r"\b(?:was|were|had|did|used\sto|once|then|ago|earlier|before|previous\w*|former\w*)\b", re.IGNORECASE
)
_THERE_ARE = re.compile(r"[Tt]here\s(?:is|are|was|were)\s")
_LOOSE = 2  # words that may stand among those of a name
_HELPING = r"(?:is|are|was|were|has|have|had|been|also|often|still|now|usually|mostly|do|does|did|can)"
_BEFORE_A_VERB = re.compile(rf"(?P<word>[\w’'-]+)\s(?:{_HELPING}\s)*$")
_HELPS = re.compile(rf"\s(?:{_HELPING}\s)*")
_VERB = re.compile(
    r"(?![a-z]+ing\b)[a-z]+\s(?:with|on|in|into|to|for|from|at|as|up|off|out|down|back|away|about|against|the|an?|more|less|fewer|most"
    r"|fewest|least|than|is|are|was|were|has|have|had|because|when|much|many)\b|(?![a-z]+ing\b)[a-z]+\.?$",
)
_PLAIN_WORDS = """
figure table chart display show find found see stand lie behind make made cause causes blame blamed responsible account
accounts explain lead leads bring brought seen saw give gave given take took taken get got gain gained lose lost
come came built produce create generate add added deliver provide spend cost go goes went named name cite
mention say said tell answer report choose chosen pick picked done stay stayed remain kept keep put bad mere
sheer big large small little half reason source kind type sort way thing part common often frequent likely usual
popular widespread rest list ahead follow clear far easily still again just even only current today latest
together second third fourth fifth high higher highest larger largest great greater greatest wide wider widest
bigger biggest longest longer low lower lowest smaller smallest few fewer fewest less least narrower narrowest
short shorter shortest main chief commonest since rise rose risen rises fall fell fallen falls climb climbed drop
dropped grow grew grown grows increase increased decrease decreased decline declined slip slipped jump jumped move
moved change changed went gone come down back away because use using used slightly sharply steadily steeply slowly
quickly fast faster fastest
"""
_PLAIN = stems_in(_PLAIN_WORDS)
_WHOLE = COMMON - stems_in("young new men women children online digital public working age pupils students patients")


@dataclass(frozen=True, eq=False)
class Column:
    """A column of figures, by the names of the rows."""

    heading: str
    words: frozenset[str]
    years: frozenset[str]
    cells: Mapping[str, SeriesCell]

    def values(self) -> Mapping[str, Decimal]:
        return {name: cell.datum.value for name, cell in self.cells.items() if not REST.match(name)}


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    series: Series
    names: tuple[str, ...]  # of its rows, without a total or a rest
    columns: tuple[Column, ...]  # without those of changes
    words: frozenset[str]  # of its title and headings
    years: frozenset[str]  # of its title
    shown: frozenset[str]  # the tables and figures that show it
    home: str  # the area that it is of
    sources: frozenset[str] = frozenset()  # where all that show it have it from

    def is_noted_otherwise(self, statement: Statement, every: Iterable[Statement]) -> bool:
        """Whether a sentence calls notes, and none to where the table is from, by itself or by what refers to it."""
        if not (self.sources and statement.sources) or self.sources & statement.sources:
            return False
        return not any(statement.sources & one.sources for one in every if self._is_referred_to(one))

    def rows(self, statement: Statement) -> Sequence[RowName]:
        """The rows that a sentence names, in its order: by their whole names, or by the words of them in any order."""
        whole = list(rows_named(statement, self.series))
        named = {row.name for row in whole}
        for name in self.names:
            found = self._loosely(statement, name) if name not in named else None
            if found and not any(row.start < found.end and found.start < row.end for row in whole):
                whole.append(found)
        return sorted(whole, key=lambda row: row.start)

    def _loosely(self, statement: Statement, name: str) -> RowName | None:
        """A shortage of crew, for Crew shortage: all words of a name, or most of a long one, near each other."""
        told = stems_in(name)
        others = frozenset[str]().union(*(stems_in(other) for other in self.names if other != name))
        if not told or not told - others:
            return None
        least = len(told) if len(told) < 4 else (len(told) + 1) // 2
        for number in range(len(statement.stems)):
            window = statement.stems[number : number + least + _LOOSE]
            held = [(at, word) for at, word in window if word in told]
            words = {word for _, word in held}
            if window[0][1] in told and len(words) >= least and words - others:
                end = _WORD.match(statement.passage.text, held[-1][0])
                return RowName(name, held[0][0], end.end() if end else held[-1][0])
        return None

    def is_meant(self, statement: Statement, rows: Sequence[RowName]) -> bool:
        """Whether a sentence speaks of the table, and tells nothing beside it but in the plainest words."""
        said = self._beside(statement, rows)
        told = (
            bool(said & self.words) or _THERE_ARE.match(statement.text) is not None or self._is_referred_to(statement)
        )
        known = self.words | _WHOLE | VAGUE | _PLAIN
        own = frozenset(word for row in rows for word in stems_in(row.name)) | self.words
        elsewhere = any(one.area != self.home and not stems_in(one.text) <= own for one in statement.areas)
        return told and not elsewhere and all(self._is_a_verb(statement, rows, word) for word in said - known)

    def _is_a_verb(self, statement: Statement, rows: Sequence[RowName], strange: str) -> bool:
        """Whether a word that the table does not know only says what its rows do: firms struggle with late payment."""
        known = self.words | _WHOLE
        ends = [row.end for row in rows]
        for at, word in statement.stems:
            if word != strange or any(row.start <= at < row.end for row in rows):
                continue
            before = _BEFORE_A_VERB.search(statement.before(at))
            noun = bool(before and stems_in(before["word"] or "") & known)
            noun = noun or any(end < at and _HELPS.fullmatch(statement.passage.text, end, at) for end in ends)
            if not noun or not _VERB.match(statement.passage.text, at, statement.end):
                return False
        return True

    def _beside(self, statement: Statement, rows: Sequence[RowName]) -> frozenset[str]:
        """The words of a sentence but for the rows' own and those of areas."""
        areas = frozenset(word for one in statement.areas for word in stems_in(one.text))
        own = frozenset(word for row in rows for word in stems_in(row.name))
        return stems_beside(statement, statement.start, statement.end) - areas - own

    def _is_referred_to(self, statement: Statement) -> bool:
        within = range(statement.start, statement.end)
        return any(one.target in self.shown and one.start in within for one in statement.passage.references)

    def meant(self, statement: Statement) -> Sequence[Column]:
        """The columns that a sentence may mean: those of the years that it names, and whose own words it says."""
        rows = frozenset(year for name in self.names for year in _YEAR.findall(name))
        years = {when(period) for _, period in statement.periods} - rows
        found: Sequence[Column] = self.columns
        if any(column.years for column in found):
            latest = max(year for column in found for year in column.years)
            meant = years or (set() if _PAST.search(statement.text) else {latest})
            found = [column for column in found if column.years & meant] if meant else found
        elif not years <= self.years:
            return []
        said = statement.stems_within(statement.start, statement.end)
        shared = [word for column in found for word in column.words]
        own = [column.words - {word for word in column.words if shared.count(word) > 1} - VAGUE for column in found]
        named = [column for column, words in zip(found, own, strict=True) if words and words <= said]
        return named or found


def tables(edition: Edition, cells: Mapping[str, Cells]) -> Iterator[Table]:
    settings = edition.settings
    every: Mapping[str, FigureSettings | TableSettings] = {**settings.tables, **settings.figures}
    for key, series in edition.evidence.series.items():
        rows = cells.get(key, {})
        names = tuple(name for name in rows if not REST.match(name))
        columns = tuple(_columns(rows))
        shown = {name: one.title for name, one in every.items() if one.data == key}
        titles = " ".join(shown.values())
        cited = [one.source for one in every.values() if one.data == key]
        sources = frozenset(source for source in cited if source) if all(cited) else frozenset[str]()
        words = stems_in(_YEAR.sub("", " ".join([titles, *series.columns])))
        if len(names) > 1 and columns:
            yield Table(
                key,
                series,
                names,
                columns,
                words,
                frozenset(_YEAR.findall(titles)),
                frozenset(shown),
                settings.area,
                sources,
            )


def _columns(rows: Cells) -> Iterator[Column]:
    every = [cell for row in rows.values() for cell in row if not cell.is_change]
    for heading in dict.fromkeys(cell.heading for cell in every):
        cells = {name: cell for name, row in rows.items() for cell in row if cell.heading == heading}
        one = next(iter(cells.values()))
        if len({cell.unit for cell in cells.values()}) == 1:
            yield Column(heading, one.column_words, one.column_years, cells)
