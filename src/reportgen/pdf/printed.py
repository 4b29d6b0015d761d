"""What printing gives: a module of its own, so that who gets it from another process need not load what prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printed:
    """`pages` has the number of the page of each named place in the document, `section_pages` how many pages each of
    its sections has; sections that share a page share their number.
    """

    pdf: bytes
    pages: Mapping[str, int]
    page_count: int
    section_pages: tuple[int, ...] = ()
