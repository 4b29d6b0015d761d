"""Whether pounds, or what they are told of, are what something costs, where what is measured is something else."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator

_MONEY = re.compile(
    r"\b(?:the|its|their|our|average|total|net|gross|annual)\s(?P<what>costs?|prices?|spend(?:ing)?|budgets?|bills?|funding|expenditure|income|value)\s"
    r"(?:of|on|for)\b",
    re.IGNORECASE,
)
_BOUGHT = re.compile(r"£[\d.,]+\s(?:for|to\sbuy)\s(?:an?|one|each|every)\s[^,;.]*")
_EARNED = re.compile(r"\b(?:pay|paid|wages?|earn\w*|salar\w+)\b", re.IGNORECASE)
_OF_WORK = re.compile(r"\b(?:work|shift)")


def is_of_its_cost(statement: Statement, at: int, indicator: Indicator) -> bool:
    """The net cost of temporary accommodation, where it is households in it that are measured."""
    said = _MONEY.search(statement.passage.text, statement.start, at)
    return said is not None and indicator.unit != "gbp" and said["what"].lower() not in indicator.name.lower()


def is_bought(text: str, indicator: Indicator) -> bool:
    """£22.80 for an hour of care is what it costs, where what is measured is what people are paid."""
    found = _BOUGHT.search(text) if indicator.unit == "gbp" and _EARNED.search(indicator.name) else None
    return found is not None and _OF_WORK.search(found[0]) is None
