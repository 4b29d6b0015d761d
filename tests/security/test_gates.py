"""What the code may not do anywhere, or in one room only, read from the code itself."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "reportgen"


@cache
def nodes() -> list[tuple[str, ast.AST]]:
    """Every call and import of the code, with its module."""
    return [
        (path.relative_to(SOURCE).as_posix(), node)
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call | ast.Import | ast.ImportFrom)
    ]


@cache
def called(node: ast.AST) -> str:
    """The dotted name of what is called: `yaml.load`, `etree.fromstring`."""
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [one.name for one in node.names]
    return [f"{node.module}.{one.name}" for one in node.names] if isinstance(node, ast.ImportFrom) else []


def imports(*names: str) -> Callable[[ast.AST], bool]:
    return lambda node: any(one == name or one.startswith(f"{name}.") for one in imported(node) for name in names)


def calls(*names: str) -> Callable[[ast.AST], bool]:
    return lambda node: called(node).rpartition(".")[2] in names or called(node) in names


def has(node: ast.AST, keyword: str) -> bool:
    return isinstance(node, ast.Call) and keyword in {one.arg for one in node.keywords}


def opens_text_in_the_machines_encoding(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or has(node, "encoding"):
        return False
    name, text = called(node).rpartition(".")[2], [one.value for one in node.args if isinstance(one, ast.Constant)]
    if name in ("read_text", "write_text"):  # the encoding may stand first, or second
        return not (name == "read_text" and node.args)
    is_open = called(node) == "open" or (name == "open" and not node.args)
    return is_open and not any(isinstance(mode, str) and "b" in mode for mode in text)


def parses_entities(node: ast.AST) -> bool:
    if called(node).endswith("XMLParser"):
        return "resolve_entities=False" not in ast.unparse(node)
    parses = called(node) in ("etree.fromstring", "etree.parse", "etree.XML")
    return parses and isinstance(node, ast.Call) and len(node.args) + len(node.keywords) < 2


def uses_a_shell(node: ast.AST) -> bool:
    return "shell=True" in ast.unparse(node) if called(node).startswith("subprocess.") else called(node) == "os.system"


PARSING = [f"xml.etree.ElementTree.{name}" for name in ("fromstring", "parse", "iterparse", "XML")]
GATES: dict[str, tuple[Callable[[ast.AST], bool], tuple[str, ...]]] = {  # what, and the rooms where it may be
    "runs what it reads": (lambda node: called(node) in ("eval", "exec", "compile", "__import__"), ()),
    "reads pickles": (imports("pickle", "marshal", "shelve", "dill", "joblib"), ("beside.py",)),
    "reads YAML as Python": (imports("yaml"), ()),
    "makes a Jinja environment": (calls("Environment", "SandboxedEnvironment", "jinja2.Template"), ()),
    "makes a sandbox": (calls("ImmutableSandboxedEnvironment", "Sandbox"), ("sandbox/__init__.py",)),
    "draws with global state": (imports("matplotlib.pyplot", "pylab"), ()),
    "reads tables with guesses": (calls("pandas.read_excel", "read_html", "read_pickle", "read_xml"), ()),
    "unpacks files by their own names": (calls("extractall", "extract", "unpack_archive"), ()),
    "speaks to a network": (imports("urllib.request", "http", "requests", "socket", "httpx", "ftplib"), ()),
    "uses a shell": (uses_a_shell, ()),
    "parses XML that may fetch": (parses_entities, ("word/listings.py",)),  # its own words
    "parses XML with the standard library": (imports(*PARSING, "xml.dom", "xml.sax", "lxml.html"), ()),
    "opens a text in the machine's encoding": (opens_text_in_the_machines_encoding, ()),
    "makes temporary files whose names can be guessed": (calls("mktemp"), ()),
}  # fmt: skip


@pytest.mark.parametrize("what", GATES)
def test_nothing_in_the_code(what: str) -> None:
    gate, rooms = GATES[what]
    assert sorted({name for name, node in nodes() if gate(node)} - set(rooms)) == []


@pytest.mark.parametrize(
    ("what", "code"),
    {
        "runs what it reads": "eval(x)",
        "reads pickles": "import pickle",
        "makes a Jinja environment": "jinja2.Environment()",
        "uses a shell": "subprocess.run(x, shell=True)",
        "parses XML that may fetch": "etree.fromstring(data)",
        "opens a text in the machine's encoding": "path.read_text()",
        "speaks to a network": "from urllib.request import urlopen",
        "unpacks files by their own names": "package.extractall()",
    }.items(),
)
def test_a_gate_sees_what_it_is_for(what: str, code: str) -> None:
    assert any(GATES[what][0](node) for node in ast.walk(ast.parse(code)))
