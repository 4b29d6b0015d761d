"""Rows that are called by a band of a number: 18 to 64, 85 and over, under 25; none of them has a word that tells."""

from __future__ import annotations

import re

_BAND = re.compile(
    r"(?<!from\s)(?<!between\s)(?<![\d£.,-])(?P<low>\d{1,3})\s?(?:to|[-–])\s?(?P<high>\d{1,3})(?![\d,.%-]*\d|%)"
    r"|(?<![\d£.,-])(?P<least>\d{1,3})(?:\s(?:and|or)\s(?:over|above|older|more)\b|\+)|\bover[\s-](?P<above>\d{1,3})s\b"
    r"|\bunder[\s-](?P<below>\d{1,3})s?\b(?![\d,.%-]*\d|%)|(?<![\d£.,-])(?P<most>\d{1,3})\s(?:and|or)\s(?:under|below|younger)\b",
    re.IGNORECASE,
)


def bands_in(text: str) -> frozenset[str]:
    """Each as one word: 18-64, 85+."""
    return frozenset(_called(found) for found in _BAND.finditer(text))


def is_in_a_band(text: str, at: int, known: frozenset[str]) -> bool:
    """Whether a number is one end of a band that is known."""
    return any(found.start() <= at < found.end() and _called(found) in known for found in _BAND.finditer(text))


def _called(found: re.Match[str]) -> str:
    if found["low"]:
        return f"{int(found['low'])}-{int(found['high'])}"
    least = found["least"] or found["above"]
    return f"{int(least)}+" if least else f"<{int(found['below'] or found['most'])}"
