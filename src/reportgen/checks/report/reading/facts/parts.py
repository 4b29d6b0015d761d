"""What part a figure plays of what a fact tells: all of it or some, the whole or another, a lack, a change, a wish."""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.checks.report.reading.facts.fit import WHOEVER, Setting, is_explained
from reportgen.checks.report.reading.facts.kin import MOVES, kin_of
from reportgen.checks.report.reading.facts.names import FactName
from reportgen.checks.report.reading.facts.others import is_of_no_extreme, is_of_the_opposite, opens_elsewhere
from reportgen.checks.report.reading.indicators.denials import denies
from reportgen.checks.report.reading.likeness import likeness
from reportgen.checks.report.reading.narrowing.one_of_several import is_of_one_alone
from reportgen.checks.report.reading.narrowing.parts import is_of_a_part_of_it
from reportgen.checks.report.reading.numbers.behind import MEASURED
from reportgen.checks.report.reading.numbers.quantity import Quantity
from reportgen.checks.report.reading.roles import role
from reportgen.checks.report.reading.sentences import stems_in
from reportgen.checks.report.reading.statements import Statement
from reportgen.checks.report.reading.times.lengths import is_yearly

_WHOLE = re.compile(
    r"(?:The\s)?(?:[Ss]hare|[Pp]roportion|[Pp]ercentage)\sof\s(?:all\s|the\s|those\s)*(?P<whole>(?:[\w’'-]+\s){1,3}?)(?:who|that|which|whose|with"
    r"|without|in|on|held|aged|from|born|living)\b"
)
_ONLY_OF = re.compile(
    r"(?:Women|Men|Girls|Boys|Children|Pensioners)\b(?=\s(?:who|that|with|aged|in|at)\b)", re.IGNORECASE
)
_OF_WHOM = re.compile(
    r"\sof\s(?:(?:all|the|our|its|their|those|these|[A-Z][\w-]*[’']s?)\s)*(?P<whole>[\w’'-]+(?:\s[\w’'-]+){0,2}?)(?=[,.;]|\s(?:is|are|was|were|has|have|had"
    r"|do|did|can|in|on|at|who|that|which|with|without|from|and|or|but|said|say|take|took|[a-z]+ed)\b)"
)
_OF_THOSE = re.compile(r"\bof\s(?:those|them|these|whom)(?:\swho\s[^,]*)?,?\s(?:only\s|about\s)?$")
_SUPPOSED = re.compile(
    r"\b(?:if|whether|unless|imagine|suppos\w+|should|must|ought|not|never|target|aims?|no\slonger)\b", re.IGNORECASE
)
_PER = re.compile(r"(?:\s[a-z-]+){0,3}\s(?:per|for\severy|for\seach)\s")
_TO_EACH = re.compile(r"(?:\s[a-z-]+)?\s(?:to|for)\s(?:an?|each|every)\s(?!total\b)")  # four to a mission
_ALONE = re.compile(r"(?:In\s)?([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*),?\s(?:alone|itself|by\sitself|on\sits\sown)\b")
_BEGINS = re.compile(r"(?:(?:[Nn]early|[Aa]lmost|[Ss]ome|[Aa]bout|[Aa]round|[Tt]he)\s)?")
_OF_THEM = re.compile(r"\sof\s(?:them|these|those|whom|which)\b")
_OPENS = re.compile(r"(?:Of|Among|Amongst)\s(?:those|the|all)\b")
_LACKS = re.compile(
    r"\b(?:short\w*|lack\w*|gap|miss\w*|behind|fewer|less|more|need\w*|deficit|without|below|under|trail\w*"
    r"|lag\w*|lose|loss|lost|costs?|adrift|ahead|above|over|lead\w*|clear|differ\w*|points?|between)\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\b(?:narrow\w*|widen\w*|clos(?:es?|ed|ing)|shr[aiu]nk|halv\w+|gr[eo]w(?:n|s|ing)?|f[ae]ll(?:en|s|ing)?|ris(?:es?|en|ing)|rose)\b"
)
_BUT = re.compile(r"\b(?:but|except|save)\s$")
_SCHEME = re.compile(r"\bunder\s[A-Z]")
_OF_ONE = re.compile(
    r"(?:In|At|On|For|Among|Amongst)\s(?:one|another|a|an|some|two|three|four|each|every)\s(?!(?:average\s|typical\s|single\s|given\s)?(?:year|month|week|day|night|decade))(?P<what>[a-z]+)"
)
_WE_ASKED = re.compile(
    r"\b(?:asked|surveyed|interviewed|polled|questioned|met|visited|inspected|spoke\s(?:to|with)|heard\sfrom|wrote\sto)"
    r"\s(?:[a-z]+\s){0,2}$"
)
_OF_SUCH = re.compile(
    r"\sof\s(?:the|those|our|these)\s(?:[\w’'-]+\s){1,3}?(?:with|without|who|that|which|whose)\s"
    r"(?P<told>(?:(?!\b(?:is|are|was|were|has|have|had|do|did|can|say|said)\b)[^,.;])+)(?P<rest>[^,.;]*)"
)
_SLOT = re.compile(
    r"\b[Ff]or\s(?:(?:an?|the|their|its|our)\s)?"
    r"(?P<what>(?!\d|(?:by|example|instance|now|years|first|which|whom)\b)[\w’'-]+(?:\s[\w’'-]+)?)"
)
_MOVED = re.compile(
    r"\b(?:ad(?:d\w*)|extra|more|further|new|additional|up|down|jump\w*|boost\w*|lift\w*|fewer|less|shed|since|higher|lower|chang\w+"
    r"|gone|clos\w+|shr[aiu]nk\w*|by|better|worse|short)\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"\b(?:[Aa]nother|(?:[Aa]\s)?[Ff]urther|[Aa]n?\s(?:extra|additional))\s$")
_SCALE = re.compile(r"(?:thousand|million|billion)s?\b", re.IGNORECASE)
_WHOLLY, _MANY, _FEW, _ALIKE, _TWO = 0.8, 3, 3, 2, 2


def plays_its_part(setting: Setting, name: FactName, coverage: float) -> bool:
    """Whether the part that the figure plays is the fact's: a change, a multiple, no part of it, no wish."""
    statement, one = setting.statement, setting.one
    if not moves_alike(setting, name) or not _lacks_alike(setting, name) or _is_of_another_thing(setting, name):
        return False
    timed = name.years or name.is_change or name.family in setting.families
    if role(statement, one) == "former value" and not timed:
        return False
    fully = coverage >= _WHOLLY and len(name.words & setting.around.here) > _MANY
    some = one.unit == "number" and one.value < (name.fact.value or 0) and likeness(one, name.datum) < _ALIKE
    some = some and not (fully or _is_all_that_is_said(setting, name, coverage))
    if some and _BEGINS.fullmatch(statement.passage.text, statement.start, one.start):
        return False  # ten routes were cut: some of them
    if _supposes(statement, one, name) or _is_of_some(setting, name):
        return False
    said = len(name.words & setting.around.here)
    wholly = coverage >= _WHOLLY and said >= _MANY and not statement.is_wished
    planned = name.is_future and said >= _TWO  # not by a word that is any plan's: to need 640 more places
    return planned or wholly or not statement.is_unreal(one.start, name.text)


def _is_all_that_is_said(setting: Setting, name: FactName, coverage: float) -> bool:
    """Whether the words say all of what the fact counts, and nothing else: households are on the waiting list."""
    said = name.words & setting.around.here
    return coverage >= _WHOLLY and len(said) >= _MANY and is_explained(setting, name, 1)


def _lacks_alike(setting: Setting, name: FactName) -> bool:
    """Whether what is told of a fact that is a lack is one, and not how the lack moves; and a rise or fall of one."""
    statement = setting.statement
    start, end = statement.stretch(setting.one.start)
    said = statement.text if statement.is_alone(setting.one) else statement.passage.text[start:end]
    if name.is_lack:
        return _LACKS.search(said) is not None and _CLOSES.search(said) is None
    moved = not name.head & MOVES or setting.around.every & MOVES or _MOVED.search(said)
    return bool(moved) or role(setting.statement, setting.one) in ("gap", "change", "growth", "ratio")


def _is_of_another_thing(setting: Setting, name: FactName) -> bool:
    """Whether a figure is a word of the fact's name, is in its unit already, or is for something else."""
    statement, one, note = setting.statement, setting.one, name.fact.note
    if one.form != "digits" and re.search(rf"\b{re.escape(one.text)}\b", note, re.IGNORECASE):
        return True  # pupils who miss a tenth of lessons
    if _SCALE.match(note) and one.value.normalize().as_tuple().digits == name.datum.value.normalize().as_tuple().digits:
        return True  # 112 million litres, of so many “million litres”
    if is_of_the_opposite(statement, name) or is_of_no_extreme(statement, one, name):
        return True
    own, said = _SLOT.search(note), _SLOT.search(statement.passage.text, statement.start, statement.end)
    if own is None or said is None:
        return False
    what = stems_in(own["what"]), stems_in(said["what"])
    return all(what) and what[1].isdisjoint(what[0] | kin_of(what[0])) and what[0].isdisjoint(setting.around.here)


def moves_alike(setting: Setting, name: FactName) -> bool:
    """Whether a gap, a change or a multiple is told of a fact that is one."""
    part = role(setting.statement, setting.one)
    if part in ("ratio", "growth") and name.is_multiple:
        return True
    if part == "gap" and _SCHEME.search(name.text) and _SCHEME.search(setting.statement.text):
        return True  # consultations under Pharmacy First
    is_moved = part not in ("value", "former value") or setting.one.unit == "points"
    return name.is_change or not is_moved


def _supposes(statement: Statement, one: Quantity, name: FactName) -> bool:
    """Whether what is said is a condition, a wish or denied, which the fact itself is not."""
    start, end = statement.stretch(one.start)
    said = {found.lower() for found in _SUPPOSED.findall(statement.passage.text[start:end])}
    return any(word not in name.text.lower() for word in said)


def _is_of_some(setting: Setting, name: FactName) -> bool:
    """Whether a figure is told of a part, or of every year: three of the studios, 61% of those that sell abroad."""
    statement, one = setting.statement, setting.one
    value = (name.fact.value or Decimal(0)).copy_abs()
    if one.unit == "number" and _FURTHER.search(statement.before(one.start)) and not name.is_change:
        return True  # another 22 hostel beds will open
    few = one.form == "word" and one.unit == "number" and one.value * _FEW < value
    of_them = one.unit == "number" and _OF_THEM.match(statement.after(one.end)) and not name.above
    if of_them and not _is_told_of_them(setting, name):
        return True
    alone = _ALONE.match(statement.text)
    if (alone and alone[1] not in name.fact.note) or is_of_one_alone(statement, name.text):
        return True
    if opens_elsewhere(statement, one, name):
        return True
    of_one = _OF_ONE.match(statement.text)
    if (of_one and stems_in(of_one["what"]).isdisjoint(name.words)) or (_WE_ASKED.search(statement.before(one.start))):
        return True
    yearly = one.unit == "percent" and is_yearly(statement, one.end) and re.search("year|annual", name.text) is None
    behind = statement.after(one.end)
    rate = one.unit == "number" and (_PER.match(behind) or _TO_EACH.match(behind)) and "per" not in name.text.split()
    lasts = MEASURED.match(statement.after(one.end)) or MEASURED.search(f" {name.text}")
    if one.unit == "number" and lasts and _has_a_share(statement, one):
        return True  # a third of claims are settled within 60 days, and a fifth take more than 120
    if one.unit != "percent":
        but = _BUT.search(statement.before(one.start)) or denies(statement, one, name.text)
        return few or bool(rate) or (one.unit == "number" and bool(but))
    such = _OF_SUCH.match(statement.after(one.end, 80))
    those = _OF_THOSE.search(statement.before(one.start)) or (such and _is_all_in(setting, such, name))
    part = bool(those) or is_of_a_part_of_it(statement, one.start) or _is_of_those_told(statement, one, name)
    return yearly or part or _is_of_another_whole(statement, one, name) or denies(statement, one, name.text)


def _is_told_of_them(setting: Setting, name: FactName) -> bool:
    """Whether what is said of so many of them is what the fact counts: 146 of them belong to the careers hub."""
    return len(setting.around.near & name.of_id) >= _TWO and name.of_id <= setting.around.here


def _is_all_in(setting: Setting, such: re.Match[str], name: FactName) -> bool:
    """Whether those of whom a share is told have what the fact tells, and what is said of them has none of it."""
    before = setting.statement.stems_within(setting.statement.stretch(setting.one.start)[0], setting.one.start)
    said = before | stems_in(such["rest"])  # they save half of the time that they spend
    return bool(stems_in(such["told"]) & name.words) and said.isdisjoint(name.words)


def _has_a_share(statement: Statement, one: Quantity) -> bool:
    start, _ = statement.stretch(one.start)
    return any(each.unit == "percent" and start <= each.start < one.start for each in statement.quantities)


def _is_of_those_told(statement: Statement, one: Quantity, name: FactName) -> bool:
    """Of those who plead guilty, 46% …: it opens with those whom the fact tells, and tells nothing of it behind."""
    end = statement.stretch(statement.start)[1]
    if not _OPENS.match(statement.text) or not statement.start < end <= one.start:
        return False
    opening, behind = statement.stems_within(statement.start, end), statement.stems_within(end, statement.end)
    return bool(opening & name.words) and behind.isdisjoint(name.words | kin_of(name.words))


def _is_of_another_whole(statement: Statement, one: Quantity, name: FactName) -> bool:
    """Whether a share is one of others than the fact's: half of the women, of a share of prisoners who are women."""
    own, told = _WHOLE.match(name.fact.note), _OF_WHOM.match(statement.after(one.end))
    if (only := _ONLY_OF.match(name.fact.note)) and only[0].lower() not in statement.passage.text.lower():
        return True  # 44% of adults, of a share of the women who feel unsafe
    if own is None or told is None:
        return False
    wholes = stems_in(own["whole"]), stems_in(told["whole"])
    kin = wholes[0] | kin_of(wholes[0]) | WHOEVER
    return bool(wholes[0] and wholes[1]) and wholes[1].isdisjoint(kin)
