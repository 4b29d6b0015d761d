from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from reportgen import resources


def test_the_default_template_is_there_under_its_name() -> None:
    assert resources.template("evidence-report") == resources.templates()["evidence-report"]
    assert resources.template("evidence-report").is_file()


def test_an_unknown_template_has_no_path() -> None:
    with pytest.raises(KeyError):
        resources.template("no such one")


def test_an_installed_package_has_its_own_templates(tmp_path, monkeypatch) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "house.docx").touch()
    (tmp_path / "templates" / "~$house.docx").touch()  # Word's, while the file is open
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    assert resources.templates() == {"house": tmp_path / "templates" / "house.docx"}


@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_each_face_of_carlito_is_there_and_may_be_embedded(face: str) -> None:
    with TTFont(resources.fonts() / f"Carlito-{face}.ttf", lazy=True) as font:
        assert font["name"].getDebugName(1) == "Carlito"
        assert font["OS/2"].fsType == 0  # installable embedding


def test_the_fonts_travel_with_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (resources.fonts() / "OFL.txt").read_text(encoding="utf-8")
