"""Headings of like sections are alike in all missions, and a mission's number is its own."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence

from reportgen.checks.report.reading.passage import Passage
from reportgen.checks.report.reading.report import ReadReport
from reportgen.problems import Problem

ALIKE = 0.8  # how alike two headings are that are meant to be one


def problems(report: ReadReport) -> Iterator[Problem]:
    missions = [mission.id for mission in report.edition.settings.missions]
    every = [one for one in report.passages if one.kind == "heading" and one.section.mission]
    by_mission = {id: [one for one in every if one.section.mission == id] for id in missions}
    for number, id in enumerate(missions, 1):
        yield from _number(number, by_mission[id])
    below = {id: [one for one in headings if one.level > 1] for id, headings in by_mission.items() if headings}
    written = "\n".join(file.text for file in report.edition.narrative.values())
    for id, headings in below.items():
        yield from _unlike(id, headings, below, written)


def _number(number: int, headings: Sequence[Passage]) -> Iterator[Problem]:
    for one in headings:
        found = re.match(r"Mission (\d+)\b", one.text) if one.level == 1 else None
        if found and int(found[1]) != number:
            message = f"the heading says “{found[0]}”, and in report.yaml this is mission {number}"
            yield Problem("error", "mission-number", message, one.place())


def _unlike(
    id: str, headings: Sequence[Passage], below: Mapping[str, Sequence[Passage]], written: str
) -> Iterator[Problem]:
    own = {one.text for one in headings}
    others = [one for other, theirs in below.items() if other != id for one in theirs if one.text not in own]
    for number, one in enumerate(headings):
        if any(one.text == other.text for key, theirs in below.items() if key != id for other in theirs):
            continue
        meant = _alike(one, others) or _in_its_place(number, id, below)
        if meant and _is_odd(one, meant, below, written):
            message = f"the heading “{one.text}” reads “{meant.text}” in another mission ({meant.place()})"
            yield Problem("warning", "heading-alike", message, one.place(), "Word headings of like sections alike.")


def _alike(one: Passage, others: Sequence[Passage]) -> Passage | None:
    """A heading of another mission that is nearly the same."""

    def likeness(other: Passage) -> float:
        return difflib.SequenceMatcher(None, one.text.casefold(), other.text.casefold()).ratio()

    level = [other for other in others if other.level == one.level]
    best = max(level, key=likeness, default=None)
    return best if best and likeness(best) >= ALIKE else None


def _in_its_place(number: int, id: str, below: Mapping[str, Sequence[Passage]]) -> Passage | None:
    """What all other missions have in this place, where the rest of the headings are the same in all of them."""
    own = [one.text for one in below[id]]
    others = [theirs for key, theirs in below.items() if key != id]
    texts = {tuple(one.text for one in theirs) for theirs in others}
    if len(others) < 2 or len(own) < 2 or len(texts) != 1:
        return None
    shared = texts.pop()
    if len(shared) != len(own) or [at for at in range(len(own)) if own[at] != shared[at]] != [number]:
        return None
    return others[0][number]


def _is_odd(one: Passage, meant: Passage, below: Mapping[str, Sequence[Passage]], written: str) -> bool:
    """Of two headings, the one that fewer missions have is told of; of as many, what Word alone has, or the later."""
    counts = [
        sum(any(each.text == text for each in theirs) for theirs in below.values()) for text in (one.text, meant.text)
    ]
    if counts[0] == counts[1] and (one.text in written) != (meant.text in written):
        return meant.text in written
    order = list(below)
    later = order.index(one.section.mission) > order.index(meant.section.mission)
    return counts[0] < counts[1] or (counts[0] == counts[1] and later)
