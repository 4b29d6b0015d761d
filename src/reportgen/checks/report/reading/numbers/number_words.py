"""Numbers in words: two … ninety-nine, a dozen, half, two thirds, one in five, twice."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
UNITS = {word: number for number, word in enumerate(f"{_UNITS} eighteen nineteen".split(), 1)}
TENS = {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), 1)}
PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}
DOZENS = {"half a": 6, "a": 12, "two": 24, "three": 36, "four": 48}
SHARES_OF_A_POWER = {"half a": "0.5", "a quarter of a": "0.25", "three quarters of a": "0.75", "a": "1"}
SHARES_OF_A_POWER |= {"one and a half": "1.5", "two and a half": "2.5", "three and a half": "3.5"}
TIMES = {
    **{"twice": "2", "double": "2", "thrice": "3", "treble": "3", "triple": "3", "quadruple": "4"},
    **{"doubled": "2", "trebled": "3", "tripled": "3", "quadrupled": "4", "quintupled": "5", "halved": "0.5"},
}

_TEN = "|".join(TENS)
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_PART = "|".join(sorted(PARTS, key=len, reverse=True))
CARDINAL = rf"(?:(?:{_TEN})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|{_UNIT})"
FRACTION = rf"(?:(?P<few>one|two|three|four|nine|an?)[- ](?P<part>{_PART})|(?P<half>half))"
VAGUE = {  # what is said where the share is told roughly, and from where to where it may be
    **{"majority": (50, 50, 100), "minority": (50, 0, 50), "most": (50, 50, 100), "most of": (50, 50, 100)},
    **dict.fromkeys(("almost all", "nearly all"), (92, 84, 100)),
    **dict.fromkeys(("hardly any", "almost no", "very few"), (8, 0, 16)),
}
MOST = (
    r"(?:(?:an?|the)\s(?:(?:large|small|clear|narrow|slim|great|vast|big|tiny)\s)?(?=m[ai][jn]ority\sof\b))?"
    r"(?P<most>m(?:aj|in)ority(?=\sof\b)|(?-i:Most)(?=\s(?:of\s(?:the|our|its|all)\s)?[a-z-]+s\b)"
    r"|most\sof(?=\s(?:the|our|its|all)\s[a-z-]+s\b)"
    r"|(?:almost|nearly)\sall(?=\s(?:of\s)?(?:(?:the|our|its)\s)?[a-z-]+s\b)|(?:hardly\sany|almost\sno|very\sfew)(?=\s[a-z-]+s\b))"
)
DOZEN = r"(?P<dozen>half\sa|a|two|three|four)\sdozen\b"
OF_A_POWER = (
    rf"(?P<so_much>{'|'.join(word.replace(' ', '[ -]') for word in SHARES_OF_A_POWER)})\s"
    r"(?P<of_power>hundred|thousand|million|billion)\b(?!\s(?:and|times|per\s?cent|thousand|million)\b|-)"
)
_NOUN = r"\s(?!in\b|out\b|of\b|and\b|or\b|is\b|was\b|has\b|[a-z]+ed\s(?:in|out)\b)[a-z-]+"
_OF = rf"(?P<of>(?<!\d)\d{{1,2}}(?!\d)|{CARDINAL})(?P<whom>{_NOUN}|(?<=\b[Oo]ne){_NOUN}{_NOUN}(?:{_NOUN})?)?"
IN_EVERY = (
    rf"{_OF}\s(?:in|out\sof|of)\s(?:every\s)?(?P<every>\d+(?![.,]\d)|{CARDINAL})"
    r"(?(whom)(?!\s(?:year|month|week|day)s?\b))"
)


def _beginnings() -> str:
    found: dict[str, set[str]] = {}
    for word in (
        *UNITS,
        *TENS,
        *PARTS,
        *TIMES,
        *ORDINALS,
        *DOZENS,
        "the",
        "most",
        "minority",
        "nearly",
        "hardly",
        "very",
    ):
        found.setdefault(word[0], set()).add(word[1:2])
    either = {first: "".join(f"{one}{one.upper()}" for one in sorted(seconds)) for first, seconds in found.items()}
    begun = (f"[{first}{first.upper()}][{seconds}]" for first, seconds in either.items() if first != "a")
    return rf"(?-i:{'|'.join(begun)}|[aA][nN]?[\s-]|[aA]lmost|[aA]?\s?[hH]al)"


BEGINNING = _beginnings()  # of all words here: a search that looks ahead for it passes over most of a text at once


def cardinal(word: str) -> Decimal | None:
    """The number that a word says, or digits do; None where it says none."""
    word = word.lower()
    if re.fullmatch(r"\d+", word):
        return Decimal(word)
    tens, _, unit = word.replace("-", " ").partition(" ")
    if unit:
        return Decimal(TENS[tens] + UNITS[unit])
    number = UNITS.get(word) or TENS.get(word)
    return Decimal(number) if number else None
