"""Saving a Word file whatever the machine's clock says.

python-docx dates each part by it, and a zip file knows no time before 1980, which is where a clock stands that has lost
its battery. Nobody reads these dates: `fingerprint.seal` sets them all alike.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from docx.document import Document
from docx.opc import phys_pkg

_DATE = (1980, 1, 1, 0, 0, 0)


def save(document: Document) -> bytes:
    """The document as a file, its parts without dates of their own."""
    buffer = io.BytesIO()
    with _undated():
        document.save(buffer)
    return buffer.getvalue()


class _UndatedZip(zipfile.ZipFile):
    def writestr(self, name: Any, data: Any, *how: Any) -> None:
        entry = zipfile.ZipInfo(name, _DATE)
        entry.compress_type = self.compression
        super().writestr(entry, data, *how)


@contextmanager
def _undated() -> Iterator[None]:
    own = vars(phys_pkg)["ZipFile"]
    vars(phys_pkg)["ZipFile"] = _UndatedZip
    try:
        yield
    finally:
        vars(phys_pkg)["ZipFile"] = own
