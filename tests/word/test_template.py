"""A template is rendered strictly: nothing in it runs, nothing in it is lost without a word."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import pytest

from reportgen.problems import InputError, Problems
from reportgen.word.template import Template

VIEW = SimpleNamespace(title="R&D <5% {{ braces }} {_{ “quotes”")


def template(folder: Path, *paragraphs: str, rows: tuple[str, ...] = ()) -> Path:
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    if rows:
        table = document.add_table(rows=0, cols=1)
        for words in rows:
            table.add_row().cells[0].text = words
    path = folder / "template.docx"
    document.save(str(path))
    return path


def rendered(path: Path, **names: Any) -> list[str]:
    document = Template(path, Problems()).render(names)
    return [paragraph.text for paragraph in document.paragraphs]


def faults(path: Path, **names: Any) -> list[str]:
    with pytest.raises(InputError) as caught:
        Template(path, Problems()).render(names)
    return [str(problem) for problem in caught.value.problems]


def test_text_of_the_data_is_put_in_as_it_stands(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ report.title }} and words after it")
    assert rendered(path, report=VIEW) == ["R&D <5% {{ braces }} {_{ “quotes” and words after it"]


def test_an_unknown_name_is_an_error_that_quotes_the_paragraph(tmp_path: Path) -> None:
    path = template(tmp_path, "First words", "The title is {{ report.titel }} here")
    (fault,) = faults(path, report=VIEW)
    assert "template.docx: " in fault and "titel" in fault and "Did you mean “title”" in fault
    assert "The title is {{ report.titel }} here" in fault


@pytest.mark.parametrize("words", ["{{ report.title", "{% if report %} never closed", "{{ 1 +* 2 }}"])
def test_a_fault_of_syntax_is_one_line_and_no_traceback(tmp_path: Path, words: str) -> None:
    (fault,) = faults(template(tmp_path, words), report=VIEW)
    assert fault.startswith("template.docx: ")


@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ report.__init__.__globals__ }}",
        "{{ self.__init__ }}",
        "{% for x in range(10**9) %}{% endfor %}",
        "{{ 'x' * 10**9 }}",
    ],
)
def test_code_in_a_template_does_not_run(tmp_path: Path, attack: str) -> None:
    assert len(faults(template(tmp_path, attack), report=VIEW)) == 1


def test_a_pair_of_tags_that_tears_a_table_apart_is_an_error(tmp_path: Path) -> None:
    path = template(tmp_path, "{%p for x in [1, 2] %}", rows=("cell", "{%tr endfor %}"))
    (fault,) = faults(path)
    assert "tear the document apart" in fault


def test_pairs_within_pairs_are_in_order(tmp_path: Path) -> None:
    path = template(
        tmp_path, "{%p for x in [1, 2] %}", "{% if x == 1 %}one{% else %}{{ x }}{% endif %}", "{%p endfor %}"
    )
    assert rendered(path) == ["one", "2"]


def test_a_name_for_several_things_is_not_printed(tmp_path: Path) -> None:
    (fault,) = faults(template(tmp_path, "{{ report }}"), report=VIEW)
    assert "add a dot" in fault and "{{ report }}" in fault


def test_what_is_asked_of_an_absent_part_says_that_it_is_empty(tmp_path: Path) -> None:
    (fault,) = faults(template(tmp_path, "{{ foreword.heading }}"), foreword=None)
    assert "“heading” is asked of what is empty here" in fault


def test_what_is_no_word_file_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    path.write_bytes(b"no Word file")
    (fault,) = faults(path)
    assert "Word" in fault and "template.docx: " in fault
