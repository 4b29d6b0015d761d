"""WeasyPrint is loaded without what it hardly ever needs, and that is there when it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reportgen.pdf.mends import loading
from reportgen.problems import MachineError


def test_what_is_hardly_ever_needed_is_loaded_when_it_is_called() -> None:
    script = (
        "import sys; from reportgen.pdf.mends.loading import load_weasyprint; load_weasyprint();"
        "print('fontTools.subset' in sys.modules);"
        "from weasyprint.pdf.fonts import subset; print(subset.Options(hinting=False).hinting);"
        "print('fontTools.subset' in sys.modules)"
    )
    command = [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {script}"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() == [
        "False",
        "False",
        "True",
    ]


@pytest.mark.parametrize(
    ("machine", "remedy"),
    [("linux", "apt-get install"), ("freebsd14", "apt-get install"), ("darwin", "brew install"), ("win32", "MSYS2")],
)
def test_a_machine_without_pango_is_told_what_to_install_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], machine: str, remedy: str
) -> None:
    class Lacking:
        def find_spec(self, name: str, *where: object) -> None:
            if name == "weasyprint":
                print("-----\nWeasyPrint could not import some external libraries.")
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Lacking(), *sys.meta_path])
    monkeypatch.setattr(sys, "platform", machine)
    with pytest.raises(MachineError, match=rf"Pango libraries(.|\n)*{remedy}"):
        loading.load_weasyprint()
    assert capsys.readouterr().out == ""
