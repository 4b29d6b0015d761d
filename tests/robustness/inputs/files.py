"""The other files, spoilt: facts, sources, checks, series; and files of other names and kinds."""

from __future__ import annotations

from robustness.inputs.good import INDICATORS_CSV, REPORT_YAML, SUMMARY_MD, VALUES_CSV
from robustness.inputs.spoiling import Input, add, both, drop, encode, every, move, put, swap

OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
MACHINES = ("Thumbs.db", ".DS_Store", "~$report.yaml", "narrative/desktop.ini", "narrative/.DS_Store", "series/~$a.csv")


INPUTS = (
    Input("facts.csv: not there, and called", drop("facts.csv")),
    Input("facts.csv: fact.csv in its place", move("facts.csv", "fact.csv")),
    Input("facts.csv: an empty file", put("facts.csv", "")),
    Input("facts.csv: an id twice", add("facts.csv", "people,5,number,,\n")),
    Input("facts.csv: a space in an id", add("facts.csv", "big people,5,number,,\n")),
    Input("facts.csv: no unit", add("facts.csv", "boats,5,,,\n")),
    Input("facts.csv: an unknown unit", add("facts.csv", "boats,5,pounds,,\n")),
    Input("facts.csv: no value", add("facts.csv", "boats,,number,,\n")),
    Input("facts.csv: words in a number", add("facts.csv", "boats,many,number,,\n")),
    Input("facts.csv: a comma as decimal mark", add("facts.csv", 'boats,"36,5",percent,,\n')),
    Input("facts.csv: per cent in a number", add("facts.csv", "boats,36%,number,,\n")),
    Input("facts.csv: `#REF!`", swap("facts.csv", "Water for all", "#REF!")),
    Input("facts.csv: an unknown source", swap("facts.csv", "number,survey", "number,survy")),
    Input("facts.csv: a misspelt column", swap("facts.csv", "value,unit", "value,units")),
    Input("sources.yaml: not there, and cited", drop("sources.yaml")),
    Input("sources.yaml: sources.yml in its place", move("sources.yaml", "sources.yml")),
    Input("sources.yaml: an empty file", put("sources.yaml", "")),
    Input("sources.yaml: a list", put("sources.yaml", "- survey: x\n")),
    Input("sources.yaml: no text", swap("sources.yaml", "  text: Survey of Lakes\n", "")),
    Input("sources.yaml: `txt:`", swap("sources.yaml", "  text:", "  txt:")),
    Input(
        "sources.yaml: an address without https://",
        swap("sources.yaml", "https://example.org/lakes", "example.org/lakes"),
    ),
    Input(
        "sources.yaml: a space in an address",
        swap("sources.yaml", "https://example.org/lakes", "https://example.org/la kes"),
    ),
    Input(
        "sources.yaml: an address that runs a script",
        swap("sources.yaml", "https://example.org/lakes", "javascript:alert(1)"),
    ),
    Input(
        "sources.yaml: `&`, `<` and `=` in an address",
        swap("sources.yaml", "https://example.org/lakes", "https://example.org/?a=1&b=<2>"),
        True,
    ),
    Input("sources.yaml: a key twice", add("sources.yaml", "survey: again\n")),
    Input("sources.yaml: a space in a key", add("sources.yaml", "my plan: again\n")),
    Input("sources.yaml: a key in capitals", swap("sources.yaml", "survey:", "Survey:")),
    Input("sources.yaml: a colon and a space in a text", swap("sources.yaml", "Survey of Lakes", "Survey: lakes")),
    Input("sources.yaml: a key and nothing more", add("sources.yaml", "other:\n")),
    Input("sources.yaml: a tab as indentation", swap("sources.yaml", "  text", "\ttext")),
    Input("sources.yaml: cp1252", encode("sources.yaml", "cp1252", "of Lakes", "of £ Lakes")),
    Input("checks.yaml: an empty file", put("checks.yaml", ""), True),
    Input("checks.yaml: no reason", put("checks.yaml", "silenced:\n  - {code: value, words: x, date: 2024-05-31}\n")),
    Input(
        "checks.yaml: a date with the day first",
        put("checks.yaml", "silenced:\n  - {code: value, words: x, reason: y, date: 31/05/2024}\n"),
    ),
    Input(
        "checks.yaml: `word:`",
        put("checks.yaml", "silenced:\n  - {code: value, word: x, reason: y, date: 2024-05-31}\n"),
    ),
    Input(
        "checks.yaml: a finding that there is not",
        put("checks.yaml", "silenced:\n  - {code: value, words: x, reason: y, date: 2024-05-31}\n"),
    ),
    Input(
        "checks.yaml: `silence:`",
        put("checks.yaml", "silence:\n  - {code: value, words: x, reason: y, date: 2024-05-31}\n"),
    ),
    Input("checks.yaml: check.yaml in its place", move("checks.yaml", "check.yaml")),
    Input("series: a file that is not there", drop("series/money.csv")),
    Input("series: a file beside its folder", move("series/money.csv", "money.csv")),
    Input("series: a file in other capitals", move("series/money.csv", "series/Money.csv")),
    Input("series: an empty file", put("series/money.csv", "")),
    Input("series: headings and no rows", put("series/money.csv", "Year,Spent (£m)\n")),
    Input("series: categories and no figures", put("series/money.csv", "Year\n2022\n")),
    Input("series: words in a chart's figure", swap("series/money.csv", "1.5", "lots")),
    Input("series: `n/a` in a chart's figure", swap("series/money.csv", "1.5", "n/a"), True),
    Input("series: a comma as decimal mark", swap("series/money.csv", "1.5", '"1,5"')),
    Input("series: per cent in a column of pounds", swap("series/money.csv", "1.5", "15%")),
    Input(
        "series: pounds in a column without a unit",
        both(swap("series/money.csv", "Spent (£m)", "Spent"), swap("series/money.csv", "1.5", "£1.5m")),
    ),
    Input("series: `#DIV/0!`", swap("series/money.csv", "1.5", "#DIV/0!")),
    Input("series: two units in a chart", put("series/money.csv", "Year,Spent (£m),Share (%)\n2022,1.5,20\n")),
    Input("series: a heading twice", put("series/money.csv", "Year,Spent (£m),Spent (£m)\n2022,1.5,20\n")),
    Input("series: no figure in any row", put("series/money.csv", "Year,Spent (£m)\n2022,\n2023,\n")),
    Input("series: a figure below zero", swap("series/money.csv", "1.5", "-1.5"), True),
    Input("series: one row", put("series/money.csv", "Year,Spent (£m)\n2022,1.5\n"), True),
    Input("series: semicolons between the cells", every("series/money.csv", ",", ";")),
    Input("series: cp1252", encode("series/money.csv", "cp1252")),
    Input("series: a cell too many", swap("series/money.csv", "2022,1.5", "2022,1,5")),
    Input("series: a title above the headings", put("series/money.csv", "Money spent,\nYear,Spent (£m)\n2022,1.5\n")),
    Input("series: `#REF!` in a table", swap("series/tasks.csv", "Dig", "#REF!")),
    Input("series: a control character in a table", swap("series/tasks.csv", "Dig", "Di\x01g")),
    Input("series: a lone surrogate in a table", encode("series/tasks.csv", "utf-8", "Dig", "Di\udc80g")),
    Input("series: a cell over two lines", swap("series/tasks.csv", "Dig", '"Dig\nholes"'), True, "Dig holes"),
    Input("series: a column without a heading", swap("series/tasks.csv", "Town,Task", "Town,")),
    Input(
        "series: 40 columns",
        put("series/tasks.csv", ",".join(["Town", *map(str, range(39))]) + "\n" + "x," * 39 + "y\n"),
        True,
    ),
    Input(
        "evidence.xls in place of the CSV files", both(drop(INDICATORS_CSV, VALUES_CSV), put("evidence.xls", OLD_EXCEL))
    ),
    Input(
        "evidence.xlsm in place of the CSV files", both(drop(INDICATORS_CSV, VALUES_CSV), put("evidence.xlsm", b"PK"))
    ),
    Input("evidence.ods in place of the CSV files", both(drop(INDICATORS_CSV, VALUES_CSV), put("evidence.ods", b"PK"))),
    Input("data.xlsx in place of the CSV files", both(drop(INDICATORS_CSV, VALUES_CSV), put("data.xlsx", b"PK"))),
    Input(
        "Evidence.xlsx in place of the CSV files", both(drop(INDICATORS_CSV, VALUES_CSV), put("Evidence.xlsx", b"PK"))
    ),
    Input("evidence.xls beside the CSV files", put("evidence.xls", OLD_EXCEL)),
    Input("files that Windows, Mac and Office leave about", both(*(put(name, "x") for name in MACHINES)), True),
    Input(
        "one mistake in each file, all told at once",
        both(
            swap(SUMMARY_MD, 'value("lakes")', 'valeu("lakes")'),
            swap(VALUES_CSV, "9.4", "x"),
            swap(REPORT_YAML, "kind: bar", "kind: pie"),
            swap(INDICATORS_CSV, "rent,birds", "rent,brids"),
            swap("facts.csv", "number", "numbr"),
            swap("sources.yaml", "https://", "htp://"),
            swap("series/money.csv", "1.5", "x"),
        ),
    ),
)
