"""What an author may call by an id, and what to say where the id is wrong."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.edition.edition import Edition
from reportgen.edition.settings import RESERVED
from reportgen.problems import nearest
from reportgen.sandbox import ExpressionError

_NOUNS = {"value": "indicator"}  # the others are called by their own name


class Ids:
    """The ids of an edition, by the expression that takes them."""

    def __init__(self, edition: Edition) -> None:
        settings = edition.settings
        missions = [mission.id for mission in settings.missions]
        self._ids: dict[str, Iterable[str]] = {
            "value": [*edition.evidence.indicators, *sorted(edition.evidence.faulty)],
            "fact": edition.evidence.facts.keys(),
            "figure": settings.figures.keys(),
            "table": [*settings.tables, *missions, *RESERVED],
            "mission": missions,
            "aspiration": [each.id for mission in settings.missions for each in mission.aspirations],
        }

    def check(self, id: object, *kinds: str) -> str:
        """The id, if it is of one of these kinds; else an ExpressionError that names the right one."""
        known = [each for kind in kinds for each in self._ids[kind]]
        if isinstance(id, str) and id in known:
            return id
        nouns = " or ".join(_NOUNS.get(kind, kind) for kind in kinds)
        raise ExpressionError(f"there is no {nouns} “{id}”", self._other(id) or nearest(str(id), known))

    def _other(self, id: object) -> str | None:
        kind = next((kind for kind, ids in self._ids.items() if isinstance(id, str) and id in ids), None)
        return f'The {_NOUNS.get(kind, kind)} of this id is called {{{{ {kind}("{id}") }}}}.' if kind else None
