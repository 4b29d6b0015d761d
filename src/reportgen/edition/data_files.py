"""Evidence as the CSV files that an edition may have: what is given away with a report.

They are the same whether the evidence came from CSV files or a workbook, and give the same evidence when read again:
with the report's settings filled in, numbers plain, and nothing in them that a spreadsheet would work out.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from reportgen.document import DataFile
from reportgen.edition import indicators, observations
from reportgen.edition.evidence import Evidence, Indicator, Observation
from reportgen.edition.folder import plain_text

# Where a spreadsheet may see a cell begin – some countries part cells by semicolons – and what begins a formula there.
_FORMULA = re.compile(r"((?:^|[;\t\r\n])\s*)(?=[=+\-@＝＋－＠])")
_NUMBER = re.compile(r"[+\-−]?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?%?")
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # can't stand in a Word file


def data_files(evidence: Evidence) -> tuple[DataFile, ...]:
    """indicators.csv and values.csv, in the order of their names."""
    measured = [_indicator(one) for one in evidence.indicators.values()]
    observed = [_observation(one) for one in evidence.observations.values()]
    columns = (*indicators.REQUIRED, *indicators.OPTIONAL), (*observations.REQUIRED, *observations.OPTIONAL)
    return (
        DataFile("indicators.csv", "What is measured: one row for each indicator", _csv(columns[0], measured)),
        DataFile("values.csv", "What was observed, by indicator, area and period", _csv(columns[1], observed)),
    )


def without_formulas(text: str) -> str:
    """A CSV file of anybody's, with nothing in it that a spreadsheet would work out; negative numbers stay numbers.

    Raises csv.Error for what is no such file.
    """
    rows = list(csv.reader(io.StringIO(plain_text(text)), strict=True))
    return _csv((), [(cell if _NUMBER.fullmatch(cell) else _text(cell) for cell in row) for row in rows])


def _indicator(one: Indicator) -> Iterator[str]:
    yield from map(_text, (one.id, one.mission, one.name, one.unit, one.better))
    yield str(one.decimals)
    yield from map(_text, (one.counted, "; ".join(one.aspirations), one.source or "", "; ".join(one.comparators)))
    yield "none" if one.amber_within is None else _number(one.amber_within)
    yield from map(_text, (one.ahead, one.behind, one.level))


def _observation(one: Observation) -> Iterator[str]:
    yield from map(_text, (one.indicator, one.area, one.period))
    yield from map(_number, (one.value, one.base, one.gap_count))
    yield _text(one.source or "")


def _number(value: Decimal | None) -> str:
    """Without zeros at its end: how many decimals an indicator prints stands with the indicator."""
    plain = "" if value is None else format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _text(said: str) -> str:
    """With an apostrophe before what a spreadsheet would take for a formula."""
    return _FORMULA.sub(r"\1'", _NOT_XML.sub("", said))


def _csv(columns: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    if columns:
        writer.writerow(columns)
    writer.writerows(rows)
    return written.getvalue()
