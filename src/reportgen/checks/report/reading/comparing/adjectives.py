"""Adjectives that say which way something differs: by size (cheaper), or by what is better (safer, less reliable)."""

from __future__ import annotations

import re
from typing import Literal

from reportgen.checks.report.reading.sentences import stems_in

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
_WELL = (
    r"quickly|promptly|swiftly|speedily|rapidly|smoothly|safely|reliably|punctually|efficiently|healthily|happily|fairly"
    r"|affordably|easily|accurately|securely|sustainably"
)
_ILL = r"slowly|dangerously|unfairly|wastefully|painfully"
_OF_SIZE = r"expensive|numerous|frequent|prevalent|extensive|commonly|frequently|widely|regularly|usually|likely"
_JUDGES = rf"(?:{_PRAISE}|{_BLAME}|{_WELL}|{_ILL})"
# More humid than in England: which way that is, an adjective that is not known does not say.
_JUDGING = (
    rf"\s(?:{_JUDGES}|cheaply|(?!(?:{_OF_SIZE})\b)[a-z]+(?:able|ible|ful|ous|ive|ish|ant|ent|ary|ic|ical|ly)"
    r"(?=\s(?:than|here|in|to|for|now|since)\b|[,.;]))\b"
)

COMPARATIVES: dict[Sense, str] = {
    "more": rf"higher|more(?!{_JUDGING})|greater|larger|bigger|wider|longer|dearer|costlier|commoner|heavier"
    r"|less\scheaply",
    "less": rf"lower|fewer|less(?!{_JUDGING})|smaller|shorter|narrower|cheaper|rarer|scarcer|lighter(?=\sthan)"
    r"|more\scheaply",
    "better": r"better|cleaner|easier|fairer|faster|fitter|greener|happier|healthier|quicker|richer|safer|sooner"
    rf"|speedier|stronger|wealthier|more\s(?:{_PRAISE}|{_WELL})|less\s(?:{_BLAME}|{_ILL})",
    "worse": r"worse|dirtier|harder(?=\sto\b)|poorer|sicker|slower|unhealthier|weaker"
    r"|later(?=\s(?:[a-z]+\s){0,2}than\b)"
    rf"|more\s(?:{_BLAME}|{_ILL})|less\s(?:{_PRAISE}|{_WELL})",
}
SUPERLATIVES: dict[Sense, str] = {
    "more": rf"highest|largest|greatest|widest|most(?!{_JUDGING})|biggest|longest|dearest|costliest",
    "less": rf"lowest|smallest|fewest|least(?!{_JUDGING})|narrowest|shortest|cheapest|rarest",
    "better": r"best|cleanest|fairest|fastest|fittest|greenest|happiest|healthiest|quickest|richest|safest|strongest"
    rf"|wealthiest|most\s(?:{_PRAISE})|least\s(?:{_BLAME})",
    "worse": rf"worst|dirtiest|poorest|slowest|weakest|most\s(?:{_BLAME})|least\s(?:{_PRAISE})",
}
_JUDGES_IT = re.compile(
    "|".join((COMPARATIVES["better"], COMPARATIVES["worse"], SUPERLATIVES["better"], SUPERLATIVES["worse"]))
)
_DIMENSIONS = {
    re.compile(words): frozenset(stems_in(dimensions))
    for words, dimensions in {
        r"faster|slower|quicker|speedier|fastest|slowest|quickest": "speed time",
        r"cheaper|dearer|costlier|(?:more|less)\s(?:expensive|costly|affordable|cheaply)|cheapest|dearest|costliest"
        r"|(?:most|least)\s(?:expensive|costly|affordable)": "price cost fare rent bill fee",
        r"longer|shorter|sooner|longest|shortest|(?:more|less)\s(?:quickly|promptly|swiftly)": "time length wait",
        r"richer|poorer|wealthier|richest|poorest|wealthiest|better\spaid|worse\spaid": "income earnings pay wage",
        r"safer|safest": "safety safe",
        r"(?:larger|smaller|bigger)(?=\s(?:than|here|in)\b|[.,;])": "size",
        r"cleaner|dirtier|(?:more|less)\spolluted": "pollution",
    }.items()
}


def judges(text: str, at: int) -> bool:
    """Whether a word says which is better, whatever is counted: worse teeth, of those who have no decay."""
    return _JUDGES_IT.match(text, at) is not None


def dimension(text: str, at: int) -> frozenset[str]:
    """The words that may name what a word compares: speed, of faster. Empty: any."""
    return next((stems for words, stems in _DIMENSIONS.items() if words.match(text, at)), frozenset())
