"""Runs the program under strace and says which sockets it made and which files it opened."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_FAMILY = re.compile(r"\b(?:socket|socketpair)\((AF_\w+)|sa_family=(AF_\w+)")
_OPENED = re.compile(r'\bopen(?:at)?\((?:AT_FDCWD, )?"([^"]*)"')


@dataclass(frozen=True)
class Trace:
    """What one run asked of the system: families of sockets, and files by their paths."""

    families: frozenset[str]
    opened: frozenset[str]
    calls: int


def traced(command: Sequence[object], work: Path, **environment: str) -> Trace:
    """Run a command and everything that it starts, to its end. Raises AssertionError where it failed."""
    log = work / "trace"
    calls = "socket,socketpair,connect,bind,listen,accept,accept4,sendto,sendmsg,open,openat"
    strace = ["strace", "-f", "-qq", "--seccomp-bpf", "-s", "4096", "-e", f"trace={calls}", "-o", str(log)]
    here = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    done = subprocess.run(
        [*strace, *map(str, command)], env=here, cwd=work, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    said = log.read_text(encoding="utf-8", errors="replace")
    families = {one or other for one, other in _FAMILY.findall(said)}
    opened = {os.path.normpath(work / one) for one in _OPENED.findall(said)}
    return Trace(frozenset(families), frozenset(opened), said.count("\n"))


def coalmeet(*words: object) -> list[object]:
    """The program's own command, as it is started from its sources."""
    return [sys.executable, "-m", "ui", *words]


def python(code: str) -> list[object]:
    """A few lines that do what the program must not."""
    return [sys.executable, "-c", code]
