"""Every figure and table is shown and referred to, and every reference leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.rules.display_numbers import has_rows, typed_references
from reportgen.problems import Place, Problem


def problems(report: ReadReport) -> Iterator[Problem]:
    called = {one.section.figure: one.place() for one in report.passages if one.kind == "call"}
    referred: dict[str, Place] = {}
    for passage in report.passages:
        for reference in passage.references:
            if reference.kind == "figure or table":
                referred.setdefault(reference.target, passage.place(reference.start))
    for one in typed_references(report):
        for target in one.targets:
            referred.setdefault(target, one.place)
    yield from _own(report, called, referred)
    yield from _of_the_data(report, called, referred)


def _own(report: ReadReport, called: dict[str, Place], referred: dict[str, Place]) -> Iterator[Problem]:
    """The figures and tables of report.yaml stand where the words call them, and nowhere else."""
    settings = report.edition.settings
    for kind, entries in (("figure", settings.figures), ("table", settings.tables)):
        for one in entries.values():
            hint = f'Show it where it belongs, or take it out of report.yaml: {{{{ {kind}("{one.id}") }}}} shows it.'
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
        if one and one not in own and not has_rows(report, one):
            message = f"the table “{one}” is referred to, and has nothing to show"
            yield Problem("error", "no-such-display", message, place)


def _not_referred(kind: str, identifier: str, place: Place) -> Problem:
    message = f"the {kind} “{identifier}” is referred to nowhere in the words"
    hint = f'Lead the reader to it: {{{{ ref("{identifier}") }}}} gives its number.'
    return Problem("warning", "not-referred", message, place, hint)
