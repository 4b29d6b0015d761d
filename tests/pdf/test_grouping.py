"""Which blocks belong together."""

from __future__ import annotations

from pdf.paper import paragraph, picture, table

from reportgen.document import Block, Caption, Text
from reportgen.pdf.grouping import Figure, Quotation, grouped

WORDS = paragraph("Words")
TABLE = table(("A",), ("1",))
BOX = paragraph(picture(), style="Figure")
SOURCE = paragraph("Source: Ofcom", style="Source")


def caption(label: str) -> Caption:
    return Caption(label, (Text(": Gaps"),), f"{label}_1", number="1")


def shapes(*blocks: Block) -> list[int]:
    """How many blocks stand in each figure; 0 for a block that stands alone."""
    return [len(group.blocks) if isinstance(group, Figure) else 0 for group in grouped(blocks)]


def test_a_caption_before_its_table_and_the_source_after_it_are_one_figure() -> None:
    assert shapes(WORDS, caption("Table"), TABLE, SOURCE, WORDS) == [0, 3, 0]


def test_a_caption_after_its_picture_belongs_to_it() -> None:
    assert shapes(BOX, caption("Figure"), SOURCE, WORDS) == [3, 0]


def test_pictures_with_their_captions_below_follow_each_other() -> None:
    assert shapes(BOX, caption("Figure"), BOX, caption("Figure")) == [2, 2]


def test_a_caption_between_two_belongs_to_the_one_that_its_label_fits() -> None:
    assert shapes(BOX, caption("Table"), TABLE) == [0, 2]
    assert shapes(TABLE, caption("Figure"), BOX) == [0, 2]
    assert shapes(TABLE, caption("Table"), BOX) == [2, 0]


def test_a_table_with_nothing_around_it_and_a_caption_of_nothing_stand_alone() -> None:
    assert shapes(WORDS, TABLE, WORDS) == [0, 0, 0]
    assert shapes(caption("Table"), WORDS) == [0, 0]


def test_a_picture_among_words_is_no_figure() -> None:
    assert shapes(paragraph("See ", picture()), caption("Figure"), WORDS) == [0, 0, 0]


def test_quoted_paragraphs_in_a_row_are_one_quotation() -> None:
    quote = paragraph("Said", style="Quote")
    assert list(grouped((WORDS, quote, quote, WORDS))) == [WORDS, Quotation((quote, quote)), WORDS]
