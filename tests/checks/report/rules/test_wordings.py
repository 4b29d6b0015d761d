from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.wordings import problems

SKILLED = "{count} %s {counted} skilled than the {comparator} implies ({gap})"


def judged(folder: Path, **indicator: str) -> list[tuple[str, str]]:
    report = read(folder, {"lakes": indicator}, "lakes Kent 2023 36\nlakes England 2023 34")
    return [(severity, place) for severity, code, place in found(problems, report) if code == "wording-direction"]


@pytest.mark.parametrize(
    "indicator",
    [
        {"ahead": SKILLED % "more", "behind": SKILLED % "fewer", "level": "Level with the {comparator}"},
        {"ahead": SKILLED % "fewer", "behind": SKILLED % "more", "better": "lower"},
        {"ahead": "Wider reach than {comparator}", "behind": "Narrower reach than {comparator}"},
        {"ahead": "{gap} on {comparator}", "behind": "{area} spills {count} hours more than {comparator}"}
        | {"better": "lower"},
        {"ahead": "{comparator} has fewer than {area}", "behind": "{comparator} has more than {area}"},
        {"ahead": "{comparator} lends less per head ({gap})", "behind": "{comparator} lends more per head ({gap})"},
        {"ahead": "In {comparator} fewer are lent", "behind": "In the {comparator} {count} more are lent"},
        {"behind": "{count} {counted} short of the {comparator}"},
        {"ahead": "Better than the {comparator}", "behind": "Worse than the {comparator}", "better": "lower"},
        {"behind": "{comparator} does better than {area}"},
        {"ahead": "No worse than {comparator}", "level": "No more than {comparator}"},
        {"ahead": "{count} fewer {counted} waste more than {comparator}"},  # cannot be told
        {"ahead": "{count} more homes are warm", "behind": "{count} more homes are cold"},
        {"behind": "{count} fewer homes rated C or better than at the {comparator}"},
        {"behind": "{count} more children with raised levels of lead", "better": "lower"},
        {"ahead": "{count} fewer tenants behind on rent", "better": "lower"},
        {"ahead": "{count} residents over 65 gained", "better": "lower"},
    ],
)
def test_wordings_that_say_what_they_stand_for_are_right(tmp_path: Path, indicator: dict[str, str]) -> None:
    assert judged(tmp_path, **indicator) == []


@pytest.mark.parametrize(
    "indicator",
    [
        {"ahead": SKILLED % "more", "behind": SKILLED % "more"},
        {"ahead": SKILLED % "fewer", "behind": SKILLED % "fewer", "better": "lower"},
        {"ahead": "{gap} above {comparator}", "behind": "{gap} over the {comparator}"},
        {"ahead": "Trails the {comparator}"},
        {"ahead": "{gap} behind"},
        {"behind": "Ahead of the {comparator}", "better": "lower"},
        {"ahead": "Dearer than {comparator}", "behind": "Cheaper than {comparator}", "better": "lower"},
        {"ahead": SKILLED % "fewer", "behind": SKILLED % "more", "name": "Adults with work skills"},
        {"ahead": "{comparator} lends more per resident", "behind": "{comparator} lends less per resident"}
        | {"name": "Loans per resident"},
    ],
)
def test_wordings_that_cannot_both_be_right_are_an_error(tmp_path: Path, indicator: dict[str, str]) -> None:
    assert judged(tmp_path, **indicator) == [("error", "indicators.csv:2")]


@pytest.mark.parametrize(
    "indicator",
    [
        {"ahead": SKILLED % "fewer", "behind": SKILLED % "more"},
        {"ahead": SKILLED % "more", "better": "lower"},
        {"behind": "{comparator} has fewer than {area}"},
        {"level": "Just behind the {comparator}"},
    ],
)
def test_wordings_that_seem_swapped_are_a_warning(tmp_path: Path, indicator: dict[str, str]) -> None:
    # only that: of what is not recycled there is more where less is recycled
    assert judged(tmp_path, **indicator) == [("warning", "indicators.csv:2")]
