"""The names in a template's tags, in all branches of it: each must be there, and print where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportgen import sandbox
from reportgen.checks.templates.evaluating import Evaluating, Said, Scope, guarded
from reportgen.checks.templates.kinds import everywhere, is_view, present
from reportgen.checks.templates.places import place_of
from reportgen.checks.templates.tags import UNITS, Tag
from reportgen.problems import Problems, nearest
from reportgen.word.elements import W
from reportgen.word.slots import BlockSlot, InlineSlot

Story: TypeAlias = Literal["body", "margin", "note", "property"]

_CLOSINGS = {"if": "endif", "for": "endfor"}
_WORDS = ("if", "elif", "else", "endif", "for", "endfor", "set", "cellbg", "colspan", "vm", "hm")
_CURLY = str.maketrans("“”‘’", "\"\"''")  # docxtpl makes them straight
_FOREIGN = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block)


def check_names(tags: Sequence[Tag], story: Story, name: str, problems: Problems) -> None:
    """Problems, each at its tag's paragraph: a fault of syntax, a name that is not there, a thing that cannot stand
    there. A warning: something of a part that an edition may leave out, with no `if` around it."""
    lines = [_line(tag) for tag in tags]
    for number, (tag, line) in enumerate(zip(tags, lines, strict=True)):
        fault = _fault(line)
        if fault:
            problems.error("template-tag", place_of(tag.paragraph, name), *_worded(tag, fault))
            lines[number] = {"if": "{% if true %}", "for": "{% for _ in () %}"}.get(tag.statement, "")
    try:
        tree = _environment().parse("\n".join(_paired(lines)))
    except TemplateSyntaxError as fault:  # sound one by one, and too much together
        tag = tags[min(fault.lineno, len(tags)) - 1]
        problems.error("template-tag", place_of(tag.paragraph, name), *_worded(tag, fault.message or ""))
        return
    for said in _Walk(tags, story).template(tree):
        place = place_of(tags[said.line - 1].paragraph, name)
        (problems.warn if said.care else problems.error)("template-name", place, said.message, said.hint)


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return sandbox.environment(autoescape=True)


def _line(tag: Tag) -> str:
    """The tag as Jinja has it, in one line."""
    if tag.kind == "#" or tag.statement in ("vm", "hm"):
        return ""
    inner = re.sub(r"\s+", " ", tag.text[2:-2]).translate(_CURLY)
    inner = inner.removeprefix(f"{tag.unit} ") if tag.unit else inner
    if tag.statement in ("cellbg", "colspan"):
        return "{{" + inner.replace(tag.statement, "", 1) + "}}"
    if tag.statement.lower() in _WORDS:
        inner = inner.replace(tag.statement, tag.statement.lower(), 1)
    return f"{{{tag.kind}{inner}{'}' if tag.kind == '{' else '%'}}}"


@lru_cache
def _fault(line: str) -> str | None:
    """What Jinja has against this tag by itself, if it has anything."""
    statement = _statement(line)
    whole = {
        "elif": "{% if x %}" + line + "{% endif %}",
        "else": "{% if x %}" + line + "{% endif %}",
        "endif": "{% if x %}" + line,
        "endfor": "{% for x in y %}" + line,
        "if": line + "{% endif %}",
        "for": line + "{% endfor %}",
    }.get(statement, line)
    try:
        _environment().parse(whole)
    except TemplateSyntaxError as fault:
        return fault.message or "it cannot be read"
    return None


def _worded(tag: Tag, fault: str) -> tuple[str, str | None]:
    if tag.kind == "%" and tag.statement not in _WORDS:
        if tag.statement in ("p", "tr", "tc"):
            return f"{tag.text} has a blank too many", f"write {{%{tag.statement} …, with no blank before the letter"
        return f"{tag.text} is no tag that there is", nearest(tag.statement, _WORDS)
    return f"{tag.text} cannot be read: {fault}", "docs/template.md shows how each kind of tag is written"


def _statement(line: str) -> str:
    found = re.match(r"\{%[-+]?\s*(\w+)", line)
    return found[1] if found else ""


def _paired(lines: list[str]) -> list[str]:
    """Lines that make a whole; tags without their other are said elsewhere and left out here."""
    opened: list[str] = []  # what is open, and after its `else` what was
    kept = []
    for line in lines:
        statement = _statement(line)
        if statement in _CLOSINGS:
            opened.append(statement)
        elif statement in ("elif", "else", *_CLOSINGS.values()):
            wanted = {"elif": ("if",), "else": ("if", "for")}.get(statement, (statement[3:], f"{statement[3:]} else"))
            if not opened or opened[-1] not in wanted:
                line = ""
            elif statement.startswith("end"):
                opened.pop()
            elif statement == "else":
                opened[-1] += " else"
        kept.append(line)
    return [*kept, "".join(f"{{% {_CLOSINGS[one.partition(' ')[0]]} %}}" for one in reversed(opened))]


class _Walk:
    """Through a parsed template, with what is known at each place."""

    def __init__(self, tags: Sequence[Tag], story: Story) -> None:
        self._tags, self._story = tags, story

    def template(self, tree: nodes.Template) -> Iterator[Said]:
        yield from self._all(tree.body, Scope(everywhere()))

    def _all(self, statements: Sequence[nodes.Node], scope: Scope) -> Iterator[Said]:
        for statement in statements:
            yield from self._one(statement, scope)

    def _one(self, statement: nodes.Node, scope: Scope) -> Iterator[Said]:
        evaluating = Evaluating(scope, _environment())
        match statement:
            case nodes.Output():
                for printed in statement.nodes:
                    if not isinstance(printed, nodes.TemplateData):
                        yield from self._printed(printed, evaluating)
            case nodes.If():
                yield from self._if(statement, scope)
            case nodes.For():
                yield from self._for(statement, scope)
            case nodes.Assign():
                scope.bind(statement.target, evaluating.kind(statement.node))
            case nodes.ExprStmt():
                evaluating.kind(statement.node)
            case _:
                message = "this tag would need another file, and a template is one"
                if not isinstance(statement, _FOREIGN):
                    message = "this tag is none of those that a template may use"
                yield Said(statement.lineno, message, "docs/template.md lists them")
        yield from evaluating.said

    def _if(self, statement: nodes.If, scope: Scope) -> Iterator[Said]:
        yield from self._test(statement.test, scope)
        there, not_there = guarded(statement.test)
        yield from self._all(statement.body, scope.knowing(there))
        rest = scope.knowing(not_there)
        for one in statement.elif_:
            yield from self._test(one.test, rest)
            there, not_there = guarded(one.test)
            yield from self._all(one.body, rest.knowing(there))
            rest = rest.knowing(not_there)
        yield from self._all(statement.else_, rest)

    def _test(self, test: nodes.Node, scope: Scope) -> Iterator[Said]:
        evaluating = Evaluating(scope, _environment())
        evaluating.kind(test)
        yield from evaluating.said

    def _for(self, statement: nodes.For, scope: Scope) -> Iterator[Said]:
        evaluating = Evaluating(scope, _environment())
        one = evaluating.one_of(statement.iter)
        yield from evaluating.said
        inside = scope.within_loop(statement.target, one)
        if statement.test is not None:
            yield from self._test(statement.test, inside)
        yield from self._all(statement.body, inside)
        yield from self._all(statement.else_, scope)

    def _printed(self, printed: nodes.Expr, evaluating: Evaluating) -> Iterator[Said]:
        tag = self._tags[printed.lineno - 1]
        kind = present(evaluating.kind(printed))
        fault = self._unprintable(tag, kind, evaluating.path(printed) or "")
        if fault:
            yield Said(printed.lineno, *fault)

    def _unprintable(self, tag: Tag, kind: object, path: str) -> tuple[str, str] | None:
        """Message and hint, where what the tag gives cannot stand where it stands."""
        last = path.rpartition(".")[2]
        if is_view(kind) or str(kind).startswith("tuple["):
            return f"{tag.text} stands for several things", "add a dot and the name of one of them"
        if kind is BlockSlot and self._story != "body":
            return f"{tag.text} stands for paragraphs, which only the text itself can hold", "put it there"
        if kind is BlockSlot and tag.unit != "p":
            return f"{tag.text} stands for whole paragraphs", "write it with a p: {{p … }}, alone in its paragraph"
        if tag.unit in UNITS and tag.kind == "{" and kind in (str, int, bool, InlineSlot):
            return f"{tag.text} stands for words within a paragraph", f"write it without the {tag.unit}: {{{{ … }}}}"
        if last == "merged" and kind is InlineSlot and next(tag.paragraph.iterancestors(W + "tc"), None) is None:
            return f"{tag.text} stands outside a table", "it makes the table cell that it stands in one with that above"
        if kind is InlineSlot and (self._story in ("note", "property") or (self._story, last) == ("margin", "label")):
            return f"{tag.text} cannot stand in a head, foot, note or property", "values can, and in heads headings too"
        return None
