"""What a sentence tells of instead of all that is measured: the sleeper takes 465 minutes, nitrate is another story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.checks.report.reading.statements import Statement

_MORE_SO_IN = re.compile(  # smoking is commoner in manual jobs, where 22% smoke
    r"\b(?:is|are|was|were|remains?)\s(?:[a-z]+\s)?(?:(?!other|ever|under|over)[a-z]{3,}er|worse|better|(?:more|less)\s[a-z]+)\s(?:still\s)?(?:in|among|for|at|on)\s"
    r"(?P<told>(?!\d|the\s(?:past|last|latest|year)|past|recent)[^,;:.\d]+)[,;:]"
)
_THEY_MORE = re.compile(
    r"(?P<told>[A-Z][\w-]+(?:\s[a-z-]+){0,2})\s[a-z]+s?\s(?:more|less|better|worse|[a-z]{3,}er)(?:\s[a-z]+)?:\s"
)
_ANOTHER_STORY = re.compile(  # nitrate is another story: 38% fail on it
    r"(?P<told>[A-Z][\w-]+(?:\s[a-z-]+){0,2})\s(?:is|are|was)\s(?:quite\s)?(?:an?other|a\sdifferent)\s(?:story|matter|thing|question)\b"
)
_ON_THEM = re.compile(  # on motorways 21 are killed
    r"(?:On|At)\s(?:(?:the|our|some|most|many)\s)?(?P<told>[a-z-]+s)(?=,|\s$|\s(?:only|just|the|it)\b)"
)
_IT_TAKES = re.compile(  # the sleeper takes 465 minutes
    r"(?:The|An?|Each|Every|Our)\s(?P<told>[a-z-]+)\s(?:takes?|took|costs?|lasts?|lasted|needs?|needed|earns?|earned|pays?|paid)\s"
)
_OPENINGS = (_THEY_MORE, _IT_TAKES, _ANOTHER_STORY, _ON_THEM)


def told_instead(statement: Statement, at: int) -> Iterator[frozenset[str]]:
    """The words of each that it is told of, before a figure."""
    text, start = statement.passage.text, statement.start
    for found in (_MORE_SO_IN.search(text, start, at), *(one.match(text, start, at) for one in _OPENINGS)):
        if found:
            yield statement.told(*found.span("told"))
