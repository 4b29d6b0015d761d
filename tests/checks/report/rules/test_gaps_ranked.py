"""Kent is four points behind on warm homes and five on dry ones."""

from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.gaps_ranked import problems

VALUES = "warm Kent 2023 60\nwarm England 2023 64\ndry Kent 2023 70\ndry England 2023 75"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Warm homes are where the gap to England is widest.", 1),
        ("The gap to England is wider for warm homes than for dry homes.", 1),
        ("Dry homes are where the gap to England is widest.", 0),
        ("The gap to England is narrower for warm homes than for dry homes.", 0),
        ("The gap in warm homes has been widest in the last two years.", 0),
    ],
)
def test_a_gap_that_is_not_in_its_place_is_an_error(tmp_path: Path, words: str, told: int) -> None:
    files = {"narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    report = read(tmp_path, {"warm": {}, "dry": {"name": "Dry homes"}}, VALUES, files)
    assert [(one[0], one[1]) for one in found(problems, report)] == [("error", "rank")] * told
