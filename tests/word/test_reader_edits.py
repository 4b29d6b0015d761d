"""What comms leaves in a file: tracked changes and comments."""

from __future__ import annotations

from word.tiny_docx import Read, p, r, style, styled

from reportgen.document import Heading, Paragraph, Text

DELETED_MARK = "<w:rPr><w:del/></w:rPr>"


def ins(content: str) -> str:
    return f"<w:ins>{content}</w:ins>"


def gone(text: str, tag: str = "del") -> str:
    return f"<w:{tag}><w:r><w:delText>{text}</w:delText></w:r></w:{tag}>"


def test_tracked_changes_count_as_accepted_with_one_warning() -> None:
    read = Read(
        p("We ", gone("may "), ins(r("will ")), "act", f"<w:moveTo>{r(' now')}</w:moveTo>")
        + p(gone("x", "moveFrom"), ".")
    )
    assert read.blocks == (Paragraph((Text("We will act now"),), "Normal"), Paragraph((Text("."),), "Normal"))
    (warning,) = read.warnings
    assert warning.code == "tracked-changes"
    assert warning.message == (
        "1 tracked insertion is printed as if accepted; 1 tracked deletion is left out as if accepted; "
        "1 tracked move is carried out as if accepted"
    )


def test_paragraphs_whose_break_is_deleted_are_one() -> None:
    styles = {"styles": style("Normal", "Normal", default=True) + style("H1", "heading 1")}
    joined = p("Fore", properties=DELETED_MARK) + styled("H1", "word")
    assert Read(joined, styles).blocks == (Heading(1, (Text("Foreword"),)),)


def test_a_deleted_break_at_the_end_loses_nothing() -> None:
    assert Read(p("last", properties=DELETED_MARK)).blocks == (Paragraph((Text("last"),), "Normal"),)


def test_a_paragraph_that_is_deleted_whole_leaves_nothing() -> None:
    read = Read(p("a") + p(gone("x"), properties=DELETED_MARK) + p("b"))
    assert read.blocks == (Paragraph((Text("a"),), "Normal"), Paragraph((Text("b"),), "Normal"))


def test_inserted_paragraphs_are_there() -> None:
    assert Read(ins(p("new"))).blocks == (Paragraph((Text("new"),), "Normal"),)


def test_comments_are_left_out_with_a_count() -> None:
    comment = '<w:commentRangeStart w:id="1"/>{0}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    read = Read(p(comment.format(r("a")), comment.format(r("b"))))
    assert read.inlines == (Text("ab"),)
    assert [problem.message for problem in read.warnings] == ["2 comments are left out"]


def test_changes_of_format_are_the_new_one() -> None:
    run = r("x", "<w:i/><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>")
    (inline,) = Read(p(run)).inlines
    assert isinstance(inline, Text)
    assert (inline.look.italic, inline.look.bold) == (True, None)
