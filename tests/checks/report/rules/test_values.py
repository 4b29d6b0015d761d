from pathlib import Path

import pytest
from checks.report.editions import found, read
from checks.report.rules.lakes_and_rent import INDICATORS, PLACE, VALUES, errors

from reportgen.checks.report.rules.values import problems


@pytest.mark.parametrize(
    "words",
    [
        "In Kent 36% of lakes are clean lakes.",
        "Our weekly rent is getting on for £290m.",
        "Clean lakes are rarer than in Surrey but commoner than in England: 36%, against 38% and 34%.",
        "Surrey has more clean lakes than England but also than Kent as a whole, where 36% are clean lakes.",
        "On clean lakes England is behind: 36% here, 34% there.",
        "In 2021, 30% were clean lakes.",
        "Over a third are clean lakes.",
        "Among mountain lakes, 52% are clean lakes.",
        "Clean lakes are 2 percentage points above the national average.",
        "Clean lakes are three points commoner than a year ago, and 2 points commoner than in England.",
        "Of clean lakes our lead over England is 2 percentage points; over Surrey there is none.",
        "In Kent all but 64% are clean lakes.",
        "The share of clean lakes rose by 3 points in 2023, after 3 the year before.",
        "Clean lakes are 36% in 2023, against 33% a year earlier and 30% two years earlier.",
        "In 2021, 30% were clean lakes. A year later it was 33%.",
        "A decade earlier 21% were clean lakes.",
        "The year before the pandemic 27% were clean lakes.",
        "Over the past decade the share of clean lakes has risen by 15 points.",
        "In England 66% are not clean lakes.",
        "To match Surrey, the share of clean lakes would have to rise by 2 percentage points.",
        "Weekly rent is £8.50 lower than in England.",
        "Clean lakes are two points above the national average, which is 34%.",
        "In the year 2021, 30% were clean lakes.",
        "The share of clean lakes is a fifth as high again as in 2021.",
        "The share of clean lakes is three points higher than in 2022.",
        "The share of clean lakes has gained 3 points since 2022 and 6 since 2021.",
        "Clean lakes: up 3pp on 2022, to 36%.",
        "In 2021, before the pandemic, 30% were clean lakes.",
        "Landlords with over 250 homes ask a weekly rent of £131.",
        "Weekly rent went up by £12.50 in 2023, which is 8.3%.",
        "A year’s weekly rent comes to £8,450.",
        "Weekly rent falls £8.50 short of the national average.",
        "Nearly two thirds of lakes, 64%, are not clean lakes.",
        "The net cost of clean lakes has gone up by more than half.",
        "Inside parks, 52% are clean lakes.",
        "Lakes in the trial of filters are clean lakes in 52% of cases.",
        "Those who were asked say that Kent has clean lakes: in 2022 it was 31% of those that they knew.",
        "About a third of lakes are clean lakes.",
        "Most ponds beside lakes are clean.",
        "Fewer than 65% of lakes fail the test of clean lakes.",
        "In the latest year 36% of lakes were clean lakes.",
        "Weekly rent, to the nearest ten pounds, is some £160.",
        "Clean lakes at grade 5 or above were achieved by 36% of lakes, 2 points above England but level with Surrey.",
        "The share of clean lakes is 36%, 3 points more than before, which is better than in England.",
        "At 34% clean lakes are fewer in England, and Surrey has 2 points more again.",
        "Weekly rent has risen to £162.50. It is below the national figure of £171.00 and well below what Surrey asks.",
        "Across the UK, 41% of lakes are clean lakes.",
        "Before the mill was closed the share of clean lakes had been 18%.",
        "Before the great drought 18% were clean lakes.",
        "The weekly rent was £12.50 steeper in 2023 than in 2022.",
        "The weekly rent is £8.50 kinder than in England.",
    ],
)
def test_a_figure_that_the_data_allow_is_right(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "In Kent 63% of lakes are clean lakes.",
        "Clean lakes are rarer than in Surrey but commoner than in England: 36%, against 38% and 43%.",
        "Of lakes 34% are clean lakes, against a national figure of 34%.",
        "On clean lakes England is behind: 36% here, 43% there.",
        "Weekly rent is £6.50 short of the English average.",
        "In 2021, 36% were clean lakes.",
        "Over half are clean lakes.",
        "Clean lakes are 5 percentage points above the national average.",
        "The share of clean lakes rose by 6 points in 2023.",
        "Between 2021 and 2023 the share of clean lakes rose by 3 points.",
        "Clean lakes are 36% in 2023, against 30% a year earlier.",
        "In 2021, 30% were clean lakes. A year later it was 36%.",
        "Two years earlier 33% were clean lakes.",
        "In 2023, 36% were clean lakes, six points more than the year before.",
        "In England 56% are not clean lakes.",
        "To match Surrey, the share of clean lakes would have to rise by 8 percentage points.",
        "Weekly rent is £5.80 lower than in England.",
        "On clean lakes Surrey is ahead of us by 7 points.",
        "In the year 2021, 36% were clean lakes.",
        "In 2021, before the pandemic, 36% were clean lakes.",
        "The share of clean lakes has gained 3 points since 2022 and 9 since 2021.",
        "The share of clean lakes is five points higher than in 2022.",
        "In a single year the share of clean lakes rose by 6 points.",
        "The share of clean lakes has quadrupled since 2021.",
        "The share of clean lakes is twice what it was in 2021.",
        "Between 2021 and 2022 the share of clean lakes grew by 20%.",
        "Those who were asked say that Kent has clean lakes: in 2022 it was 36%.",
        "In the winter before, in 2022, 36% of the lakes were clean.",
        "Two years ago, in 2021, 36% of the lakes were clean.",
        "Clean lakes are a bigger draw. Their share rose by 16 percentage points between 2021 and 2023.",
        "Some 38% of lakes are clean lakes.",
        "Most lakes are clean lakes.",
        "The share of clean lakes is half England's.",
        "In the latest year 63% of lakes were clean lakes.",
        "In the latest survey 63% of lakes were clean lakes.",
        "England has a share of 43% clean lakes, and leads us by some way.",
        "Weekly rent, to the nearest ten pounds, is some £170.",
        "Only 33% of our waters are clean, as against 34% across England.",
        "A year earlier the share of clean lakes had been 18%.",
        "The weekly rent was £15.20 steeper in 2023 than in 2022.",
    ],
)
def test_a_figure_that_cannot_be_what_the_data_say_is_an_error(tmp_path: Path, words: str) -> None:
    assert errors(problems, tmp_path, words) == [("error", "figure-against-data", PLACE)]


def test_a_figure_right_behind_the_area_that_another_is_set_against_is_of_that_area(tmp_path: Path) -> None:
    words = "# Homes\n\nWeekly rent is £162.50, little more than nine tenths of the national figure of £171.00.\n"
    assert found(problems, read(tmp_path, INDICATORS, VALUES, {"narrative/missions/homes.md": words})) == []


def test_nationally_is_the_nation_that_a_measure_is_set_against(tmp_path: Path) -> None:
    indicators = INDICATORS | {"mould": {"name": "Homes with mould", "better": "lower", "comparators": "Wales"}}
    values = f"{VALUES}mould Kent 2023 12\nmould Wales 2023 20\n"
    words = "# Homes\n\nHomes with mould: 12%, 20% nationally.\n\nHomes with mould: 12%, 34% nationally.\n"
    report = read(tmp_path, indicators, values, {"narrative/missions/homes.md": words})
    assert found(problems, report) == [("error", "figure-against-data", "narrative/missions/homes.md:5")]


def test_the_period_behind_what_a_rate_is_counted_per_is_that_of_the_rate(tmp_path: Path) -> None:
    indicators = {"fires": {"name": "Fires per 1,000 dwellings", "unit": "number", "better": "lower"}}
    values = "fires Kent 2021 1.6\nfires Kent 2022 1.9\nfires Kent 2023 2.4\n"
    right = "Fires stood at 1.9 dwellings per 1,000 in 2022 and have climbed to 2.4 since."
    than = "There are 0.5 more fires per 1,000 dwellings than in 2022."
    words = f"# Homes\n\n{right}\n\n{right.replace('1.9', '1.6')}\n\n{than}\n"
    report = read(tmp_path, indicators, values, {"narrative/missions/homes.md": words})
    assert [one for one in found(problems, report) if one[0] == "error"] == [
        ("error", "figure-against-data", "narrative/missions/homes.md:5")
    ]
