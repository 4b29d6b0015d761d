"""Lakes and rent in Kent: an edition of two measures, for rules that ask what a sentence says of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from checks.report.editions import Rule, found, read

VALUES = """
lakes Kent 2021 30
lakes Kent 2022 33
lakes Kent 2023 36
lakes England 2023 34
lakes Surrey 2023 38
rent Kent 2022 150
rent Kent 2023 162.50
rent England 2023 171.00
"""
INDICATORS = {"lakes": {"name": "Clean lakes"}, "rent": {"name": "Weekly rent", "unit": "gbp", "better": "lower"}}
PLACE = "narrative/missions/homes.md:3"  # of the words


def errors(
    rule: Rule, folder: Path, words: str, besides: Mapping[str, str] | None = None
) -> list[tuple[str, str, str]]:
    """The errors that a rule finds in these words; `besides`: other files of the edition."""
    files = {"narrative/missions/homes.md": f"# Homes\n\n{words}\n", **(besides or {})}
    return [one for one in found(rule, read(folder, INDICATORS, VALUES, files)) if one[0] == "error"]
