"""Shares of one whole that add up to more, or with the rest to another sum, than 100%; totals that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.checks.report.reading.indicators.partitions import parted
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.numbers.ranges import Range, exactly
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.roles import role
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.rules import quotes
from reportgen.checks.report.rules.values import contradicted
from reportgen.problems import Problem

_REST = re.compile(
    r"\b(?:the\s(?:rest|remainder|others)|(?:the\s)?remaining|the\sother"
    r"|(?<!for\s)(?<!of\s)(?<!on\s)(?<!before\s)(?<!after\s)leaving(?!,))\b",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\b(?:split|divided?|breaks?\sdown|broken\sdown|made\sup\sof|consists?\sof|respectively|either(?!\sside))\b"
    r"|\bby\s(?:car|bus|train|bike|bicycle|foot)\b.*\b(?:by|on)\s(?:car|bus|train|bike|bicycle|foot)\b"
    r"|\b(?:for|agree\w*)\b.*\b(?:against|disagree\w*)\b.*\b(?:no\s(?:view|opinion)|undecided|unsure|not\s(?:know|say|sure))\b"
    r"|\bown\w*\b.*\brent\w*\b|\brent\w*\b.*\bown\w*\b",
    re.IGNORECASE,
)
# What sorts the whole into parts that exclude one another: by tenure; in one of three ways; within a month … later.
_SORTED = re.compile(
    r"^(?:[^,:.]{0,40}\s)?by\s(?:main\s)?(?:age|type|kind|size|tenure|sector|source|mode|gender|sex|purpose|use|category|band|region"
    r"|district|status|outcome|reason|length|duration)(?:\s(?:group|band))?[,:]"
    r"|\bone\sof\s(?:two|three|four|five|six)\s(?:ways|groups|kinds|types|outcomes|categories|classes|bands)\b"
    r"|\b(?:within|under|less\sthan)\s[^,]*,.*\b(?:later|longer|over|more\sthan\s[a-z]+\s(?:days|weeks|months|years))\b",
    re.IGNORECASE,
)
# Each was put in one part: counted once, only one answer; the main reason of each is one.
_COUNTED_ONCE = re.compile(
    r"\b(?:counted|entered|recorded|sorted|put|placed|included|listed|assigned)\s(?:(?:only|just|in|into|to|under)\s){0,2}"
    r"(?:once|one|a\ssingle)\b"
    r"|\b(?:only|just|but)\sone\s(?:answer|choice|option|reason|box)\b"
    r"|\b(?:one|a\ssingle)\s(?:answer|choice|reason)\seach\b"
    r"|\b(?:main|single|chief|usual|biggest|favourite|first)\s"
    r"(?:reason|choice|way|mode|means|source|cause|worry|concern|method|language)\b",
    re.IGNORECASE,
)
# Of the buyers, 44% came from here, 37% from there …: each is of one place, grade or kind of change alone.
_OF_THE_WHOLE = re.compile(r"(?:Out\s)?[Oo]f\s(?:all\s|the\s|its\s|our\s|those\s)")
_ONE_EACH = re.compile(
    r"\b(?:c[ao]mes?|were|are|was|is|moved|drawn)\s(?:[a-z]+\s)?from\b.*\bfrom\b.*\bfrom\b"
    r"|\b(?:all|every)\b.*\bsome\b.*\b(?:none|no)\b|\bno\s(?:change|difference)\b|\bunchanged\b|\bthe\ssame\b",
    re.IGNORECASE,
)
_MONEY_FROM = re.compile(
    r"\bof\s(?:the|our|its|all\s(?:the\s)?)\s?(?:money|funding|budget|spending|cost|income|grant|investment)\b.*\bfrom\b",
    re.IGNORECASE,
)
_MAKES_UP = re.compile(
    r"\b(?:makes?\sup|made\sup(?!\sof)|accounts?\sfor|accounted\sfor|covers?|covered|takes?\sup|took\sup|comprise[sd]?|constitute[sd]?"
    r"|represent(?:s|ed)?|occup(?:y|ies|ied))\s",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(r"(?:Out\s)?[Oo]f\s(?:all\s|the\s|its\s|our\s)")
_OF = re.compile(r"\sof\s")
_MORE_THAN_ONE = re.compile(r"\b(?:several|multiple|more\sthan\sone|at\sleast\sone|all\sthat|any\sof)\b", re.IGNORECASE)
_EXACT_PART = Decimal("0.96")
_MOVED_BY = re.compile(
    r"\b(?:by|rose|risen|rises?|fell|fallen|falls?|grew|grown|up|down|increased?|decreased?|dropped|cut|gained|lost)\s(?:[a-z]+\s)?$"
)
_COMPARED = re.compile(  # together they outweigh late trains (34%)
    r"\b(?:outweigh|outnumber|exceed|surpass|overtake|match|equal|top|beat)\w*\b|\b(?:than|as\s\w+\sas|close\sto|compared|against)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:together|in\s(?:all|total|sum)|combined|altogether|adds?\sup\sto|sum\sto)\b", re.IGNORECASE)


def problems(report: ReadReport) -> Iterator[Problem]:
    told = {(id(one.statement), one.quantity.start) for one in contradicted(report)}
    claimed = {(id(claim.statement), claim.quantity.start) for claim in report.claims if claim.sure or claim.agrees}
    for statement in report.statements:
        every = [one for one in statement.quantities if one.unit == "percent"]
        if all(one.bound for one in every) or any((id(statement), one.start) in told for one in every):
            continue  # the data say already which of them is wrong
        if any(_is_misquoted(report, statement, one) for one in every if (id(statement), one.start) not in claimed):
            continue
        shares = [one for one in every if not one.hedge]
        if len(shares) > 2 and _TOTAL.search(statement.text):
            yield from _total(statement, shares)
        elif _are_parts(statement, shares):
            yield from _whole(statement, shares)
        elif not _are_of_years(statement, every):
            yield from _over(statement, every)


def _is_misquoted(report: ReadReport, statement: Statement, one: Quantity) -> bool:
    problem = quotes.judged(report, statement, one) if one.bound is None else None
    return problem is not None and problem.severity == "error"


def _are_parts(statement: Statement, shares: Sequence[Quantity]) -> bool:
    """Whether the words say that these are parts of one whole, which exclude one another."""
    if len(shares) < 2 or _MORE_THAN_ONE.search(statement.text):
        return False
    if any(role(statement, one) in ("change", "former value") for one in shares) or _are_of_years(statement, shares):
        return False  # 79%, down from 84%
    if len({one.area for one in statement.areas}) >= len(shares):
        return False  # each is of another area
    few = len(shares) == 2
    of_one = _OF_THE_WHOLE.match(statement.text) and _ONE_EACH.search(statement.text)
    if not few and (of_one or _MONEY_FROM.match(statement.text)):
        return True
    if _rest(statement, shares) or _makes_up(statement, shares):
        return True
    cues = (_SORTED,) if few else (_SORTED, _REST, _PARTS, _COUNTED_ONCE)
    return any(cue.search(statement.text) for cue in cues)


def _are_of_years(statement: Statement, shares: Sequence[Quantity]) -> bool:
    """65.8%, after 62.4% in 2021-22 and 64.9% in 2022-23: each, but maybe for today's, is of a year of its own."""
    return len({period for _, period in statement.periods}) >= len(shares) - 1 > 1


def _rest(statement: Statement, shares: Sequence[Quantity]) -> Quantity | None:
    """The share that is said to be the rest: the remaining 16%. None: no share of the rest is told."""
    for found in _REST.finditer(statement.passage.text, statement.start, statement.end):
        behind = [one for one in shares if one.start >= found.end()]
        if behind and not re.search(r"[,;]", statement.passage.text[found.end() : behind[0].start]):
            return behind[0]
    return None


def _makes_up(statement: Statement, shares: Sequence[Quantity]) -> bool:
    """Grass covers 47% of the land, cereals 24% and trees 39%: one verb and one whole, which the others leave out."""
    verbs = list(_MAKES_UP.finditer(statement.passage.text, statement.start, statement.end))
    if len(verbs) != 1 or not 0 <= shares[0].start - verbs[0].end() < 12:
        return False
    ends = [*(one.start for one in shares[1:]), statement.end]
    behind = [statement.passage.text[one.end : end] for one, end in zip(shares, ends, strict=True)]
    whole = _OF.match(behind[0]) or _OF_WHOLE.match(statement.text)
    return whole is not None and not any(_OF.match(words) for words in behind[1:])


def _whole(statement: Statement, shares: Sequence[Quantity]) -> Iterator[Problem]:
    sum_of, least = _sum(shares), sum(map(_least, shares), Decimal(0))
    if least > 100 or (_rest(statement, shares) and len(shares) > 1 and not sum_of.meets(exactly(Decimal(100)))):
        yield _problem(statement, shares)


def _problem(statement: Statement, shares: Sequence[Quantity]) -> Problem:
    listed = " + ".join(one.text for one in shares)
    first = next((one for one in shares if not one.bound), shares[0])
    total = sum((one.value for one in shares), Decimal(0)).quantize(Decimal("0.1")).normalize()
    message = f"the words say “{listed}”, parts of one whole: they add up to {total:f}%, and not to 100%"
    return Problem("error", "shares", message, statement.place(first.start), "Correct the share that is wrong.")


def _over(statement: Statement, shares: Sequence[Quantity]) -> Iterator[Problem]:
    """Parts that exclude one another by what they are, and are more than their whole."""
    if len(shares) > 1 and not any(_MOVED_BY.search(statement.before(one.start)) for one in shares):
        for parts in parted(statement, shares):
            if sum(map(_least, parts), Decimal(0)) > 100:
                yield _problem(statement, parts)
                return


def _least(one: Quantity) -> Decimal:
    """The least that a part may be; half, a third and a quarter are said of halves, thirds and quarters."""
    return one.value * _EXACT_PART if one.form == "fraction" and not one.hedge else one.possible.low


def _total(statement: Statement, shares: Sequence[Quantity]) -> Iterator[Problem]:
    """The last of the shares is what the others come to."""
    *parts, whole = shares
    found = _TOTAL.search(statement.passage.text, parts[0].start, whole.start)
    if whole.bound or found is None or _COMPARED.search(statement.passage.text, found.end(), whole.start):
        return
    sum_of = _sum(parts)
    if not sum_of.meets(whole.possible):
        listed = " + ".join(one.text for one in parts)
        total = sum((one.value for one in parts), Decimal(0)).normalize()
        message = f"the words say “{whole.text}”, and {listed} come to {total:f}%"
        yield Problem("error", "shares", message, statement.place(whole.start), "Correct the sum, or its parts.")


def _sum(shares: Sequence[Quantity]) -> Range:
    return Range(
        sum((one.range.low for one in shares), Decimal(0)), sum((one.range.high for one in shares), Decimal(0))
    )
