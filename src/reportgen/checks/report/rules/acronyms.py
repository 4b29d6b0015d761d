"""Acronyms are spelled out once, where they come first or anywhere in the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reportgen.checks.report.reading.passage import Passage
from reportgen.checks.report.reading.report import ReadReport
from reportgen.problems import Problem

_ACRONYM = re.compile(
    r"(?<![\w&/’'.-])(?P<letters>[A-Z]{2,6}(?=s?(?![\w&]))|[A-Z]{3,6}(?=\d{1,2}s?(?![\w&]))"  # ONS, LSOAs, NVQ4
    r"|[A-Z]{1,3}[a-z]{1,2}[A-Z]{1,3}(?=s?(?![\w&])))"  # DfE, IoT
)
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_ROMAN = re.compile(r"[IVX]{2,}")
_SMALL_WORDS = "a an and at by for from in of on or the to with"
_SMALL = frozenset(_SMALL_WORDS.split())
_JOINING = frozenset(("and", "of"))
_KNOWN_ACRONYMS = """
UK GB US USA EU UN NHS BBC ITV VAT GDP IT ICT TV DVD CD PC PDF CSV HTML URL PIN ID CV AI AD BC AM PM GMT BST GP MP
MPS MEP PHD BA BSC MA MSC MBA GCSE CEO CFO HR PR DIY FAQ LED LGBT LGBTQ BAME HIV AIDS COVID SARS DNA FM RAF HM HMRC
DVLA HQ MOT NATO UNESCO UNICEF WHO OECD IMF SME OK SOS USB SIM SMS GPS WWW NB PS RSVP TBC ISBN ISO CCTV ATM HSBC IBM BMW
STEM KPMG PWC EY BT BP GSK JCB SAP NASA IKEA GREEN AMBER RED NOT RATED
"""
_KNOWN = frozenset(_KNOWN_ACRONYMS.split())  # nobody in Britain needs them spelled out


def problems(report: ReadReport) -> Iterator[Problem]:
    words = [one for one in report.passages if one.kind in ("paragraph", "item", "cell", "note", "alt", "title")]
    spelled = _Spelled(report)
    told: set[str] = set()
    for passage in words:
        for found in _ACRONYM.finditer(passage.text):
            letters = found["letters"]
            if letters in told or _is_known(letters, found.start(), passage) or spelled.out(letters):
                continue
            told.add(letters)
            message = f"“{letters}” is spelled out nowhere"
            hint = f"Write the words once, where it comes first, with ({letters}) behind them."
            yield Problem("warning", "acronym", message, passage.place(found.start()), hint)


def _is_known(letters: str, at: int, passage: Passage) -> bool:
    if letters.upper() in _KNOWN or letters.removesuffix("S") in _KNOWN or _ROMAN.fullmatch(letters):
        return True
    behind = passage.text[at + len(letters) :]
    before = passage.text[:at].split()
    shouted = re.match(r"\s+[A-Z]{2,}\b", behind) or (
        before and re.fullmatch(r"[A-Z]{2,}", before[-1]) and before[-1] not in _KNOWN
    )
    named = re.match(r"\s+[A-Z][a-z]", behind)  # the first word of a name: BAE Systems
    quoted = any(bound.start <= at < bound.end for bound in passage.bound)
    return bool(shouted or named or quoted)


class _Spelled:
    """All that the report says, to look the words behind an acronym up in.

    In its running words they may stand without the acronym in brackets, in the name of a source or of an organisation
    they are no explanation of it.
    """

    def __init__(self, report: ReadReport) -> None:
        settings, sources = report.edition.settings, report.edition.sources.values()
        named = [settings.organisation, settings.area, *(one.text for one in sources)]
        named += [name for one in settings.comparators for name in (one.area, one.label)]
        self._texts = [*(one.text for one in report.passages), *named]
        running = (one.text for one in report.passages if one.kind not in ("setting", "name"))
        self._parts = [part for text in running for part in re.split(r"[.,;:()?!–—]", text)]
        self.out = cache(self._out)

    def _out(self, letters: str) -> bool:
        initials = "".join(one for one in letters if one.isupper())  # the F of DfE is a small word's
        return any(letters in text and _explained(letters, text) for text in self._texts) or any(
            _has_initials(initials, part) for part in self._parts
        )


def _explained(letters: str, text: str) -> bool:
    """“Words of it (ABC)”, or “ABC (words of it)”: the words begin with its letters, more or less."""
    for found in re.finditer(rf"\((?:the |or )?[“‘]?{letters}s?[”’]?(?:[;,][^)]*)?\)", text):
        if _spells(letters, _WORD.findall(text[: found.start()])[-3 * len(letters) :]):
            return True
    behind = re.search(rf"\b{letters}s?(?: \(([^)]*)\)|,? (?:or|short for|that is|stands for),? ([^.;,]*))", text)
    return bool(behind and _spells(letters, _WORD.findall(behind[1] or behind[2])))


def _spells(letters: str, words: Sequence[str]) -> bool:
    """Whether its letters stand in these words in order, the first at the beginning of one of them."""
    joined = " ".join(words).lower()
    pattern = r"\b" + r".*?".join(letters.lower())
    return len(words) > 1 and re.search(pattern, joined) is not None


def _has_initials(letters: str, text: str) -> bool:
    """Whether words in a row begin with its letters: those of a name, in capitals, or of three letters and more any."""
    words = [word for part in _WORD.findall(text) for word in part.split("-") if word]
    return any(
        _begin_with(letters, words[start:], _SMALL, capitals=True)
        or (len(letters) > 2 and _begin_with(letters, words[start:], _JOINING, capitals=False))
        for start, word in enumerate(words)
        if word[0].upper() == letters[0]
    )


def _begin_with(letters: str, words: Sequence[str], skipped: frozenset[str], *, capitals: bool) -> bool:
    left = letters
    for word in words:
        counts = word[0].isupper() if capitals else word.lower() not in _SMALL
        if left and counts and word[0].upper() == left[0] and not (word.isupper() and len(word) > 1):
            left = left[1:]
        elif not left or word.lower() not in skipped:
            break
    return not left
