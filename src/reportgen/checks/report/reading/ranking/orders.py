"""The areas that a place in an order may be among: all, those compared, the peers, or those that the words choose."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reportgen.checks.report.reading.areas.groups import AREA_NOUN, groups
from reportgen.checks.report.reading.areas.named import Named
from reportgen.checks.report.reading.areas.named_together import among, beside, excepted
from reportgen.checks.report.reading.comparing.placings import Placing
from reportgen.checks.report.reading.data import Data, Datum
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator

_OF_THEM = re.compile(
    rf"\b(?:of|among(?:st)?|in)\s(?:all\s)?(?:the\s|our\s)?{AREA_NOUN}\b(?!\s[a-z]+ed\b)", re.IGNORECASE
)
_WITH = r"(?:,?\s(?:with|at|on)\s[^,;a-z]*)?"
_AND, _BOTH = re.compile(rf"{_WITH},?\sand\s(?:the\s)?"), re.compile(rf"{_WITH},?\s(?:both\s)?(?:have|had|are|were)\b")
_AFTER = re.compile(r"\b(?:after|behind|outside)\s$", re.IGNORECASE)


def orders(
    data: Data, statement: Statement, placing: Placing, area: str, indicator: Indicator
) -> Sequence[Mapping[str, Datum]]:
    """The values of the areas among which `area` may be put in order; none where the words count others."""
    home, ahead = data.home, [one for one in statement.areas if one.end <= placing.start]
    out = excepted(statement) | {one.area for one in ahead if _AFTER.search(statement.before(one.start, 16))}
    out |= _sharing(statement, ahead, area)
    values = data.values(indicator)
    known = [group for group in groups(tuple(values), home, indicator.comparators)]
    each = [[one for one in group if one != home or not placing.others] for group in known]
    set_beside = beside(statement) - {area}
    chosen = among(statement) or (set_beside | {area} if set_beside else set_beside)
    if placing.of and not chosen:
        each = [group for group in each if placing.of == len(group)]
    elif area in (home, *indicator.comparators) and not _OF_THEM.search(statement.text):
        each = each[:1]
    else:
        each = [*each[:1], *(group for group in each[1:] if len(group) > max(2, placing.rank))]
    if chosen:
        each = [[one for one in group if one in chosen] for group in each[:1] if chosen <= set(group)]
    every = [{one: values[one] for one in group if one not in out} for group in each]
    return [order for order in every if len(order) > 1 and area in order]


def _sharing(statement: Statement, ahead: Sequence[Named], area: str) -> set[str]:
    """Those that share the place: Marl Valley, with 8.9%, and Easterwold, with 10.2%, have the fewest smokers."""
    text = statement.passage.text
    return {
        one.area
        for one, other in pairwise(ahead)
        if other.area == area != one.area
        and _AND.fullmatch(text, one.end, other.start)
        and _BOTH.match(text, other.end, statement.end)
    }
