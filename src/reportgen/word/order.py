"""Mends in a finished body: children in the schema's order, a paragraph wherever Word must have one.

docxtpl's `cellbg` and `vm` break the order; Word calls such a file damaged.
"""

from __future__ import annotations

from itertools import pairwise

from reportgen.word.elements import WP, Element, W
from reportgen.word.xml import w

_ORDERS = {  # CT_PPr, CT_RPr, CT_TblPr, CT_TrPr, CT_TcPr of ECMA-376, annex A.1
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr"
    " shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN"
    " bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc"
    " textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow"
    " emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs"
    " highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
    " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    " tblPrChange",
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing"
    " jc hidden ins del trPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign"
    " hideMark headers cellIns cellDel cellMerge tcPrChange",
}
_RANKS = {W + parent: {W + tag: rank for rank, tag in enumerate(order.split())} for parent, order in _ORDERS.items()}
_LAST = 999  # extensions of later Words, and rPrChange


def mend(body: Element) -> None:
    """Put the whole body (or the root of another part) into an order that Word accepts."""
    for properties in list(body.iter(*_RANKS)):
        sort_children(properties)
    for table in list(body.iter(W + "tbl")):
        _part_from_next(table)
    for cell in body.iter(W + "tc"):
        if len(cell) == 0 or cell[-1].tag != W + "p":
            cell.append(w("p"))
    _end_in_paragraph(body)
    _number_drawings(body)


def sort_children(properties: Element) -> Element:
    """Sort the children of a `pPr`, `rPr`, `tblPr`, `trPr` or `tcPr`; of two of one name the later stays."""
    ranks = _RANKS[properties.tag]
    found = [ranks.get(child.tag, _LAST) for child in properties]
    if any(before >= after for before, after in pairwise(found)):
        single = {child.tag: child for child in properties}
        properties[:] = sorted(single.values(), key=lambda child: ranks.get(child.tag, _LAST))
    return properties


def _part_from_next(table: Element) -> None:
    following = table.getnext()
    while following is not None and following.tag in (W + "bookmarkStart", W + "bookmarkEnd"):
        following = following.getnext()
    if following is not None and following.tag == W + "tbl":
        table.addnext(w("p"))


def _end_in_paragraph(body: Element) -> None:
    last = body[-1] if len(body) else None
    if last is not None and last.tag == W + "sectPr":
        last = last.getprevious()
    if last is not None and last.tag == W + "tbl":
        last.addnext(w("p"))


def _number_drawings(body: Element) -> None:
    """A drawing within a template's loop is copied with its id: number all anew."""
    for number, drawing in enumerate(body.iter(WP + "docPr"), 1):
        drawing.set("id", str(number))
