"""Highest in Surrey, followed by Kent and Essex: areas named one after another against the order of their values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.checks.report.reading.areas.named import Named
from reportgen.checks.report.reading.ranking.bearing_out import is_borne_out
from reportgen.checks.report.reading.ranking.rankings import Ranking, rankings
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Problem

_FOLLOWED = re.compile(r"\bfollowed\s(?:closely\s|at\ssome\sdistance\s)?by\s", re.IGNORECASE)
_NEXT = re.compile(r"(?:,|\sand|,\sand|,\sthen|\sand\sthen|\sthen)\s(?:(?:in|by|that\sof)\s)?")
_HINT = "Correct the rank, or name the areas that are meant."


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        if _FOLLOWED.search(statement.text):
            for ranking in rankings(report, statement):
                if is_borne_out(report, ranking):  # what is not, ranks.py tells
                    yield from _out_of_order(ranking)


def _out_of_order(ranking: Ranking) -> Iterator[Problem]:
    """The first two of those named that stand the other way round."""
    statement, values = ranking.statement, ranking.orders[0]
    for found in _FOLLOWED.finditer(statement.passage.text, ranking.placing.end, statement.end):
        behind = _named_behind(statement, found.end())
        if not behind:
            continue
        said = statement.passage.text[found.start() : behind[-1].end]
        for before, after in pairwise([ranking.area, *(one.area for one in behind)]):
            if before not in values or after not in values:
                return
            if all(ranking.is_ahead(values[after], values[before], sense) for sense in ranking.placing.senses):
                first = f"“{ranking.indicator.id}”, {values[after].place}): {after} comes first"
                message = (
                    f"the words say “{said}”, the data say {values[before].shown} for {before} and "
                    f"{values[after].shown} for {after} ({first}"
                )
                yield Problem("error", "rank", message, statement.place(found.start()), _HINT)
                return


def _named_behind(statement: Statement, at: int) -> Sequence[Named]:
    """The areas that are named there, one after the other."""
    behind = [one for one in statement.areas if one.start >= at]
    if not behind or behind[0].start != at:
        return []
    row = behind[:1]
    for one, other in pairwise(behind):
        if not _NEXT.fullmatch(statement.passage.text, one.end, other.start):
            break
        row.append(other)
    return row
