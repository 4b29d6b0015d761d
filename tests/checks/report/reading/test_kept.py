from dataclasses import replace

from reportgen.checks.report.reading.kept import kept
from reportgen.checks.report.reading.passage import Passage, Section
from reportgen.checks.report.reading.statements import Statement
from reportgen.problems import Place


def test_a_sentence_is_read_once_by_each_that_reads_it() -> None:
    sentence, read = _sentence("Warm homes are rare."), list[str]()

    @kept
    def words(statement: Statement) -> list[str]:
        read.append(statement.text)
        return statement.text.split()

    assert words(sentence) is words(sentence)
    assert read == ["Warm homes are rare."]


def test_a_sentence_that_was_made_of_another_is_read_for_itself() -> None:
    sentence = _sentence("Warm homes are rare.")

    @kept
    def length(statement: Statement) -> int:
        return len(statement.text)

    assert (length(sentence), length(replace(sentence, end=4))) == (20, 4)


def _sentence(text: str) -> Statement:
    passage = Passage("paragraph", text, ((0, Place("narrative/foreword.md", 1)),), Section("foreword"))
    return Statement(passage, 0, len(text), 0, (), (), (), (), ((0, len(text)),), frozenset())
