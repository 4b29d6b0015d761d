"""Figures of another kind, standard or place than a measure's are no errors, though its words are there."""

from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.values import problems

MEASURES = {
    "jab": {"name": "Five-year-olds with two doses of the measles vaccine"},
    "see": {"name": "Adults seen by a dentist"},
    "inn": {"name": "Inns rated good or outstanding"},
    "fat": {"name": "Pupils with obesity (including severe obesity)"},
    "call": {"name": "999 calls answered within 10 seconds"},
    "band": {"name": "Dwellings rated EPC band C"},
    "theft": {"name": "Burglaries per 1,000 households", "unit": "number"},
    "wage": {"name": "Hourly wage of care workers", "unit": "gbp"},
    "alone": {"name": "Adults who feel lonely often, always or some of the time"},
}
VALUES = "jab Kent 2023 87\nsee Kent 2023 38\ninn Kent 2023 91\nfat Kent 2023 25\ncall Kent 2023 84\nalone Kent 2023 26"
VALUES += "\nband Kent 2023 41\ntheft Kent 2023 6.1\nwage Kent 2023 10.35"


def judged(folder: Path, words: str) -> list[str]:
    report = read(folder, MEASURES, VALUES, {"narrative/foreword.md": f"# Foreword\n\n{words}\n"})
    return [severity for severity, _, _ in found(problems, report)]


@pytest.mark.parametrize(
    "words",
    [
        "With one dose of the measles vaccine, it is 94% of five-year-olds.",
        "Of children, 56% were seen by a dentist.",
        "In the lowest decile 22% of adults were seen by a dentist.",
        "Only 12% of inns are rated outstanding.",
        "Severe obesity affects 6% of pupils.",
        "Of 101 calls, 58% were answered within 10 seconds.",
        "Of 999 calls, 96% were answered within a minute or in two minutes.",
        "Some 9% of dwellings are rated EPC band F.",
        "Burglaries ran at 9.3 per 1,000 premises.",
        "Care workers cost £22.80 for an hour of care.",
        "It is meant to be that 95% of adults are seen by a dentist.",
        "In the United Kingdom 52% of adults were seen by a dentist.",
        "Adults who feel lonely often or always make up 7%.",
        "The national standard is that 95% of five-year-olds have two doses of the measles vaccine.",
        "The health board asks for 95% of five-year-olds to have two doses of the measles vaccine.",
        "Scotland does better: 61% of its adults were seen by a dentist.",
        "In the neighbouring counties 61% of adults were seen by a dentist.",
    ],
)
def test_a_figure_of_another_kind_standard_or_place_is_no_error(tmp_path: Path, words: str) -> None:
    assert "error" not in judged(tmp_path, words)


@pytest.mark.parametrize(
    "words",
    [
        "Both doses of the measles vaccine reached 94% of five-year-olds.",
        "Of adults, 56% were seen by a dentist.",
        "Of inns, 82% are rated good or outstanding.",
        "Of 999 calls, 58% were answered within 10 seconds.",
        "Some 9% of dwellings are rated EPC band C.",
        "Burglaries ran at 9.3 for every 1,000 households.",
        "The hourly wage of care workers is £22.80 for an hour of work.",
        "Unlike Scotland, we had 61% of adults seen by a dentist.",
    ],
)
def test_a_figure_of_its_own_kind_and_place_is_one(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == ["error"]
