"""Highest, lowest, best, worst, second, followed by: words against the order that the values give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reportgen.checks.report.reading.areas.groups import AREA_NOUN, groups, is_group
from reportgen.checks.report.reading.areas.named import Named
from reportgen.checks.report.reading.areas.named_together import among, beside, excepted, listed_until
from reportgen.checks.report.reading.comparing.adjectives import Sense
from reportgen.checks.report.reading.comparing.comparisons import holds
from reportgen.checks.report.reading.comparing.placings import Placing, commonest, placings, than_any
from reportgen.checks.report.reading.data import Datum
from reportgen.checks.report.reading.indicators.subjects import UNITS
from reportgen.checks.report.reading.numbers.number_words import ORDINALS
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import NUMBERS, stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.edition.evidence import Indicator, Unit
from reportgen.problems import Problem

_OVER_TIME = re.compile(
    r"\b(?:since|ever|on\srecord|in\s(?:a|\w+)\s(?:decade|years)|for\s(?:\w+\s)?years|(?<!-)years?(?![\s-]olds?\b))\b"
)
_OF_A_DIFFERENCE = re.compile(
    r"\b(?:leads?(?=\sover|\son|\sis)|gaps?|differences?|distances?|shortfalls?|rise|fall|drop|increase|decrease|change|improvement|margin)\b"
)
_CALLED_BY_IT = re.compile(  # in the lowest region: whichever that is
    r"(?:[a-z]+-)?(?:highest|lowest|best|worst|leading|top|bottom)(?:-[a-z]+)?\s(?:area|region|district|council|borough|county|authority|country|nation)\b(?!\s(?:in|of|for|on)\b)",
    re.IGNORECASE,
)
_IS_OF_SIZE = re.compile(r"(?:larg|small|great|bigg|wid|narrow|slight)est\b", re.IGNORECASE)
_OF_IT = re.compile(r"\b(?:in|of|to|from|than|with|for|behind|against)\sthe\s$", re.IGNORECASE)
_SET_AGAINST = re.compile(r"\b(?:than|above|below|behind|of|against|with|from|as|to|over|on)\s(?:the\s)?$")
_ONE_OF = re.compile(
    r"\b(?:one|some|two|three|many)\sof\s[^.,]{0,20}$|\bamong(?:st)?\s(?:the\s)?(?:[a-z]+\s)?$", re.IGNORECASE
)
_OF_PRICES = re.compile(r"(?:[\w-]+[\s-])?(?:dearest|cheapest|costliest|most\sexpensive)\b", re.IGNORECASE)
_OF_ALL = re.compile(
    rf"\b(?:of|among(?:st)?)\s(?:all\s)?(?:the|these|our)\s{AREA_NOUN}\b(?!\s(?:in|of|across|within|with|that|which|like|as|we|for\swhich)\b)",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    rf"\b(?:of|among(?:st)?|in)\s(?:all\s)?(?:the\s|our\s)?{AREA_NOUN}\b(?!\s[a-z]+ed\b)", re.IGNORECASE
)
_WIDER = re.compile(
    r"\bin\s(?:the\s)?[A-Z]|\b(?:in|of|across|among(?:st)?|within)\s(?:\d|the|all|any|our|its|this|such|similar|comparable|other)\b"
    r"|\bnationa\w+|\bregiona\w+|\bafter\b|\bbehind\b"
)
_OF_A_NAME = re.compile(
    r"(?!(?:It|This|That|We|Here|Ours?|The|Its)\b)[A-Z][a-z]+(?:\s[A-Z][a-z]+)*\s(?:has|had|comes?|came|ranks?|ranked)\s"
)  # Otterby had the most: a place without a row
_AFTER = re.compile(r"\b(?:after|behind|outside)\s$", re.IGNORECASE)
_RIGHT_BEHIND = re.compile(r"\s(?:in|for|at|is|was)\s(?:that\sof\s)?")
_BEHIND = re.compile(r"[^,;.]*?\b(?:in|is|of|has)\s")
_IS_IN = re.compile(
    r"[^,;.]*?\b(?:(?:is|was|are|were)\s(?:(?:to\sbe\s)?(?:found|seen|recorded|measured|reached)\s)?(?:in|for|that\sof|those\sof)"
    r"|(?:belongs?|goes|went|falls?|fell)\sto|(?:comes?|came)\sfrom)\s"
)
_IS = re.compile(r"[^,;.]*?\b(?:is|was|are|were)\s")  # is Kent's, is ours
_OWN = re.compile(r"(?:.*[’']s?|ours)", re.IGNORECASE)
_AFTER_ARTICLE = re.compile(r"\b(?:the|its|their|[a-z]+[’']s)\s$", re.IGNORECASE)
_OF_AMOUNT = re.compile(r"\b(?:most|least)$", re.IGNORECASE)
_OPENS_A_CLAUSE = re.compile(r"[,;:]\s(?:(?:and|but|so|though|although|while|whereas)\s)?\Z")
_IS_MOST = re.compile(
    r"\b(?:is|are|was|were|remains?|stays?|being|it[’']s)\s(?:now\s|still\s|also\s|by\sfar\s)*$", re.IGNORECASE
)
_IN_IT = re.compile(r"(?:\sof\sall)?(?:,\s[^,]*,)?\s(?:in|for|among)\s(?:the\s)?")
_FOLLOWED = re.compile(r"\bfollowed\s(?:closely\s|at\ssome\sdistance\s)?by\s", re.IGNORECASE)
_NEXT = re.compile(r"(?:,|\sand|,\sand|,\sthen|\sand\sthen|\sthen)\s(?:(?:in|by|that\sof)\s)?")
_FOR_SOME = re.compile(r"\s(?:for|among(?:st)?)\s(?:the\s|our\s)?(?P<whom>[a-z][\w-]*)")  # works best for those over 90
_HINT = "Correct the rank, or name the areas that are meant."


def problems(report: ReadReport) -> Iterator[Problem]:
    for statement in report.statements:
        for placing in (*placings(statement), *_commonest_in(statement)):
            indicator = _subject(report, statement, placing)
            orders = _orders(report, statement, placing, indicator) if indicator is not None else []
            if indicator is None or not orders:
                continue
            told = [list(_misplaced(report, statement, placing, indicator, values)) for values in orders]
            yield from (told[0] if all(told) else _out_of_order(report, statement, placing, indicator, orders[0]))


def _commonest_in(statement: Statement) -> Iterator[Placing]:
    """Smoking is most common in Kent: the highest."""
    for one in commonest(statement):
        behind = [area.start for area in statement.areas if area.start > one.end]
        said = _IS_MOST.search(statement.before(one.start)) is not None
        if said and any(_IN_IT.fullmatch(statement.passage.text, one.end, at) for at in behind):
            yield one


def _subject(report: ReadReport, statement: Statement, placing: Placing) -> Indicator | None:
    """What is put in order, where that is sure, real, of now, and the whole of what is measured."""
    at = placing.start
    indicator = _named(report, statement, placing)
    if indicator is None or _is_of_something_else(statement, at):
        return None
    if any(period != report.data.current(indicator) for _, period in statement.periods):
        return None
    if (
        statement.is_unreal(at, indicator.name)
        or statement.is_quoted(at)
        or _is_for_some(report, statement, placing, indicator)
    ):
        return None
    if _OF_AMOUNT.search(statement.passage.text[at : placing.end]) and not _counts_it(
        report, statement, placing, indicator
    ):
        return None
    best_or_worst = re.search("best|worst", statement.passage.text[at : placing.end], re.IGNORECASE)
    return None if report.meanings.is_narrowed(statement, at, indicator) and not best_or_worst else indicator


def _is_for_some(report: ReadReport, statement: Statement, placing: Placing, indicator: Indicator) -> bool:
    """Whether the order is one of those for whom it is so, and of no areas: best for those over 90."""
    found = _FOR_SOME.match(statement.after(placing.end))
    if found is None or is_group(found["whom"]) or found["whom"] in NUMBERS:
        return False
    if any(one.start == placing.end + found.start("whom") for one in statement.areas):
        return False
    return stems_in(found["whom"]).isdisjoint(report.meanings.stems_of(indicator))


def _named(report: ReadReport, statement: Statement, placing: Placing) -> Indicator | None:
    """The indicator that is surely meant; where nothing is near, the only one that the sentence names."""
    units: tuple[Unit, ...] = ("gbp",) if _OF_PRICES.match(statement.passage.text, placing.start) else UNITS
    subject = report.meanings.subject(statement, placing.start, units)
    every = report.meanings.subjects(statement)
    found = every[0] if subject is None and len(every) == 1 else None
    if subject is not None and subject.sure:
        found = subject.indicator
    if found is not None and (
        _orders(report, statement, placing, found) or not any(each.area for each in statement.areas)
    ):
        return found
    indicators = report.edition.evidence.indicators.values()
    having = [one for one in indicators if one.unit in units and _orders(report, statement, placing, one)]
    begin, end = statement.stretch(placing.start)
    return report.meanings.only_of(having, statement.told(begin, end)) if len(having) < len(indicators) else found


def _is_of_something_else(statement: Statement, at: int) -> bool:
    """Whether the order is one of differences, of years, or of some among which something is one."""
    start, end = statement.stretch(at)
    if _CALLED_BY_IT.match(statement.passage.text, at) and _OF_IT.search(statement.before(at, 16)):
        return True
    if _IS_OF_SIZE.match(statement.passage.text, at):
        start = statement.start  # the gap is smallest for rent and, of all, largest for pay
    if _OF_A_DIFFERENCE.search(statement.passage.text, start, end) or _SET_AGAINST.search(statement.before(at, 14)):
        return True
    return bool(_OVER_TIME.search(statement.text) or _ONE_OF.search(statement.before(at, 40)))


def _counts_it(report: ReadReport, statement: Statement, placing: Placing, indicator: Indicator) -> bool:
    """Whether most and least are said of what is measured: the most officers, not most, or the most deprived, wards."""
    text, at = statement.passage.text, placing.start
    if at == statement.start or _OPENS_A_CLAUSE.search(text, statement.start, at):
        return False
    behind = re.match(r"(?:\s[A-Za-z-]+){1,2}", statement.after(placing.end, 40))
    if behind is not None and is_group(behind[0].split()[0]):
        return False  # in most districts
    return behind is not None and not stems_in(behind[0]).isdisjoint(report.meanings.stems_of(indicator))


def _orders(
    report: ReadReport, statement: Statement, placing: Placing, indicator: Indicator
) -> Sequence[Mapping[str, Datum]]:
    """The areas that may be put in order; none where the words count others than the data have."""
    home, ahead = report.data.home, [one for one in statement.areas if one.end <= placing.start]
    out = excepted(statement) | {one.area for one in ahead if _AFTER.search(statement.before(one.start, 16))}
    values = report.data.values(indicator)
    known = [group for group in groups(tuple(values), home, indicator.comparators)]
    each = [[one for one in group if one != home or not placing.others] for group in known]
    area = _area(report, statement, placing)
    set_beside = beside(statement) - {area}
    chosen = among(statement) or (set_beside | {area} if set_beside else set_beside)
    if placing.of and not chosen:
        each = [group for group in each if placing.of == len(group)]
    elif area in (home, *indicator.comparators) and not _OF_THEM.search(statement.text):
        each = each[:1]
    else:
        each = [*each[:1], *(group for group in each[1:] if len(group) > max(2, placing.rank))]
    if chosen:
        each = [[one for one in group if one in chosen] for group in each[:1] if chosen <= set(group)]
    orders = [{one: values[one] for one in group if one not in out} for group in each]
    return [order for order in orders if len(order) > 1 and area in order]


def _misplaced(
    report: ReadReport, statement: Statement, placing: Placing, indicator: Indicator, values: Mapping[str, Datum]
) -> Iterator[Problem]:
    """An area that is not where the words put it; others, without values, may stand before it where `of` is unsaid."""
    area = _area(report, statement, placing)
    if area not in values:
        return
    before = {
        sense: [one for one, value in values.items() if _is_ahead(value, values[area], sense, indicator)]
        for sense in placing.senses
    }
    level = sum(value.value == values[area].value for value in values.values())
    last = level if _is_whole(report, statement, placing, values) else placing.rank
    if any(len(ahead) < placing.rank <= len(ahead) + last for ahead in before.values()):
        return
    ahead = before[placing.senses[0]]
    leader = ahead[0] if ahead else next(one for one in values if one != area)
    said = statement.passage.text[placing.start : placing.end]
    message = (
        f"the words say “{said}”, the data say {values[area].shown} for {area} and {values[leader].shown} for "
        f"{report.areas.called(leader)} (“{indicator.id}”, {values[leader].place}): {area} comes "
        f"{_place(len(ahead))} in that order"
    )
    yield Problem("error", "rank", message, statement.place(placing.start), _HINT)


def _is_whole(report: ReadReport, statement: Statement, placing: Placing, values: Mapping[str, Datum]) -> bool:
    """Whether no area without a value can stand before: as many as the words say, or all; or three peers."""
    if placing.of == len(values) or among(statement) == set(values) or _OF_ALL.search(statement.text):
        return True
    peers = [one for one in values if not re.search("average", report.areas.called(one), re.IGNORECASE)]
    return len(peers) > 2 and not placing.of and _WIDER.search(statement.after(placing.end, 200)) is None


def _out_of_order(
    report: ReadReport, statement: Statement, placing: Placing, indicator: Indicator, values: Mapping[str, Datum]
) -> Iterator[Problem]:
    """Followed by: the areas that are named one after another stand in the order of their values."""
    text = statement.passage.text
    for found in _FOLLOWED.finditer(text, placing.end, statement.end):
        behind = [one for one in statement.areas if one.start >= found.end()]
        if not behind or behind[0].start != found.end():
            continue
        row = [_area(report, statement, placing), behind[0].area]
        for one, other in pairwise(behind):
            if not _NEXT.fullmatch(text, one.end, other.start):
                break
            row.append(other.area)
        said = text[found.start() : behind[len(row) - 2].end]
        for before, after in pairwise(row):
            if before not in values or after not in values:
                return
            if all(_is_ahead(values[after], values[before], sense, indicator) for sense in placing.senses):
                message = (
                    f"the words say “{said}”, the data say {values[before].shown} for {before} and "
                    f"{values[after].shown} for {after} (“{indicator.id}”, {values[after].place}): {after} comes first"
                )
                yield Problem("error", "rank", message, statement.place(found.start()), _HINT)
                return


def _area(report: ReadReport, statement: Statement, placing: Placing) -> str:
    """Whose rank it is: the area right behind the word, else the one named last before it, else behind, else home."""
    text, at = statement.passage.text, placing.start
    ahead = [one for one in statement.areas if one.end <= at and one.area and one.start >= listed_until(statement)]
    named = [one for one in ahead if not _SET_AGAINST.search(statement.before(one.start, 10))]
    near = [one for one in named if one.start >= statement.stretch(at)[0]]
    behind = [one for one in statement.areas if one.start > at and one.area]
    if _AFTER_ARTICLE.search(statement.before(at, 16)):  # Kent's is the highest in England; the highest is in Kent
        located = [one for one in behind if _is_located(text, placing.end, one)]
        nearest = [*located[:1], *near[-1:], *named[-1:]]
    else:
        beside = [one for one in behind if _RIGHT_BEHIND.fullmatch(text, placing.end, one.start)]
        is_second = any(one.start < at for one in placings(statement))
        nearest = [*beside[:1], *(near if is_second else named)[-1:]]
    beside = [one for one in behind if one.end <= than_any(statement, at) and one.start > placing.end]
    nearest = [*beside[:1], *nearest]  # fewer in Kent than in any other area
    after = [one for one in behind if _BEHIND.fullmatch(text, at, one.start)]
    if nearest or after:
        return (nearest or after)[0].area
    return "" if _OF_A_NAME.match(statement.text) else report.data.home


def _is_located(text: str, at: int, one: Named) -> bool:
    """Whether what stands at a place is said to be in an area, or to be its own."""
    is_own = _OWN.fullmatch(one.text) is not None and _IS.fullmatch(text, at, one.start) is not None
    return is_own or _IS_IN.fullmatch(text, at, one.start) is not None


def _is_ahead(one: Datum, other: Datum, sense: Sense, indicator: Indicator) -> bool:
    if one.value == other.value:
        return False
    more = one.value > other.value
    return holds(sense, more, indicator.better == "higher")


def _place(ahead: int) -> str:
    words = list(ORDINALS)
    return words[ahead] if ahead < len(words) else f"behind {ahead} others"
