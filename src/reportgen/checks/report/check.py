"""An edition judged: what in its words and data contradicts what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen import figures
from reportgen.checks.report.meant import as_meant
from reportgen.checks.report.once import once
from reportgen.checks.report.reading.claims.kinds import Number, numbers
from reportgen.checks.report.reading.report import ReadReport, read_report
from reportgen.checks.report.rules import (
    absolute_gaps,
    acronyms,
    addresses,
    appositions,
    areas_together,
    arithmetic,
    aspirations_measured,
    bands_in_words,
    bases_in_time,
    common_bases,
    comparators,
    copied_values,
    counts,
    denied_gaps,
    directions,
    directions_implied,
    display_numbers,
    displays,
    drawn_comparisons,
    drawn_counts,
    drawn_course,
    drawn_order,
    drawn_values,
    drawn_years,
    fact_lengths,
    fact_periods,
    fact_years,
    figures_set_out,
    followed_by,
    fundamentals,
    gaps_ranked,
    headcounts,
    headings,
    hundredfold,
    levels,
    measures_counted,
    measures_named,
    names_alike,
    names_called,
    newer_periods,
    own_average,
    parts_of_wholes,
    percentages,
    periods_compared,
    periods_counted,
    periods_implied,
    periods_together,
    points,
    printed_gaps,
    quotes,
    ranks,
    rating_counts,
    ratings_named,
    renderings,
    risen_or_fallen,
    rows_changed,
    rows_changed_most,
    rows_compared,
    rows_counted,
    rows_multiples,
    rows_summed,
    rule_exceptions,
    rule_in_words,
    series_changes,
    series_course,
    series_directions,
    series_multiples,
    series_ranks,
    sources,
    sums,
    swapped_areas,
    swapped_periods,
    together,
    told_twice,
    typed_tables,
    typed_wordings,
    unchanged,
    units,
    values,
    wordings,
)
from reportgen.checks.report.silences import NAME, silence
from reportgen.compose import check_words
from reportgen.edition.edition import read_files
from reportgen.edition.folder import is_file
from reportgen.problems import InputError, Problem, Problems, by_place

if TYPE_CHECKING:
    from reportgen.checks.report.edited.review import Review

Rule = Callable[[ReadReport], Iterator[Problem]]

OF_THE_DATA: tuple[Rule, ...] = (
    absolute_gaps.problems,
    common_bases.problems,
    bases_in_time.problems,
    wordings.problems,
    swapped_areas.problems,
    newer_periods.problems,
    copied_values.problems,
    series_changes.problems,
    printed_gaps.problems,
)
RULES: tuple[Rule, ...] = (
    values.problems,
    swapped_periods.problems,
    typed_tables.problems,
    typed_wordings.problems,
    headcounts.problems,
    quotes.problems,
    fact_lengths.problems,
    figures_set_out.problems,
    fact_years.problems,
    gaps_ranked.problems,
    fact_periods.problems,
    appositions.problems,
    arithmetic.problems,
    renderings.problems,
    told_twice.problems,
    points.problems,
    directions.problems,
    risen_or_fallen.problems,
    directions_implied.problems,
    denied_gaps.problems,
    levels.problems,
    unchanged.problems,
    together.problems,
    measures_counted.problems,
    measures_named.problems,
    periods_together.problems,
    periods_counted.problems,
    periods_compared.problems,
    periods_implied.problems,
    areas_together.problems,
    comparators.problems,
    own_average.problems,
    ranks.problems,
    followed_by.problems,
    series_ranks.problems,
    rows_counted.problems,
    rows_changed.problems,
    rows_changed_most.problems,
    rows_compared.problems,
    rows_multiples.problems,
    rows_summed.problems,
    series_directions.problems,
    series_course.problems,
    series_multiples.problems,
    units.problems,
    percentages.problems,
    sums.problems,
    parts_of_wholes.problems,
    counts.problems,
    aspirations_measured.problems,
    rating_counts.problems,
    ratings_named.problems,
    *OF_THE_DATA,
    rule_in_words.problems,
    bands_in_words.problems,
    rule_exceptions.problems,
    sources.problems,
    addresses.problems,
    displays.problems,
    drawn_years.problems,
    drawn_counts.problems,
    drawn_comparisons.problems,
    drawn_values.problems,
    drawn_order.problems,
    drawn_course.problems,
    display_numbers.problems,
    headings.problems,
    names_alike.problems,
    names_called.problems,
    fundamentals.problems,
    acronyms.problems,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, sorted by place; warnings of reading the files are among it."""

    problems: tuple[Problem, ...]
    numbers: tuple[Number, ...] = ()  # all in the words, each with its kind

    @property
    def errors(self) -> int:
        return sum(problem.severity == "error" for problem in self.problems)


def check_edition(folder: Path) -> Checked:
    """Check an edition, writing nothing. Raises InputError where it cannot be read or filled, as a build would.

    What is wrong in the data is then told too, if they can be read: it may be why the words cannot be filled.
    """
    met = Problems()
    edition = read_files(folder, met)
    if edition is None:
        raise InputError(met.met)
    data_can_be_read = not met.errors
    findings = check_words(edition, met)
    figures.charts(edition, met)
    if met.errors:
        wordless = ReadReport(edition, findings, ())
        raise InputError(by_place([*met, *(problems_by(OF_THE_DATA, wordless) if data_can_be_read else ())]))
    return check_report(read_report(edition, findings), met)


def check_word(review: Review) -> Checked:
    """What all rules find in the words of a Word file that somebody edited, and what else in it contradicts the data.

    What the owner has silenced in the narrative is silent here too, and no silence is told to be of no use.
    """
    review.refuse_strangers()
    edition, report = review.edition, ReadReport(review.edition, review.findings, review.passages)
    found = once([*review.problems(), *problems_by(RULES, report)])
    accepted = _silenced(read_report(edition, review.findings))
    remaining = silence(found, edition.folder, Problems())
    told = (review.in_word(one) for one in remaining if _said(one) not in accepted)
    return Checked(tuple(by_place(told)), numbers(report))


def check_report(report: ReadReport, met: Problems) -> Checked:
    """What all rules find in a report, beside what was met in reading it, and without what its owner has silenced."""
    found = once([*met.met, *problems_by(RULES, report)])
    judged = Problems()
    remaining = silence(found, report.edition.folder, judged)
    return Checked(tuple(by_place([*remaining, *judged])), numbers(report))


def problems_by(rules: tuple[Rule, ...], report: ReadReport) -> Iterator[Problem]:
    """What rules find. A value typed a hundred times too large or small is told of once, and then taken as meant."""
    slips = list(hundredfold.slips(report))
    yield from (one.problem for one in slips)
    meant = as_meant(report, slips)
    yield from (problem for rule in rules for problem in rule(meant))


def _silenced(report: ReadReport) -> set[tuple[str, str]]:
    """What the owner has judged in the narrative."""
    if not is_file(report.edition.folder, NAME):
        return set()
    found = once(problems_by(RULES, report))
    return {_said(one) for one in found} - {_said(one) for one in silence(found, report.edition.folder, Problems())}


def _said(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.message
