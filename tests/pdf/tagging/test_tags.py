"""The tag tree, looked at with pikepdf: what no validator sees. That validators find nothing is asserted by the way."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx.enum.style import WD_STYLE_TYPE
from pdf.judges import findings
from pdf.paper import heading, note, paragraph, picture, printed, printed_document, table
from pdf.read_aloud import Tag, read_aloud, read_tags
from PIL import Image
from word.word_files import blank_document, saved

from reportgen.document import (
    Block,
    Caption,
    Cell,
    Contents,
    ContentsEntry,
    CrossReference,
    Document,
    Heading,
    Link,
    List,
    ListItem,
    Look,
    Margins,
    NoteCall,
    PageNumber,
    Row,
    Section,
    Table,
    Text,
)
from reportgen.pdf.printer import print_document
from reportgen.problems import Problems
from reportgen.word.reader import read_word
from reportgen.word.xml import w

THEMES, ROWS = 3, 30
WORDS = "Words of a paragraph that runs over more than one line. " * 4


def opened(pdf: bytes) -> pikepdf.Pdf:
    assert findings(pdf) == []
    return pikepdf.open(io.BytesIO(pdf))


def tagged(*blocks: Block, **of_section: Any) -> Tag:
    return read_tags(opened(printed(*blocks, **of_section).pdf))


def said(*blocks: Block) -> list[str]:
    return read_aloud(opened(printed(*blocks).pdf)).splitlines()


def cell(words: str, **of_cell: Any) -> Cell:
    return Cell((paragraph(words, style="Table Text"),) if words else (), **of_cell)


def caption(label: str, words: str = "What it shows") -> Caption:
    return Caption(label, (Text(f": {words}"),), f"{label}_1", number="1")


# ── Tables ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def long_table() -> pikepdf.Pdf:
    """Over pages: two header rows, one with a cell over two columns; in the first column, cells over thirty rows."""
    heads = (
        Row((cell("Theme", row_span=2), cell("Measured", column_span=2), cell("Note", row_span=2)), header=True),
        Row((cell("What"), cell("Value")), header=True),
    )
    rows = [
        Row(
            (
                *([cell(f"Theme {theme}", row_span=ROWS)] if row == 0 else []),
                cell(f"Measure {theme}.{row}"),
                cell(f"{theme}.{row}%"),
                *([cell(f"Note {theme}.{row}", row_span=2)] if row % 2 == 0 else []),
            )
        )
        for theme in range(THEMES)
        for row in range(ROWS)
    ]
    made = Table((*heads, *rows), widths=(100.0, 160.0, 80.0, 80.0), row_heads=1)
    return opened(printed(caption("Table"), made, heads=Margins((paragraph("Running head"),))).pdf)


def test_a_table_over_pages_is_one_table_with_all_its_rows(long_table: pikepdf.Pdf) -> None:
    document = read_tags(long_table)
    assert len(long_table.pages) >= 3
    assert [tag.kind for tag in document.tags] == ["Table"]
    assert [tag.kind for tag in document.tags[0].tags] == ["Caption", "THead", "TBody"]
    assert len(document.all("TR")) == 2 + THEMES * ROWS


def test_each_header_has_its_scope_and_each_cell_names_its_headers_under_merged_cells_too(
    long_table: pikepdf.Pdf,
) -> None:
    document = read_tags(long_table)
    heads = {tag.text("ID"): tag for tag in document.all("TH")}
    assert {tag.words: str(tag.attributes["Scope"]) for tag in heads.values()} == {
        **dict.fromkeys(("Theme", "Measured", "Note", "What", "Value"), "/Column"),
        **{f"Theme {theme}": "/Row" for theme in range(THEMES)},
    }
    columns = {"Measure": ["Measured", "What"], "Note": ["Note"]}
    cells = document.all("TD")
    assert len(cells) == THEMES * ROWS * 5 // 2
    for tag in cells:
        kind, _, place = tag.words.rpartition(" ")
        theme = f"Theme {place.partition('.')[0]}"
        assert [heads[str(name)].words for name in tag.attributes["Headers"]] == [
            theme,
            *columns.get(kind, ["Measured", "Value"]),
        ]


def test_every_id_is_in_the_tree_of_ids(long_table: pikepdf.Pdf) -> None:
    names = long_table.Root.StructTreeRoot.IDTree.Names
    found = {str(names[at]): names[at + 1] for at in range(0, len(names), 2)}
    assert list(found) == sorted(found)
    assert found == {tag.text("ID"): tag.found for tag in read_tags(long_table).all() if tag.text("ID")}


def test_heads_and_header_rows_that_come_again_are_artifacts_of_pagination(long_table: pikepdf.Pdf) -> None:
    assert read_tags(long_table).words.count("Measured") == 1
    for number, one in enumerate(long_table.pages):
        artifacts = [
            [str(operands[1].get(name)) for name in ("/Type", "/Subtype")]
            for operands, operator in pikepdf.parse_content_stream(one, "BDC")
            if operands[0] == "/Artifact"
        ]
        assert artifacts.count(["/Pagination", "/Header"]) == 1
        assert artifacts.count(["/Pagination", "None"]) == (5 if number else 0)


def test_empty_cells_are_cells_and_a_row_that_breaks_over_pages_is_one_row() -> None:
    tall = cell(WORDS * 30)
    tags = tagged(
        Table((Row((cell("A"), cell("B")), header=True), Row((cell(""), tall), splits=True)), widths=(60, 200))
    )
    assert [tag.kind for tag in tags.all("TR")[1].tags] == ["TD", "TD"]
    assert tags.all("TD")[1].words == " ".join((WORDS * 30).split())


def test_a_row_that_ends_before_the_others_is_filled_up() -> None:
    high = cell("High", row_span=2)
    pdf = printed(table(("A", "B", "C"), ("1",), (high, "2"), ("3",))).pdf
    assert findings(pdf) == []
    assert "TD" in {tag.kind for tag in read_tags(opened(pdf)).all("TR")[1].tags}


def test_the_description_of_a_table_is_its_summary() -> None:
    (found,) = tagged(table(("A",), ("1",), title="Gaps", description="One row each")).all("Table")
    assert found.attributes["Summary"] == "One row each"


def test_a_table_of_header_rows_alone_has_headers_of_columns() -> None:
    scopes = {str(tag.attributes["Scope"]) for tag in tagged(table(("A", "B"), ("C", "D"), heads=2)).all("TH")}
    assert scopes == {"/Column"}


# ── Notes, contents, lists, headings ───────────────────────────────────────────────────────────────────────────


def test_a_note_stands_behind_its_mark_wherever_it_is_painted_and_the_two_lead_to_each_other() -> None:
    once = note(1, "Ofcom.")
    tags = tagged(
        paragraph("One", once, " two", NoteCall(once.note, again=True, number="1"), " three"), paragraph("Last")
    )
    first, last = tags.tags
    assert [tag.kind for tag in first.tags] == ["Reference", "Note", "Reference"]
    call, found, again = first.tags
    assert found.words == "1 Ofcom." and found.text("ID") and found.tags[0].kind == "Lbl"
    assert [str(one.links[0].Dest) for one in (*call.tags, *again.tags)] == [found.text("ID")] * 2
    (back,) = found.all("Link")
    assert str(back.links[0].Dest) == f"{found.text('ID')}-call"
    assert str(back.links[0].Contents) == "Back to the text at note 1"
    assert str(call.tags[0].links[0].Contents) == "1 Ofcom."
    assert last.words == "Last"


def test_endnotes_are_notes_at_the_end_and_every_note_has_an_id_of_its_own() -> None:
    calls = paragraph("One", note(1, "End.", kind="endnote"), " two", note(1, "Foot."), " three", note(2, "Foot."))
    tags = tagged(calls, paragraph("Last"))
    assert [tag.kind for tag in tags.tags] == ["P", "P", "Note"]
    names = [tag.text("ID") for tag in tags.all("Note")]
    assert len(set(names)) == len(names) == 3


def test_contents_hold_an_entry_for_each_heading_those_of_lower_levels_within() -> None:
    entries = [(1, "One"), (2, "Two"), (3, "Three"), (2, "Four"), (1, "Five")]
    contents = Contents(tuple(ContentsEntry(level, (Text(name),), name) for level, name in entries))
    headings = [heading(level, name, name) for level, name in entries]
    assert said(contents, *headings)[:-5] == [
        "TOC",
        "  TOCI | [One …]",
        "    TOC",
        "      TOCI | [Two …]",
        "        TOC",
        "          TOCI | [Three …]",
        "      TOCI | [Four …]",
        "  TOCI | [Five …]",
    ]


@pytest.mark.parametrize(
    ("marks", "numbering"),
    [
        (("•", "•"), "Disc"),
        (("–", "–"), "Disc"),
        (("o", "o"), "Circle"),
        (("▪",), "Square"),
        (("1.", "2."), "Decimal"),
        (("1.1", "1.2"), "Decimal"),
        (("(a)", "(b)"), "LowerAlpha"),
        (("A)", "B)"), "UpperAlpha"),
        (("i.", "ii."), "LowerRoman"),
        (("IV", "V"), "UpperRoman"),
        (("c.", "d."), "LowerAlpha"),
        (("h)", "i)", "j)"), "LowerAlpha"),
        (("", ""), "None"),
    ],
)
def test_lists_say_how_they_are_numbered(marks: tuple[str, ...], numbering: str) -> None:
    items = tuple(ListItem((paragraph("item", style="List Number"),), label=mark) for mark in marks)
    (found,) = tagged(List(items, ordered=marks[0].strip("().").isalnum() and marks[0] != "o")).tags
    assert str(found.attributes["ListNumbering"]) == f"/{numbering}"
    body = ["Lbl", "LBody"] if marks[0] else ["LBody"]
    assert [[tag.kind for tag in item.tags] for item in found.tags] == [body] * len(marks)


def test_a_list_within_a_list_stands_in_the_item_above_it() -> None:
    within = List((ListItem((paragraph("deep"),), label="–"),))
    items = (
        ListItem((paragraph("one"), within), label="1."),
        ListItem((paragraph("two"), paragraph("more")), label="2."),
    )
    assert said(List(items, ordered=True)) == [
        "L decimal",
        "  LI | 1. one",
        "    L disc",
        "      LI | – deep",
        "  LI | 2.",
        "    P | two",
        "    P | more",
    ]


def test_levels_of_headings_are_never_skipped_and_deep_ones_are_headings_too() -> None:
    kinds = [tag.kind for tag in tagged(*(heading(level, "Heading") for level in (2, 4, 4, 2, 3, 1))).tags]
    assert kinds == ["H1", "H2", "H2", "H1", "H2", "H1"]
    assert [tag.kind for tag in tagged(*(heading(level, "Heading") for level in range(1, 10))).tags][-1] == "H9"


def test_what_leads_to_a_heading_says_its_words_without_the_marks_of_its_notes() -> None:
    noted = Heading(1, (Text("Water"), note(1, "All of it.")), anchor="water")
    pdf = opened(printed(Contents((ContentsEntry(1, (Text("Water"),), "water"),)), noted).pdf)
    (link,) = read_tags(pdf).all("TOCI")[0].all("Link")
    assert str(link.links[0].Contents) == "Water"
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Water"]


def test_a_paragraph_over_pages_is_one_paragraph() -> None:
    assert [tag.words for tag in tagged(paragraph(WORDS * 40)).tags] == [" ".join((WORDS * 40).split())]


def test_words_in_another_language_say_so() -> None:
    welsh, english = Text("Dŵr glân", Look(language="cy-GB")), Text(" is clean water", Look(language="en-GB"))
    assert said(paragraph("In Welsh, ", welsh, english)) == ["P | In Welsh, {cy-GB: Dŵr glân} is clean water"]


def test_words_from_right_to_left_are_said_in_the_order_in_which_they_are_read() -> None:
    words = "שלום עולם"
    assert said(paragraph(f"Hello, {words}!")) == [f"P | Hello, {words}!"]
    pdf = printed(paragraph(words)).pdf
    assert findings(pdf) == []


def test_a_style_may_say_the_language_of_its_words() -> None:
    document = blank_document()
    for name, kind in (("Cymraeg", WD_STYLE_TYPE.PARAGRAPH), ("Français", WD_STYLE_TYPE.CHARACTER)):
        style = document.styles.add_style(name, kind)
        style.element.get_or_add_rPr().append(w("lang", val={"Cymraeg": "cy-GB", "Français": "fr-FR"}[name]))
    document.add_paragraph("Dŵr glân ", style="Cymraeg").add_run("eau propre", style="Français")
    document.add_table(1, 1).cell(0, 0).paragraphs[0].style = "Cymraeg"
    document.tables[0].cell(0, 0).paragraphs[0].add_run("Afon")
    pdf = print_document(read_word(saved(document), "welsh.docx", Problems()), Problems()).pdf
    lines = read_aloud(opened(pdf)).splitlines()
    assert lines[0] == "P (cy-GB) | Dŵr glân {fr-FR: eau propre}"
    assert lines[-1].strip() == "P (cy-GB) | Afon"


# ── Pictures and links ─────────────────────────────────────────────────────────────────────────────────────────


def test_captions_stand_in_what_they_name_and_the_source_behind_it() -> None:
    source = paragraph("Source: Ofcom", style="Source")
    shown = (paragraph(picture("Bars")), caption("Figure"), source, caption("Table"), table(("A",), ("1",)), source)
    assert [line for line in said(*shown) if not line.startswith("    ")] == [
        "Figure | Bars",
        "  Caption | Figure 1: What it shows",
        "P | Source: Ofcom",
        "Table",
        "  Caption | Table 1: What it shows",
        "  THead",
        "  TBody",
        "P | Source: Ofcom",
    ]


def test_the_note_of_a_figures_caption_stands_behind_the_figure() -> None:
    noted = Caption("Figure", (Text(": Bars"), note(1, "Ofcom.")), "Figure_1", number="1")
    assert said(paragraph(picture("Bars")), noted, paragraph("After")) == [
        "Figure | Bars",
        "  Caption | Figure 1: Bars [1]",
        "Note | 1 Ofcom.",
        "P | After",
    ]


def test_a_caption_of_nothing_is_a_paragraph() -> None:
    assert said(caption("Figure"), paragraph("Words")) == ["P | Figure 1: What it shows", "P | Words"]


def test_a_photograph_in_four_inks_is_printed_in_three_colours() -> None:
    photograph = io.BytesIO()
    Image.new("CMYK", (40, 20), (10, 20, 30, 40)).save(photograph, "JPEG")
    shown = replace(picture("A photograph", data=photograph.getvalue()), media_type="image/jpeg")
    assert [tag.kind for tag in tagged(paragraph(shown)).tags] == ["Figure"]


def test_the_bounding_box_of_a_figure_is_where_it_is_seen(tmp_path: Path) -> None:
    pdf = printed(paragraph("Above"), paragraph(picture("A grey square"), left=30.0)).pdf
    (figure,) = read_tags(opened(pdf)).all("Figure")
    (tmp_path / "page.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", "72", "-png", "-singlefile", "page.pdf", "page"], cwd=tmp_path, check=True)
    seen = Image.open(tmp_path / "page.png").convert("L").point(lambda light: 255 * (100 < light < 200))
    left, top, right, bottom = seen.crop((0, 90, *seen.size)).getbbox()
    height = seen.height
    box = [float(edge) for edge in figure.attributes["BBox"]]
    assert box == pytest.approx([left, height - bottom - 90, right, height - top - 90], abs=1.5)
    assert box[2] - box[0] == pytest.approx(100) and box[3] - box[1] == pytest.approx(50)


def test_a_picture_without_alternative_text_is_decoration() -> None:
    assert said(paragraph("One"), paragraph(picture("")), paragraph("Two", picture(""))) == ["P | One", "P | Two"]


def test_a_link_says_where_it_leads_and_is_one_tag_over_lines() -> None:
    web = Link(
        "https://example.org/a", (Text("A web page with "), Text("a long", Look(bold=True)), Text(f" name. {WORDS}"))
    )
    line = paragraph(
        "See ", CrossReference("Table_1", text="Table 1"), " and ", CrossReference("here", "page", text="9"), web
    )
    tags = tagged(line, caption("Table", "Gaps"), table(("A",), ("1",)), heading(1, "A place", "here"))
    label, place, page = tags.all("Link")
    assert [str(one.Contents) for one in label.links] == ["Table 1: Gaps"]
    assert [str(one.Contents) for one in place.links] == ["A place"]
    assert len(page.links) > 1
    assert {str(one.Contents)[:30] for one in page.links} == {"A web page with a long name. W"}


def test_a_link_in_a_link_is_part_of_it() -> None:
    inside = (Text("See "), CrossReference("here", text="Table 1"), note(1, "A note."))
    links = tagged(heading(1, "Here", "here"), paragraph(Link("https://example.org", inside))).all("Link")
    assert all(len(link.links) == 1 for link in links)
    assert [link.parent.kind for link in links if link.parent] == ["P", "Lbl"]


def test_every_link_on_a_page_is_in_the_tree_and_knows_its_tag() -> None:
    head = Margins((paragraph("Head ", PageNumber()),))
    rows = [(f"Row {number}", "x") for number in range(60)]
    pdf = opened(
        printed(
            table((cell("Measure"), Cell((paragraph(Link("https://example.org", (Text("Value"),))),))), *rows),
            heads=head,
        ).pdf
    )
    links = [link for one in pdf.pages for link in one.get("/Annots", [])]
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    owners = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    assert [owners[int(link.StructParent)].S for link in links] == ["/Link"]
    assert len(pdf.pages) > 1


def test_a_document_of_every_kind_of_part_is_sound_and_titled() -> None:
    sections = tuple(Section((heading(1, name), paragraph(WORDS, note(1, "Once.")))) for name in ("One", "Two"))
    pdf = opened(printed_document(Document(sections, title="", language="cy-GB")).pdf)
    assert str(pdf.docinfo["/Title"]) == "One"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.Lang == "cy-GB"
