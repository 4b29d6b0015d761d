from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.told_twice import problems


def judged(folder: Path, first: str, second: str) -> list[tuple[str, str, str]]:
    files = {"narrative/foreword.md": f"# Foreword\n\n{first}\n", "narrative/conclusion.md": f"# End\n\n{second}\n"}
    return found(problems, read(folder, {"warm": {}}, "warm Kent 2023 65\nwarm England 2023 61", files))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The harbour handles 340 ferries a week.", "Each week the harbour handles 430 ferries."),
        ("It rests on talks in 34 parishes.", "The 43 parishes in which we had talks want homes."),
        ("The council owns 27 historic buildings.", "Upkeep of the council’s 72 historic buildings is a burden."),
        (
            "Some 62% of the residents whom we asked are cold.",
            "That 26% of the residents we asked are cold is sad.",
        ),
        (
            "Tickets at the museum brought in £2.35m.",
            "The £2.53m that tickets at the museum brought in was little.",
        ),
        ('In 2023 {{ value("warm") }} of flats had double glazing.', "As we said, 56% of flats had double glazing."),
    ],
)
def test_one_thing_told_by_two_figures_is_an_error_at_the_later(tmp_path: Path, first: str, second: str) -> None:
    assert judged(tmp_path, first, second) == [("error", "two-renderings", "narrative/conclusion.md:3")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It will build two clinics at a cost of £38m.", "The two clinics will stand in Blyth. They are to cost £83m."),
        ("We asked 612 firms. Of these, 47% lacked staff.", "Of the 612 firms that we asked, 57% lacked staff."),
        ("The trust will open three care hubs for £4m.", "The four care hubs will stand in Deal. They cost £4m."),
        ("We are to get £12m for repairs over six years.", "Over five years £12m will go into repairs."),
        ("The estate has 720 homes, 180 of them for rent.", "Of the 720 homes on the estate, 108 are for rent."),
        ("Two in five carers told our survey of lost jobs.", "Of carers in our survey, 52% had lost jobs."),
    ],
)
def test_what_is_told_again_with_the_same_beside_it_is_the_same_thing(tmp_path: Path, first: str, second: str) -> None:
    assert judged(tmp_path, first, second) == [("error", "two-renderings", "narrative/conclusion.md:3")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It will build two clinics for £38m.", "The first of the two clinics is in Blyth. It is to cost £17m."),
        ("The deal brings £54m of new money.", "Of the deal’s £54m of new money, £21m is for buses."),
        ("The deal brings £54m over five years.", "The deal brings £10.8m a year over five years."),
        ("We asked 612 firms. Of these, 47% lacked staff.", "Of the 612 firms that we asked, 22% took apprentices."),
        ("We asked teenagers. Of them, 29% missed school.", "Girls were hit harder: 34% of them missed school."),
        ("The fire service has 14 stations.", "The ambulance service has 41 stations."),
        ("The Big Listen held 74 events.", "At 47 of the events of the Big Listen people spoke of buses."),
    ],
)
def test_what_another_word_or_figure_beside_it_tells_apart_is_let_be(tmp_path: Path, first: str, second: str) -> None:
    assert judged(tmp_path, first, second) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It rests on talks in 34 parishes.", "The 43 parishes on the coast want homes."),
        ("The council owns 27 historic buildings.", "The council’s 11 modern buildings are no burden."),
        ("We asked 318 residents.", "We asked 96 residents in the hills."),
        ("We asked 318 residents.", "The 24 residents whom we asked twice were patient."),
        ("Some 62% of the residents whom we asked are cold.", "Among the tenants whom we asked, 54% are cold."),
        ("A heat pump costs £11,500 to install.", "A heat pump costs £900 to service."),
        ("Last winter we spent £3.6m on grants.", "The winter before, we spent £2.2m on grants."),
    ],
)
def test_what_narrows_one_of_two_makes_them_other_things(tmp_path: Path, first: str, second: str) -> None:
    assert judged(tmp_path, first, second) == []


@pytest.mark.parametrize(
    "words",
    [
        "Each week the harbour handles some 350 ferries.",
        "In 2019 the harbour handled 430 ferries a week.",
        "In Surrey the harbour handles 430 ferries a week.",
        "The harbour handles 61 trawlers a week.",
        "The harbour should handle 430 ferries a week.",
        "The harbour handles 43% of ferries a week.",
    ],
)
def test_other_things_and_rounder_figures_are_let_be(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, "The harbour handles 340 ferries a week.", words) == []


@pytest.mark.parametrize(("number", "told"), [(164, ["error"]), (146, []), (112, [])])
def test_what_these_points_back_to_has_the_same_digits(tmp_path: Path, number: int, told: list[str]) -> None:
    words = f"# Foreword\n\nThe trust employs 146 people.\n\nMost of these {number} colleagues live nearby.\n"
    report = read(tmp_path, {"warm": {}}, "warm Kent 2023 65\nwarm England 2023 61", {"narrative/foreword.md": words})
    assert [severity for severity, _, _ in found(problems, report)] == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Of all boats 38.7% were late. This 37.8% is a lot.", ["error"]),
        ("Behind that 56% stand years of work.", ["error"]),
        ("This 65% is good news.", []),
        ("This 35% is good news.", []),
        ("Of that 56% is owed to grants.", []),
        ("It is clear that 56% is not enough.", []),
    ],
)
def test_what_this_points_back_to_may_be_a_figure_of_the_data(tmp_path: Path, words: str, told: list[str]) -> None:
    told_first = "In 2023 warm homes stood at 65% in Kent."
    report = read(
        tmp_path,
        {"warm": {}},
        "warm Kent 2023 65\nwarm England 2023 61",
        {"narrative/foreword.md": f"# Foreword\n\n{told_first} {words}\n"},
    )
    assert [severity for severity, _, _ in found(problems, report) if severity == "error"] == told


def test_two_figures_that_add_up_to_a_third_are_its_parts(tmp_path: Path) -> None:
    whole = "Some 45.3% of residents do not use the internet or use it only a little."
    parts = "22% of residents do not use the internet at all, and 23.3% use it only a little."
    assert judged(tmp_path, whole, parts) == []
