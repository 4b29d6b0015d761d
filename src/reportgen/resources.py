"""The files that travel with reportgen: templates and fonts, in a checkout as in an installed package."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parents[1]


def templates() -> Mapping[str, Path]:
    """The shipped Word templates by name (`evidence-report`), sorted."""
    return {path.stem: path for path in sorted(_template_folder().glob("*.docx")) if path.stem[0] not in "~."}


def template(name: str) -> Path:
    """The shipped template of this name. Raises KeyError where there is none."""
    return templates()[name]


def fonts() -> Path:
    """The folder with Carlito (Regular, Bold, Italic, BoldItalic), which has the metrics of Calibri."""
    return _PACKAGE / "fonts"


def _template_folder() -> Path:
    """The wheel carries the templates inside the package; in a checkout they lie at the top."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _CHECKOUT / "templates"
