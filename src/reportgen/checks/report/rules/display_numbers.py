"""Typed numbers of figures, tables and missions: there are as many, and the one meant has that number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.checks.report.reading.passage import Passage
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import sentences, stems_in
from reportgen.edition.settings import RESERVED, IndicatorData
from reportgen.problems import Place, Problem, Severity

_TYPED = re.compile(
    r"\b(?P<kind>Figure|Table|Mission|figure|table|[Ff]ig\.)(?P<many>s)?[ \u00a0](?P<number>\d{1,3})\b(?![.,]?\d|%)"
    r"(?(many)(?:(?:,|,? and| to| or|–)[ \u00a0]?(?P<second>\d{1,3})\b(?![.,]?\d|%))?)"
)
_ENDS = re.compile(r"[).,;:]|\s(?:shows?|sets?|lists?|gives?|has|have)\b|\s*$")  # what follows where no capital tells
_ELSEWHERE = re.compile(r"[“‘]|\bof (?:the|its|their)\b")  # Table 14 of the census
_WHOSE = re.compile(r"\b(?:its|their|whose)\s$")
_MANY = 2  # words of a title that a sentence has for no other reason than the display
_PLAIN = stems_in("show follow trace draw list give set sum tell see look find have count compare")  # of any display
_HINT = 'Refer to figures and tables by live references, whose numbers follow: {{ ref("its id") }}.'


@dataclass(frozen=True, slots=True)
class Typed:
    """A number that was typed where a live reference belongs. `targets`: the ids of all that it may lead to."""

    kind: str
    text: str
    number: int
    targets: Sequence[str]
    place: Place
    sentence: str
    sure: bool  # whether it is one of this report: no note stands in its sentence


@dataclass(frozen=True, slots=True)
class _Displays:
    """What the report shows of a kind. `ids`: in their order, where they are `numbered`; else the template knows it."""

    count: int
    ids: Sequence[str]
    numbered: bool = True

    def at(self, number: int) -> Sequence[str]:
        if not 0 < number <= self.count:
            return ()
        return (self.ids[number - 1],) if self.numbered else self.ids


def problems(report: ReadReport) -> Iterator[Problem]:
    displays = _displays(report)
    for one in _typed(report, displays):
        if not 0 < one.number <= displays[one.kind].count:
            message = f"the words say “{one.text}”, and the report has {_count(displays[one.kind].count, one.kind)}"
            severity: Severity = "error" if one.sure else "warning"
            yield Problem(severity, "no-such-display", message, one.place, None if one.kind == "mission" else _HINT)
        elif one.kind != "mission" and displays[one.kind].numbered:
            yield from _meant(report, one, displays[one.kind].ids)


def typed_references(report: ReadReport) -> Iterator[Typed]:
    """Those that lead to a figure or table."""
    return (one for one in _typed(report, _displays(report)) if one.kind != "mission")


def has_rows(report: ReadReport, table: str) -> bool:
    """Whether a table that the data make has anything to show."""
    aspirations = [one for mission in report.edition.settings.missions for one in mission.aspirations]
    match table:
        case "summary":
            return bool(report.findings)
        case "missions":
            return bool(aspirations)
        case "fundamentals":
            return any(one.fundamental for one in aspirations)
    return any(finding.indicator.mission == table for finding in report.findings.values())


def _displays(report: ReadReport) -> Mapping[str, _Displays]:
    settings = report.edition.settings
    called = list(dict.fromkeys(one.section.figure for one in report.passages if one.kind == "call"))
    missions = [mission.id for mission in settings.missions]
    made = [one for one in (*RESERVED, *missions) if has_rows(report, one)]
    tables = [one for one in called if one not in settings.figures]
    elsewhere = [one for one in made if one not in called]
    figures = [one for one in called if one in settings.figures]
    return {
        "figure": _Displays(len(figures), figures),
        "table": _Displays(len(tables) + len(elsewhere), tables, not elsewhere),
        "mission": _Displays(len(missions), missions),
    }


def _typed(report: ReadReport, displays: Mapping[str, _Displays]) -> Iterator[Typed]:
    numbered = any(
        re.match(r"Mission \d", one.text) for one in report.passages if one.section.mission and one.level == 1
    )
    for passage in report.passages:
        for found in _TYPED.finditer(passage.text) if passage.kind in ("paragraph", "item", "heading") else ():
            kind = found["kind"].lower().replace("fig.", "figure")
            if found["kind"] in ("figure", "table") and not _ENDS.match(passage.text, found.end()):
                continue
            if _ELSEWHERE.search(passage.text[found.end() :][:60]) or _WHOSE.search(passage.text[: found.start()]):
                continue
            start, end = _sentence(passage, found.start())
            noted = any(start < one.at <= end for one in passage.notes)
            sure = numbered if kind == "mission" else not noted
            for number in (found["number"], found["second"]):
                if number is not None:
                    targets, place = displays[kind].at(int(number)), passage.place(found.start())
                    yield Typed(
                        kind, f"{found['kind']} {number}", int(number), targets, place, passage.text[start:end], sure
                    )


def _sentence(passage: Passage, at: int) -> tuple[int, int]:
    return next(one for one in sentences(passage.text) if one[0] <= at < one[1])


def _meant(report: ReadReport, one: Typed, order: Sequence[str]) -> Iterator[Problem]:
    """Where the sentence has nothing of the display that it names, and much of another's title."""
    [named] = one.targets
    said, own = stems_in(one.sentence) - _PLAIN, _all_words(report, named)
    shared = {other: len(said & stems_in(_title(report, other))) for other in order}
    other = max(order, key=lambda each: shared[each])
    theirs = _all_words(report, other)
    if said & own - theirs:
        return
    if shared[other] >= _MANY and len(said & theirs - own) >= (_MANY if not said & own else _MANY + 1):
        message = (
            f"the words say “{one.text}”, which is “{_title(report, named)}”, and speak of “{_title(report, other)}”, "
            f"{one.kind.capitalize()} {order.index(other) + 1}"
        )
        yield Problem("warning", "other-display", message, one.place, _HINT)


def _title(report: ReadReport, display: str) -> str:
    settings = report.edition.settings
    entry = settings.figures.get(display) or settings.tables.get(display)
    mission = settings.mission(display)
    return entry.title if entry else mission.title if mission else display


def _all_words(report: ReadReport, display: str) -> frozenset[str]:
    """All that tells of a display: title, alt text, the names of its rows and columns, of its indicators."""
    settings, evidence = report.edition.settings, report.edition.evidence
    figure, table = settings.figures.get(display), settings.tables.get(display)
    data = figure.data if figure else table.data if table else ""
    texts = [_title(report, display), figure.alt if figure else ""]
    if isinstance(data, IndicatorData):
        texts.append(evidence.indicators[data.indicator].name)
    elif data in evidence.series:
        series = evidence.series[data]
        texts += [*series.columns, *(cell for row in series.rows for cell in row)]
    else:
        owned = (one for one in evidence.indicators.values() if display in (one.mission, *RESERVED))
        texts += [one.name for one in owned]
    return stems_in(" ".join(texts))


def _count(number: int, kind: str) -> str:
    return f"{number or 'no'} {kind}{'' if number == 1 else 's'}"
