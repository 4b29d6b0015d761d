"""Figures that have the digits of the data and another unit: each sentence in one report."""

from pathlib import Path

from checks.report.editions import found, read

from reportgen.checks.report.rules import units, values

WORDS = "narrative/missions/homes.md"
INDICATORS = {
    "visitors": {"name": "Adults who visited a museum", "decimals": "1"},
    "schools": {"name": "School visits per 1,000 pupils", "unit": "number", "decimals": "1"},
    "ticket": {"name": "Average price of a ticket", "unit": "gbp", "better": "lower"},
    "pay": {"name": "Weekly pay of guides", "unit": "gbp", "decimals": "2"},
    "queue": {"name": "Average wait for a guided tour (days)", "unit": "number", "better": "lower", "decimals": "1"},
}
VALUES = """
visitors Kent 2022 44.1
visitors Kent 2023 47.3
schools Kent 2023 36.8
ticket Kent 2022 84
ticket Kent 2023 91
pay Kent 2023 631.70
queue Kent 2022 13.5
queue Kent 2023 11.2
"""
FACTS = (
    "id,value,unit,source,note\ngrant,3750000,gbp,,Grant from the council\nmuseums,14,number,,Museums in the trust\n"
    "restoration,26,number,,Months that a painting spends in restoration\n"
)
WRONG = """
Some £47.3 of adults visited a museum.
There were 36.8% school visits per 1,000 pupils in 2023.
There were 36.8 school visits for every 10,000 pupils.
The average price of a ticket was 91% in 2023.
The price of a ticket rose by 7 percentage points from £84 to £91.
The average wait for a guided tour took 11.2%.
The average wait for a guided tour is 11.2 weeks.
The wait for a guided tour fell by 2.3% from 13.5 to 11.2 days.
Adults who visited a museum stood at 47.3 weeks.
The council gave a grant of £3.75bn.
The trust has 14% museums.
School visits were made by 36.8% of pupils.
The weekly pay of guides is £631.70 a month.
A painting spends 26 weeks in restoration.
""".strip().splitlines()
RIGHT = """
There were 3.68 school visits for every 100 pupils.
The price of a ticket rose by 8.3%, to £91.
The average wait for a guided tour is 1.6 weeks.
The wait for a guided tour fell by 17% from 13.5 to 11.2 days.
The museum spends £47.30 on each adult's visit.
A £14 museum pass lets families in for a month.
The trust has a £14 levy on parking.
The weekly pay of guides rose by £631.70 a year.
A sculpture spends 26 weeks in restoration.
Adults who visited a museum waited for 47.3 minutes.
""".strip().splitlines()


def test_the_digits_of_the_data_in_another_unit_are_an_error(tmp_path: Path) -> None:
    words = "# Warm homes that people can afford\n\n" + "\n\n".join(WRONG + RIGHT) + "\n"
    report = read(tmp_path, INDICATORS, VALUES, {WORDS: words, "facts.csv": FACTS})
    told = [*found(units.problems, report), *found(values.problems, report)]
    lines = {int(place.rpartition(":")[2]) // 2 - 1 for severity, _, place in told if severity == "error"}
    assert sorted(lines) == [*range(9), *range(10, 14)]  # the grant is told where facts are quoted
