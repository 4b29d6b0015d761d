"""The ratings' colours: what a brand team chooses can be read."""

from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import RGBColor
from word.filling import Filled, filled, reopened

from reportgen import resources
from reportgen.word.ratings import contrast

SAID = {"executive-summary": "# E\n\nX.\n"}


def branded(style: str, fill: str, ink: str | None) -> WordDocument:
    """The shipped template with another colour and ink for this rating."""
    word = docx.Document(str(resources.templates()["evidence-report"]))
    properties = word.styles[style].element.rPr
    properties.find(qn("w:shd")).set(qn("w:fill"), fill)
    if ink is None:
        properties.remove(properties.find(qn("w:color")))
    else:
        word.styles[style].font.color.rgb = RGBColor.from_string(ink)
    return word


def ink(result: Filled, style: str) -> str:
    return str(reopened(result).styles[style].font.color.rgb)


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("000000", "FFFFFF", 21), ("FFFFFF", "767676", 4.54), ("12436D", "12436D", 1)]
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(("fill", "made"), [("FFB3A7", "000000"), ("5A0F05", "FFFFFF")])
def test_a_rating_without_an_ink_gets_the_one_that_can_be_read(tmp_path: Path, fill: str, made: str) -> None:
    result = filled(tmp_path, SAID, branded("Rating Red", fill, None))
    assert ink(result, "Rating Red") == made
    assert ink(result, "Rating Green") == "FFFFFF"


def test_an_ink_that_cannot_be_read_is_replaced(tmp_path: Path) -> None:
    result = filled(tmp_path, SAID, branded("Rating Red", "FFB3A7", "FFFFFF"))
    assert ink(result, "Rating Red") == "000000"


def test_an_ink_that_can_be_read_stays(tmp_path: Path) -> None:
    assert ink(filled(tmp_path, SAID, branded("Rating Amber", "FFF3B0", "3A2A00")), "Rating Amber") == "3A2A00"
