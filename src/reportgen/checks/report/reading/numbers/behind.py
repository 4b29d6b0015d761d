"""What stands right behind a figure: the unit that it is measured in, or the nouns of what it counts."""

from __future__ import annotations

import re

MEASURED = re.compile(
    r"[\s-](seconds|minutes?|hours?|days?|weeks?|months?|years?|terms?|miles?|kilometres?|metres?|hectares?|acres?|tonnes?)\b"
)
NOUNS = re.compile(
    r"(?:\s(?!and\b|or\b|but\b|in\b|by\b|since\b|for\b|than\b|against\b|to\b|per\b|on\b|at\b|from\b|would\b|could\b|who\b|with\b"
    r"|of\b|were\b|are\b|have\b|had\b|that\b)[A-Za-z’'-]+){1,5}"
)
