"""The commands."""

from __future__ import annotations

import gc
import io
import os
import shlex
import shutil
import signal
import subprocess
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import click

import reportgen
from reportgen.ending import EXIT_PROBLEMS, tell_the_end
from reportgen.showing import harmless
from reportgen.telling import Progress, flushed, json_option, say, tell

if TYPE_CHECKING:
    from reportgen.build import Built, Only

pass_progress = click.make_pass_decorator(Progress)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(reportgen.__version__, prog_name="reportgen")
@click.option("--debug", is_flag=True, help="Show where in the program an unexpected error arose.")
def commands(debug: bool) -> None:
    """Make an evidence report, as a Word file and a PDF that say the same.

    An edition is a folder with report.yaml, indicators.csv, values.csv (or evidence.xlsx) and the words in
    narrative/. Start with one that is ready, and make it your own:

    \b
      reportgen new my-report
      reportgen build my-report
    """


@commands.command(short_help="Build an edition's report: a Word file and a PDF.")
@click.argument("edition", type=click.Path(readable=False, path_type=Path))
@click.option(
    "--output",
    type=click.Path(file_okay=False, readable=False, path_type=Path),
    default=Path("output"),
    show_default=True,
    help="The folder to write into.",
)
@click.option("--only", type=click.Choice(["word", "pdf"]), help="Write just the Word file, or just the PDF.")
@click.option("--replace", is_flag=True, help="Replace files that somebody has edited; a copy of each is kept.")
@click.option("--strict", is_flag=True, help="Write nothing while `reportgen check` finds an error.")
@json_option
@pass_progress
def build(
    progress: Progress, edition: Path, output: Path, only: Only, replace: bool, strict: bool, as_json: bool
) -> None:
    """Build the report of the EDITION folder: output/NAME.docx and output/NAME.pdf.

    A Word file that somebody has edited is never overwritten: the new files then become NAME (2). What `reportgen
    check` finds is told, and stops nothing unless --strict.
    """
    from reportgen.build import build as build_edition

    built = build_edition(edition, output, only=only, replace=replace, strict=strict, progress=progress)
    progress.done()
    tell(built.problems, as_json=as_json)
    _wrote(built, as_json=as_json)
    if wrong := len(built.problems.errors):
        contradictions = "1 contradiction" if wrong == 1 else f"{wrong} contradictions"
        say(f"{contradictions} in what was written; with --strict it would not have been", to_error=True)


@commands.command(short_help="Say what in an edition contradicts what.")
@click.argument("edition", type=click.Path(readable=False, path_type=Path))
@click.option(
    "--word",
    type=click.Path(dir_okay=False, readable=False, path_type=Path),
    metavar="FILE.docx",
    help="Check the words, figures and tables of this Word file, edited or not, against the edition's data.",
)
@click.option("--numbers", is_flag=True, help="List every number in the words with its kind.")
@json_option
def check(edition: Path, word: Path | None, numbers: bool, as_json: bool) -> None:
    """Check the EDITION folder: what in its words and data contradicts what. Nothing is written.

    With --word: the words of a Word file that was built from it, edited or not, in place of the narrative's.
    Ends with 1 on any error, and with 0 where there are only warnings.
    """
    from reportgen.checks.report.check import check_edition
    from reportgen.checks.report.reading.claims.kinds import coverage

    if word is None:
        checked = check_edition(edition)
    else:
        from reportgen.build import check_word

        checked = check_word(edition, word)
    tell(checked.problems, as_json=as_json)
    if not as_json:
        for number in checked.numbers if numbers else ():
            say(str(number))
        say(coverage(checked.numbers))
    if checked.errors:
        raise click.exceptions.Exit(EXIT_PROBLEMS)


@commands.command()
@click.argument("file", type=click.Path(dir_okay=False, readable=False, path_type=Path))
@click.option(
    "--output",
    type=click.Path(dir_okay=False, readable=False, path_type=Path),
    help="The PDF to write.  [default: FILE.pdf]",
)
@json_option
@pass_progress
def pdf(progress: Progress, file: Path, output: Path | None, as_json: bool) -> None:
    """Print a Word file, edited or not, as a PDF.

    A PDF of that name is replaced only where reportgen wrote it and nobody has changed it since.
    """
    from reportgen.build import print_pdf

    built = print_pdf(file, output or file.with_suffix(".pdf"), progress)
    progress.done()
    tell(built.problems, as_json=as_json)
    _wrote(built, as_json=as_json)


@commands.command(short_help="Judge a Word template before anyone relies on it.")
@click.argument("file", type=click.Path(dir_okay=False, readable=False, path_type=Path))
@json_option
def template(file: Path, as_json: bool) -> None:
    """Judge a Word template, a FILE.docx or a shipped one's name, before anyone relies on it.

    `build` judges the template of its edition in the same way, before it fills anything in.
    """
    from reportgen.build import judge

    judged, problems = judge(file)
    tell(problems, as_json=as_json)
    wrong, care = len(problems.errors), sum(problem.severity == "warning" for problem in problems)
    if wrong:
        say(f"{wrong} {'problem' if wrong == 1 else 'problems'}; a build would stop here", to_error=True)
        raise click.exceptions.Exit(EXIT_PROBLEMS)
    verdict = "is good" if not care else f"can be used, with care ({care} {'warning' if care == 1 else 'warnings'})"
    say(f"{file} {verdict}: {judged}", to_error=as_json)


@commands.command(short_help="Start a new edition that builds as it is.")
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Start a new edition in FOLDER: a small report that builds as it is, to be made your own."""
    from reportgen.starter import start_edition

    for path in start_edition(folder):
        say(f"  {path}")
    program = click.get_current_context().find_root().info_name
    say(f"A new edition stands in {folder}. Build it with: {program} build {_as_typed(folder)}")


def _as_typed(path: Path) -> str:
    """The path as a shell takes it, and as no option."""
    name = f"./{path}" if str(path).startswith("-") else str(path)
    return subprocess.list2cmdline([name]) if os.name == "nt" else shlex.quote(name)


def main() -> None:
    """The command `reportgen`: runs what was asked and ends with the contract's exit status."""
    gc.disable()  # a command is soon over, and the collector's looks at all that is loaded take a tenth of its time
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # of no use here, and where one can't be begun it raises SIGINT
    _open_streams()
    _heed_stops()
    status = run(sys.argv[1:], _program())
    status = flushed(status)
    gc.freeze()  # Python need not look through all that was loaded on its way out, which takes 0.2 s
    sys.exit(status)


def _open_streams() -> None:
    """What whoever started reportgen has closed is open again, to nowhere: else the next file would take its number,
    and what a library prints would get into it."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that has no true minus


def _heed_stops() -> None:
    """Tidy up then too, unless whoever started reportgen wants it to be deaf to that (nohup)."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no third one
        if number and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)


def _program() -> str:
    """What to type for reportgen: its path where a shell does not find it by name."""
    typed = sys.argv[0]
    return typed if Path(typed).stem == "reportgen" and not shutil.which("reportgen") else "reportgen"


def run(arguments: list[str], program: str = "reportgen") -> int:
    """Run the command and give its exit status. `--debug` may stand anywhere."""
    progress = Progress()
    words = [one for one in arguments if one != "--debug"]
    try:
        ended = commands.main(words, prog_name=program, standalone_mode=False, obj=progress)
        return ended if isinstance(ended, int) else 0
    except (Exception, KeyboardInterrupt) as error:
        progress.clear()
        if "--debug" in arguments:
            say(harmless(traceback.format_exc()), to_error=True)
        return tell_the_end(error, progress, [program, *words])


def _wrote(built: Built, *, as_json: bool) -> None:
    names = " and ".join(str(path) for path in built.paths)
    pages = "1 page" if built.pages == 1 else f"{built.pages} pages"
    say(f"Wrote {names} ({pages})", to_error=as_json)  # JSON has standard output to itself
