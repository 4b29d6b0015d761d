"""What an expression in a tag comes to, in kinds instead of values, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reportgen.checks.templates.kinds import Kind, Loop, element, everywhere, is_slot, may_be_missing, members, present
from reportgen.problems import nearest

_KEEPING = ("sort", "reverse", "list", "unique", "select", "reject", "selectattr", "rejectattr", "default", "d")
_ONE_OF = ("first", "last")
_WORDS = ("capitalize", "e", "escape", "join", "lower", "title", "trim", "upper")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that is wrong, or (`care`) deserves a look, at a line: the number of a tag."""

    line: int
    message: str
    hint: str | None = None
    care: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that are known at a place, and the dotted paths that an `if` around it has found to be there."""

    names: dict[str, Kind]
    there: frozenset[str] = frozenset()

    def knowing(self, paths: frozenset[str]) -> Scope:
        return replace(self, there=self.there | paths)

    def bind(self, target: nodes.Node, kind: Kind) -> None:
        """What a `set` does, from there on."""
        if isinstance(target, nodes.Name):
            self.names[target.name] = kind
        for one in getattr(target, "items", ()):
            self.bind(one, Any)

    def within_loop(self, target: nodes.Node, one: Kind) -> Scope:
        inside = Scope({**self.names, "loop": Loop}, self.there)
        inside.bind(target, one)
        return inside


def guarded(test: nodes.Node) -> tuple[frozenset[str], frozenset[str]]:
    """The paths that are there where the test holds, and where it does not."""
    match test:
        case nodes.Name() | nodes.Getattr():
            return frozenset(filter(None, [dotted(test)])), frozenset()
        case nodes.Not():
            there, not_there = guarded(test.node)
            return not_there, there
        case nodes.And() | nodes.Or():
            (left, not_left), (right, not_right) = guarded(test.left), guarded(test.right)
            if isinstance(test, nodes.And):
                return left | right, not_left & not_right
            return left & right, not_left | not_right
    return frozenset(), frozenset()


def dotted(expression: nodes.Node) -> str | None:
    """`mission.table.label`; None for what is no plain path."""
    match expression:
        case nodes.Name():
            return expression.name
        case nodes.Getattr():
            before = dotted(expression.node)
            return before and f"{before}.{expression.attr}"
        case nodes.Getitem(arg=nodes.Const(value=str() as name)):
            before = dotted(expression.node)
            return before and f"{before}.{name}"
    return None


@dataclass(slots=True)
class Evaluating:
    """One expression after the other, within a scope; what is wrong gathers in `said`."""

    scope: Scope
    environment: ImmutableSandboxedEnvironment
    said: list[Said] = field(default_factory=list)

    def kind(self, expression: nodes.Node) -> Kind:
        """The kind of what it gives; Any where nothing is known."""
        match expression:
            case nodes.Const():
                return type(expression.value)
            case nodes.Name():
                return self._name(expression)
            case nodes.Getattr():
                return self._member(expression, expression.node, expression.attr)
            case nodes.Getitem(arg=nodes.Const(value=str() as name)):
                return self._member(expression, expression.node, name)
            case nodes.Getitem():
                return self._item(expression)
            case nodes.Filter():
                return self._filter(expression)
            case nodes.Test():
                self._known(expression, "test", self.environment.tests)
            case nodes.And() | nodes.Or():
                return self._either(expression)
            case nodes.CondExpr():
                return self._conditional(expression)
            case nodes.BinExpr():
                return self._reckoned(expression)
            case nodes.Call():
                return self._called(expression)
        for child in expression.iter_child_nodes():
            self.kind(child)
        return str if isinstance(expression, nodes.Concat) else Any

    def one_of(self, expression: nodes.Node) -> Kind:
        """The kind of one of several things; a fault where the expression gives no several."""
        kind = self.kind(expression)
        one = element(kind)
        if one is None and kind is not str:
            several = [name for name, inner in (members(kind) or {}).items() if element(inner) not in (None, Any)]
            path = dotted(expression) or "this"
            hint = f"Within it: {', '.join(f'{path}.{name}' for name in several)}." if several else None
            self._say(expression, f"“{path}” is one thing, and a loop needs several", hint)
        return Any if one is None else one

    def path(self, expression: nodes.Node) -> str | None:
        return dotted(expression)

    def _name(self, name: nodes.Name) -> Kind:
        if name.name in self.scope.names:
            return self.scope.names[name.name]
        hint = _elsewhere(name.name) or nearest(name.name, self.scope.names)
        self._say(name, f"“{name.name}” is not known here", hint)
        return Any

    def _member(self, expression: nodes.Node, before: nodes.Node, name: str) -> Kind:
        kind = self.kind(before)
        known, path = members(kind), dotted(before)
        if known is None:
            return Any
        if name not in known:
            self._say(expression, f"there is no “{name}” in “{path or 'it'}”", nearest(name, known))
            return Any
        if may_be_missing(kind) and path not in self.scope.there:
            hint = f"put it between {{%p if {path} %}} and {{%p endif %}}"
            message = f"“{path}” may be missing, and “{path}.{name}” then stops the build"
            self.said.append(Said(expression.lineno, message, hint, care=True))
        return known[name]

    def _item(self, expression: nodes.Getitem) -> Kind:
        kind = self.kind(expression.node)
        self.kind(expression.arg)
        one = element(kind)
        if one is None and kind is not str:
            self._say(expression, f"“{dotted(expression.node) or 'this'}” is one thing, not several", None)
        return Any if one is None else one

    def _filter(self, expression: nodes.Filter) -> Kind:
        self._known(expression, "filter", self.environment.filters)
        kind = self.kind(expression.node) if expression.node is not None else Any
        for argument in (*expression.args, *expression.kwargs):
            self.kind(argument)
        if is_slot(kind) and expression.name not in ("default", "d"):
            path = dotted(expression.node) if expression.node is not None else None
            self._say(expression, f"“{path or 'this'}” cannot be changed by a filter", "print it as it is")
            return Any
        if expression.name in _KEEPING:
            return present(kind) if expression.args or expression.name in ("list", "sort") else kind
        if expression.name in _ONE_OF:
            return element(kind) or Any
        return {"length": int, "count": int}.get(expression.name, str if expression.name in _WORDS else Any)

    def _known(self, expression: nodes.Filter | nodes.Test, what: str, known: Mapping[str, Any]) -> None:
        if expression.name not in known:
            self._say(expression, f"there is no {what} “{expression.name}”", nearest(expression.name, known))

    def _either(self, expression: nodes.And | nodes.Or) -> Kind:
        left = self.kind(expression.left)
        there, not_there = guarded(expression.left)
        right = self._knowing(there if isinstance(expression, nodes.And) else not_there, expression.right)
        return left if present(left) == present(right) else Any

    def _conditional(self, expression: nodes.CondExpr) -> Kind:
        self.kind(expression.test)
        there, not_there = guarded(expression.test)
        one = self._knowing(there, expression.expr1)
        other = self._knowing(not_there, expression.expr2) if expression.expr2 is not None else one
        return one if one == other else Any

    def _reckoned(self, expression: nodes.BinExpr) -> Kind:
        kinds = {present(self.kind(one)) for one in (expression.left, expression.right)} - {Any}
        if kinds <= {int, float, bool} or (kinds == {str} and expression.operator == "+"):
            return kinds.pop() if len(kinds) == 1 else Any
        hint = "Words are put side by side with ~, or as two tags."
        self._say(expression, f"what stands beside “{expression.operator}” are no numbers", hint)
        return Any

    def _called(self, expression: nodes.Call) -> Kind:
        if self.kind(expression.node) is not Any:
            path = dotted(expression.node) or "this"
            self._say(expression, f"“{path}” is no function", "write it without the brackets")
        for argument in (*expression.args, *expression.kwargs):
            self.kind(argument)
        return Any

    def _knowing(self, paths: frozenset[str], expression: nodes.Node) -> Kind:
        inner = Evaluating(self.scope.knowing(paths), self.environment, self.said)
        return inner.kind(expression)

    def _say(self, expression: nodes.Node, message: str, hint: str | None) -> None:
        self.said.append(Said(expression.lineno, message, hint))


def _elsewhere(name: str) -> str | None:
    """A hint for a name that stands behind the dot of another: `title` is `report.title`."""
    paths = [f"{one}.{name}" for one, kind in everywhere().items() if name in (members(kind) or ())]
    return f"Did you mean “{paths[0]}”?" if paths else None
