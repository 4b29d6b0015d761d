"""Titles, aspirations, figures, tables and references, by their ids."""

from __future__ import annotations

from reportgen.document import REFERENCE, Block, CrossReference, List, ListItem, Paragraph, Text, anchor_name
from reportgen.edition.edition import Edition
from reportgen.edition.narrative import Call
from reportgen.expressions.ids import Ids
from reportgen.sandbox import ExpressionError


class Wording:
    """The functions that give words, blocks and references; their parameters are those of the contract."""

    def __init__(self, edition: Edition) -> None:
        self._ids = Ids(edition)
        self._missions = {mission.id: mission for mission in edition.settings.missions}
        every = (each for mission in edition.settings.missions for each in mission.aspirations)
        self._aspirations = {aspiration.id: aspiration for aspiration in every}

    def mission(self, id: str) -> str:
        """A mission's title."""
        return self._missions[self._ids.check(id, "mission")].title

    def aspiration(self, id: str) -> str:
        """An aspiration's text."""
        return self._aspirations[self._ids.check(id, "aspiration")].text

    def aspirations(self, mission: str) -> tuple[Block, ...]:
        """A mission's aspirations as bullets."""
        found = self._missions[self._ids.check(mission, "mission")].aspirations
        if not found:
            raise ExpressionError(f"the mission “{mission}” has no aspirations", "List them in report.yaml.")
        return (bullets(*((Text(each.text),) for each in found)),)

    def figure(self, id: str) -> Call:
        """The figure, to stand here."""
        return Call("figure", self._ids.check(id, "figure"))

    def table(self, id: str) -> Call:
        """The table, to stand here."""
        return Call("table", self._ids.check(id, "table"))

    def ref(self, id: str) -> CrossReference:
        """A live reference to the caption of a figure or table."""
        return CrossReference(anchor_name(REFERENCE, self._ids.check(id, "figure", "table")))


def bullets(*items: tuple[Text, ...]) -> List:
    """A bullet list in the template's style, an item a row of texts."""
    return List(tuple(ListItem((Paragraph(item, "List Bullet"),)) for item in items))
