"""The editions, and one of them in the second template, built once for all tests that look at what comes out."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from reportgen.build import build

CHECKOUT = Path(__file__).parents[1]
EDITIONS = {  # and the template that each is set in
    "sample": (CHECKOUT / "data" / "digital-roadmap-2024", "evidence-report"),
    "second": (CHECKOUT / "tests" / "editions" / "rivers-2023", "evidence-report"),
    "board": (CHECKOUT / "tests" / "editions" / "rivers-2023", "board-paper"),
}

# The same examples on every run, and no limit for a busy machine; `--hypothesis-profile=explore` looks further.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile("steady")


@dataclass(frozen=True)
class BuiltEdition:
    folder: Path  # of the edition
    template: str
    word: Path
    pdf: Path
    pages: int


@pytest.fixture(scope="session", params=EDITIONS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BuiltEdition:
    """Each edition in turn, built as a report owner would; a warning of the build is a failure."""
    folder, template = EDITIONS[request.param]
    if template != "evidence-report":
        folder = _set_in(template, folder, tmp_path_factory.mktemp("edition"))
    result = build(folder, tmp_path_factory.mktemp(request.param))
    assert [str(problem) for problem in result.problems] == []
    word, pdf = result.paths
    assert result.pages is not None
    return BuiltEdition(folder, template, word, pdf, result.pages)


def _set_in(template: str, folder: Path, where: Path) -> Path:
    """A copy of the edition that names this template."""
    copied = Path(shutil.copytree(folder, where / folder.name))
    with (copied / "report.yaml").open("a", encoding="utf-8") as report:
        report.write(f"\ntemplate: {template}\n")
    return copied
