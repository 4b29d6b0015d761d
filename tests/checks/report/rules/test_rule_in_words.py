from decimal import Decimal
from pathlib import Path

import pytest
from checks.report.editions import found, read
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.checks.report.rules.directions import problems as directions
from reportgen.checks.report.rules.risen_or_fallen import problems as risen_or_fallen
from reportgen.checks.report.rules.rule_in_words import problems
from reportgen.checks.report.rules.values import problems as values
from reportgen.document import List, Paragraph, Text
from reportgen.expressions import rule_blocks

VALUES = """
lakes Kent 2023 36
lakes England 2023 34
rivers Kent 2023 53
rivers England 2023 54
hills Kent 2023 53
hills England 2023 56
"""
INDICATORS = {"lakes": {}, "rivers": {"name": "Clean rivers"}, "hills": {"name": "Green hills"}}
RULE = "- GREEN: {}.\n- AMBER: {}.\n- RED: {}.\n"
RIGHT = (
    "better than the comparator",
    "level, or worse by no more than one percentage point",
    "worse by more than one percentage point",
)


def judged(folder: Path, words: str, amber: str = "1") -> list[tuple[str, str, str]]:
    files = {"narrative/executive-summary.md": f"# Summary\n\n{words}\n"}
    return found(problems, read(folder, INDICATORS, VALUES, files, amber=amber))


@pytest.mark.parametrize(
    "words",
    [
        RULE.format(*RIGHT),
        RULE.format("ahead of England", "within 1 percentage point behind", "behind by over 1pp"),
        RULE.format("better", "level or up to 1pp worse", "worse still"),
        RULE.format("better", "close to the comparator, or level with it", "worse by more"),
        "GREEN means better than England, AMBER level or at most 1 point worse, and RED worse by more than that.",
        "| Colour | Meaning |\n|---|---|\n| GREEN | x |\n| RED | y |",
        "| Colour | Meaning |\n|---|---|\n| GREEN | better |\n| AMBER | at most 1pp worse |\n| RED | worse by more |",
        "| Rating | Behind by |\n|---|---|\n| RED | 3 points |\n| RED | 2 points |\n| AMBER | 1 point |",
        "GREEN means better than England, AMBER level or at most one point worse, and RED otherwise.",
        "The GREEN line runs to Dover, the RED line to Deal.",
        "Rated {{ rating('lakes') }}: better than England. Rated {{ rating('hills') }}: worse by 3pp.",
        RULE.format(*RIGHT) + "- NOT RATED: a value is missing.",
        "RED: worse by more than 2pp.",  # one rating alone explains no rule
        "{{ rule() }}",
    ],
)
def test_words_that_are_the_rule_are_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        (0, "worse than the comparator"),
        (0, "better than the comparator, or level with it"),
        (1, "level, or worse by no more than two percentage points"),
        (1, "level, or up to 5pp behind"),
        (1, "worse by less than one percentage point"),
        (1, "worse by 1 percentage point or more"),
        (1, "level with the comparator"),
        (1, "level, or better by no more than one percentage point"),
        (2, "worse by one percentage point or more"),
        (2, "worse by more than half a percentage point"),
        (2, "worse by up to 1pp"),
        (2, "better by more than one percentage point"),
        (2, "level or worse"),
    ],
)
def test_words_that_are_not_the_rule_are_an_error_at_their_line(tmp_path: Path, number: int, wrong: str) -> None:
    clauses = [*RIGHT[:number], wrong, *RIGHT[number + 1 :]]
    assert judged(tmp_path, RULE.format(*clauses)) == [
        ("error", "rule-words", f"narrative/executive-summary.md:{3 + number}")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "GREEN means level with England or better.",
        "GREEN means better than England, AMBER worse by less than one percentage point, and RED otherwise.",
        "AMBER stands for a measure that is better than in England by up to one percentage point.",
        "RED marks every measure that is worse by more than half a percentage point.",
        "GREEN means better than England, AMBER level or at most two points worse, and RED worse than that.",
    ],
)
def test_a_definition_that_stands_by_itself_is_held_to_the_rule_too(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "rule-words", "narrative/executive-summary.md:3")]


def test_a_table_of_the_ratings_is_held_to_the_rule_row_by_row(tmp_path: Path) -> None:
    rows = "| Colour | Meaning |\n|---|---|\n| GREEN | better |\n| AMBER | up to 2pp worse |\n| RED | worse by more |"
    assert judged(tmp_path, rows) == [("error", "rule-words", "narrative/executive-summary.md:6")]


def test_a_band_that_report_yaml_does_not_have_is_an_error(tmp_path: Path) -> None:
    told = judged(tmp_path, RULE.format("better", "level, or worse by at most 1pp", "worse by more"), amber="none")
    assert told == [("error", "rule-words", "narrative/executive-summary.md:4")]


def test_an_explanation_without_one_of_the_ratings_is_a_warning(tmp_path: Path) -> None:
    words = "GREEN: better than the comparator. RED: worse by more than 1pp."
    assert judged(tmp_path, words) == [("warning", "rule-incomplete", "narrative/executive-summary.md:3")]


EXCEPTED = INDICATORS | {
    "hills": {"name": "Green hills that are fenced in", "amber_within": "3"},
    "rent": {"name": "Median weekly rent of a home", "unit": "gbp", "better": "lower", "amber_within": "5"},
}
WITH_RENT = f"{VALUES}rent Kent 2023 162.50\nrent England 2023 171.00\n"


@pytest.mark.parametrize(
    "exception",
    [
        "Median weekly rent is AMBER up to £5 a week behind.",
        "For median weekly rent the AMBER band is £5 a week.",
        "Median weekly rent: AMBER where worse by no more than £5, RED where it is more than £5 worse than in England.",
        "Of green hills that are fenced in, AMBER means up to 3pp behind, and RED worse by more than 3pp.",
        "Anything up to 3 points behind in green hills that are fenced in is AMBER.",
    ],
)
def test_a_sentence_that_explains_an_exception_is_no_claim_of_what_is(tmp_path: Path, exception: str) -> None:
    files = {"narrative/missions/homes.md": f"# Homes\n\n{RULE.format(*RIGHT)}\n{exception}\n"}
    report = read(tmp_path, EXCEPTED, WITH_RENT, files)
    assert [one for rule in (values, directions, risen_or_fallen, problems) for one in found(rule, report)] == []


def test_a_rating_beside_a_figure_does_not_make_a_rule_of_it(tmp_path: Path) -> None:
    words = "Median weekly rent is GREEN: it is £160.40, against £171.00 in England."
    report = read(tmp_path, EXCEPTED, WITH_RENT, {"narrative/missions/homes.md": f"# Homes\n\n{words}\n"})
    assert found(values, report) == [("error", "figure-against-data", "narrative/missions/homes.md:3")]


def test_an_exception_behind_the_rule_need_not_name_all_ratings_again(tmp_path: Path) -> None:
    words = RULE.format(*RIGHT) + "\nOf lakes, AMBER means up to 1pp behind, and RED worse than that.\n"
    assert [code for _, code, _ in judged(tmp_path, words)] == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.decimals(0, 20, places=1))
def test_what_rule_prints_is_the_rule_when_typed(tmp_path: Path, amber: Decimal) -> None:
    printed = rule_blocks(read(tmp_path, INDICATORS, VALUES, amber=str(amber)).edition)[0]
    assert isinstance(printed, List)
    lines = []
    for item in printed.items:
        [paragraph] = item.blocks
        assert isinstance(paragraph, Paragraph)
        lines.append("- " + "".join(one.text for one in paragraph.inlines if isinstance(one, Text)))
    told = judged(tmp_path, "\n".join(lines), amber=str(amber))
    assert [one for one in told if one[1] == "rule-words"] == []
