"""Above and below, better and worse, risen and fallen: words against the sign of the gap or change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.areas.named import Named
from reportgen.checks.report.reading.areas.rivals import THAN_THERE
from reportgen.checks.report.reading.areas.several_areas import may_count, several
from reportgen.checks.report.reading.comparing.adjectives import Sense
from reportgen.checks.report.reading.comparing.comparisons import (
    Comparison,
    Move,
    comparisons,
    holds,
    is_fronted,
    moves,
)
from reportgen.checks.report.reading.comparing.placings import in_their_order
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.indicators.meaning import Manner
from reportgen.checks.report.reading.indicators.measures_listed import measures_listed
from reportgen.checks.report.reading.indicators.subjects import Subject
from reportgen.checks.report.reading.numbers.how_many import HEAD
from reportgen.checks.report.reading.numbers.number_words import CARDINAL
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.roles import role
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.series.rows_together import rows_named
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.times.spans import span_of
from reportgen.checks.report.rules.comparators import mistaken
from reportgen.edition.evidence import Indicator
from reportgen.problems import Problem

_COMPLEMENT = re.compile(r"\b(?:without|unable|cannot|lack\w*|non|avoid\w*|fail\w*|quit\w*|except|unlike|gap|gaps)\b")
_DENIALS = {"unable", "cannot", "without", "lack", "lacking", "not", "no"}
_SET_AGAINST = re.compile(
    r"\b(?:than|above|below|behind|of|against|with|from|as|to)\s(?:in\s|for\s|across\s|those\s(?:in|of)\s)?$"
)
_BUT_A_MEASURE = re.compile(
    r"\b(?:measures?|indicators?|KPIs?|metrics?)\b[^,;.]*?,?\s(?:but|except|apart\sfrom|other\sthan|save)\s(?!(?:it|they|is|are)\b)"
)
_MEASURES_COUNTED = re.compile(
    rf"\b(?:{HEAD})\s(?:out\s)?of\s[^,;.]{{0,40}}\b(?:measures|indicators|KPIs|metrics)\b(?:,[^,;.]+,)?[^,;.]*$",
    re.IGNORECASE,
)  # three of the four indicators are better; all but one of them, rent, are
_WHERE = re.compile(r",\s(?:where|which|whose|who)\b")  # than in England, where it has risen
_OPENS_IN = re.compile(r"(?:Back\s)?[Ii]n\s(?:the\syear\s)?")
_LITTLE = re.compile(r"\b(?:low|poor|bad|little)\s(?P<what>[a-z]+)", re.IGNORECASE)
_NOWADAYS = re.compile(r"\b(?:now|today|since|still|currently|at\spresent|no\slonger|these\sdays)\b", re.IGNORECASE)
_OF_TIME = re.compile(r"(?:long|short|soon|quick|fast|slow|lat)er\b", re.IGNORECASE)
_OF_A_SIZE = re.compile(r"(?:long|short|dear|costli|cheap)er", re.IGNORECASE)
_NO = re.compile(r"\bno\s$", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\belsewhere\b", re.IGNORECASE)
_THEN = re.compile(r"\b(?:then|later|before|afterwards)\s(?:[a-z]+\s)?$")
_DATED = re.compile(
    rf"\b(?:in|over|within)\s(?:the\s(?:last|past)\s)?{CARDINAL}\syears\b|\bin\sa\s(?:single\s)?year\b|\bover\sthe\s(?:last\s|past\s)?year\b|\byear\son\syear\b|\blast\syear\b|\ba\syear\s(?:earlier|ago|before)"
    r"|\bthe\s(?:year\sbefore|previous\syear)\b|\bsince\b|\bbetween\b|\bfrom\b|\b(?:has|have)\b",
    re.IGNORECASE,
)


def problems(report: ReadReport) -> Iterator[Problem]:
    mistaken_for = mistaken(report)
    for statement in report.statements:
        if statement.text.endswith("?"):
            continue
        told: set[int] = set()
        rivals = report.edition.settings.comparators
        if may_count(statement) and any(
            several(statement, report.areas.known, report.data.home, [one.area for one in rivals])
        ):
            continue  # areas_together tells of these
        for comparison in (in_their_order(statement, one) for one in comparisons(statement)):
            problem = _area_problem(report, statement, comparison)
            if (id(statement), comparison.rival.start) in mistaken_for:
                told.add(comparison.start)
            elif problem and comparison.start not in told:
                told.add(comparison.start)
                yield problem
        if not told:
            yield from _moves(report, statement)


def _area_problem(report: ReadReport, statement: Statement, comparison: Comparison) -> Problem | None:
    indicator = subject_of(report, statement, comparison.start)
    _, listed = measures_listed(report.meanings, statement, comparison)
    if indicator is None or (None not in listed and listed and indicator not in listed):
        return None  # better on rent, but not on pay
    area, other = area_before(report, statement, comparison.rival), report.data.area_of(comparison.rival, indicator)
    then = _opening_period(statement)
    gap = report.data.gap(indicator, area, other, then) if other and other != area else None
    if gap is None or (not then and is_other_time(report, statement, indicator)):
        return None
    if is_sized_otherwise(statement.passage.text[comparison.start : comparison.end], indicator):
        return None
    borne_out = gap.value != 0 and holds(comparison.sense, gap.value > 0, indicator.better == "higher")
    denied = _NO.search(statement.before(comparison.start, 4)) is not None
    if borne_out != denied or _is_of_another(report, statement, indicator):
        return None
    ours, theirs = report.data.value(indicator, area, then), report.data.value(indicator, other, then)
    if ours is None or theirs is None:
        return None
    word = f"{'no ' if denied else ''}{statement.passage.text[comparison.start : comparison.end]}"
    rival = f"{theirs.shown} for {report.areas.called(other)}"
    message = (
        f"the words say “{word}”, the data say {ours.shown} for {area} and {rival} (“{indicator.id}”, {ours.place}): "
        f"{means(gap, indicator, comparison.sense)}"
    )
    return Problem(
        "error", "direction", message, statement.place(comparison.start), "Turn the word round, or correct it."
    )


def _opening_period(statement: Statement) -> str:
    """The only period that a sentence names, where it opens with it: in 2021 fewer of us did than in England."""
    told = {period for _, period in statement.periods}
    opens = bool(told) and _OPENS_IN.fullmatch(statement.passage.text, statement.start, statement.periods[0][0])
    is_only = len(told) == 1 and not statement.shifts and not _NOWADAYS.search(statement.text)
    return told.pop() if opens and is_only else ""


def _is_of_another(report: ReadReport, statement: Statement, indicator: Indicator) -> bool:
    """Whether the figures in the sentence are right, and another indicator's: then it speaks of that one."""
    told = [one.indicator for one in report.claims_of(statement) if one.agrees or one.agrees_with_another]
    return bool(told) and all(one is not indicator for one in told)


def means(gap: Datum, indicator: Indicator, sense: Sense) -> str:
    if gap.value == 0:
        return "they are level"
    if sense in ("more", "less"):
        return f"that is {'above' if gap.value > 0 else 'below'}"
    better = (gap.value > 0) == (indicator.better == "higher")
    return f"{indicator.better} is better, so that is {'better' if better else 'worse'}"


def _moves(report: ReadReport, statement: Statement) -> Iterator[Problem]:
    every = moves(statement)
    if not every or not _is_of_time(statement):
        return
    for move in every:
        if _THEN.search(statement.before(move.start, 12)):
            continue  # rose until 2021, and then fell
        if not _is_of_home(report, statement, move):
            continue
        indicator = subject_of(report, statement, move.start)
        if indicator is None:
            continue
        word = statement.passage.text[move.start : move.end]
        if _NO.search(statement.before(move.start, 4)):
            continue  # which is no improvement
        if _is_in_its_name(statement, move, indicator) or is_sized_otherwise(word, indicator):
            continue
        problem = _move_problem(report, statement, move, indicator)
        if problem and not quotes_others(report, statement):
            yield problem
            return


def _is_of_time(statement: Statement) -> bool:
    """Whether it tells of a course: since 2021, in two years, or by how much."""
    if statement.periods or statement.shifts or _DATED.search(statement.text):
        return True
    return len(moves(statement)) == 1 and any(role(statement, one) == "change" for one in statement.quantities)


def _is_of_home(report: ReadReport, statement: Statement, move: Move) -> bool:
    """Whether other areas are only what the clauses before set it against: lower than in England, and has risen."""
    begin, end = statement.stretch(move.start)
    if _ELSEWHERE.search(statement.passage.text, begin, end):
        return False
    rivals = {one.rival.start for one in comparisons(statement) if one.rival.end <= begin}
    rivals = rivals if not _WHERE.match(statement.passage.text, begin) else set()
    return all(one.area == report.data.home or one.start in rivals for one in statement.areas)


def quotes_others(report: ReadReport, statement: Statement) -> bool:
    """Whether it opens with a series' row, or its figures are right, and a fact's or a series': it speaks of those."""
    if _opens_with_a_row(report, statement):
        return True
    each = [report.quotes.of(statement, one) for one in statement.quantities if not one.bound]
    if each and all(any(quote.sure and quote.agrees for quote in quotes) for quotes in each):
        return True
    if any(one.meant for one in report.claims_of(statement)):
        return False
    return any(quote.sure and quote.agrees_exactly for quotes in each for quote in quotes)


def _opens_with_a_row(report: ReadReport, statement: Statement) -> bool:
    """Whether it begins with a row of a series that is no area: Moorside completed more homes."""
    if any(one.start == statement.start for one in statement.areas):
        return False
    every = (rows_named(statement, series) for series in report.edition.evidence.series.values())
    return any(row.start == statement.start for rows in every for row in rows)


def _is_in_its_name(statement: Statement, move: Move, indicator: Indicator) -> bool:
    """Admissions due to falls: these do not fall."""
    return not stems_in(statement.passage.text[move.start : move.end]).isdisjoint(stems_in(indicator.name))


def _move_problem(report: ReadReport, statement: Statement, move: Move, indicator: Indicator) -> Problem | None:
    periods = report.data.periods(indicator, report.data.home)
    span = span_of(statement, None, move.start, periods, report.data.current(indicator))
    home = report.data.home
    change = report.data.change(indicator, home, span.since, span.until) if span.since is not None else None
    if change is None or change.value == 0 or holds(move.sense, change.value > 0, indicator.better == "higher"):
        return None
    word = statement.passage.text[move.start : move.end]
    moved = "rose" if change.value > 0 else "fell"
    if move.sense in ("better", "worse"):
        moved = f"{moved}, and {indicator.better} is better"
    message = f"the words say “{word}”, the data say {change.shown} ({change.label}, {change.place}): it {moved}"
    return Problem("error", "direction", message, statement.place(move.start), "Turn the word round, or correct it.")


def subject_of(report: ReadReport, statement: Statement, at: int, said: str = "") -> Indicator | None:
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
    if not subject.sure and not _is_of_its_figures(report, statement, indicator):
        return None
    statement = statement.dated(report.data.current(indicator))
    odd = {one[0] for one in _COMPLEMENT.finditer(statement.text) if one[0] not in indicator.name}
    odd -= _DENIALS if _DENIALS & set(indicator.name.lower().split()) else set()  # who cannot are those that are unable
    return None if odd or not report.meanings.is_claim(statement, at, indicator, Manner(said)) else indicator


def _is_turned(name: str, text: str) -> bool:
    """Whether what is compared is good where it is high, and measured by who have little of it: life satisfaction."""
    found = _LITTLE.search(name)
    return (
        found is not None
        and not _LITTLE.search(text)
        and re.search(rf"\b{found['what']}", text, re.IGNORECASE) is not None
    )


def _is_of_its_figures(report: ReadReport, statement: Statement, indicator: Indicator) -> bool:
    """Whether all that its figures surely tell is of what the words may mean: it has improved, from 40% to 45%."""
    told = [one.indicator for one in report.claims_of(statement) if one.sure and one.agrees]
    return bool(told) and all(one is indicator for one in told)


def is_sized_otherwise(word: str, indicator: Indicator) -> bool:
    """Whether a share cannot be so: waits are longer, of those who wait under 18 weeks."""
    return indicator.unit == "percent" and _OF_A_SIZE.fullmatch(word) is not None


def area_before(report: ReadReport, statement: Statement, rival: Named) -> str:
    """The area that is compared: the one named last before the rival that is set against nothing itself."""
    if is_fronted(statement, rival):
        behind = [one for one in statement.areas if one.start >= rival.end]
        return behind[0].area if behind else report.data.home
    named = [one for one in statement.areas if one.end <= rival.start]
    against = {one.rival.start for one in comparisons(statement) if one.rival.end <= rival.start}
    subject = [one for one in named if _is_followed_up(statement, one) or not _is_set_against(statement, one, against)]
    return subject[-1].area if subject else report.data.home


def _is_set_against(statement: Statement, one: Named, against: set[int]) -> bool:
    before = _SET_AGAINST.search(statement.before(one.start, 24)) or THAN_THERE.search(statement.before(one.start))
    return before is not None or one.start in against  # lags England and leads Kent: whoever does both


def _is_followed_up(statement: Statement, one: Named) -> bool:
    """Whether what it is set against goes on as what is compared: behind England, which is ahead of Kent."""
    return _WHERE.match(statement.passage.text, one.end) is not None


def is_other_time(report: ReadReport, statement: Statement, indicator: Indicator) -> bool:
    current = report.data.current(indicator)
    return any(period != current for _, period in statement.periods)
