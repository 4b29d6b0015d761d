"""Standing ahead or behind on so many measures, against what each is judged by: ahead on all four, behind on three."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.checks.report.reading.comparing.adjectives import Sense
from reportgen.checks.report.reading.statements import Statement

_ITS_RIVAL = r"(?:the|its|our|their)\s(?:first\s|main\s|chosen\s)?(?:comparators?|benchmarks?|average|yardstick)"
_STANDS = re.compile(
    r"\b(?:(?P<better>ahead|in\sfront|better|beats?|leads?|outperforms?)|(?P<worse>behind|worse|trails?|lags?))"
    rf"(?:\s(?:(?:of|than|behind)\s)?{_ITS_RIVAL})?\s(?:on|in|for)\s(?:only\s|just\s|as\smany\sas\s)?$"
)


@dataclass(frozen=True, slots=True)
class Standing:
    start: int
    end: int
    sense: Sense


def standing(statement: Statement, at: int) -> Standing | None:
    """What is said right before words that count measures."""
    found = _STANDS.search(statement.before(at))
    if found is None:
        return None
    sense: Sense = "better" if found["better"] else "worse"
    start = at - len(found[0])
    return Standing(start, start + len(found[sense]), sense)
