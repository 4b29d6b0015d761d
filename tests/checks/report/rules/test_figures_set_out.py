from pathlib import Path

import pytest
from checks.report.editions import found, read

from reportgen.checks.report.rules.figures_set_out import problems


def judged(folder: Path, words: str) -> list[tuple[str, str]]:
    files = {"narrative/foreword.md": f"# Foreword\n\n{words}\n"}
    report = read(folder, {"warm": {}}, "warm Kent 2023 65\nwarm England 2023 61", files)
    return [(severity, code) for severity, code, _ in found(problems, report)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Just over two thirds of the bakeries are family firms: 64 of 118.", "arithmetic"),
        ("Of those asked 45% (64 of 118 bakers) bake at night.", "arithmetic"),
        ("More bakers than butchers got their first choice of flour: 78.2% against 93.6%.", "direction"),
        ("Fewer bakers than butchers sing (24% against 18%).", "direction"),
    ],
)
def test_figures_behind_that_say_otherwise_are_an_error(tmp_path: Path, words: str, code: str) -> None:
    assert judged(tmp_path, words) == [("error", code)]


@pytest.mark.parametrize(
    "words",
    [
        "Just over half of the bakeries are family firms: 64 of 118. Of those asked 54% (64 of 118) bake at night.",
        "In town 70% of bakers sing, 12 of 40 in the country.",
        "Fewer bakers than butchers sing (18% against 24%). More bake than sing: 24% against 18%.",
        "There are more than 40 bakers, 36 against a levy.",
        "More bakers should sing than butchers: 18% against 24%.",
    ],
)
def test_figures_that_bear_the_words_out_or_are_of_something_else_are_right(tmp_path: Path, words: str) -> None:
    assert judged(tmp_path, words) == []
