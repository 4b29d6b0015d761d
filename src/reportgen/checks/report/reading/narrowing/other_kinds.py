"""Whether words tell of another kind than a measure's: one dose of two, the lower quartile, children, not adults."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.numbers.number_words import CARDINAL, UNITS, cardinal
from reportgen.checks.report.reading.sentences import stem, stems_in
from reportgen.checks.report.reading.statements import Statement

_NUMBER = rf"both|{'|'.join(UNITS)}|\d{{1,2}}"
_KINDS = r"category|categories|level|grade|band|tier|class|stage|stages|phase|class|type|step"
_NUMBERED = re.compile(rf"\b(?P<kind>{_KINDS})\s(?P<number>{_NUMBER})\b", re.IGNORECASE)
_COUNTED = re.compile(
    rf"(?<!\bper\s)(?<!\bevery\s)(?<![\d.,])\b(?P<number>{_NUMBER})\s(?P<kind>(?:doses?|jabs?|courses?|stages?|passes))\b",
    re.IGNORECASE,
)
_LINES = re.compile(r"\b(?P<number>101|111|112|119|999)\s(?P<kind>calls?)\b", re.IGNORECASE)
_LETTERED = re.compile(r"\b(?:[Bb]ands?|[Gg]rades?|[Cc]lass|[Tt]ier|[Zz]one|EPC)\s(?P<letter>[A-H])\b")
_WITHIN = re.compile(
    rf"\b(?:within|in(?:side)?|under)\s(?:less\sthan\s|under\s)?(?P<number>{CARDINAL}|\d+)\s(?P<unit>second|minute|hour|day|week|month)s?\b",
    re.IGNORECASE,
)
_PER_SO_MANY = re.compile(
    r"\b(?:per|(?:for|in)\s(?:every|each))\s\d[\d,]*(?<!,)\s(?P<whole>[a-z-]+)(?P<behind>\s[a-z]+)?"
)
_PEOPLE = frozenset(map(stem, ("people", "population", "residents", "inhabitants", "persons", "adults")))
_LIST = re.compile(r"\b(?P<first>\w+),\s(?P<second>\w+)\sor\s(?P<third>\w+)")
_ANY_OF = re.compile(r"\b(?P<first>\w+)\sor\s(?P<second>\w+)")
_INCLUDING = re.compile(r"\bincluding\s(?P<what>(?!the\b|all\b|those\b|both\b)[a-z]{4,})\s")
_QUANTILES = re.compile(r"\b(?:quartiles?|quintiles?|deciles?|percentiles?)\b", re.IGNORECASE)
_CHILDREN = re.compile(r"\b(?:child(?:ren)?|toddlers?|infants?|babies|pupils|teenagers)\b", re.IGNORECASE)
_ADULTS = re.compile(r"\badults?\b", re.IGNORECASE)
_GOOD = re.compile(r"\b(?:good|excellent|outstanding|healthy)\b", re.IGNORECASE)
_BAD = re.compile(r"\b(?:bad|poor|inadequate|unhealthy)\b", re.IGNORECASE)
_LATER = re.compile(
    rf"\b(?P<number>{_NUMBER})\s(?P<unit>day|week|month|year)s?\s(?:after|on\sfrom|later)\b", re.IGNORECASE
)
_EITHER = re.compile(
    r"\b(?P<first>[a-z]+)\sor\s(?P<second>(?!more\b|less|fewer|above|below|over|under|[a-z]+er\b)[a-z]{4,})\b"
)
_RATED = re.compile(
    r"\b(?:rated|judged|classed|graded)\s(?:as\s)?(?!(?:by|in|on|at|against|to|with|for|from|and|or|the|an?)\b)(?P<how>[a-z]+)"
)
_SAME = {"both": "two"} | {str(number): word for number, word in enumerate(("one", "two", "three", "four", "five"), 1)}


def is_of_another_kind(statement: Statement, at: int, name: str) -> bool:
    """Whether the words, until the end of the larger clause, give another number, quantile or age than the name."""
    text = statement.passage.text[statement.start : statement.stretch(at)[1]]
    return (
        _is_numbered_otherwise(text, name)
        or (_QUANTILES.search(text) is not None and _QUANTILES.search(name) is None)
        or (_is_only_of(_BAD, _GOOD, text) and _is_only_of(_GOOD, _BAD, name))
        or _is_later_or_sooner(text, name)
        or _is_within_another_time(text, name)
        or _is_lettered_otherwise(text, name)
        or _is_per_so_many_others(text, name)
        or (_is_only_of(_CHILDREN, _ADULTS, text) and _is_only_of(_ADULTS, _CHILDREN, name))
        or (_is_only_of(_ADULTS, _CHILDREN, text) and _is_only_of(_CHILDREN, _ADULTS, name))
    )


def is_of_one_of_two(statement: Statement, name: str) -> bool:
    """Outstanding, where what is measured is good or outstanding: the better part of it."""
    if _is_of_what_is_included(statement.text, name) or _is_of_less_of_a_list(statement.text, name):
        return True
    either = _EITHER.search(name)
    if either is None:
        return False
    said = frozenset(word for _, word in statement.stems)
    return stem(either["second"]) in said and stem(either["first"]) not in said


def is_rated_otherwise(statement: Statement, name: str) -> bool:
    """Rated poor, where those rated excellent are measured."""
    own = _RATED.search(name)
    said = {one["how"] for one in _RATED.finditer(statement.text)} if own else set()
    return own is not None and bool(said) and own["how"] not in said


def _is_of_what_is_included(text: str, name: str) -> bool:
    """Severe obesity, where what is measured is obesity, including severe obesity."""
    included = _INCLUDING.search(name)
    if included is None or "includ" in text:
        return False
    return re.search(rf"\b{included['what']}\b", text, re.IGNORECASE) is not None


def _is_of_less_of_a_list(text: str, name: str) -> bool:
    """Often or always, where what is measured is often, always or some of the time."""
    every = _LIST.search(name)
    if every is None:
        return False
    listed = set(every.groups())
    said = [set(one.groups()) for one in _ANY_OF.finditer(text)]
    return any(some < listed and not any(re.search(rf"\b{one}\b", text) for one in listed - some) for some in said)


def _is_only_of(these: re.Pattern[str], others: re.Pattern[str], text: str) -> bool:
    return these.search(text) is not None and others.search(text) is None


def _is_later_or_sooner(text: str, name: str) -> bool:
    """Six months after discharge, where what is measured is how it stood after 91 days."""
    own, said = _LATER.search(name), _LATER.search(text)
    return own is not None and said is not None and own["unit"].lower() != said["unit"].lower()


def _is_within_another_time(text: str, name: str) -> bool:
    """Answered in five minutes, where what is measured is answered within 10 seconds."""
    own, said = _WITHIN.search(name), {_time(one) for one in _WITHIN.finditer(text)}
    return own is not None and bool(said) and _time(own) not in said


def _time(found: re.Match[str]) -> tuple[str, str]:
    return str(cardinal(found["number"]) or found["number"]), found["unit"]


def _is_lettered_otherwise(text: str, name: str) -> bool:
    """Band F, where band C is measured."""
    own, said = ({one["letter"] for one in _LETTERED.finditer(each)} for each in (name, text))
    return bool(own and said) and own.isdisjoint(said)


def _is_per_so_many_others(text: str, name: str) -> bool:
    """Per 1,000 premises, where what is measured is per 1,000 households."""
    own, said = _PER_SO_MANY.search(name), _PER_SO_MANY.search(text)
    if own is None or said is None or _PEOPLE & {stem(own["whole"]), stem((said["behind"] or "").strip())}:
        return False  # of 100,000 older people
    return bool(stems_in(said["whole"])) and stems_in(said["whole"]).isdisjoint(stems_in(name))


def _is_numbered_otherwise(text: str, name: str) -> bool:
    own, said = dict(_numbered(name)), list(_numbered(text))
    return any(kind in own and own[kind] != number for kind, number in said) and not set(said) & set(own.items())


def _numbered(text: str) -> Iterator[tuple[str, str]]:
    for found in (*_NUMBERED.finditer(text), *_COUNTED.finditer(text), *_LINES.finditer(text)):
        number = found["number"].lower()
        yield stem(found["kind"].lower()), _SAME.get(number, number)
