"""Numbers as they are written: in digits, in words, as shares, multiples and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from reportgen.checks.report.reading.numbers.number_words import (
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
    VAGUE,
    cardinal,
)
from reportgen.checks.report.reading.numbers.quantity import Quantity, Unit
from reportgen.checks.report.reading.numbers.ranges import Range, exactly, rounded_to, step_of

_PENNY, _TENTH, _HALF, _ROUGH = Decimal("0.01"), Decimal("0.1"), Decimal("0.5"), Decimal("0.06")
_POWERS = {"bn": 9, "billion": 9, "b": 9, "m": 6, "mn": 6, "million": 6, "k": 3, "thousand": 3, "hundred": 2}
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_OFTEN = (
    r"(?:\s(?:an?|per|each|every)\s(?:hour|day|night|week|fortnight|month|term|season|year)\b(?![’'])"
    r"|\s(?:each|apiece|a\shead|per\s(?:head|person))\b|\s(?:in|during|over)\s(?:(?:the|a|that|this)\s)?(?:year|(?:19|20)\d\d))"
)
_SO_OFTEN = (  # have slipped twice, by 1.5 points and by 1.7
    r"(?:(?<=ed\s)|(?<=en\s)|(?<=ell\s)|(?<=ose\s))(?:twice|thrice)(?=[.,;:)]|\s(?:in|since|over|and|running|already)\b)"
)
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
      | \b(?P<half_a>half)(?=\san?\s(?!dozen\b|million\b|billion\b|thousand\b|hundred\b)[a-z])
      | \b{FRACTION}(?=\b)
      | \b(?P<multiple>(?!(?:twice|thrice){_OFTEN}|{_SO_OFTEN})(?:{"|".join(TIMES)}))\b
      | \b(?P<word>{CARDINAL})(?=\b|fold\b)(?:\s(?P<word_power>hundred|thousand|million|billion)\b)?
        (?P<word_unit>\sper\s?cent\b|[\s-](?:percentage[\s-])?points?\b|[\s-]times\b(?!{_OFTEN})|-?fold\b)?
      | \b(?P<place>{"|".join(ORDINALS)})\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_AS_MUCH = re.compile(  # half as many, a third of that, half as large again: a multiple, no share of a whole
    r"\s(?:(?P<again>(?:as\s[a-z]+\s)?again)\b|as\s(?:many|much|likely|often|high|large|long|big|common|good|fast|[a-z]+(?=\sas\b))\b"
    r"|(?:(?:of\s)?that|those)\b(?=[.,;]|\s(?:of|in|for|across)\b|$)|(?:of\s)?what\b|the\s(?=£?\d)|the\s(?:rate|share|figure|level|average|national|regional)\b"
    r"|of\s(?:the|its)\s(?:[a-z]+\s|(?:[A-Z][\w-]*\s)+)?(?:average|rate|one)\b(?!\s(?:of|in)\b)|of\s(?:the\s)?(?:[A-Z][\w-]*\s){0,3}[A-Z][\w-]*[’']s?(?=[.,;)]|\s(?:and|but)\b|$))"
)


def written(text: str) -> Iterator[re.Match[str]]:
    """Every figure; where “561 homes in 2019” is no share of anything, the two of it on their own."""
    at = 0
    while found := _PATTERN.search(text, at):
        if found["every"] and quantity_of(found) is None:
            found = _alone().search(text, found.start()) or found
        yield found
        at = found.end()


@cache
def _alone() -> re.Pattern[str]:
    """The figures without one in five: hardly ever asked for."""
    return re.compile(_PATTERN.pattern.replace(IN_EVERY, IN_EVERY + "(?!)"), _PATTERN.flags)


def quantity_of(found: re.Match[str]) -> Quantity | None:
    """The figure that is written there. None: it is none, as one in one."""
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
        middle, least, greatest = VAGUE[found["most"].lower()]
        most = Range(Decimal(least), Decimal(greatest), greatest == 100)
        return Quantity(start, end, text, "percent", Decimal(middle), most, form="fraction")
    if found["half_a"]:
        return Quantity(start, end, text, "number", _HALF, rounded_to(_HALF, _TENTH), form="word")
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
