"""Which indicator's people or things an absolute gap counts: by its name, or by how it words its gap."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen.checks.report.reading.comparing.matches import would_match
from reportgen.checks.report.reading.facts.kin import kin_of
from reportgen.checks.report.reading.indicators.kinship import COMMON
from reportgen.checks.report.reading.numbers.behind import NOUNS
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator

if TYPE_CHECKING:
    from reportgen.checks.report.reading.report import ReadReport

MORE = r"more|fewer|less|extra|additional|further"
_SENSE = re.compile(r"\b(?:(?P<more>more|extra|additional|too\smany)|(?P<fewer>fewer|less|too\sfew|short))\b")
_FILLED_IN = re.compile(r"\{\w+\}")
_MANY = 2  # wordings that have a word, so that it tells of none of them: implies, against
_DIRECTIONS = stems_in(f"{MORE} ahead behind better worse wider narrower higher lower larger smaller same short beyond")


class HeadcountTies:
    """The indicators of an edition that count something, by what they count and by how their gap is worded."""

    def __init__(self, report: ReadReport) -> None:
        self._meanings = report.meanings
        self._counting = [one for one in report.edition.evidence.indicators.values() if one.counted]
        self._worded = _worded(self._counting)

    def counting(self, statement: Statement, one: Quantity) -> list[Indicator]:
        """Those that count what stands behind a figure, or before it where nothing does: patients number 900 fewer."""
        nouns = NOUNS.match(statement.after(one.end))
        said = stems_in(re.sub(rf"\b(?:{MORE}|too|few|many|short)\b", "", nouns[0])) if nouns else frozenset()
        if not said:
            before = {word for at, word in statement.stems if at < one.start}
            return [each for each in self._counting if stems_in(each.counted) <= before] if one.unit != "gbp" else []
        if one.unit == "gbp":
            return [each for each in self._counting if "pound" in stems_in(each.counted)]
        kin = said | kin_of(said & _THINGS)
        return [each for each in self._counting if stems_in(each.counted) <= kin]

    def named(self, statement: Statement, one: Quantity, fitting: Sequence[Indicator]) -> Indicator | None:
        """The one that the sentence, or the one before, is surely about; else the only one that its words can mean."""
        subject = self._meanings.subject(statement, one.start)
        if subject is not None and subject.sure and subject.indicator in fitting:
            return subject.indicator
        named = [each for each in self._meanings.subjects(statement) if each in fitting]
        return named[0] if len(named) == 1 else self._in_other_words(statement, fitting)

    def worded(self, statement: Statement, fitting: Sequence[Indicator]) -> Indicator | None:
        """The one whose gap statement has all its words in a sentence: adults without the basics."""
        said = {word for _, word in statement.stems}
        told = [each for each in fitting if (own := self._worded[each.id]) and own <= said]
        return told[0] if len(told) == 1 else None

    def turned(self, statement: Statement, one: Quantity, worded: str) -> str:
        """The word beside a figure that says more where its gap statement says fewer, or the other way round."""
        nouns = NOUNS.match(statement.after(one.end))
        beside = [*_SENSE.finditer(nouns[0] if nouns else ""), *_SENSE.finditer(statement.before(one.start, 12))]
        stated = _SENSE.search(worded)
        if len(beside) != 1 or stated is None or len(_SENSE.findall(worded)) > 1:
            return ""
        is_turned = beside[0].lastgroup != stated.lastgroup
        return beside[0][0] if is_turned != would_match(statement) else ""  # at their rate we would have more

    def _in_other_words(self, statement: Statement, fitting: Sequence[Indicator]) -> Indicator | None:
        """The only one of the chapter that has a telling word of the sentence, if it names no other."""
        said = statement.told(statement.start, statement.end) - COMMON
        own = [each for each in fitting if each.mission == statement.passage.section.mission]
        sharing = [each for each in own if said & (self._meanings.stems_of(each) - stems_in(each.counted))]
        return sharing[0] if len(sharing) == 1 and not self._meanings.subjects(statement) else None


_THINGS = stems_in("businesses firms companies employers enterprises homes houses dwellings properties pupils students")


def _worded(counting: Sequence[Indicator]) -> Mapping[str, frozenset[str]]:
    """The words by which each words its gap and few others do, but for what is filled in and compared."""
    texts = {one.id: stems_in(_FILLED_IN.sub("", f"{one.ahead} {one.behind}")) for one in counting}
    spread = Counter(word for stems in texts.values() for word in stems)
    return {
        one.id: frozenset(word for word in texts[one.id] if spread[word] <= _MANY)
        - (_DIRECTIONS | stems_in(one.counted))
        for one in counting
    }
