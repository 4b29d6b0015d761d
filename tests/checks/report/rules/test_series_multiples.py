from pathlib import Path

from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules.series_multiples import problems

SITES = """\
Museum,Visits 2022,Visits 2023,Galleries
Sea Museum,84000,91500,9
Castle,62300,60800,6
Toy House,18900,24200,4
"""
TABLE = "tables: [{id: sites, title: Museums, data: series/sites.csv}]\n"
WRONG = """
The Sea Museum had twice as many visits as the Castle in 2022.
In 2023 the Sea Museum had double the visits of the Castle.
The Castle has a third as many galleries as the Sea Museum.
The Castle had three times as many visits in 2023 as the Toy House.
""".strip().splitlines()
RIGHT = """
The Sea Museum had one and a half times as many visits as the Castle in 2023.
The Castle has half as many galleries again as the Toy House.
The Toy House has fewer than half as many galleries as the Sea Museum.
The Sea Museum had nearly four times as many visits in 2023 as the Toy House.
The Sea Museum has three times as many staff as the Castle.
""".strip().splitlines()

STATIONS = """\
Station,Entries
Kent,6350000
Essex,1240000
"""


def test_of_areas_the_words_may_tell_what_else_is_known_of_them(tmp_path: Path) -> None:
    words = (
        "# Stations\n\nEssex has nearly three times the share of Kent.\n\nEssex has three times the entries of Kent.\n"
    )
    settings = REPORT.format(edition="2024", amber="1") + TABLE
    files = {"report.yaml": settings, "series/sites.csv": STATIONS, "narrative/introduction.md": words}
    report = read(tmp_path, {"warm": {}}, "warm Kent 2023 84\nwarm England 2023 81\nwarm Essex 2023 30", files)
    assert [place for _, _, place in found(problems, report)] == ["narrative/introduction.md:5"]


def test_a_multiple_of_two_rows_is_held_to_their_cells(tmp_path: Path) -> None:
    words = "# Museums\n\n{{ table('sites') }}\n\n" + "\n\n".join(WRONG + RIGHT) + "\n"
    settings = REPORT.format(edition="2024", amber="1") + TABLE
    files = {"report.yaml": settings, "series/sites.csv": SITES, "narrative/introduction.md": words}
    report = read(tmp_path, {"warm": {}}, "warm Kent 2023 84\nwarm England 2023 81", files)
    assert [int(place.rpartition(":")[2]) for _, _, place in found(problems, report)] == [5, 7, 9, 11]
