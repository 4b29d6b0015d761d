"""A style sheet that grows while a document is built: each different format becomes one rule, under one class.

Classes instead of style attributes let WeasyPrint compute a format once for all elements that share it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from reportgen.pdf.declarations import Declarations


class Rank(IntEnum):
    """Which rule wins where two say different things: the later one."""

    STYLE = 0
    DIRECT = 1
    PLACE = 2  # what follows from where an element stands


@dataclass(slots=True)
class Rules:
    _names: dict[tuple[Rank, str, str], str] = field(default_factory=dict)

    def name(self, declarations: Declarations, rank: Rank = Rank.DIRECT, pseudo: str = "") -> str:
        """The class with this format; empty where there is none. `pseudo` is `::after` and the like."""
        if not declarations:
            return ""
        block = ";".join(f"{name}:{value}" for name, value in declarations.items())
        return self._names.setdefault((rank, pseudo, block), f"c{len(self._names)}")

    def css(self) -> str:
        rules = sorted(self._names.items(), key=lambda rule: rule[0][0])
        return "".join(f".{name}{pseudo}{{{block}}}" for (_, pseudo, block), name in rules)
