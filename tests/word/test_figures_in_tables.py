"""Figures in the rows of tables: as live as those in the words, and plain words to a template's expressions."""

from __future__ import annotations

from pathlib import Path

import pytest
from word.docx_checks import check_docx
from word.filling import REPORT, TEMPLATE, Content, Filled, filled, reopened, template

from reportgen.document import Origin, Table, Value
from reportgen.word.elements import W, value
from reportgen.word.slots import CLOSE, OPEN

SAID = {"executive-summary": "# E\n\nX.\n"}
LAKES = [
    Origin("value", "lakes", "Kent", "2023", "values.csv:2"),
    Origin("gap", "lakes", "England", "2023", "values.csv:2"),
    Origin("rating", "lakes", "England", "2023", "values.csv:2"),
    Origin("statement", "lakes", "England", "2023", "values.csv:2"),
    Origin("value", "lakes", "England", "2023", "values.csv:3"),
]


def drawn(folder: Path, cell: str, *more: Content, **files: str) -> Filled:
    """The summary alone, with this in the first cell of each row."""
    rows = (["Theme", "All"], ["{%tr for row in tables.summary.rows %}", ""], [cell, "x"], ["{%tr endfor %}", ""])
    return filled(folder, SAID, template(*more, ("Caption", "{{ tables.summary.label }}"), rows), **files)


def figures(result: Filled) -> list[tuple[str, Origin]]:
    return [(one.text, one.origin) for one in result.inlines if isinstance(one, Value)]


def cells(result: Filled) -> list[str]:
    return [row[0] for row in result.tables[0][1:]]


def test_every_figure_of_a_row_says_where_it_came_from(tmp_path: Path) -> None:
    tags = "{{ row.value }} {{ row.gap }} {{ row.rating.word }} {{ row.statement }}"
    peers = "{% for peer in row.comparators %}{{ peer.value }}{% endfor %}"
    result = drawn(tmp_path, f"{tags} {peers}")
    assert [origin for _, origin in figures(result)[:5]] == LAKES
    assert [text for text, _ in figures(result)[:3]] == ["36%", "+2pp", "GREEN"]
    assert check_docx(result.data) == []


@pytest.mark.parametrize(
    ("tag", "said", "bound"),
    [
        ("{{ row.value }}", ["36%", "50%", "7"], 3),
        ("{{ row.value or 'none' }} of all", ["36%  of all", "50%  of all", "7  of all"], 3),
        ("{{ row.value ~ '!' }}", ["36% !", "50% !", "7 !"], 3),
        ("{{ row.statement|upper|first }}", ["+", "\N{MINUS SIGN}", "\N{MINUS SIGN}"], 0),
        ("{% if row.value == '7' %}seven{% else %}{{ row.value|lower }}{% endif %}", ["36%", "50%", "seven"], 0),
        ("{{ [row.value, row.rating.word]|join('/') }}", ["36% / GREEN", "50% / RED", "7 / RED"], 6),
    ],
)
def test_expressions_have_words_to_work_with(tmp_path: Path, tag: str, said: list[str], bound: int) -> None:
    result = drawn(tmp_path, tag)
    assert cells(result) == said
    assert len(figures(result)) == bound


def test_figures_carry_a_character_style_and_keep_the_one_that_they_have(tmp_path: Path) -> None:
    row = ["{% cellbg row.rating.fill %}{{ row.value }}", "{{ row.value }}"]
    rows = (["A", "B"], ["{%tr for row in tables.summary.rows %}", ""], row, ["{%tr endfor %}", ""])
    word = template(*TEMPLATE[:5], ("Caption", "{{ tables.summary.label }}"), rows)
    result = filled(tmp_path, {"foreword": '# F\n\n{{ value("lakes") }} and **{{ value("lakes") }}**\n'}, word)
    styles = [one.look.style for one in result.inlines if isinstance(one, Value)]
    assert styles == ["Data Value", "Strong", *["Rating Green", "Data Value"], *["Rating Red", "Data Value"] * 2]
    assert reopened(result).styles["Data Value"].element.get(f"{W}customStyle") == "1"


def test_in_properties_alternative_texts_and_heads_figures_are_words(tmp_path: Path) -> None:
    word = template(
        ("Caption", "{{ tables.summary.label }}"), (["A", "B"], ["{{ tables.summary.rows[0].value }}", "x"])
    )
    table = word.tables[0]._tbl.tblPr
    table.append(table.makeelement(f"{W}tblDescription", {f"{W}val": "{{ tables.summary.rows[0].value }} of all"}))
    word.sections[0].header.paragraphs[0].text = "{{ tables.summary.rows[0].value }}"
    word.core_properties.comments = "{{ tables.summary.rows[0].gap }}"
    result = filled(tmp_path, SAID, word)
    document = reopened(result)
    assert document.core_properties.comments == "+2pp"
    assert document.sections[0].header.paragraphs[0].text == "36%"
    assert value(document.tables[0]._tbl.tblPr, "tblDescription") == "36% of all"
    assert OPEN not in (xml := document.element.xml) and CLOSE not in xml


def test_merged_cells_are_those_that_say_the_same_and_plain_tables_have_a_figure_in_each(tmp_path: Path) -> None:
    cell = "{{ row.rating.word }}{{ merged }}"
    merged, plain = drawn(tmp_path, cell), drawn(tmp_path, cell, report_yaml=REPORT + "plain_tables: true\n")
    assert [text for text, _ in figures(merged)] == ["GREEN", "RED"]
    assert [text for text, _ in figures(plain)] == ["GREEN", "RED", "RED"]
    assert check_docx(plain.data) == []


def test_the_figures_of_a_series_say_where_they_were_typed(tmp_path: Path) -> None:
    report = REPORT + "tables:\n  - {id: by-year, title: Lakes by year, data: series/lakes.csv}\n"
    series = {"series/lakes_csv": "Year,Lakes,Said\n2022,4 (a),few\n2023,5,many\n"}
    result = filled(tmp_path, {"conclusion": '# C\n\n{{ table("by-year") }}\n'}, report_yaml=report, **series)
    found = [(text, origin) for text, origin in figures(result) if origin.kind == "series"]
    assert found == [
        ("4 (a)", Origin("series", "by-year", place="series/lakes.csv:2")),
        ("5", Origin("series", "by-year", place="series/lakes.csv:3")),
    ]
    assert [table.title for table in result.all(Table) if isinstance(table, Table)][-1] == "Lakes by year"
