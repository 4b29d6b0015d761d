"""Which measure a word that compares is said of: more of what, better at what."""

from __future__ import annotations

import re

from reportgen.checks.report.reading.claims.spoken_of import speaks_of
from reportgen.checks.report.reading.indicators.meaning import Manner
from reportgen.checks.report.reading.indicators.subjects import Subject
from reportgen.checks.report.reading.numbers.how_many import HEAD
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator

_COMPLEMENT = re.compile(r"\b(?:without|unable|cannot|lack\w*|non|avoid\w*|fail\w*|quit\w*|except|unlike|gap|gaps)\b")
_DENIALS = {"unable", "cannot", "without", "lack", "lacking", "not", "no"}
_BUT_A_MEASURE = re.compile(
    r"\b(?:measures?|indicators?|KPIs?|metrics?)\b[^,;.]*?,?\s(?:but|except|apart\sfrom|other\sthan|save)\s(?!(?:it|they|is|are)\b)"
)
_MEASURES_COUNTED = re.compile(
    rf"\b(?:{HEAD})\s(?:out\s)?of\s[^,;.]{{0,40}}\b(?:measures|indicators|KPIs|metrics)\b(?:,[^,;.]+,)?[^,;.]*$",
    re.IGNORECASE,
)  # three of the four indicators are better; all but one of them, rent, are
_LITTLE = re.compile(r"\b(?:low|poor|bad|little)\s(?P<what>[a-z]+)", re.IGNORECASE)
_OF_TIME = re.compile(r"(?:long|short|soon|quick|fast|slow|lat)er\b", re.IGNORECASE)
_OF_A_SIZE = re.compile(r"(?:long|short|dear|costli|cheap)er", re.IGNORECASE)


def compared_measure(report: ReadReport, statement: Statement, at: int, said: str = "") -> Indicator | None:
    """What is compared, where that is sure, real and the whole of what is measured; `said`: as `Manner.denial`."""
    subject = report.meanings.subject(statement, at)
    if _OF_TIME.match(statement.passage.text, at) and not (subject and subject.sure):
        subject = report.meanings.timed(statement) or subject
    if (subject is None or not subject.sure) and (only := report.meanings.holding_all(statement, at)):
        subject = Subject(only, True)
    before = statement.before(at, 200)
    if subject is None or _BUT_A_MEASURE.search(before) or _MEASURES_COUNTED.search(before):
        return None
    indicator = subject.indicator
    if _is_turned(indicator.name, before):
        return None
    if not subject.sure and not speaks_of(report, statement, indicator):
        return None
    statement = statement.dated(report.data.current(indicator))
    odd = {one[0] for one in _COMPLEMENT.finditer(statement.text) if one[0] not in indicator.name}
    odd -= _DENIALS if _DENIALS & set(indicator.name.lower().split()) else set()  # who cannot are those that are unable
    return None if odd or not report.meanings.is_claim(statement, at, indicator, Manner(said)) else indicator


def is_sized_otherwise(word: str, indicator: Indicator) -> bool:
    """Whether a share cannot be so: waits are longer, of those who wait under 18 weeks."""
    return indicator.unit == "percent" and _OF_A_SIZE.fullmatch(word) is not None


def _is_turned(name: str, text: str) -> bool:
    """Whether what is compared is good where it is high, and measured by who have little of it: life satisfaction."""
    found = _LITTLE.search(name)
    return (
        found is not None
        and not _LITTLE.search(text)
        and re.search(rf"\b{found['what']}", text, re.IGNORECASE) is not None
    )
