"""Real builds on machines with something wrong. All that the catalogue has is tried by endure.py, by hand."""

import os
import random
import re
import sys
from pathlib import Path

import pytest
from faults.catalogue import ALL_THAT_IS_BORNE, FAULTS, ROOM
from faults.endure import kill, let_die
from faults.machines import Workshop, verdict

TRIED = [
    "no Pango",
    "matplotlib: import os; os.nothing",
    "standard output full",
    "disk of 264k",
    "8 open files",
    "150 MB of memory",
]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these machines are made by means that Linux has")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return Workshop(tmp_path_factory.mktemp("workshop"))


def test_what_is_strange_about_a_machine_changes_no_byte_of_a_report(workshop: Workshop):
    assert verdict(ALL_THAT_IS_BORNE, workshop) == []


@pytest.mark.parametrize("name", TRIED)
def test_what_a_machine_lacks_is_told_and_leaves_the_pair_as_it_was(name: str, workshop: Workshop):
    [fault] = [fault for fault in FAULTS if fault.name == name]
    if fault.root and os.geteuid() != 0:
        pytest.skip("only root can mount a disk of that size")
    assert verdict(fault, workshop) == []


def test_a_build_that_is_killed_leaves_no_process_no_stray_and_the_pair(workshop: Workshop):
    assert kill(workshop, random.Random(0), 1.5)[1] == ""


def test_a_build_whose_process_is_killed_says_so(workshop: Workshop):
    assert let_die(workshop, random.Random(1), 1.0)[1] == ""


def test_the_page_lists_every_fault_that_is_tried():
    page = (Path(__file__).parents[2] / "docs" / "robustness.md").read_text(encoding="utf-8")
    names = {re.sub(r"\d+k?", "…", fault.name) if fault in ROOM else fault.name for fault in FAULTS}
    names = {name.partition(":")[0] for name in names}  # a library, and how it is broken
    assert [name for name in sorted(names) if name not in page] == []
