"""The data that a report was built from, in the Word file: a custom XML part, which the PDF's attached files come from.

So whoever prints the file, edited or not, attaches the same data, and a file that carries none gets none.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.document import DataFile
from reportgen.edition.data_files import without_formulas
from reportgen.word.customxml import read_custom_xml, save_custom_xml
from reportgen.word.elements import Element

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

NAMESPACE = "urn:reportgen:data"

_ROOT, _FILE = f"{{{NAMESPACE}}}data", f"{{{NAMESPACE}}}file"
_NAME = re.compile(r"[a-z][a-z0-9-]*\.csv")  # nothing that could be a path, or a program


def save_data(document: WordDocument, files: Iterable[DataFile]) -> None:
    """Write the part; it replaces an earlier one."""
    root = etree.Element(_ROOT, None, {None: NAMESPACE})  # type: ignore[dict-item]
    for file in files:
        etree.SubElement(root, _FILE, name=file.name, description=file.description).text = file.text
    save_custom_xml(document, NAMESPACE, root)


def read_data(part: bytes) -> Sequence[DataFile]:
    """The files in a custom XML part; none where the part is another's, broken, or not as reportgen writes it.

    Whoever changed the part may have put formulas into them: they are text again.
    """
    root = read_custom_xml(part, _ROOT)
    found = (_read_file(one) for one in (root.iterfind(_FILE) if root is not None else ()))
    return [file for file in found if file is not None]


def _read_file(element: Element) -> DataFile | None:
    name = element.get("name", "")
    if not _NAME.fullmatch(name):
        return None
    try:
        return DataFile(name, element.get("description", ""), without_formulas(element.text or ""))
    except csv.Error:
        return None
