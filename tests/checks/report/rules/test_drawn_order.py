from pathlib import Path

import pytest
from checks.report.rules.drawn_figures import judged

from reportgen.checks.report.rules.drawn_order import problems


@pytest.mark.parametrize(
    "words",
    [
        "Bars by barrier. Finding finance comes first, finding skilled staff second and cost of space third.",
        "Finding finance is by far the largest barrier, followed by finding skilled staff and cost of space.",
        "Late payment is last.",
        "The lowest bar is late payment, followed by cost of space.",
        "The bar for finance is longer than that for late payment.",
        "Cost of space, the second cause that people name, ranks third.",
    ],
)
def test_an_order_that_the_bars_have_is_right(tmp_path: Path, words: str) -> None:
    assert judged(problems, tmp_path, barriers=words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Bars by barrier. Finding skilled staff comes first and finding finance second.",
        "Finding finance comes first, cost of space second.",
        "Finding finance is the largest, followed by cost of space and finding skilled staff.",
        "Cost of space is lowest.",
        "The most common is late payment.",
    ],
)
def test_an_order_that_the_bars_do_not_have_is_told_once(tmp_path: Path, words: str) -> None:
    assert [one[:2] for one in judged(problems, tmp_path, barriers=words)] == [("error", "drawn-order")]


def test_a_sentence_that_refers_to_a_figure_is_held_to_it_too(tmp_path: Path) -> None:
    words = '{{ ref("barriers") }} shows that cost of space comes first.'
    assert judged(problems, tmp_path, prose=words) == [("error", "drawn-order", "narrative/introduction.md:3")]
    assert judged(problems, tmp_path, prose="Cost of space comes first in all that we do.") == []
