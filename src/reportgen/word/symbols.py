"""Characters of the symbol fonts as the Unicode characters that they show.

Word stores them in the private use area (U+F020 to U+F0FF) or as plain letters in the symbol font; a font that
counts as Symbol or Wingdings there cannot be relied on elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_PRIVATE = range(0xF000, 0xF100)
_ASCII = range(0x20, 0x7F)
_PRIVATE_LETTER = re.compile("[\uf000-\uf0ff]")
UNKNOWN = "•"  # for what has no counterpart

_SYMBOL_LETTERS = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)
_SYMBOL_SIGNS = {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x7E: "∼",
    0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xA6: "ƒ", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥",
    0xAA: "♠", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
    0xBC: "…", 0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xC9: "⊃", 0xCC: "⊂", 0xCE: "∈", 0xCF: "∉",
    0xD0: "∠", 0xD1: "∇", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅", 0xD8: "¬",
    0xD9: "∧", 0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDD: "⇑", 0xDE: "⇒", 0xDF: "⇓", 0xE2: "®", 0xE3: "©",
    0xE4: "™", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍",
    0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖",
    0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA2: "○", 0xA3: "○", 0xA4: "◉", 0xA7: "▪",
    0xA8: "◻", 0xAA: "✦", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
    0xEF: "⇐", 0xF0: "⇒", 0xF1: "⇑", 0xF2: "⇓", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x96: "•", 0x97: "•", 0x98: "●", 0xA3: "□"}
_WINGDINGS_3 = {0x67: "◀", 0x75: "▶", 0x7D: "▶", 0x84: "▶"}

_FONTS: dict[str, Mapping[int, str]] = {
    "symbol": {**{ord(letter): greek for letter, greek in _SYMBOL_LETTERS.items()}, **_SYMBOL_SIGNS},
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
}


def is_symbol_font(font: str | None) -> bool:
    return (font or "").casefold() in _FONTS


def plain_symbol(code: int, font: str) -> str | None:
    """The character of this code in a symbol font; None where Unicode has no counterpart that is known here."""
    own = code - _PRIVATE.start if code in _PRIVATE else code
    meanings = _FONTS.get(font.casefold(), {})
    if own in meanings:
        return meanings[own]
    if (font.casefold() == "symbol" and own in _ASCII) or (code not in _PRIVATE and not meanings):
        return chr(own)  # Symbol has digits and most signs where ASCII has them
    return None


def plain_symbols(text: str, font: str | None) -> str:
    """Words, with the characters of symbol fonts as what they show. Outside such a font only the private ones are."""
    if not is_symbol_font(font) and _PRIVATE_LETTER.search(text) is None:
        return text
    return "".join(UNKNOWN if shown is None else shown for shown in _shown(text, font))


def has_unknown_symbols(text: str, font: str | None) -> bool:
    """Whether some of its characters have no counterpart."""
    return None in _shown(text, font)


def _shown(text: str, font: str | None) -> Iterator[str | None]:
    """A private character in another font was copied without its own: most come from Symbol and Wingdings."""
    own = is_symbol_font(font)
    fonts = (font or "",) if own else ("symbol", "wingdings")
    for letter in text:
        if letter.isspace() or not (own or _PRIVATE_LETTER.match(letter)):
            yield letter
        else:
            meanings = (plain_symbol(ord(letter), one) for one in fonts)
            yield next((meaning for meaning in meanings if meaning), None)
