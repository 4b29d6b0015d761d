"""The commands; how problems become messages and exit codes."""

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
from reportgen.problems import InputError, MachineError, ReportgenError
from reportgen.telling import OPTION, json_option, tell

if TYPE_CHECKING:
    from reportgen.build import Built, Only

EXIT_PROBLEMS, EXIT_USAGE, EXIT_STOPPED = 1, 2, 130


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
def build(edition: Path, output: Path, only: Only, replace: bool, strict: bool, as_json: bool) -> None:
    """Build the report of the EDITION folder: output/NAME.docx and output/NAME.pdf.

    A Word file that somebody has edited is never overwritten: the new files then become NAME (2). What `reportgen
    check` finds is told, and stops nothing unless --strict.
    """
    from reportgen.build import build as build_edition

    progress = Progress()
    built = build_edition(edition, output, only=only, replace=replace, strict=strict, progress=progress)
    progress.done()
    tell(built.problems, as_json=as_json)
    _wrote(built, as_json=as_json)
    if wrong := len(built.problems.errors):
        contradictions = "1 contradiction" if wrong == 1 else f"{wrong} contradictions"
        click.echo(f"{contradictions} in what was written; with --strict it would not have been", err=True)


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
    from reportgen.checks.report.reading.kinds import coverage

    if word is None:
        checked = check_edition(edition)
    else:
        from reportgen.build import check_word

        checked = check_word(edition, word)
    tell(checked.problems, as_json=as_json)
    if not as_json:
        for number in checked.numbers if numbers else ():
            click.echo(str(number))
        click.echo(coverage(checked.numbers))
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
def pdf(file: Path, output: Path | None, as_json: bool) -> None:
    """Print a Word file, edited or not, as a PDF.

    A PDF of that name is replaced only where reportgen wrote it and nobody has changed it since.
    """
    from reportgen.build import print_pdf

    progress = Progress()
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
        click.echo(f"{wrong} {'problem' if wrong == 1 else 'problems'}; a build would stop here", err=True)
        raise click.exceptions.Exit(EXIT_PROBLEMS)
    verdict = "is good" if not care else f"can be used, with care ({care} {'warning' if care == 1 else 'warnings'})"
    click.echo(f"{file} {verdict}: {judged}", err=as_json)


@commands.command(short_help="Start a new edition that builds as it is.")
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Start a new edition in FOLDER: a small report that builds as it is, to be made your own."""
    from reportgen.starter import start_edition

    for path in start_edition(folder):
        click.echo(f"  {path}")
    program = click.get_current_context().find_root().info_name
    click.echo(f"A new edition stands in {folder}. Build it with: {program} build {_as_typed(folder)}")


def _as_typed(path: Path) -> str:
    """The path as a shell takes it, and as no option."""
    name = f"./{path}" if str(path).startswith("-") else str(path)
    return subprocess.list2cmdline([name]) if os.name == "nt" else shlex.quote(name)


class Progress:
    """What is going on, on a terminal; nothing elsewhere."""

    def __init__(self) -> None:
        self._shows = _on_terminal()

    def __call__(self, step: str) -> None:
        if self._shows:
            click.echo(f"\r\033[K{step} …", nl=False, err=True)

    def done(self) -> None:
        _clear_line()


def _clear_line() -> None:
    if _on_terminal():
        click.echo("\r\033[K", nl=False, err=True)


def _on_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()  # None: closed by whoever started reportgen


def main() -> None:
    """The command `reportgen`: runs what was asked and ends with the contract's exit status."""
    gc.disable()  # a command is soon over, and the collector's looks at all that is loaded take a tenth of its time
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # tidy up then too
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that has no true minus
    status = run(sys.argv[1:], _program())
    gc.freeze()  # Python need not look through all that was loaded on its way out, which takes 0.2 s
    sys.exit(status)


def _program() -> str:
    """What to type for reportgen: its path where a shell does not find it by name."""
    typed = sys.argv[0]
    return typed if Path(typed).stem == "reportgen" and not shutil.which("reportgen") else "reportgen"


def run(arguments: list[str], program: str = "reportgen") -> int:
    """Run the command and give its exit status. `--debug` may stand anywhere."""
    debug = "--debug" in arguments
    try:
        ended = commands.main([one for one in arguments if one != "--debug"], prog_name=program, standalone_mode=False)
        return ended if isinstance(ended, int) else 0
    except (Exception, KeyboardInterrupt) as error:
        _clear_line()
        if debug:
            traceback.print_exc()
        return _exit_status(error, as_json=OPTION in arguments)


def _exit_status(error: BaseException, *, as_json: bool) -> int:
    match error:
        case click.UsageError():
            error.show()
            return EXIT_USAGE
        case click.Abort() | KeyboardInterrupt():
            click.echo("stopped; nothing was written", err=True)
            return EXIT_STOPPED
        case InputError():
            return _report(error, as_json=as_json)
        case ReportgenError():
            click.echo(str(error), err=True)
            return error.exit_status
        case ImportError() | MemoryError() | OSError():
            return _lack(error)
    click.echo(f"reportgen met an error that it did not expect ({type(error).__name__}: {error})", err=True)
    click.echo("    nothing was written; run it again with --debug and send what it shows", err=True)
    return EXIT_PROBLEMS


def _report(error: InputError, *, as_json: bool) -> int:
    tell(error.problems, as_json=as_json)
    if as_json:
        return error.exit_status
    wrong = sum(problem.severity == "error" for problem in error.problems)
    click.echo(f"{wrong} {'problem' if wrong == 1 else 'problems'}; nothing was written", err=True)
    return error.exit_status


def _lack(error: Exception) -> int:
    """Something that the machine lacks, and that nobody foresaw where it was met."""
    click.echo(f"the machine lacks something: {_lacking(error)}", err=True)
    click.echo("    nothing was written; run it again with --debug to see where", err=True)
    return MachineError.exit_status


def _lacking(error: Exception) -> str:
    match error:
        case MemoryError():
            return "there is too little memory"
        case OSError(strerror=str(fault), filename=str(file)):
            return f"{file}: {fault.lower()}"
        case OSError(strerror=str(fault)):
            return fault.lower()
    return str(error)


def _wrote(built: Built, *, as_json: bool) -> None:
    names = " and ".join(str(path) for path in built.paths)
    pages = "1 page" if built.pages == 1 else f"{built.pages} pages"
    click.echo(f"Wrote {names} ({pages})", err=as_json)  # JSON has standard output to itself
