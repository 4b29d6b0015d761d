"""What a printed document is beside its words: pages, heads, links, outline, notes, pictures, problems."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pytest
from pdf.judges import findings
from pdf.paper import (
    A4,
    cell,
    heading,
    note,
    pages,
    paragraph,
    picture,
    printed,
    printed_document,
    table,
    tokens,
)
from PIL import Image

from reportgen.document import (
    Anchor,
    Border,
    Borders,
    Break,
    Caption,
    Contents,
    ContentsEntry,
    CrossReference,
    DataFile,
    Document,
    Heading,
    Layout,
    Link,
    List,
    ListItem,
    Look,
    Margins,
    Note,
    NoteCall,
    Page,
    PageNumber,
    Paragraph,
    Section,
    Tab,
    TabStop,
    Text,
)
from reportgen.pdf.fingerprint import is_untouched
from reportgen.problems import InputError, Problems

LANDSCAPE = Page(width=841.9, height=595.3)
PORTRAIT = Page(number_from=1)


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


# ── Pages ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_same_document_gives_the_same_bytes_and_they_are_sealed() -> None:
    blocks = (heading(1, "Summary"), paragraph("Words", note(1, "A note.")), table(("A", "B"), ("1", "2")))
    assert printed(*blocks).pdf == printed(*blocks).pdf
    assert is_untouched(printed(*blocks).pdf)


def test_each_section_has_its_own_paper() -> None:
    whole = Document((Section((paragraph("Upright"),), A4), Section((paragraph("Across"),), LANDSCAPE)))
    file = opened(printed_document(whole).pdf)
    sizes = [[round(float(edge)) for edge in page.mediabox[2:]] for page in file.pages]
    assert sizes == [[595, 842], [842, 595]]


def test_a_continuous_section_goes_on_upon_the_same_page() -> None:
    whole = Document((Section((paragraph("One"),)), Section((paragraph("Two"),), Page(starts="continuous"))))
    assert pages(printed_document(whole).pdf) == ["One Two"]


def test_a_page_break_within_a_paragraph_parts_it() -> None:
    assert pages(printed(paragraph("Before", Break("page"), "After")).pdf) == ["Before", "After"]


def test_a_paragraph_that_is_only_a_page_break_leaves_no_empty_line() -> None:
    assert pages(printed(paragraph("One"), paragraph(Break("page")), paragraph("Two")).pdf) == ["One", "Two"]


def test_numbers_start_anew_where_the_section_says_so_and_in_its_format() -> None:
    front = Section((paragraph("Preface", Break("page"), "More"),), Page(number_format="lowerRoman"), feet=numbered())
    body = Section((heading(1, "Summary", "summary"),), PORTRAIT, feet=numbered())
    result = printed_document(Document((front, body)))
    assert [page.split()[-1] for page in pages(result.pdf)] == ["i", "ii", "1"]
    assert result.pages["summary"] == 1
    assert result.page_count == 3


def test_first_and_even_pages_have_heads_of_their_own() -> None:
    heads = Margins((paragraph("Usual"),), first=(paragraph("First"),), even=(paragraph("Even"),))
    text = paragraph("a", Break("page"), "b", Break("page"), "c")
    whole = Document((Section((text,), Page(first_differs=True), heads),), even_and_odd=True)
    assert pages(printed_document(whole).pdf) == ["a First", "b Even", "c Usual"]


def test_a_section_without_heads_has_those_of_the_one_before() -> None:
    first = Section((paragraph("a"),), A4, Margins((paragraph("Head"),)))
    assert pages(printed_document(Document((first, Section((paragraph("b"),), A4)))).pdf) == ["a Head", "b Head"]


def test_a_head_higher_than_its_margin_pushes_the_text_down() -> None:
    high = Margins(tuple(paragraph(f"Line {number}") for number in range(8)))
    usual = printed(paragraph("Text")).pdf
    assert text_at(printed(paragraph("Text"), heads=high).pdf) > text_at(usual) + 50


def test_a_head_can_say_how_many_pages_its_section_has() -> None:
    heads = Margins((paragraph("of ", PageNumber("section pages"), "/", PageNumber("pages")),))
    long = Section((paragraph("a", Break("page"), "b"),), A4, heads)
    assert pages(printed_document(Document((long, Section((paragraph("c"),), A4)))).pdf)[2] == "c of 1/3"


# ── Words in their place ───────────────────────────────────────────────────────────────────────────────────────


def test_list_labels_print_as_word_shows_them() -> None:
    items = tuple(ListItem((paragraph(word, style="List Number"),), label=label) for label, word in LABELS)
    assert pages(printed(List(items, ordered=True)).pdf) == ["(a) one 1.1 two ➢ three"]


def test_a_heading_says_its_number() -> None:
    assert pages(printed(heading(2, "Context", label="1.2")).pdf) == ["1.2 Context"]


def test_a_note_called_again_repeats_its_mark_and_leads_to_the_same_note() -> None:
    once = note(1, "Ofcom.")
    result = printed(paragraph("One", once, " two", NoteCall(once.note, again=True, number="1"), " three"))
    assert pages(result.pdf) == ["One1 two1 three 1 Ofcom."]
    assert destinations(result.pdf) == ["at-footnote-1", "at-footnote-1", "at-footnote-1-call"]


def test_a_mark_never_leaves_its_word_for_the_next_line() -> None:
    """Whatever room the line has: the indent at the right takes it past the mark in small steps."""
    called = replace(note(1, "N."), again=True)
    pdf = printed(*(paragraph("Words before.", called, " And after.", right=340.0 + step) for step in range(60))).pdf
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    lines = {line.strip() for line in read.stdout.decode().splitlines()}
    assert {"Words before.1", "Words"} <= lines and "Words before." not in lines


def test_a_sign_never_leaves_its_amount_for_the_next_line() -> None:
    pdf = printed(*(paragraph("Words with −£120m after.", right=300.0 + 2 * step) for step in range(60))).pdf
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    lines = {line.strip() for line in read.stdout.decode().splitlines()}
    assert {"Words with −£120m", "Words with"} <= lines and "Words with −" not in lines


def test_endnotes_stand_at_the_end() -> None:
    calls = paragraph("One", note(1, "End.", kind="endnote"), " two", note(1, "Foot."))
    assert pages(printed(calls, paragraph("Last")).pdf)[0].replace(" ", "") == "One1two1Last1End.1Foot."


def test_contents_show_the_pages_where_their_headings_are() -> None:
    entries = tuple(ContentsEntry(1, (Text(name),), name, page="99") for name in ("One", "Two", "Gone"))
    result = printed(Contents(entries), heading(1, "One", "One"), paragraph(Break("page")), heading(1, "Two", "Two"))
    assert result.pages["Two"] == result.pages["One"] + 1
    numbers = re.findall(r"\d+", pages(result.pdf)[0])
    assert sorted(numbers) == sorted([str(result.pages["One"]), str(result.pages["Two"]), "99"])


def test_a_reference_to_a_page_shows_where_it_is() -> None:
    away = CrossReference("there", "page", text="9")
    result = printed(paragraph("See ", away), paragraph(Break("page")), paragraph(Anchor("there"), "Here"))
    assert pages(result.pdf)[0] == "See 2"
    assert result.pages == {"there": 2}


def test_words_between_tabs_are_never_lost() -> None:
    stops = (TabStop(200.0, "centre"), TabStop(400.0, "right"), TabStop(450.0, "left", "dots"))
    line = paragraph("a", Tab(), "b", Tab(), "c", Tab(), "d", Tab(), "e", tabs=stops)
    assert pages(printed(line).pdf) == ["a b c d e"]


def test_the_head_row_comes_again_on_each_page() -> None:
    rows = [(f"Row {number}", "x") for number in range(60)]
    result = pages(printed(table(("Measure", "Value"), *rows)).pdf)
    assert len(result) > 1
    assert all("Measure Value" in page for page in result)


# ── Links, outline, tags ───────────────────────────────────────────────────────────────────────────────────────


def test_links_lead_where_they_say() -> None:
    result = printed(
        paragraph("See ", CrossReference("table_1", text="Table 1"), Link("https://example.org/a", (Text(" web"),))),
        Caption("Table", (Text(": Gaps"),), "table_1", number="1"),
        table(("A", "B"), ("1", "2")),
    )
    assert destinations(result.pdf) == ["at-table_1", "https://example.org/a"]


def test_a_reference_to_nothing_prints_its_words_and_leads_nowhere() -> None:
    result = printed(paragraph("See ", CrossReference("gone", text="Table 9")))
    assert pages(result.pdf) == ["See Table 9"]
    assert destinations(result.pdf) == []


def test_the_outline_has_all_headings_and_the_file_its_title_and_language() -> None:
    pdf = printed(heading(1, "One", label="1"), heading(2, "Two"), heading(1, "Three")).pdf
    with opened(pdf) as file, file.open_outline() as outline:
        assert [(item.title, [child.title for child in item.children]) for item in outline.root] == [
            ("1 One", ["Two"]),
            ("Three", []),
        ]
        assert file.docinfo["/Title"] == "Evidence"
        assert file.Root.Lang == "en-GB"
        assert file.Root.MarkInfo.Marked


def test_the_outline_says_headings_without_the_marks_of_their_notes() -> None:
    note, comma = NoteCall(Note((Paragraph((Text("N"),), "footnote text"),)), number="1"), Look("footnote reference")
    pdf = printed(Heading(1, (Text("In 2024"), note, Text(",", comma), replace(note, again=True)))).pdf
    with opened(pdf) as file, file.open_outline() as outline:
        assert [item.title for item in outline.root] == ["In 2024"]


def test_the_data_of_a_word_file_is_attached_each_file_once() -> None:
    data = [DataFile("indicators.csv", "What is measured", "id\n£\n"), DataFile("values.csv", "What was observed", "")]
    with opened(printed(paragraph("Text"), data=data).pdf) as file:
        assert findings(printed(paragraph("Text"), data=data).pdf) == []
        attached = file.attachments["indicators.csv"]
        assert attached.get_file().read_bytes().decode("utf-8-sig") == "id\n£\n"
        assert attached.get_file().mime_type == "text/csv"
        assert attached.description == "What is measured"
        assert [str(one.AFRelationship) for one in file.Root.AF] == ["/Data", "/Data"]
        assert [str(one.UF) for one in file.Root.AF] == ["indicators.csv", "values.csv"]


# ── Pictures and problems ──────────────────────────────────────────────────────────────────────────────────────


def test_a_picture_prints_in_its_size_as_vector_where_it_has_one() -> None:
    vector = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5"><text y="4">Bars</text></svg>'
    assert pages(printed(paragraph(picture(vector=vector))).pdf) == ["Bars"]


def test_a_broken_picture_is_one_error_that_names_it() -> None:
    with pytest.raises(InputError, match="a picture can't be printed: “A map”") as caught:
        printed(paragraph(picture("A map", data=b"no picture")))
    assert len(caught.value.problems) == 1  # not another for its place, which is empty


@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/x.png", "picture:99"])
def test_nothing_outside_the_document_is_fetched(address: str) -> None:
    vector = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="{address}"/></svg>'.encode()
    problems = Problems()
    printed(paragraph(picture(vector=vector)), problems=problems)
    assert "only the document's own pictures are printed" in str(next(iter(problems)))


def test_a_link_to_a_file_is_warned_of_once() -> None:
    problems = Problems()
    printed(*[paragraph(Link("C:\\x.docx", (Text("file"),)))] * 2, problems=problems)
    assert [problem.code for problem in problems] == ["link-target"]


@pytest.mark.parametrize(("mode", "form"), [("CMYK", "TIFF"), ("I;16", "PNG"), ("CMYK", "JPEG"), ("LA", "PNG")])
def test_a_picture_in_any_colours_prints(mode: str, form: str) -> None:
    data = io.BytesIO()
    Image.new(mode, (9, 9)).save(data, form)
    made = replace(picture(data=data.getvalue()), media_type=f"image/{form.lower()}")
    problems = Problems()
    pdf = printed(paragraph(made), problems=problems).pdf
    assert (list(problems), findings(pdf)) == ([], [])
    with opened(pdf) as found:
        assert len(found.pages[0].get_images()) == 1


def test_a_merged_cell_that_begins_in_the_head_row_takes_its_rows_into_the_head() -> None:
    high = replace(cell("High"), row_span=2)
    pdf = printed(table((high, "Over"), ("Under",), ("Left", "Right"), widths=(90.0, 90.0))).pdf
    assert place_of("Under", pdf) == place_of("Over", pdf) == place_of("Right", pdf)
    assert place_of("Left", pdf) == place_of("High", pdf)


def test_a_font_that_is_not_there_is_warned_of_once() -> None:
    problems = Problems()
    look = Look(font="No Such Face")
    printed(paragraph(Text("one", look)), paragraph(Text("two", look)), problems=problems)
    assert [problem.code for problem in problems] == ["missing-font"]


def test_the_projects_fonts_need_no_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    problems = Problems()
    printed(paragraph("Words"), problems=problems)
    assert problems.met == []


def test_strange_names_of_anchors_and_languages_do_no_harm() -> None:
    name = 'x"; } .a{color:red} é €'
    text = Text("Here", Look(language='en"; color: red'))
    result = printed(paragraph(Anchor(name), text), paragraph(Link(f"#{name}", (Text("there"),))))
    assert result.pages == {name: 1}
    assert len(destinations(result.pdf)) == 1


def test_every_border_and_layout_prints_without_a_warning() -> None:
    problems = Problems()
    lines = Borders(*(Border(1.0, "28A197", style) for style in ("solid", "dashed", "dotted", "double")))
    layout = Layout("justify", 10.0, 10.0, -10.0, 6.0, 6.0, 1.5, False, True, True, False, "EEEEEE", lines)
    looks = Look(None, True, True, True, True, True, True, "subscript", 9.0, "FF0000", "FFFF00", "Calibri", "cy-GB")
    line = Paragraph((Text("Words  kept", looks),), layout=layout)
    printed(line, line, problems=problems)
    assert list(problems) == []


LABELS = (("(a)", "one"), ("1.1", "two"), ("➢", "three"))


def numbered() -> Margins:
    return Margins((paragraph(PageNumber()),))


def text_at(pdf: bytes) -> float:
    """How far the word `Text` stands from the top of the first page; WeasyPrint draws from there, in CSS pixels."""
    found: list[float] = []

    def visit(text: str, _matrix: object, place: list[float], *_: object) -> None:
        if "Text" in text:
            found.append(place[5])

    pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)
    return found[0]


def destinations(pdf: bytes) -> list[str]:
    """Where the links lead, page by page."""
    with opened(pdf) as file:
        links = [link for page in file.pages for link in page.get("/Annots", [])]
        return [str(link.get("/Dest") or link.A.URI) for link in links]


@pytest.mark.parametrize(("vertical", "share"), [("top", 0.0), ("middle", 0.5), ("bottom", 1.0)])
def test_the_words_of_a_cover_may_stand_in_the_middle_of_its_page(vertical: str, share: float) -> None:
    cover = Section((paragraph("Cover", line=20.0, line_rule="exactly", after=0.0),), Page(vertical=vertical))  # type: ignore[arg-type]
    pdf = printed_document(Document((cover, Section((paragraph("Text"),))))).pdf
    free = A4.height - A4.top - A4.bottom - 20.0
    assert A4.height - A4.top - height_of("Cover", 0, pdf) == pytest.approx(15.0 + share * free, abs=5.0)
    assert A4.height - A4.top - height_of("Text", 1, pdf) < 20.0


def test_numbers_stand_with_their_points_under_each_other() -> None:
    tabs = (TabStop(200.0, "decimal"), TabStop(350.0, "centre"))
    short = printed(paragraph("Short", Tab(), "5.5", Tab(), "middle", tabs=tabs)).pdf
    long = printed(paragraph("Long", Tab(), "1234.5", Tab(), "middle", tabs=tabs)).pdf
    digit = 0.507 * 11  # of Carlito
    assert place_of("5.5", short) - place_of("1234.5", long) == pytest.approx(3 * digit, abs=0.5)
    assert place_of("5.5", short) == pytest.approx(A4.left + 200.0 - digit, abs=3.0)
    assert place_of("middle", short) == place_of("middle", long)
    assert tokens(short, r"Short|5\.5|middle") == ["Short", "5.5", "middle"]


def test_a_tab_leads_to_the_next_stop_after_the_words_before_it() -> None:
    pdf = printed(paragraph("A good many words before it", Tab(), "after")).pdf
    assert (place_of("after", pdf) - A4.left) % 36.0 == pytest.approx(0.0, abs=0.1)
    assert place_of("after", pdf) > place_of("A good", pdf) + 110.0
    passed = printed(paragraph("A good many words before it", Tab(), "after", tabs=(TabStop(50.0), TabStop(250.0)))).pdf
    assert place_of("after", passed) == pytest.approx(A4.left + 250.0, abs=0.1)


def test_a_line_to_write_upon_ends_at_its_stop() -> None:
    form = paragraph(
        "Name:", Tab(), "Date:", Tab(), tabs=(TabStop(150.0, leader="line"), TabStop(300.0, leader="line"))
    )
    assert place_of("Date:", printed(form).pdf) == pytest.approx(A4.left + 150.0, abs=0.5)


def test_the_space_after_a_head_parts_it_from_the_text() -> None:
    def top(after: float) -> float:
        head = tuple(paragraph(f"Line {number}", after=after) for number in range(8))
        return height_of("Text", 0, printed(paragraph("Text", before=0.0), heads=Margins(head)).pdf)

    assert top(0.0) - top(10.0) == pytest.approx(80.0, abs=0.5)


def test_space_above_goes_where_a_page_ends_by_itself_and_stays_after_a_break() -> None:
    def top(before: float, **how: object) -> float:
        high = {"after": 0.0, "line": 40.0, "line_rule": "exactly"}
        filling = [paragraph(f"Line {number}", before=0.0, **high) for number in range(17)]
        return height_of("Last", 1, printed(*filling, paragraph("Last", before=before, **high, **how)).pdf)

    assert top(30.0) == top(0.0)
    assert top(0.0, page_break_before=True) - top(30.0, page_break_before=True) == pytest.approx(30.0, abs=0.5)


@pytest.mark.parametrize(("width", "height"), [(900.0, 90.0), (300.0, 3000.0)])
def test_a_picture_that_is_larger_than_its_page_becomes_smaller(width: float, height: float) -> None:
    whole = printed(paragraph(replace(picture(), width=width, height=height)), paragraph("After"))
    scale = min((A4.width - A4.left - A4.right) / width, (A4.height - A4.top - A4.bottom - 24.0) / height)
    with opened(whole.pdf) as file:
        drawn = re.findall(rb"([\d.]+) 0 0 -([\d.]+) 0 [\d.]+ cm", file.pages[0].Contents.read_bytes())
    assert max(float(across) * 0.75 for across, _ in drawn) == pytest.approx(width * scale, abs=0.1)


# ── Tables that do not fit ─────────────────────────────────────────────────────────────────────────────────────


def test_a_table_that_is_wider_than_its_page_prints_whole_with_a_warning() -> None:
    heard = Problems()
    pdf = printed(table(("First", "Middle", "Last"), heads=0, widths=(300.0, 300.0, 300.0)), problems=heard).pdf
    (problem,) = heard
    assert (problem.code, problem.place.paragraph) == ("wide-table", "First Middle Last")
    assert place_of("Last", pdf) < A4.width - A4.right


def test_a_table_may_stick_out_into_the_margin() -> None:
    heard = Problems()
    printed(table(("First", "Last"), heads=0, widths=(250.0, 250.0), indent=-20.0), problems=heard)
    assert list(heard) == []


def test_a_table_from_right_to_left_has_its_first_column_on_the_right() -> None:
    pdf = printed(table(("First", "Last"), heads=0, widths=(100.0, 100.0), right_to_left=True)).pdf
    assert place_of("First", pdf) - place_of("Last", pdf) == pytest.approx(100.0)
    assert tokens(pdf, "First|Last") == ["First", "Last"]


def test_characters_that_no_font_has_are_one_warning() -> None:
    heard = Problems()
    printed(paragraph("\U0010fffc and \U0010fffd and \U0010fffc again"), problems=heard)
    (problem,) = heard
    assert (problem.code, problem.message.count("\U0010fffc")) == ("missing-glyph", 1)


def place_of(word: str, pdf: bytes) -> float:
    """How far from the left edge of the first page a word begins, in points."""
    return found(word, 0, pdf)[0]


def height_of(word: str, page: int, pdf: bytes) -> float:
    """How far above the lower edge of a page, counted from 0, a word stands, in points."""
    return found(word, page, pdf)[1]


def found(word: str, page: int, pdf: bytes) -> tuple[float, float]:
    places: list[tuple[float, float]] = []

    def meet(text: str, matrix: list[float], of_text: list[float], *_: object) -> None:
        if word in text:
            places.append((of_text[4] * matrix[0] + matrix[4], of_text[5] * matrix[3] + matrix[5]))

    pypdf.PdfReader(io.BytesIO(pdf)).pages[page].extract_text(visitor_text=meet)
    return places[0]
