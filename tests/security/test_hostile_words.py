"""Hostile words: expressions in the narrative, in cells and in settings, Markdown and YAML that do not end."""

from __future__ import annotations

import io
import time
from pathlib import Path

import jinja2
import pytest
from docxtpl import DocxTemplate
from edition.conftest import MINIMAL
from word.word_files import blank_document, saved

from reportgen.checks.report.check import check_edition
from reportgen.problems import InputError, Problem

LETTERS = "(range(1000)|join(range(40)|join))|list"
EXPRESSIONS = {
    "attributes": ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "“__class__” may not be used here"),
    "attributes by filter": ("{{ ''|attr('__class__') }}", "cannot be read"),
    "attributes in a format": ("{{ '{0.__class__}'.format(1) }}", "may not be used here"),
    "globals of a function": ("{{ value.__globals__ }}", "“__globals__” may not be used here"),
    "imports": ("{{ __import__('os').system('id') }}", "is no name that the narrative knows"),
    "globals of Jinja": ("{{ lipsum.__globals__ }}", "is no name that the narrative knows"),
    "statements": ("{% for a in range(10) %}{% endfor %}", "cannot stand in the narrative"),
    "a long range": ("{{ range(1000000000)|list }}", "at most 1,000 steps"),
    "a power": ("{{ 10**10**9 }}", "plain arithmetic only"),
    "a long text": ("{{ 'x' * 2**30 }}", "plain arithmetic only"),
    "a width": ("{{ '%1000000000d' % 1 }}", "plain arithmetic only"),
    "a width by filter": ("{{ 'x'|center(1000000000) }}", "cannot be read"),
    "an indent by filter": ("{{ 'x'|indent(1000000000) }}", "cannot be read"),
    "lists of lists": (
        f"{{{{ ({LETTERS}|map('trim', '0123456789')|map('d', 'xx', true)|map('list'))|list }}}}",
        "steps",
    ),
    "a search in a search": (f"{{{{ {LETTERS}|select('in', {LETTERS} + ['z'])|list|length }}}}", "5,000,000 steps"),
    "brackets": ("{{ " + "(" * 400 + "1" + ")" * 400 + " }}", "cannot be read"),
}
WORDS = {
    "quotations": ">" * 20_000 + " a",
    "lists": "".join(f"{'  ' * depth}- a\n" for depth in range(500)),
    "stars": "*a " * 20_000,
    "brackets": "[" * 50_000,
    "pictures": "![" * 30_000,
    "addresses": "<http://a" * 20_000,
    "code": "`a" * 20_000,
    "notes of notes": "".join(f"[^{n}]: [^{n + 1}]\n\n" for n in range(500)),
    "a long line": "a " * 100_000,
}
SETTINGS = {
    "laughs": "a: &a [x, x]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)),
    "brackets": "x: " + "[" * 20_000,
    "braces": "x: " + "{a: " * 3_000,
    "levels": "\n".join(" " * depth + "a:" for depth in range(2_000)),
    "itself": "a: &a [*a]",
    "Python": 'a: !!python/object/apply:os.system ["touch here"]',
}


def problems(folder: Path, **files: str) -> list[Problem]:
    """What `check` says of the minimal edition with these files; it may take ten seconds of a processor."""
    for name, text in (
        MINIMAL | {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
    ).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    started = time.process_time()
    try:
        return list(check_edition(folder).problems)
    except InputError as error:
        return error.problems
    finally:
        assert time.process_time() - started < 10


@pytest.mark.parametrize(("source", "words"), EXPRESSIONS.values(), ids=EXPRESSIONS)
def test_an_expression_in_the_narrative_can_only_print(source: str, words: str, tmp_path: Path) -> None:
    told = problems(tmp_path, narrative__foreword_md=f"# Foreword\n\n{source}\n")
    assert {str(one.place) for one in told if one.severity == "error"} == {"narrative/foreword.md:3"}
    assert words in told[0].message


def test_jinja_and_docxtpl_by_themselves_run_what_they_are_given() -> None:
    escape = "{{ lipsum.__globals__['os'].getpid() }}"
    assert jinja2.Template(escape).render().isdecimal()
    document = blank_document()
    document.add_paragraph(escape)
    document.core_properties.title = escape
    bare = DocxTemplate(io.BytesIO(saved(document)))
    bare.render({})
    assert bare.docx.paragraphs[-1].text.isdecimal()
    assert bare.docx.core_properties.title.isdecimal()


@pytest.mark.parametrize(
    "wording",
    ["{gap.__class__}", "{gap:>1000000000}", "{gap[0]}", "{gap!r:>9}", "{0}", "{{ ''.__class__ }}"],
)
def test_a_wording_in_a_cell_fills_in_names_and_nothing_else(wording: str, tmp_path: Path) -> None:
    row = f'lakes,water,Clean lakes,percent,higher,"{wording}"'
    told = problems(tmp_path, indicators_csv=f"id,mission,name,unit,better,ahead\n{row}\n")
    assert {str(one.place) for one in told if one.severity == "error"} == {"indicators.csv:2"}
    assert any("cannot be filled in" in one.message for one in told)


def test_format_by_itself_walks_attributes_and_fills_memory() -> None:
    assert "{gap.__class__}".format(gap="1") == "<class 'str'>"
    assert len("{gap:>1000000}".format(gap="1")) == 1_000_000


@pytest.mark.parametrize("text", WORDS.values(), ids=WORDS)
def test_markdown_that_would_be_read_for_ever_is_read_or_refused_soon(text: str, tmp_path: Path) -> None:
    told = problems(tmp_path, narrative__foreword_md=f"# Foreword\n\n{text}\n")
    assert all(str(one.place).startswith("narrative/foreword.md:") for one in told if one.severity == "error")


@pytest.mark.parametrize("text", SETTINGS.values(), ids=SETTINGS)
def test_yaml_that_would_be_read_for_ever_or_run_is_read_or_refused_soon(text: str, tmp_path: Path) -> None:
    told = problems(tmp_path, sources_yaml=text)
    assert any(one.place.file == "sources.yaml" for one in told)
    assert not (Path.cwd() / "here").exists()
