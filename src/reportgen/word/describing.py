"""The alternative text of tables that have none: their caption, and what their header row says."""

from __future__ import annotations

from reportgen.word.elements import Element, W, switch, value
from reportgen.word.order import sort_children
from reportgen.word.results import shown_text
from reportgen.word.styles import Styles
from reportgen.word.xml import w

_NUMBER = (W + "fldChar", W + "fldSimple")


def describe_tables(body: Element, styles: Styles) -> None:
    """A title and a description for each table with a header row, as far as it does not say them itself (17.4.41)."""
    for table in body.iter(W + "tbl"):
        properties, heads = table.find(W + "tblPr"), _heads(table)
        if properties is None or not heads:
            continue
        rows = len(table.findall(W + "tr"))
        described = f"{rows} rows, the first with the headings {', '.join(heads)}"
        for tag, words in (("tblCaption", _title(table, styles)), ("tblDescription", described)):
            if words and not (value(properties, tag) or "").strip():
                properties.append(w(tag, val=words))
        sort_children(properties)


def _heads(table: Element) -> list[str]:
    """The words of the header row's cells."""
    first = table.find(W + "tr")
    if first is None or not switch(first.find(W + "trPr"), "tblHeader"):
        return []
    said = (" ".join(shown_text([paragraph]) for paragraph in cell.iter(W + "p")) for cell in first.iter(W + "tc"))
    return [words for one in said if (words := one.strip())]


def _title(table: Element, styles: Styles) -> str:
    """What the caption right above says after its label and number."""
    above = table.getprevious()
    style = value(above.find(W + "pPr"), "pStyle") if above is not None and above.tag == W + "p" else None
    if above is None or style is None or styles.name(style).lower() != "caption":
        return ""
    after = max((at for at, one in enumerate(above, 1) if next(one.iter(*_NUMBER), None) is not None), default=0)
    return shown_text(list(above)[after:]).strip(" :.–—\xa0")
