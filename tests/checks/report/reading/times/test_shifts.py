import pytest

from reportgen.checks.report.reading.numbers.quantities import periods
from reportgen.checks.report.reading.times.shifts import shifts


@pytest.mark.parametrize(
    ("words", "led_to"),
    [
        ("In 2023 it was 43%, up from 38% the year before.", ["2022"]),
        ("In 2022-23 it was 43%, and two years later 51%.", ["2024-25"]),
        ("It was 43% in 2023, 38% the year before and 31% the year before that.", ["2022", "2021"]),
        ("A decade earlier it was 43%.", [""]),
        ("In 2021, two years earlier, it was 43%.", []),
        ("The year before the pandemic it was 43%.", []),
        ("The year before it opened, 43% had heard of it.", []),
    ],
)
def test_a_shift_leads_from_the_period_that_is_named(words: str, led_to: list[str]) -> None:
    assert [one.period for one in shifts(words, 0, len(words), periods(words), "")] == led_to


def test_a_shift_starts_from_what_the_sentence_before_named() -> None:
    [one] = shifts("A year later it was 43%.", 0, 24, [], "2021")
    assert (one.period, one.anchor) == ("2022", "2021")
