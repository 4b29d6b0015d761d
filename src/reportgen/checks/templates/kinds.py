"""What a name in a template stands for, without an edition: the views' own annotations say it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cache
from types import NoneType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from reportgen import sandbox
from reportgen.word.context import Names
from reportgen.word.slots import BlockSlot, InlineSlot

Kind: TypeAlias = Any  # an annotation, `tuple[MissionView, ...]`; Any itself: nothing is known, so nothing is wrong


class Loop:
    """What `loop` knows within a loop."""

    index: int
    index0: int
    revindex: int
    revindex0: int
    first: bool
    last: bool
    length: int
    depth: int
    depth0: int
    previtem: Any
    nextitem: Any
    changed: Any
    cycle: Any


def everywhere() -> dict[str, Kind]:
    """The names that a template may use anywhere."""
    return {**get_type_hints(Names), **dict.fromkeys(sandbox.environment().globals, Any)}


def may_be_missing(kind: Kind) -> bool:
    return NoneType in get_args(kind)


def present(kind: Kind) -> Kind:
    """The kind without the None that it may be."""
    if not may_be_missing(kind):
        return kind
    return next(one for one in get_args(kind) if one is not NoneType)


def is_view(kind: Kind) -> bool:
    """Whether it has names of its own, behind a dot."""
    return kind is Loop or (dataclasses.is_dataclass(_origin(kind)) and not is_slot(kind))


def is_slot(kind: Kind) -> bool:
    return present(kind) in (InlineSlot, BlockSlot)


def members(kind: Kind) -> Mapping[str, Kind] | None:
    """What may stand behind a dot; None where nothing is known."""
    kind = present(kind)
    if kind is Any:
        return None
    if is_view(kind):
        return _members(_origin(kind), get_args(kind))
    return {method: Any for method in sandbox.METHODS if hasattr(_origin(kind), method)}


def element(kind: Kind) -> Kind | None:
    """One of several, for a loop; None where the kind is not several."""
    kind = present(kind)
    if kind is Any:
        return Any
    return get_args(kind)[0] if _origin(kind) is tuple else None


@cache
def _members(view: Any, parameters: tuple[Any, ...]) -> Mapping[str, Kind]:
    own: tuple[Any, ...] = getattr(view, "__parameters__", ())
    names = dict(zip(own, parameters, strict=False))
    return {name: _filled_in(kind, names) for name, kind in get_type_hints(view).items() if name in _own(view)}


def _own(view: Any) -> set[str]:
    return {one.name for one in dataclasses.fields(view)} if dataclasses.is_dataclass(view) else {*get_type_hints(view)}


def _filled_in(kind: Kind, names: Mapping[Any, Kind]) -> Kind:
    """`tuple[ThemeView[Row], ...]` with what this table's `Row` is."""
    if kind in names:
        return names[kind]
    open_ones: tuple[Any, ...] = getattr(kind, "__parameters__", ())
    return kind[tuple(names[one] for one in open_ones)] if names and open_ones else kind


def _origin(kind: Kind) -> Any:
    return get_origin(present(kind)) or present(kind)
