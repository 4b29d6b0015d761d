"""The names of the narrative: what each gives, where it comes from, what is said where there is nothing."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.document import Block, CrossReference, List, ListItem, Origin, Paragraph, Text, Value
from reportgen.edition.edition import Edition
from reportgen.edition.evidence import Evidence, Fact, Indicator, Observation
from reportgen.edition.narrative import Call
from reportgen.edition.settings import (
    Aspiration,
    Comparator,
    FigureSettings,
    Mission,
    Settings,
    TableSettings,
)
from reportgen.expressions import names, rule_blocks
from reportgen.findings import assess
from reportgen.problems import Place
from reportgen.sandbox import ExpressionError
from reportgen.word.ratings import STYLES as RATING_STYLES

SETTINGS = Settings(
    title="A report",
    organisation="An authority",
    edition="2024",
    area="Kent",
    comparators=(Comparator("United Kingdom", "national average"),),
    missions=(
        Mission(
            "access",
            "Access for all",
            (Aspiration("skills", "Skills meet demand."), Aspiration("jobs", "Jobs.")),
        ),
        Mission("data", "Data that is used"),
    ),
    amber_within=Decimal(1),
    figures={"map": FigureSettings("map", "A map", "bar", "series/map.csv", "Bars.")},
    tables={"tasks": TableSettings("tasks", "The tasks", "series/tasks.csv")},
)


def indicator(id: str, **changes: object) -> Indicator:
    usual = Indicator(
        id,
        "access",
        f"Name of {id}",
        "percent",
        "higher",
        0,
        ("United Kingdom",),
        Decimal(1),
        counted="adults",
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


MONEY = indicator("money", mission="data", unit="gbp", amber_within=None)
INDICATORS = (indicator("online"), indicator("coverage", decimals=1), MONEY)
UK = "United Kingdom"
ROWS = (
    ("online", "Kent", "2021", "42"),
    ("online", "Kent", "2022", None),
    ("online", "Kent", "2023", "65", "766383"),
    ("online", UK, "2021", "50"),
    ("online", UK, "2023", "53"),
    ("online", "England", "2023", "45"),
    ("online", "Wales", "2021", "40"),
    ("coverage", "Kent", "2023", None),
    ("coverage", UK, "2023", "30.5"),
    ("money", "Kent", "2022", "1200000000"),
    ("money", "Kent", "2023", "940000000"),
    ("money", UK, "2023", "1200000000"),
)


def observation(line: int, id: str, area: str, period: str, *numbers: str | None) -> Observation:
    return Observation(
        id,
        area,
        period,
        *(Decimal(each) if each else None for each in numbers),
        place=Place("values.csv", line),
    )


def edition(*indicators: Indicator, settings: Settings = SETTINGS) -> Edition:
    rows = [observation(line, *row) for line, row in enumerate(ROWS, start=2)]
    facts = {
        "economy": Fact("economy", "gbp", Decimal(15_300_000_000), "£15.3bn", 0, place=Place("facts.csv", 2)),
        "share": Fact("share", "percent", Decimal("45.30"), "45.30", 2),
        "rank": Fact("rank", "text", None, "9th"),
    }
    evidence = Evidence(
        {each.id: each for each in indicators or INDICATORS},
        {(row.indicator, row.area, row.period): row for row in rows},
        facts,
        {},
    )
    return Edition(Path("kent-2024"), settings, evidence, {}, {})


def call(name: str, *given: object, **named: object) -> object:
    made = edition()
    return names(made, assess(made))[name](*given, **named)


def text(name: str, *given: object, **named: object) -> str:
    figure = call(name, *given, **named)
    assert isinstance(figure, Value)
    return figure.text


def refusal(name: str, *given: object, **named: object) -> tuple[str, str | None]:
    with pytest.raises(ExpressionError) as error:
        call(name, *given, **named)
    return error.value.message, error.value.hint


# ── Figures ────────────────────────────────────────────────────────────────────────────────────


def test_values_by_area_and_period() -> None:
    assert text("value", "online") == "65%"
    assert text("value", "online", "England") == "45%"
    assert text("value", "online", period="2021") == text("value", "online", period=2021) == "42%"
    assert text("value", "online", UK, period="2021") == "50%"


def test_what_is_known_but_not_reported_says_so() -> None:
    assert text("value", "coverage") == "not reported"  # an empty cell
    assert text("value", "online", "Wales") == "not reported"  # no row in the current period
    assert text("value", "money", "Wales") == "not reported"  # an area that other indicators have rows for
    assert text("value", "online", period="2022") == "not reported"
    assert text("rating", "coverage") == "NOT RATED"
    assert text("statement", "coverage") == "Not reported for Kent"


def test_gaps_signed_and_in_words() -> None:
    assert text("gap", "online") == "+12pp"
    assert text("gap", "online", "England") == "+20pp"
    assert text("gap", "online", words=True) == "12 percentage points"
    assert text("gap", "money") == "−£260m"
    assert text("gap", "money", words=True) == "£260 million"


def test_count_rating_and_statement() -> None:
    assert text("count", "online") == "91,966"
    assert text("rating", "online") == "GREEN"
    assert text("statement", "online") == "+12pp against national average: 91,966 adults"


def test_a_change_is_since_the_latest_earlier_value_or_a_named_period() -> None:
    assert text("change", "online") == text("change", "online", since="2021") == "+23pp"  # 2022 has no value
    assert text("change", "money") == "−£260m"


def test_facts_have_the_decimals_typed() -> None:
    assert [text("fact", id) for id in ("economy", "share", "rank")] == ["£15.3bn", "45.30%", "9th"]


@pytest.mark.parametrize(
    ("name", "given", "origin"),
    [
        ("value", ("online",), Origin("value", "online", "Kent", "2023", "values.csv:4")),
        ("value", ("online", "England"), Origin("value", "online", "England", "2023", "values.csv:7")),
        ("value", ("online", "Wales"), Origin("value", "online", "Wales", "2023", "indicators.csv")),
        ("gap", ("online", "England"), Origin("gap", "online", "England", "2023", "values.csv:4")),
        ("count", ("online",), Origin("count", "online", UK, "2023", "values.csv:4")),
        ("rating", ("coverage",), Origin("rating", "coverage", UK, "2023", "values.csv:9")),
        ("change", ("online",), Origin("change", "online", "Kent", "2021 to 2023", "values.csv:4")),
        ("fact", ("economy",), Origin("fact", "economy", "", "", "facts.csv:2")),
    ],
)
def test_figures_know_where_they_come_from(name: str, given: tuple[str, ...], origin: Origin) -> None:
    figure = call(name, *given)
    assert isinstance(figure, Value) and figure.origin == origin


@pytest.mark.parametrize(
    ("name", "given", "message", "hint"),
    [
        ("value", ("onlin",), "there is no indicator “onlin”", "Did you mean “online”?"),
        (
            "value",
            ("economy",),
            "there is no indicator “economy”",
            'The fact of this id is called {{ fact("economy") }}.',
        ),
        (
            "fact",
            ("online",),
            "there is no fact “online”",
            'The indicator of this id is called {{ value("online") }}.',
        ),
        ("value", (7,), "there is no indicator “7”", "Known here: online, coverage, money."),
        (
            "value",
            ("online", "Englnd"),
            "“online” has no row for the area “Englnd”",
            "Did you mean “England”?",
        ),
        (
            "value",
            ("online", "", "2020"),
            "“online” has no row for the period “2020”",
            "Did you mean “2023”?",
        ),
        (
            "value",
            ("online", 5),
            "“online” has no row for the area “5”",
            "Known here: Kent, United Kingdom, England, Wales.",
        ),
        ("gap", ("online", "", "no"), "“words” is True or False, and not “no”", None),
        ("gap", ("online", "Kent"), "“Kent” is the report's own area: a gap is measured to another", None),
        (
            "gap",
            ("coverage",),
            "“coverage” has no gap: Kent has no value in 2023",
            "Reword the sentence, or fill the value in.",
        ),
        (
            "gap",
            ("online", "Wales"),
            "“online” has no gap: Wales has no value in 2023",
            "Reword the sentence, or fill the value in.",
        ),
        (
            "count",
            ("coverage",),
            "“coverage” has no absolute gap: Kent has no value in 2023",
            "Reword the sentence, or fill the value in.",
        ),
        (
            "count",
            ("money",),
            "“money” has no absolute gap",
            "Money has a gap only; fill in gap_count for the comparator where a number was published.",
        ),
        ("change", ("coverage",), "“coverage” has no earlier value for Kent", None),
        ("change", ("online", "2022"), "“online” has no value for Kent in 2022", None),
        (
            "change",
            ("online", "2023"),
            "a change is measured since an earlier period than 2023",
            "The current period is 2023.",
        ),
        ("mission", ("acces",), "there is no mission “acces”", "Did you mean “access”?"),
        ("aspiration", ("skill",), "there is no aspiration “skill”", "Did you mean “skills”?"),
        ("aspirations", ("data",), "the mission “data” has no aspirations", "List them in report.yaml."),
        (
            "figure",
            ("tasks",),
            "there is no figure “tasks”",
            'The table of this id is called {{ table("tasks") }}.',
        ),
        ("table", ("task",), "there is no table “task”", "Did you mean “tasks”?"),
        ("ref", ("summry",), "there is no figure or table “summry”", "Did you mean “summary”?"),
    ],
)
def test_what_is_not_there_is_an_error_with_a_hint(
    name: str, given: tuple[object, ...], message: str, hint: str | None
) -> None:
    assert refusal(name, *given) == (message, hint)


# ── Words, blocks and references ───────────────────────────────────────────────────────────────


def test_titles_and_texts() -> None:
    assert call("mission", "access") == "Access for all"
    assert call("aspiration", "jobs") == "Jobs."
    assert call("aspirations", "access") == (
        List(tuple(_bullet(Text(words)) for words in ("Skills meet demand.", "Jobs."))),
    )


def _bullet(*texts: Text) -> ListItem:
    return ListItem((Paragraph(texts, "List Bullet"),))


def test_figures_and_tables_are_called_and_referred_to() -> None:
    assert call("figure", "map") == Call("figure", "map")
    assert call("table", "summary") == Call("table", "summary")
    for id in ("map", "tasks", "access", "summary", "missions", "fundamentals"):
        assert call("ref", id) == CrossReference(f"_Ref_{id}")


# ── The rule ───────────────────────────────────────────────────────────────────────────────────


def said(blocks: tuple[Block, ...]) -> list[str]:
    """The words of a rule, a line a paragraph."""
    lines = []
    for block in blocks:
        items = [item.blocks[0] for item in block.items] if isinstance(block, List) else [block]
        lines += ["".join(text.text for text in item.inlines) for item in items]
    return lines


def rule(*indicators: Indicator, **settings: object) -> list[str]:
    return said(rule_blocks(edition(*indicators, settings=replace(SETTINGS, **settings))))


AGAINST = "The comparator is the national average (United Kingdom)."
EXACT = "Ratings follow from the exact figures, before these are rounded for print."
OTHERS = "Some measures are judged in a way of their own:"


def test_the_rule_of_a_report_without_exceptions() -> None:
    assert rule(indicator("online")) == [
        "GREEN: better than the comparator.",
        "AMBER: level with the comparator, or worse by no more than 1 percentage point.",
        "RED: worse by more than 1 percentage point.",
        f"{AGAINST} {EXACT}",
    ]


def test_the_colours_are_explained_in_their_colours() -> None:
    (bullets, _) = rule_blocks(edition(indicator("online"), indicator("coverage")))
    assert isinstance(bullets, List)
    assert [item.blocks[0].inlines[0].look.style for item in bullets.items] == list(RATING_STYLES.values())


def test_not_rated_is_explained_only_where_it_is_printed() -> None:
    assert "NOT RATED: a value that the rating needs is not reported." in rule(indicator("coverage"))


@pytest.mark.parametrize("within", [None, Decimal(0)])
def test_a_report_without_an_amber_band(within: Decimal | None) -> None:
    assert rule(indicator("online", amber_within=within), amber_within=within)[1:3] == [
        "AMBER: level with the comparator.",
        "RED: worse than the comparator.",
    ]


def test_exceptions_are_said_in_the_measures_own_unit() -> None:
    measures = (
        indicator("online"),
        indicator("a", amber_within=Decimal("0.50")),
        indicator("b", amber_within=None),
        indicator("c", unit="gbp", amber_within=Decimal(5_000_000)),
        indicator("d", unit="number", amber_within=Decimal("0.01")),
        indicator("e", unit="number", amber_within=None),
    )
    assert rule(*measures)[-5:] == [
        f"{AGAINST} {EXACT} {OTHERS}",
        "‘Name of a’: AMBER where level, or worse by no more than 0.5 percentage points.",
        "‘Name of b’ and ‘Name of e’: AMBER only where level.",
        "‘Name of c’: AMBER where level, or worse by no more than £5 million.",
        "‘Name of d’: AMBER where level, or worse by no more than 0.01.",
    ]


def test_a_band_of_percentage_points_is_not_said_of_a_report_without_percentages() -> None:
    assert rule(replace(MONEY, amber_within=None)) == [
        "GREEN: better than the comparator.",
        "AMBER: level with the comparator.",
        "RED: worse than the comparator.",
        f"{AGAINST} {EXACT}",
    ]


def test_a_mission_whose_measures_all_differ_is_named_once() -> None:
    rivals = ("Greater Manchester", UK)
    measures = (
        indicator("online"),
        indicator("x", mission="data", comparators=rivals),
        indicator("y", mission="data", comparators=rivals, amber_within=None),
        indicator("z", comparators=rivals),
    )
    assert rule(*measures)[-2:] == [
        "‘Name of z’ and ‘Name of x’: the comparator is Greater Manchester.",
        "‘Name of y’: the comparator is Greater Manchester; AMBER only where level.",
    ]
    both = (
        indicator("x", mission="data", comparators=rivals),
        indicator("y", mission="data", comparators=rivals),
    )
    assert rule(indicator("online"), *both)[-1] == (
        "All measures of ‘Data that is used’: the comparator is Greater Manchester."
    )


@pytest.mark.parametrize(
    ("comparator", "words"),
    [
        (Comparator("England"), "The comparator is England."),
        (Comparator("Wales", "Welsh average"), "The comparator is the Welsh average (Wales)."),
        (Comparator("Target", "our target for 2030"), "The comparator is our target for 2030 (Target)."),
        (Comparator("GM", "Greater Manchester"), "The comparator is Greater Manchester (GM)."),
    ],
)
def test_the_comparator_reads_as_english(comparator: Comparator, words: str) -> None:
    measure = indicator("online", comparators=(comparator.area,))
    assert rule(measure, comparators=(comparator,))[-1].startswith(words)
