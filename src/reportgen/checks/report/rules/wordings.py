"""The wordings `ahead`, `behind` and `level` must say what they stand for: areas or directions are easily swapped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.edition.evidence import Indicator
from reportgen.edition.settings import Settings
from reportgen.problems import Problem

_THEM = r"(?:the |our )?\{comparator\}"
_BETTER = re.compile(
    rf"(?<!or )\bbetter than\b|\bahead of\b|\{{gap\}} ahead\b|\b(?:leads|leading|outperforms?) {_THEM}", re.IGNORECASE
)
_WORSE = re.compile(
    rf"(?<!or )\bworse than\b|\b(?:behind|trails|trailing|lags|lagging) {_THEM}|\{{gap\}} behind\b", re.IGNORECASE
)
_MORE = re.compile(
    rf"\b(?:more|higher|larger|wider|bigger|greater|longer|dearer|costlier|exceeds?)\b|\b(?:above|over|beyond) {_THEM}",
    re.IGNORECASE,
)
_LESS = re.compile(
    rf"\b(?:fewer|less|lower|smaller|narrower|shorter|cheaper|short of|shortfall)\b|\b(?:below|under) {_THEM}",
    re.IGNORECASE,
)
_COMPARATOR_FIRST = re.compile(  # {comparator} lends more per resident; in {comparator} more are lent
    r"(?:the )?\{comparator\} "
    r"(?:(?:has|have|is|does|sees|shows|spends)\b|[a-z]+s (?:[a-z]+ly )?(?:\{|more\b|fewer\b|less\b))"
    r"|(?:in|at|across) (?:the )?\{comparator\},? ",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\{\w+\}")
_LINKS = stems_in("implies implied comparison compared average figure")
_UNSURE = re.compile(r"\b(?:not|no|never|nor|neither)\b|n['’]t\b", re.IGNORECASE)


def problems(report: ReadReport) -> Iterator[Problem]:
    settings = report.edition.settings
    for indicator in report.edition.evidence.indicators.values():
        evaluated = list(_evaluations(indicator))
        yield from evaluated or _directions(indicator, settings)


def _evaluations(indicator: Indicator) -> Iterator[Problem]:
    """A wording that calls itself better or worse stands in the other's column."""
    for column, wording, wrong in (("ahead", indicator.ahead, _WORSE), ("behind", indicator.behind, _BETTER)):
        right = _BETTER if wrong is _WORSE else _WORSE
        found = wrong.search(wording)
        if found and not right.search(wording) and not _UNSURE.search(wording) and not _turned(wording):
            message = f"the wording “{wording}” stands in the column “{column}” and says “{found[0]}”"
            hint = "Are the columns “ahead” and “behind” swapped?"
            yield Problem("error", "wording-direction", message, indicator.place_of(column), hint)
            return
    for found in filter(None, (pattern.search(indicator.level) for pattern in (_BETTER, _WORSE, _MORE, _LESS))):
        if not _UNSURE.search(indicator.level):
            message = f"the wording “{indicator.level}” is printed where there is no gap and says “{found[0]}”"
            yield Problem("warning", "wording-direction", message, indicator.place_of("level"))
            return


def _directions(indicator: Indicator, settings: Settings) -> Iterator[Problem]:
    """More and fewer must differ between the two columns, and go with what is better."""
    ahead, behind = (_direction(wording, settings) for wording in (indicator.ahead, indicator.behind))
    same_else = _without_direction(indicator.ahead) == _without_direction(indicator.behind)
    expected = 1 if indicator.better == "higher" else -1
    if ahead and ahead == behind and same_else:
        message = (
            f"“{indicator.id}” is worded alike whether ahead (“{indicator.ahead}”) or behind (“{indicator.behind}”): "
            f"one of them says {'more' if ahead > 0 else 'less'} where it is {'less' if ahead > 0 else 'more'}"
        )
        yield Problem(
            "error", "wording-direction", message, indicator.place_of("behind" if ahead == expected else "ahead")
        )
    if ahead and ahead == behind:
        return  # more that are warm where ahead, more that are cold where behind
    columns = (("ahead", indicator.ahead, ahead, expected), ("behind", indicator.behind, behind, -expected))
    sure = all(one == -right and _is_of(indicator, wording) for _, wording, one, right in columns)
    for column, wording, direction, right in columns:
        if direction and direction != right:
            message = (
                f"for “{indicator.id}” {indicator.better} is better, and the wording in “{column}” says "
                f"{'more' if direction > 0 else 'less'}: “{wording}”"
            )
            hint = "Are “ahead” and “behind” swapped, or area and comparator, or is “better” wrong?"
            place = indicator.place_of(column)
            yield Problem("error" if sure else "warning", "wording-direction", message, place, hint)
            return


def _is_of(indicator: Indicator, wording: str) -> bool:
    """Whether a wording speaks of what the indicator's name does, not of the rest (more waste that is not recycled)."""
    words = stems_in(_PLACEHOLDER.sub(" ", _without_direction(wording))) - _LINKS
    return not words or bool(words & stems_in(f"{indicator.name} {indicator.id.replace('-', ' ')}"))


def _without_direction(wording: str) -> str:
    return _LESS.sub("", _MORE.sub("", wording))


def _direction(wording: str, settings: Settings) -> int:
    """1 where a wording says more of the report's area, -1 where less, 0 where it says neither or cannot be told."""
    more, less = _MORE.search(wording), _LESS.search(wording)
    if _UNSURE.search(wording) or bool(more) == bool(less):
        return 0
    return (1 if more else -1) * (-1 if _turned(wording, settings.area) else 1)


def _turned(wording: str, area: str = "{area}") -> bool:
    """Whether the wording speaks of the comparator, as seen from the area: “{comparator} has more than {area}”."""
    if _COMPARATOR_FIRST.match(wording):
        return True
    comparator = wording.find("{comparator}")
    own = [at for at in (wording.find("{area}"), wording.find(area)) if at >= 0]
    return 0 <= comparator < min(own, default=-1)
