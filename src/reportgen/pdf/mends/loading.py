"""Loading WeasyPrint: two thirds of the time that it takes by itself, and in plain words where it can't work."""

from __future__ import annotations

import ctypes.util
import importlib
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from types import ModuleType
from typing import Any

from reportgen.problems import MachineError

_REMEDIES = {  # by sys.platform
    "linux": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig",
    "darwin": "brew install pango",
    "win32": "install MSYS2, then type in its shell: pacman -S mingw-w64-ucrt-x86_64-pango (README.md says more)",
}
_RARE = ("fontTools.subset", "fontTools.varLib.instancer")  # for variable fonts, and where HarfBuzz can't subset


def load_weasyprint() -> None:
    """Raise MachineError where WeasyPrint can't work. It is to be loaded here first."""
    if "weasyprint" in sys.modules:
        return
    try:
        with _names_as_they_are(), _at_first_use(*_RARE), redirect_stdout(io.StringIO()):  # it has a banner of its own
            import weasyprint  # noqa: F401
    except OSError as fault:  # cffi can't open Pango
        remedy = _REMEDIES.get(sys.platform, _REMEDIES["linux"])
        raise MachineError("WeasyPrint can't find the Pango libraries that it sets type with", remedy) from fault


@contextmanager
def _names_as_they_are() -> Iterator[None]:
    """WeasyPrint tries each library under several names; on Linux the last is right, and searching for the others
    starts a compiler 24 times (0.3 s)."""
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search


@contextmanager
def _at_first_use(*names: str) -> Iterator[None]:
    """What is taken from these modules meanwhile loads them when it is called (0.05 s and 9 MB, hardly ever needed)."""
    absent = [name for name in names if name not in sys.modules]
    sys.modules.update((name, _Later(name)) for name in absent)
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


class _Later(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # the importer asks for its own
            raise AttributeError(name)
        return lambda *given, **named: getattr(importlib.import_module(self.__name__), name)(*given, **named)
