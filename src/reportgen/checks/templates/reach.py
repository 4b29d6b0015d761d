"""What a template would make every report bring in, or run, when somebody opens it in Word: none of it is let in.

The reports are copies of the template: a linked picture, a field that fetches or a control in it would speak to whoever
made the template from the desk of everybody who reads a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.checks.templates.places import place_of
from reportgen.problems import Place, Problems
from reportgen.word.elements import Element, W
from reportgen.word.package import Package

_STORIES = ("header", "footer", "footnotes", "endnotes", "comments", "glossaryDocument")
_HARMLESS = ("hyperlink", "attachedTemplate")  # followed by who clicks it; taken out when the template is filled
_ACTIVE = {  # kinds of relations within a file, and what they lead to
    "oleObject": "an embedded object",
    "package": "an embedded document",
    "control": "an ActiveX control",
    "aFChunk": "a document in another format",
    "subDocument": "a document of its own",
    "attachedToolbars": "a toolbar",
    "mailMergeSource": "a list for a mail merge",
}
_FETCHING = ("INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE", "RD", "ADDIN")
_CHARTS = ("word/charts/", "word/diagrams/")  # a chart's own data, which only its editing opens


def check_reach(package: Package, name: str, problems: Problems) -> None:
    """Errors: what lies outside the template and would be fetched, and what would run."""
    for part in package.parts():
        for relation in part.relations.values():
            if relation.external and relation.type not in _HARMLESS:
                message = f"it brings in what lies outside of it, at “{relation.target}” ({relation.type})"
                hint = "Put it into the file itself, in Word: File, Info, Edit Links to Files; or take it out."
                problems.error("template-reach", Place(name), message, hint)
            elif relation.type in _ACTIVE and not part.name.startswith(_CHARTS):
                message = f"there is {_ACTIVE[relation.type]} in it, which every report would carry"
                problems.error("template-reach", Place(name), message, "Put a picture or the words in its place.")
    main = package.main
    for root in (main.root, *(part.root for kind in _STORIES for part in main.all_of_type(kind))):
        _check_fields(root, name, problems)


def _check_fields(root: Element, name: str, problems: Problems) -> None:
    for mark, kind in _fields(root):
        if kind in _FETCHING or not kind:
            what = f"the field {kind}" if kind else "a field whose kind another field works out"
            paragraph = next(mark.iterancestors(W + "p"), None)
            place = Place(name) if paragraph is None else place_of(paragraph, name)
            message = f"{what} brings in what lies outside of the file"
            problems.error("template-reach", place, message, "In Word: click into it and press Ctrl+Shift+F9.")


def _fields(root: Element) -> Iterator[tuple[Element, str]]:
    """The mark that each field begins with, and its kind in capitals; none where it depends on another field."""
    open_fields: list[tuple[Element, list[str]]] = []
    for one in root.iter(W + "fldSimple", W + "fldChar", W + "instrText", W + "delInstrText"):
        if one.tag == W + "fldSimple":
            yield one, _kind([one.get(W + "instr", "")])
        elif one.tag != W + "fldChar":
            if open_fields:
                open_fields[-1][1].append(one.text or "")
        elif one.get(W + "fldCharType") == "begin":
            if open_fields and not _kind(open_fields[-1][1]):
                yield open_fields[-1][0], ""
            open_fields.append((one, []))
        elif one.get(W + "fldCharType") == "end" and open_fields:
            mark, code = open_fields.pop()
            if kind := _kind(code):
                yield mark, kind


def _kind(code: Iterable[str]) -> str:
    return next(iter("".join(code).split()), "").upper()
