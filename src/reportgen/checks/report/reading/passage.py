"""A passage: words that stand together, each with its place, and with what is bound in them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from reportgen.document import Value
from reportgen.problems import Place

Kind = Literal[
    "heading",
    "paragraph",
    "item",
    "cell",
    "note",
    "call",  # of a figure or table, without words; so far of the narrative
    "setting",
    "aspiration",
    "title",
    "alt",
    "name",
    "wording",  # of report.yaml and indicators.csv
    "series heading",
    "series cell",
]


@dataclass(frozen=True, slots=True)
class Bound:
    """Words from `start` to `end` that an expression gave."""

    start: int
    end: int
    value: Value


@dataclass(frozen=True, slots=True)
class Reference:
    """A live reference to a figure or table, or the address behind a link's words."""

    start: int
    end: int
    target: str  # an id, or an address
    kind: Literal["figure or table", "link"] = "figure or table"


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note, right behind the character before `at`."""

    at: int
    key: str


@dataclass(frozen=True, slots=True)
class Section:
    """Where a passage belongs. `part` is that of Edition.narrative; empty for what stands in no file of it."""

    part: str = ""
    mission: str = ""  # its id
    headings: tuple[str, ...] = ()  # those above, the file's own first
    figure: str = ""  # the id of the figure or table whose words these are
    indicator: str = ""  # the id of the one whose words these are


NOWHERE = Section()


@dataclass(frozen=True, slots=True)
class Listing:
    """What comes right behind a passage, or before it: a list or table, with how many items or rows it has."""

    kind: Literal["list", "table", "figure", "headings"]
    count: int
    place: Place
    id: str = ""  # of a table or figure that is called
    items: tuple[str, ...] = ()  # how each begins
    head: str = ""  # of a typed table: the heading of its first column


@dataclass(frozen=True, slots=True)
class Passage:
    kind: Kind
    text: str
    starts: tuple[tuple[int, Place], ...]  # from which character on which place; the first from 0
    section: Section = NOWHERE
    bound: tuple[Bound, ...] = ()
    references: tuple[Reference, ...] = ()
    notes: tuple[NoteMark, ...] = ()
    listing: Listing | None = None  # what follows
    group: int = 0  # the same for all items of a list and all cells of a table, within one file
    row: int = 0
    column: int = 0
    level: int = 0
    name: str = ""  # of a note
    above: Listing | None = None  # what stands right before it
    lead: str = ""  # of an item: the paragraph that leads to its list

    def place(self, at: int = 0) -> Place:
        """Where the character at this offset stands."""
        return self.starts[max(0, bisect_right([start for start, _ in self.starts], at) - 1)][1]
