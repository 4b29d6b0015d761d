"""Fuzzing of the readers, by hand: what is read grows out of what the tests read, led by the lines that it reaches.

    PYTHONPATH=src:tests .venv/bin/python tests/fuzzing/fuzz.py word --seconds 600

Takes atheris (CONTRIBUTING says how). Any exception but a refusal in words, any input that takes longer than two
seconds and any that takes 500 MB more is a finding: told once, its input kept in --findings. What a finding shows
becomes a test of the reader that it is in, made as small as it goes.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from types import FrameType

import atheris

LONGEST, MOST_MEMORY = 2.0, 500_000  # seconds, kilobytes

with atheris.instrument_imports(include=["reportgen"], enable_loader_override=False):
    from fuzzing.targets import TARGETS, Target


class TooSlow(BaseException):
    """No reader may catch it."""


class Fuzzing:
    """One run: tries inputs, counts them, keeps what is found."""

    def __init__(self, target: Target, corpus: Path, findings: Path, seconds: int) -> None:
        self._target, self._corpus, self._findings, self._seconds = target, corpus, findings, seconds
        self._begun = time.monotonic()
        self._met: Counter[str] = Counter()
        self._inputs = 0
        signal.signal(signal.SIGVTALRM, _stop)  # libFuzzer has SIGALRM

    def run(self, data: bytes) -> None:
        self._inputs += 1
        if time.monotonic() - self._begun > self._seconds:
            self._end()
        before = _peak()
        signal.setitimer(signal.ITIMER_VIRTUAL, self._target.slower * LONGEST)
        try:
            self._target.read(data)
        except (Exception, TooSlow) as error:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self._keep(data, _where(error), traceback.format_exc())
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        if _peak() - before > MOST_MEMORY:
            self._keep(data, "memory", f"{(_peak() - before) // 1000} MB more")

    def _keep(self, data: bytes, kind: str, said: str) -> None:
        self._met[kind] += 1
        if self._met[kind] == 1:
            name = f"{self._target.name}-{hashlib.sha256(kind.encode()).hexdigest()[:8]}"
            (self._findings / name).write_bytes(data)
            (self._findings / f"{name}.txt").write_text(said, encoding="utf-8", errors="backslashreplace")
            print(f"found: {kind} ({self._findings / name})", flush=True)

    def _end(self) -> None:
        print(f"{self._target.name}: {self._inputs:,} inputs in {time.monotonic() - self._begun:.0f} s")
        for kind, count in self._met.most_common():
            print(f"{count:>8,} {kind}")
        sys.stdout.flush()
        shutil.rmtree(self._corpus)
        os._exit(1 if self._met else 0)  # libFuzzer calls any other end a crash


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--findings", type=Path, default=Path(tempfile.gettempdir()) / "reportgen-findings")
    parser.add_argument("--again", type=Path, help="read this one input and show what comes of it")
    options = parser.parse_args()
    target = TARGETS[options.target]()
    if options.again:
        target.read(options.again.read_bytes())
        return
    options.findings.mkdir(parents=True, exist_ok=True)
    corpus = Path(tempfile.mkdtemp())
    for number, seed in enumerate(target.seeds):
        (corpus / f"{number:05}").write_bytes(seed)
    flags = ["-verbosity=0", "-rss_limit_mb=4000", "-timeout=60", f"-max_len={target.longest}"]
    fuzzing = Fuzzing(target, corpus, options.findings, options.seconds)
    atheris.Setup([sys.argv[0], *flags, str(corpus)], fuzzing.run, custom_mutator=target.mutate)
    atheris.Fuzz()


def _stop(number: int, frame: FrameType | None) -> None:
    raise TooSlow


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _where(error: BaseException) -> str:
    """What tells two findings apart: the kind of error, and the innermost line of reportgen's that it passed."""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if "/reportgen/" in one.filename]
    last = frames[-1] if frames else traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno} ({last.name})"


if __name__ == "__main__":
    main()
