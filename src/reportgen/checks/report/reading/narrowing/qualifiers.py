"""Whether what a sentence opens with is qualified otherwise than in a measure's name: trams' passengers, not buses'."""

from __future__ import annotations

import re
from collections.abc import Collection

from reportgen.checks.report.reading.comparing.adjectives import SUPERLATIVES
from reportgen.checks.report.reading.numbers.number_words import ORDINALS, UNITS
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement

_PAIR = re.compile(r"(?=\b(?P<first>[A-Za-z-]{3,})\s(?P<second>[a-z-]{3,})\b)")
_OPENS_WITH = re.compile(
    r"(?:(?:Of|In|On|Among|For)\s)?(?:(?:the|The|Our|our|all|Its|its)\s)*(?P<first>[A-Za-z-]{3,})\s(?P<second>[a-z-]{3,})\b"
)
_TELLS_NO_KIND = re.compile(
    rf"(?:{'|'.join([*SUPERLATIVES.values(), *ORDINALS, *UNITS])}"
    r"|average|typical|overall|mean|median|gross|net|full|half|no|recorded|reported|registered|[a-z]+(?:ing|er|ly))",
    re.IGNORECASE,
)


def is_qualified_otherwise(statement: Statement, name: str, plain: Collection[str]) -> bool:
    """Whether another word stands where the name has its own, which is said nowhere. `plain`: those that tell nothing.

    Tram passengers, where bus passengers are asked; unclassified roads, where principal ones are measured.
    """
    opens = _OPENS_WITH.match(statement.text)
    if opens is None or _TELLS_NO_KIND.fullmatch(opens["first"]):
        return False
    if any(one.start == statement.start for one in statement.areas):
        return False
    told, slot = stems_in(opens["first"].lower()) - frozenset(plain), stems_in(opens["second"])
    own = [stems_in(one["first"].lower()) for one in _PAIR.finditer(name) if slot and stems_in(one["second"]) == slot]
    said = statement.stems_within(statement.start, statement.end)
    if not told or not told.isdisjoint(stems_in(name)) or any(one & said for one in own):
        return False
    return all(own) and bool(own or slot & stems_in(name) - frozenset(plain))
