"""Where the narrative explains the ratings itself, it names the exceptions from the rule, and none but those."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.indicators.definitions import explanations
from reportgen.checks.report.reading.indicators.ratings import COLOUR
from reportgen.checks.report.reading.passage import Passage
from reportgen.checks.report.reading.report import ReadReport
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.rules.rule_in_words import band, shown
from reportgen.edition.evidence import Indicator
from reportgen.problems import Place, Problem, nearest

_EXCEPTION = re.compile(r"\b(?:except\w*|only where level|in a way of (?:its|their) own|judged|rated|set against)\b")
_QUOTED = re.compile(r"‘([^‘’]{6,})’(?!\w)|“([^“”]{6,})”")


def problems(report: ReadReport) -> Iterator[Problem]:
    for explanation in explanations(report):
        if explanation.is_whole:
            yield from _unmentioned(explanation.definitions[0].place, report)
        for passage in report.passages:
            if passage.section == explanation.section and passage.kind in ("paragraph", "item", "cell"):
                yield from _unknown(passage, report)


def _unmentioned(place: Place, report: ReadReport) -> Iterator[Problem]:
    """Indicators that are judged in another way should be named somewhere in the file that explains the rule."""
    settings = report.edition.settings
    words = " ".join(one.text for one in report.passages if one.place().file == place.file).casefold()
    for indicator in report.edition.evidence.indicators.values():
        mission, first = settings.mission(indicator.mission), settings.comparator(indicator.comparators[0])
        named = (indicator.name, mission.title if mission else "")
        if any(name and name.casefold() in words for name in named) or _is_excepted(indicator, place, report):
            continue
        if first.area != settings.comparators[0].area and first.name.casefold() not in words:
            said = f"“{indicator.name}” is set against {first.in_sentence}"
        elif indicator.unit == "percent" and (indicator.amber_within or None) != band(report):
            own = f"where worse by no more than {shown(indicator.amber_within)}"
            said = f"“{indicator.name}” is AMBER {own if indicator.amber_within else 'only where level'}"
        else:
            continue
        message = f"the ratings are explained here, and not that {said}"
        yield Problem("warning", "rule-exception", message, place, "{{ rule() }} names the exceptions too.")
        return


def _is_excepted(indicator: Indicator, place: Place, report: ReadReport) -> bool:
    """Whether a sentence about ratings has most words of the indicator's name."""
    name = stems_in(indicator.name)
    told = (one for one in report.statements if one.place(one.start).file == place.file)
    return any(
        2 * len(name & stems_in(one.text)) > len(name) and (COLOUR.search(one.text) or _EXCEPTION.search(one.text))
        for one in told
    )


def _unknown(passage: Passage, report: ReadReport) -> Iterator[Problem]:
    """An exception names, in quotation marks, what is no indicator."""
    settings, indicators = report.edition.settings, report.edition.evidence.indicators.values()
    known = [*(one.name for one in indicators), *(one.title for one in settings.missions)]
    if not _EXCEPTION.search(passage.text) or any(name in passage.text for name in known):
        return
    for found in _QUOTED.finditer(passage.text):
        name = found[1] or found[2]
        if not any(name.casefold() in one.casefold() for one in known):
            message = f"an exception from the ratings' rule names “{name}”, and there is no indicator of that name"
            yield Problem("error", "rule-exception", message, passage.place(found.start()), nearest(name, known))
