"""Percentages that cannot be: a share above 100%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.report.reading.report import ReadReport
from reportgen.problems import Problem

_PERCENT = re.compile(r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?)\s?(?:%|per cent)")
_GROWTH = re.compile(
    r"\b(?:ris\w+|rose|gr[eo]w\w*|growth|increas\w*|up|more|higher|gain\w*|above|chang\w*|jump\w*|climb\w*|return\w*"
    r"|surg\w*|target\w*|capacity|occupan\w*)\b",
    re.IGNORECASE,
)
_OF_A_LEVEL = re.compile(r"\sof\s(?:what|its|their|the|normal|last|pre|those|that)\b")


def problems(report: ReadReport) -> Iterator[Problem]:
    for passage in report.passages:
        for found in _PERCENT.finditer(passage.text):
            if Decimal(found[1].replace(",", "")) <= 100 or _GROWTH.search(passage.text):
                continue
            if _OF_A_LEVEL.match(passage.text, found.end()):
                continue
            if any(bound.start <= found.start() < bound.end for bound in passage.bound):
                continue
            message = f"the words say “{found[0]}”: a share cannot be more than 100%"
            hint = "Check the figure; growth of more than 100% is best worded as growth."
            yield Problem("error", "percentage-over-100", message, passage.place(found.start()), hint)
