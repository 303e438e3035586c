"""Running the reading process as the program does, and measuring what it takes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from select import select
from typing import Any, Self

from coalmeet.store.tables import rules

TOOK = "took "
# What a process says at its end: its memory at most, and its time of a processor.
TELL = """
import os, re, sys
said = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
print("took", said[1], sum(os.times()[:2]), file=sys.stderr)
"""
READER = f"""
from coalmeet.store.foreign.child import main
main()
{TELL}
"""
# The same for one request after the other, a line each: starting Python takes longer than refusing a file. It runs
# as on a system that limits nothing, where the reader's own limits have to do.
WORKER = """
import json, sys
from coalmeet.store.foreign import child
sys.stdin.readline()
for line in sys.stdin:
    print(json.dumps(child.answer(json.loads(line))), flush=True)
"""


@dataclass(frozen=True)
class Measured:
    """What was answered, and what it took: seconds of a processor, for others keep this machine busy too."""

    answer: dict[str, Any]
    seconds: float
    megabytes: float


def request(path: Path, to: Path | None = None, key: str = "") -> dict[str, Any]:
    """What the program asks of the process."""
    return {
        "path": str(path),
        "to": str(to or ""),
        "key": key,
        "rules": rules.rules(),
        "edited": rules.edited(),
    }


def measured(asked: dict[str, Any], program: str = READER, *, most_seconds: float = 20) -> Measured:
    """Ask a process of its own; one that crashes or has to be ended answers {}."""
    with subprocess.Popen(
        [sys.executable, "-P", "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        try:
            said, aside = process.communicate(json.dumps(asked).encode(), timeout=most_seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return Measured({}, most_seconds, 0)
    took = [line.split() for line in aside.decode().splitlines() if line.startswith(TOOK)]
    kilobytes, seconds = (float(one) for one in took[-1][1:]) if took else (0.0, 0.0)
    return Measured(json.loads(said or b"{}"), seconds, kilobytes / 1024)


class Reader:
    """A process that reads one file after the other; after so many it makes way for a fresh one."""

    def __init__(self, program: str = WORKER, *, most_files: int = 200) -> None:
        self._program, self._most = program, most_files
        self._process: subprocess.Popen[str] | None = None
        self._read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_why: object) -> None:
        self._end()

    def ask(self, asked: dict[str, Any], *, most_seconds: float = 20) -> Measured:
        """Like `measured`; the peak is that of all files that this process has read."""
        process = self._there()
        assert process.stdin is not None
        assert process.stdout is not None
        before = _processor(process.pid)
        process.stdin.write(json.dumps(asked) + "\n")
        process.stdin.flush()
        ready, _, _ = select([process.stdout], [], [], most_seconds)
        said = process.stdout.readline() if ready else ""
        if not said:
            self._end()
            return Measured({}, 0 if ready else most_seconds, 0)
        return Measured(json.loads(said), _processor(process.pid) - before, _peak(process.pid))

    def _there(self) -> subprocess.Popen[str]:
        if self._process is None or self._read >= self._most:
            self._end()
            self._read = 0
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", self._program],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
            assert self._process.stdin is not None
            self._process.stdin.write("\n")
        self._read += 1
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            with self._process:
                pass
            self._process = None


def _processor(process: int) -> float:
    """The seconds of a processor that a running process has had."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _peak(process: int) -> float:
    """The most memory that a running process has had, in megabytes."""
    found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    return int(found[1]) / 1024 if found else 0
