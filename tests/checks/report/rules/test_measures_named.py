"""Kent is ahead of England on warm homes, and behind on dry ones and on broadband."""

from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.measures_named import problems

INDICATORS = {"warm": {}, "dry": {"name": "Dry homes"}, "broadband": {"name": "Full fibre broadband"}}
VALUES = "\n".join(
    f"{key} Kent 2023 {ours}\n{key} England 2023 {theirs}"
    for key, ours, theirs in (("warm", 65, 61), ("dry", 70, 75), ("broadband", 51, 58))
)


def judged(folder: Path, words: str) -> list[tuple[str, str]]:
    files = {"narrative/missions/homes.md": f"# Homes\n\n{words}\n"}
    return [(severity, code) for severity, code, _ in found(problems, read(folder, INDICATORS, VALUES, files))]


@pytest.mark.parametrize(
    "words",
    [
        "Both warm homes and full fibre broadband are below the national average.",
        "Neither warm homes nor dry homes are above the national average.",
        "Kent does better than England on warm homes, dry homes and full fibre broadband.",
    ],
)
def test_what_is_not_so_of_each_measure_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "direction")]


@pytest.mark.parametrize(
    "words",
    [
        "Both dry homes and full fibre broadband are below the national average.",
        "Neither full fibre broadband nor dry homes are above the national average.",
        "Kent does better than England on warm homes, but not on dry homes and full fibre broadband.",
    ],
)
def test_what_is_so_of_each_is_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
