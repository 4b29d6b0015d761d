from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.addresses import problems

SOURCES = "survey: Lake Survey\ncensus: {text: 'Census office, Census', url: 'https://census.example.org/a'}\n"
WORDS = "narrative/foreword.md"


def judged(folder: Path, words: str, sources: str = SOURCES) -> list[tuple[str, str, str]]:
    files = {"sources.yaml": sources, WORDS: f"# Foreword\n\n{words}\n"}
    return found(problems, read(folder, {"lakes": {}}, "lakes Kent 2023 36\nlakes England 2023 34", files))


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://www.example.co.uk/a_(b)?x=1&y=2#z",
        "https://example.org:8080/x",
        "https://bücher.example/x",
        "mailto:someone@example.org",
        "tel:+441234567",
        "https://web.archive.org/web/2020/https://example.org/",
        "HTTPS://EXAMPLE.ORG/X",
    ],
)
def test_addresses_that_lead_somewhere_are_right(tmp_path: Path, address: str) -> None:
    assert judged(tmp_path, f"See [it](<{address}>).") == []


@pytest.mark.parametrize(
    "address",
    [
        "https://https://example.org",
        "http://http//example.org",
        "https://www.example,org/x",
        "https:///x",
        "htps://example.org",
        "www.example.org/x",
        "example.co.uk",
        "https://exa_mple..org",
        "mailto:someone.example.org",
        "mailto:someone@example",
    ],
)
def test_addresses_that_lead_nowhere_are_an_error(tmp_path: Path, address: str) -> None:
    assert judged(tmp_path, f"See [it](<{address}>).") == [("error", "malformed-address", f"{WORDS}:3")]


@pytest.mark.parametrize(
    "address", ["https://example/x", "https://example.org/x,", "https://example.org/Inc.", "#top", "missions/homes.md"]
)
def test_addresses_that_may_lead_nowhere_are_a_warning(tmp_path: Path, address: str) -> None:
    assert judged(tmp_path, f"See [it](<{address}>).") == [("warning", "malformed-address", f"{WORDS}:3")]


def test_a_sources_address_is_looked_at_too(tmp_path: Path) -> None:
    sources = SOURCES.replace("census.example.org", "https://census.example.org")
    assert judged(tmp_path, "No link.", sources) == [("error", "malformed-address", "sources.yaml:2")]
