"""What a save in LibreOffice leaves of a report: its figures, with their origins. Skipped where it is not there."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import BuiltEdition

from reportgen.document import Block, Contents, Document, Inline, Link, List, NoteCall, Table, Value
from reportgen.problems import Problems
from reportgen.word.reader import read_word

SOFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not there"),
    pytest.mark.parametrize("built", ["second"], indirect=True),
]


@pytest.fixture(scope="module")
def saved_again(built: BuiltEdition, tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The report, opened in LibreOffice and saved as a Word file."""
    folder = tmp_path_factory.mktemp("libreoffice")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "docx", "--outdir", str(folder), str(built.word)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return read(folder / built.word.name)


def read(path: Path) -> Document:
    return read_word(path.read_bytes(), path.name, Problems()).document


def test_every_figure_is_there_with_its_origin_and_its_style(built: BuiltEdition, saved_again: Document) -> None:
    before, after = figures(read(built.word)), figures(saved_again)
    assert len(before) > 50
    assert [(one.text, one.origin, one.look.style) for one in after] == [
        (one.text, one.origin, one.look.style) for one in before
    ]


def test_contents_and_notes_say_the_same(built: BuiltEdition, saved_again: Document) -> None:
    assert contents(saved_again) == contents(read(built.word)) != []
    assert notes(saved_again) == notes(read(built.word)) != []


def figures(document: Document) -> list[Value]:
    return [one for one in inlines(document.blocks) if isinstance(one, Value)]


def contents(document: Document) -> list[tuple[str, str]]:
    found = [block for block in document.blocks if isinstance(block, Contents)]
    return [(words(entry.inlines), entry.page) for block in found for entry in block.entries]


def notes(document: Document) -> list[tuple[str, str]]:
    calls = [one for one in inlines(document.blocks) if isinstance(one, NoteCall)]
    return [(call.number, words(tuple(inlines(call.note.blocks)))) for call in calls]


def words(found: tuple[Inline, ...]) -> str:
    return "".join(getattr(one, "text", "") for one in found)


def inlines(blocks: tuple[Block, ...]) -> Iterator[Inline]:
    for block in blocks:
        match block:
            case Table(rows):
                yield from (one for row in rows for cell in row.cells for one in inlines(cell.blocks))
            case List(items):
                yield from (one for item in items for one in inlines(item.blocks))
            case _:
                for inline in getattr(block, "inlines", ()):
                    yield from inline.inlines if isinstance(inline, Link) else (inline,)
