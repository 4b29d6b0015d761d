"""A Word template, rendered by docxtpl: strictly, in a sandbox, and with nothing in it lost silently.

Three things differ from docxtpl as it comes: what is not well-formed is an error and never repaired by dropping
words (its XML parser recovers); text of the data is put in as it stands (docxtpl reads `{_{`, tabs and line ends in
it as commands); and a fault names the paragraph that it stands in.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docxtpl import DocxTemplate
from jinja2 import Environment, TemplateError, TemplateSyntaxError, Undefined
from lxml import etree

from reportgen import sandbox
from reportgen.problems import Place, Problems
from reportgen.word.styles import read_styles
from reportgen.word.tag_names import Fault, name_faults, syntax_fault
from reportgen.word.tags import check_tags, read_tags

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_NAME_LENGTH = 60  # of a paragraph's start, as messages quote it


class Template:
    """A template file, opened: its styles, and what its tags make of given names."""

    def __init__(self, path: Path, problems: Problems) -> None:
        """Raises InputError where it is not a Word file that can be read."""
        self.name = path.name
        self._problems = problems
        self._data = path.read_bytes()
        self.styles = read_styles(self._data, self.name, problems)

    def check(self, known: Mapping[str, Any]) -> None:
        """Look through all tags. `known`: the type of what each name stands for, Any where nothing is known of it.

        Problems, each with the start of its paragraph: a tag that docxtpl would drop text for, a fault of syntax, an
        unknown name.
        """
        roots = list(_roots(self._open()))
        check_tags(roots, self.name, self._problems)
        for root in roots:
            tags = read_tags(root)
            for number, message, hint in self._name_faults([tag.text for tag in tags], known):
                place = Place(self.name, paragraph=tags[number].paragraph)
                self._problems.error("template", place, message, hint)

    def _name_faults(self, tags: Sequence[str], known: Mapping[str, Any]) -> list[Fault]:
        try:
            return name_faults(tags, known, _environment())
        except TemplateSyntaxError as error:
            return [] if self._problems.errors else [syntax_fault(error)]  # half a tag has been told already

    def render(self, names: Mapping[str, Any]) -> WordDocument:
        """A fresh copy with its tags carried out. Raises InputError where a tag asks for what is not there."""
        template = self._open()
        try:
            template.render(dict(names), _environment())
        except _Fault as fault:
            place = Place(self.name, paragraph=fault.paragraph)
            self._problems.error("template", place, fault.message, fault.hint)
        except TemplateError as error:
            self._problems.error("template", Place(self.name), f"in the file’s properties: {error.message}")
        self._problems.raise_errors()
        document: WordDocument = template.docx
        return document

    def _open(self) -> _Rendering:
        template = _Rendering(io.BytesIO(self._data))
        template.init_docx()
        return template


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


class _Fault(Exception):
    def __init__(self, message: str, paragraph: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message, self.paragraph, self.hint = message, paragraph, hint


class _Rendering(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Environment) -> str:
        lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", src_xml)  # a line a paragraph, so that a line number finds it
        try:
            return re.sub(r"\n<w:p([ >])", r"<w:p\1", jinja_env.from_string(lines).render(context))
        except TemplateSyntaxError as error:
            raise _Fault(error.message or "a tag is not closed", _words(lines, error.lineno)) from error
        except Exception as error:
            message = getattr(error, "message", None) or str(error) or type(error).__name__
            raise _Fault(message, _words(lines, _template_line(error))) from error

    def fix_tables(self, xml: str) -> etree._Element:
        try:
            return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
        except etree.XMLSyntaxError as error:
            hint = "A pair of tags stands around paragraphs or around rows: it opens and closes at the same."
            raise _Fault("the tags tear the document apart", _words_at(xml, error), hint) from error


def _roots(template: _Rendering) -> Iterator[etree._Element]:
    """Wherever docxtpl carries out tags."""
    yield template.docx.element.body
    for kind in (template.HEADER_URI, template.FOOTER_URI, RELATIONSHIP_TYPE.FOOTNOTES):
        for _, part in template.get_headers_footers(kind):
            yield etree.fromstring(part.blob)


def _template_line(error: BaseException) -> int:
    trace, line = error.__traceback__, 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _words(lines: str, number: int) -> str:
    """What stands in that line, or in the next that has words."""
    for line in lines.splitlines()[max(number - 1, 0) :]:
        words = re.sub(r"<[^>]*>", "", line).strip()
        if words:
            return words[:_NAME_LENGTH]
    return ""


def _words_at(xml: str, error: etree.XMLSyntaxError) -> str:
    column = error.position[1]
    return re.sub(r"<[^>]*>|^[^<]*>", "", xml[max(column - 600, 0) : column])[-_NAME_LENGTH:].strip()
