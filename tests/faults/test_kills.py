"""Whatever is killed at whichever step of the writing: the old pair stands there or the new, and no edit is lost."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills what it forks")

HERE = Path(__file__).parent
Kills = Sequence[dict[str, Any]]


@pytest.fixture(scope="module")
def kills() -> Kills:
    """Those at every step, and some at random."""
    ran = subprocess.run(
        [sys.executable, str(HERE / "kills.py"), "--random", "20"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(str(HERE.parents[1] / name) for name in ("src", "tests"))},
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_every_step_was_tried(kills: Kills):
    spots = {kill["where"].partition("/.reportgen-")[0].strip() for kill in kills}
    assert len(kills) > 140
    assert {"os.rename", "os.link /roadmap.docx", "os.rmdir", "os.mkdir", "open", "open /roadmap.pdf"} <= spots


def test_no_new_file_is_left_beside_an_old_one_by_the_kill_of_one_process(kills: Kills):
    assert [kill for kill in kills if kill["victim"] == "one" and kill["left"] == "MIXED"] == []


def test_where_the_power_fails_between_two_files_the_next_run_completes_the_pair(kills: Kills):
    mixed = [kill for kill in kills if kill["left"] == "MIXED"]
    assert {kill["before"] for kill in mixed} == {"nothing", "a pair", "an edited file"}
    assert [kill["mended"] for kill in mixed] == ["new"] * len(mixed)


def test_no_mending_makes_a_pair_of_an_old_file_and_a_new_one(kills: Kills):
    assert [kill for kill in kills if kill["mended"] == "MIXED"] == []


def test_an_edited_file_is_always_there_still_or_kept(kills: Kills):
    assert all(kill["edited_is_there"] for kill in kills if kill["before"] == "an edited file")


def test_the_next_build_writes_as_if_nothing_had_been_and_leaves_nothing_else(kills: Kills):
    for kill in kills:
        stays = kill["before"] == "an edited file" and not kill["replace"]
        assert (kill["next"], kill["strays"]) == ("edited" if stays else "new", []), kill
