"""What a sentence says, and the figures that it sets out behind it: two thirds are academies: 64 of 118."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.report.reading.comparing.comparisons import comparatives
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import Range
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_OF = re.compile(r"\s(?:out\s)?of\s(?:(?:all|the|our|its|their|[\w’'-]+[’']s?)\s)*")
_APART = re.compile(r"(?:[:(,]|\s[–—])\s?(?:(?:that\sis|namely|or)\s)?$")
_CLOSES = re.compile(r"(?:\s[a-z-]+){0,2}(?:[.,;:)]|\s[–—]\s|$)")
_AGAINST = re.compile(
    r"(?:\s[a-z]+){0,3}?,?\s(?:against|compared\s(?:with|to)|versus|as\sagainst|and\snot|to|and)\s(?:[a-z]+\s)?"
)
_THAN = re.compile(r"[^:;(\d£]*\bthan\b[^:;(\d£]*(?::|\s[–—]|,|\s\()\s?(?:by\s)?")
_HALF = Decimal("0.5")


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        if not statement.is_unreal(statement.start) and not statement.is_quoted(statement.start):
            yield from _share_of_so_many(statement)
            yield from _compared(statement)


def _share_of_so_many(statement: Statement) -> Iterator[Problem]:
    """A sentence with one share, and so many of so many that stand apart from it: 54% (64 of 118)."""
    shares = [one for one in statement.quantities if one.unit == "percent"]
    counts = [one for one in statement.quantities if one.unit == "number" and one.form == "digits"]
    if len(shares) != 1 or len(counts) != 2 or len(statement.quantities) != 3:
        return
    [share], (part, whole), text = shares, counts, statement.passage.text
    apart = _APART.search(text, statement.start, part.start) and share.end <= part.start
    if not (apart and _OF.fullmatch(text, part.end, whole.start) and _CLOSES.match(text, whole.end, statement.end + 1)):
        return
    if share.bound or part.hedge or whole.hedge or not 0 < part.value < whole.value:
        return
    said = Range(part.range.low * 100 / whole.range.high - _HALF, part.range.high * 100 / whole.range.low + _HALF, True)
    if not share.possible.meets(said):
        come_to = (part.value * 100 / whole.value).quantize(Decimal("0.1"))
        message = f"the words say “{_said(statement, share)}”, and {part.text} of {whole.text} are {come_to}%"
        yield Problem("error", "arithmetic", message, statement.place(share.start), "Correct the share, or the counts.")


def _compared(statement: Statement) -> Iterator[Problem]:
    """More families here than there: 78% against 94%."""
    words, text = comparatives(statement), statement.passage.text
    figures = [one for one in statement.quantities if one.unit != "ordinal"]
    if len(words) != 1 or words[0].sense not in ("more", "less") or len(figures) != 2:
        return
    [one], (ours, theirs) = words, figures
    if ours.unit != theirs.unit or ours.hedge or theirs.hedge or (ours.bound and theirs.bound):
        return
    led = _THAN.fullmatch(text, one.end, ours.start) and _AGAINST.fullmatch(text, ours.end, theirs.start)
    if led and ours.value != theirs.value and (ours.value > theirs.value) != (one.sense == "more"):
        word, way = text[one.start : one.end], "less" if one.sense == "more" else "more"
        message = f"the words say “{word}”, and {ours.text} is {way} than {theirs.text}"
        yield Problem("error", "direction", message, statement.place(one.start), "Turn the word round.")


def _said(statement: Statement, one: Quantity) -> str:
    return statement.passage.text[one.begin : one.end]
