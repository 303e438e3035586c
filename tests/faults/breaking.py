"""Ways in which a file goes wrong while it is open, each with the way back: by moving, mounting, filling for real."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

FAULTS = ("moved", "replaced", "deleted", "full", "read-only", "unplugged")


class Fault:
    """`strike` and `heal` the file at `path`, which lies in a folder of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kept = path.parent.parent / "kept.coalmeet"

    def strike(self) -> None:
        """From now on the file cannot be saved to."""
        raise NotImplementedError

    def heal(self) -> None:
        """All is as it was."""
        raise NotImplementedError


class Moved(Fault):
    """Somebody moves the file to another folder."""

    def strike(self) -> None:
        self.path.rename(self.kept)

    def heal(self) -> None:
        self.kept.replace(self.path)


class Replaced(Moved):
    """A synchronising program puts another copy in its place."""

    def strike(self) -> None:
        super().strike()
        shutil.copyfile(self.kept, self.path)


class Deleted(Fault):
    """Somebody deletes the file; another name for it is how it comes back."""

    def strike(self) -> None:
        os.link(self.path, self.kept)
        self.path.unlink()

    def heal(self) -> None:
        os.link(self.kept, self.path)
        self.kept.unlink()


class Full(Fault):
    """The disk takes nothing more."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._limits = pytest.importorskip("resource")
        self._before = self._limits.getrlimit(self._limits.RLIMIT_FSIZE)

    def strike(self) -> None:
        self._limits.setrlimit(self._limits.RLIMIT_FSIZE, (4096, self._before[1]))

    def heal(self) -> None:
        self._limits.setrlimit(self._limits.RLIMIT_FSIZE, self._before)


class ReadOnly(Fault):
    """Nothing new may be written in the folder, so a save has no journal."""

    def strike(self) -> None:
        if os.getuid():
            self.path.parent.chmod(0o555)
        else:
            _system("chattr", "+i", str(self.path.parent))

    def heal(self) -> None:
        if os.getuid():
            self.path.parent.chmod(0o755)
        else:
            _system("chattr", "-i", str(self.path.parent))


class Unplugged(Fault):
    """The stick on which the file lies is pulled out, and put in again."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._stick = path.parent.parent / "stick"
        self._stick.mkdir(exist_ok=True)
        self.plug()

    def plug(self) -> None:
        _system("mount", "--bind", str(self._stick), str(self.path.parent))

    def strike(self) -> None:
        _system("umount", "-l", str(self.path.parent))

    heal = plug


KINDS: dict[str, type[Fault]] = dict(
    zip(FAULTS, (Moved, Replaced, Deleted, Full, ReadOnly, Unplugged), strict=True)
)


def _system(*command: str) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not there")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"this account may not: {done.stderr.strip()}")


def write_from_outside(path: Path) -> None:
    """Another program changes the file."""
    other = sqlite.connect(path, isolation_level=None)
    other.execute("UPDATE coalition SET purpose = purpose || '.'")
    other.close()


Breaking = Callable[[str], Fault]


def release(folder: Path) -> None:
    """Let go of what is still mounted or locked there."""
    for command in (("umount", "-l", str(folder)), ("chattr", "-i", str(folder))):
        if shutil.which(command[0]):
            subprocess.run(command, capture_output=True, check=False)
