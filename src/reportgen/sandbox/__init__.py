"""The one place that makes a Jinja environment: what owners write runs in it, and can do nothing but print.

An expression reaches only the names that it is given. It cannot get at Python's internals, change anything or
grow beyond bounds: only the methods and filters listed here are there, `range` is short, `**` is off, `*` and
`%` are arithmetic (`"x" * 10**9` would fill the memory), and what is done is counted (bounds.py). An unknown name is
an error, never empty space.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from numbers import Number
from typing import Any, cast

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.filters import do_join
from jinja2.nodes import EvalContext, Template
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from reportgen.problems import nearest
from reportgen.sandbox.bounds import LARGEST, LONGEST, Meter, bounded, check_shape, metered_filters
from reportgen.sandbox.bounds import MOST_BRACES as MOST_BRACES

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


class ExpressionError(Exception):
    """A function in an expression was asked for something that is not there; worded for whoever wrote it."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def environment(*, autoescape: bool = False) -> Sandbox:
    """A strict, bounded sandbox. `autoescape`: what expressions give is escaped for XML."""
    return Sandbox(undefined=_Unknown, autoescape=autoescape)


class Sandbox(ImmutableSandboxedEnvironment):
    """All that is rendered in one draws on the same `meter`."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.meter = Meter()
        self.globals = {"range": _short_range}
        allowed: dict[str, Callable[..., Any]] = {name: self.filters[name] for name in FILTERS} | {"join": _short_join}
        own = metered_filters(self.meter, _put_together)
        self.filters = {name: self.meter.metered(function) for name, function in allowed.items()} | own
        tests = cast("dict[str, Callable[..., Any]]", self.tests)
        self.tests = {name: self.meter.metered(function) for name, function in tests.items()}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return super().is_safe_attribute(obj, attr, value) and (attr in METHODS or not callable(value))

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        return self.undefined(f"“{attribute}” may not be used here", name=attribute, exc=SecurityError)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Jinja lets `format` through, wrapped, yet with a width of 10**9 in it: here it is no method."""
        return None

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if isinstance(left, Number) and isinstance(right, Number) and operator != "**":
            return _small(super().call_binop(context, operator, _small(left), _small(right)))
        if operator != "+":
            raise SecurityError(f"“{operator}” is for plain arithmetic only")
        return self.meter.sized(self.meter.sized(left) + self.meter.sized(right))

    def call(self, context: Context, function: Any, *given: Any, **named: Any) -> Any:
        self.meter.sized(getattr(function, "__self__", None))
        return super().call(context, self.meter.metered(function), *given, **named)

    def concat(self, pieces: Iterable[str]) -> str:
        return self.meter.output(pieces)

    def _parse(self, source: str, name: str | None, filename: str | None) -> Template:
        if source.count("{") > MOST_BRACES:
            raise TemplateSyntaxError("there are too many tags", 1)
        try:
            return check_shape(super()._parse(source, name, filename))
        except RecursionError:
            raise TemplateSyntaxError("it is nested too deeply", 1) from None

    def _generate(self, source: Template, name: str | None, filename: str | None, defer_init: bool = False) -> str:
        return super()._generate(bounded(source, self), name, filename, defer_init)


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


def _small(number: Any) -> Any:
    if isinstance(number, int) and abs(number) > LARGEST:
        raise SecurityError("a number here is too large to be reckoned with")
    return number


@pass_eval_context
def _put_together(context: EvalContext, values: list[Any]) -> str:
    """What `~` does."""
    return _short_join(context, values)


@pass_eval_context
def _short_join(context: EvalContext, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
    """Jinja's `join`, with an end: chained, it would multiply a text without bounds."""
    values, length = list(value), 0
    for one in values:
        length += len(d) + (len(one) if isinstance(one, str) else 0)
        if length > LONGEST:
            raise SecurityError(f"texts are joined to at most {LONGEST:,} characters")
    joined: str = do_join(context, values, d, attribute)
    return joined
