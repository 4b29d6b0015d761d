"""Files that are zip packages of parts, as Word and Excel write them: looked over before any library opens one.

The libraries unpack whatever a file holds, however much that is, and read one of two parts of the same name. What no
honest program writes is refused here, by what the list of parts says and by one pass over the parts that are XML.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

MOST_PARTS = 1_000
MOST_BYTES = 200_000_000  # of all parts, unpacked
MOST_TAGS = 2_000_000  # of all parts that are XML: those of about 2,500 pages

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, RuntimeError, ValueError, NotImplementedError)

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others unpack without end (ECMA-376-2, B.5 allows no others)
_ENCRYPTED = 0x1
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']([^\"']*)")
_ENCODINGS = (b"utf-8", b"utf-16", b"us-ascii", b"iso-8859-1", b"windows-1252")
_DECLARATIONS = tuple(
    word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le", "utf-16-be")
)
_ENTITIES = _DECLARATIONS[3:]
_HEAD = 256  # bytes


class Fault(NamedTuple):
    """What is wrong with a package: `code` and message of the problem that it is."""

    code: str
    message: str


def read_package(path: Path) -> bytes:
    """What a file holds, as much of it as tells that it is too large."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def fault_of_size(data: bytes) -> Fault | None:
    is_too_large = len(data) > MOST_BYTES
    return Fault("too-large", f"the file is larger than {MOST_BYTES // 1_000_000} MB") if is_too_large else None


def look_over(data: bytes) -> Fault | None:
    """What speaks against opening this zip file. Unpacks one part after the other, and none that is too large."""
    if fault := fault_of_size(data):
        return fault
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            return _fault_of_list(entries, len(data)) or _fault_within(package, entries)
    except BROKEN:
        return Fault("damaged", "the file is cut off, or badly damaged")


def plain_name(name: str) -> str:
    """Names of parts are the same in any case (ECMA-376-2, 6.2.2.3); some programs write backslashes."""
    return name.replace("\\", "/").lstrip("/").lower()


def _fault_of_list(entries: Sequence[zipfile.ZipInfo], size: int) -> Fault | None:
    if len(entries) > MOST_PARTS:
        return Fault("too-large", f"the file has more than {MOST_PARTS:,} parts")
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        return Fault("too-large", f"unpacked, the file is larger than {MOST_BYTES // 1_000_000} MB")
    if sum(entry.compress_size for entry in entries) > size:
        return Fault("unsafe", "the parts of the file overlap, which no program writes")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        return Fault("password", "the file has a password")
    for name, count in Counter(plain_name(entry.filename) for entry in entries).items():
        if count > 1:
            return Fault(
                "unsafe", f"the file has {count} parts of one name, {name}: who reads it sees the one or the other"
            )
        if ".." in name.split("/"):
            return Fault("unsafe", f"the file has a part that is to lie outside of it, {name}")
        if name.endswith(("vbaproject.bin", "vbadata.xml")):
            return Fault("macros", "there are macros in the file")
    return None


def _fault_within(package: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo]) -> Fault | None:
    tags = 0
    for entry in entries:
        if entry.compress_type not in _METHODS:
            return Fault("damaged", f"the file is damaged: its part {entry.filename} is packed in a strange way")
        try:
            part = _xml(package, entry)
        except BROKEN:
            return Fault("damaged", f"the file is damaged: its part {entry.filename} cannot be read")
        tags += part.count(b"<")
        if tags > MOST_TAGS:
            return Fault("too-large", f"the file is larger than reports are: more than {MOST_TAGS:,} tags")
        if fault := _fault_of_xml(entry.filename, part):
            return fault
    return None


def _xml(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """A part that is XML, whatever its name says; nothing of any other."""
    with package.open(entry) as file:
        head = file.read(_HEAD)
        bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        is_xml = bare.startswith((b"<", b"\xff\xfe", b"\xfe\xff", b"\0<"))
        return head + file.read() if is_xml else b""


def _fault_of_xml(name: str, part: bytes) -> Fault | None:
    encoding = _ENCODING.search(part[:_HEAD].partition(b">")[0])
    if encoding is not None and encoding[1].lower() not in _ENCODINGS:
        return Fault("unsafe", f"the part {name} is in an encoding that Office does not write")
    unwelcome = _ENTITIES if name.lower().endswith(".svg") else _DECLARATIONS  # many programs give an SVG a bare one
    if any(one in part for one in unwelcome):
        return Fault("unsafe", f"the part {name} has a document type definition, which no Office file has")
    return None
