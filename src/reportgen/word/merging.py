"""Cells that say the same as the cell above them and become one with it, or, in plain tables, never do."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree

from reportgen.word.elements import Element, W, value, whole
from reportgen.word.order import sort_children
from reportgen.word.slots import MERGED, as_said
from reportgen.word.xml import detach

_MOST_ROWS = 6  # more would leave too much of a page empty


def merge_marked_cells(body: Element, *, plain: bool = False) -> None:
    """Merge each run of neighbouring cells in a column that carry the template's `merged` and say the same.

    In plain tables, only take the marks out.
    """
    for table in body.iter(W + "tbl"):
        above: dict[int, tuple[Element, str]] = {}
        for row in table.iterchildren(W + "tr"):
            marked = {column: (cell, _words(cell)) for column, cell in row_cells(row) if _unmark(cell)}
            for column, (cell, words) in marked.items():
                if column in above and words and above[column][1] == words and not plain:
                    _set_merge(above[column][0], "restart")
                    _set_merge(cell, "continue")
                    _empty(cell)
                    marked[column] = above[column]
            above = marked


def unmerge_cells(body: Element) -> None:
    """Plain tables: every cell that is covered by the one above or before it says the same words itself.

    What reaches over the whole row is a line of its own, and is said once.
    """
    for table in body.iter(W + "tbl"):
        for cell in list(table.iter(W + "tc")):
            _split(cell, table)
        above: dict[int, Element] = {}
        for row in table.iterchildren(W + "tr"):
            cells = dict(row_cells(row))
            for column, cell in cells.items():
                if _merge(cell) == "continue" and column in above:
                    _empty(cell)
                    cell.remove(cell.findall(W + "p")[-1])
                    cell.extend(copy.deepcopy(one) for one in above[column] if one.tag != W + "tcPr")
            above = cells
        for merge in list(table.iter(W + "vMerge")):
            detach(merge)


def keep_merged_rows(body: Element) -> None:
    """Keep the rows of a merged cell on one page, if they are few: its words are not cut in two, its rows are named."""
    for table in body.iter(W + "tbl"):
        for run in _merged_runs(table.findall(W + "tr")):
            for row in run[:-1] if len(run) <= _MOST_ROWS else ():
                for paragraph in row.iter(W + "p"):
                    _keep_with_next(paragraph)


def row_cells(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells of a row with the grid column that each begins in."""
    column = whole(value(row.find(W + "trPr"), "gridBefore")) or 0
    for cell in row.iterchildren(W + "tc"):
        yield column, cell
        column += whole(value(cell.find(W + "tcPr"), "gridSpan")) or 1


def _merged_runs(rows: list[Element]) -> Iterator[list[Element]]:
    """The rows of each merged cell."""
    open_runs: dict[int, list[Element]] = {}
    for row in rows:
        merges = {column: merge for column, cell in row_cells(row) if (merge := _merge(cell)) is not None}
        for column in [column for column in open_runs if merges.get(column) != "continue"]:
            yield open_runs.pop(column)
        for column, merge in merges.items():
            if merge == "restart":
                open_runs[column] = []
            if column in open_runs:
                open_runs[column].append(row)
    yield from open_runs.values()


def _keep_with_next(paragraph: Element) -> None:
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
        paragraph.insert(0, properties)
    if properties.find(W + "keepNext") is None:
        etree.SubElement(properties, W + "keepNext")
        sort_children(properties)


def _split(cell: Element, table: Element) -> None:
    """A cell for each column of the grid in place of one over several."""
    properties = cell.find(W + "tcPr")
    said = properties.find(W + "gridSpan") if properties is not None else None
    row = cell.getparent()
    if properties is None or said is None or row is None or row.getparent() is not table:
        return
    properties.remove(said)
    column = next(at for at, one in row_cells(row) if one is cell)
    span = whole(said.get(W + "val")) or 1
    copies = [cell, *(copy.deepcopy(cell) for _ in range(span - 1))]
    if len(row.findall(W + "tc")) == 1:
        for one in copies[1:]:
            _empty(one)
    widths = [one.get(W + "w", "") for one in table.iterfind(f"{W}tblGrid/{W}gridCol")][column : column + span]
    for one, width in zip(copies, widths, strict=False):
        for own in one.iterfind(f"{W}tcPr/{W}tcW"):
            own.attrib.update({W + "w": width, W + "type": "dxa"})
    for one in reversed(copies[1:]):
        cell.addnext(one)


def _unmark(cell: Element) -> bool:
    """Take the mark out of the cell, with the paragraph that held nothing else. False where there is none."""
    found = False
    for text in [one for one in cell.iter(W + "t") if MERGED in (one.text or "")]:
        found = True
        text.text = (text.text or "").replace(MERGED, "")
        paragraph = next(text.iterancestors(W + "p"))
        if not _words(paragraph) and len(list(cell.iterchildren(W + "p"))) > 1:
            detach(paragraph)
        elif not text.text:
            detach(next(text.iterancestors(W + "r")))
    return found


def _words(element: Element) -> str:
    return "\n".join(
        as_said("".join(text.text or "" for text in paragraph.iter(W + "t"))) for paragraph in element.iter(W + "p")
    ).strip()


def _merge(cell: Element) -> str | None:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return None if merge is None else merge.get(W + "val", "continue")


def _set_merge(cell: Element, value: str) -> None:
    properties = cell.find(W + "tcPr")
    if properties is None:
        properties = etree.Element(W + "tcPr")
        cell.insert(0, properties)
    merge = properties.find(W + "vMerge")
    if merge is None:
        merge = etree.SubElement(properties, W + "vMerge")
    merge.set(W + "val", value)


def _empty(cell: Element) -> None:
    """Leave one paragraph without words, as a covered cell has."""
    first = cell.find(W + "p")
    properties = first.find(W + "pPr") if first is not None else None
    for one in [one for one in cell if one.tag != W + "tcPr"]:
        cell.remove(one)
    paragraph = etree.SubElement(cell, W + "p")
    if properties is not None:
        paragraph.append(properties)
