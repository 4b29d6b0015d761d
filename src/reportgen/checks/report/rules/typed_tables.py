"""Tables and lists typed by hand, and series: each figure is a claim of the indicator, area and period of its heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.checks.report.reading.claims.typed_cells import TypedCell
from reportgen.checks.report.reading.report import ReadReport
from reportgen.problems import Problem


def problems(report: ReadReport) -> Iterator[Problem]:
    told = {(id(one.statement), one.quantity.start) for one in report.claims if one.meant}
    for cells in report.typed_cells:
        agreeing = [one for one in cells if one.agrees]
        wrong = [one for one in cells if not one.agrees and one.quantity.bound is None]
        if not agreeing and cells[0].statement.passage.kind == "series cell":
            continue  # a table of its own
        if len(wrong) > max(1, len(agreeing)):
            yield _problem(wrong[0], "warning")  # most likely of something else, all of it
            continue
        for one in wrong:
            if (id(one.statement), one.quantity.start) not in told and _is_understood(one, cells):
                yield _problem(one, "warning" if one.elsewhen else "error")


def _is_understood(one: TypedCell, cells: Sequence[TypedCell]) -> bool:
    """Whether its heads say what it is and no more, or its neighbours show what is meant."""
    return one.exact or any(other.agrees for other in cells if other.indicator is one.indicator)


def _problem(one: TypedCell, severity: str) -> Problem:
    said, datum = one.quantity.text, one.datum
    place = one.statement.place(one.quantity.start)
    if severity == "error":
        source = f"{datum.label}, {datum.place}"
        message = f"the words say “{said}”, the data say {datum.shown} ({source}): both cannot be true"
        hint = "Correct the figure, or bind it: an expression can stand in a cell."
        return Problem("error", "figure-against-data", message, place, hint)
    message = f"the words say “{said}”, which seems to be {datum.label}, {datum.shown}"
    hint = "Say in the heads which indicator, area and period are meant; what this is not sure of is no error."
    return Problem("warning", "unsure-figure", message, place, hint)
