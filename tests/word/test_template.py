"""A template is rendered strictly: nothing in it runs, nothing in it is lost without a word."""

from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest

from reportgen.problems import InputError, Problems
from reportgen.word.slots import BlockSlot, InlineSlot
from reportgen.word.template import Template


@dataclass
class View:
    title: str


@dataclass
class PartView:
    heading: InlineSlot
    body: BlockSlot


VIEW = View("R&D <5% {{ braces }} {_{ “quotes”")
KNOWN = {"report": View, "foreword": PartView | None, "parts": tuple[PartView, ...]}


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
    problems = Problems()
    template = Template(path, problems)
    template.check(KNOWN)
    problems.raise_errors()
    return [paragraph.text for paragraph in template.render(names).paragraphs]


def faults(path: Path, **names: Any) -> list[str]:
    with pytest.raises(InputError) as caught:
        rendered(path, **names)
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


def test_words_that_a_paragraph_tag_would_take_away_are_an_error(tmp_path: Path) -> None:
    path = template(tmp_path, "{%p if report %} Words beside the tag", "{%p endif %}")
    (fault,) = faults(path, report=VIEW)
    assert "takes its whole paragraph away" in fault and "Words beside the tag" in fault


def test_a_row_tag_in_a_row_of_data_is_an_error(tmp_path: Path) -> None:
    path = template(tmp_path, rows=("{%tr for x in [1] %}", "data {%tr endfor %}"))
    (fault,) = faults(path)
    assert "takes its whole row away" in fault


def test_a_pair_of_tags_that_tears_a_table_apart_is_an_error(tmp_path: Path) -> None:
    path = template(tmp_path, "{%p for x in [1, 2] %}", rows=("cell", "{%tr endfor %}"))
    (fault,) = faults(path)
    assert "tear the document apart" in fault


@pytest.mark.parametrize("words", ["{{ report.title", "{{ report.title }", "report.title }}", "{% if report", "x #}"])
def test_half_a_tag_is_an_error_and_takes_nothing_that_follows(tmp_path: Path, words: str) -> None:
    (fault,) = faults(template(tmp_path, words, "{{ report.title }}"), report=VIEW)
    assert "a tag has its" in fault and words in fault


@pytest.mark.parametrize(
    ("paragraphs", "message"),
    [
        (("{%p if report %}", "Words"), "{%p if report %} is never closed (in “{%p if report %}”)"),
        (("Words {% endif %}",), "{% endif %} closes nothing"),
        (("{%p for x in [1] %}", "{%p endif %}"), "{%p endif %} stands where {%p for x in [1] %} is open"),
        (("{%p If report %}", "{%p endif %}"), "{%p If report %} has a capital"),
    ],
)
def test_a_tag_without_its_other_is_named(tmp_path: Path, paragraphs: tuple[str, ...], message: str) -> None:
    (fault,) = faults(template(tmp_path, *paragraphs), report=VIEW)
    assert message in fault


def test_pairs_within_pairs_are_in_order(tmp_path: Path) -> None:
    path = template(
        tmp_path, "{%p for x in [1, 2] %}", "{% if x == 1 %}one{% else %}{{ x }}{% endif %}", "{%p endfor %}"
    )
    assert rendered(path) == ["one", "2"]


@pytest.mark.parametrize("tag", ["{{p report.title }}", "{{tr report.title }}", "{{r report.title }}"])
def test_words_written_as_if_they_were_more_are_an_error(tmp_path: Path, tag: str) -> None:
    (fault,) = faults(template(tmp_path, tag), report=VIEW)
    assert "write it without the" in fault


def test_a_name_for_several_things_is_not_printed(tmp_path: Path) -> None:
    (fault,) = faults(template(tmp_path, "{{ report }}"), report=VIEW)
    assert "add a dot" in fault and "{{ report }}" in fault


def test_what_is_asked_of_an_absent_part_says_that_it_is_empty(tmp_path: Path) -> None:
    (fault,) = faults(template(tmp_path, "{{ foreword.heading }}"), foreword=None)
    assert "“heading” is asked of what is empty here" in fault


def test_prose_without_its_p_is_an_error_that_says_so(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ foreword.body }}")
    (fault,) = faults(path)
    assert "{{p" in fault


UNKNOWN = [
    ("{{ repotr.title }}", "“repotr” is not known here", "report"),
    ("{{ report.tittle }}", "there is no “tittle” in it", "title"),
    ("{%p if foreword.heading and forewordd %}", "“forewordd” is not known here", "foreword"),
    ("{{p foreword.boddy }}", "there is no “boddy” in it", "body"),
    ("{% for part in parts if part.bodyy %}{% endfor %}", "there is no “bodyy” in it", "body"),
    ("{% for part in parts %}{{ part.headin }}{{ loop.index }}{% endfor %}", "there is no “headin” in it", "heading"),
    ("{{ report.title|uper }}", "there is no filter “uper”", "upper"),
    ("{{ “a” if report else titel }}", "“titel” is not known here", None),
    ("{% cellbg report.fil %}", "there is no “fil” in it", "title"),
]


def test_all_unknown_names_are_told_at_once_with_the_nearest_and_also_where_nothing_is_printed(tmp_path: Path) -> None:
    paragraphs = [words for tag, _, _ in UNKNOWN for words in ("{%p if foreword %}", f"In it {tag}", "{%p endif %}")]
    plain = [
        words.removeprefix("In it ") if "%p if foreword." in words or "{{p" in words else words for words in paragraphs
    ]
    plain.insert(plain.index("{%p if foreword.heading and forewordd %}") + 1, "{%p endif %}")
    found = faults(template(tmp_path, *plain), foreword=None, report=VIEW, parts=())
    assert len(found) == len(UNKNOWN)
    for fault, (tag, message, near) in zip(found, UNKNOWN, strict=True):
        assert message in fault and tag[:30] in fault
        assert near is None or f"“{near}”" in fault or f"Known here: {near}" in fault


def test_a_name_is_known_where_its_loop_is_and_nowhere_else(tmp_path: Path) -> None:
    inside, after = "{%p for part in parts %}", "{{ part.heading }}"
    (fault,) = faults(
        template(tmp_path, inside, "{{ part.heading }} {{ loop.index }}", "{%p endfor %}", after), parts=()
    )
    assert "“part” is not known here" in fault


def test_an_unknown_kind_of_tag_is_named_with_the_nearest(tmp_path: Path) -> None:
    (fault,) = faults(template(tmp_path, "Words", "{% fro x in parts %}"))
    assert "“fro” is no tag (in “{% fro x in parts %}”)" in fault and "Did you mean “for”?" in fault


def test_names_in_heads_and_feet_are_looked_up_too(tmp_path: Path) -> None:
    path = template(tmp_path, "Words")
    document = docx.Document(str(path))
    document.sections[0].header.paragraphs[0].text = "{{ report.tittle }}"
    document.save(str(path))
    assert "there is no “tittle” in it (in “{{ report.tittle }}”)" in faults(path)[0]


def test_a_section_break_that_would_vanish_with_a_tag_is_an_error(tmp_path: Path) -> None:
    path = template(tmp_path, "{%p if report %}", "Words", "{%p endif %}", "More")
    document = docx.Document(str(path))
    broken = deepcopy(document.sections[0]._sectPr)
    document.paragraphs[2]._p.get_or_add_pPr().append(broken)
    document.save(str(path))
    (fault,) = faults(path, report=VIEW)
    assert fault.startswith("template.docx: {%p endif %} takes its whole paragraph away, and with it the section break")


def test_what_is_no_word_file_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    path.write_bytes(b"no Word file")
    (fault,) = faults(path)
    assert "Word" in fault and "template.docx: " in fault
