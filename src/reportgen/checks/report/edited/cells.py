"""Whether the tables that the data make still hold what they would hold if they were built today."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.checks.report.edited.grid import At, Grid, values_of, words_of
from reportgen.checks.report.edited.lines import plain
from reportgen.checks.report.edited.reading import ReadTable
from reportgen.checks.report.edited.values import judged
from reportgen.document import Cell, Origin, Value
from reportgen.problems import Place, Problem, Severity

_ALIKE = 0.3  # the share of rows' words from which two tables are one
_HINT = "Put back what the data say, or mend the data and build anew."


@dataclass(frozen=True)
class Pair:
    """A table of the file and the same table as it would be built today, row by row and column by column."""

    file: ReadTable
    built: ReadTable
    rows: Mapping[int, int]  # of the built one, each with that of the file
    columns: Mapping[int, int]

    @property
    def covered(self) -> frozenset[At]:
        """The cells of the file that are held against the data: no words that anybody wrote."""
        grid, built = self.file.grid, self.built.grid
        found = {
            (self.rows[row], self.columns[column])
            for row, column in built.covering
            if row in self.rows and column in self.columns
        }
        return frozenset(grid.covering[at] for at in found if at in grid.covering)

    def cells(self) -> Iterator[tuple[At, Cell, Cell, bool]]:
        """Where in the file, what stands there and what should; whether it is the head of a column."""
        grid, built = self.file.grid, self.built.grid
        told: set[At] = set()
        for (row, column), right in built.first.items():
            at = (self.rows.get(row, -1), self.columns.get(column, -1))
            begins = grid.covering.get(at)
            if begins is not None and begins not in told:
                told.add(begins)
                yield begins, grid.first[begins], right, built.is_head(row)


def pairs(file: Sequence[ReadTable], built: Sequence[ReadTable]) -> Mapping[int, Pair]:
    """The tables that the data make, by the number that each has in the file."""
    scores = [
        (_likeness(one, other) + (other.id == one.id), mine, theirs)
        for theirs, other in enumerate(built)
        for mine, one in enumerate(file)
        if other.id
    ]
    found: dict[int, Pair] = {}
    taken: set[int] = set()
    for score, mine, theirs in sorted(scores, key=lambda one: (-one[0], one[1], one[2])):
        if score >= _ALIKE and mine not in found and theirs not in taken:
            taken.add(theirs)
            columns = _columns(file[mine].grid, built[theirs].grid)
            found[mine] = Pair(file[mine], built[theirs], _rows(file[mine].grid, built[theirs].grid, columns), columns)
    return found


def problems(
    pair: Pair, written: Mapping[Origin, Value], areas: Collection[str], *, typed_heads: bool
) -> Iterator[Problem]:
    """`written`: the figures of the file as reportgen wrote them, by their origins; `areas`: the names of all.

    `typed_heads`: whether the heads of the columns are data, and no words of the template.
    """
    heads = {plain(words_of(right)) for _, _, right, is_head in pair.cells() if is_head}
    for at, cell, right, is_head in pair.cells():
        if not is_head or typed_heads or plain(words_of(cell)) in heads:
            yield from _problem(cell, right, pair.file.places[at], written, areas, is_head=is_head)


def _problem(
    cell: Cell,
    right: Cell,
    place: Place,
    written: Mapping[Origin, Value],
    areas: Collection[str],
    *,
    is_head: bool,
) -> Iterator[Problem]:
    ours, theirs = values_of(cell), values_of(right)
    if [_same(one) for one in ours] == [_same(one) for one in theirs]:
        for one, other in zip(ours, theirs, strict=True):
            yield from judged(one.text, replace(other, written=one.written), (other.text,), place, strict=True)
        if plain(_bare(cell)) != plain(_bare(right)):
            other_area = _named(cell, areas) - _named(right, areas)  # its figure is of another than the words say
            yield _told(_bare(cell), _bare(right), place, sure=bool(other_area) or (not theirs and not is_head))
        return
    said, should = words_of(cell), words_of(right)
    if plain(said) == plain(should):
        return
    lost = [written[key] for key in map(key_of, theirs) if key in written and key not in map(key_of, ours)]
    if len(theirs) == 1 and lost and said:
        yield from judged(said, lost[0], (should,), place, strict=True)
    else:
        as_built = all(key_of(one) in written and written[key_of(one)].text == one.text for one in theirs)
        yield _told(
            said,
            should,
            place,
            sure=bool(said or theirs),
            who=": it was changed in Word" if theirs and as_built else "",
        )


def _told(said: str, should: str, place: Place, *, sure: bool, who: str = "") -> Problem:
    told = f"the cell says “{said}”, the data say “{should}”" if said else f"the cell is empty, the data say “{should}”"
    severity: Severity = "error" if sure or _digits(said) - _digits(should) else "warning"
    return Problem(severity, "table-cell", f"{told}{who}", place, _HINT)


def _named(cell: Cell, areas: Collection[str]) -> Counter[str]:
    """The areas that a cell names, each as often as it does."""
    words = plain(_bare(cell))
    return Counter({area: words.count(plain(area)) for area in areas})


def _digits(text: str) -> set[str]:
    return set(re.findall(r"\d[\d.,]*", text))


def _bare(cell: Cell) -> str:
    """A cell's words without the figures in it."""
    text = words_of(cell)
    for one in values_of(cell):
        text = text.replace(" ".join(one.text.split()), "…", 1)
    return text


def key_of(figure: Value) -> Origin:
    """A row that is put in above moves the place, and says nothing of the figure."""
    one = figure.origin
    return Origin(one.kind, one.id, one.area, one.period)


def _same(figure: Value) -> Origin:
    """In a table that was built before, it may be that of an earlier period."""
    return replace(key_of(figure), period="")


def by_origin(figures: Sequence[Value]) -> Mapping[Origin, Value]:
    return {key_of(one): replace(one, written=one.text) for one in figures}


def _likeness(one: ReadTable, other: ReadTable) -> float:
    ours, theirs = ({plain(words) for words in table.grid.words.values()} - {""} for table in (one, other))
    return len(ours & theirs) / max(1, len(ours | theirs))


def _columns(file: Grid, built: Grid) -> Mapping[int, int]:
    """By their heads; where there are as many, a head that was reworded stays in its place."""
    ours, theirs = ({column: plain(words_of(grid.at(0, column))) for column in grid.columns} for grid in (file, built))
    if len(ours) == len(theirs) and sorted(ours.values()) != sorted(theirs.values()):
        return {column: column for column in theirs}
    found: dict[int, int] = {}
    for column, head in theirs.items():
        same = [one for one, words in ours.items() if words == head and one not in found.values()]
        if same:
            found[column] = same[0]
    return found


def _rows(file: Grid, built: Grid, columns: Mapping[int, int]) -> Mapping[int, int]:
    """Each row with the one that shares most with it: what its figures are, then what its cells say."""
    scores = [
        (_shared(file, mine, built, theirs, columns), -abs(mine - theirs), mine, theirs)
        for theirs in built.rows
        for mine in file.rows
        if file.is_head(mine) == built.is_head(theirs)
    ]
    found: dict[int, int] = {}
    for score, _, mine, theirs in sorted(scores, reverse=True):
        if (score > 0 or len(file.rows) == len(built.rows)) and theirs not in found and mine not in found.values():
            found[theirs] = mine
    return found


def _shared(file: Grid, mine: int, built: Grid, theirs: int, columns: Mapping[int, int]) -> int:
    score = 0
    for column, own in columns.items():
        ours, right = file.covering.get((mine, own)), built.covering.get((theirs, column))
        if ours is not None and right is not None:
            words = plain(file.words[ours])
            score += len(file.ids[ours] & built.ids[right])
            score += 2 if words and words == plain(built.words[right]) else 0
    return score
