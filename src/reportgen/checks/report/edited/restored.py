"""Figures that lost their bookmarks when somebody typed them anew, found by the sentences that they stood in.

What Word knows of a figure goes when the figure is selected and typed over. The sentence as it would be built today
tells where one stood: where the words around are the same still, what stands in its place is the figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from reportgen.checks.report.edited.cells import key_of
from reportgen.checks.report.edited.lines import plain
from reportgen.checks.report.edited.reading import Figure, ReadWord
from reportgen.checks.report.reading.numbers.quantities import quantities
from reportgen.checks.report.reading.passage import Bound, NoteMark, Passage, Reference
from reportgen.checks.report.reading.sentences import sentences
from reportgen.document import Origin, Value
from reportgen.findings import Rating

AROUND = 4  # words on each side that are the same, as far as the sentence reaches
SHARED, ALIKE = 3, 0.6  # words that two sentences share at least, and the part of the original's that these are
MOST = 0.9  # the part of a statement's words that stand in what was typed for it, but for one
LONG = 3  # words that a figure has at most: a statement has more
_TOKEN = re.compile(r"[£+−-]*\d[\d.,]*(?<=\d)(?:\s?%|[a-z]+)?|[^\W_]+(?:[’'-][^\W_]+)*")
_RATINGS = frozenset(one.value for one in Rating)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    value: Value | None = None  # where it is a figure from the data: one token, whatever it says

    @property
    def tells(self) -> bool:
        """Whether it is a number or a name: with another one a sentence speaks of something else."""
        return self.value is None and (self.text[:1].isupper() or any(one.isdigit() for one in self.text))


_Sentence = tuple[_Token, ...]  # from an empty token before its first word to one behind its last
_Original = tuple[frozenset[str], _Sentence]  # with its words


def restored(read: ReadWord, built: ReadWord, written: Sequence[Value]) -> ReadWord:
    """What was read of a file, with the figures that were typed anew as the figures that they are.

    `built`: what would be read of the file as it would be built today. `written`: the figures of the file as reportgen
    wrote them.
    """
    forms: dict[Origin, list[str]] = {}
    for value in written:
        forms.setdefault(key_of(value), []).append(value.text)
    every = [one for passage in _passages(built) for one in _sentences(passage)]
    known, originals = {_key(one) for one in every}, [(_words(one), one) for one in every if _values(one)]
    figures = list(read.figures)

    def mended(passage: Passage, table: int) -> Passage:
        typed = [one for one in _sentences(passage) if _key(one) not in known]
        for one in sorted((found for each in typed for found in _found(each, originals, forms)), key=_start)[::-1]:
            one = _to_its_end(one, passage.text)
            said, place = passage.text[one.start : one.end], passage.place(one.start)
            figures.append(Figure(one.value, said, place, table, (passage.row, passage.column)))
            passage = _with_figure(passage, one)
        return passage

    passages = [mended(one, -1) for one in read.passages]
    tables = [
        replace(table, passages=tuple(mended(one, number) for one in table.passages))
        for number, table in enumerate(read.tables)
    ]
    return replace(read, passages=passages, figures=figures, tables=tables)


def _passages(read: ReadWord) -> Iterator[Passage]:
    yield from read.passages
    for table in read.tables:
        yield from table.passages


def _sentences(passage: Passage) -> Iterator[_Sentence]:
    bound = [_Token(one.value.text, one.start, one.end, one.value) for one in passage.bound]
    words = (_Token(one[0], one.start(), one.end()) for one in _TOKEN.finditer(passage.text))
    typed = [one for one in words if not any(each.start < one.end and one.start < each.end for each in bound)]
    tokens = sorted([*bound, *typed], key=_start)
    for start, end in sentences(passage.text):
        own = (one for one in tokens if start <= one.start < end)
        yield (_Token("", start, start), *own, _Token("", end, end))


def _start(one: _Token | Bound) -> int:
    return one.start


def _values(sentence: _Sentence) -> list[Origin]:
    return [key_of(one.value) for one in sentence if one.value is not None]


def _key(sentence: _Sentence) -> tuple[object, ...]:
    """The same for sentences that say the same of the same figures."""
    return tuple(plain(one.text) if one.value is None else key_of(one.value) for one in sentence)


def _found(typed: _Sentence, originals: Sequence[_Original], forms: Mapping[Origin, Sequence[str]]) -> Iterator[Bound]:
    """What stands in a sentence where one like it has a figure that this one has not.

    `forms`: how each figure was written when the file was built; none of those that it did not have.
    """
    taken = set(_values(typed))
    for original in _alike(typed, originals):
        for one in _instead(typed, original):
            key = key_of(one.value)
            if key in forms and key not in taken:
                taken.add(key)
                same = one.value.text in forms[key]  # else the data have changed since
                yield replace(one, value=replace(one.value, written=one.value.text if same else forms[key][0]))


def _alike(typed: _Sentence, originals: Sequence[_Original]) -> list[_Sentence]:
    """The sentences that it may have been, the likeliest first."""
    words = _words(typed)
    near = [
        (many / len(words | theirs), one)
        for theirs, one in originals
        if (many := len(words & theirs)) >= max(SHARED, ALIKE * len(theirs))
    ]
    return [one for _, one in sorted(near, key=lambda each: -each[0])]


def _words(sentence: _Sentence) -> frozenset[str]:
    """Those of a sentence; where it is nothing but a statement, of that."""
    words = frozenset(plain(one.text) for one in sentence if one.value is None and one.text)
    return words or frozenset[str]().union(*(_parts(one.text) for one in sentence))


def _instead(typed: _Sentence, original: _Sentence) -> Iterator[Bound]:
    """The figures of a sentence as the other says them; none where the two speak of different things."""
    theirs, ours = ([plain(one.text) for one in each] for each in (original, typed))
    codes = SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
    pairs = [
        *((a + at, c + at, c + at + 1) for kind, a, b, c, _ in codes if kind == "equal" for at in range(b - a)),
        *(
            (a, c, d)
            for kind, a, b, c, d in codes
            if kind == "replace" and b == a + 1 and _stands(original[a], typed[c:d])
        ),
    ]
    paired = {at: a for a, c, d in pairs for at in range(c, d)}
    if any(one.tells for at, one in enumerate(typed) if at > 1 and at not in paired):
        return
    for a, c, d in sorted(pairs):
        value = original[a].value
        if value is not None and typed[c].value is None and _is_framed(paired, a, c, d, len(typed)):
            yield Bound(typed[c].start, typed[d - 1].end, value)


def _stands(original: _Token, typed: Sequence[_Token]) -> bool:
    """Whether these words can stand for a figure: a rating for a rating, most words of a statement, or one figure."""
    said, own = " ".join(one.text for one in typed), _parts(original.text)
    if original.value is None or any(one.value is not None for one in typed):
        return False
    if original.text in _RATINGS:
        return said in _RATINGS
    if len(own) > LONG or (not quantities(original.text) and re.search(r"\d", original.text)):
        return len(own & _parts(said)) >= MOST * len(own) - 1 and re.search(r"\d", said) is not None
    found = quantities(said)
    start = found[0].begin if found else 0
    return len(found) == 1 and (start, found[0].end) == (0, len(said))  # with other words it may be of something else


def _parts(text: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(plain(text)))


def _is_framed(paired: Mapping[int, int], a: int, c: int, d: int, size: int) -> bool:
    """Whether the words on both sides are those that stood there, and no other word is among them or left out."""
    before, behind = range(max(0, c - AROUND), c), range(d, min(size, d + AROUND))
    if not all(at in paired for at in (*before, *behind)):
        return False
    theirs = [paired[at] for at in (*before, c, *behind)]
    return all(second - first <= 1 for first, second in pairwise(theirs))


def _to_its_end(one: Bound, text: str) -> Bound:
    """With the bracket that a statement ends in."""
    value = one.value.text
    tail = value[len(value.rstrip(")”’")) :]
    return replace(one, end=one.end + len(tail)) if text.startswith(tail, one.end) else one


def _with_figure(passage: Passage, one: Bound) -> Passage:
    """The passage with what the figure should say, as the rules are to read it."""
    longer = len(one.value.text) - (one.end - one.start)

    def moved(at: int) -> int:
        return at + longer if at >= one.end else at

    own = Bound(one.start, one.start + len(one.value.text), one.value)
    bound = [*(Bound(moved(each.start), moved(each.end), each.value) for each in passage.bound), own]
    return replace(
        passage,
        text=passage.text[: one.start] + one.value.text + passage.text[one.end :],
        bound=tuple(sorted(bound, key=_start)),
        references=tuple(Reference(moved(o.start), moved(o.end), o.target, o.kind) for o in passage.references),
        notes=tuple(NoteMark(moved(each.at), each.key) for each in passage.notes),
    )
