"""Every edit of the table, on the starter's Word file: what is wrong is told once, and of what is right nothing."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from checks.report.edited.edits import RIGHT, WRONG, Edit
from checks.report.edited.word_edits import Edited

from reportgen.checks.report import check
from reportgen.checks.report.check import check_word
from reportgen.checks.report.edited import review
from reportgen.checks.report.edited.review import Review
from reportgen.checks.report.reading import report
from reportgen.checks.report.reading.narrative import narrative_passages
from reportgen.edition.edition import Edition
from reportgen.filling import fill_without_pictures
from reportgen.problems import Problem, Problems
from reportgen.word.reader import WordFile, read_word

STARTER = Path(__file__).parents[4] / "src" / "reportgen" / "starter" / "edition"
NAME = "edited.docx"


@cache
def built() -> tuple[Edition, dict, bytes, WordFile]:
    edition, findings, filled = fill_without_pictures(STARTER, Problems())
    return edition, dict(findings), filled.data(), read_word(filled.unsealed(), "", Problems())


@pytest.fixture(scope="module", autouse=True)
def the_edition_itself_is_checked_once() -> Iterator[None]:
    edition, findings, _, today = built()
    untouched = Review(edition, findings, today, today, NAME)
    passages = tuple(narrative_passages(edition, findings))
    silenced = check._silenced(report.read_report(edition, findings))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(review, "narrative_passages", lambda *_: passages)
        patch.setattr(report, "narrative_passages", lambda *_: passages)
        patch.setattr(check, "_silenced", lambda _: silenced)
        for name in ("_fresh", "_made", "_today"):  # what the review works out of the file as it would be built today
            patch.setattr(Review, name, getattr(untouched, name))
        yield


def told_of(edit: Edit) -> list[Problem]:
    edition, findings, data, today = built()
    file = Edited(data, edit.part)
    edit.change(file)
    return list(check_word(Review(edition, findings, read_word(file.data(), NAME, Problems()), today, NAME)).problems)


@pytest.mark.parametrize("edit", WRONG, ids=str)
def test_what_is_wrong_is_told_once_where_it_stands(edit: Edit) -> None:
    told = told_of(edit)
    assert [f"{one.severity}: {one.code}" for one in told] == [edit.told], [str(one) for one in told]
    assert edit.says in told[0].message
    assert told[0].place.file == NAME
    assert told[0].place.paragraph


@pytest.mark.parametrize("edit", RIGHT, ids=str)
def test_of_what_is_right_nothing_is_told(edit: Edit) -> None:
    assert [str(one) for one in told_of(edit)] == []
