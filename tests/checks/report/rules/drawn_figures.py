"""An edition with figures of three kinds of data, for the rules on what their alternative texts and titles say."""

from __future__ import annotations

from pathlib import Path

from checks.report.editions import REPORT, Rule, found, read

FIGURES = """\
figures:
  - {{id: barriers, title: Barriers to trade, kind: bar, data: series/barriers.csv, alt: "{barriers}"}}
  - {{id: screen, title: "{title}", kind: column, data: series/screen.csv, alt: "{screen}"}}
  - {{id: fees, title: Weekly fees, kind: line, data: series/fees.csv, alt: "{fees}"}}
tables:
  - {{id: jobs, title: "{table}", data: series/jobs.csv}}
"""
SERIES = {
    "series/barriers.csv": "Barrier,Firms (%)\nFinding finance,44\nFinding skilled staff,39\nCost of space,28\n"
    "Late payment,21\n",
    "series/screen.csv": "Year,Spending (£m)\n2019,120\n2020,48\n2021,190\n2022,260\n2023,310\n",
    "series/fees.csv": "Year,Kent,England\n2019,189,203\n2020,196,211\n2021,214,226\n2022,231,249\n",
    "series/jobs.csv": "Trade,2019,2023,Change\nDesign,5100,5900,800\n",
}
WORDS = {
    "barriers": "Bars",
    "screen": "Columns",
    "fees": "Lines",
    "title": "Spending",
    "table": "Jobs",
    "prose": "None.",
}


def judged(rule: Rule, folder: Path, **words: str) -> list[tuple[str, str, str]]:
    said = WORDS | words
    prose = f"# Summary\n\n{said.pop('prose')}\n"
    files = {"report.yaml": REPORT.format(edition="2024", amber="1") + FIGURES.format(**said), **SERIES}
    return found(rule, read(folder, {"lakes": {}}, "lakes Kent 2023 36", files | {"narrative/introduction.md": prose}))
