"""The numbers in a text: each with its unit, its hedge and the range of what it may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportgen.checks.report.periods import quarter_of
from reportgen.checks.report.reading.numbers.hedges import between, hedged
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.roundings import with_told_steps
from reportgen.checks.report.reading.numbers.shared_units import with_shared_units
from reportgen.checks.report.reading.numbers.written import quantity_of, written
from reportgen.checks.report.reading.passage import Bound

# What is no figure: a name's number, a date, a band of ages, a base of a rate.
_NAMED = re.compile(
    r"(?:\b(?:mission|table|figure|chapter|section|part|phase|level|stage|grade|band|tier|zone|step|article|appendix"
    r"|annex|page|note|no\.?|number|type|class|wave|round|version|goal|objective|covid|pm|key stage"
    r"|(?<!last\s)(?<!this\s)(?<!each\s)(?<!every\s)(?<!\ba\s)(?<!next\s)year|box|route"
    r"|line)[\s-]|\b(?:per|for\severy|every|each)\s(?=$)|\b(?:one|a) of the |\bout of |[A-Za-z]\d*-?|\d[/:]|#)$",
    re.IGNORECASE,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
_NOT_AFTER = re.compile(
    rf"^(?:\s{_MONTH}|[A-Za-z]|s\b|[/:]\d|-?\s?(?:to|–|-)?\s?(?:\d+[\s-])?(?:year|yr)s?[\s-]olds?\b"
    r"|\s(?:and|or)\s(?:over|above|older|under|younger|below)\b|\s?(?:-|–|to|and|or)\s?\d+[\s-]year|[\s-](?:year|month|week|day)s?[\s-](?:old|plan|strategy|programme|period)\b)",
)
_AGE = re.compile(
    r"\b(?:(?:aged?|ages)\s(?:between\s|over\s|under\s|of\s)?(?:\d+\s?(?:to|and|[-–])\s?)?"
    r"|(?:children|babies|infants|adults|people|women|men|girls|boys|pupils|residents|patients|drivers|those|anyone|everyone)\s(?:under|over)\s)$",
    re.IGNORECASE,
)
_EVERY, _SPAN = re.compile(r"\bevery\s$", re.IGNORECASE), re.compile(r"\s(?:second|minute|hour|day)s\b")
_OVER_S = re.compile(r"^s\b")
_WHEN = ("in", "by", "since", "from", "until", "before", "after", "of")
_LONG_AGO = "|".join(rf"(?<=\b{word}\s)|(?<=\b{word.title()}\s)" for word in _WHEN)
_PERIOD = re.compile(
    rf"(?=[12])(?<![\d.,£])((?:19|20|21)\d\d|(?:{_LONG_AGO})1[5-8]\d\d(?!\s[a-z]+s\b))"
    r"(?:\s?[-/–]\s?((?:19|20)?\d\d)\b|-?Q[1-4]\b)?(?![\d,]*\d|\s?%)"
)
_TIME = re.compile(r"\b(?:in|since|by|from|to|until|during|between|and|of|the|for|year)\s$|[(\-–]$", re.IGNORECASE)
_SCALE = re.compile(r"\bscale\s(?:of|from)\s(?:(?:0|1|one|nought|zero)\sto\s)?$", re.IGNORECASE)
_ONE_IS_A_PRONOUN = re.compile(r"^one$", re.IGNORECASE)


def quantities(text: str, bound: Iterable[Bound] = ()) -> tuple[Quantity, ...]:
    """All figures of a text in their order, bound ones too; no dates, no numbers in names, no bands of ages."""
    spans = sorted(bound, key=lambda one: one.start)
    found = [one for one in _typed(text) if not any(span.start < one.end and one.start < span.end for span in spans)]
    for span in spans:
        inside = [one for one in _typed(span.value.text) if one.unit != "year"]
        if inside:
            first = inside[0]
            moved = replace(first, start=span.start, end=span.end, text=span.value.text, bound=span.value)
            found.append(moved)
    figures = with_shared_units(text, sorted(found, key=lambda one: one.start))
    each = list(with_told_steps(text, [hedged(text, one) for one in figures]))
    for number in range(len(each) - 1):
        ends = between(text, each[number], each[number + 1])
        each[number : number + 2] = ends or each[number : number + 2]
    return tuple(each)


def periods(text: str) -> tuple[tuple[int, str], ...]:
    """The years and periods that a text names, each with where it begins: 2023, 2021-22, 2023-Q1."""
    return tuple((start, period) for start, _, period in period_spans(text))


def period_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each begins and ends, and as the data write it: the first quarter of 2024 is 2024-Q1."""
    for found in _PERIOD.finditer(text):
        years = re.sub(r"-?Q[1-4]$", "", found[0])
        quarter, start, end = quarter_of(text, found.start(), found.start() + len(years))
        yield start, end, years.replace("/", "-").replace("–", "-") + quarter


def _typed(text: str) -> Iterator[Quantity]:
    years = [(start, end) for start, end, _ in period_spans(text)]
    for found in written(text):
        dated = any(start <= found.start() < end for start, end in years)
        if dated and not found["unit"] and not found["power2"]:
            after = text[found.end() : found.end() + 30]
            before = text[max(0, found.start() - 12) : found.start()]
            if not _counts_something(before, after):
                continue
        one = quantity_of(found)
        if one is not None and not _is_name(text, found, one):
            yield one


def _counts_something(before: str, after: str) -> bool:
    """2000 people: a year-like number that counts, as no time word stands before it and a plural behind it."""
    if _TIME.search(before):
        return False
    return re.match(r"\s[a-z]{3,}s\b(?<!was)(?<!has)", after) is not None


def _is_name(text: str, found: re.Match[str], one: Quantity) -> bool:
    before, after = text[max(0, one.start - 24) : one.start], text[one.end : one.end + 24]
    if one.unit == "number" and one.value < 120 and _AGE.search(before):
        return True
    if _SCALE.search(before):
        return True
    if one.form != "digits":
        return one.unit == "number" and _ONE_IS_A_PRONOUN.match(one.text) is not None
    if found["pound"] or one.unit in ("percent", "points", "times"):
        return False
    if _OVER_S.match(after):
        return True
    if "," in one.text and before.endswith("number "):
        return False  # they number 1,240
    named = _NAMED.search(before) and not (_EVERY.search(before) and _SPAN.match(after))
    return bool(named or _NOT_AFTER.match(after))
