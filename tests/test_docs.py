"""The pages for report owners and brand teams say what the code knows: no name less, no name more."""

import ast
import dataclasses
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import click
import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import RGBColor

import reportgen
from reportgen import numbers, resources
from reportgen.checks.report import silences
from reportgen.checks.templates.styles import STYLES
from reportgen.cli import commands, run
from reportgen.edition import facts, indicators, observations
from reportgen.edition.edition import PARTS, read_edition
from reportgen.edition.keyed import Keyed
from reportgen.findings import assess, rate
from reportgen.problems import Problems
from reportgen.starter import start_edition
from reportgen.word import context

DOCS = Path(__file__).parents[1] / "docs"
EDITION = (DOCS / "edition.md").read_text(encoding="utf-8")
TEMPLATE = (DOCS / "template.md").read_text(encoding="utf-8")
WORD = (DOCS / "word.md").read_text(encoding="utf-8")
PDF = (DOCS / "pdf.md").read_text(encoding="utf-8")
CHECK = (DOCS / "check.md").read_text(encoding="utf-8")

Rows = list[list[str]]


def tables(page: str, heading: str) -> list[Rows]:
    """The tables under a heading, each as the cells of its rows."""
    [_, section] = re.split(rf"^#+ {re.escape(heading)}\n", page, flags=re.MULTILINE)
    section = re.split(r"^#+ ", section, maxsplit=1, flags=re.MULTILINE)[0]
    found = re.findall(r"^\|[-|]+\|\n((?:\|.*\n)+)", section, re.MULTILINE)
    return [[[cell.strip() for cell in row.strip("|").split(" |")] for row in one.splitlines()] for one in found]


def first_column(table: Rows) -> list[str]:
    return [name for row in table for name in re.findall(r"`([^`]+)`", row[0])]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition that the examples are from, with the logo of the page's example."""
    folder = tmp_path_factory.mktemp("docs") / "mine"
    start_edition(folder)
    report = folder / "report.yaml"
    report.write_text(report.read_text(encoding="utf-8").replace("# logo:", "logo:"), encoding="utf-8")
    (folder / "pictures").mkdir()
    (folder / "pictures" / "logo.png").touch()
    return folder


def spoil(file: Path, words: str, instead: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert words in text
    file.write_text(text.replace(words, instead), encoding="utf-8")


class TestTheOwnersPage:
    @pytest.mark.parametrize(
        ("heading", "module"),
        [("indicators.csv", indicators), ("values.csv", observations), ("facts.csv", facts)],
    )
    def test_lists_the_columns_of_each_table(self, heading, module, edition, monkeypatch):
        asked: list[str] = []
        records = module.records

        def watched(table, required, optional, problems):
            asked.extend((*required, *optional))
            return records(table, required, optional, problems)

        monkeypatch.setattr(module, "records", watched)
        read_edition(edition, Problems())
        assert first_column(tables(EDITION, heading)[0]) == asked

    @pytest.fixture
    def keys(self, edition, monkeypatch) -> dict[str, list[str]]:
        """The keys that report.yaml and sources.yaml may hold, by what they are keys of."""
        asked: dict[str, list[str]] = {}
        expect = Keyed.expect

        def watched(self: Keyed, *names: str) -> None:
            thing = re.sub(r"^the | \d+$| “.*", "", self.title)
            asked[thing or self.place.file] = list(names)
            expect(self, *names)

        monkeypatch.setattr(Keyed, "expect", watched)
        read_edition(edition, Problems())
        return asked

    def test_lists_the_keys_of_the_yaml_files(self, keys):
        report, aspiration, figure, table = tables(EDITION, "report.yaml")
        assert sorted(first_column(report)) == sorted(keys["report.yaml"])
        assert first_column(aspiration) == keys["aspiration"]
        assert first_column(figure) == keys["figure"]
        assert first_column(table) == keys["table"]
        assert first_column(tables(EDITION, "sources.yaml")[0]) == keys["source"]

    @pytest.mark.parametrize(
        ("key", "thing"),
        [
            ("logo", "logo"),
            ("comparators", "comparator"),
            ("rating", "rating"),
            ("foreword", "foreword"),
            ("missions", "mission"),
        ],
    )
    def test_names_the_keys_below_a_key(self, keys, key, thing):
        [row] = [row for row in tables(EDITION, "report.yaml")[0] if row[0] == f"`{key}`"]
        assert set(keys[thing]) <= set(re.findall(r"`(\w+)`", row[1]))

    def test_names_the_placeholders_of_a_wording(self):
        assert set(indicators.PLACEHOLDERS) == set(re.findall(r"`{(\w+)}`", EDITION))

    def test_names_every_part_of_the_narrative(self):
        assert all(f"{part}.md" in EDITION for part in PARTS)

    @pytest.fixture
    def known(self, edition):
        from reportgen.expressions import names

        read = read_edition(edition, Problems())
        return names(read, assess(read))

    def test_shows_every_expression(self, known):
        shown = [name for table in tables(EDITION, "Expressions") for name in first_column(table)]
        assert {re.findall(r"\w+", name)[0] for name in shown} == set(known)

    @pytest.mark.parametrize(
        ("expression", "printed"),
        [
            (row[0].strip("`{} "), row[1].strip("`"))
            for row in tables(EDITION, "Expressions")[0]
            if row[1].startswith("`")
        ],
    )
    def test_shows_what_an_expression_prints(self, known, expression, printed):
        given = eval(expression, {}, dict(known))
        assert getattr(given, "text", given) == printed

    @pytest.mark.parametrize(
        ("value", "unit", "decimals", "printed"),
        tables(EDITION, "How ratings and figures come about")[1],
    )
    def test_shows_how_figures_are_rounded(self, value, unit, decimals, printed):
        assert f"`{numbers.show(Decimal(value), unit.strip('`'), int(decimals))}`" == printed

    def test_rates_its_examples_as_the_code_does(self):
        examples = re.findall(r"([\d.]+)%(?: is)? (GREEN|AMBER|RED)", EDITION)
        assert [rate(Decimal(value) - 54, Decimal(1)).value for value, _ in examples] == [
            rating for _, rating in examples
        ]
        assert len(examples) == 4

    def test_shows_what_messages_look_like(self, tmp_path, capsys):
        start_edition(tmp_path)
        spoil(tmp_path / "report.yaml", "amber_within:", "amber_withn:")
        spoil(tmp_path / "indicators.csv", "weekly-rent,homes", "weekly-rent,home")
        spoil(tmp_path / "values.csv", "£171.00", "£171.oo")
        assert run(["build", str(tmp_path)]) == 1
        assert f"```\n{capsys.readouterr().err}```\n" in EDITION

    def test_names_every_command_and_option(self):
        page = "".join(row[0] for row in tables(EDITION, "Building, and what you are told")[0])
        for name, command in commands.commands.items():
            assert f"reportgen {name} " in page
            for option in (one for one in command.params if isinstance(one, click.Option)):
                assert option.opts[0] in page
        assert "--debug" in EDITION


class TestTheBrandTeamsPage:
    @pytest.mark.parametrize(
        ("heading", "place", "prefix", "view"),
        [
            ("The report", 0, "report", context.ReportView),
            ("The comparator", 0, "comparator", context.ComparatorView),
            ("A part", 0, "part", context.PartView),
            ("A part", 1, "foreword", context.ForewordView),
            ("A mission", 0, "mission", context.MissionView),
            ("An aspiration", 0, "aspiration", context.AspirationView),
            ("The tables", 0, "tables", context.TablesView),
            ("The tables", 1, "table", context.TableView),
            ("The tables", 2, "theme", context.ThemeView),
            ("A row of an indicator", 0, "row", context.IndicatorRow),
            ("A row of an indicator", 1, "rating", context.RatingView),
            ("A row of an indicator", 2, "peer", context.ComparisonView),
            ("A row of an aspiration", 0, "row", context.AspirationRow),
        ],
    )
    def test_lists_the_names_within_a_name(self, heading, place, prefix, view):
        names = {f"{prefix}.{field.name}" for field in dataclasses.fields(view)}
        assert set(first_column(tables(TEMPLATE, heading)[place])) == names

    def test_lists_every_view_that_there_is(self):
        views = {one for one in vars(context).values() if dataclasses.is_dataclass(one)}
        views = {one for one in views if one.__module__ == context.__name__} - {context.Names}
        marks = self.test_lists_the_names_within_a_name.pytestmark[0]
        assert views == {case[3] for case in marks.args[1]}

    def test_lists_the_names_everywhere(self):
        names = [field.name for field in dataclasses.fields(context.Names)]
        assert first_column(tables(TEMPLATE, "Everywhere")[0]) == names

    def test_lists_the_styles_as_the_template_has_them(self):
        kinds = {
            "paragraph": WD_STYLE_TYPE.PARAGRAPH,
            "character": WD_STYLE_TYPE.CHARACTER,
            "table": WD_STYLE_TYPE.TABLE,
        }
        styles = docx.Document(str(resources.template("evidence-report"))).styles
        there = {style.name.lower(): style.type for style in styles}
        for name, kind, _ in tables(TEMPLATE, "Styles that the engine asks for")[0]:
            assert there[name.strip("`").lower()] == kinds[kind]

    def test_lists_the_styles_that_templates_are_judged_by(self):
        listed = [(name.strip("`"), kind) for name, kind, _ in tables(TEMPLATE, "Styles that the engine asks for")[0]]
        assert listed == [(asked.name, asked.kind) for asked in STYLES]

    def test_shows_how_a_template_is_judged(self, tmp_path, capsys, monkeypatch):
        document = docx.Document(str(resources.template("evidence-report")))
        [title] = [one for one in document.paragraphs if one.text == "{{ report.title }}"]
        title.runs[0].text = "{{ report.titel }}"
        [signatory] = [one for one in document.paragraphs if one.text == "{{ foreword.name }}"]
        signatory._p.getnext().getparent().remove(signatory._p.getnext())
        document.styles["Source"].delete()
        document.styles["Rating Amber"].font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
        document.save(str(tmp_path / "our-brand.docx"))
        monkeypatch.chdir(tmp_path)
        assert run(["template", "our-brand.docx"]) == 1
        assert f"```\n{capsys.readouterr().err}```\n" in TEMPLATE

    def test_lists_every_style_that_the_engine_asks_for(self):
        styles = docx.Document(str(resources.template("evidence-report"))).styles
        named = {style.name for style in styles} - {"Normal", "Default Paragraph Font", "Normal Table"}
        asked = {literal for literal in literals() if literal in named and " " in literal}
        asked |= {"Caption", "Figure", "Source", "Quote", "Hyperlink", "Strong", "Emphasis"}
        assert asked <= set(first_column(tables(TEMPLATE, "Styles that the engine asks for")[0]))


def literals() -> set[str]:
    """Every text in the program."""
    files = Path(reportgen.__file__).parent.rglob("*.py")
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


class TestTheWordPage:
    def test_lists_all_that_a_pdf_names_as_not_carried(self):
        source = Path(reportgen.__file__).parent
        files = [
            *(source / "word" / "reading").glob("*.py"),
            source / "word" / "reader.py",
            *(source / "pdf").glob("*.py"),
        ]
        trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
        calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
        warned = {
            call.args[0].value
            for call in calls
            if isinstance(call.func, ast.Attribute)
            and call.func.attr == "warn"
            and isinstance(call.args[0], ast.Constant)
        }
        [rows] = tables(WORD, "What of somebody's Word file reaches the PDF")
        assert {code for row in rows for code in re.findall("`([a-z-]+)`", row[2])} == warned - {"lost-words", "print"}


class TestThePdfPage:
    def test_names_every_kind_of_tag_of_a_report(self):
        golden = Path(__file__).parent / "pdf" / "goldens" / "rivers-2023.txt"
        kinds = {line.split()[0] for line in golden.read_text(encoding="utf-8").splitlines()}
        [rows] = tables(PDF, "Tags (14.8.4)")
        named = {kind for row in rows for kind in re.findall("`([A-Z][A-Za-z0-9]*)`", row[1])}
        assert kinds - named - {"P", "TR", "TBody", "BlockQuote", "H2", "H3"} == set()

    def test_shows_what_a_screen_reader_says(self):
        """Each line of the specimen is a line that the reader aloud gives, but for the figures and words in it."""
        specimen = PDF.split("```")[1].strip().splitlines()
        golden = (Path(__file__).parent / "pdf" / "goldens" / "rivers-2023.txt").read_text(encoding="utf-8")
        known = {re.sub(r" \|.*| under.*| \(.*", "", line).strip() for line in golden.splitlines()}
        assert {re.sub(r" \|.*| under.*| \(.*", "", line).strip() for line in specimen} <= known


class TestTheCheckersPage:
    def test_lists_every_code_with_how_severe_it_may_be(self):
        sections = (
            "In the words",
            "In the data",
            "In the explanation of the ratings",
            "In references",
            "In an edited Word file",
            "In checks.yaml",
        )
        rows = [row for section in sections for row in tables(CHECK, section)[0]]
        listed = {code: row[1] for row in rows for code in first_column([row])}
        assert len(listed) == len(rows)
        found: dict[str, set[str]] = {}
        for path in Path(reportgen.__file__).parent.joinpath("checks", "report").rglob("*.py"):
            for code, severities in codes_of(path):
                found.setdefault(code, set()).update(severities)
        told_elsewhere = {"wrong-kind"}  # a fault of form that every YAML file may have
        assert found.keys() - told_elsewhere == listed.keys()
        assert [code for code, row in listed.items() if row.split(":")[0] not in found[code]] == []

    def test_lists_the_keys_of_a_silence(self):
        assert first_column(tables(CHECK, "Findings that may stay")[0]) == list(silences.KEYS)


def codes_of(path: Path) -> Iterator[tuple[str, set[str]]]:
    """The codes of the problems that a module makes, and what severities stand there."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    for call in calls:
        match call.func, call.args:
            case ast.Name("Problem"), [severity, ast.Constant(str(code)), *_]:
                constants = [node.value for node in ast.walk(severity) if isinstance(node, ast.Constant)]
                yield code, {one for one in constants if one in ("error", "warning")} or {"error", "warning"}
            case ast.Name("Problem"), _:
                raise AssertionError(f"{path.name}:{call.lineno}: a code is written where the problem is made")
            case ast.Attribute(_, "error"), [ast.Constant(str(code)), *_]:
                yield code, {"error"}
            case ast.Attribute(_, "warn"), [ast.Constant(str(code)), *_]:
                yield code, {"warning"}
