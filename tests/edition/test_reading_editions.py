from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.edition.edition import Edition, read_edition
from reportgen.findings import assess
from reportgen.problems import InputError, Problem, Problems

Read = Callable[..., tuple[Edition | None, list[Problem]]]
ReadAt = Callable[[Path], tuple[Edition | None, list[Problem]]]

FILES = ("report.yaml", "indicators.csv", "values.csv", "facts.csv", "sources.yaml", "series/money.csv")
PIECES = (
    "",
    '"',
    ",",
    "\n",
    "{",
    "[",
    ": ",
    "- ",
    "#",
    "&a ",
    "*a",
    "~",
    "\t",
    "|",
    "%",
    "£",
    "9" * 30,
    "\0",
    "\ud800",
)
RIVERS = Path(__file__).parents[1] / "editions" / "rivers-2023"
SAMPLE = Path(__file__).parents[2] / "data" / "digital-roadmap-2024"


def test_the_sample_edition_is_read_without_a_word(read_at: ReadAt) -> None:
    edition, problems = read_at(SAMPLE)
    assert problems == []
    assert edition is not None
    assert edition.name == "digital-roadmap-2024"
    assert len(edition.evidence.indicators) == 20


def test_the_parts_of_the_narrative_come_in_the_order_of_the_report(rivers: Edition) -> None:
    assert list(rivers.narrative) == [
        "foreword",
        "executive-summary",
        "introduction",
        "missions/water",
        "missions/wildlife",
        "conclusion",
    ]
    assert rivers.narrative["missions/water"].name == "narrative/missions/water.md"


def test_a_folder_that_is_not_there_is_an_error(read_at: ReadAt, tmp_path: Path) -> None:
    _, problems = read_at(tmp_path / "nowhere")
    assert [problem.message for problem in problems] == ["is not there"]
    (tmp_path / "file").touch()
    _, problems = read_at(tmp_path / "file")
    assert [problem.message for problem in problems] == ["is a file, not the folder of an edition"]


@pytest.mark.parametrize("name", ["report.yaml", "indicators.csv", "values.csv"])
def test_a_file_that_must_be_there_is_missed_by_name(read: Read, name: str) -> None:
    _, problems = read({name: None})
    assert [problem.place.file for problem in problems] == [name]
    assert problems[0].message.startswith("is not there")


def test_a_file_of_nearly_the_right_name_is_pointed_out(read: Read) -> None:
    _, problems = read({"values.csv": None, "Values.CSV.csv": "a\n"})
    assert problems[0].hint == "Did you mean “Values.CSV.csv”?"


def test_a_broken_report_does_not_hide_the_problems_of_the_tables(read: Read) -> None:
    _, problems = read(
        {"report.yaml": "title: a: b\n", "values.csv": "indicator,area,period,value\nlakes,Kent,2023,x\n"}
    )
    assert [problem.place.file for problem in problems] == ["report.yaml", "values.csv"]


def test_a_narrative_file_of_another_name_is_a_warning_with_the_nearest_right_one(read: Read) -> None:
    edition, problems = read(
        {
            "narrative/foreword.md": "# Foreword\r\n\r\nDŵr\r\n",
            "narrative/executive_summary.md": "# Summary\n",
            "narrative/Conclusion.MD": "# End\n",
            "narrative/water.md": "# Water\n",
            "narrative/missions/wtaer.md": "# Water\n",
            "narrative/foreword old.md": "# Foreword\n",
            "narrative/zzz.txt": "",
            "narrative/.draft.md": "",
            "narrative/~$foreword.docx": "",
            "narrative/map.png": "",
        }
    )
    assert edition is not None
    assert edition.narrative["foreword"].text == "# Foreword\n\nDŵr\n"
    assert {problem.place.file: problem.hint for problem in problems} == {
        "narrative/executive_summary.md": "Did you mean “narrative/executive-summary.md”?",
        "narrative/Conclusion.MD": "Did you mean “narrative/conclusion.md”?",
        "narrative/water.md": "Did you mean “narrative/missions/water.md”?",
        "narrative/missions/wtaer.md": "Did you mean “narrative/missions/water.md”?",
        "narrative/foreword old.md": "Did you mean “narrative/foreword.md”?",
        "narrative/zzz.txt": "Did you mean “narrative/foreword.md”?",
    }


def test_a_file_that_may_be_missing_is_a_warning_under_a_wrong_name(read: Read) -> None:
    wrong = {"Evidence.xlsm": b"", "fact.csv": "", "sources.yml": "", "checks.yaml": "", "~$evidence.xlsx": b""}
    edition, problems = read(wrong | {"raw data.csv": ""})
    assert edition is not None
    assert [str(problem) for problem in problems] == [
        f"{name}: warning: is no part of the edition, and is left out\n    Did you mean “{right}”?"
        for name, right in [
            ("Evidence.xlsm", "evidence.xlsx"),
            ("fact.csv", "facts.csv"),
            ("sources.yml", "sources.yaml"),
        ]
    ]
    (edition.folder / "facts.csv").write_text("id,value,unit\na,1,number\n", encoding="utf-8")
    assert "fact.csv" not in [problem.place.file for problem in read()[1]]


def test_a_narrative_that_may_not_be_looked_into_is_not_taken_for_missing(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, reads = Path.is_file, Path.read_bytes

    def forbidden(look: Callable[[Path], object]) -> Callable[[Path], object]:
        def ask(path: Path) -> object:
            if path.name == "foreword.md":
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return look(path)

        return ask

    monkeypatch.setattr(Path, "is_file", forbidden(looks))
    monkeypatch.setattr(Path, "read_bytes", forbidden(reads))
    _, problems = read({"narrative/foreword.md": "# Foreword\n"})
    assert [str(one) for one in problems] == ["narrative/foreword.md: cannot be read: permission denied"]


def test_a_source_line_that_no_sources_file_can_give_is_told_of(read: Read) -> None:
    plain, _ = read()
    assert plain is not None
    report = (
        (plain.folder / "report.yaml").read_text(encoding="utf-8")
        + """
tables:
  - id: tasks
    title: Tasks
    data: series/tasks.csv
    source: ons
"""
    )
    edition, problems = read({"report.yaml": report, "series/tasks.csv": "A,B\n1,2\n"})
    assert edition is not None
    assert [str(problem) for problem in problems] == [
        "report.yaml:17: warning: there is no sources.yaml to say what “ons” is: its source line is left out\n"
        "    Write the file: docs/edition.md shows how."
    ]


def test_a_narrative_file_in_another_encoding_is_an_error_at_its_line(read: Read) -> None:
    _, problems = read({"narrative/foreword.md": "# Foreword\n\n£5\n".encode("cp1252")})
    assert str(problems[0]).startswith("narrative/foreword.md:3: narrative/foreword.md is not in UTF-8")


@settings(max_examples=60)
@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from(PIECES)), min_size=1, max_size=3),
)
def test_a_file_damaged_anyhow_gives_an_edition_or_its_problems(name: str, damages: list[tuple[float, str]]) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place) / "rivers"
        shutil.copytree(RIVERS, folder)
        text = (folder / name).read_text(encoding="utf-8")
        for where, piece in damages:
            at = int(where * len(text))
            text = text[:at] + piece + text[at + 1 :]
        (folder / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            assess(read_edition(folder, Problems()))
        except InputError as stop:
            assert all(problem.place.file and problem.message for problem in stop.problems)


def test_what_an_entry_calls_is_missed_at_its_own_line(read: Read) -> None:
    _, problems = read(
        {
            "report.yaml": """\
title: A report
organisation: An authority
edition: 2024
area: Kent
comparators: [England]
missions: [{id: water, title: Water}]
figures:
  - id: trend
    title: Trend
    kind: line
    alt: It rises
    data:
      areas: [Kent, Wales]
      indicator: lakes
    source: ons
  - id: other
    title: Other
    kind: line
    alt: It falls
    data: {indicator: lake}
tables:
  - id: tasks
    title: Tasks
    merge: [Task]
    data: series/tasks.csv
  - id: more
    title: More
    data: series/more.csv
""",
            "sources.yaml": "onz: ONS\n",
            "series/tasks.csv": "A,B\n1,2\n",
        }
    )
    assert [str(problem.place) for problem in problems] == [
        "report.yaml:28",
        "report.yaml:15",
        "report.yaml:13",
        "report.yaml:20",
        "report.yaml:24",
    ]
