"""Passages of the narrative: text with its places, what was bound, what follows."""

from dataclasses import replace
from pathlib import Path

from reportgen.checks.report.reading.report import ReadReport, read_report
from reportgen.edition.edition import NarrativeFile, read_edition
from reportgen.findings import assess
from reportgen.problems import Place, Problems
from reportgen.starter import start_edition


def read(tmp_path: Path, text: str) -> ReadReport:
    start_edition(tmp_path)
    edition = read_edition(tmp_path, Problems())
    file = NarrativeFile("narrative/conclusion.md", text)
    edition = replace(edition, narrative={"conclusion": file})
    return read_report(edition, assess(edition))


def test_each_word_knows_its_line(tmp_path: Path) -> None:
    report = read(tmp_path, "# End\n\nOne line,\nand *another*\nas well.\n")
    passage = next(one for one in report.passages if one.kind == "paragraph")
    assert passage.text == "One line, and another as well."
    assert passage.place(passage.text.index("another")) == Place("narrative/conclusion.md", 4)


def test_what_an_expression_gave_is_bound_with_its_origin(tmp_path: Path) -> None:
    report = read(tmp_path, '# End\n\nStarts are at {{ value("apprenticeships") }} now.\n')
    passage = next(one for one in report.passages if one.kind == "paragraph")
    bound = passage.bound[0]
    assert passage.text[bound.start : bound.end] == bound.value.text
    assert (bound.value.origin.kind, bound.value.origin.id) == ("value", "apprenticeships")


def test_a_paragraph_knows_the_list_that_it_announces(tmp_path: Path) -> None:
    report = read(tmp_path, "# End\n\nThree things:\n\n- one;\n- two;\n- three.\n")
    passage = next(one for one in report.passages if one.kind == "paragraph")
    assert passage.listing is not None and (passage.listing.kind, passage.listing.count) == ("list", 3)


def test_a_sentence_has_the_notes_behind_it(tmp_path: Path) -> None:
    report = read(tmp_path, "# End\n\nFirst said.[^labour-survey]\nThen said.\n")
    cited = [sorted(one.sources) for one in report.statements if one.passage.kind == "paragraph"]
    assert cited == [["labour-survey"], []]
