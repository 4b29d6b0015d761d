"""What a Word file says of itself and asks of Word."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from word.filling import REPORT, TEMPLATE, filled, reopened, template

from reportgen.word.elements import W, value

SAID = {"executive-summary": "# E\n\nX.\n"}
LANG = '<w:lang w:val="{}" w:eastAsia="zh-CN" w:bidi="hi-IN"/>'
DIRTY = (
    '<w:r {}><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize("usual", ["defaults", "Normal", "neither", "no defaults"])
def test_the_language_is_that_of_the_edition_whatever_the_templates_is(tmp_path: Path, usual: str) -> None:
    """LibreOffice gives it to the style Normal, Word to the defaults."""
    word = template(*TEMPLATE)
    defaults = word.styles.element.find(f"{W}docDefaults")
    for lang in list(word.styles.element.iter(f"{W}lang")):
        lang.getparent().remove(lang)
    if usual == "no defaults":
        defaults.getparent().remove(defaults)
    elif usual == "defaults":
        defaults.find(f"{W}rPrDefault/{W}rPr").append(
            parse_xml(LANG.replace(" w:", f" {nsdecls('w')} w:", 1).format("en-US"))
        )
    elif usual == "Normal":
        properties = word.styles["Normal"].element.get_or_add_rPr()
        properties.append(parse_xml(LANG.replace(" w:", f" {nsdecls('w')} w:", 1).format("en-US")))
    result = filled(tmp_path, SAID, word, report_yaml=REPORT + "language: cy-GB\n")
    styles = reopened(result).styles.element
    assert result.document.language == "cy-GB"
    assert value(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), "lang") == "cy-GB"
    assert [one.get(f"{W}val") for one in styles.iter(f"{W}lang")] in (["cy-GB"], ["cy-GB", None])
    assert styles[0].tag == f"{W}docDefaults"


def test_words_marked_as_another_language_stay_marked(tmp_path: Path) -> None:
    word = template(*TEMPLATE, ("Body Text", "Diolch"))
    word.paragraphs[-1].runs[0]._r.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="cy-GB"/>'))
    result = filled(tmp_path, SAID, word)
    assert [one.look.language for one in result.inlines if getattr(one, "text", "") == "Diolch"] == ["cy-GB"]


def test_word_is_not_asked_to_update_anything(tmp_path: Path) -> None:
    word = template(*TEMPLATE)
    holders = (word.paragraphs[0]._p, word.sections[0].footer.paragraphs[0]._p)
    for holder in holders:
        holder.extend(parse_xml(f"<w:p {nsdecls('w')}>{DIRTY.format('')}</w:p>"))
    word.settings.element.append(parse_xml(f"<w:updateFields {nsdecls('w')}/>"))
    document = reopened(filled(tmp_path, SAID, word))
    parts = (document.element, document.sections[0].footer._element, document.settings.element)
    assert [part for part in parts if "dirty" in part.xml or "updateFields" in part.xml] == []
    assert "PAGE" in document.element.xml and "PAGE" in document.sections[0].footer._element.xml


def test_the_styles_pane_shows_the_files_own_styles_and_not_all_that_word_has_built_in(tmp_path: Path) -> None:
    word = template(*TEMPLATE)
    latent = word.styles.element.find(f"{W}latentStyles")
    own = filled(tmp_path, SAID, word)
    latent.getparent().remove(latent)
    added = filled(tmp_path, SAID, word)
    assert reopened(own).styles.element.find(f"{W}latentStyles").get(f"{W}count") == latent.get(f"{W}count")
    found = reopened(added).styles.element[1]
    assert (found.tag, found.get(f"{W}defSemiHidden")) == (f"{W}latentStyles", "1")
