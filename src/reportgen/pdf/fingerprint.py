"""A PDF's fingerprint: tells whether reportgen wrote it and nobody has changed it since.

It is the first half of the file identifier in the trailer (ISO 32000-1, 14.4), a SHA-256 of the file in which
that half is all zeros. PDF/A allows no bytes after the end of the file, so it can't stand there.
"""

from __future__ import annotations

import hashlib
import re

_IDENTIFIER = re.compile(rb"/ID\s*\[\s*<([0-9a-fA-F]{64})>")
_BLANK = b"0" * 64


def seal(data: bytes) -> bytes:
    """The same PDF with its fingerprint in the trailer. Raises ValueError where there is no room for it."""
    blank, found = _blanked(data)
    if found is None:
        raise ValueError("the PDF's trailer has no file identifier of 32 bytes to seal")
    digest = hashlib.sha256(blank).hexdigest().encode()
    start, end = found.span(1)
    return data[:start] + digest + data[end:]


def is_untouched(data: bytes) -> bool:
    """Whether this is a PDF that reportgen wrote and nobody has changed since."""
    blank, found = _blanked(data)
    return found is not None and hashlib.sha256(blank).hexdigest().encode() == found[1].lower()


def _blanked(data: bytes) -> tuple[bytes, re.Match[bytes] | None]:
    found = next(iter(reversed(list(_IDENTIFIER.finditer(data)))), None)
    if found is None:
        return data, None
    start, end = found.span(1)
    return data[:start] + _BLANK + data[end:], found
