"""A figure in words beside the one from the data: more than a fifth are offline (22%)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportgen.checks.report.reading.claims.appositions import apposed
from reportgen.checks.report.reading.report import ReadReport
from reportgen.problems import Problem


def problems(report: ReadReport) -> Iterator[Problem]:
    claimed = {(id(claim.statement), claim.quantity.start) for claim in report.claims if claim.sure}
    for statement in report.statements:
        for one, other in pairwise(statement.quantities):
            typed = apposed(statement, one, other)
            if typed is None or (id(statement), typed.start) in claimed:
                continue
            bound = other if typed is one else one
            if not typed.possible.meets(bound.range):
                said = statement.passage.text[typed.begin : typed.end]
                place = bound.bound.origin.place if bound.bound else ""
                message = f"the words say “{said}”, the data beside it say {bound.text} ({place}): both cannot be true"
                hint = "Correct the words, or leave them out."
                yield Problem("error", "figure-against-data", message, statement.place(typed.start), hint)
