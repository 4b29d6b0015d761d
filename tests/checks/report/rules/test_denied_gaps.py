from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.denied_gaps import problems

WORDS = "narrative/foreword.md"
VALUES = """
unable Kent 2023 8 1000
unable England 2023 4
able Kent 2023 92 1000
able England 2023 96
"""
INDICATORS = {
    "unable": {"name": "% of adults that are unable to read maps", "better": "lower"},
    "able": {"name": "% of adults that read maps"},
}


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    return found(problems, read(folder, INDICATORS, VALUES, {WORDS: f"# Foreword\n\n{words}\n"}))


@pytest.mark.parametrize(
    "words",
    [
        'There are {{ count("unable") }} more adults who cannot read maps than at the national rate.',
        '{{ gap("unable", words=True) }} more adults lack the skill than in England.',
        'There are {{ count("unable") }} fewer adults who read maps than at the national rate.',
        'There are {{ count("able") }} more adults who cannot read maps than at the national rate.',  # of the others
        'There are {{ count("unable") }} fewer adults who cannot read maps than in 2021.',
        'Of adults {{ value("unable") }} cannot read maps, fewer than one thinks.',
    ],
)
def test_what_the_data_say_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        'There are {{ count("unable") }} fewer adults who cannot read maps than at the national rate.',
        '{{ gap("unable", words=True) }} fewer adults lack the skill than in England.',
        'Kent is {{ gap("unable", words=True) }} below England in adults without that skill.',
    ],
)
def test_the_other_direction_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "direction", f"{WORDS}:3")]
