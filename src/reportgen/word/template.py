"""A Word template, rendered by docxtpl: strictly, in a sandbox, and with nothing in it lost silently."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, TemplateError, Undefined

from reportgen import sandbox
from reportgen.packages import read_package
from reportgen.problems import InputError, Place, Problems
from reportgen.word.rendering import Rendering, RenderingFault, open_rendering
from reportgen.word.styles import read_styles

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


class Template:
    """A template file, opened: its styles, and what its tags make of given names."""

    def __init__(self, path: Path, problems: Problems) -> None:
        """Raises InputError where it is not a Word file that can be read."""
        self.name = path.name
        self._problems = problems
        self._data = read_package(path)
        self.styles = read_styles(self._data, self.name, problems)
        self._unused: Rendering | None = self._open()

    def render(self, names: Mapping[str, Any]) -> WordDocument:
        """A fresh copy with its tags carried out, which `checks.templates` has judged before.

        Problems, each with the start of its paragraph: what only these very names bring to light. Raises InputError
        where there is any.
        """
        template, self._unused = self._unused or self._open(), None
        try:
            template.render(dict(names), _environment())
        except RenderingFault as fault:
            place = Place(self.name, paragraph=fault.paragraph)
            self._problems.error("template", place, fault.message, fault.hint)
        except TemplateError as error:
            self._problems.error("template", Place(self.name), f"in the file’s properties: {error.message}")
        self._problems.raise_errors()
        document: WordDocument = template.docx
        return document

    def _open(self) -> Rendering:
        try:
            return open_rendering(self._data)
        except (KeyError, ValueError):
            hint = "save it in Word as a Word Document (.docx), not as a Strict Open XML Document"
            self._problems.error("template", Place(self.name), "this kind of Word file cannot be filled in", hint)
            raise InputError(self._problems.met) from None


def _environment() -> Environment:
    made = sandbox.environment(autoescape=True)
    made.finalize = _printed
    return made


def _printed(found: Any) -> Any:
    """What a tag gives, if it is words: what has names of its own would print as Python shows it."""
    if found is None:
        return ""
    if isinstance(found, str | int | Undefined) or hasattr(found, "__html__"):
        return found
    raise TemplateError("this name stands for several things: add a dot and the name of one of them")
