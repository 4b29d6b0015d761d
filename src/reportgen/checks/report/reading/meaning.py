"""Which indicator, area and period a figure is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reportgen.checks.report.reading.areas import Areas, Named
from reportgen.checks.report.reading.quantities import Quantity
from reportgen.checks.report.reading.sentences import NUMBERS, stem
from reportgen.checks.report.reading.statements import Statement, previous
from reportgen.checks.report.reading.subjects import Subjects, stems_in
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Indicator, Unit
from reportgen.edition.settings import IndicatorData

UNITS: tuple[Unit, ...] = ("percent", "gbp", "number")
_ANAPHORA = re.compile(
    r"(?:This|That|It|Its|The|Here|Nationally|In|Across|By|At|Since|Between|Both|Only|There|On|Of these|Compared"
    r"|Against)\b"
)
_OWN = ("value", "gap", "count", "change", "rating", "statement")
# Who or what a measure is narrowed to; where the measure itself does not say so, its value is another's.
_NARROWED = re.compile(
    r"\b(?:young(?:er(?!\sthan)|est)?|old(?:er(?!\sthan)|est)|women|men|girls|boys|females?|males?|disabled|deprived|poor(?:er(?!\sthan)|est)|rich(?:er(?!\sthan)|est)"
    r"|ethnic|migrants?|graduates|unemployed|rural|urban|parents?|inner|wards?|neighbourhoods?|infants?|teenagers?|toddlers?"
    r"|pensioners?|lone|minority|asian|black|white|wealthi\w+|affluent|medium|micro|private|social"
    r"|(?:small|large)(?:er)?(?=\s(?:firms?|business\w*|compan\w+|employers?|towns?|homes|schools|sites))|asked|said|told"
    r"|polled|answered"
    r"|part-time|full-time|carers?|mothers|fathers|newcomers|pregnant|veterans?|prisoners?|refugees?|target|record|some(?!\s[£\d])|certain|worst|best|weekend\w*"
    r"|those\s(?:aged|under|over|with|without|who|in)|(?:under|over)-?\d+s|night|peak|winter|summer|survey\w*|sample|respondents|newly|new)\b",
    re.IGNORECASE,
)
_UNKNOWN_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]cross|[Ff]or|at|throughout|around|near|to|of)\s(?:the\s)?((?:[A-Z][a-z]+)(?:[\s-](?:[A-Z][a-z]+|upon|and|of|the))*)"
)
_NO_PLACE = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|Table|Figure|Mission|Chapter|Roadmap|Work|Level|Covid|I$"
)
_ELSEWHEN = re.compile(
    r"\b(?:a\s(?:decade|generation)\sago|(?:\w+\s)?years\s(?:ago|earlier|before)|pandemic|at\sits\s(?:peak|height|lowest)|once)\b"
)


_OPENS_WITH = re.compile(r"In\s([a-z]+)(?=,|\s(?:the|\d|it|only|just|some))")
_WORD_BEFORE = re.compile(r"(?<![\w-])([A-Za-z-]+)\s$")
_KINDS = re.compile(
    r"(?:youth|ent|ary|ic|ical|term|al|ive|ous|ile|food|garden|child|adult|school|plastic|glass|paper|night|day|return|single"
    r"|repeat|serious|minor|hidden|short|long|first|second|early|late|graduate)$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\([+\u2212-]$")
_RIVAL = re.compile(r"\b(?:than|than\sin|than\sfor|above|below|behind|ahead\sof|exceeds?|beats?|trails?|lags?)\s$")
_BESIDE = re.compile(
    r"(?:[’']s)?(?:\s(?:average|rate|figure|level|share|value))?,?\s?(?:of|at|with|where\sit\sis|is|has|had|\()?\s?"
)
_PLAIN_WORDS = """
figure rate share national average region area country stand stands stood reach reached report show shows find found
compare compared same data latest current currently roughly nearly almost still just low high lower higher above below
better worse best worst more less fewer total overall general typical annual fact short contrast addition particular
practice recent local regional only even already now today well far whole place others rest true
"""
_PLAIN = frozenset(stem(word) for word in _PLAIN_WORDS.split())
_TURNED = re.compile(r"\b(?:no|not|without|unable|cannot|lack\w*|never|non)\b", re.IGNORECASE)
_TO_PERIOD = re.compile(r"[\s(]*(?:[a-z]+\s){0,4}?(?:in|for|by|\()?\s?\(?")
_COMPARED = re.compile(r"\b(?:above|below|ahead|behind|higher|lower|better|worse|more|fewer|less|exceeds?|beats?)\b")


@dataclass(frozen=True, slots=True)
class Subject:
    indicator: Indicator
    sure: bool


class Meanings:
    """Reads what the figures of an edition's statements are about."""

    def __init__(self, edition: Edition, areas: Areas, every: Sequence[Statement]) -> None:
        self.edition, self.areas, self.every = edition, areas, every
        self._subjects = Subjects(edition)
        self._numbers = {id(one): number for number, one in enumerate(every)}

    def subject(self, statement: Statement, at: int, units: Collection[Unit] = UNITS) -> Subject | None:
        """What the words at this place are about: by their clause, those before it, the sentence, the one before."""
        own = self._own(statement, at, units)
        if own is not None and own.sure:
            return own
        shown, before = self._of_figure(statement), self._inherited(statement, own)
        if own is not None and before is not None and own.indicator is not before.indicator:
            before = None
        return shown or before or own or self._of_passage(statement)

    def stems_of(self, indicator: Indicator) -> frozenset[str]:
        """The words that tell of an indicator, and of what it counts."""
        return self._subjects.stems_of(indicator) | stems_in(indicator.counted)

    def subjects(self, statement: Statement) -> list[Indicator]:
        """All indicators that a sentence surely names."""
        found = [self._own(statement, start) for start, _ in statement.clauses]
        return list({one.indicator.id: one.indicator for one in found if one and one.sure}.values())

    def is_claim(self, statement: Statement, at: int, indicator: Indicator) -> bool:
        """Whether what is said here is said of what the indicator measures, as a fact."""
        unreal = statement.is_unreal(at, indicator.name)
        return not (unreal or statement.is_quoted(at) or self.is_narrowed(statement, at, indicator))

    def is_narrowed(self, statement: Statement, at: int, indicator: Indicator) -> bool:
        """Whether the words speak of a part of what the indicator measures, or of a place or time it does not have."""
        _, end = statement.stretch(at)
        text = statement.passage.text[statement.start : end]
        known = self._subjects.stems_of(indicator)
        name = indicator.name.lower()
        if any(
            stem(one[0].lower()) not in known and one[0].lower() not in name for one in _NARROWED.finditer(text)
        ) or _ELSEWHEN.search(text):
            return True
        if self._is_foreign(statement, at, known) or _turns(name, statement.text):
            return True
        if self._is_kind_of(statement, at, known):
            return True
        return any(self._is_unknown_place(one[1]) for one in _UNKNOWN_PLACE.finditer(self._segment(statement, at)))

    def _is_kind_of(self, statement: Statement, at: int, known: frozenset[str]) -> bool:
        """Whether a word right before the indicator's own, or what the sentence opens with, makes it a kind of it."""
        opened = _OPENS_WITH.match(statement.text)
        if opened and stem(opened[1]) not in known | _PLAIN and opened[1] not in NUMBERS:
            return True
        start, end = statement.clause(at)
        for begin, word in statement.stems:
            before = _WORD_BEFORE.search(statement.passage.text, statement.start, begin)
            if start <= begin < end and word in known and before and self._qualifies(statement, before, known):
                return True
        return False

    def _qualifies(self, statement: Statement, before: re.Match[str], known: frozenset[str]) -> bool:
        if any(area.start <= before.start() < area.end for area in statement.areas):
            return False
        stems = {word for begin, word in statement.stems if begin == before.start(1)}
        return bool(stems) and not stems & (known | _PLAIN) and _KINDS.search(before[1]) is not None

    def _segment(self, statement: Statement, at: int) -> str:
        """The words from one figure to the next, and those that the sentence begins with."""
        ends = [one.end for one in statement.quantities if one.end <= at]
        starts = [one.start for one in statement.quantities if one.start > at]
        opening = statement.passage.text[statement.start : statement.stretch(statement.start)[1]]
        until = min([statement.stretch(at)[1], *starts])
        return f"{opening} | {statement.passage.text[max([statement.start, *ends]) : until]}"

    def _is_foreign(self, statement: Statement, at: int, known: frozenset[str]) -> bool:
        """Whether the words next to a figure tell of something else, and none of them of the indicator."""
        start, end = statement.stretch(at)
        start = max([start, *(one.end for one in statement.quantities if one.end <= at)])
        end = min([end, *(one.start for one in statement.quantities if one.start > at)])
        named = [(one.start, one.end) for one in statement.areas]
        said = {
            word
            for begin, word in statement.stems
            if start <= begin < end and not any(first <= begin < last for first, last in named)
        }
        return not said & known and len(said - _PLAIN) > 1

    def area(self, statement: Statement, one: Quantity) -> tuple[Named | None, bool]:
        """The area that a figure is of, as named right behind it or before it. None: the report's own, unsaid.

        The second: whether a figure before it was of another area, so that nobody can be sure.
        """
        taken: Named | None = None
        for other in statement.quantities:
            found = self._behind(statement, other) or self._ahead(statement, other, taken)
            if other is one:
                doubtful = found is None and taken is not None and taken.area != self.areas.home
                return found, doubtful
            taken = found or taken
        return None, False

    def period(self, statement: Statement, one: Quantity) -> str:
        """The period that a figure is of, as named beside it or alone in its sentence. Empty: unsaid."""
        if not statement.periods:
            return ""
        following = [other.start for other in statement.quantities if other.start > one.start]
        until = min([statement.end, *following])
        for at, period in statement.periods:
            if one.end <= at < until and _TO_PERIOD.fullmatch(statement.passage.text, one.end, at):
                return period
        earlier = [other.end for other in statement.quantities if other.end <= one.start]
        begin = max([statement.start, *earlier])
        before = [period for at, period in statement.periods if begin <= at < one.start]
        if before:
            return before[-1]
        return statement.periods[0][1] if len(statement.periods) == 1 else ""

    def _own(self, statement: Statement, at: int, units: Collection[Unit] = UNITS) -> Subject | None:
        start, end = statement.clause(at)
        mission = statement.passage.section.mission
        doubtful: Subject | None = None
        for begin, until in ((start, end), (statement.start, end), (statement.start, self._reach(statement, at))):
            bound = [one for one in self._bound(statement, begin, until) if one.unit in units]
            if len(bound) == 1:
                return Subject(bound[0], True)
            ranked = self._subjects.ranked(statement.stems_within(begin, until), mission, units)
            if ranked and ranked[0].sure and (doubtful is None or doubtful.indicator is ranked[0].indicator):
                return Subject(ranked[0].indicator, True)
            if ranked and ranked[0].coverage >= 0.3 and doubtful is None:
                doubtful = Subject(ranked[0].indicator, False)
        return doubtful

    def _reach(self, statement: Statement, at: int) -> int:
        """How far behind a figure its subject may be named: until the next one, where more than one follow."""
        if _SIGNED.search(statement.before(at + 1, 2)):
            return at  # a gap in brackets stands behind what it is of
        later = [one for one in statement.quantities if one.start > at and one.bound is None and one.unit != "ordinal"]
        return later[0].start if len(later) > 1 else statement.end

    def _bound(self, statement: Statement, start: int, end: int) -> list[Indicator]:
        ids = {
            one.value.origin.id: None
            for one in statement.passage.bound
            if start <= one.start < end and one.value.origin.kind in _OWN
        }
        return [self.edition.evidence.indicators[key] for key in ids]

    def _inherited(self, statement: Statement, own: Subject | None = None) -> Subject | None:
        """What the sentence before is about, where this one points back, or names a part of it."""
        before = previous(self.every, self._numbers[id(statement)])
        if before is None:
            return None
        named = self.subjects(before)
        points_back = _ANAPHORA.match(statement.text) is not None
        if len(named) == 1 and (points_back or (own is not None and own.indicator is named[0])):
            return Subject(named[0], True)
        return self._inherited(before) if points_back and not named else None

    def _of_figure(self, statement: Statement) -> Subject | None:
        """What the figure shows that a sentence refers to."""
        for reference in statement.passage.references:
            figure = self.edition.settings.figures.get(reference.target)
            if figure and statement.start <= reference.start < statement.end and isinstance(figure.data, IndicatorData):
                return Subject(self.edition.evidence.indicators[figure.data.indicator], True)
        return None

    def _of_passage(self, statement: Statement) -> Subject | None:
        """Words of a figure or an indicator are about it."""
        section = statement.passage.section
        figure = self.edition.settings.figures.get(section.figure)
        key = figure.data.indicator if figure and isinstance(figure.data, IndicatorData) else section.indicator
        indicator = self.edition.evidence.indicators.get(key)
        return Subject(indicator, True) if indicator else None

    def _behind(self, statement: Statement, one: Quantity) -> Named | None:
        """An area named right behind a figure, before its clause ends: 34% of lakes in England."""
        following = [other.start for other in statement.quantities if other.start > one.start]
        until = min([statement.clause(one.end - 1)[1], *following])
        words = statement.passage.text[one.end : until]
        compared = re.search(
            r"\b(?:above|below|ahead|behind|higher|lower|better|worse|more|fewer|less|exceeds?|beats?)\b", words
        )
        limit = one.end + compared.start() if compared else until
        return next((area for area in statement.areas if one.end <= area.start < limit), None)

    def _ahead(self, statement: Statement, one: Quantity, taken: Named | None) -> Named | None:
        """The last area named before a figure, behind the figure before that: in England it is 34%."""
        earlier = [other.end for other in statement.quantities if other.end <= one.start]
        begin = max([statement.start, *earlier])
        named = [area for area in statement.areas if begin <= area.start < one.start and area is not taken]
        last = named[-1] if named else None
        if last and _RIVAL.search(statement.before(last.start, 14)) and not self._is_beside(statement, last, one):
            return next((area for area in reversed(named[:-1]) if area.area == self.areas.home), None)
        return last

    def _is_beside(self, statement: Statement, area: Named, one: Quantity) -> bool:
        """England's 34%, the average of 34%: what an area is set against may have its figure right behind it."""
        start = one.hedge_start if one.hedge_start >= 0 else one.start
        return _BESIDE.fullmatch(statement.passage.text, area.end, start) is not None

    def _is_unknown_place(self, name: str) -> bool:
        if _NO_PLACE.match(name):
            return False
        known = " ".join([*self.areas.known, *self.areas.labels.values(), "United Kingdom Great Britain"])
        settings = self.edition.settings
        titles = " ".join([settings.title, settings.organisation, *(one.title for one in settings.missions)])
        names = " ".join(one.name for one in self.edition.evidence.indicators.values())
        return not all(word in f"{known} {titles} {names}" for word in name.split())


def _turns(name: str, text: str) -> bool:
    """Whether one of the two denies what the other says: adults with no qualifications, adults with qualifications."""
    return bool(_TURNED.search(name)) and not _TURNED.search(text)
