"""`reportgen check --word`: what somebody's edits of the Word file made untrue, told once, where it stands."""

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from word.tiny_docx import zipped

from reportgen import filling
from reportgen.build import check_word
from reportgen.cli import run
from reportgen.edition.edition import Edition
from reportgen.findings import Finding
from reportgen.problems import InputError, Problem, Problems
from reportgen.starter import start_edition
from reportgen.word.fill import Filled

CHECKOUT = Path(__file__).parents[4]
EDITIONS = [CHECKOUT / "data" / "digital-roadmap-2024", CHECKOUT / "tests" / "editions" / "rivers-2023"]
SOFFICE = shutil.which("soffice")
MAIN = "word/document.xml"


@cache
def built() -> bytes:
    """The starter's Word file."""
    return filled(CHECKOUT / "src" / "reportgen" / "starter" / "edition")


def filled(folder: Path) -> bytes:
    return filling.fill_without_pictures(folder, Problems())[2].data()


@pytest.fixture(scope="module", autouse=True)
def what_stays_the_same_is_filled_once() -> Iterator[None]:
    """Most tests have the starter's edition as it is, or fill what they check."""
    fill, known = filling.fill_without_pictures, {}

    def fill_once(folder: Path, problems: Problems) -> tuple[Edition, Mapping[str, Finding], Filled]:
        key = frozenset((path.relative_to(folder), path.read_bytes()) for path in folder.rglob("*") if path.is_file())
        if key not in known:
            known[key] = fill(folder, problems)
        edition, findings, done = known[key]
        return replace(edition, folder=folder), findings, done

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filling, "fill_without_pictures", fill_once)
        yield


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    start_edition(tmp_path / "harbour")
    return tmp_path / "harbour"


def edit(data: bytes, change: Callable[[str], str], part: str = MAIN) -> bytes:
    """The file with a part that is changed, as a zip archive anew."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(buffer, "w") as made:
        for entry in package.infolist():
            content = package.read(entry)
            made.writestr(entry, change(content.decode()).encode() if entry.filename == part else content)
    return buffer.getvalue()


def swap(old: str, new: str, nth: int = 0) -> Callable[[str], str]:
    def change(xml: str) -> str:
        at = [found.start() for found in re.finditer(re.escape(old), xml)][nth]
        return xml[:at] + new + xml[at + len(old) :]

    return change


def checked(edition: Path, *changes: Callable[[str], str], data: bytes | None = None) -> list[Problem]:
    file = edition.parent / "edited.docx"
    made = data or built()
    for change in changes:
        made = edit(made, change)
    file.write_bytes(made)
    return list(check_word(edition, file).problems)


def one(found: list[Problem]) -> Problem:
    assert len(found) == 1, [str(problem) for problem in found]
    return found[0]


def value(text: str) -> str:
    return f">{text}</w:t></w:r><w:bookmarkEnd"


@pytest.mark.parametrize("template", ["evidence-report", "board-paper"])
@pytest.mark.parametrize("folder", EDITIONS, ids=lambda folder: folder.name)
def test_an_untouched_file_checks_clean(folder: Path, template: str, tmp_path: Path) -> None:
    own = Path(shutil.copytree(folder, tmp_path / folder.name))
    settings = re.sub("(?m)^template:.*$", "", (own / "report.yaml").read_text(encoding="utf-8"))
    (own / "report.yaml").write_text(f"{settings.rstrip()}\ntemplate: {template}\n", encoding="utf-8")
    assert [str(problem) for problem in checked(own, data=filled(own))] == []


def test_a_template_of_other_tables_since_makes_nothing_untrue(tmp_path: Path) -> None:
    own = Path(shutil.copytree(EDITIONS[1], tmp_path / "rivers"))
    data, settings = filled(own), (own / "report.yaml").read_text(encoding="utf-8")
    (own / "report.yaml").write_text(re.sub("(?m)^template:.*$", "", settings) + "\ntemplate: board-paper\n", "utf-8")
    assert [str(problem) for problem in checked(own, data=data)] == []


def test_a_figure_that_was_overtyped_is_told_once_with_what_the_data_say(edition: Path) -> None:
    told = one(checked(edition, swap(value("41%"), value("14%"))))
    assert (told.severity, told.code) == ("error", "changed-figure")
    assert "the file says “14%”, the data say 41%" in told.message
    assert "it was changed in Word" in told.message
    assert told.place.line is None
    assert told.place.paragraph is not None
    assert told.place.paragraph.startswith("Homes. 14% of homes")


def test_digits_typed_beside_a_figure_are_read_with_it(edition: Path) -> None:
    xml = zipfile.ZipFile(io.BytesIO(built())).read(MAIN).decode()
    at = xml.rfind("<w:bookmarkStart", 0, xml.index(value("41%")))
    opening = xml[at : xml.index("/>", at) + 2]
    told = one(checked(edition, swap(opening, f"<w:r><w:t>1</w:t></w:r>{opening}")))
    assert "the file says “141%”" in told.message


def test_data_that_changed_since_are_told_as_that(edition: Path) -> None:
    values = edition / "values.csv"
    text = values.read_text(encoding="utf-8-sig")
    values.write_text(text.replace("employment,Harbour Towns,2023,74.2", "employment,Harbour Towns,2023,74.4"), "utf-8")
    found = checked(edition)
    assert {problem.code for problem in found} == {"data-changed"}
    assert any("the file says “74.2%”, the data say 74.4%" in problem.message for problem in found)
    assert all("the data have changed since the file was built" in problem.message for problem in found)


def test_a_newer_period_makes_the_table_one_that_is_out_of_date(edition: Path) -> None:
    values = edition / "values.csv"
    rows = "weekly-rent,Harbour Towns,2024,170.00,,,,\nweekly-rent,Country,2024,175.00,,,,\n"
    values.write_text(values.read_text(encoding="utf-8-sig").rstrip("\n") + "\n" + rows, "utf-8")
    found = [problem for problem in checked(edition) if problem.place.cell is not None]
    assert {problem.code for problem in found} == {"data-changed"}
    told = [problem for problem in found if "the file says “£162.50”, the data say £170.00" in problem.message]
    assert len(told) == 2
    assert "in 2024" in told[0].message


def test_the_same_figure_in_other_words_is_no_contradiction(edition: Path) -> None:
    assert checked(edition, swap(value("6 percentage points"), value("six percentage points"))) == []


def test_a_coarser_figure_is_a_warning(edition: Path) -> None:
    told = one(checked(edition, swap(value("3,138"), value("3,100"))))
    assert (told.severity, told.code) == ("warning", "changed-figure")


def test_a_figure_that_was_deleted_is_fine(edition: Path) -> None:
    assert checked(edition, swap(value("41%"), "></w:t></w:r><w:bookmarkEnd")) == []


def test_a_copy_of_a_figure_is_words_like_any_other(edition: Path) -> None:
    words = "What should happen next"
    xml = zipfile.ZipFile(io.BytesIO(built())).read(MAIN).decode()
    found = re.search(r'<w:bookmarkStart [^>]*w:name="(_rg_\d+)"[^>]*/>(?:(?!bookmarkEnd).)*>41%<', xml)
    assert found is not None
    copy = (
        f'In Harbour Towns, </w:t></w:r><w:bookmarkStart w:id="9001" w:name="{found[1]}"/><w:r><w:t>41%</w:t></w:r>'
        '<w:bookmarkEnd w:id="9001"/><w:r><w:t xml:space="preserve"> of residents aged 16 to 64 are in work in 2023. '
    )
    told = one(checked(edition, swap(words, copy)))
    assert told.code == "figure-against-data"
    assert "74.2%" in told.message


def test_words_that_were_typed_are_judged_as_the_narratives_are(edition: Path) -> None:
    told = one(checked(edition, swap("What goes well, with the evidence for it.", "Of all tenants, 120% agree.")))
    assert told.code == "percentage-over-100"
    assert told.place.paragraph is not None
    assert told.place.paragraph.startswith("Of all tenants, 120% agree.")


def test_tracked_changes_count_as_in_printing(edition: Path) -> None:
    xml = zipfile.ZipFile(io.BytesIO(built())).read(MAIN).decode()
    at = xml.index(value("41%"))
    run_start = xml.rfind("<w:r>", 0, at)
    old = xml[run_start : at + len(">41%</w:t></w:r>")]
    who = 'w:id="900" w:author="A" w:date="2024-01-01T00:00:00Z"'
    new = (
        f"<w:del {who}>{old.replace('<w:t', '<w:delText').replace('</w:t>', '</w:delText>')}</w:del>"
        f"<w:ins {who}>{old.replace('41%', '44%')}</w:ins>"
    )
    assert "the file says “44%”" in one(checked(edition, swap(old, new))).message


def test_words_of_the_narrative_are_not_judged_beside_those_of_the_file(edition: Path) -> None:
    conclusion = edition / "narrative" / "conclusion.md"
    conclusion.write_text(conclusion.read_text(encoding="utf-8") + "\nOf all tenants, 120% agree.\n", "utf-8")
    assert checked(edition) == []


class TestATableOfTheData:
    def cell(self, words: str, new: str) -> Callable[[str], str]:
        """Retyped from end to end: the bookmark is gone."""

        def change(xml: str) -> str:
            found = re.search(
                rf'<w:bookmarkStart w:id="(\d+)" w:name="_rg_\d+"/>((?:(?!<w:bookmark).)*>){re.escape(words)}'
                r'</w:t></w:r><w:bookmarkEnd w:id="\1"/>',
                xml[xml.index("<w:tbl>") :],
            )
            assert found is not None
            return xml.replace(found[0], f"{found[2]}{new}</w:t></w:r>", 1)

        return change

    def test_a_cell_that_was_retyped_is_told(self, edition: Path) -> None:
        told = one(checked(edition, self.cell("£162.50", "£126.50")))
        assert (told.severity, told.code) == ("error", "changed-figure")
        assert "the file says “£126.50”, the data say £162.50" in told.message
        assert "it was changed in Word" in told.message
        assert told.place.cell is not None

    def test_a_rating_that_was_retyped_is_told_once(self, edition: Path) -> None:
        told = one(checked(edition, self.cell("RED", "GREEN")))
        assert told.message.startswith("the cell says “GREEN −6pp")
        assert told.message.endswith("it was changed in Word")

    def test_a_cell_that_was_retyped_as_it_was_is_fine(self, edition: Path) -> None:
        assert checked(edition, self.cell("£162.50", "£162.50")) == []

    def test_a_name_that_was_changed_is_told(self, edition: Path) -> None:
        name = "Median weekly rent of a two-bedroom home"
        told = one(checked(edition, swap(f">{name}<", ">Median weekly rent of a three-bedroom home<")))
        assert (told.severity, told.code) == ("error", "table-cell")

    def test_a_cell_of_a_series_is_held_against_its_file(self, edition: Path) -> None:
        text = (edition / "series" / "training-places.csv").read_text(encoding="utf-8-sig")
        number = re.findall(r",(\d+)", text)[0]
        told = one(checked(edition, swap(value(number), value(number + "7"))))
        assert told.code == "changed-figure"
        assert "training-places" in told.message

    def test_a_row_that_was_deleted_is_fine(self, edition: Path) -> None:
        def without_last_row(xml: str) -> str:
            table = xml.rindex("<w:tbl>", 0, xml.index("training-places") if "training-places" in xml else len(xml))
            end = xml.index("</w:tbl>", table)
            return xml[: xml.rindex("<w:tr>", table, end)] + xml[end:]

        assert [problem.code for problem in checked(edition, without_last_row)] == []

    def test_a_rating_whose_word_was_changed_is_told_once(self, edition: Path) -> None:
        told = one(checked(edition, swap(value("RED"), value("GREEN"))))
        assert told.code == "changed-figure"
        assert "the file says “GREEN”, the data say RED" in told.message

    def test_a_rating_whose_colour_was_changed_is_told(self, edition: Path) -> None:
        xml = zipfile.ZipFile(io.BytesIO(built())).read(MAIN).decode()
        fills = {
            word: re.search(rf'w:fill="(\w{{6}})"[^>]*/>(?:(?!<w:tc>).)*?>{word}<', xml) for word in ("RED", "GREEN")
        }
        red, green = fills["RED"], fills["GREEN"]
        assert red is not None
        assert green is not None
        recoloured = red[0].replace(red[1], green[1])
        told = one(checked(edition, swap(red[0], recoloured)))
        assert (told.severity, told.code) == ("error", "rating-colour")
        assert told.message == "the cell says RED, and its colour is that of GREEN"


def test_a_file_that_reportgen_did_not_make_is_refused(edition: Path) -> None:
    with pytest.raises(InputError) as refused:
        checked(edition, data=(CHECKOUT / "templates/evidence-report.docx").read_bytes())
    assert [problem.code for problem in refused.value.problems] == ["not-built"]


def test_of_a_file_that_has_lost_what_reportgen_wrote_the_words_are_checked(edition: Path) -> None:
    lost = without_origins(built())
    assert [(one.severity, one.code) for one in checked(edition, data=lost)] == [("warning", "lost-origins")]
    told = checked(edition, data=edit(lost, lambda xml: xml.replace("74.2%", "72.4%", 1)))
    assert {(one.severity, one.code) for one in told[1:]} == {("error", "figure-against-data")}


def without_origins(data: bytes) -> bytes:
    """As programs save it that know neither bookmarks nor custom XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist() if not name.startswith(("customXml", "docProps/cu"))}
    for name in [name for name in parts if name.endswith((".xml", ".rels"))]:
        text = re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", parts[name].decode())
        parts[name] = re.sub(
            r"<(?:Relationship|Override) [^>]*(?:customXml|custom\.xml|custom-properties)[^>]*/>", "", text
        ).encode()
    return zipped(parts)


def test_a_file_of_another_edition_is_refused(edition: Path) -> None:
    with pytest.raises(InputError) as refused:
        checked(edition, data=filled(EDITIONS[1]))
    assert [problem.code for problem in refused.value.problems] == ["other-edition"]


def test_a_file_of_another_year_is_told_of_once_and_not_figure_by_figure(edition: Path) -> None:
    values, settings = edition / "values.csv", edition / "report.yaml"
    values.write_text(
        values.read_text(encoding="utf-8-sig").replace(",2023,", ",2024,").replace("74.2", "75.1"), "utf-8"
    )
    settings.write_text(settings.read_text(encoding="utf-8").replace('edition: "2024"', 'edition: "2025"'), "utf-8")
    told = one(checked(edition))
    assert (told.severity, told.code) == ("error", "other-edition")
    assert "the file says “Edition 2024”, and report.yaml says that this is the edition “2025”" in told.message
    assert "of its figures are not what the data of this folder say" in told.message


def test_a_title_that_was_changed_since_is_a_warning(edition: Path) -> None:
    settings = edition / "report.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("title: State", "title: The state", 1), "utf-8")
    told = one(checked(edition))
    assert (told.severity, told.code) == ("warning", "other-edition")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not there")
def test_a_save_in_libreoffice_changes_nothing(edition: Path, tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(edit(built(), swap(value("41%"), value("14%"))))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "saved")]
    subprocess.run([*command, str(tmp_path / "report.docx")], check=True, capture_output=True, timeout=120)
    told = one(checked(edition, data=(tmp_path / "saved" / "report.docx").read_bytes()))
    assert "the file says “14%”, the data say 41%" in told.message


def test_a_hint_speaks_of_nothing_that_word_does_not_know(edition: Path) -> None:
    words = "In Harbour Towns, 47% of homes have an energy rating of C or better."
    told = one(checked(edition, swap("What goes well, with the evidence for it.", words)))
    assert told.hint == "Correct the figure."


def test_a_second_place_is_quoted_too(edition: Path) -> None:
    told = one(checked(edition, swap(">Strengths and opportunities<", ">Strength and opportunities<")))
    assert "(" + edition.parent.joinpath("edited.docx").as_posix() + ", “Strengths and opportunities”)" in told.message


def test_what_the_owner_silenced_in_the_narrative_is_silent_here(edition: Path) -> None:
    conclusion = edition / "narrative" / "conclusion.md"
    conclusion.write_text(conclusion.read_text(encoding="utf-8") + "\nOf all tenants, 120% agree.\n", "utf-8")
    data = filled(edition)
    assert [problem.code for problem in checked(edition, data=data)] == ["percentage-over-100"]
    silence = "{code: percentage-over-100, place: narrative/conclusion.md, reason: so asked, date: 2024-01-01}"
    (edition / "checks.yaml").write_text(f"silenced:\n  - {silence}\n", "utf-8")
    assert checked(edition, data=data) == []


def test_json_names_file_and_paragraph_and_no_line(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = edition.parent / "edited.docx"
    file.write_bytes(edit(built(), swap(value("41%"), value("14%"))))
    assert run(["check", str(edition), "--word", str(file), "--json"]) == 1
    [told] = json.loads(capsys.readouterr().out)
    assert told["file"] == file.as_posix()
    assert told["line"] is None
    assert told["paragraph"].startswith("Homes. 14%")
