"""Draws every page and every state of both windows in one dress into a folder; `packaging/dev.py pictures` runs it.

By hand: PYTHONPATH=. .venv/bin/python tests/pictures/draw.py FOLDER DRESS [PART…]
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import copies_pictures
import crowd
import keeping_pictures
import live_pictures
import page_pictures
import sealed_pictures
import share_pictures
from dresses import DRESSES, Dress
from PySide6.QtWidgets import QApplication

PARTS: dict[str, Callable[[Dress, Path, Path], None]] = {
    "meeting": live_pictures.draw_meeting,
    "stories": live_pictures.draw_stories,
    "crowd": crowd.draw,
    "pages": page_pictures.draw,
    "keeping": keeping_pictures.draw,
    "sealed": sealed_pictures.draw,
    "copies": copies_pictures.draw,
    "stages": share_pictures.draw_all,
}


def main(folder: Path, name: str, parts: list[str]) -> None:
    """Draw these parts, or all, into a folder named after the dress."""
    dress = DRESSES[name]
    app = QApplication([])
    dress.put_on(app)
    out = folder / name
    out.mkdir(parents=True, exist_ok=True)
    for part in parts or PARTS:
        with tempfile.TemporaryDirectory(prefix="coalmeet-pictures-") as work:
            os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = work
            PARTS[part](dress, out, Path(work))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
