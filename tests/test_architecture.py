"""The floors: imports go down only, and each third party stays in its room (docs/architecture.md)."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "reportgen"
FLOORS = (  # from the top; a module may import what stands on its own floor or below
    ("cli", "starter", "__main__"),
    ("ending",),
    ("telling",),
    ("build",),
    ("filling", "outputs"),
    ("checks",),
    ("pdf",),
    ("word",),
    ("figures",),
    ("charts", "compose"),
    ("expressions",),
    ("findings",),
    ("edition",),
    ("numbers", "packages", "sandbox", "resources"),
    ("document",),
    ("beside", "moving"),
    ("mishaps", "undisturbed"),
    ("problems",),
    ("showing",),
)
ROOMS = {  # third party: where it may be imported
    "docxtpl": ("word",),
    "docx": ("word",),
    "weasyprint": ("pdf",),
    "pydyf": ("pdf",),
    "pikepdf": ("pdf",),
    "matplotlib": ("charts",),
    "pandas": ("edition",),
    "openpyxl": ("edition",),
    "ruamel": ("edition",),
    "markdown_it": ("edition",),
    "mdit_py_plugins": ("edition",),
    "click": ("cli", "ending", "telling"),
}
MODULES = sorted(path for path in SOURCE.rglob("*.py") if path.name != "__init__.py" or path.parent != SOURCE)


def _name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def _room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@cache
def _nodes() -> Mapping[Path, list[ast.AST]]:
    return {path: list(ast.walk(ast.parse(path.read_text(encoding="utf-8")))) for path in MODULES}


def _imports(path: Path) -> Iterator[str]:
    for node in _nodes()[path]:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "reportgen":
                yield from (f"reportgen.{alias.name}" for alias in node.names)
            else:
                yield node.module


def _floor(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def test_imports_go_down_only() -> None:
    upwards = []
    for path in MODULES:
        rooms = {name.split(".")[1] for name in _imports(path) if name.startswith("reportgen.")} - {"__version__"}
        upwards += [(_name(path), room) for room in sorted(rooms) if _floor(room) < _floor(_room(path))]
    assert upwards == []


def test_third_parties_stay_in_their_rooms() -> None:
    astray = []
    for path in MODULES:
        named = {name.split(".")[0] for name in _imports(path)} & ROOMS.keys()
        astray += [(_name(path), name) for name in sorted(named) if _room(path) not in ROOMS[name]]
    assert astray == []


def test_no_pattern_has_possessive_quantifiers() -> None:
    # Debian 12 has Python 3.11.2, which matches them wrongly around groups (gh-106052, mended in 3.11.5).
    texts = [
        (_name(path), node.value)
        for path, nodes in _nodes().items()
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert [one for one in texts if re.search(r"[)\]}\w][*?+]\+(?!\+)", one[1])] == []
