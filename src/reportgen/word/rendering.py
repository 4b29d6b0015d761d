"""docxtpl, as this house uses it.

Three things differ from docxtpl as it comes: what is not well-formed is an error and never repaired by dropping words
(its XML parser recovers); text of the data is put in as it stands (docxtpl reads `{_{`, tabs and line ends in it as
commands); and a fault names the paragraph that it stands in.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docxtpl import DocxTemplate
from jinja2 import Environment, TemplateSyntaxError
from lxml import etree

from reportgen.sandbox import MOST_BRACES
from reportgen.word.elements import W
from reportgen.word.properties import cut
from reportgen.word.slots import as_said, without_slots_in_attributes
from reportgen.word.xml import w

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_NAME_LENGTH = 60  # of a paragraph's start, as messages quote it
_PROPERTIES = ("author", "comments", "identifier", "subject", "title")
_TYPES = "[Content_Types].xml"


def open_rendering(data: bytes) -> Rendering:
    """A template, ready to be rendered once. Raises ValueError or KeyError where it is no ordinary Word file."""
    made = Rendering(io.BytesIO(_as_document(data)))
    made.init_docx()
    _forget_template(made.docx)
    for part in made.docx.part.package.iter_parts():
        if isinstance(part, XmlPart):  # what nobody sees is carried out too
            etree.strip_tags(part.element, etree.Comment, etree.ProcessingInstruction)
    for cell in made.docx.element.body.iter(W + "tc"):
        properties = cell.find(W + "tcPr")
        if properties is None or not len(properties):  # docxtpl needs it for a cell's colour
            made_up = w("tcPr", w("tcW", w=0, type="auto"))
            cell.insert(0, made_up) if properties is None else cell.replace(properties, made_up)
    return made


def _forget_template(document: WordDocument) -> None:
    """Where the template was made from another, Word would fetch that with every report."""
    settings = document.settings.element  # python-docx makes them where there are none
    for named in settings.findall(W + "attachedTemplate"):
        settings.remove(named)
    relations = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels
    for identifier in [one.rId for one in relations.values() if one.is_external]:
        del relations[identifier]


def _as_document(data: bytes) -> bytes:
    """A template of Word's own kind (.dotx) differs from a document (.docx) in one word."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if b"wordprocessingml.template.main" not in package.read(_TYPES):
            return data
        parts = {entry: package.read(entry) for entry in package.infolist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for entry, part in parts.items():
            is_types = entry.filename == _TYPES
            made.writestr(entry, part.replace(b"template.main", b"document.main") if is_types else part)
    return buffer.getvalue()


class RenderingFault(Exception):
    def __init__(self, message: str, paragraph: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message, self.paragraph, self.hint = message, paragraph, hint


class Rendering(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    def patch_xml(self, src_xml: str) -> str:
        if src_xml.count("{") > MOST_BRACES:  # its patterns would go from each to the end
            raise RenderingFault("there are too many tags", "")
        patched: str = super().patch_xml(src_xml)
        return patched

    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Environment) -> str:
        lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", src_xml)  # a line a paragraph, so that a line number finds it
        try:
            made = re.sub(r"\n<w:p([ >])", r"<w:p\1", jinja_env.from_string(lines).render(context))
            return without_slots_in_attributes(made)
        except TemplateSyntaxError as error:
            raise RenderingFault(error.message or "a tag is not closed", _words(lines, error.lineno)) from error
        except Exception as error:
            message = getattr(error, "message", None) or str(error) or type(error).__name__
            raise RenderingFault(message, _words(lines, _template_line(error))) from error

    def render_footnotes(self, context: dict[str, Any], jinja_env: Environment | None = None) -> None:
        """Once: docxtpl renders them for each section, and so reads again what the tags before it gave."""
        for part in self.docx.part.package.iter_parts():
            if jinja_env is not None and part.content_type == CONTENT_TYPE.WML_FOOTNOTES:
                source = self.patch_xml(part.blob.decode("utf-8"))
                part._blob = self.render_xml_part(source, part, context, jinja_env).encode("utf-8")

    def fix_tables(self, xml: str) -> etree._Element:
        try:
            return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, huge_tree=True))
        except etree.XMLSyntaxError as error:
            hint = "A pair of tags stands around paragraphs or around rows: it opens and closes at the same."
            raise RenderingFault("the tags tear the document apart", _words_at(xml, error), hint) from error

    def render_properties(self, context: dict[str, Any], jinja_env: Environment | None = None) -> None:
        """Of the file itself. They are no XML here, and have a length that Word keeps to."""
        core = self.docx.core_properties
        for name in _PROPERTIES:
            said = getattr(core, name)
            if jinja_env is not None and "{" in said:
                setattr(core, name, cut(html.unescape(as_said(jinja_env.from_string(said).render(context)))))


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
