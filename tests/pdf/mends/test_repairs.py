"""The mends hold for what they were made for, and say so where they don't."""

from __future__ import annotations

import gc

import pytest
import weasyprint
import weasyprint.document
import weasyprint.pdf.tags
from pdf.paper import heading, paragraph, printed
from weasyprint.layout import LayoutContext

from reportgen.pdf.mends import repairs
from reportgen.problems import MachineError


def test_the_installed_weasyprint_is_the_one_that_the_mends_replace() -> None:
    assert weasyprint.__version__ == "70.0"
    for name, (code, digest) in repairs._GROUND.items():
        assert repairs.fingerprint(code) == digest, name


def test_another_version_that_is_the_same_where_it_matters_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "70.9")
    assert printed(paragraph("Words")).page_count == 1


def test_a_version_that_differs_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    monkeypatch.setitem(repairs._GROUND, "LayoutContext.__init__", (LayoutContext.__init__, "another"))
    with pytest.raises(MachineError, match=r'differs from 70\.0.*LayoutContext.*\n.*pip install "weasyprint==70\.0"'):
        printed(paragraph("Words"))


def test_tags_of_another_kind_are_ground_that_the_mends_stand_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    monkeypatch.setitem(repairs._GROUND, "pdf.tags.add_tags", (weasyprint.pdf.tags.add_tags, "another"))
    with pytest.raises(MachineError, match=r"70\.1 differs from 70\.0 in what reportgen mends: pdf\.tags\.add_tags"):
        printed(paragraph("Words"))


def test_the_mends_are_gone_when_the_printing_is_done() -> None:
    printed(heading(1, "One"))
    assert weasyprint.document.LayoutContext is LayoutContext
    assert weasyprint.pdf.add_tags is weasyprint.pdf.tags.add_tags
    assert gc.isenabled()


def test_the_mends_are_gone_when_the_printing_fails() -> None:
    with pytest.raises(RuntimeError), repairs.mended():
        raise RuntimeError
    assert weasyprint.document.LayoutContext is LayoutContext
    assert gc.isenabled()
