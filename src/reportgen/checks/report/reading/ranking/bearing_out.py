"""Whether the values bear out a place in an order, though areas without a value may stand before it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportgen.checks.report.reading.areas.groups import AREA_NOUN
from reportgen.checks.report.reading.areas.named_together import among
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.ranking.rankings import Ranking
from reportgen.checks.report.reading.report import ReadReport

_OF_ALL = re.compile(
    rf"\b(?:of|among(?:st)?)\s(?:all\s)?(?:the|these|our)\s{AREA_NOUN}\b(?!\s(?:in|of|across|within|with|that|which|like|as|we|for\swhich)\b)",
    re.IGNORECASE,
)
_WIDER = re.compile(
    r"\bin\s(?:the\s)?[A-Z]|\b(?:in|of|across|among(?:st)?|within)\s(?:\d|the|all|any|our|its|this|such|similar|comparable|other)\b"
    r"|\bnationa\w+|\bregiona\w+|\bafter\b|\bbehind\b"
)


def is_borne_out(report: ReadReport, ranking: Ranking) -> bool:
    """Whether the area stands where the words put it, in any of the orders that may be meant."""
    return any(_is_in_its_place(report, ranking, order) for order in ranking.orders)


def _is_in_its_place(report: ReadReport, ranking: Ranking, order: Mapping[str, Datum]) -> bool:
    rank = ranking.placing.rank
    level = sum(one.value == order[ranking.area].value for one in order.values())
    last = level if _is_whole(report, ranking, order) else rank
    ahead = [len(ranking.ahead(order, sense)) for sense in ranking.placing.senses]
    return any(before < rank <= before + last for before in ahead)


def _is_whole(report: ReadReport, ranking: Ranking, order: Mapping[str, Datum]) -> bool:
    """Whether no area without a value can stand before: as many as the words say, or all; or three peers."""
    statement, placing = ranking.statement, ranking.placing
    if placing.of == len(order) or among(statement) == set(order) or _OF_ALL.search(statement.text):
        return True
    peers = [one for one in order if not re.search("average", report.areas.called(one), re.IGNORECASE)]
    return len(peers) > 2 and not placing.of and _WIDER.search(statement.after(placing.end, 200)) is None
