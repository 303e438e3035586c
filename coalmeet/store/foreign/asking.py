"""Asking a process of its own what somebody else's file holds, and for a copy of it that is ours."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from coalmeet import clock
from coalmeet.ids import new_id
from coalmeet.store import driver, header, migrations
from coalmeet.store.disk import sync, sync_folder
from coalmeet.store.foreign import child, sentences
from coalmeet.store.foreign.fits import fits
from coalmeet.store.foreign.refused import WHYS
from coalmeet.store.problems import as_problem, passphrase_needed

SECONDS = 90  # after which nobody waits any longer, whatever the system limits
_TICK = 0.05  # seconds between two looks at whether somebody stopped it
_LONGEST_ANSWER = 1 << 16  # bytes: what fits into a pipe while nobody reads it
_PART = ".part"

GoOn = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in a file that somebody else has made: for a preview, and to name it.

    `coalition` is the coalition's id, which all copies of its file share.
    `last_meeting` is the day of the last meeting that has a record, `last_move` when a live one was last written to
    (milliseconds since 1970 UTC), `rows` how many rows of all kinds there are, `format` the number of its format.
    """

    coalition: str
    name: str
    meetings: int
    last_meeting: date | None
    last_move: int | None
    rows: int
    format: int


def look(path: Path | str, key: bytes | None = None, *, go_on: GoOn = lambda: None) -> Contents:
    """What the file holds, when every row of it is one that Coalmeet could have written; nothing is changed.

    Raises FileProblem with why it is not taken, PassphraseNeeded and WrongPassphrase for a sealed one. `go_on` is
    called again and again and may raise Stopped. All this may take seconds: do it in a thread.
    """
    path = Path(path).absolute()
    return _contents(_ask(path, None, _whole(key, _seen(path, key)), go_on), path)


def adopt(
    path: Path | str, to: Path | str, key: bytes | None = None, *, go_on: GoOn = lambda: None
) -> Contents:
    """`look`, and copy what it holds into a new file of our own at `to`, brought up to the format of today.

    Of a sealed file the copy is sealed too, with the same passphrase. Raises what `look` raises, and FileProblem when
    something is at `to` already or it cannot be written; then nothing is there.
    """
    from coalmeet.store.file import make_empty

    path, to = Path(path).absolute(), Path(to).absolute()
    found = _seen(path, key)
    make_empty(to)
    part = to.with_name(f".{new_id()[:12]}{_PART}")
    try:
        make_empty(part)
        contents = _contents(_ask(path, part, _whole(key, found), go_on), path)
        _refuse_unless_ours(part, key if found.sealed else None)
        with as_problem(to):
            part.replace(to)
            sync_folder(to.parent)
    except BaseException:
        for left in (part, Path(f"{part}-journal"), to):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        raise
    return contents


def _seen(path: Path, key: bytes | None) -> header.Header:
    found = header.inspect(path)
    if found.version > migrations.LATEST:
        raise sentences.problem("newer", path)
    if found.sealed and key is None:
        raise passphrase_needed(path)
    return found


def _whole(key: bytes | None, found: header.Header) -> bytes | None:
    """The key with the salt after it, as a copy that opens with the same passphrase needs it."""
    return key[: driver.KEY] + found.salt if found.sealed and key is not None else None


def _refuse_unless_ours(part: Path, key: bytes | None) -> None:
    """What the process has written is looked at once more, as any file of ours is when it is opened."""
    from coalmeet.store.file import open_to_read

    open_to_read(part, key).close()
    with as_problem(part):
        sync(part)


def _ask(path: Path, to: Path | None, key: bytes | None, go_on: GoOn) -> dict[str, Any]:
    from coalmeet.store.tables import rules

    request: dict[str, Any] = {
        "path": str(path),
        "to": str(to or ""),
        "key": key.hex() if key else "",
        "rules": rules.rules(),
        "edited": rules.edited(),
    }
    before = _state(path)
    answer = _understood(_said(json.dumps(request).encode(), path, go_on))
    if "refused" in answer:
        known = {f"{table}.{column}" for table, columns in request["rules"].items() for column in columns}
        where = answer.get("where")
        raise sentences.problem(
            answer["refused"], path, where if isinstance(where, str) and where in known else ""
        )
    if _state(path) != before:
        raise sentences.changed(path)
    return answer


def _said(request: bytes, path: Path, go_on: GoOn) -> bytes:
    """What the process answers; it is ended when it takes too long, and when `go_on` raises."""
    with subprocess.Popen(  # noqa: S603 - our own program, and no word of anybody else in its command
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what a crash tells may hold what people wrote
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            with suppress(BrokenPipeError):
                process.stdin.write(request)
                process.stdin.close()
            _wait(process, path, go_on)
            return process.stdout.read(_LONGEST_ANSWER)
        finally:
            process.kill()


def _wait(process: subprocess.Popen[bytes], path: Path, go_on: GoOn) -> None:
    end = clock.now().mono + SECONDS * 1000
    while True:
        with suppress(subprocess.TimeoutExpired):
            process.wait(_TICK)
            return
        go_on()
        if clock.now().mono > end:
            raise sentences.problem("slow", path)


def command() -> list[str]:
    """How the reading process is started: of the frozen program by its own name, else by this Python.

    -P keeps a file of the folder that somebody happens to be in from being imported.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, child.WORD]
    return [sys.executable, "-P", "-c", f"from {child.__name__} import main; raise SystemExit(main())"]


def _understood(said: bytes) -> dict[str, Any]:
    """The answer as a value; a process that was ended, or says what makes no sense, could not cope with the file."""
    try:
        answer = json.loads(said)
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or ("refused" in answer and answer["refused"] not in WHYS):
        return {"refused": "heavy", "where": ""}
    return answer


def _contents(answer: dict[str, Any], path: Path) -> Contents:
    expected = {
        "coalition": ("id", False),
        "name": ("text", False),
        "meetings": ("number", False),
        "last_meeting": ("day", True),
        "last_move": ("moment", True),
        "rows": ("number", False),
        "format": ("number", False),
    }
    if set(answer) != set(expected) or not all(fits(rule, answer[name]) for name, rule in expected.items()):
        raise sentences.problem("heavy", path)
    day = answer.pop("last_meeting")
    return Contents(last_meeting=day and date.fromisoformat(day), **answer)


def _state(path: Path) -> tuple[int, ...]:
    with as_problem(path):
        found = path.stat()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
