from pathlib import Path

import pytest
from checks.report.editions import REPORT, found, read

from reportgen.checks.report.rules.acronyms import problems

WORDS = "narrative/foreword.md"


def judged(folder: Path, words: str) -> list[tuple[str, str, str]]:
    files = {
        WORDS: f"# Foreword\n\n{words}\n",
        "report.yaml": REPORT.format(edition="2024", amber="1").replace("Kent Partnership", "Kent Towns Partnership"),
    }
    return found(problems, read(folder, {"lakes": {}}, "lakes Kent 2023 36\nlakes England 2023 34", files))


@pytest.mark.parametrize(
    "words",
    [
        "The Adult Education Budget (AEB) grows. The AEB is large.",
        "The AEB grows. It is the Adult Education Budget (AEB).",  # once, wherever
        "The AEB (Adult Education Budget) grows.",
        "AEB, short for adult education budget, grows.",
        "Gross value added has grown: GVA is up.",
        "Small and medium-sized enterprises (SMEs) thrive, and an SME is small.",
        "The Department for Science, Innovation and Technology (DSIT) says so, and DSIT knows.",
        "The Kent Towns Partnership begins. The KTP agrees.",
        "In the UK the NHS, the BBC and MPs agree; so do EU, UN and HSBC.",
        "Chapter XII, by BAE Systems.",
        "THIS IS LOUD and means nothing.",
        "Rated {{ rating('lakes') }}, which is GREEN; RED is worse.",
        "Vitamin A, 5G, WM2041, R&D and CO2; the A38.",
        "The Department for Education (DfE) agrees; the DfE knows.",
        "Lower layer super output areas (LSOAs) count; each LSOA is small.",
        "PhD students, PM10, NO2 and WM2041.",
        "The Combined Authorities (the “CAs”) and each CA.",
    ],
)
def test_acronyms_that_are_spelled_out_or_known_are_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The AEB grows.",
        "The LEP (see below) grows. The LEP is large.",
        "GVA is up, by adding value gross.",
        "All LEPs agree.",
        "An artful investor bought QZ shares.",
        "More prosperous and better connected is the ABC.",
        "Millions of users have read the MOU.",
        "NVQ4 is a level.",
        "The DfE agrees.",
        "IoT devices count.",
        "The KTP agrees.",  # the title page names it, and has no KTP
    ],
)
def test_an_acronym_that_is_spelled_out_nowhere_is_a_warning_where_it_comes_first(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, f"Some words.\n\n{words}") == [("warning", "acronym", f"{WORDS}:5")]
