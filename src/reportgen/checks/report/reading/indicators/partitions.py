"""Lists of shares of one whole that exclude one another, so that they cannot add up to more than it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.checks.report.reading.indicators.exclusive import answers
from reportgen.checks.report.reading.numbers.bands import are_bands
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.statements import Statement

_JOINT = re.compile(
    r"(?:[,;:(]|\s[–—-]|\b(?:and|while|but|whereas))\s*"
    r"(?:(?:and|while|but|with|then|the|an?|other|another|further|only|just|remaining|as\smany\sas)\s+)*$|^\s?$"
)
_LABEL_BEFORE = re.compile(r"\s?(?:[,;.)]|\band\b|$)")
_BASE = re.compile(r"^\sof\s(?:(?:all|the|our|its|their|those|these|[\w’'-]+[’']s?)\s)*[\w’'-]+", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:several|multiple|more\sthan\sone|at\sleast\sone|all\sthat|any\sof|some\sboth|many\sboth|both\b(?!\s(?:years|areas))|also|as\swell|too)\b",
    re.IGNORECASE,
)
# A mass can be in one place only: a pound that goes to schools goes to nobody else.
_MASS = re.compile(
    r"\b(?:money|budgets?|funds?|funding|spending|expenditure|income|turnover|revenues?|takings|receipts|investment|grants?|costs?|outlay"
    r"|land|waste|rubbish|energy|electricity|power|heat|gas|water|fuel|emissions|freight|time|floor\s?space)\b",
    re.IGNORECASE,
)
_SPREAD = re.compile(
    r"\b(?:spent|spends?|goes|go|went|gone|comes?|came|paid|lost|allocated|invested|used|split|divided|made\sup)\b",
    re.IGNORECASE,
)
# One that comes by car does not come by bus; one that leaves for one place does not leave for another.
_ONE_PLACE = re.compile(
    r"\b(?:c[ao]mes?|are|were|moved?|drawn)\s(?:[a-z]+\s)?from|\b(?:moved|move)\sto|\b(?:live|lived|born)\sin|\bvoted?\sfor|\bcho[ose]+\b|\bprefer(?:red)?\b",
    re.IGNORECASE,
)
_LEFT = re.compile(r"\b(?:left|leav\w+|finish\w*|released|discharged|graduat\w+|destinations?)\b", re.IGNORECASE)
_WENT = re.compile(r"\b(?:went|go|goes|moved|move)\s(?:on\s)?(to|into|back)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\s(?:(?:is|was|are|were|came|comes?|goes|went)\s)?(to|on|for|into|in|from|by|through)\s", re.IGNORECASE
)
_CUMULATIVE = re.compile(r"\b(?:within|before|until|since|by\s(?:[A-Z]|the\s(?:end|middle)|\d))")


def parted(statement: Statement, shares: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    """The shares of each list whose parts surely exclude one another."""
    if _MANY.search(statement.text):
        return
    for run in _runs(statement, shares):
        labels = _labels(statement, run)
        if any(_BASE.match(label) for label in labels[1:]):
            continue  # each has a whole of its own
        bare = [_BASE.sub("", labels[0]), *labels[1:]]
        opening = statement.passage.text[statement.start : run[0].end] + labels[0].removesuffix(bare[0])
        if are_bands(bare) or _is_spread(statement, run, opening, bare):
            yield list(run)
        elif told := answers(bare):
            yield [run[number] for number in sorted(told)]


def _runs(statement: Statement, shares: Sequence[Quantity]) -> Iterator[Sequence[Quantity]]:
    """Shares that follow one another with nothing between them but what each is of."""
    run = [shares[0]]
    for one in shares[1:]:
        between = statement.passage.text[run[-1].end : one.begin]
        if _JOINT.search(between) or _is_label_before(statement, run[-1]):
            run.append(one)
        else:
            yield run
            run = [one]
    yield run


def _is_label_before(statement: Statement, one: Quantity) -> bool:
    return _LABEL_BEFORE.match(statement.after(one.end, 6)) is not None


def _labels(statement: Statement, run: Sequence[Quantity]) -> list[str]:
    """What each share is of: behind it, or, where nothing is behind it, before it."""
    text = statement.passage.text
    if all(_is_label_before(statement, one) for one in run):
        starts = [statement.start, *(one.end for one in run[:-1])]
        before = [text[start : one.begin] for start, one in zip(starts, run, strict=True)]
        return [re.split(r"[,;:]\s|\band\s|\s[–—-]\s", label.rstrip(" ("))[-1] for label in before]
    ends = [*(one.begin for one in run[1:]), statement.end]
    behind = [text[one.end : end] for one, end in zip(run, ends, strict=True)]
    return [*(_JOINT.sub("", label) for label in behind[:-1]), re.split(r"[;.]|,\s(?!and\b)", behind[-1])[0]]


def _is_spread(statement: Statement, run: Sequence[Quantity], opening: str, labels: Sequence[str]) -> bool:
    """Whether one verb leads all of a mass, or all who can be in one place only, to each of several places."""
    if len(run) < 2 or _CUMULATIVE.search(statement.text):
        return False
    led = opening + labels[0]
    if all(_is_label_before(statement, one) for one in run):
        return len(run) > 2 and _MASS.search(opening) is not None and _SPREAD.search(opening) is not None
    places = {found[1] for found in map(_PLACE.match, labels[1:]) if found}
    if len(places) != 1 or not all(map(_PLACE.match, labels[1:])) or f" {min(places)} " not in labels[0]:
        return False
    mass = _MASS.search(opening) is not None and _SPREAD.search(led) is not None
    left = _LEFT.search(led) is not None and _WENT.search(labels[0]) is not None
    return mass or left or _ONE_PLACE.search(labels[0]) is not None
