"""Rows of a series that a sentence speaks of together: all four districts, neither Deal nor Dover, only the mill."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportgen.checks.report.reading.kept import kept
from reportgen.checks.report.reading.numbers.how_many import HEAD, MANY, but_so_many, counts_some, how_many
from reportgen.checks.report.reading.numbers.number_words import cardinal
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Series

REST = re.compile(
    r"\s*(?:total|all|others?|average|mean|sum|overall|unknown|none|not\s(?:known|stated))\b", re.IGNORECASE
)
_COUNTED = re.compile(
    rf"\b(?<!almost\s)(?<!nearly\s)(?<!not\s)(?P<head>{HEAD})\s(?P<of>(?:out\s)?of\s)?(?:(?:all|the|these|those|its|our)\s)*"
    rf"(?:(?P<whole>{MANY})\s)?(?:(?P<chosen>largest|biggest|main|leading)\s)?(?P<noun>(?!of\b)[a-z][a-z-]+)\b(?!\s(?:of|that|which|who|where|with)\b)"
)  # this one, and the next, in small letters
_MAY = re.compile(
    r"\b(?:none|neither|no|all|each|every|both|most|half|only)\b|\bof\s(?:all\s)?(?:the|our|these|those|its)\b"
)
_HEADED = re.compile(r"\b(?P<head>both|neither)\s(?:in\s|at\s|for\s)?(?:the\s)?$", re.IGNORECASE)
_BOTH = re.compile(r",?\s(?:(?:have|are|do|were|had|did)\s)?both\b")
_ONLY = re.compile(r"\bonly\s(?:in\s|at\s|for\s)?(?:the\s)?$", re.IGNORECASE)
_IS_THE_ONLY = re.compile(r"\s(?:is|was)\sthe\sonly\s(?P<noun>[a-z][a-z-]+)\b(?=\s(?:in|where|that|which|with|to)\b)")
_LINK = re.compile(r"\s(?:and|nor)\s(?:in\s|at\s|for\s)?(?:the\s)?")
_OF_THE_ROWS = re.compile(rf"\b[Oo]f\s(?:all\s)?(?:the|our|these)\s(?:{MANY}\s)?(?P<noun>[a-z][a-z-]+)\b")
_BUT = re.compile(r",?\s(?:but|bar|except|save|apart\sfrom|other\sthan)\b")
_NEXT_WORD = re.compile(r"\s([a-z-]+)\b(?!\s(?:of|that|which|who|where|with)\b)")
_BETWEEN = re.compile(r"(?:,|\sand|,\sand)?\s(?:for\s|in\s|at\s)?(?:the\s|those\s(?:in|at|for)\s)?")
_ALL_OF_THEM = ("all", "each", "every", "none")
_ENDS = re.compile(r"[.,;]|\s(?:in\s\d|since|between\s\d|from\s\d)")
_NEAR = 24  # characters between what is counted and what is excepted of it
_ENDINGS = {  # of one and of many: ferry and ferries, bus and buses
    r"(?<=[b-df-hj-np-tv-z])(?:y|ies)$": "(?:y|ies)",
    r"(?<=ss)(?:es)?$|(?<=[xz])(?:es)?$|(?<=[cs]h)(?:es)?$|(?<=[ui]s)(?:es)?$": "(?:es)?",
    r"(?<=[a-rt-z])s$": "s?",
}
_IS_ONE = re.compile(r"\b(?:is|are|was|were|among|than)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RowName:
    """A row that a sentence names, and where."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rows:
    """So many of some rows of a series, as words from `start` to `end` say."""

    start: int
    end: int
    names: tuple[str, ...]  # of which
    numbers: range  # how many of them
    only: str = ""  # which, where it is the only one


@kept
def may_count(statement: Statement) -> bool:
    """Whether a sentence has any of the words that rows are counted by."""
    return _MAY.search(statement.lower, statement.start, statement.end) is not None


def rows_named(statement: Statement, series: Series) -> Sequence[RowName]:
    """The rows whose whole name a sentence has, in its order, of one or of many: buses, for Bus."""
    names = _names(series)
    found = _named(names).finditer(statement.passage.text, statement.start, statement.end)
    return [RowName(names[int((one.lastgroup or "n0")[1:])], *one.span()) for one in found]


@cache
def _named(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(enumerate(names), key=lambda each: len(each[1]), reverse=True)
    words = (f"(?P<n{number}>{_of_one_or_many(name)})" for number, name in longest)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)" if names else "(?!)", re.IGNORECASE)


def _of_one_or_many(name: str) -> str:
    *others, last = name.split()
    for ending, either in _ENDINGS.items():
        if re.search(ending, last):
            last = re.escape(re.sub(ending, "", last)) + either
            break
    else:
        last = re.escape(last) + "s?"
    return r"\s".join([*map(re.escape, others), last])


def counted_things(statement: Statement) -> Sequence[re.Match[str]]:
    """What a sentence counts, whatever it is."""
    return list(_COUNTED.finditer(statement.lower, statement.start, statement.end))


def rows_together(statement: Statement, series: Series, counted: Sequence[re.Match[str]]) -> Iterator[Rows]:
    """The rows of a series that a sentence counts. `counted`: all that it counts."""
    text, names = statement.passage.text, _names(series)
    if len(names) < 2 or len(set(names)) < len(names):
        return
    for found in counted:
        if _counts_rows(statement, found, series) and not _IS_ONE.search(statement.before(found.start())):
            yield from _counted(statement, found, series, names)
    named = rows_named(statement, series)
    for number, one in enumerate(named):
        headed = _HEADED.search(statement.before(one.start))
        second = named[number + 1] if number + 1 < len(named) else None
        if headed and second and _LINK.fullmatch(text, one.end, second.start):
            numbers = range(1) if headed["head"].lower() == "neither" else range(2, 3)
            yield Rows(one.start - len(headed[0]), second.end, (one.name, second.name), numbers)
        both = _BOTH.match(text, second.end, statement.end) if second else None
        if both and second and not headed and _LINK.fullmatch(text, one.end, second.start):
            yield Rows(one.start, both.end(), (one.name, second.name), range(2, 3))
        linked = second is not None and _LINK.fullmatch(text, one.end, second.start)
        only = None if linked else _ONLY.search(statement.before(one.start))
        behind = _IS_THE_ONLY.match(text, one.end, statement.end)
        if only:
            yield Rows(one.start - len(only[0]), one.end, names, range(1, 2), one.name)
        elif behind and (
            _is_called(behind["noun"], series) or (behind["noun"] == "one" and _is_said(statement, series))
        ):
            yield Rows(one.start, behind.end(), names, range(1, 2), one.name)


def _counted(statement: Statement, found: re.Match[str], series: Series, names: tuple[str, ...]) -> Iterator[Rows]:
    """All four districts, none of the districts, two of the four districts."""
    whole = cardinal(found["whole"]) if found["whole"] else None
    every = tuple(" ".join(row[0].split()) for row in series.rows)
    head = found["head"].lower()
    if whole is None and head.startswith("all ") and not head.startswith("all but"):
        whole = cardinal(head.split()[-1])  # all four colleges
    if found["chosen"] and whole is None:
        return
    fitting = next((each for each in (names, every) if whole in (None, len(each))), ())
    numbers = how_many(head, len(fitting)) if fitting else None
    out, end = but_so_many(head, len(fitting), statement.after(found.end())), found.end()
    if out is not None:
        numbers, end = out[0], end + out[1]
    elif but := _BUT.search(statement.passage.text, end, min(end + _NEAR, statement.end)):
        excepted = _excepted(statement, but.end(), series) if head in _ALL_OF_THEM else ()
        if not excepted and but.start() == end:
            return
        fitting = tuple(name for name in fitting if name not in excepted)
        numbers = how_many(head, len(fitting))
    if numbers is None or head in ("any", "either") or (counts_some(head) and not found["of"]):
        return
    yield Rows(found.start(), end, fitting, numbers)


def _excepted(statement: Statement, at: int, series: Series) -> tuple[str, ...]:
    """Every sub-sector but publishing and design: the rows that are named behind the word, one after the other."""
    names: list[str] = []
    for row in rows_named(statement, series):
        link = statement.passage.text[at : row.start]
        if row.start >= at and _BETWEEN.fullmatch(link):
            names.append(row.name)
            at = row.end
    return tuple(names) if _ENDS.match(statement.passage.text, at, statement.end) else ()


def _counts_rows(statement: Statement, found: re.Match[str], series: Series) -> bool:
    """Every programme, or every prevention programme: a word more before what the rows are called."""
    behind = _NEXT_WORD.match(statement.lower, found.end(), statement.end)
    return _is_called(found["noun"], series) or (behind is not None and _is_called(behind[1], series))


def _is_called(noun: str, series: Series) -> bool:
    """Whether a noun is what the first column calls its rows: districts, sub-sectors."""
    said = stems_in(noun)
    return bool(said) and said <= stems_in(series.columns[0])


def _is_said(statement: Statement, series: Series) -> bool:
    """Of the five towns, one is the only one: whether the sentence says what the rows are called."""
    return any(_is_called(found["noun"], series) for found in _OF_THE_ROWS.finditer(statement.text))


def _names(series: Series) -> tuple[str, ...]:
    """The names of the rows, without those of a total or a rest."""
    return _own(tuple(row[0] for row in series.rows))


@cache
def _own(first: tuple[str, ...]) -> tuple[str, ...]:
    names = (" ".join(cell.split()) for cell in first)
    return tuple(name for name in names if name and not REST.match(name))
