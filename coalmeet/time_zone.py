"""The time zone that this machine is set to, by its IANA name."""

from __future__ import annotations

import os
from pathlib import Path
from zoneinfo import ZoneInfo

FALLBACK = "UTC"
_LINK = Path("/etc/localtime")
_NAMED = Path("/etc/timezone")
_FOLDER = "zoneinfo/"


def system_time_zone() -> str:
    """The name, "UTC" where the system does not say (Windows keeps names of its own)."""
    for wished in (os.environ.get("TZ", "").lstrip(":"), _named(), _linked()):
        if wished and is_time_zone(wished):
            return wished
    return FALLBACK


def is_time_zone(name: str) -> bool:
    """Whether this is a zone that is known here."""
    try:
        return bool(name) and ZoneInfo(name) is not None
    except (KeyError, ValueError, OSError):
        return False


def _named() -> str:
    try:
        return _NAMED.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _linked() -> str:
    try:
        return str(_LINK.resolve()).rpartition(_FOLDER)[2]
    except OSError:
        return ""
