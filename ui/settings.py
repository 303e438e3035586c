"""Preferences of this computer, never the coalition's: recent files, window places, theme."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from platformdirs import user_config_path

Theme = Literal["system", "light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)
RECENT_FILES = 8  # more is a list that nobody reads


class Settings:
    """What this computer remembers between two starts.

    A preference that cannot be read or written never stops anybody: the default counts then. Values are plain
    JSON. `path` is the file; tests give their own.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or user_config_path("coalmeet", appauthor=False) / "settings.json"
        self._values: dict[str, Any] = _read(self.path)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files opened lately, the last one first; those that are gone are left out."""
        paths = (Path(text) for text in _texts(self._values.get("recent")))
        return tuple(path for path in paths if path.is_file())

    def remember_file(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        others = [text for text in _texts(self._values.get("recent")) if text != str(path)]
        self._keep("recent", [str(path), *others][:RECENT_FILES])

    def forget_file(self, path: Path) -> None:
        """Leave a file out of the recent ones."""
        self._keep("recent", [text for text in _texts(self._values.get("recent")) if text != str(path)])

    @property
    def theme(self) -> Theme:
        """Light, dark, or as the system has it."""
        value = self._values.get("theme")
        return value if value in THEMES else "system"

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._keep("theme", theme)

    @property
    def whole_minutes(self) -> bool:
        """Whether clocks show whole minutes until the last one."""
        return self._values.get("whole_minutes") is True

    @whole_minutes.setter
    def whole_minutes(self, wanted: bool) -> None:
        self._keep("whole_minutes", wanted)

    @property
    def chime(self) -> bool:
        """Whether the desk rings softly when an item comes to its end; off until somebody wants it."""
        return self._values.get("chime") is True

    @chime.setter
    def chime(self, wanted: bool) -> None:
        self._keep("chime", wanted)

    def place(self, window: str) -> bytes:
        """The geometry that a window left behind, as Qt's saveGeometry gave it; empty when unknown."""
        places = self._values.get("places")
        text = places.get(window) if isinstance(places, dict) else None
        try:
            return bytes.fromhex(text) if isinstance(text, str) else b""
        except ValueError:
            return b""

    def keep_place(self, window: str, geometry: bytes) -> None:
        """Remember where a window stood; `window` may name the screen too."""
        places = self._values.get("places")
        known = dict(places) if isinstance(places, dict) else {}
        self._keep("places", {**known, window: geometry.hex()})

    def choice(self, name: str, default: str = "") -> str:
        """A small preference of one page, such as the last folder for exports."""
        value = self._values.get(f"choice:{name}")
        return value if isinstance(value, str) else default

    def choose(self, name: str, value: str) -> None:
        """Remember a small preference of one page."""
        self._keep(f"choice:{name}", value)

    def _keep(self, name: str, value: object) -> None:
        if self._values.get(name) == value:
            return
        self._values[name] = value
        _write(self.path, self._values)


def _texts(value: object) -> list[str]:
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def _write(path: Path, values: Mapping[str, object]) -> None:
    """Written beside and renamed, so that a crash leaves the old one; only the owner may read it."""
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(values, file, indent=1)  # a path may hold what no other encoding can write
        fresh.replace(path)
    except OSError:
        return
