"""Areas and periods in two spellings: what is hardly meant for another one is told."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from reportgen.edition.evidence import Evidence, Observation
from reportgen.edition.settings import Settings
from reportgen.problems import Problems

_ALIKE = 0.8  # as difflib counts: Kentt for Kent

Together = dict[str, dict[str, set[str]]]  # areas, by indicator and period


def check_spellings(settings: Settings, evidence: Evidence, problems: Problems) -> None:
    """Warnings: an area that differs by its capitals, or stands where one of the report's is missing and has nearly its
    name; a period that differs by its dashes or spaces."""
    _check_capitals(evidence, problems)
    _check_slips(settings, evidence, problems)
    _check_periods(evidence, problems)


def _check_capitals(evidence: Evidence, problems: Problems) -> None:
    spelt: dict[str, list[str]] = {}
    for one in evidence.observations.values():
        usual, *others = spelt.setdefault(one.area.casefold(), [one.area])
        if one.area not in (usual, *others):
            spelt[one.area.casefold()].append(one.area)
            _warn(one, "area", one.area, usual, problems)


def _check_slips(settings: Settings, evidence: Evidence, problems: Problems) -> None:
    """Two areas that have a row of the same indicator and period are two areas: East Midlands and West Midlands."""
    together = _areas_together(evidence)
    areas = {one.area for one in evidence.observations.values()}
    for indicator in evidence.indicators.values():
        known, told = areas & {settings.area, *indicator.comparators}, set[str]()
        for period, there in sorted(together.get(indicator.id, {}).items()):
            for area, meant in _slips(sorted(there - known - told), sorted(known - there)):
                if not _stand_together(area, meant, together):
                    told.add(area)
                    _warn(evidence.observations[indicator.id, area, period], "area", area, meant, problems)


def _areas_together(evidence: Evidence) -> Together:
    together: Together = {}
    for one in evidence.observations.values():
        together.setdefault(one.indicator, {}).setdefault(one.period, set()).add(one.area)
    return together


def _slips(strangers: list[str], missing: list[str]) -> Iterator[tuple[str, str]]:
    folded = {one.casefold(): one for one in missing}
    for area in strangers:
        close = difflib.get_close_matches(area.casefold(), [one for one in folded if one != area.casefold()], 1, _ALIKE)
        yield from ((area, folded[one]) for one in close)


def _stand_together(area: str, other: str, together: Together) -> bool:
    return any({area, other} <= there for periods in together.values() for there in periods.values())


def _check_periods(evidence: Evidence, problems: Problems) -> None:
    spelt: dict[tuple[str, str], list[str]] = {}
    for one in evidence.observations.values():
        key = one.indicator, re.sub(r"[\s/_\u2010-\u2015-]+", "-", one.period.casefold())
        usual, *others = spelt.setdefault(key, [one.period])
        if one.period not in (usual, *others):
            spelt[key].append(one.period)
            _warn(one, "period", one.period, usual, problems)


def _warn(one: Observation, noun: str, spelt: str, usual: str, problems: Problems) -> None:
    article = "an" if noun == "area" else "a"
    message = f"the {noun} “{spelt}” is taken for a different one from “{usual}”"
    problems.warn(f"{noun}-spelling", one.place, message, f"Spell {article} {noun} the same in every row.")
