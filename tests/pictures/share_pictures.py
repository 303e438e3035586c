"""Draws every stage of the shared window into a folder: light, dark, right to left, and small as a call shows it.

Run: .venv/bin/python tests/pictures/share_pictures.py FOLDER [NAME…]
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from share_views import all_views

from coalmeet.public import PublicView
from ui import theme
from ui.share.canvas import Canvas


def draw(view: PublicView, size: QSize, path: Path, *, from_right: bool = False) -> None:
    """One picture of one view."""
    canvas = Canvas()
    canvas.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
    )
    canvas.resize(size)
    canvas.show_view(view)
    canvas.grab().save(str(path), quality=40 if path.suffix == ".jpg" else -1)


def main(folder: Path, names: list[str]) -> None:
    """Draw all, or those whose names begin with one of the given."""
    app = QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    full, small = QSize(theme.SHARE_WIDTH, theme.SHARE_HEIGHT), QSize(640, 360)
    for mode in ("light", "dark"):
        theme.apply(app, mode=mode, contrast="normal", text_scale=1)
        for name, view in all_views().items():
            if names and not name.startswith(tuple(names)):
                continue
            draw(view, full, folder / f"share_{name}_{mode}.png")
            if mode == "light":
                draw(view, small, folder / f"share_{name}_small.jpg")
                draw(view, full, folder / f"share_{name}_rtl.png", from_right=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
