"""How the items of a list are marked, in the words of PDF (ISO 32000-1, table 347): told from the marks themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BULLETS = {"◦": "Circle", "○": "Circle", "o": "Circle", "▪": "Square", "■": "Square", "□": "Square", "§": "Square"}
_LAST = re.compile(r"(\d+|[A-Za-z]+)[.):\]]*$")  # of `2.1.`, `(b)`, `iv)`: what counts
_ROMAN = re.compile(r"(?=.)m*(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")


def list_numbering(marks: Sequence[str], ordered: bool) -> str:
    """`None` is for items without a mark: where there are marks, PDF/UA-1 (7.6) wants them named."""
    shown = [mark.strip() for mark in marks if mark.strip()]
    if not shown:
        return "None"
    counted = [found[1] for mark in shown if (found := _LAST.search(mark))]
    if len(counted) < len(shown) or (not ordered and shown[0] in _BULLETS):
        return _BULLETS.get(shown[0], "Disc")
    if counted[0].isdigit():
        return "Decimal"
    case = "Upper" if counted[0].isupper() else "Lower"
    return case + ("Roman" if _is_roman([mark.lower() for mark in counted]) else "Alpha")


def _is_roman(marks: Sequence[str]) -> bool:
    """`i` counts on as `ii`; after `c` comes `d` in letters, and no list begins at a hundred."""
    if not all(_ROMAN.fullmatch(mark) for mark in marks):
        return False
    return len(marks[0]) > 1 or marks[0] in "iv" or (len(marks) > 1 and len(marks[1]) > 1)
