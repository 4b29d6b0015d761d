"""The template that travels with reportgen, filled with small editions."""

from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from word.accessibility_checks import check_accessibility
from word.filling import REPORT, Filled, filled, reopened

from reportgen import resources
from reportgen.checks.templates.styles import STYLES

ALONE = "Indicators and ratings"  # the template's own heading, where there is no summary


def shipped() -> WordDocument:
    return docx.Document(str(resources.templates()["evidence-report"]))


def headings(result: Filled) -> list[str]:
    return [words for _, words in result.headings]


def test_without_a_summary_table_and_rule_stand_under_a_heading_of_their_own(tmp_path: Path) -> None:
    said = {"foreword": "# Foreword\n\nX.\n", "conclusion": "# End\n\nX.\n"}
    result = filled(tmp_path, said, shipped())
    assert headings(result) == ["Foreword", ALONE, "End"]
    between = result.words[result.words.rindex(ALONE) : result.words.rindex("End")]
    assert "AMBER: level with the comparator" in between and "Table 1: All indicators" in between


def test_with_a_summary_they_stand_under_its_heading(tmp_path: Path) -> None:
    result = filled(tmp_path, {"executive-summary": "# Summary\n\nX.\n"}, shipped())
    assert headings(result) == ["Summary"]
    assert "a word as well as a colour: • GREEN: better" in result.words


def test_the_heading_of_the_table_goes_where_the_words_have_table_and_rule(tmp_path: Path) -> None:
    said = {"conclusion": '# End\n\n{{ rule() }}\n\n{{ table("summary") }}\n'}
    assert headings(filled(tmp_path, said, shipped())) == ["End"]


def test_without_indicators_there_is_no_rule_and_no_heading(tmp_path: Path) -> None:
    files = {"indicators_csv": "id,mission,name,unit,better\n", "values_csv": "indicator,area,period,value\n"}
    result = filled(tmp_path, {"conclusion": "# End\n\nX.\n"}, shipped(), ["no-rows"], **files)
    assert headings(result) == ["End"]
    assert "GREEN" not in result.words


def test_a_very_long_title_is_printed_whole_and_cut_in_the_properties(tmp_path: Path) -> None:
    title = "Long words " * 30
    report = REPORT.replace("Rivers & <coast>", title)
    result = filled(tmp_path, {"foreword": "# F\n\nX.\n"}, shipped(), report_yaml=report)
    assert title.strip() in result.words
    assert reopened(result).core_properties.title == ("Long words " * 30)[:254].rstrip() + "…"


@pytest.mark.parametrize("name", resources.templates())
def test_plain_tables_have_the_same_cells_without_a_merged_one(tmp_path: Path, name: str) -> None:
    word, said = resources.templates()[name], {"conclusion": '# C\n\n{{ table("lakes") }}\n'}
    report = REPORT + "tables:\n  - {id: lakes, title: Lakes, data: series/lakes.csv, merge: [Sort]}\n"
    series = {"series/lakes_csv": "Lake,Sort,Depth\na,deep,9\nb,deep,8\n"}
    merged, plain = (
        filled(tmp_path, said, docx.Document(str(word)), report_yaml=report + more, **series)
        for more in ("", "plain_tables: true\n")
    )
    assert check_accessibility(plain.data, plain=True) == []
    assert any("merged cells" in one for one in check_accessibility(merged.data, plain=True))
    assert [len(table) for table in plain.tables] == [len(table) for table in merged.tables]
    for filled_in, usual in zip(plain.tables, merged.tables, strict=True):
        assert all(set(row) <= set(whole) for whole, row in zip(filled_in, usual, strict=True))
        assert {len(row) for row in filled_in} == {len(filled_in[0])}


@pytest.mark.parametrize("name", resources.templates())
def test_the_styles_for_words_are_in_the_gallery_and_those_that_word_sets_itself_are_not(name: str) -> None:
    styles = docx.Document(str(resources.templates()[name])).styles
    there = {style.name.lower(): style for style in styles}
    by_word = {"footnote text", "header", "footer", "toc 1", "toc 2", "toc 3", "table of figures", "data value"}
    deep = {f"heading {level}" for level in range(6, 10)}
    for asked in STYLES:
        style = there.get(asked.name.lower())
        if style is not None and asked.name.lower() not in deep | {"hyperlink", "footnote reference", "data value"}:
            assert style.quick_style == (asked.name.lower() not in by_word), asked.name
            assert not style.hidden, asked.name
