"""Sentences that are told together: those of a paragraph that point back to one another, and a share with its whole."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.statements import Statement, previous

_POINTS_BACK = re.compile(
    r"\b(?:they|them|these|those|it|its|their|this|that(?=\s(?:sum|money|amount|number))|whom|such|(?:the\s)?others?)\b"
    r"|^(?:Between|Among|Amongst|Together|There|Here|Then|All|Both|Each|Half)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:They|It|These|This|Those|Of\s(?:these|them|those)|Between\sthem|Together|In\sall)\b")
_WHOLE = re.compile(r"\b(?:of|among|amongst)\b", re.IGNORECASE)

Linked = Mapping[int, tuple[Statement, ...]]


def linked(every: Sequence[Statement]) -> Linked:
    """The neighbours that each sentence is told with, by its identity: those it points back to, and that do to it."""
    found: dict[int, list[Statement]] = {id(one): [] for one in every}
    for number, one in enumerate(every):
        before, at = previous(every, number), number
        while before is not None and _points_back(every[at]):
            found[id(one)].append(before)
            if _OPENS.match(one.text):
                found[id(before)].append(one)
            at -= 1
            before = previous(every, at)
    return {key: tuple(each) for key, each in found.items()}


def _points_back(one: Statement) -> bool:
    """Whether it has a word for what was said before, or a share of what only the sentence before can name."""
    return _POINTS_BACK.search(one.text) is not None or any(_has_no_whole(one, each) for each in one.quantities)


def _has_no_whole(one: Statement, share: Quantity) -> bool:
    return share.unit == "percent" and _WHOLE.search(one.text) is None
