"""Where the narrative explains the ratings in words of its own, they must be the rule that is applied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.checks.report.reading.indicators.definitions import BETTER, LEVEL, WORSE, Definition, explanations
from reportgen.checks.report.reading.passage import Section
from reportgen.checks.report.reading.report import ReadReport
from reportgen.edition.evidence import Indicator
from reportgen.findings import Rating
from reportgen.numbers import show_gap_in_words
from reportgen.problems import Problem

HINT = "Say the rule that is applied: {{ rule() }} prints it."
_OPEN = ("less than", "fewer than", "under")  # the bound itself is not among them
_BEYOND = ("more than", "over", "beyond", "greater than", "exceed")


def problems(report: ReadReport) -> Iterator[Problem]:
    told: dict[Section, list[Definition]] = {}
    for explanation in explanations(report):
        yield from _judged(explanation.definitions, report)
        if explanation.is_whole:
            told.setdefault(explanation.section, []).extend(explanation.definitions)
    for definitions in told.values():
        yield from _incomplete(definitions, report)


def _judged(definitions: Sequence[Definition], report: ReadReport) -> Iterator[Problem]:
    for one in definitions:
        own = _indicator(one, report)
        if own is not None and own.unit != "percent":
            continue  # its band is none of percentage points: bands_in_words.py
        if fault := _fault(one, own.amber_within if own else band(report)):
            message = f"{one.rating.value} is explained as “{_short(one.text)}”, but {fault}"
            yield Problem("error", "rule-words", message, one.place, HINT)


def _indicator(definition: Definition, report: ReadReport) -> Indicator | None:
    """The one measure that the sentence speaks of, as an exception does."""
    for statement in report.statements:
        if statement.passage is definition.passage and statement.start <= definition.start < statement.end:
            subject = report.meanings.subject(statement, definition.start)
            return subject.indicator if subject and subject.sure else None
    return None


def _incomplete(definitions: Sequence[Definition], report: ReadReport) -> Iterator[Problem]:
    said = {one.rating for one in definitions}
    given = {finding.rating for finding in report.findings.values()}
    missing = [rating for rating in Rating if rating in given and rating not in said]
    if missing:
        names = " and ".join(rating.value for rating in missing)
        message = f"the ratings are explained here without {names}, which the report prints"
        yield Problem("warning", "rule-incomplete", message, definitions[0].place)


def band(report: ReadReport) -> Decimal | None:
    """How many percentage points behind are AMBER, by the report's rule, where any indicator goes by it."""
    usual = report.edition.settings.amber_within
    bands = [one.amber_within for one in report.edition.evidence.indicators.values() if one.unit == "percent"]
    return usual if usual and usual in bands else None


def _fault(definition: Definition, band: Decimal | None) -> str:
    """Why the definition is not the rule; empty where it may be."""
    better, level, worse = definition.says(BETTER), definition.says(LEVEL), definition.says(WORSE)
    match definition.rating:
        case Rating.GREEN if worse and not better:
            return "GREEN is what is better than the comparator"
        case Rating.GREEN if level:
            return "what is level with the comparator is AMBER"
        case Rating.RED if better and not worse:
            return "RED is what is worse than the comparator"
        case Rating.RED if level and not re.search(r"\bnot\b|\bmore\b", definition.text):
            return "what is level with the comparator is AMBER"
        case Rating.AMBER if better and not worse and (definition.width or not level):
            return "what is better than the comparator is GREEN"
        case Rating.AMBER if _leaves_out(definition, band):
            return f"what is worse by no more than {shown(band)} is AMBER too"
        case Rating.AMBER | Rating.RED:
            return _width_fault(definition, band)
    return ""


def _width_fault(definition: Definition, band: Decimal | None) -> str:
    width, rating = definition.width, definition.rating
    if width is None:
        return ""
    if band is None:
        return "only what is level with the comparator is AMBER, by report.yaml"
    if width.points != band:
        return f"AMBER reaches to {shown(band)}, by report.yaml"
    if rating is Rating.AMBER and width.before in _OPEN:
        return f"exactly {shown(band)} is AMBER as well"
    if rating is Rating.AMBER and (width.before.startswith(_BEYOND) or "more" in width.after):
        return f"what is worse by more than {shown(band)} is RED"
    if rating is Rating.RED and ("more" in width.after or width.before == "at least"):
        return f"exactly {shown(band)} is AMBER"
    if rating is Rating.RED and (
        width.before in ("within", "up to", "at most", *_OPEN) or "no" in width.before.split()
    ):
        return f"what is worse by no more than {shown(band)} is AMBER"
    return ""


def _leaves_out(definition: Definition, band: Decimal | None) -> bool:
    """Whether AMBER is said to be what is level, and no more."""
    if band is None or definition.width or definition.says(WORSE):
        return False
    about = re.search(r"\bwithin|\bclose|\bsimilar|\bnear|\babout|\bslight", definition.text)
    return definition.says(LEVEL) and about is None


def shown(band: Decimal | None) -> str:
    return show_gap_in_words((band or Decimal(0)).normalize(), "percent", None)


def _short(text: str) -> str:
    words = re.sub(r"^[\s:–—=-]+", "", text).split(". ")[0].rstrip(" ;,.")
    return words if len(words) < 100 else f"{words[:97]}…"
