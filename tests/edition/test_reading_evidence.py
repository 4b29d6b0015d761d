from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from reportgen.edition.edition import Edition
from reportgen.problems import Problem

Read = Callable[..., tuple[Edition | None, list[Problem]]]

HEADINGS = "id,mission,name,unit,better,decimals,counted,aspirations,source,comparators,amber_within,ahead,behind\n"
LAKES = "lakes,water,Clean lakes,percent,higher"
MINIMAL_VALUES = "indicator,area,period,value\nlakes,Kent,2023,36\nlakes,England,2023,34\n"
VALUES = "indicator,area,period,value,base,gap_count\n"


def messages(problems: list[Problem]) -> list[str]:
    return [str(problem).splitlines()[0] for problem in problems]


def indicator(read: Read, rest: str, values: str | None = None) -> tuple[Edition, list[Problem]]:
    files = {"indicators.csv": f"{HEADINGS}{LAKES},{rest}\n"} | ({"values.csv": values} if values else {})
    edition, problems = read(files)
    assert edition is not None, messages(problems)
    return edition, problems


def test_a_small_edition_is_read_without_a_word(read: Read) -> None:
    edition, problems = read()
    assert edition is not None
    assert problems == []
    assert edition.evidence.indicators["lakes"].comparators == ("England",)
    assert edition.evidence.indicators["lakes"].amber_within == 1
    assert edition.evidence.observations["lakes", "Kent", "2023"].value == 36
    assert str(edition.evidence.observations["lakes", "England", "2023"].place) == "values.csv:3"


@pytest.mark.parametrize(
    ("values", "decimals"),
    [(("36", "34"), 0), (("36.0", "34"), 1), (("36", "34.25%"), 2), (("36", ""), 0)],
)
def test_decimals_are_the_most_that_any_value_carries(read: Read, values: tuple[str, str], decimals: int) -> None:
    text = f"{VALUES}lakes,Kent,2023,{values[0]},,\nlakes,England,2023,{values[1]},,\n"
    assert indicator(read, ",,,,,,,", text)[0].evidence.indicators["lakes"].decimals == decimals
    assert indicator(read, "3,,,,,,,", text)[0].evidence.indicators["lakes"].decimals == 3


def test_decimals_that_nobody_asked_for_are_worth_a_look(read: Read) -> None:
    text = VALUES + "lakes,Kent,2023,33.33333,,\nlakes,England,2023,34,,\n"
    assert indicator(read, "5,,,,,,,", text)[1] == []
    assert messages(indicator(read, ",,,,,,,", text)[1]) == [
        "indicators.csv:2: warning: “lakes” prints with 5 decimals, as many as one of its values has"
    ]


def test_a_row_overrides_comparators_and_amber_band(read: Read) -> None:
    edition, _ = indicator(read, ",,,,Surrey; England ;Surrey,none,,")
    assert edition.evidence.indicators["lakes"].comparators == ("Surrey", "England")
    assert edition.evidence.indicators["lakes"].amber_within is None
    edition, _ = indicator(read, ",,,,,0.5pp,,")
    assert edition.evidence.indicators["lakes"].amber_within == Decimal("0.5")


def test_the_report_s_amber_band_speaks_of_percentages_only(read: Read) -> None:
    edition, _ = read({"indicators.csv": "id,mission,name,unit,better\nlakes,water,Lakes,number,higher\n"})
    assert edition is not None
    assert edition.evidence.indicators["lakes"].amber_within is None


def test_problems_of_all_tables_come_at_once_with_file_and_line(read: Read) -> None:
    _, problems = read(
        {
            "indicators.csv": HEADINGS
            + "lakes,watre,Lakes,percent,higher,two,,cleen,ons,Kent,wide,{gap} {cuont},\n"
            + "lakes,water,Lakes again,percent,higher,,,,,,,,\n"
            + "sea shore,water,Shore,percent,higher,,,,,,,,\n"
            + "rivers,water,,pounds,most,,,,,,,,\n"
            + "ponds,water,Ponds,pounds,most,,,,,,-1,,\n",
            "values.csv": VALUES
            + "lakes,Kent,2023,36,0,-5\n"
            + "lakes,Kent,2023,37,,\n"
            + "lakse,Kent,2023,36,,\n"
            + ",Kent,,36,,\n"
            + "lakes,,2023,x36,,\n"
            + "rivers,Kent,2023,36,,\n"
            + "lakes,England,2023,n/a,,\n"
            + "ponds,England,2023,n/a,0,\n"
            + "ponds,England,2023,£5,,\n",
            "facts.csv": "id,value,unit,source\n"
            + "a,1,number,ons\na,2,number,\nb,,numbers,\nc,£5,percent,\nd,1,per cent,\n",
            "sources.yaml": "onz:\n  text: ONS\n  url: ons.gov.uk\n  pubished: 2023\nb c: B\nd: {url: https://a.uk}\n",
        }
    )
    assert messages(problems) == [
        "sources.yaml:4: warning: the key “pubished” is not known in the source “onz”, and left out",
        "sources.yaml:3: “ons.gov.uk” is no web address",
        "sources.yaml:5: the source key “b c” may hold letters, digits, hyphens, underscores and points only",
        "sources.yaml:6: “text” of the source “d” is missing",
        "indicators.csv:2: there is no mission “watre” in report.yaml",
        "indicators.csv:2: there is no aspiration “cleen” in report.yaml",
        "indicators.csv:2: {cuont} cannot be filled in",
        "indicators.csv:2: there is no source “ons”",
        "indicators.csv:2: “decimals” cannot be “two”",
        "indicators.csv:2: “Kent” is the report's own area",
        "indicators.csv:2: “amber_within”: “wide” is not a number",
        "indicators.csv:3: the indicator “lakes” stands at indicators.csv:2 as well",
        "indicators.csv:4: the id “sea shore” may hold letters, digits and hyphens only",
        "indicators.csv:5: “name” must be filled in",
        "indicators.csv:5: “unit” cannot be “pounds”",
        "indicators.csv:5: “better” cannot be “most”",
        "indicators.csv:6: “unit” cannot be “pounds”",
        "indicators.csv:6: “better” cannot be “most”",
        "values.csv:2: “base” must be more than zero",
        "values.csv:2: “gap_count” must be more than zero",
        "values.csv:3: “lakes” for Kent in 2023 stands at values.csv:2 as well",
        "values.csv:4: there is no indicator “lakse”",
        "values.csv:5: “indicator” must be filled in",
        "values.csv:5: “period” must be filled in",
        "values.csv:6: “area” must be filled in",
        "values.csv:6: “value”: “x36” is not a number",
        "values.csv:8: “value”: “n/a” is not a number",
        "values.csv:9: “value”: “n/a” is not a number",
        "values.csv:9: “base” must be more than zero",
        "values.csv:10: “ponds” for England in 2023 stands at values.csv:9 as well",
        "facts.csv:2: there is no source “ons”",
        "facts.csv:3: the fact “a” stands at facts.csv:2 as well",
        "facts.csv:4: “value” must be filled in",
        "facts.csv:4: “unit” cannot be “numbers”",
        "facts.csv:5: “value”: “£5” is an amount of money, but the unit is percent",
        "facts.csv:6: “unit” cannot be “per cent”",
    ]


def test_a_table_of_headings_alone_is_a_warning(read: Read) -> None:
    _, problems = read({"values.csv": VALUES})
    assert messages(problems) == ["values.csv:1: warning: has headings and no rows"]


def test_a_published_gap_in_another_row_than_a_comparator_s_is_a_warning(read: Read) -> None:
    _, problems = read({"values.csv": VALUES + "lakes,Kent,2023,36,,7\nlakes,England,2023,34,,7\n"})
    assert messages(problems) == ["values.csv:2: warning: “gap_count” stands in the row of Kent, where nobody reads it"]


def test_an_area_in_other_capitals_is_a_warning_where_it_first_stands(read: Read) -> None:
    rows = "lakes,Kent,2023,36,,\nlakes,England,2023,34,,\nlakes,kent,2024,37,,\nlakes,kent,2025,37,,\n"
    _, problems = read({"values.csv": VALUES + rows})
    assert messages(problems) == ["values.csv:4: warning: the area “kent” is taken for a different one from “Kent”"]


def test_an_area_that_is_misspelt_in_one_period_is_a_warning_there(read: Read) -> None:
    earlier = "lakes,Kent,2022,35,,\nlakes,England,2022,34,,\n"
    _, problems = read({"values.csv": VALUES + earlier + "lakes,Kentt,2023,36,,\nlakes,Englnd,2023,34,,\n"})
    assert sorted(messages(problems)) == [
        "values.csv:4: warning: the area “Kentt” is taken for a different one from “Kent”",
        "values.csv:5: warning: the area “Englnd” is taken for a different one from “England”",
    ]


def test_areas_that_stand_together_in_any_period_are_two_areas(read: Read) -> None:
    rows = "lakes,Kent,2022,35,,\nlakes,Kents,2022,34,,\nlakes,Kents,2023,36,,\nlakes,England,2023,34,,\n"
    _, problems = read({"values.csv": VALUES + rows})
    assert messages(problems) == []


def test_a_message_that_quotes_a_cell_of_two_lines_is_one_line(read: Read) -> None:
    _, problems = read({"values.csv": VALUES + 'lakes,Kent,2023,"3\r\n6",,\n'})
    assert problems[0].message == "“value”: “3 6” is not a number"


def test_hints_name_the_nearest_right_names(read: Read) -> None:
    _, problems = read(
        {
            "indicators.csv": HEADINGS + "lakes,watre,Lakes,percent,higher,,,,,,,{cuont},\n",
            "values.csv": VALUES + "lakse,Kent,2023,36,,\n",
        }
    )
    assert [problem.hint for problem in problems] == [
        "Did you mean “water”?",
        "Did you mean “count”?",
        "Did you mean “lakes”?",
    ]


@pytest.mark.parametrize("wording", ["{{gap}}", "{gap", "gap}"])
def test_a_brace_that_fills_nothing_in_is_an_error(read: Read, wording: str) -> None:
    _, problems = read({"indicators.csv": f"{HEADINGS}{LAKES},,,,,,,{wording},\n"})
    assert messages(problems) == [f"indicators.csv:2: a brace is left over in “{wording}”"]


def test_what_is_wrong_with_a_figure_is_told_with_its_remedy(read: Read) -> None:
    _, problems = read(
        {
            "values.csv": VALUES + "lakes,Kent,2023,n/a,,\nlakes,England,2023,36*,,\n",
            "facts.csv": "id,value,unit\na,many,number\n",
        }
    )
    assert [(problem.hint or "")[:10] for problem in problems] == ["Leave the ", "Type the f", "Words have"]


def test_aspirations_are_separated_by_semicolons(read: Read) -> None:
    _, problems = read({"indicators.csv": f'{HEADINGS}{LAKES},,,"clean, far",,,,,\n'})
    assert [problem.hint for problem in problems] == ["Several are separated by semicolons."]


def test_a_figure_is_not_blamed_for_the_faults_of_its_indicator(read: Read) -> None:
    minimal = read()[0]
    assert minimal is not None
    report = (minimal.folder / "report.yaml").read_text(encoding="utf-8")
    figures = "\nfigures: [{id: a, title: A, kind: bar, data: {indicator: lakes}, alt: Bars}]\n"
    _, problems = read({"report.yaml": report + figures, "indicators.csv": HEADINGS + LAKES.replace("percent", "%")})
    assert messages(problems) == ["indicators.csv:2: “unit” cannot be “%”"]


def test_an_area_without_any_value_is_warned_of_where_it_is_named(read: Read) -> None:
    _, problems = read({"values.csv": VALUES + "lakes,Kents,2023,36,,\nlakes,England,2023,34,,\n"})
    assert [str(problem) for problem in problems] == [
        "report.yaml:4: warning: there is no value for the area “Kent”\n    Did you mean “Kents”?"
    ]
    for comparators, hint in {
        "Englnd": "Did you mean “England”?",
        "England, Kent": "Areas are separated by semicolons.",
    }.items():
        problems = indicator(read, f',,,,"{comparators}",,,', MINIMAL_VALUES)[1]
        assert [problem.hint for problem in problems] == [hint]


def test_areas_compare_alike_with_no_break_spaces(read: Read) -> None:
    report = (
        "title: A\norganisation: B\nedition: C\narea: West\u00a0Kent\n"
        "comparators: [England]\nmissions: [{id: water, title: W}]\n"
    )
    edition, problems = read(
        {
            "report.yaml": report,
            "values.csv": "indicator,area,period,value\nlakes,West  Kent,2023,36\nlakes,England,2023,1\n",
        }
    )
    assert problems == []
    assert edition is not None
    assert edition.evidence.periods("lakes", "West Kent") == ("2023",)


def test_a_source_is_not_asked_for_where_there_is_no_file_of_sources(read: Read) -> None:
    edition, problems = indicator(read, ",,,ons,,,,")
    assert problems == []
    assert edition.sources == {}


FIGURES = """
figures:
  - {id: a, title: A, kind: bar, data: {indicator: lakse}, alt: Bars}
  - {id: b, title: B, kind: bar, data: {indicator: lakes, areas: [Kent, Englnd]}, alt: Bars}
  - {id: c, title: C, kind: bar, data: series/c.csv, alt: Bars}
  - {id: d, title: D, kind: bar, data: ../d.csv, alt: Bars}
  - {id: e, title: E, kind: bar, data: report.yaml, alt: Bars}
tables:
  - {id: f, title: F, data: series/f.csv, merge: [Rivr]}
"""


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ("beds.csv", "Did you mean “series/beds.csv”?"),
        ("series/Beds", "Did you mean “series/beds.csv”?"),
        ("series\\beds.csv", "Did you mean “series/beds.csv”?"),
        ("x" * 300 + ".csv", "Known here: indicators.csv, series/beds.csv, values.csv."),
    ],
)
def test_a_file_of_the_same_name_elsewhere_is_pointed_out(read: Read, data: str, hint: str) -> None:
    minimal = read()[0]
    assert minimal is not None
    report = (minimal.folder / "report.yaml").read_text(encoding="utf-8")
    figures = f"\nfigures: [{{id: a, title: A, kind: bar, data: '{data}', alt: Bars}}]\n"
    _, problems = read({"report.yaml": report + figures, "series/beds.csv": "A,B\n1,2\n"})
    named = data if len(data) < 100 else f"{data[:119]}…"
    assert [str(problem) for problem in problems] == [f"report.yaml:13: there is no file “{named}”\n    {hint}"]


def test_what_figures_and_tables_call_must_be_there(read: Read) -> None:
    from_minimal = read()[0]
    assert from_minimal is not None
    report = (from_minimal.folder / "report.yaml").read_text(encoding="utf-8") + FIGURES
    _, problems = read({"report.yaml": report, "series/f.csv": "River,Km\nStour,93\n", "series/cc.csv": "A,B\n1,2\n"})
    assert [str(problem) for problem in problems] == [
        "report.yaml:16: there is no file “series/c.csv”\n    Did you mean “series/cc.csv”?",
        "report.yaml:17: “../d.csv” is not below the edition's folder\n    Copy the file into it.",
        "report.yaml:18: “report.yaml” is not a CSV file\n    In Excel: File, Save As, “CSV UTF-8 (Comma delimited)”.",
        "report.yaml:14: there is no indicator “lakse” for the figure “a”\n    Did you mean “lakes”?",
        "report.yaml:15: warning: “lakes” has no value for “Englnd”, which the figure “b” asks for\n"
        "    Did you mean “England”?",
        "report.yaml:20: the table “f” has no column “Rivr” to merge\n    Did you mean “River”?",
    ]


def test_no_value_is_said_to_be_missing_of_a_table_that_could_not_be_read(read: Read) -> None:
    minimal = read()[0]
    assert minimal is not None
    figure = "{id: a, title: A, kind: bar, data: {indicator: lakes, areas: [Kent, England]}, alt: Bars}"
    report = (minimal.folder / "report.yaml").read_text(encoding="utf-8") + f"\nfigures: [{figure}]\n"
    _, problems = read({"report.yaml": report, "values.csv": "indicator;area;period;value\nlakes;Kent;2023;36\n"})
    assert messages(problems) == ["values.csv:1: the cells are not separated by commas"]
