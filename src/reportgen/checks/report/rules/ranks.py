"""Highest, lowest, best, worst, second: words against the order that the values give."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.report.reading.numbers.number_words import ORDINALS
from reportgen.checks.report.reading.ranking.bearing_out import is_borne_out
from reportgen.checks.report.reading.ranking.rankings import Ranking, rankings
from reportgen.checks.report.reading.report import ReadReport
from reportgen.problems import Problem


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        for ranking in rankings(report, statement):
            if not is_borne_out(report, ranking):
                yield _problem(report, ranking)


def _problem(report: ReadReport, ranking: Ranking) -> Problem:
    statement, placing, area, values = ranking.statement, ranking.placing, ranking.area, ranking.orders[0]
    ahead = ranking.ahead(values, placing.senses[0])
    leader = ahead[0] if ahead else next(one for one in values if one != area)
    said = statement.passage.text[placing.start : placing.end]
    message = (
        f"the words say “{said}”, the data say {values[area].shown} for {area} and {values[leader].shown} for "
        f"{report.areas.called(leader)} (“{ranking.indicator.id}”, {values[leader].place}): {area} comes "
        f"{_place(len(ahead))} in that order"
    )
    hint = "Correct the rank, or name the areas that are meant."
    return Problem("error", "rank", message, statement.place(placing.start), hint)


def _place(ahead: int) -> str:
    words = list(ORDINALS)
    return words[ahead] if ahead < len(words) else f"behind {ahead} others"
