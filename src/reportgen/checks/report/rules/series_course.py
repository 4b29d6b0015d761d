"""What became of a row or column of a series over its years: rose from 2021 to 2023, fell every year but one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen.checks.report.periods import when
from reportgen.checks.report.reading.comparing.comparisons import moves
from reportgen.checks.report.reading.numbers.how_many import MANY
from reportgen.checks.report.reading.numbers.number_words import cardinal
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.series.row_bands import bands_in
from reportgen.checks.report.reading.series.timelines import Timeline, timelines
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.surroundings import stems_beside
from reportgen.problems import Problem

_GAINED = re.compile(r"\b(?:(?P<more>gain(?:s|ed)|added)|(?P<less>los(?:t|es)|shed))\b(?=\s(?:[a-z]+\s)?[£\d])")
_EVERY_YEAR = re.compile(
    r"\b(?:every|each)\s(?:single\s)?(?:year|quarter)\b(?!\sgroup)|\b(year|quarter)\s(?:by|after)\s\1\b"
    r"|\bwithout\sa\sbreak\b",
    re.IGNORECASE,
)
_LAST_ONES = re.compile(
    rf"\b(?:(?P<row>{MANY})\s(?:years|quarters)\s(?:running|in\sa\srow)|(?:each|every\sone|all)\sof\sthe\s(?:last|past)\s(?P<last>{MANY})\s(?:years|quarters))\b",
    re.IGNORECASE,
)
_BUT = re.compile(
    rf",?\s(?:but|bar|except|save|apart\sfrom|other\sthan)(?:\sfor|\sin)?\s(?:(?P<end>the\s(?:last|latest|final|first)(?:\sone)?|20\d\d)|(?P<many>{MANY}))\b",
    re.IGNORECASE,
)
_SINCE, _UNTIL = re.compile(r"\b(?:[Ss]ince|[Ff]rom)\s$"), re.compile(r"\b(?:until|to|till)\s$")
_BETWEEN = re.compile(r"\b(?:between|from)\s$", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:share|rate|ratio|percentage|proportion|average|mean|median|per)\b", re.IGNORECASE)
_IN_A_YEAR = re.compile(r"(?:\s(?:again|further|sharply|slightly|steeply|a\slittle))?\sin\s$")
_PEAK = re.compile(
    r"\b(?:(?P<peaked>peaked)|(?:at|reached)\s(?:its|their|a)\s(?:(?P<high>longest|highest|largest|greatest|biggest|widest|peak|high\spoint)"
    r"|(?P<low>shortest|lowest|smallest|narrowest|low\spoint))|(?:was|were|stood)\s(?:(?P<more>longest|highest|largest|greatest|biggest|widest)"
    r"|(?P<less>shortest|lowest|smallest|narrowest)))(?:\s(?:point|level))?\sin\s$"
)


def problems(report: ReadReport) -> Iterator[Problem]:
    series = report.edition.evidence.series  # those that could be read
    every = [line for key, cells in report.cells.items() for line in timelines(series[key], cells)]
    for statement in report.statements if every else ():
        if statement.passage.kind != "alt" and not statement.shifts:  # drawn_course.py knows figures
            yield from _moved(report, statement, every)
            yield from _peaked(report, statement, every)


def _moved(report: ReadReport, statement: Statement, every: Sequence[Timeline]) -> Iterator[Problem]:
    found = [(one.start, one.end, 1 if one.sense == "more" else -1) for one in moves(statement) if _by_size(one.sense)]
    for one in _GAINED.finditer(statement.passage.text, statement.start, statement.end):
        found.append((one.start(), one.end(), 1 if one["more"] else -1))
    for start, end, way in found:
        alone = sum(statement.stretch(other[0]) == statement.stretch(start) for other in found) == 1
        lines = _meant(report, statement, start, end, every) if alone else []
        judged = [_fits(statement, start, end, way, line) for line in lines]
        if judged and all(one is False for one in judged):
            yield _problem(statement, start, end, lines[0])


def _by_size(sense: str) -> bool:
    return sense in ("more", "less")


def _peaked(report: ReadReport, statement: Statement, every: Sequence[Timeline]) -> Iterator[Problem]:
    """Was at its longest in 2024."""
    for at, period in statement.periods:
        found = _PEAK.search(statement.before(at))
        if found is None:
            continue
        start = at - len(found[0])
        lines = [line for line in _meant(report, statement, start, at, every) if when(period) in line.years]
        extreme = max if found["peaked"] or found["high"] or found["more"] else min
        if lines and all(line.values[line.years.index(when(period))] != extreme(line.values) for line in lines):
            yield _problem(statement, start, at + len(period), lines[0])


def _meant(report: ReadReport, statement: Statement, at: int, behind: int, every: Sequence[Timeline]) -> list[Timeline]:
    """The rows or columns that the words before a verb name, where nothing beside is told. `behind`: where it ends."""
    if statement.is_unreal(at, "nor") or statement.is_quoted(at):
        return []
    start, end = statement.stretch(at)
    areas = frozenset(word for one in statement.areas if one.area for word in stems_in(one.text))
    said = stems_beside(statement, start, at) | bands_in(statement.passage.text[start:at])
    told = (said | stems_beside(statement, behind, end)) - areas
    lines = [one for one in every if said and one.is_meant(said, told)]
    if _SHARE.search(statement.passage.text, start, end):
        lines = [one for one in lines if one.cells[0].unit == "percent" or _SHARE.search(_title(one))]
    strange = [one.area for one in statement.areas if one.area != report.data.home]
    if strange:
        lines = [one for one in lines if areas <= one.name | one.table]
    if statement.sources:
        lines = [one for one in lines if one.cells[0].sources & statement.sources]
    subject = report.meanings.subject(statement, at)
    if subject is not None and subject.sure and said <= report.meanings.stems_of(subject.indicator):
        return []  # risen_or_fallen.py tells
    return lines


def _title(line: Timeline) -> str:
    return f"{line.cells[0].title} {line.cells[0].heading} {line.cells[0].row_text}"


def _fits(statement: Statement, start: int, end: int, way: int, line: Timeline) -> bool | None:
    """Whether it went so; None: the words do not say from when to when, or name years that it has not."""
    begin, stop = statement.stretch(start)
    opening = statement.stretch(statement.start)[1]
    named = [(at, when(one)) for at, one in statement.periods if begin <= at < stop or at < opening]
    if not {year for _, year in named} <= set(line.years):
        return None
    steps = [(later - sooner) * way for sooner, later in pairwise(line.values)]
    text, numbers = statement.passage.text, [line.years.index(year) for _, year in named]
    always = _EVERY_YEAR.search(text, begin, stop) or _EVERY_YEAR.search(text, statement.start, opening)
    last = _LAST_ONES.search(text, begin, stop)
    if any(found and not _is_by(line, found) for found in (always, last)):
        return None
    if always:
        return _always(statement, always, steps, named, line)
    if last:
        many = int(cardinal(last["row"] or last["last"]) or 0)
        return all(one > 0 for one in steps[-many:]) if not named and 1 < many <= len(steps) else None
    if len(numbers) == 2:
        if numbers[0] >= numbers[1] or not _BETWEEN.search(statement.before(named[0][0])):
            return None
        return (line.values[numbers[1]] - line.values[numbers[0]]) * way > 0
    if len(numbers) != 1:
        return None
    at, number = named[0][0], numbers[0]
    if _SINCE.search(statement.before(at)):
        return (line.values[-1] - line.values[number]) * way > 0 if number + 1 < len(line.years) else None
    behind = _IN_A_YEAR.fullmatch(text, end, at) or at == statement.start + len("In ")
    return steps[number - 1] > 0 if behind and line.follows(number) else None


def _is_by(line: Timeline, found: re.Match[str]) -> bool:
    """Whether it goes from year to year, where the words do, or from quarter to quarter."""
    told = [step for step in ("year", "quarter") if step in found[0].lower()]
    return not told or told == [line.step]


def _always(
    statement: Statement,
    found: re.Match[str],
    steps: Sequence[Decimal],
    named: Sequence[tuple[int, str]],
    line: Timeline,
) -> bool | None:
    """Every year, every year since 2019, in every year but one, every year but the last."""
    first, last = 0, len(steps)
    but = _BUT.match(statement.passage.text, found.end(), statement.end)
    for at, year in named:
        number = line.years.index(year)
        if but and at < but.end() and at >= but.start():
            continue
        if _SINCE.search(statement.before(at)):
            first = number
        elif _UNTIL.search(statement.before(at)):
            last = number
        else:
            return None
    so = [one > 0 for one in steps[first:last]]
    if not so or (but is None and _BUT.search(statement.passage.text, found.end(), statement.end)):
        return None
    if but is None:
        return all(so)
    if but["many"]:
        return so.count(False) == cardinal(but["many"])
    if but["end"].startswith("20"):
        return (
            len(so) - 1 == sum(so) and not steps[line.years.index(but["end"]) - 1] > 0
            if but["end"] in line.years
            else None
        )
    return all(so[1:]) and not so[0] if "first" in but["end"] else all(so[:-1]) and not so[-1]


def _problem(statement: Statement, start: int, end: int, line: Timeline) -> Problem:
    shown = ", ".join(f"{cell.datum.shown} in {year}" for year, cell in zip(line.years, line.cells, strict=True))
    said = statement.passage.text[start:end]
    datum = line.cells[-1].datum
    message = f"the words say “{said}”, the data say {shown} ({datum.label}, {datum.place})"
    return Problem("error", "direction", message, statement.place(start), "Correct the word, or the years.")
