"""Paragraphs that template and data made, the explanation of the ratings say, and that somebody edited in Word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence

from reportgen.checks.report.edited.lines import plain
from reportgen.checks.report.reading.passage import Passage
from reportgen.problems import Problem

ALIKE = 0.8
_TELLING = re.compile(r"£?\d+(?:[.,]\d+)*%?|\b(?:GREEN|AMBER|RED|NOT RATED)\b")
_KINDS = ("paragraph", "item")


def remade(read: Sequence[Passage], built: Sequence[Passage], made: frozenset[str]) -> Mapping[int, Passage]:
    """What each was: by the number of the passage among those read. `made`: what nobody wrote for the report."""
    there = {plain(one.text) for one in read}
    lost = {
        plain(one.text): one
        for one in built
        if one.kind in _KINDS and plain(one.text) in made and plain(one.text) not in there
    }
    found: dict[int, Passage] = {}
    for number, one in enumerate(read) if lost else ():
        if one.kind in _KINDS and plain(one.text) not in made:
            near = difflib.get_close_matches(plain(one.text), lost, n=1, cutoff=ALIKE)
            found |= {number: lost[near[0]]} if near else {}
    return found


def problems(one: Passage, original: Passage) -> Iterator[Problem]:
    """What is made may be worded anew; its figures and ratings are the rule's."""
    ours, theirs = (_TELLING.findall(each.text) for each in (one, original))
    odd = [said for said in ours if said not in theirs]
    due = [said for said in theirs if said not in ours]
    if odd:
        should = f"“{due[0]}”" if due else f"only “{original.text}”"
        message = f"the file says “{odd[0]}”, where reportgen would write {should}: it was changed in Word"
        hint = "Put it back, or mend report.yaml and the data, and build anew."
        yield Problem("error", "changed-figure", message, one.place(), hint)
