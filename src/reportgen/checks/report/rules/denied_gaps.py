"""A bound gap of what is denied: “91,966 more adults who cannot”, of a measure of those that are unable.

`directions` leaves alone what a sentence denies, as more who cannot are fewer who can. Where the measure's name denies
it as well, in other words, more is more again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.passage import Bound
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.findings import Finding
from reportgen.numbers import show
from reportgen.problems import Problem

_DENIES = re.compile(r"\b(?:without|unable|cannot|can[’']t|lack\w*|fail\w*|no|not|never)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:without|unable|cannot|lack\w*|fail\w*)\b", re.IGNORECASE)
_MORE, _LESS = "more|higher|above|beyond", "fewer|less|lower|below|short of"
_DIRECTION = re.compile(rf"\s(?:[a-z]+\s){{0,2}}?(?:(?P<more>{_MORE})|(?P<less>{_LESS}))\b")
_THEN = re.compile(r"\b(?:19|20)\d\d\b|\b(?:year|before|earlier|since|previous\w*|last)\b")


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        if not _DENIED.search(statement.text) or _THEN.search(statement.text):
            continue
        for bound in statement.passage.bound:
            if statement.start <= bound.start < statement.end and bound.value.origin.kind in ("count", "gap"):
                yield from _judged(report, statement, bound)


def _judged(report: ReadReport, statement: Statement, bound: Bound) -> Iterator[Problem]:
    origin = bound.value.origin
    finding = report.findings[origin.id]
    gap = next((one.gap for one in finding.comparisons if one.area == origin.area), None)
    found = _DIRECTION.match(statement.after(bound.end))
    words = {one[0].lower() for one in _DENIED.finditer(statement.text)}
    said_otherwise = not any(word in finding.indicator.name.lower() for word in words)
    if not gap or found is None or not said_otherwise or not _DENIES.search(finding.indicator.name):
        return
    if (gap > 0) != bool(found["more"]):
        at = bound.end + (found.start("more") if found["more"] else found.start("less"))
        message = f"the words say “{found['more'] or found['less']}”, the data say {_values(finding, origin.area)}"
        hint = "Turn the word round; or are the values of two areas swapped?"
        yield Problem("error", "direction", message, statement.place(at), hint)


def _values(finding: Finding, area: str) -> str:
    unit, decimals = finding.indicator.unit, finding.indicator.decimals
    rival = next(one for one in finding.comparisons if one.area == area)
    ours, theirs = (show(one, unit, decimals) if one is not None else "" for one in (finding.value, rival.value))
    way = "above" if rival.gap is not None and rival.gap > 0 else "below"
    return f"{ours} against {theirs} of {rival.name} (“{finding.indicator.id}”): that is {way}"
