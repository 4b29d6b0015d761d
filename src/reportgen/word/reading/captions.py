"""Captions: paragraphs that begin with a label and a live number, `Table 6` (ECMA-376-1, 17.16.5.56)."""

from __future__ import annotations

import re

from reportgen.document import Anchor, Caption, Layout, Text
from reportgen.word.reading.layers import Item, SequenceNumber, append, settled
from reportgen.word.reading.marks import Marks

_LONGEST_LABEL = 40


def as_caption(items: list[Item], style: str, layout: Layout, marks: Marks) -> Caption | None:
    """The paragraph as a caption, if it is one."""
    at = next((number for number, item in enumerate(items) if isinstance(item, SequenceNumber)), None)
    if at is None or not all(isinstance(item, Anchor | Text) for item in items[:at]):
        return None
    label, begun = _split(settled(items[:at]))
    if not label or len(label) > _LONGEST_LABEL:
        return None
    anchors = [item.name for item in items[:at] if isinstance(item, Anchor)]
    anchor = _own_anchor(anchors, marks)
    rest: list[Item] = [
        Anchor(name) for name in anchors if name != anchor and (name in marks.referred or not name.startswith("_"))
    ]
    for item in items[at + 1 :]:
        append(rest, item)
    number = items[at]
    assert isinstance(number, SequenceNumber)
    return Caption(label, settled(rest), anchor, style, layout, begun + number.text)


def _split(before: tuple[object, ...]) -> tuple[str, str]:
    """`Table ` → Table; `Table 2-` → Table and the beginning of its number."""
    text = "".join(item.text for item in before if isinstance(item, Text))
    found = re.fullmatch(r"\s*(.*\w)\s+(\S*)", text)
    return (found[1], found[2]) if found else (text.strip(), "")


def _own_anchor(names: list[str], marks: Marks) -> str:
    """The bookmark around label and number; Word puts those of lists of tables around the whole line too."""
    numbered = [name for name in names if name in marks.numbering]
    wanted = [name for name in numbered if not name.startswith("_Toc")]
    return next(iter([*wanted, *numbered]), "")
