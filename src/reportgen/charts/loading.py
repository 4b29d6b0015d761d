"""Loading matplotlib in a process of its own, for charts alone: quicker, and without a look at the machine's fonts.

By itself it reads the settings of the user, lists all fonts of the machine when it is first used (seconds), and keeps
the list in the home of the user. Where it cannot, it makes a folder for temporary files, every time, which a process
that does not take down what it built leaves behind. Charts have settings and fonts of their own.
"""

from __future__ import annotations

import importlib.util
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_NO_SEARCH = "MPL_IGNORE_SYSTEM_FONTS"


def load_matplotlib() -> None:
    """To be called before anything imports it; it is then of no use but for charts."""
    os.environ["MATPLOTLIBRC"] = str(_own_settings())  # else it asks for the user's folder
    import matplotlib

    with _no_fonts(matplotlib):
        import matplotlib.font_manager
    _write_no_manual()


def _own_settings() -> Path:
    found = importlib.util.find_spec("matplotlib")
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "mpl-data" / "matplotlibrc"


@contextmanager
def _no_fonts(matplotlib: Any) -> Iterator[None]:
    """Those of the charts are added by name, and a list of them need not be kept (lettering.py)."""
    matplotlib.get_cachedir = lambda: os.devnull
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)  # it could not keep it: so it should be
    walk, os.walk = os.walk, lambda *folder: iter(())
    os.environ[_NO_SEARCH] = "1"
    try:
        yield
    finally:
        os.walk = walk
        del os.environ[_NO_SEARCH]  # it would hide those that are added


def _write_no_manual() -> None:
    """matplotlib writes one of each of its classes (0.2 s)."""
    from matplotlib.artist import Artist

    name = "_update_set_signature_and_docstring"
    if hasattr(Artist, name):
        setattr(Artist, name, classmethod(lambda cls: None))
