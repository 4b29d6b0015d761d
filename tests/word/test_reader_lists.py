"""Numbered paragraphs as lists."""

from __future__ import annotations

import pytest
from word.tiny_docx import Read, p, style, styled

from reportgen.document import (
    AS_STYLED,
    PLAIN_MARK,
    Block,
    Heading,
    Layout,
    List,
    ListItem,
    Look,
    Mark,
    Paragraph,
    Text,
)


def level(number: int, form: str, text: str, indent: int, style_id: str = "") -> str:
    named = f'<w:pStyle w:val="{style_id}"/>' if style_id else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{named}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def definition(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, start: int = 0) -> str:
    override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'


PARTS = {
    "styles": style("Normal", "Normal", default=True)
    + style("ListBullet", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    + style("ListBullet2", "List Bullet 2", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')
    + style("ListNumber", "List Number", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>')
    + style("ListContinue", "List Continue")
    + style("ListContinue2", "List Continue 2")
    + style("Heading1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>'),
    "numbering": definition(1, level(0, "bullet", "•", 360))
    + definition(2, level(0, "bullet", "–", 720))
    + definition(3, level(0, "decimal", "%1.", 360))
    + definition(4, level(0, "decimal", "%1.", 720), level(1, "lowerLetter", "(%2)", 1080))
    + definition(5, level(0, "decimal", "%1", 0, "Heading1"))
    + "".join(num(one, one) for one in range(1, 6))
    + num(9, 3, start=4)
    + num(10, 4, start=1),
}


def item(text: str, num_id: int, ilvl: int = 0, style_id: str = "Normal") -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num_id}"/></w:numPr>'
    return styled(style_id, text, more=numbered)


def say(text: str, style_name: str = "Normal", layout: Layout = AS_STYLED) -> Paragraph:
    return Paragraph((Text(text),), style_name, layout)


def blocks(body: str) -> tuple[Block, ...]:
    return Read(body, PARTS).blocks


def bullets(*items: tuple[Block, ...]) -> List:
    return List(tuple(ListItem(one) for one in items))


def test_neighbouring_list_paragraphs_are_one_list() -> None:
    body = styled("ListBullet", "a") + styled("ListBullet", "b") + p("after")
    assert blocks(body) == (bullets((say("a", "List Bullet"),), (say("b", "List Bullet"),)), say("after"))


def test_items_have_the_labels_that_word_shows() -> None:
    (found,) = blocks(item("a", 4) + item("b", 4, 1) + item("c", 4, 1) + item("d", 4))
    assert isinstance(found, List)
    (inner,) = found.items[0].blocks[1:]
    assert isinstance(inner, List)
    assert [one.label for one in (*found.items, *inner.items)] == ["1.", "2.", "(a)", "(b)"]


def test_list_styles_of_different_depth_nest() -> None:
    body = styled("ListBullet", "a") + styled("ListBullet2", "b") + styled("ListBullet", "c")
    inner = bullets((say("b", "List Bullet 2"),))
    assert blocks(body) == (bullets((say("a", "List Bullet"), inner), (say("c", "List Bullet"),)),)


def test_a_deeper_indent_nests_too() -> None:
    (found,) = blocks(item("a", 3) + item("b", 4) + item("c", 3))
    assert isinstance(found, List)
    assert [len(one.blocks) for one in found.items] == [2, 1]


def test_what_continues_an_item_stays_in_it() -> None:
    body = styled("ListBullet", "a") + styled("ListContinue", "more") + styled("ListBullet", "b")
    continued = (say("a", "List Bullet"), say("more", "List Continue"))
    assert blocks(body) == (bullets(continued, (say("b", "List Bullet"),)),)


def test_what_continues_goes_on_with_the_item_of_its_depth() -> None:
    body = styled("ListBullet", "a") + styled("ListBullet2", "b") + styled("ListContinue", "more")
    inner = bullets((say("b", "List Bullet 2"),))
    assert blocks(body) == (bullets((say("a", "List Bullet"), inner, say("more", "List Continue"))),)


def test_a_list_continue_without_an_item_is_a_paragraph() -> None:
    assert blocks(styled("ListContinue", "x")) == (say("x", "List Continue"),)


def test_ordered_lists_with_numbering_of_their_own_are_apart() -> None:
    first, second = blocks(styled("ListNumber", "a") + item("b", 9, style_id="ListNumber"))
    assert first == List((ListItem((say("a", "List Number"),)),), True, 1)
    assert second == List((ListItem((say("b", "List Number"),)),), True, 4)


def test_a_list_whose_first_item_alone_says_where_it_starts_is_one_list() -> None:
    # as LibreOffice saves a list that starts anew
    (found,) = blocks(item("a", 10) + item("b", 4, 1) + item("c", 4))
    assert isinstance(found, List)
    assert [(one.label, len(one.blocks)) for one in found.items] == [("1.", 2), ("2.", 1)]
    (again,) = blocks(item("a", 4) + item("b", 10) + item("c", 4))[1:]
    assert isinstance(again, List)
    assert [one.label for one in again.items] == ["1.", "2."]


def test_a_list_that_goes_on_after_a_paragraph_goes_on_counting() -> None:
    (_, _, second) = blocks(styled("ListNumber", "a") + p("between") + styled("ListNumber", "b"))
    assert isinstance(second, List)
    assert second.start == 2


def test_the_indents_of_a_list_that_is_no_style_are_direct() -> None:
    (found,) = blocks(item("a", 3))
    assert found == List((ListItem((say("a", layout=Layout(left=18, first_line=-18)),)),), True)


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    body = styled("ListBullet", "x", more='<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert blocks(body) == (say("x", "List Bullet", Layout(left=0, first_line=0)),)


def test_numbered_headings_are_headings_with_a_label() -> None:
    body = styled("Heading1", "One") + styled("Heading1", "Two")
    found = [block for block in blocks(body) if isinstance(block, Heading)]
    assert [(block.inlines, block.label) for block in found] == [((Text("One"),), "1"), ((Text("Two"),), "2")]


def test_a_list_that_the_file_does_not_define_is_no_list() -> None:
    assert blocks(item("x", 77)) == (say("x"),)


def mark(of_level: str, of_end: str = "") -> Mark:
    """That of a list item whose level says this, and whose paragraph's end says that."""
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="%1."/>{of_level}</w:lvl></w:abstractNum>{num(1, 1)}'
    )
    end = f"<w:rPr>{of_end}</w:rPr>" if of_end else ""
    body = p("One", properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{end}')
    block = Read(body, {"numbering": numbering}).block
    assert isinstance(block, List)
    return block.items[0].mark


@pytest.mark.parametrize(
    ("of_level", "of_end", "found"),
    [
        ("", "", PLAIN_MARK),
        ('<w:rPr><w:b/><w:color w:val="7030A0"/></w:rPr>', "", Mark(Look(bold=True, colour="7030A0"))),
        ("", "<w:i/>", Mark(Look(italic=True))),
        (
            '<w:rPr><w:color w:val="7030A0"/></w:rPr>',
            '<w:i/><w:color w:val="FF0000"/>',
            Mark(Look(italic=True, colour="7030A0")),
        ),
        ("", '<w:u w:val="single"/>', PLAIN_MARK),
        ('<w:lvlJc w:val="right"/>', "", Mark(alignment="right")),
        ('<w:suff w:val="space"/>', "", Mark(follows="space")),
        ('<w:pPr><w:tabs><w:tab w:val="num" w:pos="1440"/></w:tabs></w:pPr>', "", Mark(tab=72.0)),
    ],
)
def test_a_label_looks_as_its_level_says_and_else_as_the_paragraphs_end(
    of_level: str, of_end: str, found: Mark
) -> None:
    assert mark(of_level, of_end) == found


def test_a_bullets_colour_stays_where_its_symbol_font_goes() -> None:
    bullet = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/><w:color w:val="C00000"/></w:rPr>'
    assert mark(bullet) == Mark(Look(colour="C00000"))
