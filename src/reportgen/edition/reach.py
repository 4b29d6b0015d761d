"""How far a workbook's sheets reach, seen before openpyxl loads them: it makes a cell of all that is merged or linked.

A sheet with a million rows would take minutes and gigabytes, and one merged range over a whole sheet for ever.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from reportgen.packages import Fault

MOST_ROWS, MOST_COLUMNS = 100_000, 500
MOST_CELLS = 500_000  # in the ranges of all that is merged or linked

_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_RANGE = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\sref\s*=\s*[\"']([^\"']*)")
_CORNERS = re.compile(rb"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?")


def reaches_too_far(parts: zipfile.ZipFile) -> Fault | None:
    """What is too large in a workbook whose parts have been looked over, if anything is."""
    for name in parts.namelist():
        if name.lower().startswith("xl/") and name.lower().endswith(".xml"):
            part = parts.read(name)
            if sum(1 for _ in _ROW.finditer(part)) > MOST_ROWS:
                return Fault("too-large", f"has a sheet with more than {MOST_ROWS:,} rows ({name})")
            if sum(_cells(part)) > MOST_CELLS:
                return Fault("too-large", f"has a sheet that merges or links more than {MOST_CELLS:,} cells ({name})")
    return None


def _cells(part: bytes) -> Iterator[int]:
    """How many there are in each range."""
    for reference in _RANGE.findall(part):
        corners = _CORNERS.fullmatch(reference)
        if corners is not None and corners[3] is not None:
            left, right = _column(corners[1]), _column(corners[3])
            yield (1 + abs(right - left)) * (1 + abs(int(corners[4]) - int(corners[2])))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
