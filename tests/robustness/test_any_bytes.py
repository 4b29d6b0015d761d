"""Any bytes as any file of an edition give an edition or listed problems, and never another exception."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st
from robustness.inputs.good import SHEETS, TEXTS, picture, write_edition
from robustness.inputs.spoiling import workbook
from robustness.page import told

from reportgen.edition.csv_files import read_csv
from reportgen.edition.facts import read_series
from reportgen.edition.folder import read_text
from reportgen.edition.keyed import read_keyed
from reportgen.edition.pictures import read_picture
from reportgen.edition.tables import records
from reportgen.edition.workbook import NAME, read_workbook
from reportgen.numbers import EXACT, parse
from reportgen.problems import Place, Problems

FILES = (*TEXTS, "pictures/map.png", "evidence.xlsx")
SCRAPS = '",;\n\r\t|:#&*!%@`{}[]<>-=~^$\\£é\u00a0\u200b\u2028\ufeff\ufffd\x00\x07\x1b'
BYTES = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(st.sampled_from(SCRAPS), max_size=60).map(str.encode),
    st.text(st.sampled_from("ab1," + SCRAPS), max_size=60).map(lambda text: text.encode("utf-16", "surrogatepass")),
)


@st.composite
def damaged(draw: st.DrawFn, name: str) -> bytes:
    """A good file with up to three of its pieces put otherwise."""
    data = TEXTS[name].encode()
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(BYTES)[:12] + data[at + draw(st.integers(0, 12)) :]
    return data


@settings(max_examples=80)
@given(st.sampled_from(FILES).flatmap(lambda name: st.tuples(st.just(name), _contents(name))))
def test_any_bytes_as_any_file_of_an_edition(file: tuple[str, bytes]) -> None:
    name, data = file
    with TemporaryDirectory() as place:
        folder = Path(place)
        write_edition(folder)
        (folder / name).write_bytes(data)
        for problem in told(folder):
            assert problem.message and problem.place.file and "\n" not in problem.message


def _contents(name: str) -> st.SearchStrategy[bytes]:
    return st.one_of(BYTES, damaged(name)) if name in TEXTS else BYTES


def read(name: str, data: bytes, reader: Callable[[Path, str, Problems], object]) -> None:
    """Reads one file; what it gives is sound, or there are errors."""
    with TemporaryDirectory() as place:
        (Path(place) / name).write_bytes(data)
        problems = Problems()
        assert reader(Path(place), name, problems) is not None or problems.errors


@settings(max_examples=100)
@given(BYTES)
@example(b"a,b\n" + b'"' * 999)
@example(b"a" * 5000 + b"," * 5000)
def test_any_bytes_as_a_table(data: bytes) -> None:
    def reader(folder: Path, name: str, problems: Problems) -> object:
        table = read_csv(folder, name, problems)
        if table:
            list(records(table, ("a",), ("b",), problems))
            read_series(table, problems)
        return table

    read("t.csv", data, reader)


@settings(max_examples=100)
@given(BYTES)
@example(b"a: " + b"[" * 5000)
@example(b"a: &a [*a]")
@example(b"? {a: b}\n: c\n")
@example(b"a: !!binary x\nb: !!timestamp y\nc: <<\n")
def test_any_bytes_as_yaml(data: bytes) -> None:
    def reader(folder: Path, name: str, problems: Problems) -> object:
        keyed = read_keyed(folder, name, problems)
        for key in keyed.entries if keyed else ():
            assert keyed
            keyed.text(key)
            keyed.amount(key)
            keyed.flag(key)
            list(keyed.each(key, "entry"))
            keyed.texts(key)
            keyed.part(key)
        return keyed

    read("k.yaml", data, reader)


@settings(max_examples=100)
@given(BYTES)
def test_any_bytes_as_words_hold_nothing_that_cannot_be_printed(data: bytes) -> None:
    def reader(folder: Path, name: str, problems: Problems) -> object:
        text = read_text(folder, name, problems)
        assert not set(text or "") & set("\x00\x07\x1b\ufffd\r")
        return text

    read("n.md", data, reader)


@settings(max_examples=100)
@given(st.one_of(st.binary(max_size=300), st.integers(0, 90).map(lambda at: picture()[:at] + b"\xff" + picture()[at:])))
def test_any_bytes_as_a_picture(data: bytes) -> None:
    read("p.png", data, lambda folder, name, problems: read_picture(folder, name, "A map", Place("x.md", 1), problems))


@settings(max_examples=60)
@given(st.data())
def test_any_bytes_in_any_part_of_a_workbook(data: st.DataObject) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        write_edition(folder)
        if data.draw(st.booleans()):
            (folder / NAME).write_bytes(data.draw(st.binary(max_size=200)))
        else:
            workbook()(folder)
            _damage(folder / NAME, data)
        problems = Problems()
        book = read_workbook(folder, problems)
        for sheet in SHEETS if book.sheets else ():
            table = book.table(sheet, problems) if book.sheet(sheet) else None
            if table:
                list(records(table, ("id",), (), problems))
                read_series(table, problems)
        assert book.sheets or problems.errors


def _damage(path: Path, data: st.DataObject) -> None:
    changed = io.BytesIO()
    with zipfile.ZipFile(path) as parts, zipfile.ZipFile(changed, "w") as target:
        names = parts.namelist()
        spoilt = data.draw(st.sampled_from(names))
        for name in names:
            part = parts.read(name)
            if name == spoilt:
                at = data.draw(st.integers(0, len(part)))
                part = part[:at] + data.draw(BYTES) + part[at + data.draw(st.integers(0, 40)) :]
            target.writestr(name, part)
    path.write_bytes(changed.getvalue())


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=20), st.text(st.sampled_from("0123456789.,-−+£%bnmk ()eE\u00a0"), max_size=20)))
@example("1" * 100_000)
@example("1," * 10_000)
def test_any_text_as_a_number_is_one_or_is_none(text: str) -> None:
    try:
        number = parse(text, "gbp")
    except ValueError as fault:
        assert str(fault).startswith("“")
        return
    assert number.is_finite() and EXACT.plus(number) == number
