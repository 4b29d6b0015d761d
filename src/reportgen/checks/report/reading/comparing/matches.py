"""Sentences of what it would take to match another area: such a change is the gap to it."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.statements import Statement

_MATCH = re.compile(
    r"\b(?:to|were\s[^,]{3,40}\sto)\s(?:match|reach|equal|catch\sup\swith|draw\slevel\swith|close\sthe\sgap\s(?:to|with)"
    r"|be\s(?:as\s[a-z]+\sas|level\swith|on\sa\spar\swith)|come\s(?:up|down)\sto|get\s(?:up|down)?\s?to)\b",
    re.IGNORECASE,
)
_IF_IT_HAD = re.compile(
    r"\b(?:[Ii]f|[Ww]ere|[Hh]ad|[Ww]ith|[Aa]t|[Oo]n)\b[^.;]{0,80}?\b(?:(?:rate|share|level|average|figure|proportion)s?|as\s(?:many|often|much|high|common)"
    r"|match(?:ed)?|the\ssame|level\swith|as\sin|equall?ed|reached|had\scaught)\b"
)
_MUST = re.compile(r"\b(?:would|must|needs?|ha[sd]\sto|have\sto)\b")


def would_match(statement: Statement) -> bool:
    supposed = _MATCH.search(statement.text) or _IF_IT_HAD.search(statement.text)
    return supposed is not None and _MUST.search(statement.text) is not None
