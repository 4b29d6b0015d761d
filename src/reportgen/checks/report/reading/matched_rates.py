"""Counts that would be at another area's rate: were Kent to match England, 3,000 more adults would be online."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.checks.report.reading.areas import Named
from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.statements import Statement

_MATCHED = re.compile(
    r"\bmatch(?:ed|es|ing)?\b|\b(?:rise|fall|come|bring|brought|cut|raise|rais(?:ed|ing)|bringing|lift(?:ed|ing)?)\s[^.;]{0,60}?\bto\b"
    r"|\bas\s(?:well|many|much|few|often|high|low|good|[a-z]+ed)\s[^.;]{0,30}?\bas\b|\bat\s(?:the|that|its)\b|\b(?:reach|equal|attain)(?:ed|ing)?\b"
    r"|\bthan\s(?:there\s|they\s|it\s)?would\b|\bin\sline\swith\b|\b(?:had|with)\s(?:the|that|its)\b|\b(?:the|on\sa)\ssame\b|\bwere\b",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\b(?:would|could)\b|\bto\sclose\sthe\sgap\b|\bthere\sare\b", re.IGNORECASE)
_MORE = re.compile(
    r"\s(?:(?!of\b)[a-z-]+\s){0,2}?(?:more|fewer|extra|additional|less)\b|\s(?:[a-z]+\s){1,4}?(?:too\s)?(?:more|fewer)\b"
)


@dataclass(frozen=True, slots=True)
class MatchedRate:
    """How many more or fewer there would be; `rival` None where the words do not name whose rate is matched."""

    quantity: Quantity
    rival: Named | None


def matched_rates(statement: Statement, home: str) -> Iterator[MatchedRate]:
    if not (_WOULD.search(statement.text) and _MATCHED.search(statement.text)):
        return
    for one in statement.quantities:
        whole = one.unit == "number" and one.bound is None and one.form != "fraction" and one.value == int(one.value)
        if whole and _MORE.match(statement.after(one.end)):
            rivals = [named for named in statement.areas if named.area != home]
            if len({named.area for named in rivals}) < 2 and all(named.area for named in rivals):
                yield MatchedRate(one, rivals[0] if rivals else None)
