"""Differences of the data: whether they bear a word out, and how a message puts them: that is above; it rose."""

from __future__ import annotations

from decimal import Decimal

from reportgen.checks.report.reading.comparing.adjectives import Sense
from reportgen.checks.report.reading.comparing.comparisons import holds
from reportgen.checks.report.reading.data import Datum
from reportgen.edition.evidence import Indicator


def bears_out(difference: Decimal, sense: Sense, indicator: Indicator) -> bool:
    """Whether a gap or change of an indicator is what a word says; what is level bears out none."""
    return difference != 0 and holds(sense, difference > 0, indicator.better == "higher")


def gap_in_words(gap: Datum, indicator: Indicator, sense: Sense) -> str:
    if gap.value == 0:
        return "they are level"
    if sense in ("more", "less"):
        return f"that is {'above' if gap.value > 0 else 'below'}"
    better = (gap.value > 0) == (indicator.better == "higher")
    return f"{indicator.better} is better, so that is {'better' if better else 'worse'}"


def change_in_words(change: Datum, indicator: Indicator, sense: Sense) -> str:
    moved = "rose" if change.value > 0 else "fell"
    return moved if sense in ("more", "less") else f"{moved}, and {indicator.better} is better"
