"""Shares that exclude one another by what they are, and parts of a counted whole: each sentence in one report."""

from pathlib import Path

from checks.report.editions import Rule, found, read

from reportgen.checks.report.rules import parts_of_wholes, sums

WORDS = "narrative/foreword.md"
MORE_THAN_A_WHOLE = """
Nearly 60% of the staff work full-time and 52% part-time.
Of the 48 appeals, 52% were dismissed, 39% allowed and 17% withdrawn.
Pupils rated the lunches: excellent 22%, good 41%, fair 28%, poor 19%.
Half of the families rent, a third own and a quarter live with relatives.
By 2023, 28% of volunteers were under 30, 44% were 30 to 59 and 38% were 60 or over.
Of the guests, 51% stayed for a day, 38% for two or three nights and 26% for longer.
Of those who answered, 64% felt safe and 41% unsafe.
Of last year's leavers, 62% found work within a year and 49% did not.
Of the farms, 41% expect to grow, 38% expect no change and 28% expect to shrink.
The trust spends 58% of its budget on wages, 27% on buildings and 23% on its collections.
Power comes from wind (44%), gas (37%), nuclear (18%) and the sun (9%).
Of the leavers, 47% went on to university, 33% to an apprenticeship and 29% to work.
Of those who trained, 58% did so at level 2, 31% at level 3 and 21% at a higher level.
Asked about open data, 62% welcomed it, 31% were against it and 19% had no opinion.
Some 46% agreed, 38% disagreed and 27% neither agreed nor disagreed.
""".strip().splitlines()
POSSIBLE = """
Of the visitors, 61% were women and 44% were over 60.
Some 61% of women and 54% of men go to the gym.
Among women 61% work full-time and among men 84% part-time.
Nearly 60% of nurses are women and 52% of doctors are men.
Some 70% of people feel safe by day and 45% feel unsafe after dark.
Some 80% are happy at work, but 25% are unhappy with their pay.
Half of the families have a garden, a third a shed and a quarter a greenhouse.
Of those who trained, 58% passed level 2 and 51% passed level 3.
Half of the boilers run on gas, a third on oil and a sixth on wood.
Of the callers, 39% were answered within two minutes, 72% within five and 91% within ten.
Of the money raised, 71% was spent by June and 88% by December.
Asked how they travel, 57% said by car, 49% on foot and 31% by bus; they could tick all that apply.
Of last year's leavers, 62% found work within a year and 49% did not find a home.
""".strip().splitlines()
TOO_MANY = ["Of the 300 people asked, 340 answered.", "In all, 57 of the 52 schools have a breakfast club."]
ENOUGH = [
    "Of the 85 care homes inspected, 71 were rated good.",
    "Of the 85 care homes, 120 beds were empty.",
    "In all, 57 of the 52,000 pupils are taught at home.",
    "Some 180 of the 2 million eels have a tag.",
]


def lines_of(folder: Path, rule: Rule, sentences: list[str]) -> list[int]:
    """Which of the sentences, by their number, the rule tells of."""
    words = "# Foreword\n\n" + "\n\n".join(sentences) + "\n"
    report = read(folder, {"warm": {}}, "warm Kent 2023 84\nwarm England 2023 81", {WORDS: words})
    return [int(place.rpartition(":")[2]) // 2 - 1 for _, _, place in found(rule, report)]


def test_answers_bands_and_parts_of_a_mass_cannot_be_more_than_their_whole(tmp_path: Path) -> None:
    assert lines_of(tmp_path, sums.problems, MORE_THAN_A_WHOLE) == list(range(len(MORE_THAN_A_WHOLE)))


def test_what_may_overlap_or_is_of_another_whole_is_left_alone(tmp_path: Path) -> None:
    assert lines_of(tmp_path, sums.problems, POSSIBLE) == []


def test_a_part_that_is_more_than_its_whole_is_told(tmp_path: Path) -> None:
    assert lines_of(tmp_path, parts_of_wholes.problems, TOO_MANY + ENOUGH) == [0, 1]
