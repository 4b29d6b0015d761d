"""How far an expression may go: steps, lengths and depth are counted, the same on every machine.

Jinja's sandbox says what an expression may touch, and nothing about how long it takes: `x ~ x` thirty times, or three
loops of a thousand within each other, fill any memory and any day. So what is parsed is rewritten before it is
compiled: each loop, comparison and joining asks the meter first, and every filter, test and call does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any, cast

from jinja2 import Environment, TemplateSyntaxError, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.visitor import NodeTransformer

MOST_STEPS = 5_000_000  # two seconds; the sample edition takes 6,510
LONGEST = 100_000  # characters of a text that is made, members of a list
MOST_OUTPUT = 100_000_000  # characters that a template part comes to
LARGEST = 2**128  # a number that is reckoned
MOST_BRACES = 10_000  # that open, in what is parsed
MOST_NODES, DEEPEST, MOST_BLOCKS = 50_000, 100, 15  # in what it makes; loops and ifs within each other

_STATEMENTS = (nodes.Output, nodes.If, nodes.For, nodes.Assign, nodes.ExprStmt)
_ROUNDS, _JOINED, _SIZED = "~rounds", "~joined", "~sized"  # filters whose names nobody can type


class Meter:
    """Counts what is done, and ends it with a SecurityError."""

    def __init__(self) -> None:
        self.left = MOST_STEPS

    def refill(self) -> None:
        self.left = MOST_STEPS

    def charge(self, steps: int) -> None:
        self.left -= steps
        if self.left < 0:
            raise SecurityError(f"this takes more than {MOST_STEPS:,} steps: a loop goes round too often")

    def sized(self, value: Any) -> Any:
        """The value, its letters and members counted, those within members too; none may have too many."""
        if hasattr(value, "__next__"):
            return self._each(value)
        if hasattr(type(value), "__len__") and not isinstance(value, Undefined):
            if len(value) > LONGEST:
                raise SecurityError(f"a text or list that is made here has at most {LONGEST:,} characters or members")
            self.charge(1 + len(value))
            if isinstance(value, list | tuple | dict):
                for member in value.values() if isinstance(value, dict) else value:
                    self.sized(member)
        return value

    def metered(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def call(*given: Any, **named: Any) -> Any:
            self.charge(1)
            arguments = [self.sized(one) for one in given]
            return self.sized(function(*arguments, **{key: self.sized(one) for key, one in named.items()}))

        return call

    def rounds(self, value: Any, steps: int) -> Any:
        """What a loop goes through, `steps` in each round."""
        if hasattr(value, "__len__"):
            self.charge(len(value) * steps)
            return value
        return self._each(value, steps)

    def output(self, pieces: Iterable[str]) -> str:
        made, length = [], 0
        for piece in pieces:
            length += len(piece)
            if length > MOST_OUTPUT:
                raise SecurityError(f"this gives more than {MOST_OUTPUT:,} characters")
            made.append(piece)
        return "".join(made)

    def _each(self, values: Iterable[Any], steps: int = 1) -> Iterator[Any]:
        for value in values:
            self.charge(steps)
            yield self.sized(value)


def metered_filters(meter: Meter, join: Callable[..., str]) -> dict[str, Callable[..., Any]]:
    """The filters that stand behind loops, comparisons and `~`."""
    return {_ROUNDS: meter.rounds, _SIZED: meter.sized, _JOINED: join}


def check_shape(tree: nodes.Template) -> nodes.Template:
    """The tree. Raises TemplateSyntaxError for more, or more within each other, than anybody writes."""
    waiting: list[tuple[nodes.Node, int, int]] = [(tree, 0, 0)]
    count = line = 0
    while waiting:
        node, depth, blocks = waiting.pop()
        count, line, blocks = count + 1, node.lineno or line, blocks + isinstance(node, nodes.For | nodes.If)
        if depth > DEEPEST or blocks > MOST_BLOCKS:
            raise TemplateSyntaxError("it is nested too deeply", line)
        if count > MOST_NODES:
            raise TemplateSyntaxError("there are too many tags", line)
        waiting += [(child, depth + 1, blocks) for child in node.iter_child_nodes()]
    return tree


def bounded(tree: nodes.Template, environment: Environment) -> nodes.Template:
    """The tree with the meter in it. Raises TemplateSyntaxError for statements that nobody needs here."""
    for statement in tree.find_all(nodes.Stmt):
        if not isinstance(statement, _STATEMENTS) or getattr(statement, "recursive", False):
            raise TemplateSyntaxError("this tag is none of those that may be used here", statement.lineno or 1)
    return _Bounding(environment).visit(tree)  # type: ignore[no-any-return]


class _Bounding(NodeTransformer):
    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def visit_For(self, node: nodes.For) -> nodes.Node:
        steps = 1 + sum(1 for _ in node.find_all(nodes.Node))
        self.generic_visit(node)
        node.iter = self._through(_ROUNDS, node.iter, nodes.Const(steps, lineno=node.lineno))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return self._through(_JOINED, nodes.List(node.nodes, lineno=node.lineno))

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:
        self.generic_visit(node)
        node.expr = self._through(_SIZED, node.expr)
        for operand in node.ops:
            operand.expr = self._through(_SIZED, operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = self._through(_SIZED, node.node)
        return node

    def _through(self, name: str, expression: nodes.Node, *arguments: nodes.Expr) -> nodes.Expr:
        made = nodes.Filter(
            cast("nodes.Expr", expression), name, list(arguments), [], None, None, lineno=expression.lineno
        )
        return made.set_environment(self._environment)  # type: ignore[return-value]
