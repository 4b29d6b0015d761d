"""Whether a file is of this edition: what it says of its year and title, against report.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportgen.checks.report.reading.passage import Passage
from reportgen.problems import Place, Problem

_OTHER = r"(?P<edition>\S[^,;:.()]{0,19})"
_HINT = "Name the folder that the file was built from; or build this edition, and carry over what was edited."


def of_another_year(edition: str, read: Iterable[Passage], built: Iterable[Passage], changed: int) -> Iterator[Problem]:
    """Where the template prints the edition's name, the file has another.

    `built`: what the template would print today. `changed`: how many figures the data have changed.
    """
    patterns = list(dict.fromkeys(_patterns(edition, built)))
    said = [(one, found["edition"]) for one in read for each in patterns if (found := each.fullmatch(one.text))]
    if not said or any(other == edition for _, other in said):
        return
    passage, _ = said[0]
    message = f"the file says “{passage.text}”, and report.yaml says that this is the edition “{edition}”"
    if changed:
        message += f": {changed} of its figures are not what the data of this folder say"
    yield Problem("error", "other-edition", message, passage.place(), _HINT)


def of_another_title(said: str, title: str, name: str) -> Iterator[Problem]:
    if said and said != title:
        message = f"the file is called “{said}” in its properties, and report.yaml calls the report “{title}”"
        yield Problem("warning", "other-edition", message, Place(name), "Build anew, or correct the title.")


def _patterns(edition: str, built: Iterable[Passage]) -> Iterator[re.Pattern[str]]:
    name = re.compile(rf"(?<!\w){re.escape(edition)}(?!\w)")
    for one in built:
        parts: Sequence[str] = name.split(one.text) if not one.bound and one.kind == "paragraph" else ()
        if len(parts) == 2 and re.search(r"\w", "".join(parts)):
            yield re.compile(re.escape(parts[0]) + _OTHER + re.escape(parts[1]))
