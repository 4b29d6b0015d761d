"""A narrative file: Markdown with expressions, as blocks; what is wrong in it, at its line."""

import io
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from reportgen.document import (
    Break,
    CrossReference,
    Heading,
    Inline,
    Layout,
    Link,
    List,
    ListItem,
    Look,
    NoteCall,
    Origin,
    Paragraph,
    Picture,
    Table,
    Text,
    Value,
)
from reportgen.edition.edition import NarrativeFile
from reportgen.edition.narrative import Call, Part, read_part
from reportgen.edition.sources import Source
from reportgen.problems import Problems
from reportgen.sandbox import ExpressionError

STRONG, EMPHASIS, BOTH = (Look(style=style) for style in ("Strong", "Emphasis", "Strong Emphasis"))
SOURCES = {
    "ofcom": Source("ofcom", "Ofcom, Connected Nations", "https://www.ofcom.org.uk", "2023"),
    "index-2023": Source("index-2023", "techUK, Local Capital Index 2023", "", "2023"),
}
SIXTY = Value("65%", Origin("value", "a"))


def value(id: str, area: str = "", period: str = "") -> Value:
    if id == "missing":
        raise ExpressionError("there is no indicator “missing”", "Did you mean “a”?")
    return Value("65%", Origin("value", id, area, period))


NAMES = {
    "value": value,
    "fact": lambda id: Value(id, Origin("fact", id)),
    "mission": lambda id: f"Mission {id}",
    "ref": lambda id: CrossReference(f"_Ref_{id}"),
    "figure": lambda id: Call("figure", id),
    "rule": lambda: (Paragraph((Text("Green is good."),)),),
}


def read(text: str, folder: Path = Path(".")) -> tuple[Part, Problems]:
    problems = Problems()
    part = read_part(NarrativeFile("narrative/x.md", text), NAMES, SOURCES, problems, folder)
    return part, problems


def body(text: str, folder: Path = Path(".")) -> tuple[object, ...]:
    part, problems = read(f"# Title\n\n{text}", folder)
    assert list(problems) == []
    return part.body


def inlines(text: str) -> tuple[Inline, ...]:
    (paragraph,) = body(text)
    assert isinstance(paragraph, Paragraph)
    return paragraph.inlines


def said(problems: Iterable[object]) -> list[str]:
    """The problems of a text, without hints; line 1 is the title's."""
    return [str(problem).split("\n")[0].removeprefix("narrative/x.md:") for problem in problems]


def faults(text: str, folder: Path = Path(".")) -> list[str]:
    return said(read(f"# Title\n\n{text}", folder)[1])


# ── Headings ───────────────────────────────────────────────────────────────────────


def test_the_files_own_heading_and_those_under_it_relative_to_it() -> None:
    part, problems = read('# Mission 1: {{ mission("access") }}\n\n## One\n\n### *Two*\n')
    assert part.heading == (Text("Mission 1: Mission access"),)
    assert part.body == (Heading(1, (Text("One"),)), Heading(2, (Text("Two", EMPHASIS),)))
    assert list(problems) == []


@pytest.mark.parametrize("text", ["", "Words.\n\n# Title\n", "## Title\n"])
def test_a_file_begins_with_its_own_heading(text: str) -> None:
    assert said(read(text)[1])[0] == "1: the file does not begin with its own heading"


def test_a_second_heading_with_one_mark_is_an_error() -> None:
    assert faults("a\n\n# Again\n") == ["5: a file has only one heading with a single #"]


def test_a_heading_has_words_and_a_mistake_in_them_is_told_once() -> None:
    assert faults('##\n\n### {{ "" }}') == ["3: a heading needs words", "5: a heading needs words"]
    assert faults('## {{ value("missing") }}') == ["3: there is no indicator “missing”"]


def test_a_skipped_level_is_a_warning() -> None:
    assert faults("#### Deep\n") == ["3: warning: this heading skips a level: #### under #"]


def test_a_heading_stands_in_no_list_and_no_quotation() -> None:
    message = "a heading cannot stand in a list or quotation"
    assert faults("> ## Quoted\n\n- a\n\n  ## Listed\n") == [f"3: {message}", f"7: {message}"]


# ── Words and looks ────────────────────────────────────────────────────────────────


def test_looks_are_character_styles_and_equal_ones_are_one_text() -> None:
    assert inlines("a **b** *c **d*** e") == (
        Text("a "),
        Text("b", STRONG),
        Text(" "),
        Text("c ", EMPHASIS),
        Text("d", BOTH),
        Text(" e"),
    )


def test_lines_flow_together_and_two_spaces_break_them() -> None:
    assert inlines("one\ntwo  three  \nfour") == (Text("one two three"), Break(), Text("four"))


def test_html_entities_are_signs_and_html_is_printed_as_typed() -> None:
    part, _ = read("# T\n\n<b>R&amp;D</b> \\*x\\* <!-- y -->")
    assert part.body == (Paragraph((Text("<b>R&D</b> *x* <!-- y -->"),)),)


def test_html_and_headings_that_are_none_are_warned_of_at_their_line() -> None:
    text = "##Two\n\na <b>bold</b>\n<!-- not yet -->\n\n| <br> |\n|---|\n| `<br>` |\n\n####### Seven\n"
    assert faults(text) == [
        "3: warning: “##” is printed as typed",
        "5: warning: “<b>” is printed as typed",
        "6: warning: “<!--” is printed as typed",
        "8: warning: “<br>” is printed as typed",
        "12: warning: “#######” is printed as typed",
    ]


@pytest.mark.parametrize("text", ["`<b>` and ``##x ` <br>``", r"\<b> a < b > c, <5%", "<https://x.org>", '{{ "<b>" }}'])
def test_what_only_looks_like_html_is_not_warned_of(text: str) -> None:
    assert faults(text) == []


def test_what_is_indented_is_no_code_and_what_is_fenced_is_as_typed() -> None:
    assert body("    *four* spaces") == (Paragraph((Text("four", EMPHASIS), Text(" spaces"))),)
    assert inlines("```\n*a*\nb\n```") == (Text("*a*"), Break(), Text("b"))
    assert inlines("`*a*` b") == (Text("*a* b"),)


def test_a_line_across_is_warned_of() -> None:
    assert faults("a\n\n***\n\nb") == ["5: warning: a line across is not printed"]


# ── Lists, quotations, tables ──────────────────────────────────────────────────────


def item(text: str, style: str, *more: Paragraph | List) -> ListItem:
    return ListItem((Paragraph((Text(text),), style), *more))


def test_lists_nest_and_each_kind_and_depth_has_its_style() -> None:
    text = "3. one\n   - two\n     1. three\n\n   more\n4. four\n"
    deep = List((item("three", "List Number 3"),), ordered=True)
    inner = List((item("two", "List Bullet 2", deep),))
    more = Paragraph((Text("more"),), "List Continue")
    expected = List((item("one", "List Number", inner, more), item("four", "List Number")), ordered=True, start=3)
    assert body(text) == (expected,)


def test_lists_do_not_nest_deeper_than_the_template_has_styles() -> None:
    assert faults("- a\n  - b\n    - c\n      - d") == ["6: lists stand at most 3 deep in one another"]


def test_what_word_cannot_put_into_a_list_is_an_error() -> None:
    assert faults("- a\n\n  > b\n") == ["5: a table or quotation cannot stand within a list"]
    assert faults("-\n- a\n") == ["3: an item of a list begins with words"]


def test_quotations_have_their_style() -> None:
    assert body("> one\n>\n> two") == (
        Paragraph((Text("one"),), "Quote"),
        Paragraph((Text("two"),), "Quote"),
    )


def test_tables_have_a_header_row_and_keep_only_their_alignment() -> None:
    (table,) = body('| a | b |\n|---|--:|\n| {{ value("a") }} | **x** \\| y |\n')
    assert isinstance(table, Table) and table.style == "Report Table"
    head, row = table.rows
    assert head.header and not row.header
    assert [cell.blocks for cell in head.cells] == [
        (Paragraph((Text("a"),), "Table Heading"),),
        (Paragraph((Text("b"),), "Table Heading", Layout(alignment="right")),),
    ]
    assert [cell.blocks for cell in row.cells] == [
        (Paragraph((SIXTY,), "Table Text"),),
        (Paragraph((Text("x", STRONG), Text(" | y")), "Table Text", Layout(alignment="right")),),
    ]


def test_words_that_would_be_lost_are_told() -> None:
    assert faults('> | a |\n> |---|\n> | b | c \\| d |\n\n[x](https://x.org "y")\n\n``` one two\nz\n```\n') == [
        "5: this row has more cells than the table has columns: 2",
        "7: warning: “y” stands where nothing is printed",
        "9: warning: “one two” stands where nothing is printed",
    ]


# ── Expressions ────────────────────────────────────────────────────────────────────


def test_a_figure_keeps_its_origin_and_takes_the_look_around_it() -> None:
    assert inlines('**Now {{ value("a") }}** {{ ref("b") }}') == (
        Text("Now ", STRONG),
        Value("65%", Origin("value", "a"), STRONG),
        Text(" "),
        CrossReference("_Ref_b"),
    )


def test_a_figure_can_be_compared_and_joined_to_words() -> None:
    assert inlines('{{ "up" if value("a") == "65%" else "down" }}') == (Text("up"),)
    assert inlines('{{ "about " ~ value("a") }}') == (Text("about 65%"),)
    assert inlines('{{ value("a") if 1 else value("b") }}') == (SIXTY,)
    for order in ('value("a") > "7%"', '"7%" < value("a")'):  # as text 65% would be less
        assert faults(f'{{{{ "up" if {order} else "down" }}}}') == [
            "3: “65%” is text here, and neither more nor less than another"
        ]


@given(st.text(alphabet="ab*_`[]()<>&#!|~\\{}%-+=.:1 \"'\n", max_size=30))
@example("*a* <b>&amp; [^ofcom] {{ 1 }} | # - \\")
def test_what_an_expression_gives_is_never_read_again(text: str) -> None:
    problems = Problems()
    names = {"it": lambda: f"x{text}x"}
    part = read_part(NarrativeFile("n.md", "# T\n\n{{ it() }}\n"), names, SOURCES, problems, Path("."))
    printed = f"x{text}x".replace("\n", " ")
    assert [" ".join(block.inlines[0].text.split()) for block in part.body] == [" ".join(printed.split())]


def test_expressions_work_in_headings_links_notes_and_code() -> None:
    part, problems = read(
        '# {{ value("a") }}\n\n## {{ value("a") }}\n\n[{{ value("a") }} of it](https://x.org/{{ fact("y") }})'
        ', `{{ value("a") }}`[^n]\n\n[^n]: {{ value("a") }}\n'
    )
    heading, paragraph = part.body
    assert list(problems) == [] and part.heading == (SIXTY,)
    assert isinstance(heading, Heading) and heading.inlines == (SIXTY,)
    assert isinstance(paragraph, Paragraph)
    link, comma, code, call = paragraph.inlines
    assert link == Link("https://x.org/y", (SIXTY, Text(" of it"))) and comma == Text(", ") and code == SIXTY
    assert isinstance(call, NoteCall) and call.note.blocks == (Paragraph((SIXTY,), "footnote text"),)


def test_blocks_stand_alone_in_a_paragraph() -> None:
    part, _ = read('# T\n\n{{ figure("map") }}\n\n  {{ rule() }}\n')
    call, rule = part.body
    assert call == Call("figure", "map") and str(call.place) == "narrative/x.md:3"
    assert rule == Paragraph((Text("Green is good."),))
    assert faults('See {{ figure("map") }}.\n\n- {{ rule() }}\n') == [
        "3: this stands for a whole block, not for words",
        "5: this stands for a whole block, not for words",
    ]


def test_all_mistakes_come_at_once_each_at_its_line() -> None:
    text = """{{ valeu("a") }} and {{ value() }}
{{ value("missing") }} {# a comment
over two lines #} {{ 1 / 0 }}
{{ value(“a”) }} {{ value("a",
  when="2021") }} {{ value }} {{ value("a").nope }}
{{ "x".center(9) }} {{ none }}

{% if x %} {{ value("a")
"""
    assert faults(text) == [
        "3: “valeu” is no name that the narrative knows",
        "3: value(): missing a required argument: 'id'",
        "4: there is no indicator “missing”",
        "5: this expression cannot be evaluated: division by zero",
        "6: this expression cannot be read: unexpected char '“'",
        "6: value(): got an unexpected keyword argument 'when'",
        "7: “value” gives no text",
        "7: there is no “nope” in it",
        "8: “center” may not be used here",
        "8: “none” gives no text",
        "10: {% … %} cannot stand in the narrative",
        "10: an expression begins with {{ here and is not closed",
    ]


def test_the_nearest_name_and_the_right_use_are_hinted() -> None:
    _, problems = read('# T\n\n{{ valeu("a") }} {{ value() }} {{ value(“a”) }}')
    assert [problem.hint for problem in problems] == [
        "Did you mean “value”?",
        'It is called as {{ value("id", area=…, period=…) }}.',
        'Quotation marks are straight here: "…".',
    ]


@pytest.mark.parametrize("source", ["value(coverage-rate)", 'value("a", England)', "value(a) ~ b"])
def test_an_id_without_quotation_marks_is_told_of_them(source: str) -> None:
    _, problems = read(f"# T\n\n{{{{ {source} }}}}")
    assert problems
    for problem in problems:
        assert problem.hint == 'Ids, areas and periods stand in quotation marks: {{ value("id", "England") }}.'


@pytest.mark.parametrize(
    ("source", "name"),
    [('"See " ~ figure("map")', "figure"), ('figure("map")|upper', "figure"), ("[rule()]|join", "rule")],
)
def test_what_stands_for_more_than_words_is_no_part_of_a_text(source: str, name: str) -> None:
    assert faults(f"{{{{ {source} }}}}") == [f"3: {name}() gives no text that could be joined to other text"]
    assert faults("{{ (1, 2) }}") == ["3: “(1, 2)” gives no text"]


def test_unknown_names_are_found_in_branches_that_are_not_taken() -> None:
    assert faults('{{ "a" if true else nme }}') == ["3: “nme” is no name that the narrative knows"]


def test_comments_are_not_printed_and_part_no_paragraph() -> None:
    assert inlines("one {# not\n\nthis #}two\n{# nor this #}\nthree") == (Text("one two three"),)
    assert faults("a {# never closed") == ["3: a comment begins with {# here and is not closed"]


def test_lines_stay_true_after_comments_and_long_expressions() -> None:
    assert faults('{# a\nb #}\n\n{{ value("a",\n"b") }} x\n[^nobody]') == [
        "8: “nobody” is neither a source nor a note of this file"
    ]


def test_signs_that_stand_for_expressions_cannot_be_forged() -> None:
    assert inlines('&#xF0000; {{ value("a") }}') == (Text("  "), SIXTY)
    part, problems = read("# T\n\n\U000f0000a\n")
    assert part.body == (Paragraph((Text("a"),)),)
    assert said(problems) == ["3: warning: the character U+F0000 cannot be printed and is left out"]


# ── Notes ──────────────────────────────────────────────────────────────────────────


def test_a_source_is_cited_wherever_its_key_stands() -> None:
    part, problems = read("# T[^ofcom]\n\n- a[^ofcom]\n\n| b[^ofcom] |\n|---|\n| c |\n\n## D[^ofcom]\n")
    assert list(problems) == [] and isinstance(part.heading[1], NoteCall)
    note = part.heading[1].note
    named = Link("https://www.ofcom.org.uk", (Text("Ofcom, Connected Nations (2023)"),))
    words = (named, Text(", https://www.ofcom.org.uk"))
    assert note.key == "ofcom" and note.blocks == (Paragraph(words, "footnote text"),)
    assert str(part.body).count("NoteCall(") == 3


def test_a_year_that_the_source_names_itself_is_not_repeated() -> None:
    (_, call) = inlines("a[^index-2023]")
    assert isinstance(call, NoteCall)
    assert call.note.blocks == (Paragraph((Text("techUK, Local Capital Index 2023"),), "footnote text"),)


def test_a_files_own_note_has_a_key_of_its_own() -> None:
    (_, call, _, again) = inlines("a[^x] b[^x]\n\n[^x]: One *word*.\n\n    Two.\n")
    assert isinstance(call, NoteCall) and call == again and call.note.key == "narrative/x.md:x"
    assert [str(block.style) for block in call.note.blocks] == ["footnote text", "footnote text"]


def test_what_is_wrong_with_notes() -> None:
    text = """a[^ofcon] b[^my note] c[^x]

[^x]: One[^ofcom].
[^x]: Two.
[^y]: Unused.
[^ofcom]: Mine.
[^z]: - list
"""
    assert sorted(faults(text)) == [
        "3: “[^my note]” is no mark of a note",
        "3: “ofcon” is neither a source nor a note of this file",
        "5: a note cannot call another note",
        "6: the note “x” is written in line 5 already",
        "7: warning: the note “y” is never called",
        "8: “ofcom” is a source",
        "9: a note holds paragraphs, and nothing else",
        "9: warning: the note “z” is never called",
    ]


# ── Links and pictures ─────────────────────────────────────────────────────────────


def test_links_lead_to_addresses() -> None:
    assert inlines("[a **b**](https://x.org/ä) <mailto:a@b.org>") == (
        Link("https://x.org/%C3%A4", (Text("a "), Text("b", STRONG))),
        Text(" "),
        Link("mailto:a@b.org", (Text("mailto:a@b.org"),)),
    )


@pytest.mark.parametrize("target", ["other.md", "#five-g", "javascript:alert(1)", "file:///etc/passwd"])
def test_what_is_no_address_is_an_error(target: str) -> None:
    assert faults(f"[x]({target})") == [f"3: “{target}” is no address that a reader can follow"]


def test_a_link_has_words_and_no_other_link_in_it() -> None:
    assert faults('[ ](https://x.org) [a{{ ref("x") }}](https://x.org)\n[a[^ofcom]](https://x.org)\n[a](b c)') == [
        "3: a link needs words that say where it leads",
        "3: a link cannot hold a reference, which is a link itself",
        "4: “](” does not make a link here",
        "5: “](” does not make a link here",
    ]


def picture(size: tuple[int, int], kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(str(options.pop("mode", "RGB")), size).save(out, kind, **options)
    return out.getvalue()


def test_a_picture_is_as_large_as_it_says_and_as_the_page_allows(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(picture((300, 150), dpi=(150, 150)))
    (tmp_path / "b c.jpg").write_bytes(picture((1208, 604), "JPEG"))
    small, wide = body('![A {{ value("a") }}](a.png)\n\n![*B*](b%20c.jpg)', tmp_path)
    assert small == Paragraph((Picture((tmp_path / "a.png").read_bytes(), "image/png", "A 65%", 144, 72),), "Figure")
    assert isinstance(wide, Paragraph) and isinstance(wide.inlines[0], Picture)
    assert (wide.inlines[0].width, wide.inlines[0].height, wide.inlines[0].alt) == (453, 226.5, "B")


def test_pictures_that_cannot_be_shown_are_errors_at_their_line(tmp_path: Path) -> None:
    folder = tmp_path / "edition"
    folder.mkdir()
    (tmp_path / "outside.png").write_bytes(picture((9, 9)))
    (folder / "link.png").symlink_to(tmp_path / "outside.png")
    (folder / "cut.png").write_bytes(picture((99, 99))[:-20])
    (folder / "cut.jpg").write_bytes(picture((999, 999), "JPEG")[:2000])
    (folder / "text.png").write_text("no picture")
    (folder / "press.jpg").write_bytes(picture((9, 9), "JPEG", mode="CMYK"))
    (folder / "bomb.png").write_bytes(picture((9000, 9000), mode="1"))
    names = [
        "no.png",
        "../outside.png",
        "link.png",
        "cut.png",
        "cut.jpg",
        "text.png",
        "press.jpg",
        "bomb.png",
        ".",
    ]
    found = faults("\n\n".join(f"![x]({name})" for name in [*names, "https://x.org/a.png"]), folder)
    outside, broken = "a picture must lie in the edition's folder", "this is no whole PNG or JPEG"
    assert found == [
        "3: “no.png”: there is no such file",
        f"5: “../outside.png”: {outside}",
        f"7: “link.png”: {outside}",
        f"9: “cut.png”: {broken}",
        f"11: “cut.jpg”: {broken}",
        f"13: “text.png”: {broken}",
        "15: “press.jpg”: its colours are for a printing press (CMYK)",
        "17: “bomb.png”: a picture has at most 65,000,000 pixels",
        "19: “.”: there is no such file",
        f"21: “https://x.org/a.png”: {outside}",
    ]


def test_a_picture_needs_alternative_text() -> None:
    assert faults("![](a.png)") == ["3: this picture has no alternative text"]


# ── Whatever is typed ──────────────────────────────────────────────────────────────

SCRAPS = [
    "# ",
    "## ",
    "- ",
    "1. ",
    "> ",
    "| a | b |\n|---|---|\n",
    "**",
    "*",
    "_",
    "[^ofcom]",
    "[^n]",
    "[^n]: ",
    "{{ ",
]
SCRAPS += [
    ' value("a") ',
    " }}",
    '{{ figure("m") }}',
    "{% ",
    "{# ",
    " #}",
    "[x](",
    ")",
    "![",
    "](a.png)",
    "<b>",
    "&#",
]
SCRAPS += [
    "xF0000;",
    "```",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "\\",
    "`",
    "---",
    "words",
    "\x0b",
    "\u2028",
    "\U000f0000",
    "é",
]


@given(st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join))
@example("{" * 20_000)
@example("{# " * 20_000)
@example("> " * 500 + "x")
@example("- " * 500 + "x")
@example("*a **b " * 400 + "**c* " * 400)
@example("{{ " + "(" * 400 + ")" * 400 + " }}")
def test_any_text_gives_a_part_or_problems_and_never_a_traceback(text: str) -> None:
    part, problems = read(text)
    assert part.heading or problems.errors
    for found in _texts(part.heading + part.body):
        assert found and not set(found) & set("\n\t\x0b\u2028\U000f0000")


def _texts(nodes: Iterable[object]) -> Iterable[str]:
    for node in nodes:
        if isinstance(node, Text):
            yield node.text
        for name in ("inlines", "blocks", "items", "rows", "cells"):
            yield from _texts(getattr(node, name, ()))
