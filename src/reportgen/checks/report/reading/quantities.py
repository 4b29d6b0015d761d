"""The numbers in a text: each with its unit, its hedge and the range of what it may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from reportgen.checks.report.reading.hedges import between, hedged
from reportgen.checks.report.reading.number_words import (
    BEGINNING,
    CARDINAL,
    DOZEN,
    DOZENS,
    FRACTION,
    IN_EVERY,
    MOST,
    OF_A_POWER,
    ORDINALS,
    PARTS,
    SHARES_OF_A_POWER,
    TIMES,
    cardinal,
)
from reportgen.checks.report.reading.passage import Bound
from reportgen.checks.report.reading.ranges import Range, exactly, rounded_to, step_of
from reportgen.checks.report.reading.shared_units import with_shared_units
from reportgen.document import Value

Unit = Literal["percent", "points", "gbp", "number", "times", "ordinal", "year"]
Form = Literal["digits", "word", "fraction"]

_PENNY, _HALF, _ROUGH = Decimal("0.01"), Decimal("0.5"), Decimal("0.06")
_POWERS = {"bn": 9, "billion": 9, "b": 9, "m": 6, "mn": 6, "million": 6, "k": 3, "thousand": 3, "hundred": 2}
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_OFTEN = r"\s(?:an?|per|each|every)\s(?:hour|day|night|week|fortnight|month|term|season|year)\b(?![’'])"
_AGES = r"\d\d?(?:\s?(?:to|and|or|[-–])\s?\d\d?)?[\s-](?:year|month)s?[\s-]olds?\b"
_POWER = r"(?:\s?(?P<power>bn|billion|mn|million|thousand|hundred|m|k|b)\b)?"
_PATTERN = re.compile(
    rf"""(?=[£\d+\u2212-]|{BEGINNING})
    (?P<sign>(?<![\w–-])[+\u2212-](?=[£\d]))?
    (?: (?P<pound>£)\s?(?P<money>{_DIGITS}){_POWER}
      | (?<![\w.,/:£-])(?P<pence>\d+(?:\.\d+)?)(?:p|\spence)\b
      | \b{IN_EVERY}(?=\s(?!(?:19|20)\d\d)(?!per)(?:\d{{3}}\s)?[a-z]|\s{_AGES}|[.,;:)]|$)
      | (?<![\w.,/:£-])(?P<ordinal>\d+)(?:st|nd|rd|th)\b
      | (?<![\w.,/:£])(?P<digits>{_DIGITS}){_POWER.replace("power", "power2")}
        (?P<unit>\s?%|\sper\s?cent\b(?!age)|[\s-]?(?:pp|ppts?)\b|[\s-](?:percentage[\s-])?points?\b|(?:-?fold|\stimes\b(?!{_OFTEN})|x\b))?
        (?P<scale>(?:(?<=\.\d)|(?<=\.\d\d))\sout\sof\s\d+\b)?
      | \b(?:(?P<points>{CARDINAL})\sand\s)?a?\s?(?P<half_point>half)(?:\sa)?\s(?:percentage\s)?points?\b
      | \b(?:(?P<whole_points>{CARDINAL}|an?)\s(?:percentage\s)?points?\sand\sa\shalf\b
          |an?\s(?:(?:full|whole|single)\s(?:percentage\s)?|percentage\s)(?P<one_point>point)\b
          |a\s(?P<a_point>point)\b(?=\s(?:above|below|ahead|behind|more|less|higher|lower|better|worse|up|down)\b))
      | \b(?P<times_and>{CARDINAL})\sand\sa\s(?P<more>half|quarter)\stimes\b
      | \b{DOZEN}
      | \b{OF_A_POWER}
      | \b{MOST}
      | \b{FRACTION}(?=\b)
      | \b(?P<multiple>(?!(?:twice|thrice){_OFTEN})(?:{"|".join(TIMES)}))\b
      | \b(?P<word>{CARDINAL})(?=\b|fold\b)(?:\s(?P<word_power>hundred|thousand|million|billion)\b)?
        (?P<word_unit>\sper\s?cent\b|[\s-](?:percentage[\s-])?points?\b|[\s-]times\b(?!{_OFTEN})|-?fold\b)?
      | \b(?P<place>{"|".join(ORDINALS)})\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
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
_AS_MUCH = re.compile(  # half as many, a third of that, half as large again: a multiple, no share of a whole
    r"\s(?:(?P<again>(?:as\s[a-z]+\s)?again)\b|as\s(?:many|much|likely|often|high|large|long|big|common|good|fast|[a-z]+(?=\sas\b))\b"
    r"|(?:of\s)?that\b(?=[.,;]|\s(?:of|in|for)\b|$)|what\b|the\s(?=£?\d)|the\s(?:rate|share|figure|level|average|national|regional)\b)"
)
_ONE_IS_A_PRONOUN = re.compile(r"^one$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text, from `start` to `end`; the hedge stands before it. Its sign is kept apart from its range."""

    start: int
    end: int
    text: str
    unit: Unit
    value: Decimal
    range: Range  # of what it may stand for, without the hedge
    form: Form = "digits"
    hedge: str = ""
    hedge_start: int = -1
    hedged_range: Range | None = None
    sign: int = 0
    bound: Value | None = None

    @property
    def possible(self) -> Range:
        """What the words allow, hedge and rounding taken together."""
        return self.hedged_range or self.range


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
    each = [hedged(text, one) for one in with_shared_units(text, sorted(found, key=lambda one: one.start))]
    for number in range(len(each) - 1):
        ends = between(text, each[number], each[number + 1])
        each[number : number + 2] = ends or each[number : number + 2]
    return tuple(each)


def periods(text: str) -> tuple[tuple[int, str], ...]:
    """The years and periods that a text names, each with where it begins: 2023, 2021-22, 2023-Q1."""
    return tuple((one.start(), one[0].replace("/", "-").replace("–", "-")) for one in _PERIOD.finditer(text))


def _typed(text: str) -> Iterator[Quantity]:
    years = [(found.start(), found.end()) for found in _PERIOD.finditer(text)]
    for found in _found(text):
        dated = any(start <= found.start() < end for start, end in years)
        if dated and not found["unit"] and not found["power2"]:
            after = text[found.end() : found.end() + 30]
            before = text[max(0, found.start() - 12) : found.start()]
            if not _counts_something(before, after):
                continue
        one = _quantity(found)
        if one is not None and not _is_name(text, found, one):
            yield one


def _found(text: str) -> Iterator[re.Match[str]]:
    """Every figure; where “561 homes in 2019” is no share of anything, the two of it on their own."""
    at = 0
    while found := _PATTERN.search(text, at):
        if found["every"] and _quantity(found) is None:
            found = _alone().search(text, found.start()) or found
        yield found
        at = found.end()


@cache
def _alone() -> re.Pattern[str]:
    """The figures without one in five: hardly ever asked for."""
    return re.compile(_PATTERN.pattern.replace(IN_EVERY, IN_EVERY + "(?!)"), _PATTERN.flags)


def _counts_something(before: str, after: str) -> bool:
    """2000 people: a year-like number that counts, as no time word stands before it and a plural behind it."""
    if re.search(
        r"\b(?:in|since|by|from|to|until|during|between|and|of|the|for|year)\s$|[(\-–]$", before, re.IGNORECASE
    ):
        return False
    return re.match(r"\s[a-z]{3,}s\b(?<!was)(?<!has)", after) is not None


def _is_name(text: str, found: re.Match[str], one: Quantity) -> bool:
    before, after = text[max(0, one.start - 24) : one.start], text[one.end : one.end + 24]
    if one.unit == "number" and one.value < 120 and _AGE.search(before):
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


def _quantity(found: re.Match[str]) -> Quantity | None:
    start, end, text = found.start(), found.end(), found[0]
    sign = {"+": 1, None: 0}.get(found["sign"], -1)
    if found["pound"]:
        value, span = _figure(found["money"], found["power"])
        return Quantity(start, end, text, "gbp", value, span, sign=sign)
    if found["pence"]:
        value = Decimal(found["pence"])
        step = step_of(value, len(found["pence"].partition(".")[2]), zeros=False)
        return Quantity(start, end, text, "gbp", value / 100, rounded_to(value, step).scaled(_PENNY), sign=sign)
    if found["half_point"]:
        value = (cardinal(found["points"] or "") or Decimal(0)) + _HALF
        return Quantity(start, end, text, "points", value, rounded_to(value, _HALF), form="word")
    if found["whole_points"] or found["one_point"] or found["a_point"]:
        value = cardinal(found["whole_points"] or "") or Decimal(1)
        value, step = (value + _HALF, _HALF) if found["whole_points"] else (value, Decimal(1))
        return Quantity(start, end, text, "points", value, rounded_to(value, step), form="word")
    if found["every"]:
        part, whole = cardinal(found["of"]), cardinal(found["every"])
        if part is None or whole is None or not 0 < part < whole or whole > 100:
            return None
        return _share(start, end, text, part * 100 / whole)
    if found["ordinal"]:
        return Quantity(start, end, text, "ordinal", Decimal(found["ordinal"]), exactly(Decimal(found["ordinal"])))
    if found["digits"]:
        return _in_digits(found, start, end, text, sign)
    if found["times_and"]:
        whole = cardinal(found["times_and"]) or Decimal(0)
        return _multiple(start, end, text, whole + 1 / Decimal(PARTS[found["more"].lower()]))
    if found["dozen"]:
        many = Decimal(DOZENS[found["dozen"].lower()])
        return Quantity(start, end, text, "number", many, rounded_to(many, Decimal(1)), form="word")
    if found["of_power"]:
        return _of_a_power(found, start, end, text)
    if found["most"]:
        most = (
            Range(Decimal(50), Decimal(100), True)
            if found["most"].lower() == "majority"
            else Range(Decimal(0), Decimal(50))
        )
        return Quantity(start, end, text, "percent", Decimal(50), most, form="fraction")
    if found["part"] or found["half"]:
        few = cardinal(found["few"]) if found["few"] and found["few"].lower() not in ("a", "an") else Decimal(1)
        part = Decimal(PARTS[(found["part"] or "half").lower()])
        if as_much := _AS_MUCH.match(found.string, end):
            return _multiple(start, end, text, (few or 1) / part + bool(as_much["again"]))
        return _share(start, end, text, (few or 1) * 100 / part) if (few or 1) < part else None
    if found["multiple"]:
        return _multiple(start, end, text, Decimal(TIMES[found["multiple"].lower()]))
    if found["word"]:
        return _in_words(found, start, end, text)
    place = Decimal(ORDINALS[found["place"].lower()])
    return Quantity(start, end, text, "ordinal", place, exactly(place), form="word")


def _in_digits(found: re.Match[str], start: int, end: int, text: str, sign: int) -> Quantity:
    value, span = _figure(found["digits"], found["power2"])
    unit = (found["unit"] or "").strip().lower()
    if not unit:
        return Quantity(start, end, text, "number", value, span, sign=sign)
    if unit in ("-fold", "fold", "times", "x"):
        return _multiple(start, end, text, value)
    decimals = len(found["digits"].partition(".")[2])
    exact = rounded_to(value, step_of(value, decimals, zeros=False))  # 50% is no rounder than 51%
    kind: Unit = "percent" if unit in ("%", "per cent", "percent") else "points"
    return Quantity(start, end, text, kind, value, exact, sign=sign)


def _in_words(found: re.Match[str], start: int, end: int, text: str) -> Quantity | None:
    value = cardinal(found["word"])
    if value is None:
        return None
    unit = (found["word_unit"] or "").strip(" -").lower()
    if found["word_power"]:
        value, span = _figure(str(value), found["word_power"])
        return Quantity(start, end, text, "number", value, span, form="word")
    if unit in ("times", "fold"):
        return _multiple(start, end, text, value)
    if unit:
        kind: Unit = "points" if "point" in unit else "percent"
        return Quantity(start, end, text, kind, value, rounded_to(value, Decimal(1)), form="word")
    return Quantity(start, end, text, "number", value, rounded_to(value, Decimal(1)), form="word")


def _of_a_power(found: re.Match[str], start: int, end: int, text: str) -> Quantity:
    """Half a million, a quarter of a million, a thousand: rough, as a share in words is."""
    share = SHARES_OF_A_POWER[found["so_much"].lower().replace("-", " ")]
    value = Decimal(share) * Decimal(10) ** _POWERS[found["of_power"].lower()]
    unit: Unit = "gbp" if found.string.startswith(" pounds", end) else "number"
    return Quantity(start, end, text, unit, value, Range(value * (1 - _ROUGH), value * (1 + _ROUGH), True), form="word")


def _figure(digits: str, power: str | None) -> tuple[Decimal, Range]:
    plain = digits.replace(",", "")
    value = Decimal(plain)
    step = step_of(value, len(plain.partition(".")[2]), zeros=value >= 100 and not power)
    factor = Decimal(10) ** (_POWERS[power.lower()] if power else 0)
    return value * factor, rounded_to(value * factor, step * factor)


def _share(start: int, end: int, text: str, percent: Decimal) -> Quantity:
    """A share in words is rough: a quarter may be 23% or 27%, a third 31% or 35%, three quarters 71% or 79%."""
    give = min(percent * Decimal("0.09"), Decimal(4))
    rough = Range(percent - give, percent + give, True)
    return Quantity(start, end, text, "percent", percent, rough, form="fraction")


def _multiple(start: int, end: int, text: str, times: Decimal) -> Quantity:
    rough = Range(times * Decimal("0.85"), times * Decimal("1.15"), True)
    return Quantity(start, end, text, "times", times, rough, form="word")
