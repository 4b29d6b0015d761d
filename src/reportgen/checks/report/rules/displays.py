"""Every figure and table is shown and referred to, and every reference leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.report import ReadReport
from reportgen.edition.settings import RESERVED
from reportgen.problems import Place, Problem

_TYPED = re.compile(r"\b(?P<kind>Figure|Table|Mission)[  ](?P<number>\d{1,3})\b(?![.,]?\d|%)")


def problems(report: ReadReport) -> Iterator[Problem]:
    called = {one.section.figure: one.place() for one in report.passages if one.kind == "call"}
    referred: dict[str, Place] = {}
    for passage in report.passages:
        for reference in passage.references:
            if reference.kind == "figure or table":
                referred.setdefault(reference.target, passage.place(reference.start))
    yield from _own(report, called, referred)
    yield from _of_the_data(report, called, referred)
    yield from _typed(report, called)


def _own(report: ReadReport, called: dict[str, Place], referred: dict[str, Place]) -> Iterator[Problem]:
    """The figures and tables of report.yaml stand where the words call them, and nowhere else."""
    settings = report.edition.settings
    for kind, entries in (("figure", settings.figures), ("table", settings.tables)):
        for one in entries.values():
            hint = f'Put {{{{ {kind}("{one.id}") }}}} where it is to stand, or take it out of report.yaml.'
            if one.id not in called and one.id in referred:
                message = f"“{one.id}” is referred to, but stands nowhere in the report"
                yield Problem("error", "no-such-display", message, referred[one.id], hint)
            elif one.id not in called:
                message = f"the {kind} “{one.id}” is shown nowhere"
                yield Problem("warning", "not-shown", message, one.place, hint)
            elif one.id not in referred:
                yield _not_referred(kind, one.id, called[one.id])


def _of_the_data(report: ReadReport, called: dict[str, Place], referred: dict[str, Place]) -> Iterator[Problem]:
    """A table that the data make stands in the template too; where the words call it, they should refer to it."""
    own = {*report.edition.settings.figures, *report.edition.settings.tables}
    for one, place in called.items():
        if one not in own and one not in referred:
            yield _not_referred("table", one, place)
    for one, place in referred.items():
        if one and one not in own and not _has_rows(report, one):
            message = f"the table “{one}” is referred to, and has nothing to show"
            yield Problem("error", "no-such-display", message, place)


def _not_referred(kind: str, identifier: str, place: Place) -> Problem:
    message = f"the {kind} “{identifier}” is referred to nowhere in the words"
    hint = f'A reader should be led to it: {{{{ ref("{identifier}") }}}} shows …'
    return Problem("warning", "not-referred", message, place, hint)


def _has_rows(report: ReadReport, table: str) -> bool:
    aspirations = [one for mission in report.edition.settings.missions for one in mission.aspirations]
    match table:
        case "summary":
            return bool(report.findings)
        case "missions":
            return bool(aspirations)
        case "fundamentals":
            return any(one.fundamental for one in aspirations)
    return any(finding.indicator.mission == table for finding in report.findings.values())


def _typed(report: ReadReport, called: dict[str, Place]) -> Iterator[Problem]:
    """A number that was typed where ref() belongs: wrong where there are not as many."""
    settings = report.edition.settings
    missions = [mission.id for mission in settings.missions]
    figures = [one for one in called if one in settings.figures]
    made = [one for one in (*RESERVED, *missions) if _has_rows(report, one)]
    tables = [*made, *(one for one in called if one in settings.tables)]
    most = {"figure": len(figures), "table": len(tables), "mission": len(missions)}
    numbered = any(
        re.match(r"Mission \d", one.text) for one in report.passages if one.section.mission and one.level == 1
    )
    for passage in report.passages:
        for found in _TYPED.finditer(passage.text) if passage.kind in ("paragraph", "item", "heading") else ():
            kind, number = found["kind"].lower(), int(found["number"])
            elsewhere = passage.notes or re.search(r"[“‘]|\bof (?:the|its|their)\b", passage.text[found.end() :][:60])
            if 0 < number <= most[kind] or (kind == "mission" and not numbered) or elsewhere:
                continue
            message = f"the words say “{found[0]}”, and the report has {_count(most[kind], kind)}"
            hint = 'Refer to figures and tables with {{ ref("its id") }}: the number then follows.'
            place = passage.place(found.start())
            yield Problem("error", "no-such-display", message, place, None if kind == "mission" else hint)


def _count(number: int, kind: str) -> str:
    return f"{number or 'no'} {kind}{'' if number == 1 else 's'}"
