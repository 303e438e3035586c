"""The only reader of time: everything else is handed the moments that this module makes."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


@dataclass(frozen=True, slots=True)
class Moment:
    """One instant as two clocks saw it.

    `wall` is milliseconds since 1970 UTC and may be stepped by people; `mono` is milliseconds of a clock
    that only goes forward but means nothing after a restart, so `boot` names the start that it belongs to.
    """

    wall: int
    mono: int
    boot: str


def now() -> Moment:
    """This instant."""
    return Moment(wall=time.time_ns() // 1_000_000, mono=time.monotonic_ns() // 1_000_000, boot=boot_id())


def boot_id() -> str:
    """A name for this start of the machine; two moments compare their `mono` only when it is the same.

    Linux tells it. Elsewhere it is made from when the machine started, to ten seconds, which is enough to
    see that a laptop was switched off in between.
    """
    try:
        return _BOOT_ID.read_text().strip()
    except OSError:
        started = time.time() - time.monotonic()
        return f"started-{round(started, -1):.0f}"
