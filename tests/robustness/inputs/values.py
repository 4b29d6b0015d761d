"""values.csv, spoilt."""

from __future__ import annotations

from robustness.inputs.good import REPORT_YAML, SUMMARY_MD, VALUES, VALUES_CSV
from robustness.inputs.spoiling import Input, Spoil, add, both, drop, encode, every, move, put, swap


def value(typed: str) -> Spoil:
    """Something else where 36 stands."""
    return swap(VALUES_CSV, "lakes,Kent,2023,36,1000", f"lakes,Kent,2023,{typed},1000")


INPUTS = (
    Input("no values.csv", drop(VALUES_CSV)),
    Input("value.csv in its place", move(VALUES_CSV, "value.csv")),
    Input("values.CSV in its place", move(VALUES_CSV, "values.CSV")),
    Input("values (1).csv in its place", move(VALUES_CSV, "values (1).csv")),
    Input("an empty file", put(VALUES_CSV, "")),
    Input(
        "headings and no rows",
        both(put(VALUES_CSV, VALUES.split("\n")[0] + "\n"), put(SUMMARY_MD, "# Summary\n\nNone.[^survey]\n")),
    ),
    Input("a column `year` for the period", swap(VALUES_CSV, "area,period,value", "area,year,value")),
    Input("a column `value (%)`", swap(VALUES_CSV, "area,period,value", "area,period,value (%)")),
    Input("a column for each year", put(VALUES_CSV, "indicator,area,2022,2023\nlakes,Kent,35,36\n")),
    Input("`n/a`", value("n/a")),
    Input("`..`", value("..")),
    Input("`-`", value("-")),
    Input("`[x]`, as statistics mark what is not available", value("[x]")),
    Input("`nil`", value("nil")),
    Input("`NaN`", value("NaN")),
    Input("`TRUE`", value("TRUE")),
    Input("`thirty-six`", value("thirty-six")),
    Input("`36*`", value("36*")),
    Input("`36 (p)`", value("36 (p)")),
    Input("`c. 36`", value("c. 36")),
    Input("`<5`", value("<5")),
    Input("`36/37`", value("36/37")),
    Input("`36–37`", value("36–37")),
    Input("`36 per cent`", value("36 per cent")),
    Input("`36pp`", value("36pp")),
    Input("`£36` of an indicator in per cent", value("£36")),
    Input("`€36`", value("€36")),
    Input("`36k`", value("36k")),
    Input('`"36,5"`, a comma as decimal mark', value('"36,5"')),
    Input('`"36,5%"`', value('"36,5%"')),
    Input("`36,5` without quotation marks", value("36,5")),
    Input('`"1.234,5"`', value('"1.234,5"')),
    Input(
        "`1,171` without quotation marks", swap(VALUES_CSV, "rent,England,2023,171,,,,", "rent,England,2023,1,171,,,,")
    ),
    Input("`(5)` for less than zero", value("(5)")),
    Input("`3.6E+01`", value("3.6E+01")),
    Input("`=36`", value("=36")),
    Input("`'36`", value("'36")),
    Input("`#DIV/0!`", value("#DIV/0!")),
    Input("`#REF!`", value("#REF!")),
    Input("`#N/A`", value("#N/A")),
    Input("`########`", value("########")),
    Input("`Jan-36`, which was 36 January", value("Jan-36")),
    Input("`01/04/2023`", value("01/04/2023")),
    Input("Arabic digits", value("٣٦")),
    Input("a number of 16 digits", value("1234567890123456")),
    Input("12 decimals", value("36.123456789012")),
    Input("25 decimals", value("36." + "1" * 25)),
    Input("0.36 among 36s", value("0.36")),
    Input("0", value("0"), True, "0%"),
    Input("100.0", value("100.0"), True, "100.0%"),
    Input("more than 100 of a base", value("101")),
    Input("-5", value("-5"), True, "−5%"),
    Input("a true minus", value("−5"), True),
    Input("`36 %`, with a no-break space", value("36\u00a0%"), True),
    Input("`00036`", value("00036"), True, "36%"),
    Input("an empty value of the report's area", swap(VALUES_CSV, "9.4", ""), True, "swans are NOT RATED"),
    Input(
        "no row of the report's area for an indicator",
        swap(VALUES_CSV, "swans,Kent,2023,9.4,,,,\n", ""),
        True,
        "swans are NOT RATED",
    ),
    Input(
        "no row of the comparator", swap(VALUES_CSV, "swans,England,2023,8.1,,,,\n", ""), True, "swans are NOT RATED"
    ),
    Input("a period `Jan-23`", swap(VALUES_CSV, "lakes,Kent,2023", "lakes,Kent,Jan-23")),
    Input("a period `01/04/2023`", swap(VALUES_CSV, "lakes,Kent,2023", "lakes,Kent,01/04/2023")),
    Input("an Excel serial for a period", swap(VALUES_CSV, "lakes,Kent,2023", "lakes,Kent,45292")),
    Input("a period `2023.0`", swap(VALUES_CSV, "lakes,Kent,2023", "lakes,Kent,2023.0")),
    Input("a period without a figure", swap(VALUES_CSV, "lakes,Kent,2023", "lakes,Kent,")),
    Input("a period with a space after it", every(VALUES_CSV, ",2023,", ",2023\u00a0,"), True),
    Input(
        "a period with another dash",
        both(
            every(VALUES_CSV, ",2023,", ",2022-23,"), swap(VALUES_CSV, "lakes,England,2022-23", "lakes,England,2022–23")
        ),
    ),
    Input(
        "a period with a slash",
        both(
            every(VALUES_CSV, ",2023,", ",2022-23,"), swap(VALUES_CSV, "lakes,England,2022-23", "lakes,England,2022/23")
        ),
    ),
    Input("a row twice", add(VALUES_CSV, "lakes,Kent,2023,37,,,,\n")),
    Input("a row twice, once with a no-break space", add(VALUES_CSV, "lakes,Kent\u00a0,2023,37,,,,\n")),
    Input("an unknown indicator", add(VALUES_CSV, "laks,Kent,2023,37,,,,\n")),
    Input("an indicator in other capitals", add(VALUES_CSV, "Lakes,Kent,2021,37,,,,\n")),
    Input("an area in other capitals", swap(VALUES_CSV, "swans,Kent", "swans,KENT")),
    Input("a misspelt area", swap(VALUES_CSV, "swans,Kent", "swans,Kentt")),
    Input(
        "an area with spaces and invisible signs",
        swap(VALUES_CSV, "swans,Kent", "swans,\u200bKe\u00adnt\u00a0 "),
        True,
    ),
    Input(
        "an area in letters that are composed otherwise",
        both(every(VALUES_CSV, "Wales", "Ynys Mo\u0302n"), swap(REPORT_YAML, "{area: Wales}", "{area: Ynys Môn}")),
        True,
    ),
    Input(
        "an area called NA",
        both(every(VALUES_CSV, "Wales", "NA"), swap(REPORT_YAML, "{area: Wales}", "{area: NA}")),
        True,
    ),
    Input("an indicator in the first row of several only", swap(VALUES_CSV, "lakes,England", ",England")),
    Input("no indicator in a row", swap(VALUES_CSV, "swans,Kent", ",Kent")),
    Input("no area in a row", swap(VALUES_CSV, "swans,England", "swans,")),
    Input("a row for the total", add(VALUES_CSV, "Total,,,,,,,\n")),
    Input("a line that names the source below the table", add(VALUES_CSV, "Source: ONS,,,,,,,\n")),
    Input("a base of 0", swap(VALUES_CSV, "36,1000", "36,0")),
    Input("a base below zero", swap(VALUES_CSV, "36,1000", "36,-3")),
    Input("a base in words", swap(VALUES_CSV, "36,1000", "36,about 1000")),
    Input('a base of `"1,000"`', swap(VALUES_CSV, "36,1000", '36,"1,000"'), True),
    Input("a published gap in the report's own row", swap(VALUES_CSV, "36,1000,", "36,1000,20")),
    Input("an unknown source", swap(VALUES_CSV, ",survey,counted", ",survy,counted")),
    Input("a cell too many", swap(VALUES_CSV, "9.4,,,,", "9.4,,,,,extra")),
    Input(
        "a row with fewer cells than headings",
        swap(VALUES_CSV, "swans,Kent,2023,9.4,,,,", "swans,Kent,2023,9.4"),
        True,
    ),
    Input(
        "semicolons, and commas as decimal marks",
        put(VALUES_CSV, "indicator;area;period;value\nlakes;Kent;2023;36,5\n"),
    ),
    Input("cp1252", encode(VALUES_CSV, "cp1252")),
    Input("UTF-16", encode(VALUES_CSV, "utf-16")),
    Input("blank rows", swap(VALUES_CSV, "swans,Kent", ",,,,,,,\n\nswans,Kent"), True),
    Input("blank lines above the headings", swap(VALUES_CSV, "indicator,area", "\n\nindicator,area"), True),
    Input("a note of 200,000 characters", swap(VALUES_CSV, "counted in May", "x" * 200_000), True),
    Input(
        "500 rows of other areas",
        add(VALUES_CSV, "".join(f"swans,District {number},2023,5,,,,\n" for number in range(500))),
        True,
    ),
    Input("the headings once more, below", add(VALUES_CSV, VALUES.split("\n")[0] + "\n")),
    Input(
        "an area misspelt in one period",
        swap(VALUES_CSV, "lakes,Kent,2023", "lakes,Kentt,2023"),
    ),
)
