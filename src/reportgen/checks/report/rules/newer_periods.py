"""A period that is newer than the edition; the same observation under two spellings of its area or period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.checks.report.periods import first_year, last_year, same_whichever_way_written
from reportgen.checks.report.reading.report import ReadReport
from reportgen.edition.evidence import Observation
from reportgen.edition.settings import Settings
from reportgen.problems import Problem

_MANY = 3  # measures from which on a slip of one digit is rather the edition's


def problems(report: ReadReport) -> Iterator[Problem]:
    settings, evidence = report.edition.settings, report.edition.evidence
    newer = [one for one in evidence.observations.values() if _is_newer(one.period, settings)]
    current = [finding for finding in report.findings.values() if _is_newer(finding.period, settings)]
    if len(current) >= _MANY and 2 * len(current) > len(report.findings):
        yield _older_edition(newer, len(current), report)
    else:
        yield from (_newer(one, settings) for one in newer)
    seen: dict[tuple[str, str, str], Observation] = {}
    for one in evidence.observations.values():
        key = (one.indicator, " ".join(one.area.casefold().split()), same_whichever_way_written(one.period))
        first = seen.setdefault(key, one)
        if first is not one:
            yield _twice(one, first)


def _is_newer(period: str, settings: Settings) -> bool:
    latest, year = last_year(settings.edition), first_year(period)
    return latest is not None and year is not None and year > latest


def _newer(one: Observation, settings: Settings) -> Problem:
    edition = f"{settings.edition} ({settings.place('edition')})"
    message = f"the period {one.period} is newer than the edition, {edition}"
    taken = "It is taken for the current period: is" if one.area == settings.area else "Is"
    hint = f"{taken} a digit wrong, here or in the edition?"
    return Problem("error", "newer-period", message, one.place_of("period"), hint)


def _older_edition(newer: Sequence[Observation], current: int, report: ReadReport) -> Problem:
    """Where most of the data are newer, it is the edition that is mistyped, or was left as it was last year."""
    settings = report.edition.settings
    message = (
        f"the edition is {settings.edition}, and of {len(report.findings)} measures {current} are of a newer period: "
        f"{newer[0].period} at {newer[0].place_of('period')}"
    )
    return Problem("error", "newer-period", message, settings.place("edition"), "Is it this year's edition?")


def _twice(one: Observation, first: Observation) -> Problem:
    message = (
        f"“{one.indicator}” stands twice for one area and period, as {one.area}, {one.period} here and as "
        f"{first.area}, {first.period} at {first.place}{', with another value' if one.value != first.value else ''}"
    )
    hint = "Delete one of the two rows, and write areas and periods the same everywhere."
    return Problem("error" if one.value != first.value else "warning", "same-period", message, one.place, hint)
