"""Ways to spoil an edition: each makes a function that changes the folder in which it stands."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from robustness.inputs.good import SHEETS

Spoil = Callable[[Path], None]


@dataclass(frozen=True)
class Input:
    """One bad or odd input: what it is, and how it comes about. What is told of it stands in docs/robustness.md.

    Of one that just works, `works` says so, and what its words come to: a text that the report has then.
    """

    what: str
    spoil: Spoil
    works: bool = False
    shows: str = ""


# ── Files of text ──────────────────────────────────────────────────────────────────


def swap(name: str, old: str, new: str) -> Spoil:
    """Other words in a file, which must stand there once."""

    def spoil(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, (name, old)
        (folder / name).write_text(text.replace(old, new), encoding="utf-8", newline="")

    return spoil


def every(name: str, old: str, new: str) -> Spoil:
    """Other words wherever these stand."""

    def spoil(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(old, new), encoding="utf-8", newline="")

    return spoil


def put(name: str, content: str | bytes) -> Spoil:
    """A file with this in it."""

    def spoil(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    return spoil


def add(name: str, more: str) -> Spoil:
    """More at the end of a file."""

    def spoil(folder: Path) -> None:
        with (folder / name).open("a", encoding="utf-8", newline="") as file:
            file.write(more)

    return spoil


def line(name: str, number: int, new: str) -> Spoil:
    """Another line in the place of this one."""

    def spoil(folder: Path) -> None:
        lines = (folder / name).read_text(encoding="utf-8").split("\n")
        lines[number - 1] = new
        (folder / name).write_text("\n".join(lines), encoding="utf-8", newline="")

    return spoil


def encode(name: str, encoding: str, old: str = "", new: str = "") -> Spoil:
    """The file in another encoding, with other words."""

    def spoil(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_bytes(text.replace(old, new).encode(encoding, "surrogatepass"))

    return spoil


def drop(*names: str) -> Spoil:
    """Files that are not there."""

    def spoil(folder: Path) -> None:
        for name in names:
            (folder / name).unlink()

    return spoil


def move(name: str, other: str) -> Spoil:
    def spoil(folder: Path) -> None:
        (folder / other).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).rename(folder / other)

    return spoil


def within(name: str) -> Spoil:
    """The whole edition in a folder of its own below the one that is asked for."""

    def spoil(folder: Path) -> None:
        files = list(folder.iterdir())
        (folder / name).mkdir()
        for file in files:
            file.rename(folder / name / file.name)

    return spoil


def cut(name: str, size: int) -> Spoil:
    """The first bytes of a file."""

    def spoil(folder: Path) -> None:
        (folder / name).write_bytes((folder / name).read_bytes()[:size])

    return spoil


def both(*spoils: Spoil) -> Spoil:
    def spoil(folder: Path) -> None:
        for one in spoils:
            one(folder)

    return spoil


# ── The workbook ───────────────────────────────────────────────────────────────────


def workbook(change: Callable[[Any], object] = lambda book: None, *, as_numbers: bool = True) -> Spoil:
    """evidence.xlsx in place of the CSV files, changed in some way."""

    def spoil(folder: Path) -> None:
        import openpyxl

        book = openpyxl.Workbook()
        book.remove(book.active)
        for title in SHEETS:
            name = f"series/{title}.csv" if title in ("money", "tasks") else f"{title}.csv"
            sheet = book.create_sheet(title)
            for row in csv.reader(io.StringIO((folder / name).read_text(encoding="utf-8"))):
                sheet.append([_typed(one) if as_numbers else one for one in row])
            (folder / name).unlink()
        change(book)
        book.save(folder / "evidence.xlsx")

    return spoil


def cell(sheet: str, at: str, value: Any, looks: str = "General") -> Spoil:
    """Another value in a cell of the workbook."""

    def change(book: Any) -> None:
        book[sheet][at].value = value
        book[sheet][at].number_format = looks

    return workbook(change)


def on(sheet: str, change: Callable[[Any], object]) -> Spoil:
    """A change of one sheet."""
    return workbook(lambda book: change(book[sheet]))


def without(sheet: str) -> Spoil:
    return workbook(lambda book: book.remove(book[sheet]))


def renamed(sheet: str, title: str) -> Spoil:
    return workbook(lambda book: setattr(book[sheet], "title", title))


def saved_as(sheet: int, old: str, new: str, at: str, formula: str) -> Spoil:
    """A formula in a sheet as only Excel would write it: with its result."""

    def spoil(folder: Path) -> None:
        workbook(lambda book: setattr(book.worksheets[sheet - 1][at], "value", formula))(folder)
        path, changed = folder / "evidence.xlsx", io.BytesIO()
        with zipfile.ZipFile(path) as parts, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target:
            for name in parts.namelist():
                text = parts.read(name)
                if name == f"xl/worksheets/sheet{sheet}.xml":
                    assert old in text.decode()
                    text = text.decode().replace(old, new).encode()
                target.writestr(name, text)
        path.write_bytes(changed.getvalue())

    return spoil


def _typed(text: str) -> Any:
    """A number where Excel would make it one."""
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return float(text) if "." in text else int(text)
    return text or None
