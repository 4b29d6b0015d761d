"""The colours explained from the rule itself, exceptions too: the words follow what `findings.rate` does."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from reportgen.document import Block, Look, Paragraph, Text
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Indicator, Unit
from reportgen.expressions.wording import bullets
from reportgen.findings import Rating, assess
from reportgen.numbers import show_gap_in_words

_Band = tuple[Unit, Decimal] | None  # how far behind is AMBER; None: only what is level


def rule_blocks(edition: Edition) -> tuple[Block, ...]:
    """The rule in plain words: a bullet a rating, what ratings are judged against, a bullet an exception."""
    indicators = list(edition.evidence.indicators.values())
    band = _usual_band(edition, indicators)
    unrated = any(finding.rating is Rating.NOT_RATED for finding in assess(edition).values())
    exceptions = [(Text(f"{names}: {words}."),) for words, names in _exceptions(edition, indicators, band)]
    closing = "Some measures are judged in a way of their own:" if exceptions else ""
    return (
        bullets(*_ratings(band, unrated)),
        Paragraph((Text(f"{_against(edition)} {closing}".strip()),)),
        *([bullets(*exceptions)] if exceptions else []),
    )


def _usual_band(edition: Edition, indicators: list[Indicator]) -> _Band:
    """The report's own band, if any percentage goes by it; it speaks of percentages only."""
    usual = edition.settings.amber_within
    band: _Band = ("percent", usual) if usual else None
    return band if any(_band(indicator) == band for indicator in indicators) else None


def _band(indicator: Indicator) -> _Band:
    return (indicator.unit, indicator.amber_within) if indicator.amber_within else None


def _ratings(band: _Band, unrated: bool) -> Iterable[tuple[Text, ...]]:
    words = {
        Rating.GREEN: "better than the comparator",
        Rating.AMBER: "level with the comparator",
        Rating.RED: "worse than the comparator",
    }
    if band is not None:
        words[Rating.AMBER] += f", or worse by no more than {_width(band)}"
        words[Rating.RED] = f"worse by more than {_width(band)}"
    if unrated:
        words[Rating.NOT_RATED] = "a value that the rating needs is not reported"
    return [(Text(rating.value, _colour(rating)), Text(f": {said}.")) for rating, said in words.items()]


def _colour(rating: Rating) -> Look:
    """The rating's own character style (Rating Green), whose shading colours the cells of the tables too."""
    return Look(style=f"Rating {rating.value.title()}")


def _width(band: tuple[Unit, Decimal]) -> str:
    unit, within = band
    return show_gap_in_words(within.normalize(), unit, None)


def _against(edition: Edition) -> str:
    usual = edition.settings.comparators[0]
    area = f" ({usual.area})" if usual.label and usual.label != usual.area else ""
    judged = f"The comparator is {usual.in_sentence}{area}."
    return f"{judged} Ratings follow from the exact figures, before these are rounded for print."


def _exceptions(edition: Edition, indicators: list[Indicator], band: _Band) -> Iterable[tuple[str, str]]:
    """What is said of measures that differ, and which measures these are."""
    groups: dict[str, list[Indicator]] = {}
    for indicator in indicators:
        words = "; ".join(_differences(edition, indicator, band))
        if words:
            groups.setdefault(words, []).append(indicator)
    return [(words, _names(edition, group)) for words, group in groups.items()]


def _differences(edition: Edition, indicator: Indicator, band: _Band) -> Iterable[str]:
    first = indicator.comparators[0]
    if first != edition.settings.comparators[0].area:
        yield f"the comparator is {edition.settings.comparator(first).in_sentence}"
    own = _band(indicator)
    if own != band:
        yield (f"AMBER where level, or worse by no more than {_width(own)}" if own else "AMBER only where level")


def _names(edition: Edition, group: list[Indicator]) -> str:
    """The measures by name, or a mission's by its title where all of several are meant."""
    named = []
    for mission in edition.settings.missions:
        here = [indicator for indicator in group if indicator.mission == mission.id]
        every = [each for each in edition.evidence.indicators.values() if each.mission == mission.id]
        whole = len(here) > 1 and len(here) == len(every)
        named += [f"all measures of ‘{mission.title}’"] if whole else [f"‘{each.name}’" for each in here]
    words = f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]
    return words[0].upper() + words[1:]
