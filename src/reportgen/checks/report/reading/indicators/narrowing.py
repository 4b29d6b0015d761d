"""Whether words speak of a part of what an indicator measures, or of a kind, place or time that it does not have."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.areas.groups import AREA_NOUN, is_group
from reportgen.checks.report.reading.areas.named import Areas
from reportgen.checks.report.reading.areas.named_together import are_areas, listed_until
from reportgen.checks.report.reading.comparing.adjectives import judges
from reportgen.checks.report.reading.comparing.extremes import is_of_an_extreme
from reportgen.checks.report.reading.indicators.costs import is_bought, is_of_its_cost
from reportgen.checks.report.reading.indicators.denials import is_denied
from reportgen.checks.report.reading.indicators.kinship import COMMON, Kinship
from reportgen.checks.report.reading.indicators.modifiers import are_added, is_of_one_alone, is_of_one_side
from reportgen.checks.report.reading.indicators.other_kinds import is_of_another_kind, is_of_one_of_two
from reportgen.checks.report.reading.indicators.other_places import OtherPlaces
from reportgen.checks.report.reading.indicators.parts import is_for_something_else, is_of_a_part_of_it, something_else
from reportgen.checks.report.reading.indicators.people import is_of_a_group, names_another
from reportgen.checks.report.reading.indicators.qualifiers import is_qualified_otherwise
from reportgen.checks.report.reading.numbers.how_many import MANY
from reportgen.checks.report.reading.sentences import NUMBERS, stem, stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.times.lengths import is_between_others, is_of_another_length
from reportgen.checks.report.reading.times.other_times import is_of_a_month, is_of_another_time
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Indicator

_THOSE_WHO = re.compile(r"(?:Of|Among)\s(?:the\s|all\s|our\s)?[a-z-]+\s(?:who|that)\s(?P<told>[^,£\d]+),")
_ASKED = re.compile(
    r"\b(?:asked|said|told|polled|answered|(?<!\bin\sthe\slatest\s)(?<!\bin\sthe\slast\s)survey\w*|sample|respondents|winter|summer)\b",
    re.IGNORECASE,
)
_OPENS_WITH = re.compile(
    r"(?:In|Inside|Outside|Within|Indoors,?\sin|Along|Under|Beyond|For)\s(?:the\s|our\s|some\s|most\s|these\s|its\s)?(?!none\b|neither\b|both\b|all\b|each\b|every\b)((?:[a-z-]+\s){0,2}?[a-z-]+)"
    r"(?=,|\s(?:\d|(?:the|it|there|only|just|some)\b)|(?<!\bIn\s)\s(?:in|at|with)\s[a-z]+\s[a-z]+\s(?:the|it)\b)"
)
_OPENS_WITH_AREAS = re.compile(rf"In\s(?:no|most|half|several|{MANY})\s{AREA_NOUN}\b")
_IN_APPOSITION = re.compile(r",\s(?:[a-z]+\s){0,2}")  # starts on the island, at 5.3 per 1,000 adults
_WORD_BEFORE = re.compile(r"(?<![\w-])([A-Za-z-]+)\s$")
_KINDS = re.compile(
    r"(?:youth|ent|ary|ic|ical|term|al|ive|ous|ile|food|garden|child|adult|school|plastic|glass|paper|night|day|return|single"
    r"|repeat|serious|minor|hidden|short|long|first|second|early|late|graduate)$",
    re.IGNORECASE,
)
_PLAIN_WORDS = """
figure rate share national average region area country stand stands stood reach reached report show shows find found
compare compared same data latest current currently roughly nearly almost still just low high lower higher above below
better worse best worst more less fewer total overall general typical annual fact short contrast addition particular
practice recent local regional only even already now today well far whole place others rest true ahead behind beyond
size head example instance sale money rank ranked last first second third position top bottom put puts
council force county service authority partnership made make earn paid get got become became come came went goes put
took coverage level proportion percentage number
"""
_PLAIN = frozenset(stem(word) for word in _PLAIN_WORDS.split())
_TIMES = frozenset(map(stem, ("year", "years", "month", "months", "quarter", "period", "spring", "words", "terms")))
_OPENS_WITH_WHOLE = re.compile(
    r"(?:Of|Among|Amongst)\s(?:all\s)?(?:the\s|those\s|its\s|our\s|these\s)?(?P<whole>[^,\d]+?)"
    r"(?:,|\s(?:only|just|some|about|around|nearly|almost|over|it|this|the\s(?:figure|share|rate)|(?=\d))\b)"
)
_AMONG = re.compile(
    r"\b(?:among|amongst)\s(?:the\s|those\s|all\s|our\s)*(?P<whole>[^,;.\d]+?)\s(?:it|this|the\s(?:figure|share|rate))\s(?:is|was)\b"
)
_WHOLE_BEHIND = re.compile(
    r"\s(?:of\s)?(?:all\s|the\s|those\s|its\s|our\s)*(?P<whole>(?:(?!than\b|and\b|or\b)[\w’'-]+\s){0,6}?(?:who|that|which|whose|with|without|living|born"
    r"|aged|receiving|attending|working|from|on|under)\s(?:[\w’'-]+\s){1,6}?)(?=(?:have|has|had|are|is|were|was|do|does|did|can|say|said|feel|felt|live"
    r"|use|take|took|get|got|go|went|need|want|own|rent|start|reach|achiev|complet|pass|smok|work|meet|met|fail)\w*\b)"
)
_BARE_WHOLE = re.compile(
    r"\sof\s(?:(?:all|the|our|its)\s)*(?P<whole>[a-z-]+s)(?=\s(?:are|is|have|has|were|had|do|can|meet|met|reach|pass)\b)"
)  # 7% of lakes are
_OF_ANOTHER = re.compile(
    r"\s(?:(?:owned|run|held|led|managed|built|made|kept|supported)\sby|from|among|amongst|by|involving|due\sto|for|with|without|on)"
    r"\s(?!(?:it|us|them|themselves|ourselves|itself|others)\b)(?:(?:the|a|an|our|its|third|other)\s)?([a-z][a-z-]+)(?=[\s,.;])"
)
_WORDS = re.compile(r"\w+")
_SHORT_FOR_IT = re.compile(r"\(([A-Z]{2,}[a-z]?)\)")

_OUTSIDE = re.compile(
    r"\b(?:outside|neither|nor|nothing|none|nobody|out\sof|miss(?:ed|ing)?|free\sof|lose|lost)\b", re.IGNORECASE
)


class Narrowing:
    def __init__(self, edition: Edition, areas: Areas, kinship: Kinship) -> None:
        self._kinship, self._places = kinship, OtherPlaces(edition, areas)
        self._sources = _sources(edition)

    def is_narrowed(self, statement: Statement, at: int, indicator: Indicator) -> bool:
        """Whether the words speak of a part of what the indicator measures, or of a place or time it does not have."""
        return self.is_another(statement, at, indicator) or self.may_be_another(statement, at, indicator)

    def affirms(self, statement: Statement, at: int, indicator: Indicator) -> bool:
        """Whether the words have nothing but what the indicator's name has, without its no, not or without."""
        if not _turns(indicator.name, statement.text) or re.search(r"\bor\b|\(", indicator.name):
            return False
        known = self._kinship.stems_of(indicator)
        told = statement.told(*statement.stretch(at))
        return len(told & known) > 1 and told <= known | _PLAIN | _TIMES | COMMON

    def is_another(self, statement: Statement, at: int, indicator: Indicator, *, turned: bool = False) -> bool:
        """Whether they name a part, place or time: women, the first year, in Leeds.

        `turned`: whether the others are told of, so that a denial is missed by intent.
        """
        text, name = self._text(statement, at), indicator.name.lower()
        known = self._kinship.stems_of(indicator)
        return (
            is_of_a_group(statement, at, indicator, known)
            or is_of_another_kind(statement, at, indicator.name)
            or is_of_another_time(statement, statement.stretch(at)[1])
            or is_of_a_month(text)
            or (not (turned or judges(statement.lower, at)) and self._denies_otherwise(statement, indicator))
            or is_of_a_part_of_it(statement, at)
            or is_of_an_extreme(statement, at)
            or is_of_another_length(statement, at, name)
            or is_between_others(statement)
            or is_of_one_alone(statement, name)
            or is_of_one_side(statement, name)
            or self._is_of_another_source(statement, indicator)
            or self._places.are_named(statement, at, known)
            or is_of_its_cost(statement, at, indicator)
            or is_bought(text, indicator)
        )

    def may_be_another(self, statement: Statement, at: int, indicator: Indicator) -> bool:
        """Whether they say more than the indicator does: they may speak of a part of it, or of something else."""
        known = self._kinship.stems_of(indicator)
        return (
            names_another(_ASKED, self._text(statement, at), known, indicator.name.lower())
            or is_for_something_else(statement, at, indicator.name, known)
            or self._is_foreign(statement, at, known | stems_in(indicator.counted) - COMMON, indicator.name)
            or is_of_one_of_two(statement, indicator.name)
            or self._is_kind_of(statement, at, known)
            or self._is_of_a_part(statement, at, known)
            or self._says_something_else(statement, at, known)
            or is_qualified_otherwise(statement, indicator.name, _PLAIN | _TIMES | COMMON)
            or are_added(statement, at, indicator.name.lower(), known, _PLAIN | _TIMES | COMMON)
        )

    def _text(self, statement: Statement, at: int) -> str:
        """The sentence, until the end of the larger clause."""
        return statement.passage.text[statement.start : statement.stretch(at)[1]]

    def _denies_otherwise(self, statement: Statement, indicator: Indicator) -> bool:
        return _turns(indicator.name, statement.text) and not self._is_abbreviated(statement, indicator)

    def _is_abbreviated(self, statement: Statement, indicator: Indicator) -> bool:
        """NEET: whether a word of its id alone says what the name does."""
        own = stems_in(indicator.id.replace("-", " ")) - stems_in(indicator.name)
        return not own.isdisjoint(word for _, word in statement.stems)

    def _is_of_another_source(self, statement: Statement, indicator: Indicator) -> bool:
        """Whether the sentence has notes, and none of them is to where the indicator has its values from."""
        own = self._sources.get(indicator.id)
        return bool(statement.sources and own) and statement.sources.isdisjoint(own or ())

    def _is_kind_of(self, statement: Statement, at: int, known: frozenset[str]) -> bool:
        """Whether a word right before the indicator's own, or what the sentence opens with, makes it a kind of it."""
        opened = None if _OPENS_WITH_AREAS.match(statement.text) else _OPENS_WITH.match(statement.text)
        told = statement.told(statement.start + opened.start(1), statement.start + opened.end(1)) if opened else None
        if told and not told & (known | _PLAIN | _TIMES):
            return True
        start, end = statement.clause(at)
        if statement.passage.text[start : start + 1] == ":" or _IN_APPOSITION.fullmatch(
            statement.passage.text, start, at
        ):
            start = statement.start  # what is told before it goes on
        for begin, word in statement.stems:
            before = _WORD_BEFORE.search(statement.passage.text, statement.start, begin)
            if start <= begin < end and word in known and before and self._qualifies(statement, before, known):
                return True
            if start <= begin < end and word in known and self._is_of_another(statement, begin, known):
                return True
        return False

    def _qualifies(self, statement: Statement, before: re.Match[str], known: frozenset[str]) -> bool:
        if any(area.start <= before.start() < area.end for area in statement.areas):
            return False
        stems = frozenset(word for begin, word in statement.stems if begin == before.start(1))
        stems = self._kinship.with_abbreviated(stems)
        return bool(stems) and not stems & (known | _PLAIN) and _KINDS.search(before[1]) is not None

    def _is_of_another(self, statement: Statement, begin: int, known: frozenset[str]) -> bool:
        """Litter from boats: whether words behind the indicator's own make it a part."""
        word = re.compile(r"[\w’'-]+").match(statement.passage.text, begin)
        behind = _OF_ANOTHER.match(statement.passage.text, word.end(), statement.end) if word else None
        if (
            behind is None
            or behind[1] in NUMBERS
            or is_group(behind[1])
            or any(one.start <= behind.start(1) < one.end for one in statement.areas)
        ):
            return False
        told = statement.told(behind.start(1), behind.end(1))
        return bool(told) and not told & (known | _PLAIN | COMMON)

    def _is_of_a_part(self, statement: Statement, at: int, known: frozenset[str]) -> bool:
        """Of the land on dairy farms, 29%: a whole that other words than the indicator's make narrower."""
        start, end = statement.stretch(at)
        those = _THOSE_WHO.match(statement.passage.text, statement.start)
        if those and statement.told(*those.span("told")) & known - COMMON and those.end() <= at:
            further = statement.told(those.end(), end)
            if further - _PLAIN - _TIMES and not further & known:
                return True  # of those who took part, 31% did so at a festival
        wholes = [_OPENS_WITH_WHOLE.match(statement.passage.text, statement.start)]
        wholes.append(_AMONG.search(statement.passage.text, start, end))
        if share := next((one for one in statement.quantities if one.start == at and one.unit == "percent"), None):
            wholes.append(_WHOLE_BEHIND.match(statement.passage.text, share.end, end))
            wholes.append(_BARE_WHOLE.match(statement.passage.text, share.end, end))
        return any(
            statement.told(whole.start("whole"), whole.end("whole")) - known - _PLAIN - COMMON
            for whole in wholes
            if whole
            and whole.start() >= listed_until(statement)
            and not is_group(whole["whole"])
            and not are_areas(statement, *whole.span("whole"))
        )

    def _says_something_else(self, statement: Statement, at: int, known: frozenset[str]) -> bool:
        told = self._kinship.with_abbreviated(something_else(statement, at, known))
        return bool(told - _PLAIN - _TIMES) and not told & known

    def _is_foreign(self, statement: Statement, at: int, known: frozenset[str], name: str) -> bool:
        """Whether the words next to a figure tell of something else, and none of them of the indicator."""
        start, end = statement.stretch(at)
        own = _WORDS.findall(name.lower())  # the figures in its name part nothing: by the age of five, 19-year-olds
        others = [one for one in statement.quantities if one.text.lower() not in own]
        start = max([start, *(one.end for one in others if one.end <= at)])
        end = min([end, *(one.start for one in statement.quantities if one.start > at)])
        asked = {word for begin, word in statement.stems if begin == at} - known  # rarer, in: and has become rarer
        said = self._kinship.with_abbreviated(statement.told(start, end) - asked)
        return not said & known and len(said - _PLAIN - _TIMES) > 1


def _sources(edition: Edition) -> dict[str, set[str]]:
    """Where each indicator has its values from."""
    evidence = edition.evidence
    found = {one.id: {one.source} for one in evidence.indicators.values() if one.source}
    for row in evidence.observations.values():
        if row.source:
            found.setdefault(row.indicator, set()).add(row.source)
    return found


def _turns(name: str, text: str) -> bool:
    """Whether one of the two denies what the other says: adults with no qualifications, adults with qualifications."""
    if any(re.search(rf"\b{re.escape(short)}\b", text) for short in _SHORT_FOR_IT.findall(name)):
        return False  # NEET denies by itself
    return is_denied(name) and not (is_denied(text) or _OUTSIDE.search(text))
