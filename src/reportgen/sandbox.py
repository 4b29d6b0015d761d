"""The one place that makes a Jinja environment: what owners write runs in it, and can do nothing but print.

An expression reaches only the names that it is given. It cannot get at Python's internals, change anything or
grow beyond bounds: only the methods and filters listed here are there, `range` is short, `**` is off, `*` and
`%` are arithmetic (`"x" * 10**9` would fill the memory). An unknown name is an error, never empty space.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from numbers import Number
from typing import Any

from jinja2 import StrictUndefined, Undefined, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.filters import do_join
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from reportgen.problems import nearest

FILTERS = (
    *("abs", "capitalize", "count", "d", "default", "e", "escape", "first", "join", "last", "length"),
    *("list", "lower", "map", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "title"),
    *("trim", "unique", "upper"),
)
METHODS = (
    *("capitalize", "endswith", "get", "items", "keys", "lower", "lstrip", "rstrip", "startswith", "strip"),
    *("title", "upper", "values"),
)
LONGEST_RANGE = 1_000
LONGEST_JOIN = 100_000  # characters


class ExpressionError(Exception):
    """A function in an expression was asked for something that is not there; worded for whoever wrote it."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def environment(*, autoescape: bool = False) -> ImmutableSandboxedEnvironment:
    """A strict, bounded sandbox. `autoescape`: what expressions give is escaped for XML."""
    made = _Sandbox(undefined=_Unknown, autoescape=autoescape)
    made.globals = {"range": _short_range}
    made.filters = {name: made.filters[name] for name in FILTERS} | {"join": _short_join}
    return made


class _Sandbox(ImmutableSandboxedEnvironment):
    intercepted_binops = frozenset({"*", "**", "%"})

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return super().is_safe_attribute(obj, attr, value) and (attr in METHODS or not callable(value))

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        return self.undefined(f"“{attribute}” may not be used here", name=attribute, exc=SecurityError)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Jinja lets `format` through, wrapped, yet with a width of 10**9 in it: here it is no method."""
        return None

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or not (isinstance(left, Number) and isinstance(right, Number)):
            raise SecurityError(f"“{operator}” is for plain arithmetic only")
        return super().call_binop(context, operator, left, right)


class _Unknown(StrictUndefined):
    """Says which name is missing, and the nearest that is there."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name = str(self._undefined_name)
        if self._undefined_obj is missing:
            return f"“{name}” is not known here"
        if self._undefined_obj is None:
            return f"“{name}” is asked of what is empty here: an if around it leaves it out then"
        hint = nearest(name, _members(self._undefined_obj))
        return f"there is no “{name}” in it" + (f". {hint}" if hint else "")


def _members(found: object) -> list[str]:
    names = found if isinstance(found, Mapping) else dir(found)
    return [str(name) for name in names if not str(name).startswith("_")]


def _short_range(*bounds: int) -> range:
    numbers = range(*bounds)
    if len(numbers) > LONGEST_RANGE:
        raise SecurityError(f"a range has at most {LONGEST_RANGE:,} steps")
    return numbers


@pass_eval_context
def _short_join(context: EvalContext, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
    """Jinja's `join`, with an end: chained, it would multiply a text without bounds."""
    values = list(value)
    if len(values) * len(d) > LONGEST_JOIN:
        raise SecurityError(f"“join” gives at most {LONGEST_JOIN:,} characters")
    joined: str = do_join(context, values, d, attribute)
    return joined
