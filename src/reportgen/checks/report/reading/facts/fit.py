"""Whether a figure can be what a fact tells: by its size, its time, and what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.checks.report.reading.areas.groups import AREA_NOUN
from reportgen.checks.report.reading.facts.kin import kin_of
from reportgen.checks.report.reading.facts.names import VAGUE, FactName
from reportgen.checks.report.reading.numbers.all_of_them import all_of_them
from reportgen.checks.report.reading.numbers.behind import MEASURED
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.sentences import stem, stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import BEFORE, YEARS, Around

_NOUNS = re.compile(
    r"(?:\s[a-z-]+[a-rt-z]\sand(?=\s[a-z-]+\s[a-z-]+s\b))?"  # strength and balance classes
    r"(?:\s(?!and\b|or\b|but\b|in\b|by\b|since\b|for\b|than\b|against\b|of\b)[A-Za-z’'-]+){1,4}"
)
_PLURAL = re.compile(r"\b(?!(?:has|is|was|its|this)\b)[A-Za-z-]+[^us\W]s\b")
_OF_MANY = re.compile(r"\sof\s(?:(?:all|the|its|our|these|[A-Z]\w+[’']s)\s)*\d[\d,]*(?=\s)")
_VERB = re.compile(
    r"\s(?:is|are|was|were|has|have|had|live|work|use|go|can|could|do|did|say|said|need|feel|take|took|rate|expect|come|came)\b"
)
_HAS = re.compile(
    r"(?:In\s)?(?:The\s)?[A-Z]?[\w’'-]+(?:\s[A-Z][\w’'-]+)*\s(?:has|have|had|there\sare)\s[\w,]+\s(?P<what>[a-z-]+)"
)
_ALL_OF_A_PLACE = re.compile(rf"[A-Za-z-]+s\s(?:in|across)\s(?:the\s)?(?:{AREA_NOUN}|[A-Z])")
_OWNED = re.compile(r"(?:[’']s|\b[Oo]ur|\b[Ii]ts|\b[Aa]ll)\s(?:the\s)?$")
_OFTEN = re.compile(r"\s(?:times|occasions)\b")
_WHO = re.compile(r"(?:\s[a-z-]+){1,5}?\s(?:that|who|which)\s(?P<told>(?:[a-z]+\s){1,3})")
_IN_FIGURES = re.compile(r"\b\d+[\s-][a-z]+")
WHOEVER = stems_in("people households families names homes children adults patients students pupils")
_PLAIN_WORDS = """
figure found find show shows shown stand stood reach reached give given add adds still now also already just only
come came go went make makes made put take set have see say said tell told today here around roughly nearly almost under
below average area region county country city worth whole compare sum equal earn produce
"""
_MISTYPED, _CLEARLY, _TWO = 200, 0.75, 2
_PLAIN = frozenset(stem(word) for word in _PLAIN_WORDS.split())


@dataclass(frozen=True, slots=True)
class Setting:
    """A figure in its sentence, with what its neighbours tell."""

    statement: Statement
    one: Quantity
    around: Around
    taken: frozenset[str]  # the ids of the facts that other figures of the sentence tell
    families: frozenset[int]  # theirs


def is_of_its_size(setting: Setting, name: FactName) -> bool:
    """Whether one may be a mistyped other at all: 12 is not, for 7,100,000; £18.4bn is, for £18.4m."""
    ends = sorted((setting.one.value, name.datum.value.copy_abs()))
    digits = [end.normalize().as_tuple().digits for end in ends]
    return ends[1] <= _MISTYPED * ends[0] or (digits[0] == digits[1] and len(digits[0]) > 1)


def is_called(setting: Setting, name: FactName, *, slips: bool = False) -> bool:
    """Whether a number stands right before all that the fact counts, and before little else: 96 public libraries.

    One that slips from the fact's need but stand before its id: 278 care homes, of 287 registered locations.
    """
    statement, one = setting.statement, setting.one
    behind = _NOUNS.match(statement.after(one.end, 60))
    if one.unit != "number" or behind is None:
        return False
    if slips and len(name.of_id) >= _TWO and name.of_id <= stems_in(behind[0]):
        return is_explained(setting, name, _CLEARLY) or _is_all_of_a_place(setting, behind)
    if len(name.counted) < _TWO:
        return _is_all_there_is(setting, name)
    if noun := all_of_them(statement, one):
        return stems_in(noun) <= name.words and stems_in(noun.split()[-1]) <= name.counted
    return name.counted <= stems_in(behind[0]) and is_explained(setting, name, _CLEARLY)


def _is_all_of_a_place(setting: Setting, behind: re.Match[str]) -> bool:
    """The county's 278 care homes are …: all that it has, whatever is said of them."""
    plural = _PLURAL.search(behind[0])
    after = setting.statement.after(setting.one.end + (plural.end() if plural else 0), 20)
    owned = _OWNED.search(setting.statement.before(setting.one.start))
    return owned is not None and plural is not None and _VERB.match(after) is not None


def _is_all_there_is(setting: Setting, name: FactName) -> bool:
    """Whether a place is said to have so many of the one thing that the fact counts, and nothing else is said."""
    found = _HAS.fullmatch(setting.statement.text.rstrip("."))
    if found is None or not name.counted or name.bound or not _ALL_OF_A_PLACE.search(name.fact.note):
        return False
    return stems_in(found["what"]) == name.counted and bool(setting.statement.areas)


def is_explained(setting: Setting, name: FactName, least: float) -> bool:
    """Whether the words nearest to the figure are, enough of them, the fact's own."""
    areas = {word for area in setting.statement.areas for word in stems_in(area.text)}
    telling = setting.around.near - _PLAIN - VAGUE - areas
    return len(telling & (name.words | name.above | kin_of(name.words))) >= least * len(telling)


def counts(setting: Setting, name: FactName) -> bool:
    """Whether what a number counts is what the fact counts."""
    after = setting.statement.after(setting.one.end, 60)
    nouns = stems_in(_behind(setting))
    measured = MEASURED.match(after) if setting.one.unit == "number" else None
    if measured and stem(measured[1]) not in stems_in(_IN_FIGURES.sub("", name.text)):
        return setting.one.value == name.datum.value  # 18 weeks, where the fact counts waits over 65 weeks
    if setting.one.unit != "number" or not nouns or _VERB.match(after):
        return True
    if setting.statement.is_dated_at(setting.one.end):
        return True
    if _OFTEN.match(after):
        return bool(name.head & setting.around.near)  # they spilled 7,420 times, of spills
    who = _WHO.match(after)
    told = stems_in(who["told"]) if who else frozenset()
    if told and told.isdisjoint(name.words | kin_of(name.words)):
        return False  # all 68 firms that answered us
    unnamed = WHOEVER if not name.of_note and name.of_id <= setting.around.near else frozenset()
    return bool(nouns & (name.head | kin_of(name.head) | unnamed) - name.modifiers)


def counts_itself(setting: Setting, name: FactName) -> bool:
    """Whether the very noun is counted: homes, of care homes, not of the beds in these."""
    plural = _PLURAL.search(_behind(setting))
    return plural is not None and setting.one.unit == "number" and bool(name.noun) and name.noun <= stems_in(plural[0])


def _behind(setting: Setting) -> str:
    """What stands right behind a figure: 96 of Hull's 99 schools, 27 strength and balance classes."""
    after = setting.statement.after(setting.one.end, 60)
    of_many = _OF_MANY.match(after)
    behind = _NOUNS.match(after, of_many.end() if of_many else 0)
    return behind[0] if behind else ""


def is_of_its_time(name: FactName, around: Around) -> bool:
    over_years = "year" in name.text or "month" in name.text or len(name.years) > 1
    said = {period[:4] for period in around.periods if period != YEARS or not over_years}
    return not said or any(year[:4] in said for year in name.years)


def is_of_another_time(name: FactName, around: Around) -> bool:
    """Whether both name years, and not one of them is the same."""
    said = {period[:4] for period in around.periods} - {BEFORE[:4], YEARS[:4]}
    return bool(said and name.years) and not any(year[:4] in said for year in name.years)
