"""What comms officers do to a report in Word, and what is to be told of it: a table, tried edit by edit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from checks.report.edited.word_edits import SPACE, Edited, Element, W, colour, cut, drop_marks, etree, run, type_over

Change = Callable[[Edited], object]


@dataclass(frozen=True)
class Edit:
    """`told`: the one problem, as severity and code; empty where the edit is right. `says`: words of its message."""

    title: str
    change: Change
    told: str = ""
    says: str = ""
    part: str = "word/document.xml"

    def __str__(self) -> str:
        return self.title


HOMES, WORK, HOME_TO = "Homes. ", "Work. ", "The Harbour Towns are home"
RENT, WAY, STARTS = "The median rent", "What stands in the way", "Apprenticeships are a"
FIGURES = (  # the paragraph, the figure in it, and what it is mistyped for
    *((HOMES, "41%", "14%"), (HOMES, "47%", "41%"), (HOMES, "3,138", "31,380"), (HOMES, "3,138", "3,318")),
    *((HOMES, "6 percentage points", "9 percentage points"), (HOMES, "41%", "51 per cent"), (HOMES, "47%", "a third")),
    *((WORK, "74.2%", "72.4%"), (WORK, "AMBER", "GREEN"), (WORK, "74.2%", "About 60%")),
    *((HOME_TO, "118,400", "181,400"), (HOME_TO, "2024 to 2029", "2024 to 2028"), (HOME_TO, "£42m", "£24m")),
    *((HOME_TO, "£42m", "£42bn"), (RENT, "£162.50", "£126.50"), (RENT, "£8.50", "£5.80"), (RENT, "12.5%", "15.2%")),
    *((WAY, "+3pp", "−3pp"), (WAY, "+5pp", "+6pp"), (STARTS, "9.4", "4.9"), (STARTS, "8.1", "1.8")),
    *((STARTS, "9.8", "8.9"), ("Not everything is", "not reported", "52%")),
)
WORDINGS = (  # the paragraph, the figure, and what it may be called as well
    *((HOMES, "41%", "41 per cent"), (HOMES, "41%", "forty-one per cent"), (HOMES, "3,138", "3138")),
    *((HOMES, "3,138", "3\u00a0138"), (HOMES, "6 percentage points", "six percentage points")),
    *((HOMES, "6 percentage points", "6\u00a0percentage\u00a0points"), (HOMES, "41%", "41\u00a0%")),
    *((HOME_TO, "118,400", "118 400"), (HOME_TO, "£42m", "£42 million"), (HOME_TO, "2024 to 2029", "2024 to 2029")),
    *((WAY, "+3pp", "+3 percentage points"), (WAY, "+5pp", "+5 pp"), (WORK, "AMBER", "Amber")),
    *((STARTS, "9.4", "9.4"), (RENT, "£8.50", "£8.50")),
)


def figures() -> Iterator[Edit]:
    """Typed over within their bookmarks, as Word does with the cursor in them; and anew, so that these are gone."""
    for words, old, new in FIGURES:
        for lost in (False, True):
            title = f"{old} {'typed anew' if lost else 'typed over'} as {new}"
            says = f"the file says “{new}”, the data say {old}"
            yield Edit(title, _type(words, old, new, lost=lost), "error: changed-figure", says)


def wordings() -> Iterator[Edit]:
    for words, old, new in WORDINGS:
        for lost in (False, True):
            title = f"{old} {'worded anew' if lost else 'worded'} as {new}"
            yield Edit(title, _type(words, old, new, lost=lost))


def _type(words: str, old: str, new: str, *, lost: bool = False, nth: int = 0) -> Change:
    return lambda file: file.type(words, old, new, lost=lost, nth=nth)


def _in_cell(row: str, column: int, old: str, new: str, *, lost: bool = False, nth: int = 1) -> Change:
    return lambda file: type_over(file.cell(row, column, nth), old, new, lost=lost)


def _swap_cells(file: Edited) -> None:
    one, other = file.cell("Median weekly rent", 1, 1), file.cell("Median weekly rent", 2, 1)
    ours, theirs = list(one), list(other)
    one[:], other[:] = theirs, ours


def _unlink(file: Edited, words: str = "") -> None:
    """Fields turned into text (Ctrl+Shift+F9): in one paragraph, or everywhere."""
    within = file.paragraph(words) if words else file.root
    for one in list(within.iter(W + "instrText", W + "fldChar")):
        _take_out(one.getparent())


def _take_out(one: Element | None) -> None:
    parent = one.getparent() if one is not None else None
    assert one is not None
    assert parent is not None
    parent.remove(one)


def _delete_column(file: Edited) -> None:
    table = next(one for one in file.row("Median weekly rent", 1).iterancestors() if one.tag == W + "tbl")
    for row in table.findall(W + "tr"):
        row.remove(row.findall(W + "tc")[1])
    grid = table.find(W + "tblGrid")
    assert grid is not None
    grid.remove(grid[1])


def _insert_row(file: Edited) -> None:
    row = deepcopy(file.row("Boat building"))
    file.row("Boat building").addnext(row)
    for cell, text in zip(row.findall(W + "tc"), ("Westhaven", "Cookery", "31"), strict=True):
        for other in cell.findall(W + "p")[1:]:
            cell.remove(other)
        paragraph = cell.findall(W + "p")[0]
        drop_marks(paragraph, 0, 1000)
        paragraph[:] = [one for one in paragraph if one.tag == W + "pPr"]
        paragraph.append(run(text))


def _sort(first: str, second: str, nth: int = 0) -> Change:
    return lambda file: file.row(first, nth).addprevious(file.row(second, nth))


def _tracked_move(file: Edited) -> None:
    there = file.paragraph(STARTS)
    here = deepcopy(there)
    file.paragraph("What should happen").addprevious(here)
    for paragraph, kind in ((there, "moveFrom"), (here, "moveTo")):
        moved = etree.Element(W + kind, {W + "id": "901", W + "author": "A"})
        moved.extend([one for one in paragraph if one.tag != W + "pPr"])
        paragraph.append(moved)


def _text_box(text: str) -> Change:
    def change(file: Edited) -> None:
        box = (
            f'<w:p xmlns:w="{W[1:-1]}" xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox>'
            f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        )
        file.paragraph("What goes well").addprevious(etree.fromstring(box))

    return change


def _head(text: str) -> Change:
    return lambda file: next(file.root.iter(W + "p")).append(run(text))


def _typographer(file: Edited) -> None:
    for text in file.root.iter(W + "t"):
        text.text = (text.text or "").replace(" per ", "\u00a0per\u00a0").replace("“", "‘").replace("”", "’")
        text.set(SPACE, "preserve")


def _all_bold(file: Edited) -> None:
    for one in file.root.iter(W + "r"):
        looks = one.find(W + "rPr")
        if looks is None:
            looks = etree.Element(W + "rPr")
            one.insert(0, looks)
        etree.SubElement(looks, W + "b")


def _delete(*words: str) -> Change:
    return lambda file: [file.delete(file.paragraph(one)) for one in words]


WRONG_HOMES = "In Harbour Towns, 47% of homes have an energy rating of C or better."
RIGHT_HOMES = "In Harbour Towns, 41% of homes have an energy rating of C or better."
ROW, OTHER_ROW = "% of homes with an energy", "Median weekly rent"

WRONG = (
    *figures(),
    Edit(
        "a statement typed anew",
        _type("What should", "3,138 fewer warm homes than", "3,318 fewer warm homes than", lost=True),
        *("error: changed-figure", "“3,318 fewer warm homes than at the national average (−6pp)”, the data say 3,138"),
    ),
    Edit("a statement turned round", _type("What should", "fewer", "more"), "error: changed-figure", "3,138 more warm"),
    Edit("a new paragraph", lambda file: file.add(WRONG_HOMES, "What should"), "error: figure-against-data", "“47%”"),
    Edit("a text box", _text_box(WRONG_HOMES), "error: figure-against-data", "“47%”"),
    Edit("the head of pages", _head(WRONG_HOMES), "error: figure-against-data", "“47%”", "word/header1.xml"),
    Edit(
        "a note",
        lambda file: file.type("Like this one.", "Like this one.", WRONG_HOMES),
        *("error: figure-against-data", "“47%”", "word/footnotes.xml"),
    ),
    Edit("tracked", lambda file: file.track(HOMES, "41%", "14%"), "error: changed-figure", "“14%”"),
    Edit("tracked anew", lambda file: file.track(HOMES, "3,138", "3,318"), "error: changed-figure", "“3,318”"),
    Edit(
        "mistyped, then split",
        lambda file: [file.type(HOMES, "3,138", "3,318", lost=True), file.split(HOMES, "That is")],
        *("error: changed-figure", "“3,318”"),
    ),
    Edit(
        "mistyped, then joined",
        lambda file: [file.type(HOMES, "3,138", "3,318", lost=True), file.join(HOMES, WORK)],
        *("error: changed-figure", "“3,318”"),
    ),
    Edit(
        "mistyped, then moved",
        lambda file: [file.type(HOME_TO, "£42m", "£24m", lost=True), file.move(HOME_TO, "What should")],
        *("error: changed-figure", "“£24m”"),
    ),
    Edit(
        "a copy before the original, mistyped",
        lambda file: type_over(file.copy(STARTS, "What goes well", marked=False), "9.4", "4.9"),
        *("error: changed-figure", "“4.9”"),
    ),
    Edit("a rating's word", _in_cell(OTHER_ROW, 3, "GREEN", "RED"), "error: changed-figure", "the data say GREEN"),
    Edit("a rating typed anew", _in_cell(OTHER_ROW, 3, "GREEN", "RED", lost=True), "error: table-cell", "“RED −£8.50"),
    Edit(
        "a rating's colour",
        lambda file: colour(file.cell(OTHER_ROW, 3, 1), "AA2A16"),
        *("error: rating-colour", "says GREEN, and its colour is that of RED"),
    ),
    Edit(
        "a rating's word and colour",
        lambda file: [_in_cell(OTHER_ROW, 3, "GREEN", "RED")(file), colour(file.cell(OTHER_ROW, 3, 1), "AA2A16")],
        *("error: changed-figure", "the data say GREEN"),
    ),
    Edit(
        "a rating's colour taken for another",
        lambda file: colour(file.cell(OTHER_ROW, 3, 1), "CCFFCC"),
        *("warning: rating-colour", "has not the colour"),
    ),
    Edit("a gap in a cell", _in_cell(OTHER_ROW, 3, "−£8.50", "−£5.80"), "error: changed-figure", "“−£5.80”"),
    Edit("a statement in a cell", _in_cell(ROW, 3, "fewer", "more"), "error: changed-figure", "3,138 more"),
    Edit("a value in a cell", _in_cell(ROW, 2, "41%", "14%", lost=True), "error: changed-figure", "“14%”"),
    Edit("a value more exact", _in_cell(ROW, 2, "41%", "41.0%"), "error: changed-figure", "“41.0%”"),
    Edit("a value rounded", _in_cell(OTHER_ROW, 2, "£162.50", "£163"), "error: changed-figure", "“£163”"),
    Edit("a cell emptied", lambda file: cut(file.cell(ROW, 2, 1), 0, 3), "error: table-cell", "the cell is empty"),
    Edit(
        "an area for another",
        _in_cell("Apprenticeship starts", 1, "Country", "Inland Towns"),
        *("error: table-cell", "“Inland Towns … Inland Towns …”"),
    ),
    Edit("a name in a table", _in_cell(ROW, 0, "better", "above"), "error: table-cell", "C or above"),
    Edit("a cell of a series", _type("Boat building", "Boat", "Ship"), "error: table-cell", "“Ship building”"),
    Edit(
        "a figure of a series",
        lambda file: type_over(file.row("Boat building"), "24", "42", lost=True),
        *("error: changed-figure", "“42”"),
    ),
    Edit("a caption's number", _type("– Warm", "3", "7"), "warning: display-number", "“Table 7”, where “Table 3”"),
    Edit(
        "a caption's number that is live no more",
        lambda file: [_unlink(file, "– Warm"), file.type("– Warm", "3", "7")],
        *("warning: display-number", "“Table 7”, where “Table 3”"),
    ),
    Edit("a reference's number", _type("the next line", "3", "2"), "error: display-number", "says “Table 3”"),
    Edit("the rule's band", _type("AMBER: level", "1 perc", "2 perc"), "error: changed-figure", "“2”"),
    Edit("an exception's band", _type("‘Median", "£5", "£50"), "error: changed-figure", "would write “£5”"),
    Edit("a heading", _type("Strengths and", "Strengths", "Strength"), "warning: heading-alike", "“Strength and"),
    Edit("a mission's name", _type("Good work in", "in", "for", nth=3), "warning: near-name", "“Good work for every"),
    Edit("the cover's year", _type("Edition 2024", "2024", "2025"), "error: other-edition", "“Edition 2025”"),
)

RIGHT = (
    *wordings(),
    Edit(
        "a sentence in other words",
        _type(HOMES, "have an energy rating of C or better, against ", "are rated C or better; nationally it is "),
    ),
    Edit("a qualifier less", _type(STARTS, "Apprenticeships are a strength: ", "")),
    Edit("a figure deleted", lambda file: cut(file.paragraph(HOMES), 7, 10)),
    Edit("a paragraph deleted", _delete(HOMES)),
    Edit("a section deleted", _delete("How to make", "Change report", "Put your figures", "Build again")),
    Edit("a paragraph split", lambda file: file.split(HOMES, "That is")),
    Edit("two joined", lambda file: file.join(HOMES, WORK)),
    Edit("a paragraph moved", lambda file: file.move(STARTS, "What should")),
    Edit("a paragraph moved before", lambda file: file.move("What stands in", "This is the place")),
    Edit("a copy behind", lambda file: file.copy(STARTS, "What should", marked=False)),
    Edit("a copy before", lambda file: file.copy(STARTS, "What goes well", marked=False)),
    Edit("a copy with its bookmarks before", lambda file: file.copy(STARTS, "What goes well", marked=True)),
    Edit("a copy of a summary's item", lambda file: file.copy(HOMES, "This is the place", marked=True)),
    Edit("of another place", lambda file: file.add("In Inland Towns, 55% of homes are warm.", "What should")),
    Edit(
        "a copy for another place",
        lambda file: type_over(
            file.copy(STARTS, "What should", marked=False), "the Inland Towns have 9.8", "Dover has 7.7"
        ),
    ),
    Edit("a new paragraph", lambda file: file.add("We thank all who gathered these figures.", "What should")),
    Edit("a new paragraph with a figure", lambda file: file.add(RIGHT_HOMES, "What should")),
    Edit("a loose figure", lambda file: file.add("Over the year 312 people came to our meetings.", "What should")),
    Edit("a text box", _text_box(RIGHT_HOMES)),
    Edit("the head of pages", _head(" (for the board)"), part="word/header1.xml"),
    Edit("a note", lambda file: file.type("Like this", "Like this one", "As here"), part="word/footnotes.xml"),
    Edit("tracked wording", lambda file: file.track(HOMES, "against", "compared with")),
    Edit("a figure deleted, tracked", lambda file: file.track(WORK, "74.2%", "")),
    Edit("a move, tracked", _tracked_move),
    Edit("no-break spaces and single quotation marks", _typographer),
    Edit("all bold", _all_bold),
    Edit("a heading in other words", _type("How to make", "How to make this report", "Making the report")),
    Edit("the cover's title", _type("State of the Harbour", "State", "The state")),
    Edit("a row deleted", lambda file: file.delete(file.row("Median weekly rent", 1))),
    Edit("a row of the summary deleted", lambda file: file.delete(file.row("Median weekly rent", 0))),
    Edit("a row added to a typed table", _insert_row),
    Edit("rows sorted otherwise", _sort("% of residents aged", "% of employees trained", 1)),
    Edit("rows of a typed table sorted otherwise", _sort("Eastquay", "Boat building")),
    Edit("a column deleted", _delete_column),
    Edit("a column's head in other words", _type("Gap and rating", "Gap and rating", "Gap, rating")),
    Edit("per cent in a cell", _in_cell(ROW, 2, "41%", "41 per cent")),
    Edit("a no-break space in a cell", _in_cell(ROW, 2, "41%", "41\u00a0%")),
    Edit("a figure retyped as it was in a cell", _in_cell(OTHER_ROW, 2, "£162.50", "£162.50", lost=True)),
    Edit("the rule in other words", _type("‘Median", "where level, or worse by", "if level, or if worse by")),
    Edit("a caption live no more", lambda file: _unlink(file, "Table 3: Scale")),
    Edit("a reference live no more", lambda file: _unlink(file, "as Figure 2 shows")),
)
