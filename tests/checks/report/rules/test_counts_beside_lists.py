from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.counts import problems

COURTS = "Court,Cases\nDover,340\nDeal,210\nHythe,90\n"
REPORT = """\
title: Courts of Kent
organisation: Kent Partnership
edition: "2024"
area: Kent
comparators: [{area: England}, {area: Surrey}]
rating: {amber_within: 1}
missions:
  - {id: homes, title: Warm homes, aspirations: [{id: warm, text: Every home can be kept warm.}]}
tables:
  - {id: courts, title: Courts, data: series/courts.csv}
"""
WORDS = "narrative/introduction.md"


def told(folder: Path, words: str) -> list[str]:
    files = {
        "series/courts.csv": COURTS,
        "report.yaml": REPORT,
        WORDS: f"# Courts\n\n{{{{ table('courts') }}}}\n\n{words}\n",
    }
    report = read(folder, {"warm": {}}, "warm Kent 2023 84\nwarm England 2023 81", files)
    return [place for _, code, place in found(problems, report) if code == "count"]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("- ramps\n- lifts\n- rails\n\nThese four changes help.", 9),
        ("| Room | Size |\n|---|---|\n| A | 3 |\n| B | 4 |\n\nThe table lists three rooms.", 10),
        ("{{ ref('courts') }} lists the four courts that sit in summer.", 5),
        ("See {{ ref('courts') }}. The table lists the four courts.", 5),
        ("One mission leads. They hold three aspirations in all.", 5),
        ("Kent's four courts heard 640 cases.", 5),
        ("Each mission has two aspirations of its own.", 5),
        ("The report is built around three missions.", 5),
        ("This report has looked at three missions.", 5),
        ("The report brings together three indicators.", 5),
        ("Our indicators, two to a mission, are in the summary.", 5),
        ("Three things help (ramps, lifts, rails and signs), and one does not.", 5),
        ("Trials fall through for four reasons: absent judges, absent witnesses, and lost papers.", 5),
        ("The report compares Kent with three comparators.", 5),
    ],
)
def test_a_number_of_what_stands_beside_it_is_held_to_it(tmp_path: Path, words: str, line: int) -> None:
    assert told(tmp_path, words) == [f"{WORDS}:{line}"]


def test_a_number_of_some_or_of_other_things_is_left_alone(tmp_path: Path) -> None:
    words = """\
    - ramps
    - lifts
    - rails

    The judges met. They agreed three aspirations for their own plan.

    Two of these three changes help. All four judges agree.

    Kent's two courts by the sea are old, and Surrey's seven are new.

    We have four partners (the council is the largest, and the college the newest).

    Nine schools (five in town, two by the sea and two inland) came.

    Of our five aims, these come first:

    - speed
    - fairness
    """
    assert told(tmp_path, "\n".join(line.strip() for line in words.splitlines())) == []
