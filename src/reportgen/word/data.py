"""The data that a report was built from, in the Word file: a custom XML part, which the PDF's attached files come from.

So whoever prints the file, edited or not, attaches the same data, and a file that carries none gets none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.document import DataFile
from reportgen.word.customxml import read_custom_xml, save_custom_xml

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
    """The files in a custom XML part; none where the part is another's, broken, or not as reportgen writes it."""
    root = read_custom_xml(part, _ROOT)
    return [
        DataFile(name, one.get("description", ""), one.text or "")
        for one in (root.iterfind(_FILE) if root is not None else ())
        if _NAME.fullmatch(name := one.get("name", ""))
    ]
