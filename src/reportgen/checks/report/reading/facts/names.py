"""What each fact is called: the words of its id and of its note, weighed by how rare they are, its time and its hedge.

A fact has no name. Its note says what it is, in the words of its owner: checks read it, a build never does.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.facts.figures import Bound, fact_datum, rounded
from reportgen.checks.report.reading.numbers.number_words import UNITS
from reportgen.checks.report.reading.numbers.ranges import Range
from reportgen.checks.report.reading.sentences import stem, stems_in
from reportgen.edition.evidence import Evidence, Fact

_VAGUE_WORDS = """
share rise fall low high count total number year years region uk national local area new per times gap people home homes
value worth today one two same end lower upper number set come way use go
possible potential planned expected forecast further second minute hour day week month average median typical mean
"""
VAGUE = frozenset(stem(word) for word in _VAGUE_WORDS.split())
_FAINT = 0.25  # of the weight of a word that tells
_YEAR = re.compile(r"\b(?:19|20|21)\d\d(?:[-–/](?:19|20|21)?\d\d)?\b")
_BOUNDS: dict[Bound, str] = {
    "above": r"(?:well\s|just\s)?(?:more\sthan|over|above)|at\sleast|a\sminimum|or\smore|(?:a\s)?lower\sbound",
    "below": r"(?:well\s|just\s)?(?:less\sthan|fewer\sthan|under|below)|at\smost|up\sto|nearly|almost"
    r"|(?:an?\s)?(?:upper\sbound|maximum|ceiling)",
    "about": r"roughly|about|around|approximately|circa|rounded|(?:an?\s)?estimated?",
}
_REMARK = re.compile(
    rf"\s*(?:{'|'.join(f'(?P<{bound}>{words})' for bound, words in _BOUNDS.items())})"
    r"(?:\s(?:this|that|it|so))?(?:\s(?:much|many))?\s*",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:the\ssame|of\sthose|of\sit|those|of\sthese|they|them|that\s(?:rise|growth|fall|gain|programme|region|task))\b"
)
_FUTURE = re.compile(
    r"\b(?:possible|potential\w*|plan(?:s|ned)?|target\w*|forecast\w*|foreseen|expect\w*|project(?:ed|ions?)|could|would|may|goal|ambition"
    r"|aim|future|horizon|to\sbe|by\s2[01]\d\d|due)\b"
)
_MULTIPLE = re.compile(r"\btimes\b|\bmultiple\b|\w+fold\b")
_LACK = re.compile(r"\b(?:short(?:fall|age)?|lack\w*|gap|deficit|missing)\b")
_CHANGE = re.compile(
    r"\b(?:ris(?:e|en)|fall|growth|gain\w*|cut|gap|lead|short(?:fall)?|lack\w*|drop|change|increas\w+|decreas\w+|sav\w+|less|more|fewer"
    r"|lost|loss|deficit|surplus|reduction|higher|lower|difference|ahead|behind|extra|further|new|additional|points|added)\b"
)
_ENDS = re.compile(
    r"\b(?:(?:19|20)\d\d(?:-\d\d)?|low|high|lower|upper|min|max|from|to|before|after|now|then|planned|previous)\b"
)
_JOINED = re.compile(r"s\s(?:and|or)\s")
_SPELLED = re.compile(r"\b(two|three|four|five|six)-([a-z])\b")


@dataclass(frozen=True, slots=True)
class FactName:
    number: int  # of its row
    fact: Fact
    datum: Datum
    family: int  # the same for 2022 and 2023, lower and upper end
    of_id: frozenset[str]
    of_note: frozenset[str]
    counted: frozenset[str]  # what it counts, by its note: the words until the first that qualifies them
    modifiers: frozenset[
        str
    ]  # those of them that only say what kind of thing it counts: the school of new school places
    noun: frozenset[str]  # the plural that its note begins with, or that ends what it counts: the beds in care homes
    above: frozenset[str]  # words of the row above, where the note points back to it
    years: frozenset[str]
    bound: Bound | None  # what its note says of the figure: more than this
    text: str
    exact: Range  # without what the note says

    @property
    def words(self) -> frozenset[str]:
        return self.of_id | self.of_note

    @property
    def head(self) -> frozenset[str]:
        return self.of_id | self.counted

    @property
    def is_future(self) -> bool:
        """Whether it tells of what may come to be."""
        return _FUTURE.search(self.text.lower()) is not None

    @property
    def is_change(self) -> bool:
        return _CHANGE.search(self.text.lower()) is not None

    @property
    def is_multiple(self) -> bool:
        """Whether it tells how many times something is another."""
        return _MULTIPLE.search(self.text.lower()) is not None

    @property
    def is_lack(self) -> bool:
        """Whether it tells how many are missing, so that “short of” leads to it and is no hedge."""
        return _LACK.search(self.text.lower()) is not None


class FactNames:
    """The names of an edition's facts that a figure can tell, and the weight of each word of theirs."""

    def __init__(self, evidence: Evidence) -> None:
        self.every = tuple(_names(evidence.facts))
        documents = [one.words for one in self.every]
        documents += [stems_in(f"{one.name} {one.id.replace('-', ' ')}") for one in evidence.indicators.values()]
        self._weights = _weights(documents)
        self._by_word: dict[str, list[FactName]] = {}
        for name in self.every:
            for word in name.words | name.above:
                self._by_word.setdefault(word, []).append(name)

    def sharing(self, words: Iterable[str]) -> list[FactName]:
        """The facts that have one of these words, in the order of their table."""
        found = {name.number: name for word in words for name in self._by_word.get(word, ())}
        return [found[number] for number in sorted(found)]

    def weight(self, words: Iterable[str]) -> float:
        return sum(self._weights.get(word, 0.0) for word in words)


def _names(facts: Mapping[str, Fact]) -> Iterator[FactName]:
    above: frozenset[str] = frozenset()
    families: dict[str, int] = {}
    family, text = 0, ""
    for number, fact in enumerate(facts.values()):
        told, bound = _note(fact.note)
        called = _SPELLED.sub(lambda found: f"{UNITS[found[1]]}{found[2]}", fact.id).replace("-", " ")
        of_id, of_note = stems_in(_YEAR.sub("", called)), stems_in(_YEAR.sub("", told))
        points_back = _POINTS_BACK.search(told) is not None
        text = f"{called} {told} {text if points_back else ''}"
        kin = " ".join(_ENDS.sub("", fact.id.replace("-", " ")).split())
        family = family if "same" in told else families.setdefault(kin, number)
        datum = fact_datum(fact, bound)
        years = frozenset(_YEAR.findall(f"{re.sub('[^0-9]', ' ', fact.id)} {told}"))
        if datum is not None:
            row_above = above if points_back else frozenset()
            head = _head(told)
            counted = stems_in(head)
            yield FactName(
                number,
                fact,
                datum,
                family,
                of_id,
                of_note,
                counted,
                _modifiers(head),
                _noun(head),
                row_above,
                years,
                bound,
                text,
                rounded(fact),
            )
        above = (above if points_back else frozenset()) | of_id | of_note


def _head(note: str) -> str:
    return re.split(
        r"\b(?:of|in|with|within|that|who|which|from|per|between|at|for|to|through|by|on)\b|[,:;]",
        note.removeprefix("of those,"),
        maxsplit=1,
    )[0]


def _modifiers(head: str) -> frozenset[str]:
    words = head.split()
    if _JOINED.search(head):
        return frozenset()  # schools and colleges: it counts either
    return stems_in(" ".join(words[:-1])) - stems_in(words[-1]) if words and words[-1].endswith("s") else frozenset()


def _noun(head: str) -> frozenset[str]:
    """Of bus drivers employed, the drivers; none of cities and towns, of which either may be said."""
    plurals = [word for word in head.split() if re.search("[^us]s$", word)]
    if _JOINED.search(head):
        return frozenset()
    return stems_in(plurals[-1]) if plurals else frozenset()


def _note(note: str) -> tuple[str, Bound | None]:
    """A note without what it remarks on the figure, and the remark: more than this, roughly, at most."""
    told, bound = [], None
    for part in re.split(r"[;,()]", note):
        remark = _REMARK.fullmatch(part)
        if remark:
            bound = next(kind for kind in _BOUNDS if remark[kind])
        else:
            told.append(part)
    return ",".join(told), bound


def _weights(documents: list[frozenset[str]]) -> dict[str, float]:
    spread = Counter(word for stems in documents for word in stems)
    many = len(documents)
    return {
        word: math.log(1 + many / count) / math.log(1 + many) * (_FAINT if word in VAGUE else 1.0)
        for word, count in spread.items()
    }
