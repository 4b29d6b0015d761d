"""Level with, the same as, in line with, matches: words that say that two areas have alike, against their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.report.reading.areas.named import Named
from reportgen.checks.report.reading.areas.named_together import rows
from reportgen.checks.report.reading.comparing.compared_area import compared_area
from reportgen.checks.report.reading.comparing.compared_measure import compared_measure
from reportgen.checks.report.reading.comparing.comparisons import follows
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator
from reportgen.problems import Problem

_LEVEL = re.compile(
    r"\b(?:(?P<loose>(?:in\s(?:line|step)\swith|similar\sto|about\sthe\ssame\sas))"
    r"|(?P<exact>exactly\sthe\ssame(?:\s(?!as\b)[a-z]+){0,2}\sas|identical\s(?:to|with)|equal(?:s|led|\sto))"
    r"|level\swith|on\sa\spar\swith|on\s(?:a\s)?level\s(?:terms|footing)\swith|the\ssame(?:\s(?!as\b)[a-z]+){0,2}\sas"
    r"|no\sdifferent\s(?:from|to|than)|match(?:es|ed|ing)?|(?:has|have)\scaught\sup\swith)"
    r"(?:\sboth)?(?=\s)",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:almost|nearly|roughly|broadly|close\sto|virtually|practically|more\sor\sless|about|not\squite|approximately"
    r"|(?:to|be|being|will|would|could|can|must|become|becoming)(?:\s[a-z]+)?)\s$",
    re.IGNORECASE,
)
# What nobody calls level, or in line: so many points apart, or so much of the other's value.
_APART: dict[str | None, tuple[Decimal, Decimal]] = {
    "exact": (Decimal(0), Decimal(0)),
    None: (Decimal(1), Decimal("0.025")),
}
_LOOSE = (Decimal(2), Decimal("0.075"))


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        for found in _LEVEL.finditer(statement.passage.text, statement.start, statement.end):
            rival = None if _HEDGED.search(statement.before(found.start())) else follows(statement, found.end())
            if rival is not None:
                row = next(one for one in rows(statement) if one.start <= rival.start < one.end)
                told = [_problem(report, statement, found, rival, area, row.end) for area in row.areas]
                yield from [one for one in told if one is not None][:1]


def _problem(
    report: ReadReport, statement: Statement, found: re.Match[str], first: Named, rival: str, until: int
) -> Problem | None:
    indicator = compared_measure(report, statement, found.start())
    if indicator is None or report.data.is_other_time(statement, indicator):
        return None
    area = compared_area(report, statement, first)
    ours, theirs = report.data.value(indicator, area), report.data.value(indicator, rival) if rival != area else None
    if ours is None or theirs is None or not _differs(ours, theirs, indicator, found.lastgroup):
        return None
    said = statement.passage.text[found.start() : until]
    message = (
        f"the words say “{said}”, the data say {ours.shown} for {area} and {theirs.shown} for "
        f"{report.areas.called(rival)} (“{indicator.id}”, {ours.place})"
    )
    hint = "Say which is above, or name the comparator that is meant."
    return Problem("error", "direction", message, statement.place(found.start()), hint)


def _differs(ours: Datum, theirs: Datum, indicator: Indicator, how: str | None) -> bool:
    """Whether two values are so far apart that no rounding makes them alike."""
    points, share = _APART.get(how, _LOOSE)
    apart = abs(ours.value - theirs.value)
    if ours.range.meets(theirs.range):
        return False
    return apart >= abs(theirs.value) * share or (indicator.unit == "percent" and apart >= points)
