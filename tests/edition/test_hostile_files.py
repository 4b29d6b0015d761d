"""Files of an edition that are not what they look like: links out of the folder, devices, files without end."""

from __future__ import annotations

import os
from pathlib import Path

import pandas
import pytest
from edition.conftest import MINIMAL, Read, read_folder

from reportgen.edition.csv_files import MOST_CELLS, read_csv
from reportgen.problems import Problems

SECRET = "root:x:0:0:secret"
FILES = ["report.yaml", "values.csv", "indicators.csv", "sources.yaml", "checks.yaml", "narrative/foreword.md"]


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("elsewhere") / "secret"
    path.write_text(SECRET, encoding="utf-8")
    return path


def linked(folder: Path, name: str, target: Path) -> None:
    """The minimal edition with this file a link."""
    for file, text in (MINIMAL | {"narrative/foreword.md": "# Foreword"}).items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(target)


@pytest.mark.parametrize("name", [name for name in FILES if name != "checks.yaml"])
def test_a_link_out_of_the_folder_is_not_followed(name: str, tmp_path: Path, elsewhere: Path) -> None:
    linked(tmp_path, name, elsewhere)
    _, problems = read_folder(tmp_path)
    assert f"{name}: is a link that leads out of the edition's folder" in str(problems[0])
    assert not any("secret" in str(problem) for problem in problems)


def test_a_folder_that_is_a_link_out_of_the_edition_is_not_followed(tmp_path: Path, elsewhere: Path) -> None:
    linked(tmp_path, "narrative/executive-summary.md", elsewhere)
    for file in (tmp_path / "narrative").iterdir():
        file.unlink()
    (tmp_path / "narrative").rmdir()
    (elsewhere.parent / "foreword.md").write_text(SECRET, encoding="utf-8")
    (tmp_path / "narrative").symlink_to(elsewhere.parent)
    _, problems = read_folder(tmp_path)
    assert [one.code for one in problems if one.severity == "error"] == ["outside"]
    assert not any("root" in str(problem) for problem in problems)


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    linked(tmp_path, "values.csv", tmp_path / "mine.csv")
    (tmp_path / "mine.csv").write_text(MINIMAL["values.csv"], encoding="utf-8")
    assert read_folder(tmp_path)[0] is not None


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/full"])
def test_a_device_is_no_file_of_an_edition(name: str, device: str, tmp_path: Path) -> None:
    linked(tmp_path, name, Path(device))
    read_folder(tmp_path)  # it comes back


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs on this machine")
@pytest.mark.parametrize("name", FILES)
def test_a_fifo_is_no_file_of_an_edition(name: str, tmp_path: Path) -> None:
    linked(tmp_path, name, tmp_path / "nowhere")
    (tmp_path / name).unlink()
    os.mkfifo(tmp_path / name)
    read_folder(tmp_path)


def test_a_text_that_is_larger_than_any_is_not_read(read: Read, tmp_path: Path) -> None:
    with (tmp_path / "facts.csv").open("wb") as file:
        file.truncate(60_000_000)
    assert "facts.csv: is larger than 50 MB" in [str(problem) for problem in read()[1]]


def test_a_long_line_and_many_short_ones_are_refused_of_which_pandas_makes_cells(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("," * 999 + "\n" * 1_000, encoding="utf-8")
    frame = pandas.read_csv(tmp_path / "a.csv", header=None, names=range(1_000), skip_blank_lines=False)
    assert frame.size == 1_000_000
    (tmp_path / "a.csv").write_text("," * 99_999 + "\n" * 1_000, encoding="utf-8")
    problems = Problems()
    assert read_csv(tmp_path, "a.csv", problems) is None
    assert problems.met[0].message == f"is larger than tables are: more than {MOST_CELLS:,} cells"


def test_a_secret_file_in_place_of_a_table_is_not_shown(read: Read) -> None:
    _, problems = read({"values.csv": "\n".join(f"user{n}:hash{n}" for n in range(50))})
    said = "\n".join(map(str, problems))
    assert sum(f"hash{n}" in said for n in range(50)) <= 1  # the heading in question


def test_a_binary_file_in_place_of_a_table_is_not_shown(read: Read) -> None:
    _, problems = read({"values.csv": bytes(range(256)) * 10, "report.yaml": b"\x7fELF" + bytes(1000)})
    assert all(
        len(str(problem)) < 300 and str(problem).isprintable() for problem in problems for _ in [0] if not problem.hint
    )
