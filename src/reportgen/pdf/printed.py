"""What printing gives: a module of its own, so that who gets it from another process need not load what prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printed:
    """`pages` has the number of the page, as it is printed there, of each named place in the document."""

    pdf: bytes
    pages: Mapping[str, int]
    page_count: int
