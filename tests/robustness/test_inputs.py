"""Bad and odd inputs: what is told of each is what docs/robustness.md says, and nothing but that comes of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from robustness.inputs.good import write_edition
from robustness.page import PAGE, named, row, spoilt, told, words

from reportgen.cli import run

NAMED = dict(named())
ROWS = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
PAGE_SAYS = {line.split(" | ")[0].removeprefix("| "): line for line in ROWS}
TOLD = re.compile(r"`[^`]+` `[a-z-]+` ")  # a place and a code
SEVERAL = [name for name, one in NAMED.items() if one.what.startswith(("several", "one mistake"))]


def test_the_good_edition_is_read_without_a_word(tmp_path: Path) -> None:
    write_edition(tmp_path)
    assert told(tmp_path) == []


@pytest.mark.parametrize("name", NAMED)
def test_what_is_told_of_an_input_is_what_the_page_says(name: str) -> None:
    assert row(name, NAMED[name]) == PAGE_SAYS[name]


@pytest.mark.parametrize("name", [name for name, one in NAMED.items() if one.shows])
def test_what_works_comes_to_the_words_that_the_page_says(name: str) -> None:
    with spoilt(NAMED[name]) as folder:
        said = words(folder)
    whole, shows = said[:-2], NAMED[name].shows  # titles and names, then the running words
    assert shows in whole or any(shows in passage for passage in said[-2:])


def test_each_input_works_or_is_told_of() -> None:
    assert [name for name, one in NAMED.items() if one.works == bool(TOLD.search(PAGE_SAYS[name]))] == []


def test_the_page_lists_every_input_and_no_other() -> None:
    assert [name for name in PAGE_SAYS if name.rpartition("-")[0] in {one.rpartition("-")[0] for one in NAMED}] == [
        *NAMED
    ]


@pytest.mark.usefixtures("work_beside_here")
@pytest.mark.parametrize("name", SEVERAL)
def test_a_build_tells_the_same_and_writes_nothing(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with spoilt(NAMED[name]) as folder:
        assert run(["build", str(folder), "--output", str(tmp_path / "output")]) == 1
        said = capsys.readouterr().err
        assert [str(problem) for problem in told(folder) if str(problem) not in said] == []
    assert "Traceback" not in said and not (tmp_path / "output").exists()
