"""Footnotes and endnotes, figures from data."""

from __future__ import annotations

from word.tiny_docx import Read, bookmark, field, p, r, styled

from reportgen.document import Link, Note, NoteCall, Paragraph, Text

MARK = "<w:r><w:footnoteRef/></w:r>"
SEPARATORS = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'


def note(identifier: int, *content: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{identifier}">{p(*content)}</w:{kind}>'


def call(identifier: int, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{identifier}"{more}/></w:r>'


def said(text: str, kind: str = "footnote") -> Note:
    return Note((Paragraph((Text(text),), "Normal"),), "endnote" if kind == "endnote" else "footnote")


NOTES = {"footnotes": SEPARATORS + note(2, MARK, r(" Ofcom.")) + note(5, MARK, "ONS.")}


def calls(read: Read) -> list[NoteCall]:
    return [inline for inline in read.inlines if isinstance(inline, NoteCall)]


def test_notes_are_called_in_order_without_their_own_mark() -> None:
    read = Read(p("a", call(5), "b", call(2)), NOTES)
    assert read.inlines == (Text("a"), NoteCall(said("ONS.")), Text("b"), NoteCall(said("Ofcom.")))
    assert [one.number for one in calls(read)] == ["1", "2"]


def test_footnotes_and_endnotes_count_apart() -> None:
    parts = NOTES | {"endnotes": note(2, "At the end.", kind="endnote")}
    read = Read(p(call(2), call(2, "endnote"), call(5)), parts)
    assert [one.number for one in calls(read)] == ["1", "i", "2"]
    assert calls(read)[1].note == said("At the end.", "endnote")


def test_a_note_reference_field_calls_the_note_again() -> None:
    read = Read(p(field("NOTEREF _Ref7 \\f \\h", "1"), bookmark("_Ref7", call(2))), NOTES)
    assert read.inlines == (NoteCall(said("Ofcom."), again=True), NoteCall(said("Ofcom.")))


def test_the_bookmark_of_a_note_may_stand_right_before_it() -> None:
    # as LibreOffice saves some of them
    read = Read(p(bookmark("_note_1"), call(2), "a", field("NOTEREF _note_1 \\f \\h", "1")), NOTES)
    assert read.inlines[-1] == NoteCall(said("Ofcom."), again=True)
    assert Read(p(bookmark("_note_1"), "a", call(2), field("NOTEREF _note_1", "1")), NOTES).inlines[-1] == Text("1")


def test_a_reference_to_no_note_prints_as_it_was_saved() -> None:
    assert Read(p(field("NOTEREF gone", "7")), NOTES).inlines == (Text("7"),)


def test_settings_and_sections_say_how_notes_are_numbered() -> None:
    options = '<w:numFmt w:val="upperLetter"/><w:numStart w:val="3"/><w:numRestart w:val="eachSect"/>'
    settings = f"<w:footnotePr>{options}</w:footnotePr>"
    body = p(call(2), properties="<w:sectPr/>") + p(call(5)) + "<w:sectPr/>"
    read = Read(body, NOTES | {"settings": settings})
    numbers = [
        block.inlines[0].number
        for block in read.blocks
        if isinstance(block, Paragraph) and isinstance(block.inlines[0], NoteCall)
    ]
    assert numbers == ["C", "C"]


def test_a_note_may_have_a_mark_of_its_own() -> None:
    read = Read(p(call(2, more=' w:customMarkFollows="1"').replace("</w:r>", "<w:t>*</w:t></w:r>"), call(5)), NOTES)
    assert [one.number for one in calls(read)] == ["*", "1"]
    assert len(read.inlines) == 2


def test_a_mark_of_its_own_is_no_part_of_what_the_note_says() -> None:
    marked = call(2, more=' w:customMarkFollows="1"').replace("</w:r>", "<w:t>*</w:t></w:r>")
    for words in ((r("*"), r(" Ofcom.")), (r("* Ofcom."),), (r("*"), "<w:r><w:tab/></w:r>", r("Ofcom."))):
        read = Read(p("a", marked), {"footnotes": note(2, *words)})
        assert read.inlines == (Text("a"), NoteCall(said("Ofcom."), number="*"))


def test_links_in_notes_are_relations_of_the_notes_part() -> None:
    inner = note(2, f'<w:hyperlink w:anchor="x">{r("there")}</w:hyperlink>')
    (found,) = calls(Read(p(call(2)), {"footnotes": inner}))
    assert found.note.blocks == (Paragraph((Link("#x", (Text("there"),)),), "Normal"),)


def test_a_note_that_is_missing_is_a_warning() -> None:
    read = Read(p("a", call(9)), NOTES)
    assert read.inlines == (Text("a"),)
    assert read.warned == ["missing-note"]


def test_a_note_that_calls_itself_is_read_once() -> None:
    (found,) = calls(Read(p(call(2)), {"footnotes": note(2, "See ", call(2))}))
    assert found.note == said("See ")


def test_notes_in_styles_of_their_own_keep_them() -> None:
    (found,) = calls(Read(p(call(2)), {"footnotes": f'<w:footnote w:id="2">{styled("Gone", "x")}</w:footnote>'}))
    assert found.note == said("x")
