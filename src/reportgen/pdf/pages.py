"""The `@page` rules: each sheaf's paper, margins, heads, feet and page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.pdf.addresses import NOTE_LINE
from reportgen.pdf.declarations import points
from reportgen.pdf.sections import Sheaf, Side, Variant, margin_name, variants

_BOXES: Mapping[Side, str] = {"head": "top-left", "foot": "bottom-left"}


@dataclass(frozen=True, slots=True)
class Room:
    """Margins that are wider than the Word file says, in points, because a head or foot is higher than they are."""

    top: float = 0.0
    bottom: float = 0.0


Rooms = Mapping[tuple[str, Variant], Room]  # by a sheaf's name and the kind of page


def page_rules(sheaves: Sequence[Sheaf], rooms: Rooms) -> str:
    """The rules of all sheaves; `rooms` says where a head or foot needs more room than its margin has."""
    return _notes() + "".join(rule for sheaf in sheaves for rule in _rules(sheaf, rooms))


def _notes() -> str:
    """Notes stand below a short line, as in Word."""
    return f"@page{{@footnote{{margin-top:6pt;padding-top:4pt;background:url({NOTE_LINE}) no-repeat}}}}"


def _rules(sheaf: Sheaf, rooms: Rooms) -> Iterator[str]:
    for variant in variants(sheaf):
        page = sheaf.page
        room = rooms.get((sheaf.name, variant), Room())
        margins = (max(page.top, room.top), page.right, max(page.bottom, room.bottom), page.left)
        yield (
            f"@page {selector(sheaf, variant)}{{size:{points(page.width)} {points(page.height)};"
            f"margin:{' '.join(points(margin) for margin in margins)};"
            f"{_box(sheaf, 'head', variant)}{_box(sheaf, 'foot', variant)}}}"
        )
    if sheaf.page.number_from is not None:
        yield f"@page {_first(sheaf)}{{counter-reset:page {sheaf.page.number_from}}}"


def selector(sheaf: Sheaf, variant: Variant) -> str:
    match variant:
        case "default":
            return sheaf.name
        case "first":
            return _first(sheaf)
        case "even":
            return _even(sheaf)


def _first(sheaf: Sheaf) -> str:
    return f":nth(1 of {sheaf.name})"


def _even(sheaf: Sheaf) -> str:
    """Even by number, not by side; a sheaf that goes on counting is taken to begin on the side that it begins on."""
    if sheaf.page.number_from is None:
        return f"{sheaf.name}:left"
    return f":nth(2n+{1 + sheaf.page.number_from % 2} of {sheaf.name})"


def _box(sheaf: Sheaf, side: Side, variant: Variant) -> str:
    page = sheaf.page
    if not sheaf.margins[side, variant]:
        return f"@{_BOXES[side]}{{content:none}}"
    distance, edge = (page.head_distance, "top") if side == "head" else (page.foot_distance, "bottom")
    return (
        f"@{_BOXES[side]}{{content:element({margin_name(sheaf, side, variant)});width:100%;"
        f"vertical-align:{edge};padding-{edge}:{points(distance)};text-align:left}}"
    )
