"""The one that is most so of what is measured: the dearest placement costs £2,150, whatever they cost on average."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.comparing.adjectives import SUPERLATIVES
from reportgen.checks.report.reading.numbers.number_words import ORDINALS
from reportgen.checks.report.reading.statements import Statement

_OPENS = re.compile(
    rf"(?:[Aa]nd\s|[Bb]ut\s|[Ww]hile\s|,\s|;\s|:\s)*[Tt]he\s(?:(?:{'|'.join(ORDINALS)})[\s-])?(?:{'|'.join(SUPERLATIVES.values())})\s(?=[a-z])"
)
_IS_OF = re.compile(
    r"\b(?:is|was|are|were|has|have|had|ha[sd]\sbeen|[a-z]{3,}(?:s|ed)(?=\s(?:in|to|at|from|by)\s)|came|went|fell)\b"
)
_OVER_TIME = re.compile(r"\b(?:years?|ever|record|since|month|quarter|decade)\b")
_OPENS_THE_SENTENCE = re.compile(
    r"(?:(?:On|In|At|For|Among|From|To)\s(?:the|our|its)|The|(?:On|In|At|For)\s[^,]+,\s(?:the|our|its))\s"
    r"(?:most\s[a-z]+|least\s[a-z]+|(?!latest|nearest|fewest|highest|lowest)[a-z]{3,}est)\s(?P<noun>[a-z-]+)"
)
_LEVELS = """
rate rates share shares figure figures level levels value values score scores gap gaps proportion number numbers
percentage change rise fall increase improvement part of difference lead drop reading count total average data
"""
_OF_THE_WHOLE = frozenset(_LEVELS.split())
_NAMED = re.compile(r"\b(?!(?:low|high|late)est\b)[a-z]{3,}est\s[a-z]")


def is_of_an_extreme(statement: Statement, at: int) -> bool:
    """Whether a clause tells of the one that is most so, and of no area or time of which it would be the measure."""
    start, end = statement.stretch(at)
    opens = _OPENS.match(statement.passage.text, start, end)
    if opens is None or statement.periods or _OVER_TIME.search(statement.text):
        return False
    verb = _IS_OF.search(statement.passage.text, opens.end(), statement.end)
    return not any(verb and one.start >= verb.end() for one in statement.areas)


def may_be_of_an_extreme(statement: Statement) -> bool:
    """The dearest placement, on the busiest road: one of what is measured; but the worst rate is one of the whole."""
    found = _OPENS_THE_SENTENCE.match(statement.text)
    return found is not None and found["noun"] not in _OF_THE_WHOLE


def names_an_extreme(statement: Statement) -> bool:
    """Whether a sentence names one anywhere: the fastest train of the day."""
    return _NAMED.search(statement.text) is not None
