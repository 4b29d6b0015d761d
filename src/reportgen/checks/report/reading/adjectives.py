"""Adjectives that say which way something differs: by size (cheaper), or by what is better (safer, less reliable)."""

from __future__ import annotations

import re
from typing import Literal

Sense = Literal["more", "less", "better", "worse"]

_PRAISE = (
    r"accessible|accurate|active|affordable|attractive|clean|confident|content|diverse|efficient|energy-efficient|equal|fair"
    r"|fruitful|generous|green|happy|healthy|inclusive|liveable|modern|pleasant|productive|prosperous|punctual|qualified|reliable"
    r"|resilient|responsive|safe|satisfied|secure|skilled|stable|successful|sustainable|trusting|walkable|well-paid|welcoming"
)
_BLAME = (
    r"anxious|congested|crowded|dangerous|deprived|dissatisfied|divided|harmful|isolated|lonely|overcrowded|polluted|polluting"
    r"|sedentary|stressed|unaffordable|unequal|unhappy|unhealthy|unreliable|unsafe|vulnerable|wasteful|worried"
)
JUDGING = tuple(re.split(r"\W+", f"{_PRAISE}|{_BLAME}"))
_JUDGES = rf"(?:{_PRAISE}|{_BLAME})"

COMPARATIVES: dict[Sense, str] = {
    "more": rf"higher|more(?!\s{_JUDGES}\b)|greater|larger|bigger|wider|longer|dearer|costlier",
    "less": rf"lower|fewer|less(?!\s{_JUDGES}\b)|smaller|shorter|narrower|cheaper|rarer|scarcer",
    "better": r"better|cleaner|easier|fairer|faster|fitter|greener|happier|healthier|quicker|richer|safer|speedier"
    rf"|stronger|wealthier|more\s(?:{_PRAISE})|less\s(?:{_BLAME})",
    "worse": r"worse|dirtier|harder(?=\sto\b)|poorer|sicker|slower|unhealthier|weaker"
    rf"|more\s(?:{_BLAME})|less\s(?:{_PRAISE})",
}
SUPERLATIVES: dict[Sense, str] = {
    "more": rf"highest|largest|greatest|widest|most(?!\s{_JUDGES}\b)|biggest|longest|dearest|costliest",
    "less": rf"lowest|smallest|fewest|least(?!\s{_JUDGES}\b)|narrowest|shortest|cheapest|rarest",
    "better": r"best|cleanest|fairest|fastest|fittest|greenest|happiest|healthiest|quickest|richest|safest|strongest"
    rf"|wealthiest|most\s(?:{_PRAISE})|least\s(?:{_BLAME})",
    "worse": rf"worst|dirtiest|poorest|slowest|weakest|most\s(?:{_BLAME})|least\s(?:{_PRAISE})",
}
