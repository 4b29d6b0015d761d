"""How pages are numbered: Word's number formats (ECMA-376-1, 17.18.59) as CSS counter styles."""

from __future__ import annotations

_COUNTER_STYLES = {
    "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman",
    "lowerLetter": "lower-alpha",
    "upperLetter": "upper-alpha",
    "decimalZero": "decimal-leading-zero",
    "hebrew1": "hebrew",
    "hiragana": "hiragana",
    "ideographTraditional": "cjk-heavenly-stem",
    "thaiNumbers": "thai",
    "hindiNumbers": "devanagari",
}


def counter_style(number_format: str) -> str:
    """The CSS counter style that counts like this format; formats that CSS doesn't know count in digits."""
    return _COUNTER_STYLES.get(number_format, "decimal")
