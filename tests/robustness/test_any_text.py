"""Any text in any field comes out as typed: in the Word file, and in what the PDF says."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from conftest import work_here
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf.read_aloud import read_aloud
from robustness.inputs.good import MAP
from word.filling import TEMPLATE, template
from word.word_files import saved

from reportgen.build import build
from reportgen.compose import compose
from reportgen.edition.edition import read_edition
from reportgen.findings import assess
from reportgen.pdf.words import words
from reportgen.problems import Problems
from reportgen.word.fill import fill
from reportgen.word.reader import read_word

SIGNS = "R&D <5% >3 \"q\" 'a' {{ v }} {% x %} {# y #} {z} }} $5 $x^2$ a_b *c* **d** ~~e~~ `f` "
SIGNS += "C:\\new \\ # | ^g [h](i) &amp;"
TEXTS = (
    SIGNS,
    "Ŵyneb y llynnoedd – Ynys Môn",
    "Zażółć gęślą jaźń, Łódź",
    "Ελληνικά, Кириллица",
    "بحيرات نظيفة في كينت",
    "אגמים נקיים",
    "湖泊是干净的",
    "🐟 fish and 👩🏽‍🚀",
    "e\u0301 and q\u0323\u0307 combine",
    "1–2—3… “curly” ‘single’ £€¥ ½ × ÷ − ≤ ≥ °",
    "a\u00a0b no break",
    "=SUM(A1)",
    "long " * 60 + "end",
)
FIELDS = (
    "title",
    "subtitle",
    "notice",
    "organisation",
    "name",
    "role",
    "mission",
    "aspiration",
    "fundamental",
    "label",
)
FIELDS += ("table", "indicator", "counted", "wording", "fact", "cell", "source")


SPECIAL = "&<>\"'{}%$_\\#@|*~`[]()!=+-^"
ANY = st.one_of(
    st.sampled_from(SPECIAL),
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp"), exclude_characters="\ufffd"),
)
EXPECTED = ("misread", "signs")


@dataclass(frozen=True)
class Said:
    word: str
    pdf: str


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Said:
    """What both files say of an edition that has the signs in every field, and the texts in the rows of a table."""
    folder = tmp_path_factory.mktemp("texts") / "R&D <lakes> {é} 湖"
    write(folder, dict.fromkeys(FIELDS, SIGNS), TEXTS)
    with work_here():
        built = build(folder, folder / "output")
    word, pdf = built.paths
    assert (word.stem, pdf.stem) == (folder.name, folder.name)
    document = read_word(word.read_bytes(), word.name, Problems()).document
    told = words(document)
    with pikepdf.open(pdf) as opened:
        aloud = read_aloud(opened)
    return Said(plain(" ".join([*told.body, *told.footnotes])), tight(aloud))


def write(folder: Path, fields: Mapping[str, str], cells: tuple[str, ...]) -> None:
    """An edition with a text in each field, each after the field's name."""
    typed = {key: f"{key} {text}" for key, text in fields.items()}
    quoted = {key: json.dumps(text, ensure_ascii=False) for key, text in typed.items()}
    wording = typed["wording"].translate({ord("{"): None, ord("}"): None})  # braces fill in there
    files = {
        "report.yaml": "\n".join(
            [
                *(f"{key}: {quoted[key]}" for key in ("title", "subtitle", "notice", "organisation")),
                "edition: '2024'\narea: Kent",
                f"comparators: [{{area: England, label: {quoted['label']}}}]",
                f"foreword: {{name: {quoted['name']}, role: {quoted['role']}}}",
                f"missions: [{{id: water, title: {quoted['mission']}, aspirations: [{{id: clean,",
                f"  text: {quoted['aspiration']}, fundamental: {quoted['fundamental']}}}]}}]",
                f"tables: [{{id: tasks, title: {quoted['table']}, data: series/tasks.csv}}]",
            ]
        ),
        "indicators.csv": table(
            ("id", "mission", "name", "unit", "better", "counted", "aspirations", "ahead"),
            (
                "lakes",
                "water",
                typed["indicator"],
                "percent",
                "higher",
                typed["counted"],
                "clean",
                wording + " {counted}",
            ),
        ),
        "values.csv": "indicator,area,period,value,base\nlakes,Kent,2023,36,1000\nlakes,England,2023,34,\n",
        "facts.csv": table(("id", "value", "unit"), ("motto", typed["fact"], "text")),
        "sources.yaml": f"survey: {quoted['source']}\n",
        "series/tasks.csv": table((typed["cell"], "Text"), *((f"n{at}", text) for at, text in enumerate(cells))),
        "narrative/foreword.md": "# Foreword\n\nWords.\n",
        "narrative/executive-summary.md": '# Summary\n\n{{ fact("motto") }}[^survey]\n\n## {{ fact("motto") }}\n\n'
        '{{ table("tasks") }}\n\nMore.[^own]\n\n[^own]: {{ fact("motto") }}\n',
        "narrative/inclusive-growth.md": '# Growth\n\n{{ table("fundamentals") }}\n',
        "narrative/missions/water.md": '# {{ mission("water") }}\n\n{{ aspirations("water") }}\n\n'
        '{{ statement("lakes") }}\n',
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    (folder / "map.png").write_bytes(MAP)


def table(*rows: tuple[str, ...]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()


def plain(text: str) -> str:
    """As it is compared: composed, with single spaces, without what only steers a line (a soft hyphen, a joiner)."""
    shown = (sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign) != "Cf")
    return " ".join("".join(shown).split())


def tight(text: str) -> str:
    """Without any space: a line of the PDF may end between any two signs."""
    return plain(text).replace(" ", "")


@pytest.mark.parametrize("field", [one for one in FIELDS if one not in ("wording", "counted")])
def test_signs_in_every_field_come_out_as_typed_in_both_files(said: Said, field: str) -> None:
    wanted = plain(f"{field} {SIGNS}")
    assert wanted in said.word
    assert tight(wanted) in said.pdf


def test_signs_in_a_wording_come_out_as_typed_in_both_files(said: Said) -> None:
    wanted = plain(f"wording {SIGNS}".translate({ord("{"): None, ord("}"): None}) + f" counted {SIGNS}")
    assert wanted in said.word and tight(wanted) in said.pdf


@pytest.mark.parametrize("text", TEXTS)
def test_texts_of_any_language_come_out_as_typed_in_both_files(said: Said, text: str) -> None:
    assert plain(text) in said.word
    assert tight(text) in said.pdf


@settings(max_examples=15)
@given(st.fixed_dictionaries({field: st.text(ANY, min_size=1, max_size=30) for field in FIELDS}))
def test_any_text_in_any_field_is_in_the_word_file_as_typed(fields: Mapping[str, str]) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        write(folder, fields, (fields["cell"],))
        (folder / "narrative/inclusive-growth.md").unlink()  # the small template has no table for it
        problems = Problems()
        edition = read_edition(folder, problems)
        report = compose(edition, assess(edition, problems), dict, problems)
        (folder / "template.docx").write_bytes(saved(template(*TEMPLATE)))
        document = read_word(fill(report, folder / "template.docx", problems).data(), "x.docx", problems).document
    assert [str(problem) for problem in problems if problem.code not in EXPECTED] == []
    told = words(document)
    word = plain(" ".join([*told.body, *told.footnotes]))
    for field in ("title", "mission", "aspiration", "table", "indicator", "fact", "cell", "source"):
        assert plain(f"{field} {fields[field]}") in word
