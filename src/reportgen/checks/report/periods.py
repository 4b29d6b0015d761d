"""Periods as people write them (2023, 2022-23, 2022/23, 2023-Q1), and the years and quarters in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_YEARS = re.compile(r"(?<!\d)((?:19|2\d)\d\d)(?:\s?[-/–]\s?((?:19|2\d)?\d\d)(?!\d))?")

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_QUARTER_BEFORE = re.compile(
    rf"\b(?:the\s)?(?:Q(?P<number>[1-4])\s?[-/]?\s?(?:of\s)?|(?P<nth>{'|'.join(_NTH)})\squarter\s(?:of\s)?)$",
    re.IGNORECASE,
)
_QUARTER_BEHIND = re.compile(r"\s?[-/]?\s?\(?Q([1-4])\b\)?", re.IGNORECASE)
_LONGEST = len("the second quarter of the ")


def first_year(period: str) -> int | None:
    """The year in which a period begins; None where it names none."""
    found = _YEARS.search(period)
    return int(found[1]) if found else None


def last_year(text: str) -> int | None:
    """The latest year that a text names: 2024 for “2023/24”."""
    years = [year for found in _YEARS.finditer(text) for year in (int(found[1]), _second(found))]
    return max(years, default=None)


def when(period: str) -> str:
    """The year in which a period begins, with its quarter where it has one: what headings and words have in common."""
    quarter = re.search(r"Q[1-4]$", period)
    return f"{period[:4]}-{quarter[0]}" if quarter else period[:4]


def without_quarters(text: str) -> str:
    """A heading without the quarters beside its years."""
    for one in reversed(list(_YEARS.finditer(text))):
        _, start, end = quarter_of(text, *one.span())
        text = text[:start] + one[0] + text[end:]
    return text


def quarter_of(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The quarter told of a year, as -Q1, or nothing, and where both stand: Q1 2024, the first quarter of 2024."""
    before = _QUARTER_BEFORE.search(text, max(0, start - _LONGEST), start)
    if before:
        return f"-Q{before['number'] or _NTH[before['nth'].lower()]}", before.start(), end
    behind = _QUARTER_BEHIND.match(text, end)
    return (f"-Q{behind[1]}", start, behind.end()) if behind else ("", start, end)


def times(text: str) -> Iterator[str]:
    """The years that a heading names, each with its quarter."""
    for one in _YEARS.finditer(text):
        quarter, _, _ = quarter_of(text, *one.span())
        yield one[1] + quarter
        if one[2] and len(one[2]) == 4 and not quarter:
            yield one[2]


def shifted(period: str, years: int) -> str:
    """The period so many years later, or earlier: 2021-22 for 2022-23 and −1."""
    found = _YEARS.search(period)
    if found is None:
        return ""
    second = found[2] or ""
    until = f"{(int(second) + years) % 10 ** len(second):0{len(second)}d}" if second else ""
    between = period[found.end(1) : found.start(2)] if second else ""
    return f"{period[: found.start(1)]}{int(found[1]) + years}{between}{until}{period[found.end() :]}"


def same_whichever_way_written(period: str) -> str:
    """A key that 2022-23, 2022/23 and 2022-2023 have in common, 2023-Q1 and Q1 2023 too, and no other period has."""
    plain = re.sub(r"[\s/–−-]+", "-", period.casefold().strip())
    plain = re.sub(r"\b((?:19|2\d)\d\d)-(?:19|2\d)(\d\d)\b", r"\1-\2", plain)
    return re.sub(r"\bq([1-4])-((?:19|2\d)\d\d)\b", r"\2-q\1", plain)


def _second(found: re.Match[str]) -> int:
    """The second year of a span that is one: in 2023-04 the 04 may be a month, and is no later year."""
    first, second = int(found[1]), found[2] or ""
    if len(second) == 4:
        return int(second)
    return first + 1 if second and int(second) == (first + 1) % 100 else first
