"""A period that is newer than the edition; the same period written in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.report.periods import first_year, last_year, same_whichever_way_written
from reportgen.checks.report.reading.report import ReadReport
from reportgen.edition.evidence import Observation
from reportgen.edition.settings import Settings
from reportgen.problems import Problem


def problems(report: ReadReport) -> Iterator[Problem]:
    settings, evidence = report.edition.settings, report.edition.evidence
    latest = last_year(settings.edition)
    seen: dict[tuple[str, str, str], Observation] = {}
    for one in evidence.observations.values():
        year = first_year(one.period)
        if latest is not None and year is not None and year > latest:
            yield _newer(one, settings)
        key = (one.indicator, one.area, same_whichever_way_written(one.period))
        first = seen.setdefault(key, one)
        if first is not one:
            yield _twice(one, first)


def _newer(one: Observation, settings: Settings) -> Problem:
    edition = f"{settings.edition} ({settings.place('edition')})"
    message = f"the period {one.period} is newer than the edition, {edition}"
    taken = "It is taken for the current period: is" if one.area == settings.area else "Is"
    hint = f"{taken} a digit wrong, here or in the edition?"
    return Problem("error", "newer-period", message, one.place, hint)


def _twice(one: Observation, first: Observation) -> Problem:
    message = (
        f"“{one.indicator}” for {one.area} stands twice for one period, as {one.period} here and as {first.period} "
        f"at {first.place}{', with another value' if one.value != first.value else ''}"
    )
    hint = "Delete one of the two rows, and write a period the same everywhere."
    return Problem("error" if one.value != first.value else "warning", "same-period", message, one.place, hint)
