"""How many measures are so, as the words count them: two of the four are behind, most are GREEN, only rent rose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reportgen.checks.report.reading.comparing.compared_area import compared_area
from reportgen.checks.report.reading.comparing.comparisons import comparisons, moves
from reportgen.checks.report.reading.comparing.differences import bears_out
from reportgen.checks.report.reading.comparing.standing import Standing, standing
from reportgen.checks.report.reading.indicators.missions_named import tells_of_each_mission
from reportgen.checks.report.reading.indicators.ratings import typed_ratings
from reportgen.checks.report.reading.indicators.topics import measures_on, opening_topic, topic_of
from reportgen.checks.report.reading.numbers.how_many import HEAD, MANY, counts_some, how_many
from reportgen.checks.report.reading.numbers.number_words import cardinal
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.times.spans import span_of
from reportgen.findings import Finding, Rating
from reportgen.problems import Problem

_NOUN = r"(?:(?P<kind>[a-z-]+)\s)?(?:measures?|indicators?|KPIs?|metrics?)\b"
_MENTIONS = re.compile(r"measures?\b|indicators?\b|KPI|metrics?\b", re.IGNORECASE)
_WHERE = r"(?:\s(?:of|in|for|under)\s(?:this|the|our)\s(?:mission|chapter|report|section))?"
_WHOSE = r"all|the|these|those|its|our|th(?:e|is)\s(?:mission|chapter|report|section)[’']s"
_OF_THE = rf"(?:(?:{_WHOSE})\s)*(?:(?P<whole>{MANY})\s)?{_NOUN}{_WHERE}"
_COUNTED = (
    re.compile(rf"\b(?P<head>{HEAD})\s(?P<of>(?:out\s)?of\s)?{_OF_THE}", re.IGNORECASE),
    re.compile(rf"\b[Oo]f\s{_OF_THE},\s(?P<head>{HEAD}|only)\b(?!\s(?:of|measures?|indicators?)\b)"),
    re.compile(
        rf"\b(?P<head>{HEAD})\s{_NOUN}\s(?P<of>(?:out\s)?of)\s(?:(?:the|these|all)\s)?(?P<whole>{MANY})\b(?!\s(?!is\b|was\b|has\b|lags\b)[a-z]+s\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<head>{HEAD})\s(?P<of>(?:out\s)?of)\s(?:(?:the|these|those|all|its|our)\s)*(?P<whole>{MANY})(?P<kind>)"
        r"(?=[.,;]|\s(?:and|are|is|were|was|have|has|lag|lie|stand|come)\b|$)",
        re.IGNORECASE,
    ),
)
_SOME_OF_THEM = re.compile(r"\s(?:on|about|of|that|with|for|which|where|whose|relating)\b")
_BUT = re.compile(r",?\s(?:but|except(?:\sfor)?|apart\sfrom|other\sthan|save)\s")
_IS_ONE = re.compile(r"\b(?:is|are|was|were|among|not|almost|nearly|in)\s(?:the\s)?$")
_SINCE = re.compile(r"\b(?:since|than\sin|year\sbefore|year\searlier|last\syear|over\sthe\syear|year\son\syear)\b")
_SMALL = re.compile(r"(?:(?<=\brated\s)|(?<=\bare\s)|(?<=\bis\s))(?:green|amber|red)\b(?!\s[a-z])")  # are green
_HINT = "Correct the number, or the word."

Judged = Callable[[Finding], bool | None]  # None: the data do not say


@dataclass(frozen=True, slots=True)
class _Said:
    start: int
    end: int
    holds: Judged


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        text, start, end = statement.passage.text, statement.start, statement.end
        if not _MENTIONS.search(text, start, end) and not _COUNTED[-1].search(text, start, end):
            continue
        if tells_of_each_mission(report.edition.settings, statement.text):
            continue
        for pattern in _COUNTED:
            found = pattern.search(statement.passage.text, statement.start, statement.end)
            if found is not None and _counts(report, statement, found):
                told = [_problem(report, statement, found, scope) for scope in _scopes(report, statement, found)]
                yield from [one for one in told[:1] if one is not None and None not in told]
                break


def _counts(report: ReadReport, statement: Statement, found: re.Match[str]) -> bool:
    """Whether the words count measures, all that a mission or the report has, as a fact."""
    head, text = found["head"].lower(), statement.passage.text
    plain = counts_some(head) and "of" in found.groupdict() and not found["of"]
    part = _SOME_OF_THEM.match(text, found.end("head") if head == "only" else found.end())
    own = _of_mission(report, statement.passage.section.mission)
    topic = topic_of(statement, found.end(), found["kind"] or "")
    if (own and len(own) == cardinal(found["whole"] or "")) or _on_topic(report, statement, found):
        part = None  # of its two measures, whatever they are called
    elif found.re is _COUNTED[-1] or topic:
        return False
    is_one = _IS_ONE.search(statement.before(found.start()))
    unreal = statement.is_unreal(found.start(), f"not nor {found[0]} {topic}")  # Nobody cares alone, a mission
    return head not in ("any", "either") and not (plain or part or is_one or unreal)


def _on_topic(report: ReadReport, statement: Statement, found: re.Match[str]) -> Sequence[Finding]:
    """The measures of the topic that the words name: three of the four rail indicators. Empty: it is not known."""
    whole = cardinal(found["whole"]) if found["whole"] else None
    topic = topic_of(statement, found.end(), found["kind"] or "") or opening_topic(statement)
    measures = measures_on(report.edition, topic, int(whole) if whole is not None else None) if topic else None
    return [report.findings[one.id] for one in measures or ()]


def _of_mission(report: ReadReport, mission: str) -> Sequence[Finding]:
    return [one for one in report.findings.values() if mission and one.indicator.mission == mission]


def _scopes(report: ReadReport, statement: Statement, found: re.Match[str]) -> Sequence[Sequence[Finding]]:
    """The measures that may be meant: those of the mission, of the report, as many as the words say."""
    whole = cardinal(found["whole"]) if found["whole"] else None
    if on_topic := _on_topic(report, statement, found):
        return [on_topic] if whole in (None, len(on_topic)) else []
    every = list(report.findings.values())
    own = _of_mission(report, statement.passage.section.mission)
    scopes = [each for each in (own, every) if each and (whole is None or whole == len(each))]
    return scopes[:1] if own and "report" not in statement.text else scopes[-1:]


def _problem(
    report: ReadReport, statement: Statement, found: re.Match[str], scope: Sequence[Finding]
) -> Problem | None:
    said = _said(report, statement, found)
    named = {one.id for one in report.meanings.subjects(statement)}
    head = found["head"].lower()
    but = _BUT.match(statement.passage.text, found.end(), statement.end)
    if said is None or ((but or head == "only") and not named):
        return None
    judged = {one.indicator.id: said.holds(one) for one in scope if not (but and one.indicator.id in named)}
    so = [key for key, holds_ in judged.items() if holds_]
    unsure = sum(one is None for one in judged.values())
    if head == "only":
        fits = unsure > 0 or set(so) == named or not named <= set(judged)
    else:
        numbers = how_many(head, len(judged))
        fits = numbers is None or any(len(so) + more in numbers for more in range(unsure + 1))
    if fits:
        return None
    start, end = min(found.start(), said.start), max(found.end(), said.end)
    names = ", ".join(f"“{key}”" for key in so) or "none"
    message = (
        f"the words say “{statement.passage.text[start:end]}”, and of {len(judged)} measures it is so of "
        f"{len(so)}: {names} (indicators.csv)"
    )
    return Problem("error", "all-measures", message, statement.place(found.start()), _HINT)


def _said(report: ReadReport, statement: Statement, found: re.Match[str]) -> _Said | None:
    """The one thing that is said of the measures: a rating, how they compare, what became of them."""
    begin, end = statement.stretch(found.end() - 1)
    begin = min(begin, found.start())
    rated = typed_ratings(statement.passage.text, statement.passage.bound, begin, end)
    rated = rated or list(_SMALL.finditer(statement.passage.text, found.end(), end))
    compared = [one for one in comparisons(statement) if begin <= one.start < end]
    if rated or compared:
        if len({one[0].upper() for one in rated}) + len(compared) != 1:
            return None
        return _rated(report, statement, rated[0]) if rated else _compared(report, statement, found)
    stands = standing(statement, found.start())
    return _placed(report, stands) if stands else _moved(report, statement)


def _placed(report: ReadReport, stands: Standing) -> _Said:
    """Behind on three: against what each is judged by."""

    def so(finding: Finding) -> bool | None:
        gap = report.data.gap(finding.indicator, report.data.home, finding.indicator.comparators[0])
        return None if gap is None else bears_out(gap.value, stands.sense, finding.indicator)

    return _Said(stands.start, stands.end, so)


def _rated(report: ReadReport, statement: Statement, found: re.Match[str]) -> _Said | None:
    rating, named = Rating(found[0].upper()), {one.area for one in statement.areas} - {report.data.home}
    if any(named - set(one.indicator.comparators[:1]) for one in report.findings.values()):
        return None  # judged against another than the first
    return _Said(found.start(), found.end(), lambda one: one.rating is rating)


def _compared(report: ReadReport, statement: Statement, found: re.Match[str]) -> _Said | None:
    begin, end = statement.stretch(found.end() - 1)
    one = next(each for each in comparisons(statement) if min(begin, found.start()) <= each.start < end)
    home, rival = report.data.home, one.rival.area
    others = any(period != each.period for _, period in statement.periods for each in report.findings.values())
    if not rival or rival == home or compared_area(report, statement, one.rival) != home or others:
        return None

    def so(finding: Finding) -> bool | None:
        gap = report.data.gap(finding.indicator, home, rival)
        return None if gap is None else bears_out(gap.value, one.sense, finding.indicator)

    return _Said(one.start, one.end, so)


def _moved(report: ReadReport, statement: Statement) -> _Said | None:
    found = list(moves(statement))
    if len(found) != 1 or not _SINCE.search(statement.text) or len(statement.areas) > 0:
        return None

    def so(finding: Finding) -> bool | None:
        periods = report.data.periods(finding.indicator, report.data.home)
        span = span_of(statement, None, found[0].start, periods, finding.period)
        if span.since is None:
            return None
        change = report.data.change(finding.indicator, report.data.home, span.since, span.until)
        return None if change is None else bears_out(change.value, found[0].sense, finding.indicator)

    return _Said(found[0].start, found[0].end, so)
