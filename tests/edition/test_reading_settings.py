from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.edition.report import read_settings
from reportgen.edition.settings import Comparator, IndicatorData, Settings
from reportgen.problems import Problem, Problems

WHOLE = """\
title: A report
organisation: An authority
edition: 2024
area: Kent
comparators: [{area: England, label: national average}, Surrey]
missions:
  - {id: water, title: Water, aspirations: [{id: clean, text: Clean, fundamental: Nature}]}
"""

ReadYaml = Callable[[str], tuple[Settings | None, list[Problem]]]


@pytest.fixture
def read(tmp_path: Path) -> ReadYaml:
    def read_text(text: str) -> tuple[Settings | None, list[Problem]]:
        problems = Problems()
        (tmp_path / "report.yaml").write_text(text, encoding="utf-8")
        return read_settings(tmp_path, problems), problems.met

    return read_text


def messages(problems: list[Problem]) -> list[str]:
    return [str(problem).splitlines()[0] for problem in problems]


def test_settings_are_read_with_their_lines(read: ReadYaml) -> None:
    settings, problems = read(WHOLE)
    assert problems == []
    assert settings is not None
    assert settings.edition == "2024"
    assert settings.comparators == (Comparator("England", "national average"), Comparator("Surrey"))
    assert settings.comparators[1].name == "Surrey"
    assert settings.amber_within is None
    assert settings.missions[0].aspirations[0].fundamental == "Nature"
    assert str(settings.place("area")) == "report.yaml:4"
    assert str(settings.missions[0].place) == "report.yaml:7"


@pytest.mark.parametrize("word", ["2024", '"2024"', "2024-25", "no", "1.10", "010", "~2024", "off"])
def test_a_scalar_is_the_text_as_typed(read: ReadYaml, word: str) -> None:
    settings, problems = read(WHOLE.replace("edition: 2024", f"edition: {word}"))
    assert settings is not None
    assert (settings.edition, problems) == (word.strip('"'), [])


@pytest.mark.parametrize(("word", "band"), [("1", "1"), ("0.5", "0.5"), ("1pp", "1"), ("none", None), ("", None)])
def test_the_amber_band_is_a_number_or_none(read: ReadYaml, word: str, band: str | None) -> None:
    settings, problems = read(WHOLE + f"rating: {{amber_within: {word}}}\n")
    assert problems == []
    assert settings is not None
    assert settings.amber_within == (None if band is None else Decimal(band))


def test_all_problems_come_at_once_each_at_its_line(read: ReadYaml) -> None:
    _, problems = read(
        """\
titel: A report
organisation:
edition: [2024]
area: Kent
comparators:
  - {area: Kent}
  - {label: national average}
language: english
rating: {amber_within: a bit}
plain_tables: perhaps
missions:
  - {id: water_1, title: Water}
  - {id: water_1, title: More water, aspirations: [clean]}
  - {title: Air}
figures:
  - {id: water_1, title: F, kind: pie, data: series/a.csv}
  - {id: summary, title: F, kind: bar, data: {indicator: lakes, area: all}, alt: Bars}
tables: {id: t}
logo: {file: logo.png}
area: Surrey
"""
    )
    assert messages(problems) == [
        "report.yaml:20: the key “area” stands there twice, first at line 4",
        "report.yaml:1: warning: the key “titel” is not known, and left out",
        "report.yaml:12: the mission id “water_1” may hold letters, digits and hyphens only",
        "report.yaml:13: the mission id “water_1” may hold letters, digits and hyphens only",
        "report.yaml:13: the aspiration “clean” must hold keys, such as “id: …”",
        "report.yaml:14: “id” of mission 3 is missing",
        "report.yaml:16: the figure id “water_1” may hold letters, digits and hyphens only",
        "report.yaml:16: “kind” of the figure “water_1” cannot be “pie”",
        "report.yaml:16: “alt” of the figure “water_1” is missing",
        "report.yaml:17: warning: the key “area” is not known in data of the figure “summary”, and left out",
        "report.yaml:18: “tables” must be a list, each entry beginning with “- ”",
        "report.yaml:17: the id “summary” is that of a table which the data make by themselves",
        "report.yaml:13: the id “water_1” was taken at report.yaml:12",
        "report.yaml:16: the id “water_1” was taken at report.yaml:12",
        "report.yaml:1: “title” is missing",
        "report.yaml:2: “organisation” is empty",
        "report.yaml:3: “edition” must be a text",
        "report.yaml:6: “Kent” is the report's own area",
        "report.yaml:7: “area” of comparator 2 is missing",
        "report.yaml:9: “amber_within” of rating: “a bit” is not a number",
        "report.yaml:8: “english” is not the code of a language",
        "report.yaml:10: “plain_tables” must be true or false",
        "report.yaml:19: there is no file “logo.png”",
        "report.yaml:19: “alt” of the logo is missing",
    ]


def test_hints_name_the_nearest_right_key(read: ReadYaml) -> None:
    _, problems = read(WHOLE + "figure: []\n")
    assert problems[0].hint == "Did you mean “figures”?"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: a: b\n", "report.yaml:1: is not sound YAML: a colon stands where none can"),
        ("title: a\nmissions:\n\t- id: a\n", "report.yaml:3: is not sound YAML: a tab stands where"),
        ("area: b\ntitle: [a\nedition: c\n", "report.yaml:2: is not sound YAML: a bracket is not closed"),
        ('title: "a\nb: c\n', "report.yaml:1: is not sound YAML: a quotation mark is opened here"),
        ("title: a\narea b\nedition: c\n", "report.yaml:2: is not sound YAML: a colon is missing"),
        ('title: "a" b\n', "report.yaml:1: is not sound YAML: this does not go on as"),
        ("- a\n- b\n", "report.yaml:1: must hold keys"),
        ("title: a\n---\ntitle: b\n", "report.yaml:2: is not sound YAML"),
        ("title: a\nrating:\n\u00a0 amber_within: 1\n", "report.yaml:3: begins with a no-break space"),
        ("title: - a\n", "report.yaml:1: is not sound YAML: a text begins with a sign"),
        ('title: "a\nb: c\nd: "e"\n', "report.yaml:1: is not sound YAML: a quotation mark is opened here"),
        ("a: " + "[" * 500 + "]" * 500, "report.yaml:1: is not sound YAML: brackets or lists stand too deep"),
        ("title: *a\n", "report.yaml:1: is not sound YAML: a text begins with “*”"),
    ],
)
def test_what_is_no_yaml_is_one_error_at_its_line(read: ReadYaml, text: str, message: str) -> None:
    settings, problems = read(text)
    assert settings is None
    assert problems[0].hint or "must hold keys" in message or "too deep" in message
    assert [one[: len(message)] for one in messages(problems)] == [message]


def test_an_empty_file_misses_everything_that_must_be_there(read: ReadYaml) -> None:
    _, problems = read("# nothing yet\n")
    assert sorted(problem.message for problem in problems) == [
        f"“{key}” is missing" for key in ("area", "comparators", "edition", "missions", "organisation", "title")
    ]


def test_a_figure_takes_a_series_or_an_indicator_for_some_areas_or_all(read: ReadYaml) -> None:
    settings, problems = read(
        WHOLE
        + """\
figures:
  - {id: a, title: A, kind: bar, data: {indicator: lakes, areas: all}, alt: Bars}
  - {id: b, title: B, kind: Line, data: {indicator: lakes, areas: [Kent, England, Kent]}, alt: Lines}
  - {id: c, title: C, kind: column, data: {indicator: lakes}, alt: Columns}
  - {id: d, title: D, kind: bar, data: series/d.csv, alt: Bars, source: ons}
tables:
  - {id: t, title: T, data: series/d.csv, merge: River}
"""
    )
    assert problems == []
    assert settings is not None
    assert [figure.data for figure in settings.figures.values()] == [
        IndicatorData("lakes"),
        IndicatorData("lakes", ("Kent", "England")),
        IndicatorData("lakes"),
        "series/d.csv",
    ]
    assert settings.tables["t"].merge == ("River",)


def test_a_picture_outside_the_edition_is_refused(read: ReadYaml, tmp_path: Path) -> None:
    for name in ("../logo.png", "/etc/hostname"):
        _, problems = read(WHOLE + f"logo: {{file: {name}, alt: A mark}}\n")
        assert [problem.code for problem in problems] == ["outside"]


def test_a_text_that_yaml_would_cut_is_refused(read: ReadYaml) -> None:
    _, problems = read(WHOLE.replace("A report", "!A report"))
    assert messages(problems) == ["report.yaml:1: “title” begins with “!A”"]


def test_anchors_may_be_used_again(read: ReadYaml) -> None:
    settings, problems = read(WHOLE.replace("area: Kent", "area: &a Kent\nsubtitle: &a Words\nnotice: *a"))
    assert settings is not None
    assert (settings.notice, problems) == ("Words", [])


def test_an_entry_of_the_wrong_kind_is_told_by_its_number(read: ReadYaml) -> None:
    _, problems = read(WHOLE.replace("Surrey]", "~, [Surrey]]"))
    assert messages(problems) == [
        "report.yaml:5: comparator 2 is empty",
        "report.yaml:5: comparator 3 must hold keys of its own",
    ]


def test_characters_that_cannot_be_printed_are_refused(read: ReadYaml) -> None:
    _, problems = read(WHOLE.replace("A report", '"A\\ud800 report"'))
    assert "U+D800" in problems[0].message


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("missions: {water: Water}", "“missions” must be a list, each entry beginning with “- ”"),
        ("missions: [water]", "the mission “water” must hold keys, such as “id: …”"),
    ],
)
def test_a_mistake_in_the_missions_is_told_once(read: ReadYaml, entry: str, message: str) -> None:
    report = WHOLE[: WHOLE.index("missions:")] + entry
    assert [problem.message for problem in read(report)[1]] == [message]


def test_a_logo_that_is_a_mere_path_is_told_once(read: ReadYaml) -> None:
    _, problems = read(WHOLE + "logo: logo.png\n")
    assert [problem.message for problem in problems] == ["“logo” must hold keys of its own, indented below it"]
