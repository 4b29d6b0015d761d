"""Who is ahead, as figures told before have it: that puts us ahead; £634 here, £683 in England, so we earn less."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.comparing.adjectives import Sense
from reportgen.checks.report.reading.comparing.compared_measure import compared_measure, is_sized_otherwise
from reportgen.checks.report.reading.comparing.comparisons import Move, comparatives
from reportgen.checks.report.reading.comparing.differences import bears_out, gap_in_words
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator
from reportgen.problems import Problem

_SENSES: dict[str, Sense] = {
    "ahead": "better",
    "behind": "worse",
    "above": "more",
    "below": "less",
    "higher": "more",
    "lower": "less",
    "better": "better",
    "worse": "worse",
}
_STANDING = re.compile(
    r"(?:(?:So|Thus|Here|Locally|In\sother\swords),?\s)?(?:That|This|It|Which|We|Our|The\s(?:county|city|region|area|borough|district)|[A-Z][\w\s]{2,30}?)\s"
    r"(?:(?:puts?|leaves?|places?|makes?|keeps?|is|are|stands?|lies?|does|do|rate|share|figure|value)\s){1,3}(?:[A-Z][\w\s]{2,30}?\s|us\s|it\s|the\s[a-z]+\s)?"
    r"(?:well|just|slightly|far|clearly|much|a\slittle|therefore|still)?\s?(?P<word>ahead|behind|above|below|higher|lower|better|worse)"
    r"(?:\s(?:here|of\sit|on\sthis(?:\smeasure)?|than\sthat))?[.;,]",
)
_SO = re.compile(
    r"(?:[,;:]|\sand|\s[–—])\s(?:so(?:\sthat)?|(?:which|that|this)\smeans(?:\sthat)?|meaning(?:\sthat)?|therefore|hence|thus),?\s"
)
_OF_A_NOUN = re.compile(r"\s(?!(?:here|there|often|on|in|for|across|nationally)\b)[a-z]")  # so more people take the bus
_PAIR = 2
_HINT = "Turn the word round, or correct it."


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        if not statement.text.endswith("?"):
            yield from _standing(report, statement)
            yield from _inferred(report, statement)


def _standing(report: ReadReport, statement: Statement) -> Iterator[Problem]:
    """That puts us ahead: of the one area that the sentences before name."""
    found = _STANDING.match(statement.text)
    if found is None or any(one.area != report.data.home for one in statement.areas):
        return
    rivals = report.meanings.rivals_before(statement)
    word = statement.start + found.start("word")
    indicator = compared_measure(report, statement, word) if len(rivals) == 1 else None
    if indicator is not None and not report.data.is_other_time(statement, indicator):
        end, sense = word + len(found["word"]), _SENSES[found["word"].lower()]
        yield from _judged(report, statement, (word, end, sense), indicator, (report.data.home, rivals[0]))


def _inferred(report: ReadReport, statement: Statement) -> Iterator[Problem]:
    """£634 here and £683 in England, so people earn less: of the two areas whose figures stand before."""
    so = _SO.search(statement.passage.text, statement.start, statement.end)
    claims = [one for one in report.claims_of(statement) if one.role == "value" and one.sure and one.agrees]
    areas = list(dict.fromkeys(one.area for one in claims))
    if so is None or len(areas) != _PAIR or len(claims) != _PAIR or len(statement.quantities) != _PAIR:
        return
    indicator, behind = claims[0].indicator, [one for one in comparatives(statement) if one.start >= so.end()]
    whose = [one.area for one in statement.areas if one.start >= so.end()] or [report.data.home]
    if claims[1].indicator is not indicator or len(behind) != 1 or len(whose) != 1 or whose[0] not in areas:
        return
    one, told_before = behind[0], all(each.quantity.end <= so.start() for each in claims)
    if told_before and _is_of_it(report, statement, indicator, so.end(), one):
        other = next(area for area in areas if area != whose[0])
        yield from _judged(report, statement, (one.start, one.end, one.sense), indicator, (whose[0], other))


def _is_of_it(report: ReadReport, statement: Statement, indicator: Indicator, start: int, one: Move) -> bool:
    """Whether the clause says nothing but the measure: people earn more, fewer adults smoke; not more needs doing."""
    of_a_noun = _OF_A_NOUN.match(statement.after(one.end)) is not None
    said = statement.told(start, statement.end if of_a_noun else one.start)
    tells = bool(said & report.meanings.stems_of(indicator)) if of_a_noun else True
    fits = tells and (indicator.unit == "percent" or not of_a_noun)
    all_of_it = report.meanings.is_all_there_is(indicator, said)
    return fits and all_of_it and compared_measure(report, statement, one.start) is indicator


def _judged(
    report: ReadReport,
    statement: Statement,
    said: tuple[int, int, Sense],
    indicator: Indicator,
    areas: tuple[str, str],
) -> Iterator[Problem]:
    """A word that sets the first of two areas above or below the other."""
    start, end, sense = said
    gap, word = report.data.gap(indicator, *areas), statement.passage.text[start:end]
    if gap is None or is_sized_otherwise(word, indicator):
        return
    if not bears_out(gap.value, sense, indicator):
        to = report.areas.called(areas[1])
        message = f"the words say “{word}”, the data say {gap.shown} ({gap.label}, {gap.place}) to {to}: "
        yield Problem(
            "error", "direction", f"{message}{gap_in_words(gap, indicator, sense)}", statement.place(start), _HINT
        )
