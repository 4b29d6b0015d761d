"""How many measures an aspiration has, as words say of all or some: every aspiration has at least one measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportgen.checks.report.reading.numbers.how_many import HEAD, MANY, how_many
from reportgen.checks.report.reading.numbers.number_words import cardinal
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_SAID = re.compile(
    rf"\b(?P<head>{HEAD})\s(?:of\s)?(?:(?:all|the|these|those|its|our)\s)*(?:(?P<whole>{MANY})\s)?aspirations?"
    r"(?:\s(?:of|in)\s(?:this|the|our)\s(?:mission|report))?\s(?:has|have|is\smeasured\sby|are\smeasured\sby)\s"
    rf"(?P<least>at\sleast\s)?(?:only\s|just\s|exactly\s)?(?P<many>no|an?|{MANY})\s(?:measures?|indicators?|KPIs?)\b",
    re.IGNORECASE,
)


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        mentions = "aspiration" in statement.text
        found = _SAID.search(statement.passage.text, statement.start, statement.end) if mentions else None
        if found and not statement.is_unreal(found.start(), "nor") and not statement.is_quoted(found.start()):
            yield from _judged(report, statement, found)


def _judged(report: ReadReport, statement: Statement, found: re.Match[str]) -> Iterator[Problem]:
    measures = _measures(report, statement)
    numbers = how_many(found["head"], len(measures))
    if numbers is None or (found["whole"] and cardinal(found["whole"]) != len(measures)):
        return
    said = {"no": 0, "a": 1, "an": 1}.get(found["many"].lower())
    many = int(cardinal(found["many"]) or 0) if said is None else said
    least = found["least"] or (said == 1)  # a measure may be one of several
    so = [key for key, count in measures.items() if (count >= many if least else count == many)]
    if len(so) not in numbers:
        told = ", ".join(f"“{key}” {count}" for key, count in measures.items())
        message = f"the words say “{found[0]}”, and the measures of each are: {told} (indicators.csv)"
        yield Problem("error", "count", message, statement.place(found.start()), "Correct the number.")


def _measures(report: ReadReport, statement: Statement) -> Mapping[str, int]:
    """How many measures the aspirations have: those of the chapter's mission, else of all."""
    own = statement.passage.section.mission
    missions = [one for one in report.edition.settings.missions if own in ("", one.id)]
    every = report.edition.evidence.indicators.values()
    return {
        aspiration.id: sum(aspiration.id in one.aspirations for one in every)
        for mission in missions
        for aspiration in mission.aspirations
    }
