"""One writer a file: a lock in the system's runtime folder, since one beside the file would be synced."""

from __future__ import annotations

import getpass
import hashlib
import os
import warnings
from pathlib import Path
from tempfile import gettempdir

from filelock import FileLock, Timeout
from platformdirs import user_runtime_path

from coalmeet.errors import FileProblem
from coalmeet.text import _


class WriterLock:
    """Held from taking to release; the system lets go of it by itself when the program dies."""

    def __init__(self, path: Path) -> None:
        """Take the lock of the file at `path`. Raises FileProblem naming the holder when it is taken."""
        folder = _folder(path)
        key = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]
        self._holder = folder / f"{key}.holder"
        self._lock = FileLock(folder / f"{key}.lock", timeout=0, mode=0o600, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout:
            raise _taken(path, self._holder) from None
        except OSError as error:
            raise _no_note(path, folder, error) from None
        try:
            _write_private(self._holder, _me())
        except OSError as error:
            self._lock.release()
            raise _no_note(path, folder, error) from None

    def release(self) -> None:
        """Let others write."""
        self._holder.unlink(missing_ok=True)
        self._lock.release()


def _taken(path: Path, holder: Path) -> FileProblem:
    try:
        who = holder.read_text(encoding="utf-8")
    except OSError:
        who = ""
    if who in {"", _me()}:
        sentence = _(
            "“{name}” is already open for writing in another window on this computer. Close it there, or open "
            "it here for reading only."
        )
    else:
        sentence = _(
            "{holder} has “{name}” already open for writing on this computer. Close it there, or open it here "
            "for reading only."
        )
    return FileProblem(sentence.format(name=path.name, holder=who))


def _folder(path: Path) -> Path:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # without a runtime folder of the session /tmp does as well
            folder = user_runtime_path("coalmeet")
    except OSError as error:  # somebody else has made the folder that would be ours
        raise _no_note(path, Path(gettempdir()), error) from None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _no_note(path, folder, error) from None
    return folder


def _no_note(path: Path, folder: Path, error: OSError) -> FileProblem:
    sentence = _(
        "Coalmeet cannot note in {folder} that it writes to “{name}”: {reason}. Allow writing there, "
        "or open the file for reading only."
    )
    return FileProblem(sentence.format(folder=folder, name=path.name, reason=error.strerror or error))


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write(text)


def _me() -> str:
    """Who holds the lock, as people at this computer know each other: by the account; "" when it has no name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
