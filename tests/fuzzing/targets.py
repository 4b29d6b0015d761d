"""What is fuzzed: each reader, with inputs to begin with and a way to change them that fits it."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import atheris
from fuzzing.word_files import change_word_file, small_word_files
from robustness.inputs.good import TEXTS, write_edition

from reportgen.checks.report.reading.numbers.quantities import periods, quantities
from reportgen.checks.templates.judge import judge_template
from reportgen.edition.edition import NarrativeFile, read_edition
from reportgen.edition.narrative import read_part
from reportgen.expressions import names
from reportgen.findings import assess
from reportgen.numbers import BEFORE, decimals_in, parse, show, show_gap, show_gap_in_words
from reportgen.pdf.process import get_ready, print_word
from reportgen.problems import InputError, Problems
from reportgen.word.reader import read_word

SCRAPS = (
    *('{{ value("lakes") }}', '{{ gap("lakes", words=True) }}', '{{ table("tasks") }}', '{{ figure("trend") }}'),
    *('{{ ref("money") }}', "{{ rule() }}", '{{ "a" ~ 1.5 }}', "{{", "}}", "{% if 1 %}", "{% endif %}", "{#", "#}"),
    *("[^survey]", "[^own]", "[^own]: ", "![A map](pictures/map.png)", "[a](https://example.org)", "<https://a.b>"),
    *("| a | b |\n|---|---|\n| c | d |\n", "# ", "\n## ", "\n- ", "\n1. ", "\n> ", "\n    ", "\n```\n", "**", "_", "`"),
    *(
        "\n\n",
        "\\\n",
        "&amp;",
        "&#0;",
        "&#xd800;",
        "<!-- ",
        " -->",
        "<b>",
        "\t",
        "\u00a0",
        "\u202e",
        "\ufeff",
        "\ue000",
    ),
)
FIGURES = (
    *(
        "£",
        "%",
        "bn",
        "m",
        "k",
        " million",
        " per cent",
        "pp",
        "p",
        ",",
        ".",
        "-",
        "−",
        "–",
        "+",
        " ",
        "\u00a0",
        "(",
        ")",
    ),
    *(
        "one",
        "two thirds",
        "a quarter of",
        "half a",
        "thirty-",
        "twice",
        "hundred",
        " in ten",
        "one in every ",
        "between ",
    ),
    *("000", "1,000", "99.95", "2022", "2022-23", "1st", "fold", " points", "around ", " and ", "٣", "²", "½", "e9"),
)


@dataclass(frozen=True)
class Target:
    """`read` raises where something is found. `slower`: how much slower than a user's this reading is, at most."""

    name: str
    read: Callable[[bytes], None]
    seeds: Sequence[bytes]
    mutate: Callable[[bytes, int, int], bytes]
    longest: int
    slower: float = 1


def word() -> Target:
    """The Word reader, and the judge of templates."""
    seeds = small_word_files()
    return Target("word", _read_word, seeds, lambda *given: change_word_file(*given, seeds), 300_000, slower=2)


def printing() -> Target:
    """A Word file on its way to paper, WeasyPrint and all; ten or so a second."""
    get_ready()
    seeds = small_word_files()
    return Target("printing", _print_word, seeds, lambda *given: change_word_file(*given, seeds), 300_000, slower=5)


def markdown() -> Target:
    """A narrative file with expressions, in a small edition."""
    folder = Path(tempfile.mkdtemp())
    write_edition(folder)
    edition = read_edition(folder, Problems())
    known = names(edition, assess(edition, Problems()))

    def read(data: bytes) -> None:
        file = NarrativeFile("narrative/x.md", data.decode("utf-8", "replace"))
        read_part(file, known, edition.sources, Problems(), folder)

    seeds = [text.encode() for name, text in TEXTS.items() if name.endswith(".md")]
    return Target("markdown", read, [*seeds, *(scrap.encode() for scrap in SCRAPS)], _with(SCRAPS), 5_000)


def numbers() -> Target:
    """A typed figure, as the tables take it and as the check finds it in prose."""
    seeds = ["36%", "£1.2bn", "−1.4pp", "between 30 and 40 per cent", "two in every three", "rose from 1,234 to 2,000"]
    return Target("numbers", _read_numbers, [one.encode() for one in (*seeds, *FIGURES)], _with(FIGURES), 400)


TARGETS: Mapping[str, Callable[[], Target]] = {
    "word": word,
    "printing": printing,
    "markdown": markdown,
    "numbers": numbers,
}


def _read_word(data: bytes) -> None:
    for read in (read_word, judge_template):
        try:
            read(data, "x.docx", Problems())
        except InputError as error:
            if isinstance(error.__cause__, Exception):  # the reader gave the file up because of it
                raise error.__cause__ from None


def _print_word(data: bytes) -> None:
    try:
        print_word(data, "x.docx", Problems())
    except InputError as error:
        if {problem.code for problem in error.problems if problem.severity == "error"} == {"lost-words"}:
            raise AssertionError(str(error)) from None


def _read_numbers(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    decimals_in(text)
    periods(text)
    for one in quantities(text):
        assert one.value.is_finite() and text[one.start : one.end]
    for unit in ("percent", "gbp", "number"):
        try:
            value = parse(text, unit)
        except ValueError as refusal:
            assert str(refusal).startswith("“")
            continue
        assert value.adjusted() >= BEFORE or parse(show(value, unit, None), unit) == value
        assert show_gap(value, unit, 1) and show_gap_in_words(value, unit, None)


def _with(scraps: Sequence[str]) -> Callable[[bytes, int, int], bytes]:
    """Changes a text by its bytes, or puts one of the scraps into it or in place of a piece."""

    def change(data: bytes, most: int, seed: int) -> bytes:
        dice = random.Random(seed)
        if dice.random() < 0.4:
            return atheris.Mutate(data, most)
        at = dice.randint(0, len(data))
        scrap = dice.choice(scraps).encode() * dice.choice((1, 1, 1, 2, 50))
        return (data[:at] + scrap + data[at + dice.choice((0, 0, 3, 20)) :])[:most]

    return change
