"""The folder of backups: one folder in it for each coalition at each place, and what its file `about.json` tells."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from coalmeet.ids import new_id
from coalmeet.store.disk import make_private, sync_folder

SUFFIX = ".coalmeet"
ABOUT = "about.json"
_NAMED = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3})Z ([a-z-]+)")
_MOMENT = "%Y-%m-%dT%H-%M-%S-%f"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: when it was made (milliseconds since 1970 UTC), why (a code), its bytes, and which file it is of."""

    path: Path
    at: int
    why: str
    size: int
    of: Path


def folder() -> Path:
    """The folder of all backups."""
    from platformdirs import user_data_path

    return user_data_path("coalmeet", appauthor=False) / "backups"


def home_of(path: Path, coalition: str) -> Path:
    """Where the backups of this coalition at this place lie; made when it is not there."""
    code = hashlib.sha256(os.fsencode(path) + b"\0" + coalition.encode()).hexdigest()[:10]
    home = folder() / f"{path.stem[:60]} {code}"
    home.mkdir(mode=0o700, exist_ok=True)
    return home


def name(home: Path, part: Path, why: str, now: int) -> Path:
    """Give a finished copy its name, the moment in UTC and the reason; two of one moment lie a thousandth apart."""
    while True:
        moment = datetime.fromtimestamp(now / 1000, UTC).strftime(_MOMENT)[:-3]
        kept = home / f"{moment}Z {why}{SUFFIX}"
        if not any(home.glob(f"{moment}Z *")):
            break
        now += 1
    part.replace(kept)
    sync_folder(home)
    return kept


def write_about(home: Path, path: Path, coalition: str, salt: str, state: list[int]) -> None:
    """Note beside the backups which file they are of, and how it was (see `state`) when it was last copied."""
    about = {"path": str(path), "coalition": coalition, "salt": salt, "state": state}
    fresh = home / f"{new_id()}.part"
    make_private(fresh)
    fresh.write_text(json.dumps(about), encoding="ascii")  # a path may hold what no other encoding can write
    fresh.replace(home / ABOUT)


def homes() -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every folder of backups with what is noted in it; one without a note is left alone."""
    for about in sorted(folder().glob(f"*/{ABOUT}")):
        with suppress(OSError, ValueError):
            found = json.loads(about.read_text(encoding="utf-8"))
            if isinstance(found, dict):
                yield about.parent, found


def listed(home: Path, of: Path) -> Iterator[Backup]:
    """The backups in a folder, in no order; what has another kind of name is none."""
    for path in home.glob(f"*{SUFFIX}"):
        named = _NAMED.fullmatch(path.stem)
        if named:
            with suppress(OSError, ValueError):
                at = datetime.strptime(named[1], _MOMENT).replace(tzinfo=UTC)
                yield Backup(path, round(at.timestamp() * 1000), named[2], path.stat().st_size, of)


def state(path: Path) -> list[int]:
    """What changes whenever a file is written to. Raises OSError."""
    found = path.stat()
    return [found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns]
