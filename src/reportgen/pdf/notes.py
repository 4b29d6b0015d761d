"""Notes: the mark in the text, the footnote that floats to the foot of its page, the endnotes at the end.

WeasyPrint's own call and marker of a `float: footnote` are left empty: the marks stand here as words, with the
numbers that Word shows, and lead from the text to the note and from the note back to where it is called first. A word
joiner before the mark, in the style sheet, keeps it on the line of its word.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document import NoteCall
from reportgen.pdf.press import Press
from reportgen.pdf.tree import Content, Element, element


def note_call(press: Press, call: NoteCall) -> Iterator[Content]:
    """The mark, and right behind it the footnote (its words follow later) where it is called for the first time."""
    mark, name, is_first = press.number(call)
    style = press.sheet.note_mark(call.note.kind)
    if press.in_margin:
        yield element("span", mark, class_=style)
        return
    call_name = _call_name(name) if is_first else ""
    yield element("note-call", press.lead(element("a", mark, class_=style), name), id=press.anchor(call_name))
    if is_first:
        note = _empty_note(press, call, mark, name)
        if call.note.kind == "footnote":
            yield note


def _empty_note(press: Press, call: NoteCall, mark: str, name: str) -> Element:
    kind = call.note.kind
    note = element("aside", class_=kind, id=press.anchor(name))
    back = press.lead(element("a", mark, title=f"Back to the text at note {mark}"), _call_name(name))
    label = element("list-label", back, class_=press.sheet.note_mark(kind))
    press.waiting_notes.append((note, call.note, label))
    if kind == "endnote":
        press.endnotes.append(note)
    return note


def _call_name(name: str) -> str:
    return f"{name}-call"
