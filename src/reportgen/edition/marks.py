"""Expressions in a narrative file: each is evaluated by itself, and a private-use character takes its place.

So all mistakes come at once, each at its true line, and what an expression gives is never read as Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reportgen.document import CrossReference
from reportgen.edition.edition import NarrativeFile
from reportgen.edition.evaluating import LINE_ENDS, UNPRINTABLE, Evaluator, Given
from reportgen.problems import Place, Problems

MARK = re.compile("[\U000f0000-\U000ffffd]")  # supplementary private use area A
FIRST_MARK, MOST_MARKS = 0xF0000, 0xFFFE

_OPENING = re.compile(r"\{[{%#]")
_STRING = r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'"""
_EXPRESSION = re.compile(rf"\{{\{{((?:{_STRING}|[^\"'}}\n]|\}}(?!\}})|\n(?!\s*\n))*)\}}\}}", re.DOTALL)
_TRIMMED = re.compile(r"[-+].*|.*[-+]", re.DOTALL)
_CLOSE = 'Close it with }} in the same paragraph; braces that are to be printed: {{ "{{" }}.'
_UNSEEN = re.compile("[\xad\u200b\u2060]")  # pasted along with an id
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n|\Z")


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A narrative file without its expressions and comments. `lines`: the true numbers of its lines."""

    text: str
    lines: tuple[int, ...]
    given: tuple[Given | None, ...]  # by mark; None: nothing, or a mistake that was reported
    places: tuple[Place, ...]  # by mark, too

    def behind(self, mark: str) -> Given | None:
        """What the expression gave in whose place this mark stands."""
        return self.given[ord(mark) - FIRST_MARK]

    @property
    def references(self) -> Mapping[str, Place]:
        """The first place of a reference to each anchor."""
        found: dict[str, Place] = {}
        for given, place in zip(self.given, self.places, strict=True):
            if isinstance(given, CrossReference):
                found.setdefault(given.target, place)
        return found


def read_expressions(file: NarrativeFile, names: Mapping[str, Callable[..., object]], problems: Problems) -> MarkedText:
    """Evaluate all expressions of a file.

    Problems: all that is wrong in an expression, statements (`{% … %}`), characters that cannot be printed.
    """
    return _Marking(file.name, Evaluator(names, problems), problems).read(_clean(file, problems))


def _clean(file: NarrativeFile, problems: Problems) -> str:
    lines = re.sub("\r\n?", "\n", file.text.removeprefix("\ufeff")).split("\n")
    for number, line in enumerate(lines, start=1):
        for character in sorted(set(UNPRINTABLE.findall(line))):
            message = f"the character U+{ord(character):04X} cannot be printed and is left out"
            problems.warn("unprintable", Place(file.name, number), message, "Type the sign that you mean.")
    spaced = re.sub(f"[{LINE_ENDS[2:]}]", " ", "\n".join(lines))
    ordinary = re.sub(r"(?m)^(#{1,6})\u00a0+", r"\1 ", spaced)  # what some keyboards put after a #
    return UNPRINTABLE.sub("", ordinary)


class _Marking:
    """A walk through a text: what is kept, which line each line of it was, what expressions gave."""

    def __init__(self, file: str, evaluator: Evaluator, problems: Problems) -> None:
        self._file, self._evaluator, self._problems = file, evaluator, problems
        self._line = 1
        self._kept: list[str] = []
        self._lines = [1]
        self._given: list[Given | None] = []
        self._places: list[Place] = []

    def read(self, text: str) -> MarkedText:
        at = 0
        while opening := _OPENING.search(text, at):
            self._keep(text[at : opening.start()])
            at = self._pass(text, opening)
            self._line += text.count("\n", opening.start(), at)
        self._keep(text[at:])
        return MarkedText("".join(self._kept), tuple(self._lines), tuple(self._given), tuple(self._places))

    def _keep(self, text: str) -> None:
        self._kept.append(text)
        for _ in range(text.count("\n")):
            self._line += 1
            self._lines.append(self._line)

    def _pass(self, text: str, opening: re.Match[str]) -> int:
        """Take in what opens here; where it ends."""
        match opening[0]:
            case "{#":
                return self._comment(text, opening.start())
            case "{%":
                return self._statement(text, opening.start())
            case _:
                return self._expression(text, opening.start())

    def _expression(self, text: str, start: int) -> int:
        found = _EXPRESSION.match(text, start)
        if found and (again := re.search(r"\{\{", re.sub(_STRING, lambda each: "_" * len(each[0]), found[1]))):
            self._error("unclosed", "an expression begins with {{ here and is not closed", _CLOSE)
            return found.start(1) + again.start()
        if found is None:
            self._error("unclosed", "an expression begins with {{ here and is not closed", _CLOSE)
            return _paragraph_end(text, start)
        if len(self._given) == MOST_MARKS:
            self._error("expression", f"a file holds at most {MOST_MARKS:,} expressions")
            return len(text)
        if _TRIMMED.fullmatch(found[1]):
            self._error("expression", "the narrative has no {{- or -}}", "Write {{ … }}.")
            return found.end()
        place = Place(self._file, self._line)
        self._kept.append(chr(FIRST_MARK + len(self._given)))
        self._given.append(self._evaluator.evaluate(_UNSEEN.sub("", found[1]).strip(), place))
        self._places.append(place)
        return found.end()

    def _statement(self, text: str, start: int) -> int:
        hint = "The narrative has expressions only: {{ … }}; loops and conditions belong into the template."
        self._error("statement", "{% … %} cannot stand in the narrative", hint)
        end = text.find("%}", start, _paragraph_end(text, start))
        return start + 2 if end < 0 else end + 2

    def _comment(self, text: str, start: int) -> int:
        end = text.find("#}", start) + 2
        if end < 2:
            self._error("unclosed", "a comment begins with {# here and is not closed", "Close it with #}.")
            return len(text)
        before, after = text[text.rfind("\n", 0, start) + 1 : start], re.compile(r"[ \t]*\n").match(text, end)
        if before.strip() or after is None:
            return end
        return self._drop_line(text, start, after.end())

    def _drop_line(self, text: str, start: int, end: int) -> int:
        """A comment alone on its lines goes with them, so that it parts no paragraph in two."""
        self._kept[-1] = self._kept[-1].rstrip(" \t")
        self._lines[-1] = self._line + text.count("\n", start, end)
        return end

    def _error(self, code: str, message: str, hint: str | None = None) -> None:
        self._problems.error(code, Place(self._file, self._line), message, hint)


def _paragraph_end(text: str, start: int) -> int:
    found = _PARAGRAPH_END.search(text, start)
    return found.start() if found else len(text)
