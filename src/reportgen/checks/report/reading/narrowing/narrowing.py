"""Whether words speak of a part of what an indicator measures, or of a kind, place or time that it does not have."""

from __future__ import annotations

import re
from itertools import chain

from reportgen.checks.report.reading.areas.named import Areas
from reportgen.checks.report.reading.comparing.adjectives import judges
from reportgen.checks.report.reading.comparing.extremes import is_of_an_extreme, may_be_of_an_extreme
from reportgen.checks.report.reading.indicators.kinship import COMMON, Kinship
from reportgen.checks.report.reading.narrowing.affirmations import affirms, denies_otherwise
from reportgen.checks.report.reading.narrowing.costs import is_bought, is_of_its_cost
from reportgen.checks.report.reading.narrowing.kinds_of_it import is_kind_of_it
from reportgen.checks.report.reading.narrowing.modifiers import modifiers
from reportgen.checks.report.reading.narrowing.narrower_wholes import is_of_a_narrower_whole
from reportgen.checks.report.reading.narrowing.of_whom import of_whom
from reportgen.checks.report.reading.narrowing.one_of_several import is_of_one_alone, is_of_one_side
from reportgen.checks.report.reading.narrowing.other_kinds import (
    is_of_another_kind,
    is_of_one_of_two,
    is_rated_otherwise,
)
from reportgen.checks.report.reading.narrowing.other_places import OtherPlaces
from reportgen.checks.report.reading.narrowing.other_sources import OtherSources
from reportgen.checks.report.reading.narrowing.other_words import are_of_something_else, say_something_else
from reportgen.checks.report.reading.narrowing.parts import is_for_something_else, is_of_a_part_of_it
from reportgen.checks.report.reading.narrowing.people import is_of_a_group, names_another
from reportgen.checks.report.reading.narrowing.plain_words import NO_KIND
from reportgen.checks.report.reading.narrowing.qualifiers import is_qualified_otherwise
from reportgen.checks.report.reading.narrowing.told_instead import told_instead
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.times.lengths import is_between_others, is_of_another_length
from reportgen.checks.report.reading.times.other_times import is_of_a_month, is_of_a_time_before, is_of_another_time
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Indicator

_ASKED = re.compile(
    r"\b(?:asked|said|told|polled|answered|(?<!\bin\sthe\slatest\s)(?<!\bin\sthe\slast\s)survey\w*|sample|respondents|winter|summer)\b",
    re.IGNORECASE,
)


class Narrowing:
    def __init__(self, edition: Edition, areas: Areas, kinship: Kinship) -> None:
        self._kinship = kinship
        self._places, self._sources = OtherPlaces(edition, areas), OtherSources(edition)

    def is_narrowed(self, statement: Statement, at: int, indicator: Indicator) -> bool:
        """Whether the words speak of a part of what the indicator measures, or of a place or time it does not have."""
        return self.is_another(statement, at, indicator) or self.may_be_another(statement, at, indicator)

    def affirms(self, statement: Statement, at: int, indicator: Indicator) -> bool:
        """Whether the words have nothing but what the indicator's name has, without its no, not or without."""
        return affirms(statement, at, indicator.name, self._kinship.stems_of(indicator))

    def is_another(self, statement: Statement, at: int, indicator: Indicator, *, turned: bool = False) -> bool:
        """Whether they name a part, place or time: women, the first year, in Leeds.

        `turned`: whether the others are told of, so that a denial is missed by intent.
        """
        text, name = _text(statement, at), indicator.name.lower()
        known = self._kinship.stems_of(indicator)
        return (
            is_of_a_group(statement, at, indicator, known)
            or is_of_another_kind(statement, at, indicator.name)
            or is_of_another_time(statement, statement.stretch(at)[1])
            or is_of_a_month(text)
            or is_of_a_time_before(statement, at)
            or (not (turned or judges(statement.lower, at)) and denies_otherwise(statement, indicator))
            or is_of_a_part_of_it(statement, at)
            or is_of_an_extreme(statement, at)
            or is_of_another_length(statement, at, name)
            or is_between_others(statement)
            or is_of_one_alone(statement, name)
            or is_of_one_side(statement, name)
            or self._sources.are_noted(statement, indicator)
            or self._places.are_named(statement, at, known)
            or is_of_its_cost(statement, at, indicator)
            or is_bought(text, indicator)
        )

    def may_be_another(self, statement: Statement, at: int, indicator: Indicator) -> bool:
        """Whether they say more than the indicator does: they may speak of a part of it, or of something else."""
        known = self._kinship.stems_of(indicator)
        counted = stems_in(indicator.counted) - COMMON
        return (
            names_another(_ASKED, _text(statement, at), known, indicator.name.lower())
            or is_for_something_else(statement, at, indicator.name, known)
            or are_of_something_else(statement, at, known | counted, indicator.name, self._kinship)
            or is_of_one_of_two(statement, indicator.name)
            or is_kind_of_it(statement, at, known, self._kinship)
            or is_of_a_narrower_whole(statement, at, known)
            or say_something_else(statement, at, known, self._kinship)
            or is_qualified_otherwise(statement, indicator.name, NO_KIND)
            or may_be_of_an_extreme(statement)
            or is_rated_otherwise(statement, indicator.name.lower())
            or _adds_something(statement, at, known)
        )


def _adds_something(statement: Statement, at: int, known: frozenset[str]) -> bool:
    """Whether words before a figure, or behind it, say of which of those that are measured it is."""
    added = chain(modifiers(statement, at, known), told_instead(statement, at), of_whom(statement, at))
    return any((told - NO_KIND) and not told & known for told in added)


def _text(statement: Statement, at: int) -> str:
    """The sentence, until the end of the larger clause."""
    return statement.passage.text[statement.start : statement.stretch(at)[1]]
