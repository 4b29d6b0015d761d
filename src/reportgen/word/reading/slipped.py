"""Ends of bookmarks that slipped off the last letter of a figure.

LibreOffice (seen in 7.4) lets the end of a bookmark slip by one letter on opening a file, where the document's first
footnote or a section's own head stands before it in the same paragraph. What a figure said when it was written is
known, so the end can be put back where it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from reportgen.document import Value
from reportgen.word.elements import XML_SPACE, Element, W

_START, _END, _RUN, _TEXT = W + "bookmarkStart", W + "bookmarkEnd", W + "r", W + "t"


def mend_slipped_ends(body: Element, values: Mapping[str, Value]) -> None:
    """Put the end of a figure's bookmark behind the next letter, where the two together say what was written."""
    for start in list(body.iter(_START)) if values else ():
        value = values.get(start.get(W + "name", ""))
        inside, end = _inside(start)
        if value is None or end is None or not value.text or "".join(inside) != value.text[:-1]:
            continue
        following = end.getnext()
        if following is not None and following.tag == _RUN:
            _take_in(end, following, value.text[-1])


def _inside(start: Element) -> tuple[list[str], Element | None]:
    """What a bookmark holds in its paragraph, and its end."""
    said: list[str] = []
    for sibling in start.itersiblings():
        if sibling.tag == _END and sibling.get(W + "id") == start.get(W + "id"):
            return said, sibling
        said.extend(text.text or "" for text in sibling.iter(_TEXT))
    return said, None


def _take_in(end: Element, run: Element, letter: str) -> None:
    text = next((child for child in run if child.tag != W + "rPr"), None)
    if text is None or text.tag != _TEXT or not (text.text or "").startswith(letter):
        return
    own = deepcopy(run)
    own[:] = [*(child for child in own if child.tag == W + "rPr"), deepcopy(text)]
    own[-1].text = letter
    text.text = (text.text or "")[1:]
    text.set(XML_SPACE, "preserve")
    end.addprevious(own)
