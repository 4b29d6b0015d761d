"""A small good edition, in which every kind of file has a part. The inputs spoil copies of it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

REPORT = """\
title: State of the lakes
subtitle: A report
organisation: The Lakes Trust
edition: "2024"
language: en-GB
area: Kent
comparators:
  - {area: England, label: national average}
  - {area: Wales}
rating:
  amber_within: 1
foreword: {name: Ann Lee, role: Chair}
missions:
  - id: water
    title: Clean water
    aspirations:
      - {id: clean, text: All lakes are clean, fundamental: Nature}
  - id: birds
    title: Birds
figures:
  - id: trend
    title: Lakes over time
    kind: line
    data: {indicator: lakes, areas: all}
    alt: Three lines that rise
    source: survey
  - id: money
    title: Money
    kind: bar
    data: series/money.csv
    alt: Two bars
tables:
  - id: tasks
    title: Tasks
    data: series/tasks.csv
    merge: [Town]
template: evidence-report
"""
INDICATORS = """\
id,mission,name,unit,better,decimals,counted,aspirations,source,comparators,amber_within,ahead,behind,level
lakes,water,Clean lakes,percent,higher,,lakes,clean,survey,,,{gap} more,{gap} less,
rent,birds,Rent of a boat,gbp,lower,2,,,,,5,,,
swans,birds,Swans for each lake,number,higher,1,,,,England,,,,
"""
VALUES = """\
indicator,area,period,value,base,gap_count,source,note
lakes,Kent,2022,35,900,,,
lakes,Kent,2023,36,1000,,survey,counted in May
lakes,England,2023,38,,,,
lakes,Wales,2023,39,,,,
rent,Kent,2023,£162.50,,,,
rent,England,2023,171,,,,
rent,Wales,2023,165,,,,
swans,Kent,2023,9.4,,,,
swans,England,2023,8.1,,,,
"""
FACTS = """\
id,value,unit,source,note
people,"118,400",number,survey,
budget,£42m,gbp,,
motto,Water for all,text,,
"""
SOURCES = """\
survey:
  text: Survey of Lakes
  url: https://example.org/lakes
  published: 2024
plan: The plan
"""
SUMMARY = """\
# Summary

Of the lakes {{ value("lakes") }} are clean.[^survey]
There are {{ fact("people") }} people; swans are {{ rating("swans") }}.[^own]

- **One** thing
- another, see [the plan](https://example.org)

| Town | Lakes |
|------|-------|
| Deal | Two   |

![A map](pictures/map.png)

[^own]: Counted in May.
"""
WATER = """\
# {{ mission("water") }}

## Challenges

{{ ref("trend") }} shows it, and {{ ref("tasks") }} lists what is done.[^plan]

{{ figure("trend") }}

{{ table("tasks") }}

Money is in {{ ref("money") }}.

{{ figure("money") }}
"""
TEXTS: Mapping[str, str] = {
    "report.yaml": REPORT,
    "indicators.csv": INDICATORS,
    "values.csv": VALUES,
    "facts.csv": FACTS,
    "sources.yaml": SOURCES,
    "checks.yaml": "# none so far\n",
    "series/money.csv": "Year,Spent (£m)\n2022,1.5\n2023,2\n",
    "series/tasks.csv": "Town,Task,Places\nDeal,Dig,4\nDeal,Plant,5\n",
    "narrative/executive-summary.md": SUMMARY,
    "narrative/missions/water.md": WATER,
}
REPORT_YAML, INDICATORS_CSV, VALUES_CSV = "report.yaml", "indicators.csv", "values.csv"
SUMMARY_MD, WATER_MD = "narrative/executive-summary.md", "narrative/missions/water.md"
SHEETS = ("indicators", "values", "facts", "money", "tasks")  # those that evidence.xlsx has


def write_edition(folder: Path) -> None:
    for name, text in TEXTS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    (folder / "pictures").mkdir()
    (folder / "pictures" / "map.png").write_bytes(MAP)


def picture(size: tuple[int, int] = (40, 30), kind: str = "PNG", mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


MAP = picture()
