"""A Word file as a package of parts (ECMA-376-2): opened with care, for it may come from anywhere.

Nothing outside the file is ever loaded. Files in the strict variant of the format are read as if they were in the
transitional one, which is what Word writes.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote

from lxml import etree

from reportgen.packages import BROKEN, fault_of_size, look_over, plain_name
from reportgen.problems import InputError, Place, Problems
from reportgen.word.elements import Element

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_SAVE_AS = "open it in Word and save it as a Word document (.docx)"
_PASSWORD = "take it off in Word: File, Info, Protect Document"
_REMEDIES = {  # by the code of what speaks against a package
    "too-large": "split it, or compress its pictures in Word",
    "damaged": "Copy or download it anew.",
    "password": _PASSWORD,
}
_OTHER_KINDS = {
    "spreadsheetml": "an Excel workbook",
    "presentationml": "a PowerPoint presentation",
    "visio": "a Visio drawing",
}
_OPEN_DOCUMENT = (
    "not-word",
    "this is an OpenDocument file, of LibreOffice for example",
    "open it in LibreOffice or Word and save it as a Word document (.docx)",
)
_FLAT_OPEN_DOCUMENT, _HEAD = b"urn:oasis:names:tc:opendocument:xmlns:office", 4_000  # bytes
_OWNER_FILE, _LONGEST_OWNER = 162, 54  # bytes: whose name it holds, behind its length
_BEGINNINGS = {  # of files that people take for Word files
    b"{\\rtf": ("this is a Rich Text file", _SAVE_AS),
    b"%PDF": ("this is a PDF", "Name the Word document (.docx) that it was made from."),
}


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to by an id. `type` is the last word of its full name: `image`, `hyperlink`, `footnotes`."""

    type: str
    target: str  # the name of a part, or an address
    external: bool


@dataclass(frozen=True)
class Part:
    name: str
    package: Package = field(repr=False)

    @cached_property
    def data(self) -> bytes:
        return self.package.read(self.name)

    @cached_property
    def root(self) -> Element:
        return self.package.parse(self.name, self.data)

    @property
    def media_type(self) -> str:
        return self.package.media_type(self.name)

    @cached_property
    def relations(self) -> Mapping[str, Relation]:
        """By id, in the order of the file."""
        folder, _, own = self.name.rpartition("/")
        path = f"{folder}/_rels/{own}.rels".lstrip("/")
        if not self.package.has(path):
            return {}
        root = self.package.parse(path, self.package.read(path))
        return {entry.get("Id", ""): _relation(entry, folder) for entry in root if entry.get("Target") is not None}

    def related(self, identifier: str | None) -> Part | None:
        """The part that an id of this part leads to; None where it is not in the file."""
        relation = self.relations.get(identifier or "")
        return self._part(relation) if relation else None

    def all_of_type(self, kind: str) -> list[Part]:
        found = (self._part(relation) for relation in self.relations.values() if relation.type == kind)
        return [part for part in found if part is not None]

    def related_root(self, kind: str) -> Element | None:
        """The XML of the first part of this type."""
        return next((part.root for part in self.all_of_type(kind)), None)

    def _part(self, relation: Relation) -> Part | None:
        if relation.external or not self.package.has(relation.target):
            return None
        return self.package.part(relation.target)


class Package:
    """An opened file. `name` is what it is called in messages."""

    def __init__(self, archive: zipfile.ZipFile, name: str, problems: Problems) -> None:
        self.name = name
        self._archive = archive
        self._problems = problems
        self._entries = {plain_name(entry.filename): entry for entry in archive.infolist()}
        self._parts: dict[str, Part] = {}

    @cached_property
    def main(self) -> Part:
        """The document itself."""
        found = self.part("").all_of_type("officeDocument")
        if not found:
            raise self.refuse("not-word", "this is no Word file", _SAVE_AS)
        return found[0]

    def has(self, name: str) -> bool:
        return plain_name(name) in self._entries

    def part(self, name: str) -> Part:
        """The part of this name; the empty name is the package itself, which only has relations."""
        return self._parts.setdefault(plain_name(name), Part(name, self))

    def read(self, name: str) -> bytes:
        try:
            return self._archive.read(self._entries[plain_name(name)])
        except BROKEN:
            raise self._damaged(name) from None

    def parse(self, name: str, data: bytes) -> Element:
        """A part's XML. Document type definitions, the door to entities from elsewhere, are refused."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(_STRICT.sub(_transitional, data) if b"//purl.oclc.org" in data else data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self._damaged(name) from None
        if root.getroottree().docinfo.internalDTD is not None:
            message = f"the part {name} has a document type definition, which no Word file has"
            raise self.refuse("unsafe", message, _SAVE_AS)
        return root

    def parts(self) -> Iterator[Part]:
        """All that have relations, the package itself too."""
        for name in self._entries:
            folder, _, own = name.rpartition("/")
            if own.endswith(".rels") and (folder == "_rels" or folder.endswith("/_rels")):
                yield self.part(f"{folder.removesuffix('_rels')}{own.removesuffix('.rels')}")

    def media_type(self, name: str) -> str:
        """As `[Content_Types].xml` says, for the part or for its ending; lower case."""
        return self._types.get(f"/{plain_name(name)}") or self._types.get(name.rpartition(".")[2].lower(), "")

    def refuse(self, code: str, message: str, hint: str) -> InputError:
        """An error that ends the reading, with all that was met before."""
        self._problems.error(code, Place(self.name), message, hint)
        return InputError(self._problems.met)

    @cached_property
    def _types(self) -> dict[str, str]:
        name = "[Content_Types].xml"
        root = self.parse(name, self.read(name))
        keys = ((entry.get("PartName") or entry.get("Extension") or "", entry) for entry in root)
        return {key.lower(): entry.get("ContentType", "").lower() for key, entry in keys}

    def _damaged(self, name: str) -> InputError:
        hint = "open it in Word, which offers to repair it, and save it again"
        return self.refuse("damaged", f"the file is damaged: its part {name or 'list'} cannot be read", hint)


def open_package(data: bytes, name: str, problems: Problems) -> Package:
    """Open a Word file. Raises InputError, with what else `problems` holds, for anything that is none."""
    refusal = _refusal(data)
    if refusal is not None:
        problems.error(refusal[0], Place(name), refusal[1], refusal[2])
        raise InputError(problems.met)
    package = Package(zipfile.ZipFile(io.BytesIO(data)), name, problems)
    kind = package.media_type(package.main.name)
    if "macroenabled" in kind:
        raise package.refuse("macros", "this is a Word file with macros (.docm, .dotm)", _SAVE_AS)
    if "wordprocessingml" not in kind:
        what = next((words for part, words in _OTHER_KINDS.items() if part in kind), "an Office file")
        raise package.refuse("not-word", f"this is {what}, not a Word document", "Name a Word document (.docx).")
    return package


def _refusal(data: bytes) -> tuple[str, str, str] | None:
    """What is wrong with the file as a whole: code, message, hint."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return "password", "the file has a password", _PASSWORD
        return "old-word", "this is a Word file of the old kind (.doc)", _SAVE_AS
    if not data:
        return "not-word", "this file is empty", "Copy or download it anew."
    for beginning, (message, hint) in _BEGINNINGS.items():
        if data.startswith(beginning):
            return "not-word", message, hint
    if fault := fault_of_size(data):
        return *fault, _REMEDIES[fault.code]
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except BROKEN:
        if data.startswith(b"PK"):
            return "damaged", "the file is cut off, or badly damaged", "Copy or download it anew."
        if _FLAT_OPEN_DOCUMENT in data[:_HEAD]:
            return _OPEN_DOCUMENT
        if len(data) == _OWNER_FILE and data[0] <= _LONGEST_OWNER:
            hint = "Name the document itself, whose name has no ~$ before it."
            return "not-word", "this is what Word keeps beside a document that is open (~$…)", hint
        return "not-word", "this is no Word file", _SAVE_AS
    if "[content_types].xml" not in (plain_name(entry.filename) for entry in entries):
        if data[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument"):
            return _OPEN_DOCUMENT
        return "not-word", "this is no Word file", _SAVE_AS
    if fault := look_over(data):
        return *fault, _REMEDIES.get(fault.code, _SAVE_AS)
    return None


def _relation(entry: Element, folder: str) -> Relation:
    kind = entry.get("Type", "").rpartition("/")[2]
    target = entry.get("Target", "")
    if entry.get("TargetMode") == "External":
        return Relation(kind, target, True)
    return Relation(kind, posixpath.normpath(posixpath.join("/" + folder, unquote(target))).lstrip("/"), False)


def _transitional(found: re.Match[bytes]) -> bytes:
    """`…/ooxml/wordprocessingml/main` → `…/wordprocessingml/2006/main`."""
    area, what = found[1], found[2]
    if what == b"extendedProperties":
        what = b"extended-properties"
    return b"http://schemas.openxmlformats.org/" + area + b"/2006/" + what
