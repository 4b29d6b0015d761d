"""The data that is given away with a report: CSV files in the contract's form."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.edition.data_files import data_files
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Evidence
from reportgen.problems import Problem

Read = Callable[..., tuple[Edition | None, list[Problem]]]
ReadAt = Callable[[Path], tuple[Edition | None, list[Problem]]]

CHECKOUT = Path(__file__).parents[2]
EDITIONS = (CHECKOUT / "data" / "digital-roadmap-2024", CHECKOUT / "tests" / "editions" / "rivers-2023")


def evidence(read: Callable[[], tuple[Edition | None, list[Problem]]]) -> Evidence:
    edition, problems = read()
    assert edition is not None, [str(problem) for problem in problems]
    return edition.evidence


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("folder", EDITIONS, ids=lambda folder: folder.name)
def test_what_is_given_away_gives_the_same_evidence_when_read_again(
    folder: Path, tmp_path: Path, read_at: ReadAt
) -> None:
    before = evidence(lambda: read_at(folder))
    shutil.copytree(folder, tmp_path / "again")
    for file in data_files(before):
        (tmp_path / "again" / file.name).write_text(file.text, encoding="utf-8-sig")
    again = evidence(lambda: read_at(tmp_path / "again"))
    assert (again.indicators, again.observations) == (before.indicators, before.observations)
    assert data_files(again) == data_files(before)


def test_a_workbook_gives_away_the_same_as_the_csv_files(rivers_with_workbook: Path, read_at: ReadAt) -> None:
    ours, theirs = evidence(lambda: read_at(rivers_with_workbook)), evidence(lambda: read_at(EDITIONS[1]))
    assert data_files(ours) == data_files(theirs)


def test_numbers_are_plain_and_what_was_not_reported_is_empty(read: Read) -> None:
    values = "indicator,area,period,value,base\nlakes,Kent,2023,36.50%,1200\nlakes,England,2023,,\n"
    _, observed = data_files(evidence(lambda: read({"values.csv": values})))
    assert cells(observed.text)[1:] == [
        ["lakes", "Kent", "2023", "36.5", "1200", "", ""],
        ["lakes", "England", "2023", "", "", "", ""],
    ]


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ('=HYPERLINK("https://example.org")', '\'=HYPERLINK("https://example.org")'),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("a; =1+1", "a; '=1+1"),
        ("1+1=2", "1+1=2"),
        ("Lakes – all", "Lakes – all"),
    ],
)
def test_no_cell_of_text_can_start_a_formula(typed: str, given: str, read: Read) -> None:
    found = evidence(read)
    indicator = replace(found.indicators["lakes"], name=typed, ahead=typed)
    measured, _ = data_files(replace(found, indicators={"lakes": indicator}))
    row = cells(measured.text)[1]
    assert (row[2], row[11]) == (given, given)


def test_a_figure_below_zero_stays_a_figure(read: Read) -> None:
    values = "indicator,area,period,value\nlakes,Kent,2023,-1.5\nlakes,England,2023,0\n"
    _, observed = data_files(evidence(lambda: read({"values.csv": values})))
    assert cells(observed.text)[1][3] == "-1.5"
