"""The names that the narrative's expressions may use (section 3 of the contract), bound to one edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from reportgen.edition.edition import Edition
from reportgen.expressions.figures import BoundFigures
from reportgen.expressions.rule import rule_blocks
from reportgen.expressions.wording import Wording
from reportgen.findings import Finding

__all__ = ["names", "rule_blocks"]


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
