"""Every fault of a machine that is tried; docs/robustness.md lists them."""

from __future__ import annotations

from faults.machines import (
    Fault,
    Room,
    as_nobody,
    at_another_time,
    broken,
    env,
    in_place,
    limited,
    mounted,
    shell,
    without_library,
)


def _as_a_link(room: Room) -> None:
    room.output.rename(room.folder / "elsewhere")
    room.output.symlink_to("elsewhere")


_FONTS = "<?xml version='1.0'?><fontconfig><cachedir>@/tmp/fonts</cachedir></fontconfig>"

ALL_THAT_IS_BORNE = Fault(
    "a clock set back, a strange locale and zone, no home, no temporary folder, no fonts, no standard input",
    shell(
        f'echo "{_FONTS}" > @/fonts.conf; mkdir @/clock; '
        "printf 'import time\nright = time.time\ntime.time = lambda: right() - 1.7e9\n' > @/clock/sitecustomize.py; "
        "touch -d 2099-01-01 @/output/* @/harbour/*; export PYTHONPATH=@/clock:$PYTHONPATH TMPDIR=@/nowhere "
        "HOME=/etc/passwd LC_ALL=tr_TR.UTF-8 TZ=Pacific/Kiritimati FONTCONFIG_FILE=@/fonts.conf; "
        "$REPORTGEN <&-; s=$?; rm -rf @/tmp/fonts; exit $s"
    ),
)
SURROUNDINGS = [
    ALL_THAT_IS_BORNE,
    *(Fault(f"locale LC_ALL={name}", env(LC_ALL=name)) for name in ("C", "POSIX", "tr_TR.UTF-8", "en_GB.ISO-8859-1")),
    Fault("no locale at all", env(LANG=None)),
    Fault("output in latin-1", env(PYTHONIOENCODING="latin-1")),
    *(Fault(f"time zone {name}", env(TZ=name)) for name in ("Pacific/Kiritimati", "Nowhere/Nowhere")),
    Fault("clock set back by 50 years", at_another_time(-50 * 31_557_600)),
    Fault("clock set back before 1970", at_another_time(-60 * 31_557_600)),
    Fault("clock set 80 years ahead", at_another_time(80 * 31_557_600)),
    Fault("no HOME", env(HOME=None)),
    Fault("HOME=/nonexistent", env(HOME="/nonexistent")),
    Fault("a home in which nothing can be written", shell("chmod 555 @/home; $REPORTGEN")),
    Fault("a home that is a file", env(HOME="/etc/passwd")),
    Fault("matplotlib's folder is a file", env(MPLCONFIGDIR="/etc/passwd")),
    Fault("TMPDIR missing", env(TMPDIR="@/nowhere")),
    Fault("TMPDIR a file", env(TMPDIR="/etc/passwd")),
    Fault("TMPDIR on another file system", env(TMPDIR="/dev/shm")),
    Fault("TMPDIR full", mounted("tmp", "size=4k,nr_inodes=1"), root=True),
    Fault("TMPDIR read-only", mounted("tmp", "size=4k", keep=False), root=True),
    Fault(
        "no fonts",
        shell(
            f'echo "{_FONTS}" > @/fonts.conf; FONTCONFIG_FILE=@/fonts.conf $REPORTGEN; s=$?; rm -r @/tmp/fonts; exit $s'
        ),
    ),
    Fault("no configuration of fonts", env(FONTCONFIG_FILE="/nonexistent")),
    Fault("no Pango", without_library("libpango-1.0.so.0"), (3,), "apt-get install libpango-1.0-0"),
    Fault("no HarfBuzz", without_library("libharfbuzz-subset.so.0"), alike=False),
    Fault("no fontconfig", without_library("libfontconfig.so.1"), (3,), "apt-get install"),
]
LIBRARIES = [
    *(
        Fault(f"{name}: {source}", broken(name, source), (3,), "nothing was written")
        for name in ("weasyprint", "matplotlib", "lxml", "docxtpl", "pandas", "PIL")
        for source in ("import nothing_of_this_name", "1 +", "import os; os.nothing", "raise MemoryError")
    ),
]
STREAMS = [
    Fault("standard input closed", shell("$REPORTGEN <&-")),
    Fault("standard output closed", shell("$REPORTGEN >&-")),
    Fault("standard error closed", shell("$REPORTGEN 2>&-")),
    Fault("all three closed", shell("$REPORTGEN <&- >&- 2>&-")),
    Fault("standard output full", shell("$REPORTGEN >/dev/full"), (3,), "can't write to standard output", written=True),
    Fault("standard error full", shell("$REPORTGEN 2>/dev/full")),
    Fault("both full", shell("$REPORTGEN >/dev/full 2>/dev/full"), (3,), "", written=True),
    Fault("a reader that has gone", shell("set -o pipefail; $REPORTGEN | true")),
    Fault("a reader that has gone, of both", shell("set -o pipefail; $REPORTGEN 2>&1 | true")),
]
_SIZES = [f"{size}k" for size in (*range(244, 344, 20), *range(360, 520, 40), 1024)]
ROOM = [
    *(
        Fault(f"disk of {size}", mounted("output", f"size={size}"), (0, 3), "no space left", root=True)
        for size in _SIZES
    ),
    *(
        Fault(f"disk for {number} files", mounted("output", f"nr_inodes={number}"), (0, 3), "no space left", root=True)
        for number in range(4, 14)
    ),
    Fault("disk read-only", mounted("output", "size=2m", keep=False), (3,), "read-only", root=True),
    *(
        Fault(f"files of at most {size} bytes", limited("RLIMIT_FSIZE", size), (0, 3))
        for size in (0, 4096, 40_000, 60_000, 100_000, 200_000, 10**6)
    ),
    *(
        Fault(f"{number} open files", limited("RLIMIT_NOFILE", number), (0, 3))
        for number in (5, 6, 8, 10, 12, 16, 24, 32, 64)
    ),
    *(
        Fault(f"{number} processes", as_nobody(f"ulimit -u {number}"), (0, 3), root=True)
        for number in (0, 1, 2, 3, 5, 10)
    ),
    *(
        Fault(f"{size} MB of memory", limited("RLIMIT_AS", size * 2**20), (0, 3))
        for size in (60, 80, 125, 150, 200, 250, 300, 400, 500, 700, 1000)
    ),
]
FOLDERS = [
    Fault("the folder may not be written", as_nobody("chmod 555 @/output"), (3,), "permission denied", root=True),
    Fault("the folder is a link", in_place(_as_a_link)),
    Fault("the folder has .. in it", shell("cd @/output; $REPORTGEN --output ../tmp/../output")),
    Fault("the folder where one stands has gone", shell("mkdir @/x; cd @/x; rmdir @/x; $REPORTGEN")),
    Fault("the files are from the future", shell("touch -d 2099-01-01 @/output/* @/harbour/*; $REPORTGEN")),
]
FAULTS = [*SURROUNDINGS, *LIBRARIES, *STREAMS, *ROOM, *FOLDERS]
