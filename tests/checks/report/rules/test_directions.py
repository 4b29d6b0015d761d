from pathlib import Path

import pytest
from checks.report.editions import found, read
from checks.report.rules.lakes_and_rent import INDICATORS, PLACE, VALUES, errors

from reportgen.checks.report.rules.directions import problems


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes is above the national average.",
        "The share of clean lakes has risen since 2021, when it was below that of England.",
        "The share of clean lakes is up by six points on 2021, which puts us ahead of England.",
        "Clean lakes are two points above the 34% of England.",
        "The share of clean lakes is lower than in Surrey.",
        "Weekly rent is cheaper than in England.",
        "Weekly rent is more affordable than in England.",
        "Weekly rent rose faster than in England.",
        "Weekly rent rose more slowly than in England.",
        "Clean lakes are more common here than they are in England.",
        "Compared with England, Kent has a larger share of clean lakes.",
        "More than a third are clean lakes here, but less than half of England's.",
        "Clean lakes made up 36% of all lakes in 2023.",
        "England has the highest weekly rent, ahead of Kent.",
        "Weekly rent is lower than in England, where it has fallen since 2022.",
        "The share of clean lakes is above that of England and trails that of Surrey.",
        "The share of clean lakes is behind that of Surrey, which beats England.",
        "If the share of clean lakes were below the national average, we would say so.",
    ],
)
def test_a_word_that_the_gap_bears_out_is_right(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The share of clean lakes is below the national average.",
        "The share of clean lakes is up by six points on 2021, which puts us behind England.",
        "Clean lakes are two points below the 34% of England.",
        "The share of clean lakes is higher than in Surrey.",
        "Weekly rent is dearer than in England.",
        "Weekly rent is less affordable than in England.",
        "Clean lakes are rarer here than they are in the rest of the country.",
        "England has the lowest weekly rent, ahead of Kent.",
        "The share of clean lakes is above that of England and leads that of Surrey.",
        "Compared with England, Kent has a smaller share of clean lakes.",
    ],
)
def test_a_word_that_turns_the_gap_round_is_an_error(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == [("error", "direction", PLACE)]


@pytest.mark.parametrize(("word", "wrong"), [("higher", False), ("lower", True)])
def test_a_comparison_that_opens_with_a_period_is_held_to_its_values(tmp_path: Path, word: str, wrong: bool) -> None:
    words = f"In 2021 the share of clean lakes was {word} than in England."
    files = {"narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    told = found(problems, read(tmp_path, INDICATORS, f"{VALUES}lakes England 2021 28\n", files))
    assert [one[1] for one in told] == ["direction"] * wrong
