"""Facts are tied to the words by their ids and notes."""

from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules import values
from reportgen.checks.report.rules.quotes import problems

FACTS = """\
id,value,unit,source,note
branches,96,number,survey,public libraries with at least one member of staff
staff,1240,number,survey,people employed in public libraries; about
loans-2021,6300000,number,survey,"books lent by public libraries, 2021"
loans,7100000,number,survey,"books lent by public libraries, 2023"
saved-low,3,percent,atlas,"share of heating costs that new boilers could save, lower end"
saved-high,8,percent,atlas,"the same, upper end"
grant,2400000,gbp,atlas,grant of the Arts Fund towards new reading rooms; more than this
rank,4th,text,atlas,rank for museum visits among the counties
book-boxes,287,number,survey,Registered counters and machines
hours-saved,6,number,atlas,hours saved in every ten of cataloguing
time-saved,50,percent,atlas,less time spent on cataloguing
likelier,9,number,atlas,how many times likelier readers are to vote
reading-shortfall,115,number,atlas,reading rooms lacking against the plan
card-minutes,30,number,atlas,minutes between two new library cards
readings,61700,number,survey,Readings under Books First
spills,7420,number,survey,Spills from storm overflows in 2023
archive,second-largest,text,atlas,"map archive of the county, among all counties"
ceiling,7,percent,atlas,"mill museums, share of visitors from abroad; an upper bound"
theatres,7,number,survey,Theatres in the county
sea-loans,420,number,survey,"Lighthouses and piers on loan, 2021 to 2023"
first-choice-ferry,93.6,percent,atlas,Families given their first choice of ferry
first-choice-tram,78.2,percent,atlas,Families given their first choice of tram
"""
SOURCES = "survey: {text: Library survey}\natlas: {text: Atlas of culture}\n"


def judged(folder: Path, words: str) -> list[tuple[str, str]]:
    files = {"facts.csv": FACTS, "sources.yaml": SOURCES, "narrative/foreword.md": f"# Foreword\n\n{words}\n"}
    report = read(folder, {"warm": {}}, "warm Kent 2023 65\nwarm England 2023 61", files)
    return [(severity, code) for severity, code, _ in found(problems, report)]


@pytest.mark.parametrize(
    "words",
    [
        "Kent has 69 public libraries.",
        "Public libraries employ 2,140 people.",
        "In 2021 public libraries lent 7.8 million books.",
        "In 2021 public libraries lent 7.1 million books.",
        "Public libraries lent 1.7 million books.[^survey]",
        "New boilers could save between 3% and 9% of heating costs.",
        "The Arts Fund gave a grant of £24m towards new reading rooms.",
        "For museum visits Kent is 7th among the counties.",
        "For museum visits we stand sixth of the counties of England.",
        "The map archive of the county is the third-largest of all counties.",
        "Readers are six times likelier to vote.",
        "The plan leaves us short of 151 reading rooms.",
        "A new library card is made out every 20 minutes.",
        "Writers gave 67,100 readings under Books First.",
        "Kent has nine theatres.",
        "In the county, 84% of families were given their first choice of tram.",
        "We have 240 lighthouses and piers on loan in three years.",
        "The grant of the Arts Fund towards new reading rooms was over £4.2m.",
        "Some 78.2% of families were given their first choice of ferry.",
        "Storm overflows spilled 7,240 times in 2023.",
        "Mill museums have more than 7% of their visitors from abroad.",
        "Our 278 book boxes are the backbone of the service.",
        "Public libraries employ about 1,340 people.",
        "In 2021 the country’s public libraries lent 3.6 million books, after 7.1 million in 2023.",
    ],
)
def test_a_figure_that_is_not_the_facts_is_an_error(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == [("error", "figure-against-data")]


@pytest.mark.parametrize(
    "words",
    [
        "Kent has 96 public libraries, and nearly a hundred mobile ones.",
        "Public libraries employ some 1,200 people.",
        "Kent has nine theatres for puppets.",
        "In bookshops, 84% of families were given their first choice of tram.",
        "One town alone was given £1.1m by the Arts Fund towards new reading rooms.",
        "Private libraries with at least one member of staff number 12.",
        "Public libraries have 60 branches in towns and 36 in villages.",
        "Some 93.6% of families were given their first choice of ferry, and 78.2% of tram.",
        "In 2021 public libraries lent 6.3 million books, and in 2023 they lent 7.1 million.",
        "In 2015 public libraries lent 9.4 million books.",
        "The year before, public libraries had lent 6.8 million books.",
        "For museum visits Surrey came 7th among the counties.",
        "For museum visits the atlas puts Surrey second.",
        "Public libraries lent 1.7 million films.",
        "Public libraries in Canterbury lent 240,000 books.",
        "New boilers could save between 3% and 8% of heating costs.",
        "The Arts Fund gave a grant of £2.6m towards new reading rooms.",
        "Public libraries lent 5.2 million books.[^atlas]",
        "Children under seven borrow 12 books a year from public libraries.",
        "If public libraries lent 9 million books, nobody would complain.",
        "Kent has 96 public libraries, 12 of them without a member of staff.",
        "All but 6 of the 96 public libraries employ a member of staff.",
        "All 69 public libraries that answered us have a member of staff.",
        "In one town 69 public libraries have a member of staff.",
        "We visited 69 public libraries with a member of staff.",
        "For park visits Kent is 7th among the counties.",
        "The shortfall of reading rooms has narrowed by 24.",
        "A bus to the library leaves every 20 minutes.",
        "Six of every ten hours of cataloguing are saved, and half of the time spent on it.",
        "Of our book boxes 278 were lent out. Public libraries employ about 1,200 people.",
        "Up to 7% of the visitors to mill museums come from abroad.",
    ],
)
def test_what_may_be_the_fact_or_is_of_something_else_is_let_be(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


def test_a_hedge_that_goes_far_around_the_fact_is_a_warning(tmp_path: Path) -> None:
    assert judged(tmp_path, "Public libraries lent more than 4 million books.") == [("warning", "unsure-figure")]


SERIES = {
    "series/visits.csv": "Museum,2019,2023,Change\nCastle museum,12400,15100,+2700\nRailway museum,8300,7900,-400\n",
    "series/income.csv": "Year,Income (£m)\n2021,310\n2022,413\n2023,431\n",
    "series/loans.csv": "Age group,2022,2023\n18 to 64,6800,7150\n85 and over,7200,7050\n",
    "series/reasons.csv": "Reason,Share of visitors (%)\nTicket price,42\nDistance,31\n",
}


def quoted(folder: Path, words: str) -> list[tuple[str, str]]:
    shown = (
        "figures:\n"
        "  - {id: income, title: Income of museums, kind: line, data: series/income.csv, alt: A line.}\n"
        "  - {id: why, title: What keeps visitors away, kind: bar, data: series/reasons.csv, alt: Bars.}\n"
        "tables:\n  - {id: visits, title: Visits to museums, data: series/visits.csv}\n"
        "  - {id: loans, title: Jigsaws lent by age, data: series/loans.csv}\n"
    )
    settings = REPORT.format(edition="2024", amber="1") + shown
    files = {**SERIES, "report.yaml": settings, "narrative/foreword.md": f"# Foreword\n\n{words}\n"}
    report = read(folder, {"warm": {}}, "warm Kent 2023 65\nwarm England 2023 61", files)
    return [(severity, code) for severity, code, _ in found(problems, report)]


@pytest.mark.parametrize(
    "words",
    [
        "In 2019 the Castle museum had 14,200 visits.",
        "The Railway museum had 9,700 visits.",
        "The Castle museum went from 12,400 to 11,500 visits between 2019 and 2023.",
        "Visits to the Castle museum rose by 2,400 between 2019 and 2023.",
        "In 2022 the income of museums was £431m.",
        "Ticket price keeps 24% of visitors away.",
        "The price of tickets keeps 24% of visitors away.",
        "The price of tickets keeps visitors away (24%).",
        "In 2019 12,400 visits went to the Castle museum and 9,700 to Railway.",
        "The Castle museum had 2,400 more visits than in 2019.",
        "In 2021 the income of museums was £310m, and it rose by £130m in 2022.",
        "Jigsaws lent to people aged 18 to 64 rose by 530 between 2022 and 2023.",
        "Jigsaws lent to people aged 18 to 64 were up by 530 on the year before.",
    ],
)
def test_a_figure_that_is_not_its_cells_is_an_error(tmp_path: Path, words: str) -> None:
    assert quoted(tmp_path, words) == [("error", "figure-against-data")]


@pytest.mark.parametrize(
    "words",
    [
        "In 2019 the Castle museum had 12,400 visits, and in 2023 it had 15,100.",
        "The Railway museum had nearly 8,000 visits.",
        "Jigsaws lent to people aged 18 to 64 were up by 350 on the year before.",
        "Of the four museums with visits, the Railway museum is the oldest.",
        "To the Castle museum 150 schools made visits of 40 pupils each.",
        "The Castle museum and its cafes had 61,000 visits together.",
        "In 2015 the Castle museum had 9,000 visits.",
        "The Castle museum went from 12,400 to 15,100 visits between 2019 and 2023, a rise of 2,700.",
        "The Castle museum has 40 volunteers.",
        "Jigsaws lent to people aged 18 to 64 rose by 350 between 2022 and 2023, to those of 18 to 24 by 80.",
        "In 2022 the income of museums was £413m, or a little over £400m.",
        "In 2022 the grants to museums came to £12m.",
        "Ticket price keeps two fifths of visitors away.",
        "The Castle museum gained 2,700 visits and the Railway museum 400 fewer.",
        "The Railway museum lost 400 visits and the Castle museum gave 2,700 back.",
        "The price of tickets keeps 42% of visitors away, the price of coffee 12%.",
        "Ticket price and distance keep 73% of visitors away.",
        "The Castle museum had 2,700 more visits than in 2019.",
        "In 2021 the income of museums was £310m, and it rose by £103m in 2022.",
        "Had the Castle museum 20,000 visits, it would need no grant.",
    ],
)
def test_what_a_cell_says_and_what_no_cell_says_is_let_be(tmp_path: Path, words: str) -> None:
    assert quoted(tmp_path, words) == []


def test_a_figure_that_is_a_facts_is_not_held_against_an_indicator(tmp_path: Path) -> None:
    words = "The figure for warm homes is 41% in the lowest borough."
    facts = f"{FACTS}warm-lowest,41,percent,survey,warm homes in the lowest borough\n"
    for number, known in enumerate((facts, FACTS)):
        files = {"facts.csv": known, "sources.yaml": SOURCES, "narrative/foreword.md": f"# Foreword\n\n{words}\n"}
        report = read(tmp_path / str(number), {"warm": {}}, "warm Kent 2023 65\nwarm England 2023 61", files)
        assert [one.severity for one in values.problems(report)] == ([] if known is facts else ["error"])


@pytest.mark.parametrize(("lead", "told"), [("These steps are needed:", []), ("What we have:", ["error"])])
def test_a_list_of_wishes_tells_no_facts(tmp_path: Path, lead: str, told: list[str]) -> None:
    words = f"{lead}\n\n- 150 public libraries with a member of staff;\n- new reading rooms."
    assert [severity for severity, _ in judged(tmp_path, words)] == told


@pytest.mark.parametrize(
    "words", ["Each of the 96 public libraries lent 73,000 books.", "Public libraries lent about 74,000 books each."]
)
def test_what_each_of_some_has_is_not_what_they_have_together(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(("whole", "told"), [("", ["error"]), (" that we visited", [])])
def test_what_is_some_of_what_a_fact_counts_is_not_it(tmp_path: Path, whole: str, told: list[str]) -> None:
    words = f"All 84 public libraries{whole} have at least one member of staff."
    assert [severity for severity, _ in judged(tmp_path, words)] == told
