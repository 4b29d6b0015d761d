"""The names in a template's tags, looked up before anything is filled: all that are unknown at once, each in its place.

What a name stands for is told by the types of the views (`context.NAMES`), so that tags are checked too that this
edition would pass over. A name of which nothing is known here is left to the filling, which is as strict.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from jinja2 import Environment, TemplateSyntaxError, nodes

from reportgen.problems import nearest
from reportgen.sandbox import FILTERS
from reportgen.word.slots import BlockSlot

STATEMENTS = ("if", "elif", "else", "endif", "for", "endfor", "cellbg")

Kind = Any
"""A type: of a view, of a tuple of them, of words, of a slot. Any: nothing is known."""

Fault = tuple[int, str, str | None]  # which tag, the message, the hint

_UNIT = re.compile(r"(\{[{%])(?:p|tr|tc)(?=\s)")
_CELL = re.compile(r"\{%\s*(?:cellbg|colspan)\s+(.*?)\s*%\}")
_MERGE = re.compile(r"\{%\s*(?:vm|hm)\s*%\}")
_QUOTES = str.maketrans("“”‘’", "\"\"''")


def name_faults(tags: Sequence[str], known: Mapping[str, Kind], environment: Environment) -> list[Fault]:
    """What is wrong with the names in these tags, which stand in this order. `known`: what the names stand for.

    Raises TemplateSyntaxError where they cannot be read: its line less one is the tag.
    """
    tree = environment.parse("\n".join(_as_jinja(tag) for tag in tags))  # a line a tag: its number finds it
    reader = _Reader(tags)
    reader.read(tree, _Scope({**dict.fromkeys(environment.globals, Any), **known}))
    return sorted(reader.faults, key=lambda fault: fault[0])


def syntax_fault(error: TemplateSyntaxError) -> Fault:
    unknown = re.match(r"Encountered unknown tag '(.*?)'", error.message or "")
    if unknown:
        return error.lineno - 1, f"“{unknown[1]}” is no tag", nearest(unknown[1], STATEMENTS)
    return error.lineno - 1, f"this tag cannot be read: {error.message}", "docs/template.md has the forms of tags"


def _as_jinja(tag: str) -> str:
    """As docxtpl gives it to Jinja, on one line."""
    plain = _UNIT.sub(r"\1", " ".join(tag.translate(_QUOTES).split()))
    return "" if _MERGE.fullmatch(plain) else _CELL.sub(r"{{ \1 }}", plain)


@dataclass(frozen=True, slots=True)
class _Scope:
    names: Mapping[str, Kind]

    def inside(self, more: Mapping[str, Kind]) -> _Scope:
        return _Scope({**self.names, **more})


class _Reader:
    """Walks through the tags and gathers what is wrong."""

    def __init__(self, tags: Sequence[str]) -> None:
        self.faults: list[Fault] = []
        self._tags = tags

    def read(self, node: nodes.Node, scope: _Scope) -> None:
        match node:
            case nodes.Template() | nodes.If():
                self._each(node.iter_child_nodes(), scope)
            case nodes.Output():
                for expression in node.nodes:
                    self._printed(expression, scope)
            case nodes.For():
                self._loop(node, scope)
            case nodes.Expr():
                self._kind(node, scope)
            case nodes.Stmt():  # of the rarer ones only the names are taken
                bound = {name.name: Any for name in node.find_all(nodes.Name) if name.ctx != "load"}
                self._each(node.iter_child_nodes(), scope.inside(bound))

    def _each(self, found: Iterable[nodes.Node], scope: _Scope) -> None:
        names = dict(scope.names)
        for node in found:
            self.read(node, _Scope(names))
            if isinstance(node, nodes.Assign):  # known from here on
                names |= {name.name: Any for name in node.find_all(nodes.Name) if name.ctx == "store"}

    def _loop(self, loop: nodes.For, scope: _Scope) -> None:
        (one,) = _items(self._kind(loop.iter, scope)) or (Any,)
        bound = {name.name: Any for name in [loop.target, *loop.target.find_all(nodes.Name)] if hasattr(name, "name")}
        if isinstance(loop.target, nodes.Name):
            bound[loop.target.name] = one
        inside = scope.inside({**bound, "loop": Any})
        self._each([*([loop.test] if loop.test else []), *loop.body], inside)
        self._each(loop.else_, scope)

    def _printed(self, expression: nodes.Expr, scope: _Scope) -> None:
        if isinstance(expression, nodes.TemplateData):
            return
        kind, tag = self._kind(expression, scope), self._tags[expression.lineno - 1]
        unit = _UNIT.match(tag)
        if kind is BlockSlot and unit is None:
            self._fault(
                expression, f"{tag} stands for whole paragraphs", "write it with a p: {{p … }}, alone in its paragraph"
            )
        elif kind not in (BlockSlot, Any, None) and unit is not None and tag.startswith("{{"):
            letters = unit[0][2:]
            hint = f"write it without the {letters}: {{{{ … }}}}"
            self._fault(expression, f"{tag} stands for words within a paragraph", hint)

    def _kind(self, node: nodes.Node, scope: _Scope) -> Kind:
        """What an expression stands for; None where a fault was found in it."""
        match node:
            case nodes.Name(name=name):
                if name in scope.names:
                    return scope.names[name]
                return self._fault(node, f"“{name}” is not known here", nearest(name, scope.names))
            case nodes.Getattr():
                return self._member(node, self._kind(node.node, scope))
            case nodes.Filter(name=name) if name not in FILTERS:
                return self._fault(node, f"there is no filter “{name}”", nearest(name, FILTERS))
        for child in node.iter_child_nodes():
            self._kind(child, scope)
        return Any

    def _member(self, node: nodes.Getattr, kind: Kind) -> Kind:
        if kind is None or not (views := _views(kind)):
            return None if kind is None else Any
        members = {name: hint for view in views for name, hint in get_type_hints(view).items()}
        if node.attr in members:
            return members[node.attr]
        return self._fault(node, f"there is no “{node.attr}” in it", nearest(node.attr, members))

    def _fault(self, node: nodes.Node, message: str, hint: str | None) -> None:
        self.faults.append((node.lineno - 1, message, hint))


def _views(kind: Kind) -> list[Any]:
    """The views that this may be: of an optional one itself, of a union all."""
    if isinstance(kind, types.UnionType):
        return [view for one in get_args(kind) for view in _views(one)]
    return [kind] if is_dataclass(kind) else []


def _items(kind: Kind) -> tuple[Kind, ...]:
    origin: Any = get_origin(kind)
    return get_args(kind)[:1] if origin is tuple else ()
