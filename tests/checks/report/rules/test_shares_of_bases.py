from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.values import problems

INDICATORS = {"checks": {"name": "Eligible people who had a health check", "counted": "people"}}
VALUES = "checks Kent 2023 38.5 186000\nchecks England 2023 42.3"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Health checks found high blood pressure in 1,290 people, 0.7% of all who are eligible.", 0),
        ("Health checks were given to 71,610 people, 35.8% of all who are eligible.", 1),
    ],
)
def test_a_share_that_a_count_makes_of_the_base_is_told_of_that_count(tmp_path: Path, words: str, told: int) -> None:
    files = {"narrative/missions/homes.md": f"# Health\n\n{words}\n"}
    assert len(found(problems, read(tmp_path, INDICATORS, VALUES, files))) == told
