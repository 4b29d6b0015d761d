"""A pound sign on what is counted in people, homes or things: £32,500 students."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.report import ReadReport
from reportgen.problems import Problem

_COUNTED = re.compile(
    r"\s(?P<noun>(?:(?!worth|of|in|per|for|a|on|to|and|more|less)[A-Za-z]+\s){0,3}?(?:people|students|adults|children|pupils|patients|residents|households|homes"
    r"|jobs|businesses|firms|companies|employers|employees|workers|staff|apprentices|learners|tenants|passengers|cyclists"
    r"|drivers|teachers|nurses|doctors|dentists|families|volunteers|referrals|vacancies|trips|journeys|collisions|deaths"
    r"|births|visits|appointments|places|dwellings|premises|buses|trains|bikes|graduates|specialists|properties|tenancies))"
    r"\b(?=[.,;)]|\s(?:in|at|of|were|are|was|is|have|has|had|who|that|which|and|on|each|every|a|per|did|do|use|work|live"
    r"|study|took|take|made|across|between|from|since|by|with|without|waiting|more|fewer|last)\b|$)"
)


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        for one in statement.quantities:
            pound = "£" in one.text or statement.before(one.start, 2).strip().endswith("£")
            counted = _COUNTED.match(statement.after(one.end, 70)) if pound else None
            if counted is None or (one.bound is not None and "£" in one.text):
                continue
            said = one.text if "£" in one.text else f"£{one.text}"
            message = f"the words say “{said} {counted['noun']}”: {counted['noun']} are counted, not paid in pounds"
            yield Problem("error", "unit-on-count", message, statement.place(one.start), "Take the pound sign away.")
