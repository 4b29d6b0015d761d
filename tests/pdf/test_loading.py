"""WeasyPrint is loaded without what it hardly ever needs, and that is there when it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reportgen.pdf import loading
from reportgen.problems import MachineError


def test_what_is_hardly_ever_needed_is_loaded_when_it_is_called() -> None:
    script = (
        "import sys; from reportgen.pdf.loading import load_weasyprint; load_weasyprint();"
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


def test_a_machine_without_pango_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lacking:
        def find_spec(self, name: str, *where: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Lacking(), *sys.meta_path])
    with pytest.raises(MachineError, match=r"Pango libraries(.|\n)*apt-get install"):
        loading.load_weasyprint()
