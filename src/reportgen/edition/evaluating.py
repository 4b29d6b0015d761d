"""One expression of a narrative file: evaluated in the sandbox, its mistakes told at its place."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from typing import Any, Literal, TypeAlias

from jinja2 import TemplateError, TemplateSyntaxError, Undefined, meta, nodes

from reportgen import sandbox
from reportgen.document import Block, CrossReference, Text, Value
from reportgen.problems import Place, Problems, nearest
from reportgen.sandbox import ExpressionError

LONGEST = 1_000  # characters of an expression
LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
UNPRINTABLE = re.compile(  # no character of XML, or one that only a single font knows
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
)


@dataclass(frozen=True, slots=True)
class Call:
    """A figure or table that is called alone in a paragraph: it stands there."""

    kind: Literal["figure", "table"]
    id: str
    place: Place = field(default=Place("narrative"), compare=False)


_TO_CALL = 'It is written like {{ value("id") }} or {{ value("id", "England") }}.'
_TO_QUOTE = 'Ids, areas and periods stand in quotation marks: {{ value("id", "England") }}.'

_Names: TypeAlias = Mapping[str, Callable[..., object]]
Given: TypeAlias = Value | Text | CrossReference | Call | tuple[Block, ...]  # what an expression gives


class Evaluator:
    """Evaluates expressions with `names` and nothing else within their reach."""

    def __init__(self, names: _Names, problems: Problems) -> None:
        self._names = {name: _checked(name, function) for name, function in names.items()}
        self._problems = problems
        _environment().meter.refill()

    def evaluate(self, source: str, place: Place) -> Given | None:
        """What the expression gives. None: no text at all, or a mistake, which is then among the problems."""
        if _environment().meter.left < 0:
            return None  # one before it has used up what all of a file may take, and was told of
        try:
            wanted, expression = _compiled(source)
            unknown = sorted(wanted - self._names.keys())
            self._report_unknown(unknown, source, place)
            return None if unknown else _given(expression(self._names), source, place)
        except Exception as error:  # Python raises anything at what somebody typed, such as 1/0
            self._problems.error("expression", place, *_words(error, source))
            return None

    def _report_unknown(self, names: list[str], source: str, place: Place) -> None:
        for name in names:
            message = f"“{name}” is no name that the narrative knows"
            called = re.search(rf"(?<![\w-]){re.escape(name)}\s*\(", source)
            hint = nearest(name, self._names) if called else _TO_QUOTE
            self._problems.error("unknown-name", place, message, hint)


@cache
def _environment() -> sandbox.Sandbox:
    return sandbox.environment()


@cache
def _compiled(source: str) -> tuple[frozenset[str], Callable[[_Names], Any]]:
    """The names that an expression wants from outside, in all its branches, and what evaluates it."""
    if len(source) > LONGEST:
        raise ExpressionError(f"an expression has at most {LONGEST:,} characters")
    tree = _environment().parse(f"{{{{{source}}}}}")
    if plain := _plain_call(tree):
        return plain
    wanted = meta.find_undeclared_variables(tree) - _environment().globals.keys()
    return frozenset(wanted), _environment().compile_expression(source, undefined_to_none=False)


def _plain_call(tree: nodes.Template) -> tuple[frozenset[str], Callable[[_Names], Any]] | None:
    """A name called with constants, as nearly all are: ten times as fast as compiling it."""
    match tree.body:
        case [nodes.Output(nodes=[nodes.Call(node=nodes.Name(name=str(name))) as call])]:
            try:
                given = [each.as_const() for each in call.args]
                named = {each.key: each.value.as_const() for each in call.kwargs}
            except nodes.Impossible:
                return None
            if call.dyn_args is None and call.dyn_kwargs is None:
                return frozenset({name}), lambda names: names[name](*given, **named)
    return None


class _Whole:
    """A reference, figure, table or blocks within an expression: no text, and no part of any."""

    def __init__(self, given: CrossReference | Call | tuple[Block, ...], name: str) -> None:
        self._given, self._name = given, name

    def _at(self, place: Place) -> Given:
        return replace(self._given, place=place) if isinstance(self._given, Call) else self._given

    def __str__(self) -> str:
        hint = f"Write it in braces of its own: {{{{ {self._name}(…) }}}}."
        raise ExpressionError(f"{self._name}() gives no text that could be joined to other text", hint)


class _Figure(str):
    """A bound figure within an expression: text to filters, its Value when it comes out.

    It is the same as another or it is not; as text +12pp would be less than +1pp, so no order is asked of it.
    """

    figure: Value

    def __new__(cls, figure: Value) -> _Figure:
        made = super().__new__(cls, figure.text)
        made.figure = figure
        return made

    def _refuse(self, other: object) -> bool:
        hint = 'Ask for the rating instead: {{ "…" if rating("id") == "GREEN" else "…" }}.'
        raise ExpressionError(f"“{self}” is text here, and neither more nor less than another", hint)

    __lt__ = __le__ = __gt__ = __ge__ = _refuse


def _checked(name: str, function: Callable[..., object]) -> Callable[..., object]:
    """The function, with mistakes in its arguments put into words."""

    @cache
    def signature() -> inspect.Signature:  # of the few that a file calls
        return inspect.signature(function)

    def call(*arguments: object, **named: object) -> object:
        try:
            signature().bind(*arguments, **named)
        except TypeError as error:
            raise ExpressionError(f"{name}(): {error}", _usage(name, signature())) from None
        given = function(*arguments, **named)
        match given:
            case Value():
                return _Figure(given)
            case CrossReference() | Call() | tuple():
                return _Whole(given, name)
        return given

    call.__name__ = name
    return call


def _usage(name: str, signature: inspect.Signature) -> str:
    each = signature.parameters.values()
    arguments = [f'"{one.name}"' if one.default is one.empty else f"{one.name}=…" for one in each]
    return f"It is called as {{{{ {name}({', '.join(arguments)}) }}}}."


def _given(result: Any, source: str, place: Place) -> Given | None:
    match result:
        case _Figure():
            return result.figure
        case _Whole():
            return result._at(place)
        case str() | int() | Decimal() | Undefined() if not isinstance(result, bool):
            words = printable(str(result))  # str() of what is undefined raises, and says what is
            return Text(words) if words else None
    hint = "A name is called with an id in brackets and quotation marks." if callable(result) else None
    raise ExpressionError(f"“{source.strip()}” gives no text", hint)


def printable(text: str) -> str:
    """Text as it may stand in a document: one line, no tabs, no character that cannot be printed."""
    return UNPRINTABLE.sub("", re.sub(f"[\t{LINE_ENDS}]+", " ", text))


def _words(error: Exception, source: str) -> tuple[str, str | None]:
    match error:
        case ExpressionError():
            return error.message, error.hint
        case TemplateSyntaxError():
            if not source.strip():
                return "there is nothing between {{ and }}", _TO_CALL
            if re.search("[“”‘’]", source):
                reason = re.sub(r" at \d+$", "", error.message or "")
                return f"this expression cannot be read: {reason}", 'Quotation marks are straight here: "…".'
            return f"this expression cannot be read: {source.strip()}", _TO_CALL
        case TemplateError():
            return error.message or "this expression cannot be evaluated", None
        case RecursionError() | SyntaxError() | MemoryError():
            return "this expression is nested too deeply", None
    return f"this expression cannot be evaluated: {error}", None
