"""Paragraphs with tabs. CSS has no tab stops, so the pieces between the tabs become boxes.

Where all stops are left ones, each piece is at least as wide as the way to the next stop; a longer one pushes on, as
in Word. Where the line has centred or right-aligned stops (heads, feet, signature lines), it becomes a flexible row.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportgen.document import Inline, Layout, Tab, TabStop, Text
from reportgen.pdf.inlines import inline_content
from reportgen.pdf.press import Press
from reportgen.pdf.tree import Content, element

_SIZE, _LETTER = 10.0, 0.42  # points, and how wide a letter of that size is at least on average
_APART = 3.0  # points
_DIGIT = 5.5  # points, at the usual size
_DEFAULT_STOP = 36.0  # Word's default: every half inch (ECMA-376-1, 17.15.1.25)


def tabbed(press: Press, inlines: Sequence[Inline], layout: Layout) -> tuple[list[Content], str]:
    """The pieces, and the class that their paragraph takes. `layout` is the paragraph's, its style's included."""
    pieces = _split(inlines)
    stops = _stops(layout, pieces[:-1])
    if all(stop.kind == "left" and stop.leader == "none" for stop in stops):
        return _pushed(press, pieces, stops, layout), ""
    if _is_measured(stops):
        return _measured(press, pieces, stops, layout), "row"
    edge = press.sheet.sized(padding_right=max(0.0, _right_edge(press, stops, layout)))
    kinds = ["left", *(stop.kind for stop in stops)]
    if press.in_margin and not any(piece for piece, kind in zip(pieces, kinds, strict=True) if kind == "centre"):
        return _two_sided(press, pieces, kinds), edge
    return _row(press, pieces, stops), f"row {edge}"


def _split(inlines: Sequence[Inline]) -> list[list[Inline]]:
    pieces: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, Tab):
            pieces.append([])
        else:
            pieces[-1].append(inline)
    return pieces


def _stops(layout: Layout, pieces: Sequence[Sequence[Inline]]) -> list[TabStop]:
    """One stop for each piece that a tab ends: the next of the paragraph's, its hanging indent, then Word's usual ones.

    How wide a piece is turns out only when it is laid out; by a low guess, stops that it surely reaches are passed.
    """
    left, start = layout.left or 0.0, _start(layout)
    stops = [stop for stop in layout.tabs if stop.at > start]
    if start < left and not any(stop.at == left for stop in stops):
        stops = sorted([*stops, TabStop(left)], key=lambda stop: stop.at)
    last = stops[-1] if stops else TabStop(start)
    taken: list[TabStop] = []
    reached = start
    for piece in pieces:
        reached += _least_width(piece) if not taken or taken[-1].kind == "left" else 0.0
        following = next((stop for stop in stops if stop.at > reached), None)
        if following is None:
            # Past a right-aligned stop at the edge of the text there is no room for more: they count as that one.
            at = (max(reached, last.at) // _DEFAULT_STOP + 1) * _DEFAULT_STOP
            following = last if last.kind == "right" else TabStop(at)
        taken.append(following)
        reached = following.at
    return taken


def _least_width(piece: Sequence[Inline]) -> float:
    """About as wide as a piece is, in points, or less."""
    return sum(len(inline.text) * (inline.look.size or _SIZE) * _LETTER for inline in piece if isinstance(inline, Text))


def _start(layout: Layout) -> float:
    return (layout.left or 0.0) + (layout.first_line or 0.0)


def _pushed(press: Press, pieces: list[list[Inline]], stops: list[TabStop], layout: Layout) -> list[Content]:
    edges = [_start(layout), *(stop.at for stop in stops)]
    made: list[Content] = [
        element("span", *inline_content(press, piece), class_=f"box {_box(press, piece, end - begin)}")
        for piece, (begin, end) in zip(pieces, pairwise(edges), strict=False)
    ]
    return [*made, *inline_content(press, pieces[-1])]


def _box(press: Press, piece: Sequence[Inline], width: float) -> str:
    """At least as wide as the way to the stop; words that are wider keep their distance from the next ones."""
    if not piece or width < _APART:
        return press.sheet.sized(min_width=width)
    return press.sheet.sized(min_width=width - _APART, padding_right=_APART)


def _is_measured(stops: Sequence[TabStop]) -> bool:
    """Whether the pieces have to stand at their stops: not only left, in the middle and right, as in a head."""
    kinds = [stop.kind for stop in stops]
    return "decimal" in kinds or any(stop.kind == "left" and stop.leader != "none" for stop in stops)


def _measured(press: Press, pieces: list[list[Inline]], stops: list[TabStop], layout: Layout) -> list[Content]:
    """A box for each way from stop to stop: at its left what begins there, at its right what ends there."""
    edges = [_start(layout), *(stop.at for stop in stops)]
    kinds = ["left", *(stop.kind for stop in stops)]
    made: list[Content] = []
    over = 0.0  # how far the last piece stands past its stop
    for number, stop in enumerate(stops):
        begin, end = edges[number] + over, edges[number + 1]
        over = _past_the_point(pieces[number + 1]) if stop.kind == "decimal" else 0.0
        before = inline_content(press, pieces[number]) if kinds[number] == "left" else []
        after = inline_content(press, pieces[number + 1]) if stop.kind in ("right", "decimal") else []
        leader = element("span", class_=f"filled {stop.leader}" if stop.leader != "none" else "way")
        parts = element("span", *before), leader, element("span", *after)
        made.append(element("span", *parts, class_=f"gap {press.sheet.sized(min_width=max(0.0, end + over - begin))}"))
        if stop.kind == "centre":
            half = min([end - begin, *(at - end for at in edges[number + 2 : number + 3])])
            box = press.sheet.sized(width=2 * half, margin_left=-half, margin_right=-half)
            made.append(element("span", *inline_content(press, pieces[number + 1]), class_=f"centred {box}"))
    last = inline_content(press, pieces[-1]) if kinds[-1] == "left" else []
    return [*made, element("span", *last, class_="free")]


def _past_the_point(piece: Sequence[Inline]) -> float:
    """About how wide the decimals are, with their point: they stand past the stop."""
    words = "".join(inline.text for inline in piece if isinstance(inline, Text)).rstrip()
    decimals = words.partition(".")[2]
    return (len(decimals) + 0.5) * _DIGIT if decimals else 0.0


def _two_sided(press: Press, pieces: list[list[Inline]], kinds: Sequence[str]) -> list[Content]:
    """The words of a head at the left, those at the right as a float: that is quicker than a row, page by page.

    A float is painted before the words to its left, so that this would not do for the text itself.
    """
    made: list[Content] = []
    for piece, kind in zip(pieces, kinds, strict=True):
        content = inline_content(press, piece)
        made += [element("span", *content, class_="outer")] if kind != "left" and piece else [*content, " "]
    is_first = not any(piece for piece, kind in zip(pieces, kinds, strict=True) if kind == "left")
    return [*made, element("span", "\N{NO-BREAK SPACE}")] if is_first else made


def _row(press: Press, pieces: list[list[Inline]], stops: list[TabStop]) -> list[Content]:
    kinds = ["left", *(stop.kind for stop in stops)]
    is_centred = "centre" in kinds
    made: list[Content] = []
    for piece, kind, stop in zip(pieces, kinds, [None, *stops], strict=True):
        if stop is not None and stop.leader != "none":
            made.append(element("span", class_=f"filled {stop.leader}"))
            made.append(element("span", *inline_content(press, piece)))
        else:
            parted = " apart" if stop is not None and kind == "left" else ""
            made.append(element("span", *inline_content(press, piece), class_=_share(kind, is_centred) + parted))
    if kinds[-1] == "centre":
        made.append(element("span", class_="side"))
    return made


def _share(kind: str, is_centred: bool) -> str:
    """The middle piece is in the middle where the two beside it share the rest of the line equally."""
    match kind:
        case "centre":
            return "free"
        case "right" | "decimal":
            return "right" if is_centred else "last"
        case _:
            return "side" if is_centred else "free"


def _right_edge(press: Press, stops: list[TabStop], layout: Layout) -> float:
    """How far the last right-aligned stop stands from the right edge of the text, where that is known."""
    page = press.page
    if stops[-1].kind not in ("right", "decimal") or press.in_cell or page.columns > 1:
        return 0.0
    return page.width - page.left - page.right - (layout.right or 0.0) - stops[-1].at
