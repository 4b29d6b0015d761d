"""What excludes one another by its meaning: women and men, approved and refused, safe and unsafe, found work or not."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import combinations

from reportgen.checks.report.reading.sentences import stems_in

# Each line is one question, with its answers parted by semicolons; one that begins with a semicolon goes on.
_QUESTIONS = r"""
women|female\w*|girls|daughters ; men|males?|boys|sons
approved|granted|accepted|allowed|upheld|successful
; refused|reject\w+|dismissed|declined|turned\sdown|unsuccessful|denied ; withdr\w+|dropped|pending|deferred|still\sopen
passed|pass ; failed|fail
agreed?|in\sfavour|in\sagreement|(?:voted?|were|are)\sfor|welcomed?|support(?:ed|s)?|backed
; disagreed?|against|opposed? ; neutral
at\slevel\s1 ; at\slevel\s2 ; at\slevel\s3 ; at\slevel\s4 ; at\slevel\s5 ; at\slevel\s6
; at\sa\shigher\slevel|at\shigher\slevels ; at\sa\slower\slevel|at\slower\slevels
satisfied|happy|content ; dissatisfied|unhappy|unsatisfied ; neither\ssatisfied\snor\sdissatisfied
excellent|outstanding|very\sgood ; (?<!very\s)good
; fair|average|adequate|requir\w+\simprovement ; (?<!very\s)(?:poor|bad)|inadequate ; very\s(?:poor|bad)
stay(?:ed|ing)?|remain(?:ed)? ; leave|left|quit
on\stime|early|punctual ; late|delayed ; cancelled
full-time ; part-time
in\swork|employed|working ; unemployed|out\sof\swork|looking\sfor\swork ; inactive|retired
married ; single|unmarried ; divorced|separated ; widowed
yes ; no
better ; worse ; (?:about\s)?the\ssame|no\sbetter
(?:hire|recruit|take\son\s(?:staff|more|people)|expand|grow)(?!\w)
; (?:cut|shrink|lay\soff|shed|reduce) ; no\schange|unchanged|the\ssame
increase[ds]?|r[io]se|risen|gr[eo]w|gained|went\sup|gone\sup
; decrease[ds]?|fell|fallen|shrank|lost|went\sdown|gone\sdown ; unchanged|the\ssame|no\schange
won ; lost ; drew|drawn
small ; medium(?:-sized)? ; large
daily|every\sday ; weekly|every\sweek|once\sa\sweek ; monthly|every\smonth|once\sa\smonth ; never|not\sat\sall
recycled|composted ; buried|landfill\w* ; burn[et]\w*|incinerat\w+
fully ; partly|partially
"""
_REST = re.compile(
    r"\b(?:neither|undecided|unsure|not\s(?:sure|know|say|answer|stated|known)|unknown|no\s(?:view|opinion|answer|preference|reply)"
    r"|everything\selse|anything\selse|something\selse|(?:all\s)?(?:the\s)?others?(?!\s[a-z])|did\snot\s(?:answer|say|know)|prefer\w*\snot)\b",
    re.IGNORECASE,
)
_NOT_OF_THEM = (
    r"(?<!\bof\s)(?<!\bfor\s)(?<!\bamong\s)(?<!\bby\s)(?<!\bwith\s)(?<!\bof\sthe\s)(?<!\bfor\sthe\s)(?<!not\s)"
)
_ANSWERS = [
    [
        re.compile(rf"(?<![\w-]){_NOT_OF_THEM}(?:{answer.strip()})(?![\w-])", re.IGNORECASE)
        for answer in line.split(" ; ")
    ]
    for line in _QUESTIONS.strip().replace("\n;", " ;").splitlines()
]
_PLAIN = stems_in(
    "vote intend mean plan expect want hope like say said feel felt think thought asked last year attempt"
)
_NEGATED = re.compile(r"(?:un|in|im|dis|non-?)([a-z]{4,})", re.IGNORECASE)
_DENIED = re.compile(
    r"^\s(?:(?:say|said|reported|feel|felt)\s(?:that\s)?(?:they\s)?)?(?:did|do|does|was|were|is|are|ha[sd]|have|could|can|would|will)"
    r"(?:\snot|n[’']t)\b|^\scannot\b",
    re.IGNORECASE,
)


def answers(labels: Sequence[str]) -> dict[int, str]:
    """Those of some parts that exclude one another, by their number, each with its answer; the most that do."""
    found = [told for question in _ANSWERS if _are_said_alike(labels, told := _by_question(labels, question), question)]
    best = max([*found, _denials(labels), _opposites(labels)], key=len)
    if len(best) > 1:
        best |= {number: "the rest" for number, label in enumerate(labels) if number not in best and _is_rest(label)}
    return best if len(best) > 1 else {}


def _by_question(labels: Sequence[str], question: Sequence[re.Pattern[str]]) -> dict[int, str]:
    """Each answer once; of what gives two answers, or the same as another, nobody can say."""
    told: dict[int, str] = {}
    for number, label in enumerate(labels):
        given = [pattern.pattern for pattern in question if pattern.search(label)]
        if len(given) == 1 and given[0] not in told.values():
            told[number] = given[0]
    return told


def _denials(labels: Sequence[str]) -> dict[int, str]:
    """Found work within a year, and did not: what is denied has no words but those of the other."""
    for number, label in enumerate(labels):
        denied = _DENIED.match(label)
        for other, said in enumerate(labels):
            if (
                denied
                and other != number
                and not _DENIED.match(said)
                and stems_in(label[denied.end() :]) <= stems_in(said)
            ):
                return {other: "it", number: "not"}
    return {}


def _opposites(labels: Sequence[str]) -> dict[int, str]:
    """Safe and unsafe, likely and unlikely."""
    for number, label in enumerate(labels):
        for found in _NEGATED.finditer(label):
            plain = re.compile(rf"(?<![\w-])(?<!not\s){re.escape(found[1])}\b", re.IGNORECASE)
            for other, said in enumerate(labels):
                pair = [re.compile(re.escape(found[0])), plain]
                if other != number and plain.search(said) and _are_said_alike(labels, (number, other), pair):
                    return {other: "it", number: "not"}
    return {}


def _are_said_alike(labels: Sequence[str], told: Collection[int], question: Sequence[re.Pattern[str]]) -> bool:
    """Whether no two have other words of their own: safe by day and unsafe after dark are no parts of a whole."""
    own = [_other_words(labels[number], question) for number in told]
    return all(not one or not other or one & other for one, other in combinations(own, 2))


def _other_words(label: str, question: Sequence[re.Pattern[str]]) -> frozenset[str]:
    for answer in question:
        label = answer.sub("", label)
    return stems_in(label) - _PLAIN


def _is_rest(label: str) -> bool:
    return _REST.search(label) is not None
