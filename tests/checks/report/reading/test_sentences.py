"""Sentences and the stems of their words."""

import pytest

from reportgen.checks.report.reading.sentences import sentences, stem, words


def parted(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_a_sentence_ends_with_its_stop() -> None:
    assert parted("Rents rose by 1.5%. Homes did not! Why?") == ["Rents rose by 1.5%.", "Homes did not!", "Why?"]


def test_a_short_form_ends_no_sentence() -> None:
    assert parted("Homes, e.g. Flats, are few. St. Ives has 3.") == ["Homes, e.g. Flats, are few.", "St. Ives has 3."]


@pytest.mark.parametrize(
    ("one", "other"),
    [("qualified", "qualifications"), ("employers", "employer"), ("smoke", "smoking"), ("covers", "coverage")],
)
def test_kindred_words_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_plain_words_and_numbers_tell_nothing() -> None:
    assert [word for _, word in words("The rate is at 36% for the third year, a share of it")] == ["year"]


def test_a_level_is_told_from_another() -> None:
    assert "level4" in [word for _, word in words("qualified to Level 4")]
