"""What is wrong with an edition, of whatever kind, is said at once, each mistake in its place."""

from pathlib import Path

import openpyxl
import pytest

from reportgen.build import build
from reportgen.problems import InputError
from reportgen.starter import start_edition

pytestmark = pytest.mark.usefixtures("work_beside_here")

EDITION = {
    "report.yaml": """\
title: Lakes
organisation: An authority
edition: "2024"
area: Kent
comparators: [England]
missions: [{id: water, title: Water}]
figures:
  - {id: trend, title: Trend, kind: line, data: series/trend.csv, alt: It rises}
""",
    "indicators.csv": """\
id,mission,name,unit,better,ahead
lakes,water,Lakes,percent,higher,
ponds,water,Ponds,percent,higher,{count} more
""",
    "values.csv": """\
indicator,area,period,value
lakes,Kent,2023,36
lakes,England,2023,34
ponds,Kent,2023,36
ponds,England,2023,34
""",
    "facts.csv": "id,value,unit\npopulation,5,number\n",
    "series/trend.csv": "Year,Lakes (%)\n2022,35\n2023,36\n",
    "narrative/executive-summary.md": "# Summary\n\nWords.\n",
}


def told(folder: Path, **changed: str) -> list[str]:
    """The problems of the edition above with some of its files changed, without hints."""
    by_stem = {Path(name).stem.replace("-", "_"): name for name in EDITION}
    for name, text in (EDITION | {by_stem[stem]: text for stem, text in changed.items()}).items():
        path = folder / "edition" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return problems_of(folder)


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(InputError) as stop:
        build(folder / "edition", folder / "output")
    assert not (folder / "output").exists()
    return [str(problem).splitlines()[0] for problem in stop.value.problems]


def test_mistakes_in_data_settings_series_and_words_come_together(tmp_path: Path):
    words = """\
# Summary

{{ value("lake") }} {{ fact("people") }} {{ value("lakes", "Wales") }} {{ gap("ponds") }} {{ ref("trends") }}

{{ figure("trend") }}

{{ figure("trend") }}
"""
    assert told(
        tmp_path,
        report=EDITION["report.yaml"] + "template: nonesuch\n",
        values=EDITION["values.csv"].replace("ponds,England,2023,34", "ponds,England,2023,x34"),
        trend="Year,Lakes (%)\n2022,many\n",
        executive_summary=words,
    ) == [
        "values.csv:5: “value”: “x34” is not a number",
        "report.yaml:9: there is no template “nonesuch”",
        "series/trend.csv:2: “Lakes (%)”: “many” is not a number",
        "narrative/executive-summary.md:3: there is no indicator “lake”",
        "narrative/executive-summary.md:3: there is no fact “people”",
        "narrative/executive-summary.md:3: “lakes” has no row for the area “Wales”",
        "narrative/executive-summary.md:3: there is no figure or table “trends”",
        "narrative/executive-summary.md:7: figure “trend” is called here and at narrative/executive-summary.md:5",
    ]


def test_a_wording_without_its_count_comes_with_the_mistakes_in_other_rows(tmp_path: Path):
    problems = told(tmp_path, facts="id,value,unit\npopulation,many,number\n")
    assert problems[0] == "facts.csv:2: “value”: “many” is not a number"
    assert problems[1].startswith("indicators.csv:3: the wording “{count} more” asks for {count}")


def test_of_what_cannot_be_read_nothing_more_is_said(tmp_path: Path):
    words = '# Summary\n\n{{ gap("lakes") }} {{ count("ponds") }} {{ fact("population") }}\n\n{{ rule() }}\n'
    assert told(tmp_path, values="indicator;area;period;value\n", facts="id;value\n", executive_summary=words) == [
        "values.csv:1: the cells are not separated by commas",
        "facts.csv:1: the cells are not separated by commas",
    ]


def test_a_figure_is_not_empty_where_its_values_are_faulty(tmp_path: Path):
    report = EDITION["report.yaml"].replace("series/trend.csv", "{indicator: lakes}")
    indicators = EDITION["indicators.csv"].replace("{count} more", "")
    values = "indicator,area,period,value\nlakes,Kent,2023,x\n"
    assert told(tmp_path, report=report, indicators=indicators, values=values) == [
        "values.csv:2: “value”: “x” is not a number",
        "report.yaml:5: warning: there is no value for the area “England”",
        "indicators.csv:3: warning: there is no value of “ponds” for any area",
    ]


def test_where_the_sources_cannot_be_read_no_note_is_blamed(tmp_path: Path):
    words = "# Summary\n\nWords[^ons] and[^mine] more.\n\n[^mine]: A note.\n"
    (tmp_path / "edition").mkdir()
    (tmp_path / "edition/sources.yaml").write_text("ons: a: b\n", encoding="utf-8")
    indicators = "id,mission,name,unit,better,source\nlakes,water,Lakes,percent,higher,ons\n"
    assert told(tmp_path, indicators=indicators, values="indicator,area,period,value\n", executive_summary=words) == [
        "sources.yaml:1: is not sound YAML: a colon stands where none can",
        "values.csv:1: warning: has headings and no rows",
    ]
    (tmp_path / "edition/sources.yaml").write_text("onz: ONS\n", encoding="utf-8")
    assert any("“ons” is neither a source nor a note" in problem for problem in problems_of(tmp_path))


def test_the_words_of_a_faulty_row_are_no_mistakes_of_the_narrative(tmp_path: Path):
    words = '# Summary\n\n{{ value("lakes") }} {{ count("lakes") }}\n'
    faulty = "id,mission,name,unit,better\nlakes,water,,percent,higher\nponds,water,Ponds,percent,higher\n"
    assert told(tmp_path, indicators=faulty, executive_summary=words) == ["indicators.csv:2: “name” must be filled in"]


def test_a_missing_template_comes_with_the_mistakes_in_the_words(tmp_path: Path):
    report, words = EDITION["report.yaml"] + "template: nonesuch\n", "# Summary\n\n{{ nobody() }}\n"
    indicators = EDITION["indicators.csv"].replace("{count} more", "")
    assert told(tmp_path, report=report, indicators=indicators, executive_summary=words) == [
        "report.yaml:9: there is no template “nonesuch”",
        "narrative/executive-summary.md:3: “nobody” is no name that the narrative knows",
    ]


def test_a_figure_of_categories_alone_is_a_mistake(tmp_path: Path):
    assert "series/trend.csv:1: the figure “trend” has categories and no figures" in told(
        tmp_path, trend="Year\n2022\n"
    )


def test_a_wrong_figure_in_a_sheet_is_told_at_its_cell(tmp_path: Path):
    told(tmp_path)
    (tmp_path / "edition/series/trend.csv").unlink()
    book = openpyxl.Workbook()
    book.active.title = "trend"
    for row in (["Year", "Lakes (%)"], [2022, 35], [2023, "many"]):
        book.active.append(row)
    book.save(tmp_path / "edition/evidence.xlsx")
    assert "evidence.xlsx:trend!B3: “Lakes (%)”: “many” is not a number" in problems_of(tmp_path)


@pytest.mark.parametrize(
    ("template", "nearest"),
    [
        ("evidence-reprot", "evidence-report"),
        ("evidence-report.docx", "evidence-report"),
        ("house/syle.docx", "house/style.docx"),
        ("h" * 300 + ".docx", "house/style.docx"),
    ],
)
def test_a_template_that_is_not_there_is_told_once_with_those_that_are(tmp_path: Path, template: str, nearest: str):
    (tmp_path / "edition/house").mkdir(parents=True)
    (tmp_path / "edition/house/style.docx").touch()
    report = EDITION["report.yaml"] + f"template: {template}\n"
    indicators = EDITION["indicators.csv"].replace("{count} more", "")
    named = template if len(template) < 100 else f"{template[:119]}…"
    assert told(tmp_path, report=report, indicators=indicators) == [f"report.yaml:9: there is no template “{named}”"]
    with pytest.raises(InputError) as stop:
        build(tmp_path / "edition", tmp_path / "output")
    assert nearest in str(stop.value.problems[0].hint)


def test_a_rule_that_breaks_down_stops_no_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def broken(report: object) -> None:
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr("reportgen.checks.report.check.RULES", (broken,))
    start_edition(tmp_path / "harbour")
    built = build(tmp_path / "harbour", tmp_path / "output")
    assert [path.name for path in built.paths] == ["harbour.docx", "harbour.pdf"]
    assert [(one.severity, one.code) for one in built.problems] == [("warning", "unchecked")]
