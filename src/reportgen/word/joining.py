"""Runs that need not be apart are one: a word that is broken over runs cannot be searched for, nor replaced at once.

Word breaks runs wherever somebody paused or its spelling checker had a remark, and tags leave empty ones behind.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reportgen.word.elements import XML_SPACE, Element, W
from reportgen.word.xml import detach

_RUN, _PROPERTIES, _TEXT = W + "r", W + "rPr", W + "t"
_REMARKS = (W + "proofErr", W + "lastRenderedPageBreak")
_WORDS = frozenset({_TEXT, W + "tab", W + "noBreakHyphen", W + "softHyphen"})


def join_runs(root: Element) -> None:
    """Join neighbours that hold nothing but words and look the same; take out the ones that hold nothing."""
    for remark in list(root.iter(*_REMARKS)):
        detach(remark)
    for run in [run for run in root.iter(_RUN) if _has_neighbour(run) and _is_spoken(run)]:
        before, after = run.getprevious(), run.getnext()
        if not _says(run):
            if _says(before) or _says(after):  # else it keeps the look of a field's result that is to come
                detach(run)
        elif before is not None and _says(before) and _look(before) == _look(run):
            _append(before, list(_content(run)))
            detach(run)


def _has_neighbour(run: Element) -> bool:
    return any(one is not None and one.tag == _RUN for one in (run.getprevious(), run.getnext()))


def _content(run: Element) -> Iterator[Element]:
    return (child for child in run if child.tag != _PROPERTIES)


def _is_spoken(run: Element) -> bool:
    return all(child.tag in _WORDS for child in _content(run))


def _says(run: Element | None) -> bool:
    if run is None or run.tag != _RUN or not _is_spoken(run):
        return False
    return any(one.tag != _TEXT or one.text for one in _content(run))


def _look(run: Element) -> bytes:
    properties = run.find(_PROPERTIES)
    return b"" if properties is None or not len(properties) else etree.tostring(properties, method="c14n")


def _append(run: Element, content: list[Element]) -> None:
    for child in content:
        last = run[-1] if len(run) else None
        if last is not None and last.tag == child.tag == _TEXT:
            last.text = (last.text or "") + (child.text or "")
            last.set(XML_SPACE, "preserve")
        else:
            run.append(child)
