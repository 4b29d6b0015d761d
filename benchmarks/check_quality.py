"""How well `reportgen check` tells wrong from right: recall and precision by kind, on the labelled set of the tests.

    .venv/bin/python benchmarks/check_quality.py            # the table
    .venv/bin/python benchmarks/check_quality.py --misses   # and every case that is missed, or told of wrongly

Recall: of the planted contradictions, how many an error names at the wrong literal. Precision: of all errors, how many
name one; an error at what is right counts against it, and so does a second one for the same contradiction.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "checks" / "report"))

from labelled import Outcome, outcomes
from labelled_data import DataOutcome, data_outcomes


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--misses", action="store_true", help="list what goes wrong")
    parser.add_argument("--subject", help="one file of the set alone: health, skills …")
    options = parser.parse_args()
    found: list[Outcome | DataOutcome] = [*outcomes(options.subject), *([] if options.subject else data_outcomes())]
    if options.misses:
        _list(found)
    print("| kind | wrong | right | recall | precision |\n|---|---|---|---|---|")
    for kind in dict.fromkeys(one.case.kind for one in found):
        print(_row(kind, [one for one in found if one.case.kind == kind]))
    print(_row("**all**", found))


def _row(kind: str, found: Sequence[Outcome | DataOutcome]) -> str:
    wrong = sum(one.case.wrong for one in found)
    hits, errors = sum(one.found for one in found), sum(len(one.errors) for one in found)
    recall = f"{hits / wrong:.2f}" if wrong else ""
    precision = f"{1 - sum(one.false_alarms for one in found) / errors:.2f}" if errors else ""
    return f"| {kind} | {wrong} | {len(found) - wrong} | {recall} | {precision} |"


def _list(found: Iterable[Outcome | DataOutcome]) -> None:
    for one in found:
        if one.case.wrong and not one.found:
            print(f"missed ({one.case.subject}, {one.case.kind}): {one.case.words!r} {one.case.literals}")
        if one.false_alarms:
            print(f"false ({one.case.subject}, {one.case.kind}): {one.case.words!r}")
        if one.false_alarms or (one.case.wrong and not one.found):
            for problem in (*one.errors, *one.warnings):
                print(f"    {problem.severity}: {problem.message}")


if __name__ == "__main__":
    main()
