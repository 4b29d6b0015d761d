"""`./run` on machines that lack something, played by small scripts in the place of their programs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).parents[1] / "run"
PYTHON = """#!/bin/sh
case "$*" in
    "- "*) [ -z "${MISSING-}" ] || echo "$MISSING" ;;
    "-m venv"*)
        mkdir -p .venv/bin
        cp "$0" .venv/bin/python
        echo "command = $0 -m venv $(pwd -P)/.venv" >.venv/pyvenv.cfg
        printf '#!/bin/sh\\necho built' >.venv/bin/reportgen
        chmod +x .venv/bin/reportgen
        echo made
        ;;
    *" install "*) exit "${PIP_ENDS-0}" ;;
esac
"""
LINE = "apt-get update && apt-get install -y --no-install-recommends libpango-1.0-0"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="plays a Debian machine")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of `run` and a lock, beside the programs of a machine with Python alone, as an ordinary user."""
    (tmp_path / "checkout").mkdir()
    shutil.copy(RUN, tmp_path / "checkout")
    (tmp_path / "checkout" / "requirements.lock").touch()
    (tmp_path / "bin").mkdir()
    for name in ("cat", "cmp", "cp", "chmod", "dirname", "env", "grep", "mkdir", "sed", "sh", "true"):
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name)))
    program(tmp_path, "python3", PYTHON)
    program(tmp_path, "apt-get", '#!/bin/sh\necho "apt-get $*" >>"$LOG"; exit "${APT_ENDS-0}"')
    program(tmp_path, "id", "#!/bin/sh\necho 1000")
    return tmp_path / "checkout"


def program(machine: Path, name: str, text: str) -> None:
    (machine / "bin" / name).write_text(text)
    (machine / "bin" / name).chmod(0o755)


def run(checkout: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    machine = checkout.parent
    environment |= {"PATH": str(machine / "bin"), "LOG": str(machine / "log")}
    return subprocess.run(
        [str(checkout / "run"), "sample"], env=environment, capture_output=True, text=True, cwd=machine
    )


def test_a_second_time_nothing_is_set_up(checkout: Path) -> None:
    assert run(checkout).stdout == "made\nbuilt\n"
    assert run(checkout).stdout == "built\n"


@pytest.mark.parametrize("how", ["move", "copytree"])
def test_an_environment_from_another_folder_is_made_anew(checkout: Path, how: str) -> None:
    run(checkout)
    getattr(shutil, how)(checkout, checkout.parent / "out")
    assert run(checkout.parent / "out").stdout == "made\nbuilt\n"


def test_without_sudo_the_line_to_type_has_none(checkout: Path) -> None:
    ended = run(checkout, MISSING="libpango-1.0-0")
    assert ended.returncode == 3
    assert f"    su - -c '{LINE}'\n" in ended.stderr


def test_where_sudo_asks_for_a_password_the_line_to_type_has_it(checkout: Path) -> None:
    program(checkout.parent, "sudo", "#!/bin/sh\nexit 1")
    ended = run(checkout, MISSING="libpango-1.0-0")
    assert ended.returncode == 3
    assert f"    sudo sh -c '{LINE}'\n" in ended.stderr


@pytest.mark.parametrize("user", ["root", "with sudo"])
def test_what_may_be_installed_is(checkout: Path, user: str) -> None:
    if user == "root":
        program(checkout.parent, "id", "#!/bin/sh\necho 0")
    else:
        program(checkout.parent, "sudo", '#!/bin/sh\nshift; exec "$@"')
    ended = run(checkout, MISSING="libpango-1.0-0 fontconfig")
    assert (ended.returncode, ended.stderr.splitlines()[0]) == (0, "Installing libpango-1.0-0 fontconfig")
    asked = (checkout.parent / "log").read_text().splitlines()
    assert [one.removeprefix("apt-get -qq ").split()[0] for one in asked] == ["update", "install"]
    assert asked[-1].endswith(" libpango-1.0-0 fontconfig")


def test_what_apt_cannot_do_ends_3(checkout: Path) -> None:
    program(checkout.parent, "id", "#!/bin/sh\necho 0")
    ended = run(checkout, MISSING="libpango-1.0-0", APT_ENDS="100")
    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (3, f"That failed. Mend it, then type: {LINE}")


def test_what_pip_cannot_do_ends_3_and_is_tried_again(checkout: Path) -> None:
    ended = run(checkout, PIP_ENDS="1")
    assert ended.returncode == 3
    assert "pip could not install" in ended.stderr
    assert run(checkout).stdout == "built\n"
    assert os.listdir(checkout / ".venv").count("requirements.lock") == 1
