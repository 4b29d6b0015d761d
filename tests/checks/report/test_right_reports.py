"""Reports in which all is right have no error: with every figure typed, and with long prose about other things beside.

right/ holds the prose, a sentence a line, for the editions of the same names in labelled/: of parts of what is
measured, other places, forecasts, targets, history, methods, studies, sums of money.
"""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from checks.report import labelled

from reportgen.checks.report.check import check_report
from reportgen.checks.report.reading.report import read_report
from reportgen.document import Text, Value
from reportgen.edition.edition import Edition, NarrativeFile, read_edition
from reportgen.edition.evaluating import Evaluator
from reportgen.expressions import names
from reportgen.findings import assess
from reportgen.problems import Place, Problems

ROOT = Path(__file__).parents[3]
EDITIONS = ("data/digital-roadmap-2024", "tests/editions/rivers-2023", "src/reportgen/starter/edition")
PROSE = sorted((Path(__file__).parent / "right").glob("*.txt"))
EXPRESSION = re.compile(r"\{\{\s*((?:value|gap|count|change|fact|rating|statement|mission|aspiration)\([^}]*\))\s*\}\}")


@cache
def edition(folder: str) -> Edition:
    return read_edition(ROOT / folder, Problems())


@cache
def labelled_edition(subject: str) -> Edition:
    told = labelled.YAML(typ="safe").load((labelled.FOLDER / f"{subject}.yaml").read_text(encoding="utf-8"))
    return labelled._edition(told["edition"])


def errors(of: Edition) -> list[str]:
    found = check_report(read_report(of, assess(of)), Problems()).problems
    return [str(one) for one in found if one.severity == "error"]


def typed(of: Edition) -> Edition:
    """The edition with all that its expressions give typed in their place."""
    evaluator = Evaluator(names(of, assess(of)), Problems())

    def given(found: re.Match[str]) -> str:
        value = evaluator.evaluate(found[1].strip(), Place("narrative"))
        assert isinstance(value, Value | Text)
        return value.text

    files = {part: NarrativeFile(one.name, EXPRESSION.sub(given, one.text)) for part, one in of.narrative.items()}
    return replace(of, narrative=files)


@pytest.mark.parametrize("folder", EDITIONS)
def test_a_report_with_every_figure_typed_has_no_error(folder: str) -> None:
    written = typed(edition(folder))
    assert not any("{{ value(" in one.text for one in written.narrative.values())
    assert errors(written) == []


@pytest.mark.parametrize("subject", [path.stem for path in PROSE])
def test_an_edition_of_somebody_else_with_every_figure_typed_has_no_error(subject: str) -> None:
    assert errors(typed(labelled_edition(subject))) == []


@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["paragraphs", "one-paragraph"])
@pytest.mark.parametrize("prose", PROSE, ids=lambda path: path.stem)
def test_prose_about_other_things_than_the_data_have_is_left_alone(prose: Path, between: str) -> None:
    of = labelled_edition(prose.stem)
    sentences = prose.read_text(encoding="utf-8").splitlines()
    assert len(sentences) >= 60
    chapters = ["executive-summary", *(part for part in of.narrative if part.startswith("missions/"))]
    size = -(-len(sentences) // len(chapters))
    files = dict(of.narrative)
    for number, part in enumerate(chapters):
        own = between.join(sentences[number * size : (number + 1) * size])
        files[part] = NarrativeFile(files[part].name, f"{files[part].text}\n\n{own}\n")
    assert errors(replace(of, narrative=files)) == []
