"""A report in a template: what stands where, under which number, and what is left out."""

import re
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import CT_R, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from openxml_audit import OpenXmlValidator
from word.docx_checks import check_docx
from word.filling import NARROW, REPORT, TEMPLATE, Filled, add, faults, filled, part, pattern, reopened, template
from word.word_files import png

from reportgen.document import Caption, CrossReference, Link, NoteCall, Paragraph, Section, Table, Text, Value

WIDE = 612  # points: the text of python-docx’s page on its side
SUMMARISED = {"executive-summary": "# E\n\nX.\n"}
CALLED = '# C\n\nBefore.\n\n{{ table("summary") }}\n\nAfter.\n'
PARTS = ("foreword", "executive-summary", "introduction", "mission-analysis", "inclusive-growth", "conclusion")
WHOLE = {name: f"# Heading of {name}\n\nWords of {name}.\n" for name in PARTS}
WILD = """# A & <b> *em* {{ value("lakes") }}[^lakes]

**{{ value("lakes") }}** and *{{ gap("rivers") }}*, [{{ rating("sites") }}](https://example.org/?x=1&y=2);
$x_1$ {braces} "".

1. one
   - in it[^own]
     1. deep
2. two

Between.

1. one again

> said[^rivers]

## Under & <it> {{ value("sites") }}[^own]

| **{{ value("rivers") }}** | [l](https://example.org) |
|:--|--:|
| a[^lakes] | {{ ref("summary") }} |

{{ table("water") }}

{{ aspirations("water") }}

[^own]: Own *note* {{ ref("water") }} & more.
"""


def calls(result: Filled) -> list[str]:
    return [one.number for one in result.inlines if isinstance(one, NoteCall)]


def captions(result: Filled) -> list[str]:
    return [
        f"{one.label} {one.number}{''.join(getattr(word, 'text', '') for word in one.inlines)}"
        for one in result.all(Caption)
    ]


def test_every_construct_together_makes_a_valid_file(tmp_path: Path) -> None:
    result = filled(
        tmp_path,
        WHOLE | {"foreword": WILD, "missions/water": "# W & {{ mission('water') }}\n\nX[^own].\n\n[^own]: Y."},
        warned=["signs"],
    )
    path = tmp_path / "report.docx"
    path.write_bytes(result.data)
    assert OpenXmlValidator().validate(str(path)).errors == []
    assert check_docx(result.data) == []
    assert '$x_1$ {braces} ""' in result.words


@pytest.mark.parametrize("missing", PARTS)
def test_a_part_without_its_file_is_left_out_heading_and_all(tmp_path: Path, missing: str) -> None:
    given = {name: text for name, text in WHOLE.items() if name != missing}
    result = filled(tmp_path, given)
    assert result.headings == [(1, f"Heading of {name}") for name in PARTS if name != missing]
    assert missing not in result.words


def test_an_edition_without_words_is_its_title(tmp_path: Path) -> None:
    result = filled(tmp_path, {})
    assert result.words == "Rivers & <coast>"
    assert check_docx(result.data) == []


def test_missions_stand_below_their_analysis_and_at_its_level_without_it(tmp_path: Path) -> None:
    mission = {"missions/water": "# Water\n\n## Strengths\n\nX.\n\n### Deeper\n\nY.\n"}
    below = filled(tmp_path, mission | {"mission-analysis": "# Missions\n\nWords.\n"})
    assert below.headings == [(1, "Missions"), (2, "Water"), (3, "Strengths"), (4, "Deeper")]
    (tmp_path / "narrative" / "mission-analysis.md").unlink()
    assert filled(tmp_path, mission).headings == [(1, "Water"), (2, "Strengths"), (3, "Deeper")]


def test_notes_are_numbered_by_the_order_of_the_template_and_a_source_is_one_note(tmp_path: Path) -> None:
    said = {"foreword": "# F[^rivers]\n\nX[^lakes].\n", "conclusion": "# C\n\nY[^lakes], z[^rivers].\n"}
    usual = filled(tmp_path, said)
    assert (calls(usual), usual.notes) == (
        ["1", "2", "2", "1"],
        "1 Rivers, https://example.org/?a=1&b=2 2 Lakes & ponds",
    )
    turned = filled(tmp_path, said, template(*part("conclusion"), *part("foreword")))
    assert (calls(turned), turned.notes) == (
        ["1", "2", "2", "1"],
        "1 Lakes & ponds 2 Rivers, https://example.org/?a=1&b=2",
    )


def test_notes_of_two_files_may_share_a_key(tmp_path: Path) -> None:
    said = {name: f"# H\n\nX[^own], again[^own].\n\n[^own]: Note of {name}.\n" for name in ("foreword", "conclusion")}
    result = filled(tmp_path, said)
    assert (calls(result), result.notes) == (["1", "1", "2", "2"], "1 Note of foreword. 2 Note of conclusion.")


def test_tables_are_numbered_by_where_they_come_to_stand(tmp_path: Path) -> None:
    said = {
        "foreword": '# F\n\nSee {{ ref("summary") }} and {{ ref("wildlife") }}.\n\n{{ table("wildlife") }}\n',
        "executive-summary": "# E\n\nWords.\n",
    }
    result = filled(tmp_path, said)
    assert captions(result) == ["Table 1: mission.table", "Table 2: tables.summary"]
    assert [one.text for one in result.inlines if isinstance(one, CrossReference)] == ["Table 2", "Table 1"]


def test_a_table_that_is_called_stands_there_and_nowhere_else(tmp_path: Path) -> None:
    said = {
        "executive-summary": "# E\n\nWords.\n",
        "conclusion": '# C\n\nBefore.\n\n{{ table("summary") }}\n\nAfter.\n',
    }
    words = filled(tmp_path, said).words
    assert words.index("Before.") < words.index("Table 1: tables.summary") < words.index("After.")
    assert words.count("tables.summary") == 1


def test_a_mission_without_a_file_has_its_table_where_it_is_called(tmp_path: Path) -> None:
    result = filled(tmp_path, {"foreword": '# F\n\n{{ table("water") }}\n'})
    assert result.tables == [[["Theme", "All"], ["Clean lakes <all>", "x"], ["Clean rivers", "x"]]]


def test_cells_that_say_the_same_are_one_but_not_in_plain_tables(tmp_path: Path) -> None:
    said = {"executive-summary": "# E\n\nWords.\n"}
    merged, plain = (
        filled(tmp_path, said, report_yaml=(tmp_path / "report.yaml").read_text() + "plain_tables: true\n")
        if again
        else filled(tmp_path, said)
        for again in (False, True)
    )
    theme, other = "Clean & {clear} water", "Wildlife"
    assert merged.tables == [[["Theme", "All"], [theme, "x"], ["x"], [other, "x"]]]
    assert plain.tables == [[["Theme", "All"], [theme, "x"], [theme, "x"], [other, "x"]]]


def test_figures_in_headings_links_and_cells_keep_their_origin(tmp_path: Path) -> None:
    linked = '[{{ value("rivers") }}](https://example.org)'
    said = '# F {{ value("lakes") }}\n\n' + linked + '\n\n| {{ value("sites") }} |\n|--|\n| b |\n'
    result = filled(tmp_path, {"foreword": said})
    inside = [one for link in result.inlines if isinstance(link, Link) for one in link.inlines]
    values = [one for one in [*result.inlines, *inside] if isinstance(one, Value)]
    assert {one.text: one.origin.place for one in values} == {
        "36%": "values.csv:2",
        "7": "values.csv:6",
        "50%": "values.csv:4",
    }


@pytest.mark.parametrize("call", ['ref("wildlife")', 'ref(id="wildlife")', 'ref("wild" ~ "life")'])
def test_a_reference_to_what_stands_nowhere_is_an_error_at_its_line(tmp_path: Path, call: str) -> None:
    (fault,) = faults(tmp_path, {"foreword": f"# F\n\nWords.\nSee {{{{ {call} }}}}.\n"})
    assert fault.startswith("narrative/foreword.md:4: “wildlife” is referred to, but stands nowhere")


def test_what_only_looks_like_a_reference_is_none(tmp_path: Path) -> None:
    said = '# F\n\nWrite `ref("wildlife")`. {# {{ ref("water") }} #}{{ "ref(\'water\')" }}\n'
    assert faults(tmp_path, {"foreword": said}) == []


def test_heads_and_feet_take_the_words_of_a_heading_and_the_logo(tmp_path: Path) -> None:
    word = template(*TEMPLATE)
    word.sections[0].header.paragraphs[0].text = "{{ report.title }} – {{ foreword.heading }}"
    word.sections[0].footer.paragraphs[0].text = "{{ report.logo }}"
    result = filled(tmp_path, {"foreword": '# A *b* {{ value("lakes") }}[^lakes]\n\nX.\n'}, word)
    section = reopened(result).sections[0]
    assert section.header.paragraphs[0].text == "Rivers & <coast> – A b 36%"
    assert len(section.footer._element.xpath(".//pic:pic")) == 1
    assert check_docx(result.data) == []


@pytest.mark.parametrize("tag", ["{{p foreword.body }}", "{{p rule }}", "{{ tables.summary.label }}"])
def test_paragraphs_and_numbers_do_not_stand_in_heads(tmp_path: Path, tag: str) -> None:
    word = template(*TEMPLATE)
    word.sections[0].header.paragraphs[0].text = tag
    (fault,) = faults(tmp_path, WHOLE, word)
    assert f"cannot stand in a head, foot, note or text box (in “{tag}”)" in fault


@pytest.mark.parametrize(
    ("tag", "said"), [("{{ foreword.heading|upper }}", "{{ … }}"), ("{{ merged }}", "{{ merged }}")]
)
def test_a_tag_that_cannot_be_filled_in_is_an_error(tmp_path: Path, tag: str, said: str) -> None:
    (fault,) = faults(tmp_path, WHOLE, template(f"In words {tag}"))
    assert f"a tag cannot be filled in here, or a filter has changed it (in “In words {said}”)" in fault


def test_the_tags_of_a_table_are_filled_in_where_it_is_called(tmp_path: Path) -> None:
    word = template(*part("foreword"), *pattern("tables.summary", "{{ foreword.heading }}".strip("{} ")))
    said = {"foreword": '# F[^rivers]\n\n{{ table("summary") }}\n\nX[^lakes].\n'}
    result = filled(tmp_path, said, word)
    assert result.tables[0][1][0].startswith("F")
    assert not re.search("[\uf8f0\uf8f1]", result.words)
    assert calls(result) == ["1", "1", "2"]


def test_a_heading_in_a_text_box_is_its_words_alone(tmp_path: Path) -> None:
    word = template(*TEMPLATE)
    word.paragraphs[0]._p.append(boxed("{{ foreword.heading }}"))
    result = filled(tmp_path, {"foreword": "# F[^rivers] *x*\n\nX[^rivers].\n"}, word, ["text-box"])
    boxes = reopened(result).element.body.xpath(".//w:txbxContent")
    assert ["".join(text.text for text in box.iter(qn("w:t"))) for box in boxes] == ["F x", "F x"]
    assert check_docx(result.data) == []


def boxed(words: str) -> CT_R:
    """A text box as Word writes it: drawn for newer Words, and again for older ones."""
    inside = f"<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
    return parse_xml(
        f'<w:r {nsdecls("w", "wp", "a")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline><wp:extent cx="900" cy="900"/><wp:docPr id="7" name="Box" descr="A box"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>'
        f"</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}"
        "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def landscape(tmp_path: Path, conclusion: str) -> Filled:
    return filled(tmp_path, SUMMARISED | {"conclusion": conclusion}, apart_in_landscape())


def apart_in_landscape(*around: str) -> WordDocument:
    """The summary in a landscape section of its own, between the executive summary and the conclusion."""
    word = template(*part("executive_summary"))
    for tag in around[:1]:
        add(word, tag)
    wide = word.add_section(WD_SECTION.NEW_PAGE)
    wide.orientation, wide.page_width, wide.page_height = WD_ORIENT.LANDSCAPE, wide.page_height, wide.page_width
    for one in pattern("tables.summary"):
        add(word, one)
    upright = word.add_section(WD_SECTION.NEW_PAGE)
    upright.orientation, upright.page_width, upright.page_height = WD_ORIENT.PORTRAIT, wide.page_height, wide.page_width
    for one in (*around[1:], *part("conclusion")):
        add(word, one)
    for width in word.element.body.iter(qn("w:gridCol"), qn("w:tcW")):
        width.set(qn("w:w"), str(WIDE * 10))  # two columns, in twips
    return word


def test_bold_italic_needs_no_style_of_its_own(tmp_path: Path) -> None:
    word = template(*TEMPLATE)
    word.styles["Strong Emphasis"].delete()
    result = filled(tmp_path, SUMMARISED | {"conclusion": "# C\n\nA ***very*** good one.\n"}, word)
    (very,) = [one for one in result.inlines if isinstance(one, Text) and one.text == "very"]
    assert (very.look.style, very.look.italic) == ("Strong", True)


def _kinds(section: Section) -> str:
    """H, P, C, T for its headings, paragraphs, captions and tables."""
    return "".join(type(block).__name__[0] for block in section.blocks if getattr(block, "inlines", True))


def test_a_table_with_a_landscape_section_to_itself_takes_it_along(tmp_path: Path) -> None:
    stays = landscape(tmp_path, "# C\n\nX.\n")
    moved = landscape(tmp_path, CALLED)
    upright, wide = 612.0, 792.0
    assert [section.page.width for section in stays.document.sections] == [upright, wide, upright]
    assert [section.page.width for section in moved.document.sections] == [upright, upright, wide, upright]
    assert [_kinds(section) for section in moved.document.sections[1:]] == ["HP", "CT", "P"]
    widths = [sum(table.widths) for result in (stays, moved) for table in result.all(Table)]  # type: ignore[attr-defined]
    assert widths == pytest.approx([WIDE, WIDE], abs=1)


def test_headings_right_above_a_table_go_with_it_to_its_section(tmp_path: Path) -> None:
    moved = landscape(tmp_path, '# C\n\nBefore.\n\n## Table\n\n{{ table("summary") }}\n\nAfter.\n')
    assert [_kinds(section) for section in moved.document.sections[1:]] == ["HP", "HCT", "P"]


def test_a_section_that_would_hold_nothing_after_a_table_is_not_there(tmp_path: Path) -> None:
    moved = landscape(tmp_path, '# C\n\nBefore.\n\n{{ table("summary") }}\n')
    assert [_kinds(section) for section in moved.document.sections] == ["HP", "HP", "CT"]
    assert moved.document.sections[-1].page.width == 792.0


def test_what_begins_a_section_begins_it_once_when_a_table_parts_it(tmp_path: Path) -> None:
    word = apart_in_landscape()
    last = word.sections[-1]
    last.different_first_page_header_footer = True
    last._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="7"/>'))
    moved = filled(tmp_path, SUMMARISED | {"conclusion": CALLED}, word)
    pages = [section.page for section in moved.document.sections[1:]]
    assert [(page.number_from, page.first_differs) for page in pages] == [(7, True), (None, False), (None, False)]


def test_heads_go_on_after_a_table_with_another_head(tmp_path: Path) -> None:
    word = apart_in_landscape()
    for section, words in zip(word.sections, ("upright", "wide", None), strict=True):
        section.header.is_linked_to_previous = words is None
        if words:
            section.header.paragraphs[0].text = words
    moved = filled(tmp_path, SUMMARISED | {"conclusion": CALLED}, word)
    heads = [section.header.paragraphs[0].text for section in reopened(moved).sections]
    assert heads == ["upright", "upright", "wide", "upright"]


def test_a_table_with_an_if_around_its_section_is_drawn_where_the_words_call_it(tmp_path: Path) -> None:
    word = apart_in_landscape("{%p if tables.summary.here %}", "{%p endif %}")
    moved = filled(tmp_path, SUMMARISED | {"conclusion": CALLED}, word)
    assert [_kinds(section) for section in moved.document.sections] == ["HPHP", "CT", "P"]


def test_a_table_of_the_template_is_no_wider_than_the_text(tmp_path: Path) -> None:
    word = template(*TEMPLATE)
    word.sections[0].page_width = Pt(NARROW) + word.sections[0].left_margin + word.sections[0].right_margin
    said = {"foreword": '# F\n\n{{ table("water") }}\n', "executive-summary": "# E\n\nX.\n"}
    found = filled(tmp_path, said, word).all(Table)
    assert [sum(table.widths) for table in found] == pytest.approx([NARROW] * 2, abs=1)  # type: ignore[attr-defined]


def test_a_picture_is_no_wider_than_the_text_or_its_cell(tmp_path: Path) -> None:
    word = template(*TEMPLATE)
    word.sections[0].page_width = Pt(NARROW) + word.sections[0].left_margin + word.sections[0].right_margin
    said = "# F\n\n![A](logo.png)\n\n| ![B](logo.png) | word |\n|--|--|\n| a | b |\n"
    free, celled = filled(tmp_path, {"foreword": said}, word).pictures
    assert free.width == pytest.approx(NARROW, abs=0.1)
    assert celled.width == pytest.approx(NARROW / 2 - 12, abs=0.1)
    assert free.width / free.height == pytest.approx(40, rel=0.02)


def test_a_picture_is_no_wider_than_a_list_or_quotation_leaves_it(tmp_path: Path) -> None:
    word = template(*TEMPLATE)
    word.sections[0].page_width = Pt(NARROW) + word.sections[0].left_margin + word.sections[0].right_margin
    for style, left, right in (("List Bullet", 20, 0), ("List Number 2", 50, 0), ("Quote", 15, 10)):
        word.styles[style].paragraph_format.left_indent = Pt(left)
        word.styles[style].paragraph_format.right_indent = Pt(right)
    said = "# F\n\n- ![A](logo.png)\n  1. in it\n\n     ![B](logo.png)\n\n> ![C](logo.png)\n"
    widths = [picture.width for picture in filled(tmp_path, {"foreword": said}, word).pictures]
    assert widths == pytest.approx([NARROW - 20, NARROW - 50, NARROW - 25], abs=0.1)


def test_pictures_and_logo_are_no_higher_than_the_page_and_no_wider_than_its_columns(tmp_path: Path) -> None:
    word = template(*TEMPLATE, "{{ report.logo }}")
    section = word.sections[0]
    section.page_height = Pt(200) + section.top_margin + section.bottom_margin
    section.page_width = Pt(NARROW) + section.left_margin + section.right_margin
    columns = section._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "400")
    (tmp_path / "high.png").write_bytes(png(200, 800))
    high, logo = filled(tmp_path, {"foreword": "# F\n\n![A](high.png)\n"}, word).pictures
    assert (high.height, high.width) == pytest.approx((164, 41), abs=0.1)
    assert logo.width == pytest.approx((NARROW - 20) / 2, abs=0.1)


def test_what_announces_a_list_has_a_style_of_its_own_where_the_template_has_it(tmp_path: Path) -> None:
    said = {"foreword": "# F\n\nWords.\n\nThese:\n\n- one\n\n  so:\n\n  - inner\n\nMore.\n\n> Quoted:\n\n1. two\n"}
    word = template(*TEMPLATE)
    word.styles.add_style("List Lead-in", WD_STYLE_TYPE.PARAGRAPH)
    assert styles_of(filled(tmp_path, said, word))[1:] == ["Body Text", "List Lead-in", "Body Text", "Quote"]
    assert styles_of(filled(tmp_path, said))[1:] == ["Body Text", "Body Text", "Body Text", "Quote"]


def styles_of(result: Filled) -> list[str]:
    return [one.style for one in result.document.blocks if isinstance(one, Paragraph)]


def test_notes_side_by_side_are_told_apart(tmp_path: Path) -> None:
    result = filled(tmp_path, {"foreword": "# F[^rivers][^lakes]\n\nX[^lakes][^rivers][^lakes].\n"})
    assert "F1,2" in result.words and "X2,1,2." in result.words
    assert check_docx(result.data) == []


def test_links_in_a_header_row_have_a_style_of_their_own_where_the_template_has_it(tmp_path: Path) -> None:
    said = {"foreword": "# F\n\n| [**a** b](https://a.org) |\n|--|\n| [c](https://c.org) |\n"}
    word = template(*TEMPLATE)
    word.styles.add_style("Table Heading Link", WD_STYLE_TYPE.CHARACTER)
    assert linked(filled(tmp_path, said, word)) == ["Table Heading Link", None]
    assert linked(filled(tmp_path, said)) == ["Strong", None, None]


def linked(result: Filled) -> list[str | None]:
    links = [one for one in result.inlines if isinstance(one, Link)]
    return [one.look.style for link in links for one in link.inlines if isinstance(one, Text)]


def test_tags_may_be_split_over_runs(tmp_path: Path) -> None:
    word = template()
    paragraph = word.add_paragraph(style="Heading 1")
    for piece in ("{", "{ fore", "word.hea", "ding }", "}"):
        paragraph.add_run(piece).bold = piece == "word.hea"
    assert filled(tmp_path, {"foreword": "# Words *of* it\n\nX.\n"}, word).headings == [(1, "Words of it")]


def test_the_same_report_is_the_same_bytes(tmp_path: Path) -> None:
    one, two = (filled(tmp_path, WHOLE | {"foreword": WILD}, warned=["signs"]).data for _ in range(2))
    assert one == two


def test_tables_say_what_they_hold_where_neither_the_template_nor_the_words_do(tmp_path: Path) -> None:
    series = {
        "report_yaml": REPORT + "tables:\n  - {id: lakes-by-year, title: Lakes by year, data: series/lakes.csv}\n"
    }
    called = '# C\n\n{{ table("lakes-by-year") }}\n\n| Word | Meaning |\n|---|---|\n| a | b |\n'
    result = filled(tmp_path, {"conclusion": called}, **series, **{"series/lakes_csv": "Year,Lakes\n2022,4\n2023,5\n"})
    said = [(table.title, table.description) for table in result.all(Table) if isinstance(table, Table)]
    assert said == [
        ("Lakes by year", "3 rows, the first with the headings Year, Lakes"),
        ("", "2 rows, the first with the headings Word, Meaning"),
    ]
