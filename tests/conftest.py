"""The two editions, built once for all tests that look at what comes out."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from reportgen.build import build

CHECKOUT = Path(__file__).parents[1]
EDITIONS = {
    "sample": CHECKOUT / "data" / "digital-roadmap-2024",
    "second": CHECKOUT / "tests" / "editions" / "rivers-2023",
}

# The same examples on every run, and no limit for a busy machine; `--hypothesis-profile=explore` looks further.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile("steady")


@dataclass(frozen=True)
class BuiltEdition:
    folder: Path  # of the edition
    word: Path
    pdf: Path
    pages: int


@pytest.fixture(scope="session", params=EDITIONS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BuiltEdition:
    """Each edition in turn, built as a report owner would; a warning of the build is a failure."""
    folder = EDITIONS[request.param]
    result = build(folder, tmp_path_factory.mktemp(request.param))
    assert [str(problem) for problem in result.problems] == []
    word, pdf = result.paths
    assert result.pages is not None
    return BuiltEdition(folder, word, pdf, result.pages)
