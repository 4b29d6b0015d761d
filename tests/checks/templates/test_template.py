"""A template is judged before anything is filled in: all that is wrong at once, each with its paragraph or cell."""

import io
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from word.filling import MISSIONS, TEMPLATE, Content, pattern, template
from word.word_files import png, saved

from reportgen import resources
from reportgen.checks.templates.judge import judge_template
from reportgen.problems import InputError, Problem, Problems

TABLES = [*pattern("tables.summary"), *pattern("tables.missions"), *pattern("tables.fundamentals"), *MISSIONS]


def judged(document: WordDocument | bytes) -> list[Problem]:
    problems = Problems()
    data = document if isinstance(document, bytes) else saved(document)
    judge_template(data, "our.docx", problems)
    return list(problems)


def errors(*content: Content) -> list[str]:
    return [str(problem) for problem in judged(template(*content)) if problem.severity == "error"]


def warnings(document: WordDocument, code: str) -> list[str]:
    return [str(problem) for problem in judged(document) if problem.code == code and problem.severity == "warning"]


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        judged(data)
    (problem,) = caught.value.problems
    return str(problem)


def retyped(kind: str, old: str = "wordprocessingml.document.main+xml") -> bytes:
    """A Word file that says it is of another kind."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(template()))) as source, zipfile.ZipFile(stream, "w") as made:
        for name in source.namelist():
            data = source.read(name)
            made.writestr(name, data.replace(old.encode(), kind.encode()) if name == "[Content_Types].xml" else data)
    return stream.getvalue()


@pytest.mark.parametrize("name", resources.templates())
def test_a_shipped_template_is_good(name: str) -> None:
    problems = Problems()
    found = judge_template(resources.template(name).read_bytes(), name, problems)
    assert [str(problem) for problem in [*problems, *found.reading]] == []


def test_what_is_found_good_is_counted() -> None:
    found = judge_template(saved(template(*TEMPLATE)), "our.docx", Problems())
    assert found.counts["tag"] == 43 and found.counts["table"] == 2 and found.counts["heading"] == 8
    assert "43 tags, 8 headings, 2 tables" in str(found)


class TestTags:
    def test_all_faults_are_said_at_once(self) -> None:
        found = errors("{{ report.titel }}", "{{ report.subtitel }}", "{% if report %} open", "{{ 1 +* 2 }}")
        assert len(found) == 4

    def test_words_that_a_paragraph_tag_would_take_away_are_an_error(self) -> None:
        (fault,) = errors("{%p if report %} Words beside the tag", "{%p endif %}")
        assert "takes its whole paragraph away" in fault and "(in “{%p if report %} Words beside the tag”)" in fault

    def test_a_row_tag_in_a_row_of_data_is_an_error_at_its_cell(self) -> None:
        rows: Sequence[Sequence[str]] = (["{%tr for x in missions %}", ""], ["data", "more {%tr endfor %}"])
        (fault,) = errors(rows)
        assert "takes its whole row away" in fault and "table 1, row 2, cell 2" in fault

    @pytest.mark.parametrize("words", ["{{ report.title", "{{ report.title }", "area }}", "{% if report", "x #}"])
    def test_half_a_tag_is_an_error(self, words: str) -> None:
        (fault,) = errors(words, "{{ report.title }}")
        assert "a tag has its" in fault and words in fault

    @pytest.mark.parametrize(
        ("paragraphs", "message"),
        [
            (("{%p\N{NO-BREAK SPACE}if foreword %}", "{%p endif %}"), "has no plain space after its p"),
            (("{%p if report %}", "Words"), "{%p if report %} is never closed (in “{%p if report %}”)"),
            (("Words {% endif %}",), "{% endif %} closes nothing"),
            (("{%p else %}",), "{%p else %} belongs to nothing"),
            (
                ("{%p for x in missions %}", "{%p endif %}"),
                "{%p endif %} stands where {%p for x in missions %} is open",
            ),
            (("{%p if report %}", "{%p else %}", "{%p else %}", "{%p endif %}"), "{%p else %} follows another else"),
            (("{%p if report %}", "{%p else %}", "{%p elif rule %}", "{%p endif %}"), "follows another else"),
            (("{%p If report %}", "{%p endif %}"), "{%p If report %} has a capital"),
            (("{%p if report %}", "{% endif %}"), "{% endif %} stands among words, and {%p if report %} between"),
            (("{%p iff report %}",), "{%p iff report %} is no tag that there is"),
            (("{% p if report %}",), "has a blank too many"),
            (("{%p if missions|length % 2 %}", "{%p endif %}"), "holds a % or a brace"),
            (("{% cellbg report.title %}",), "stands outside a table"),
            (("{{ merged }}",), "stands outside a table"),
            (("{% include 'other.docx' %}",), "would need another file"),
            (("{% macro x() %}",), "is no tag that there is"),
        ],
    )
    def test_a_tag_that_would_fail_is_named(self, paragraphs: tuple[str, ...], message: str) -> None:
        (fault,) = errors(*paragraphs)
        assert message in fault

    def test_a_pair_that_opens_in_one_cell_and_closes_in_another_is_an_error(self) -> None:
        rows: Sequence[Sequence[str]] = (["{%p if report %}", "{%p endif %}"],)
        (fault,) = errors(rows)
        assert "tear the document apart" in fault

    @pytest.mark.parametrize("tag", ["{{p report.title }}", "{{tr report.title }}", "{{r report.title }}"])
    def test_words_written_as_if_they_were_more_are_an_error(self, tag: str) -> None:
        (fault,) = errors(tag)
        assert "write it without the" in fault

    def test_prose_without_its_p_is_an_error_that_says_so(self) -> None:
        (fault,) = errors("{%p if foreword %}", "{{ foreword.body }}", "{%p endif %}")
        assert "{{p" in fault

    def test_tags_that_were_deleted_with_changes_tracked_are_an_error(self) -> None:
        document = template("Words")
        words = "<w:r><w:delText>{{ report.title }}</w:delText></w:r>"
        deleted = parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="x">{words}</w:del>')
        document.paragraphs[0]._p.append(deleted)
        found = judged(document)
        assert [problem.severity for problem in found if "deleted" in problem.message] == ["error"]
        assert len(warnings(document, "template-changes")) == 1

    @pytest.mark.parametrize(
        ("inside", "after"),
        [
            ("{{ report.", "title }}"),
            ("{% if report %}", "words{% endif %}"),
            ("words{% if report %}", "{% endif %}"),
        ],
    )
    def test_tags_that_are_torn_by_a_tracked_change_are_an_error(self, inside: str, after: str) -> None:
        document = template("Words ")
        run = f"<w:r><w:t>{inside}</w:t></w:r>"
        paragraph = document.paragraphs[0]
        paragraph._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="x">{run}</w:ins>'))
        paragraph.add_run(after)
        (fault,) = [one for one in judged(document) if one.severity == "error"]
        assert "tracked change" in fault.message

    def test_a_tag_with_a_tracked_deletion_in_it_is_an_error(self) -> None:
        document = template("{{ report.")
        run = "<w:r><w:delText>titel</w:delText></w:r>"
        document.paragraphs[0]._p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="x">{run}</w:del>'))
        document.paragraphs[0].add_run("title }}")
        (fault,) = [one for one in judged(document) if one.severity == "error"]
        assert "{{ report.title }} stands in several parts" in fault.message

    def test_a_tag_or_pair_within_one_tracked_change_is_none(self) -> None:
        document = template("Words ")
        runs = "<w:r><w:t>{% if report %}{{ rep</w:t></w:r><w:r><w:t>ort.title }}{% endif %}</w:t></w:r>"
        document.paragraphs[0]._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="x">{runs}</w:ins>'))
        assert [one for one in judged(document) if one.severity == "error"] == []

    def test_a_section_break_that_would_vanish_with_a_tag_is_an_error(self) -> None:
        document = template("{%p if report %}", "Words", "{%p endif %}", "More")
        document.paragraphs[2]._p.get_or_add_pPr().append(deepcopy(document.sections[0]._sectPr))
        (fault,) = [str(one) for one in judged(document) if one.severity == "error"]
        assert fault.startswith("our.docx: {%p endif %} takes its whole paragraph away, and with it the section break")

    def test_a_caption_without_its_table_is_an_error(self) -> None:
        (fault,) = errors(("Caption", "{{ tables.summary.label }}: all"), "Words between")
        assert "no table follows {{ tables.summary.label }}" in fault

    def test_a_second_caption_needs_a_branch_of_its_own(self) -> None:
        caption, table = pattern("tables.summary")
        (fault,) = errors(caption, caption, table)
        assert "no table follows" in fault
        assert errors("{%p if rule %}", caption, "{%p else %}", caption, "{%p endif %}", table) == []

    def test_a_table_that_is_drawn_nowhere_is_a_warning(self) -> None:
        assert [problem for problem in judged(template(*TABLES)) if "nowhere" in problem.message] == []
        (drawn,) = [one for one in judged(template(*TABLES[2:])) if "nowhere" in one.message]
        assert "“summary”" in drawn.message


class TestNames:
    @pytest.mark.parametrize(
        ("tag", "message", "hint"),
        [
            ("{{ report.titel }}", "there is no “titel” in “report”", "Did you mean “title”?"),
            ("{{ reprot.title }}", "“reprot” is not known here", "Did you mean “report”?"),
            ("{{ title }}", "“title” is not known here", "Did you mean “report.title”?"),
            ("{{ report.title|uper }}", "there is no filter “uper”", "Did you mean “upper”?"),
            ("{{ report.title.upper() }}{{ report.title.uper() }}", "there is no “uper”", "“upper”"),
            ("{{ report }}", "stands for several things", "add a dot"),
            ("{{ missions }}", "stands for several things", "add a dot"),
            ("{{ report.logo|upper }}", "cannot be changed by a filter", ""),
            ("{% for row in tables.summary %}x{% endfor %}", "is one thing", "tables.summary.rows"),
            ("{% for one in missions %}{{ one.name }}{% endfor %}", "there is no “name” in “one”", ""),
            ("{% for one in missions %}{% endfor %}{{ one.title }}", "“one” is not known here", ""),
            ("{% if report.title %}{% elif report.x %}{% endif %}", "there is no “x”", ""),
            ("{% if report.title %}{% else %}{{ y }}{% endif %}", "“y” is not known here", ""),
            ("{{ report.logo[0] }}", "is one thing, not several", ""),
            ("{{ report.logo + 1 }}", "beside “+” are no numbers", "side by side with ~"),
            ("{{ report.title + 1 }}", "are no numbers", ""),
            ("{{ report.title() }}", "“report.title” is no function", "without the brackets"),
            ("{% fro x in missions %}", "is no tag that there is", "Did you mean “for”?"),
            ("{{ ''.__class__ }}", "there is no “__class__”", ""),
        ],
    )
    def test_what_is_not_there_is_an_error_with_the_nearest_that_is(self, tag: str, message: str, hint: str) -> None:
        (fault,) = errors(tag)
        assert message in fault and hint in fault and "(in “" in fault

    def test_an_unknown_name_in_a_table_is_told_with_its_cell(self) -> None:
        (fault,) = errors([["Theme", "All"], ["words", "{{ comparator.labl }}"]])
        assert "(in “{{ comparator.labl }}”, table 1, row 2, cell 2)" in fault

    @pytest.mark.parametrize(
        "tags",
        [
            "{% for m in missions %}{{ m.table.rows[0].gap }}{{ loop.index }}{{ loop.nextitem.title }}{% endfor %}",
            "{% for t in tables.summary.themes %}{% for row in t.rows %}{{ row.rating.word }}{% endfor %}{% endfor %}",
            "{% for row in tables.missions.rows %}{{ row.fundamental or 'None' }}{% endfor %}",
            "{% set first = missions|first %}{{ first.title|upper }} {{ missions|length }}",
            "{% for i in range(3) %}{{ i + 1 }}{% endfor %}{{ report.title + ' ' + report.edition }}",
            "{{ report.subtitle if report.subtitle else report.title }}{{ report['area'] }}",
            "{% for m in missions if m.aspirations %}{{ m.aspirations|map(attribute='text')|join(', ') }}{% endfor %}",
            "{# a note for {{ people }} #}",
            "{{ report.title }} “{{ report.subtitle or “none” }}”",
        ],
    )
    def test_what_is_there_is_known(self, tags: str) -> None:
        assert errors(tags) == []

    def test_rows_know_which_table_they_are_of(self) -> None:
        (fault,) = errors("{% for row in tables.missions.rows %}{{ row.rating.word }}{% endfor %}")
        assert "there is no “rating” in “row”" in fault

    def test_names_in_heads_and_feet_are_looked_at_too(self) -> None:
        document = template()
        document.sections[0].header.paragraphs[0].text = "{{ report.organization }}{{ tables.summary.label }}"
        found = [str(one) for one in judged(document) if one.severity == "error"]
        assert "Did you mean “organisation”?" in "".join(found) and "cannot stand in a head" in "".join(found)

    def test_names_in_the_properties_and_in_alternative_texts_are_looked_at_too(self) -> None:
        document = template("Words")
        document.core_properties.title = "{{ report.titel }}"
        document.add_picture(io.BytesIO(png()))
        next(document.element.iter(qn("wp:docPr"))).set("descr", "{{ report.organisaton }}")
        found = [one.message for one in judged(document) if one.severity == "error"]
        assert found == ["there is no “organisaton” in “report”", "there is no “titel” in “report”"]

    def test_a_part_that_may_be_missing_wants_an_if(self) -> None:
        (care,) = warnings(template(("Heading 1", "{{ foreword.heading }}")), "template-name")
        assert "“foreword” may be missing" in care and "{%p if foreword %}" in care

    @pytest.mark.parametrize(
        "words",
        [
            "{% if foreword %}{{ foreword.name }}{% endif %}",
            "{% if foreword and foreword.name %}{{ foreword.name }}{% endif %}",
            "{% if not foreword %}None{% else %}{{ foreword.name }}{% endif %}",
            "{{ foreword.name if foreword else 'Nobody' }}",
        ],
    )
    def test_a_part_with_an_if_around_it_is_well(self, words: str) -> None:
        assert warnings(template(words), "template-name") == []


class TestStyles:
    def test_a_style_that_is_missing_is_an_error_that_says_what_for(self) -> None:
        document = template()
        document.styles["Source"].delete()
        document.styles["List Bullet 2"].delete()
        found = {problem.severity: str(problem) for problem in judged(document) if problem.code == "template-style"}
        assert "there is no style “Source”, in which the engine sets the line under a figure" in found["error"]
        assert "“List Bullet 2”" in found["warning"] and "List Bullet, indented" in found["warning"]

    def test_a_style_of_another_name_is_asked_about(self) -> None:
        document = template()
        document.styles["Source"].name = "Sources"
        (fault,) = [str(one) for one in judged(document) if one.code == "template-style"]
        assert "Did you mean “Sources”?" in fault

    def test_a_style_of_another_kind_is_an_error(self) -> None:
        document = template()
        document.styles["Strong"].element.set(qn("w:type"), "paragraph")
        (fault,) = [str(one) for one in judged(document) if one.code == "template-style"]
        assert "is a paragraph style, and must be a character style" in fault
        assert "Did you mean" not in fault

    def test_no_style_that_is_needed_itself_is_to_be_renamed(self) -> None:
        document = template()
        document.styles["Rating Amber"].delete()
        (fault,) = [str(one) for one in judged(document) if one.code == "template-style"]
        assert "Rating Red" not in fault

    def test_a_rating_without_shading_is_an_error(self) -> None:
        document = template()
        properties = document.styles["Rating Red"].element.rPr
        properties.remove(properties.find(qn("w:shd")))
        (fault,) = [str(one) for one in judged(document) if one.code == "template-style"]
        assert "“Rating Red” has no shading" in fault

    def test_styles_of_contents_are_needed_only_with_contents(self) -> None:
        document = template()
        for name in ("toc 1", "toc 2", "toc 3", "table of figures"):
            document.styles[name].delete()
        assert [one for one in judged(document) if one.code == "template-style"] == []


class TestLooks:
    def test_a_rating_whose_words_do_not_stand_out_is_a_warning(self) -> None:
        document = template()
        document.styles["Rating Amber"].font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
        (care,) = [one for one in warnings(document, "template-contrast") if "Rating Amber" in one]
        assert "#FFFFFF on #FFDD00 has a contrast of 1.3 to 1, and 4.5 is the least" in care

    def test_a_table_head_is_judged_in_its_fill(self) -> None:
        document = template()
        part = parse_xml(
            f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
            '<w:tcPr><w:shd w:val="clear" w:fill="8FAADC"/></w:tcPr></w:tblStylePr>'
        )
        document.styles["Report Table"].element.append(part)
        care, *_ = [one for one in warnings(document, "template-contrast") if "Table Heading" in one]
        assert "#FFFFFF on #8FAADC" in care

    def test_large_words_need_less(self) -> None:
        document = template(("Title", "Large"), ("Body Text", "Small"))
        for name, size in (("Title", 20), ("Body Text", 11)):
            document.styles[name].font.color.rgb = RGBColor(0x94, 0x94, 0x94)  # 3.03 to 1
            document.styles[name].font.size = Pt(size)
        found = warnings(document, "template-contrast")
        assert any("Body Text" in one for one in found) and not any("Title" in one for one in found)

    def test_words_are_judged_in_the_shading_of_their_own_cell(self) -> None:
        document = template([["Pale", "words"]])
        shading = OxmlElement("w:shd")
        shading.set(qn("w:fill"), "333333")
        document.tables[0].cell(0, 1)._tc.get_or_add_tcPr().append(shading)
        (care,) = [one for one in warnings(document, "template-contrast") if "333333" in one]
        assert "(in “words”, table 1, row 1, cell 2)" in care

    def test_tags_that_vanish_may_look_as_they_like(self) -> None:
        document = template("{%p if report %}", "{%p endif %}")
        for paragraph in document.paragraphs:
            paragraph.runs[0].font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
        assert not any("FFFFFF on" in one for one in warnings(document, "template-contrast"))


class TestReadingAids:
    @pytest.mark.parametrize(
        ("paragraphs", "told"),
        [
            ((("Heading 1", "A"), ("Heading 3", "B")), "Heading 3 follows Heading 1"),
            ((("Heading 2", "A"),), "the first heading is of level 2"),
            (
                ("{%p if foreword %}", ("Heading 1", "A"), "{%p else %}", "b", "{%p endif %}", ("Heading 3", "C")),
                "Heading 3 follows Heading 1",
            ),
        ],
    )
    def test_a_level_that_is_left_out_is_a_warning(self, paragraphs: tuple[Content, ...], told: str) -> None:
        (care,) = warnings(template(*paragraphs), "template-heading")
        assert told in care

    def test_levels_are_followed_through_the_branches(self) -> None:
        branches = ("{%p if rule %}", ("Heading 2", "B"), "{%p else %}", ("Heading 1", "C"), "{%p endif %}")
        content = (("Heading 1", "A"), "{%p for m in missions %}", *branches, "{%p endfor %}", ("Heading 3", "D"))
        assert warnings(template(*content), "template-heading") == []

    def test_a_table_without_a_header_row_is_a_warning_at_its_first_cell(self) -> None:
        (care,) = warnings(template([["Theme", "All"], ["x", "y"]]), "template-table")
        assert "no header row (in “Theme”, table 1, row 1, cell 1)" in care

    def test_a_table_without_any_paragraph_is_told_of_too(self) -> None:
        document = template([["Theme", "All"], ["x", "y"]])
        for cell in document.element.iter(qn("w:tc")):
            cell.clear()
        (care,) = warnings(document, "template-table")
        assert "no header row" in care

    def test_a_field_outside_of_any_paragraph_is_told_of_too(self) -> None:
        document = template("Words")
        document.element.body.insert(0, parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="TITLE" w:dirty="true"/>'))
        assert len(warnings(document, "template-fields")) == 1

    def test_a_picture_without_alternative_text_is_a_warning(self) -> None:
        document = template()
        document.add_picture(io.BytesIO(png()))
        (care,) = warnings(document, "template-alt")
        assert "“Picture 1” has no alternative text" in care
        next(document.element.iter(qn("wp:docPr"))).set("descr", "The mark")
        assert warnings(document, "template-alt") == []

    @pytest.mark.parametrize("words", [("toc 1", "Foreword\t3"), ("Body Text", "Foreword .......... 3")])
    def test_contents_that_are_typed_in_are_a_warning(self, words: tuple[str, str]) -> None:
        assert len(warnings(template(words, words), "template-contents")) == 1

    def test_what_makes_word_ask_is_a_warning(self) -> None:
        document = template("Words")
        document.settings.element.append(OxmlElement("w:updateFields"))
        mark = parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>')
        document.paragraphs[0]._p.append(mark)
        assert len(warnings(document, "template-fields")) == 2


class TestOtherFiles:
    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "this file is empty"),
            (b"no Word file", "no Word file"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Word file of the old kind (.doc)"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "has a password"),
            (b"{\\rtf1 words}", "Rich Text"),
            (b"%PDF-1.7", "a PDF"),
            (saved(template("Words"))[:3000], "cut off"),
            (retyped("ms-word.document.macroEnabled.main+xml"), "with macros"),
            (retyped("spreadsheetml.sheet.main+xml"), "an Excel workbook"),
            (retyped("presentationml.presentation.main+xml"), "a PowerPoint presentation"),
        ],
    )
    def test_what_is_no_word_file_is_told_in_its_own_words(self, data: bytes, words: str) -> None:
        assert words in refusal(data)

    def test_a_word_template_file_is_judged_as_a_document(self) -> None:
        assert judged(retyped("wordprocessingml.template.main+xml")) == judged(template())

    def test_a_file_of_libreoffice_is_told(self, tmp_path: Path) -> None:
        path = tmp_path / "our.docx"
        with zipfile.ZipFile(path, "w") as made:
            made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        assert "OpenDocument" in refusal(path.read_bytes())
