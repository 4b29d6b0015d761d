"""The names that the narrative's expressions may use (section 3 of the contract), bound to one edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial, wraps

from reportgen.edition.edition import Edition
from reportgen.expressions.figures import BoundFigures
from reportgen.expressions.rule import rule_blocks
from reportgen.expressions.wording import Wording
from reportgen.findings import Finding, assess
from reportgen.problems import Problems

__all__ = ["names", "names_despite_faults", "rule_blocks"]

_UNSAID = "…"


def names(edition: Edition, findings: Mapping[str, Finding]) -> Mapping[str, Callable[..., object]]:
    """The functions by name. Each raises ExpressionError at what the edition does not hold."""
    figures, wording = BoundFigures(edition, findings), Wording(edition)
    return {
        "value": figures.value,
        "gap": figures.gap,
        "count": figures.count,
        "rating": figures.rating,
        "statement": figures.statement,
        "change": figures.change,
        "fact": figures.fact,
        "mission": wording.mission,
        "aspiration": wording.aspiration,
        "aspirations": wording.aspirations,
        "rule": partial(rule_blocks, edition),
        "figure": wording.figure,
        "table": wording.table,
        "ref": wording.ref,
    }


def names_despite_faults(
    edition: Edition, problems: Problems
) -> tuple[Mapping[str, Callable[..., object]], Mapping[str, Finding]]:
    """The functions for an edition with faults, and its findings: what rests on faulty rows is “…”."""
    evidence, settings = edition.evidence, edition.settings
    judged = evidence.indicators.keys() - evidence.faulty if settings.area and settings.comparators else set()
    sound = {key: indicator for key, indicator in evidence.indicators.items() if key in judged}
    findings = assess(replace(edition, evidence=replace(evidence, indicators=sound)), problems)
    known = names(edition, findings)
    unsaid = {*evidence.indicators, *evidence.faulty} - judged
    doubted = {
        name: _unless(lambda id: id in unsaid or not evidence.indicators, known[name])
        for name in ("value", "gap", "count", "rating", "statement", "change")
    }
    fact = _unless(lambda _: not evidence.facts, known["fact"])
    return {**known, **doubted, "fact": fact, "rule": lambda: _UNSAID}, findings


def _unless(is_doubtful: Callable[[object], bool], function: Callable[..., object]) -> Callable[..., object]:
    @wraps(function)
    def call(id: object, *arguments: object, **named: object) -> object:
        return _UNSAID if is_doubtful(id) else function(id, *arguments, **named)

    return call
