"""Where the narrative explains the ratings in words of its own, they must be the rule that is applied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from reportgen.checks.report.reading.number_words import UNITS
from reportgen.checks.report.reading.passage import Passage, Section
from reportgen.checks.report.reading.ratings import typed_ratings
from reportgen.checks.report.reading.report import ReadReport
from reportgen.edition.evidence import Indicator
from reportgen.findings import Rating
from reportgen.numbers import show_gap_in_words
from reportgen.problems import Place, Problem

_DEFINES = re.compile(
    r"(?:\s+(?:rating|colour|rated|cell)\b)?\s*(?:\([^)]*\))?\s*"
    r"(?::|[–—=]|-(?=\s)|,?\s*\b(?:means?|where|if|when|for|stands? for|shows?|marks?|indicates?|is|are|says?)\b)",
    re.IGNORECASE,
)
_BETTER = re.compile(r"\b(?:better|ahead|outperform\w*)\b", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?:level|equal|same|in line|as good|at or (?:above|better)|matche?s)\b", re.IGNORECASE)
_WORSE = re.compile(r"\b(?:worse|behind|trail\w*|lag\w*)\b", re.IGNORECASE)
_CUE = re.compile(
    rf"{_BETTER.pattern}|{_LEVEL.pattern}|{_WORSE.pattern}|\bwithin\b|\bpoints?\b|\bmore\b", re.IGNORECASE
)
_NUMBERS = {
    "half a": Decimal("0.5"),
    "a": Decimal(1),
    "an": Decimal(1),
    **dict(zip(UNITS, map(Decimal, UNITS.values()), strict=True)),
}
_WIDTH = re.compile(
    rf"(?P<before>no more than|not more than|at most|up to|within|less than|fewer than|under|more than|over|beyond|"
    rf"greater than|at least|exceed\w*|by)?\s*(?:a maximum of\s*)?"
    rf"(?P<number>\d+(?:\.\d+)?|{'|'.join(_NUMBERS)})\s*(?:%|per cent|pp\b|(?:percentage )?points?)"
    rf"(?P<after>\s*(?:or (?:less|fewer|more|over)))?",
    re.IGNORECASE,
)
_HINT = "{{ rule() }} prints the rule that is applied."
_OPEN = ("less than", "fewer than", "under")  # the bound itself is not among them
_BEYOND = ("more than", "over", "beyond", "greater than", "exceed")


@dataclass(frozen=True, slots=True)
class Clause:
    """What is said of one rating."""

    rating: Rating
    text: str
    passage: Passage
    start: int

    @property
    def place(self) -> Place:
        return self.passage.place(self.start)

    def says(self, pattern: re.Pattern[str]) -> bool:
        return pattern.search(re.sub(r"\bno (?:worse|better)\b|\bnot (?:worse|better)\b", "", self.text)) is not None

    @property
    def width(self) -> re.Match[str] | None:
        return _WIDTH.search(self.text)


def problems(report: ReadReport) -> Iterator[Problem]:
    told: dict[Section, list[Clause]] = {}
    for section, clauses in explanations(report):
        yield from _judged(clauses, report)
        told.setdefault(section, []).extend(clauses)
    for clauses in told.values():
        yield from _incomplete(clauses, report)


def explanations(report: ReadReport) -> Iterator[tuple[Section, Sequence[Clause]]]:
    """Where the words explain more than one rating, and how."""
    words = (passage for passage in report.passages if passage.kind in ("paragraph", "item", "cell"))
    for (section, _), group in groupby(words, key=lambda passage: (passage.section, passage.group or id(passage))):
        clauses = [clause for passage in group for clause in _clauses(passage)]
        if len({clause.rating for clause in clauses}) > 1:
            yield section, clauses


def _clauses(passage: Passage) -> Iterator[Clause]:
    """The definitions in a passage: from one rating's word to the next; those that the data gave define nothing."""
    typed = typed_ratings(passage.text, passage.bound)
    ends = [found.start() for found in typed[1:]]
    for found, end in zip(typed, [*ends, len(passage.text)], strict=False):
        text = passage.text[found.end() : end]
        rating = Rating(found[0].upper())
        if _DEFINES.match(text) and (rating is Rating.NOT_RATED or _CUE.search(text)):
            yield Clause(rating, text, passage, found.start())


def _judged(clauses: Sequence[Clause], report: ReadReport) -> Iterator[Problem]:
    for clause in clauses:
        own = _indicator(clause, report)
        if own is not None and own.unit != "percent":
            continue  # its band is none of percentage points
        if fault := _fault(clause, own.amber_within if own else band(report)):
            message = f"{clause.rating.value} is explained as “{_short(clause.text)}”, but {fault}"
            yield Problem("error", "rule-words", message, clause.place, _HINT)


def _indicator(clause: Clause, report: ReadReport) -> Indicator | None:
    """The one measure that the sentence speaks of, as an exception does."""
    for statement in report.statements:
        if statement.passage is clause.passage and statement.start <= clause.start < statement.end:
            subject = report.meanings.subject(statement, clause.start)
            return subject.indicator if subject and subject.sure else None
    return None


def _incomplete(clauses: Sequence[Clause], report: ReadReport) -> Iterator[Problem]:
    said = {clause.rating for clause in clauses}
    given = {finding.rating for finding in report.findings.values()}
    missing = [rating for rating in Rating if rating in given and rating not in said]
    if missing:
        names = " and ".join(rating.value for rating in missing)
        message = f"the ratings are explained here without {names}, which the report prints"
        yield Problem("warning", "rule-incomplete", message, clauses[0].place)


def band(report: ReadReport) -> Decimal | None:
    """How many percentage points behind are AMBER, by the report's rule, where any indicator goes by it."""
    usual = report.edition.settings.amber_within
    bands = [one.amber_within for one in report.edition.evidence.indicators.values() if one.unit == "percent"]
    return usual if usual and usual in bands else None


def _fault(clause: Clause, band: Decimal | None) -> str:
    """Why the clause is not the rule; empty where it may be."""
    better, level, worse = clause.says(_BETTER), clause.says(_LEVEL), clause.says(_WORSE)
    match clause.rating:
        case Rating.GREEN if worse and not better:
            return "GREEN is what is better than the comparator"
        case Rating.GREEN if better and level:
            return "what is level with the comparator is AMBER"
        case Rating.RED if better and not worse:
            return "RED is what is worse than the comparator"
        case Rating.RED if level and not re.search(r"\bnot\b|\bmore\b", clause.text):
            return "what is level with the comparator is AMBER"
        case Rating.AMBER if _leaves_out(clause, band):
            return f"what is worse by no more than {shown(band)} is AMBER too"
        case Rating.AMBER | Rating.RED:
            return _width_fault(clause, band)
    return ""


def _width_fault(clause: Clause, band: Decimal | None) -> str:
    width = clause.width
    if width is None:
        return ""
    number, before = _number(width["number"]), (width["before"] or "").lower()
    after = (width["after"] or "").lower()
    if band is None:
        return "only what is level with the comparator is AMBER, by report.yaml"
    if number != band:
        return f"AMBER reaches to {shown(band)}, by report.yaml"
    if clause.rating is Rating.AMBER and before in _OPEN:
        return f"exactly {shown(band)} is AMBER as well"
    if clause.rating is Rating.AMBER and (before.startswith(_BEYOND) or "more" in after):
        return f"what is worse by more than {shown(band)} is RED"
    if clause.rating is Rating.RED and ("more" in after or before == "at least"):
        return f"exactly {shown(band)} is AMBER"
    if clause.rating is Rating.RED and (before in ("within", "up to", "at most", *_OPEN) or "no" in before.split()):
        return f"what is worse by no more than {shown(band)} is AMBER"
    return ""


def _leaves_out(clause: Clause, band: Decimal | None) -> bool:
    """Whether AMBER is said to be what is level, and no more."""
    if band is None or clause.width or clause.says(_WORSE):
        return False
    return clause.says(_LEVEL) and not re.search(r"\bwithin|\bclose|\bsimilar|\bnear|\babout|\bslight", clause.text)


def _number(word: str) -> Decimal:
    return _NUMBERS[word.lower()] if word.lower() in _NUMBERS else Decimal(word)


def shown(band: Decimal | None) -> str:
    return show_gap_in_words((band or Decimal(0)).normalize(), "percent", None)


def _short(text: str) -> str:
    words = re.sub(r"^[\s:–—=-]+", "", text).split(". ")[0].rstrip(" ;,.")
    return words if len(words) < 100 else f"{words[:97]}…"
