"""Records with strace what the store asks of the system while a meeting is played: written, synced, removed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from coalmeet.store import driver
from tests.faults import playing

CALLS = "open,openat,close,pwrite64,write,lseek,fsync,fdatasync,ftruncate,unlink,unlinkat"
_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Op:
    """One thing that happened: `kind` is create, write, truncate, sync, unlink, sync folder or told."""

    kind: str
    name: str = ""  # the file, or what was told
    offset: int = 0
    data: bytes = b""


def record(path: Path, key: bytes | None, *, steps: int, synchronous: str) -> tuple[Op, ...]:
    """Play so many steps of a meeting in a traced process; what it did, in order."""
    trace, told = path.parent.parent / "trace", path.parent.parent / "told"
    reading, writing = os.pipe()

    def play() -> None:
        driver.WRITING = playing.with_synchronous(synchronous)
        os.read(reading, 1)  # until it is traced
        telling = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        playing.play(path, key, 7, lambda line: os.write(telling, f"{line}\n".encode()), steps)

    child = playing.fork(play)
    watched = [f"-P{one}" for one in (path, f"{path}-journal", path.parent, told)]
    tracing = ["strace", "-f", "-qq", "-xx", "-s", "100000", f"-etrace={CALLS}", *watched, "-o", str(trace)]
    with subprocess.Popen([*tracing, "-p", str(child)], stderr=subprocess.PIPE) as tracer:
        while not _is_traced(child):
            if tracer.poll() is not None:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
                pytest.skip(f"this account may trace nothing: {(tracer.stderr or trace.open('rb')).read()!r}")
        os.write(writing, b"!")
        _pid, status = os.waitpid(child, 0)
    for end in (reading, writing):
        os.close(end)
    assert status == 0, "the meeting did not come to its end"
    with trace.open(encoding="ascii") as lines:
        return tuple(_Reader(str(path), str(told)).ops(lines))


def _is_traced(process: int) -> bool:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return re.search(r"^TracerPid:\s+[1-9]", status, re.MULTILINE) is not None


@dataclass
class _Reader:
    """Follows which descriptor is which file."""

    path: str
    told: str
    files: dict[int, str] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)

    def ops(self, lines: Iterator[str]) -> Iterator[Op]:
        for line in lines:
            found = _LINE.match(line)
            if found is not None and int(found[3]) >= 0:
                yield from self._op(found[1], found[2], int(found[3]))

    def _op(self, call: str, arguments: str, result: int) -> Iterator[Op]:
        if call in {"open", "openat"}:
            name = _name(arguments)
            self.files[result], self.places[result] = name, 0
            if name.startswith(self.path) and "O_CREAT" in arguments:
                yield Op("create", name)
        elif call in {"unlink", "unlinkat"}:
            yield Op("unlink", _name(arguments))
        elif call == "lseek":
            self.places[int(arguments.split(",", maxsplit=1)[0])] = result
        else:
            yield from self._change(call, arguments, int(arguments.split(",", maxsplit=1)[0]))

    def _change(self, call: str, arguments: str, descriptor: int) -> Iterator[Op]:
        name = self.files.get(descriptor, "")
        if call == "close":
            self.files.pop(descriptor, None)
        elif name == self.told and call == "write":
            yield Op("told", _bytes(arguments).decode().strip())
        elif name == str(Path(self.path).parent):
            yield Op("sync folder")
        elif name.startswith(self.path):
            yield from self._content(call, arguments, descriptor, name)

    def _content(self, call: str, arguments: str, descriptor: int, name: str) -> Iterator[Op]:
        if call in {"fsync", "fdatasync"}:
            yield Op("sync", name)
        elif call == "ftruncate":
            yield Op("truncate", name, int(arguments.split(",")[1]))
        elif call == "pwrite64":
            yield Op("write", name, int(arguments.rsplit(",", 1)[1]), _bytes(arguments))
        elif call == "write":
            data = _bytes(arguments)
            yield Op("write", name, self.places[descriptor], data)
            self.places[descriptor] += len(data)


def _name(arguments: str) -> str:
    return _bytes(arguments).decode()


def _bytes(arguments: str) -> bytes:
    found = _TEXT.search(arguments)
    assert found is not None, arguments[:100]
    return bytes.fromhex(found[1].replace("\\x", ""))
