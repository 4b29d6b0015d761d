"""How a command tells what is wrong: a line for each problem, or an array of JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import click

from reportgen.problems import Place, Problem, by_place
from reportgen.showing import harmless_json

OPTION = "--json"

json_option = click.option(OPTION, "as_json", is_flag=True, help="Print what is wrong as JSON, on standard output.")


def tell(problems: Iterable[Problem], *, as_json: bool = False) -> None:
    """On standard error, one a line, in their order; or as JSON on standard output, sorted by place."""
    if as_json:
        click.echo(to_json(problems))
        return
    for problem in problems:
        click.echo(str(problem), err=True)


def to_json(problems: Iterable[Problem]) -> str:
    """An array with an object for each problem, sorted by place, as section 4 of the contract has it."""
    return harmless_json(json.dumps([_object(problem) for problem in by_place(problems)], ensure_ascii=False, indent=2))


def _object(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        **_place(problem.place),
    }


def _place(place: Place) -> dict[str, Any]:
    """The file with the line, or the sheet and cell; and what a Word file has in place of them."""
    if place.sheet is not None:
        return {"file": place.file, "sheet": place.sheet, "cell": place.cell}
    inside = {"paragraph": place.paragraph, "cell": place.cell}
    return {"file": place.file, "line": place.line, **{key: said for key, said in inside.items() if said is not None}}
