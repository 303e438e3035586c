"""Contact sheets of the pictures that were drawn, their copies in grey and as a call compresses them, and an index.

.venv/bin/python tests/pictures/contact_sheet.py FOLDER
"""

from __future__ import annotations

import html
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

COLUMNS, EACH = 4, 20  # pictures in a row, and on a sheet
CELL, WORDS, GAP = QSize(460, 290), 22, 12  # pixels
CALL = QSize(640, 360)
QUALITY = 40  # of the JPEG that a call makes of it
GREY, COMPRESSED, SHEETS = "grey", "call", "sheets"


def main(folder: Path) -> None:
    """A sheet for every twenty pictures of each dress, and index.html with all of them."""
    _app = QGuiApplication([])
    copy_light(folder)
    dresses = sorted(one for one in folder.iterdir() if one.is_dir() and one.name != SHEETS)
    (folder / SHEETS).mkdir(exist_ok=True)
    for old in (folder / SHEETS).glob("*.png"):
        old.unlink()
    sheets = {dress.name: _sheets(dress, folder / SHEETS) for dress in dresses}
    (folder / "index.html").write_text(_index(sheets), encoding="utf-8")
    count = sum(len(_pictures(folder / name)) for name in sheets)
    sys.stdout.write(
        f"{count} pictures on {sum(map(len, sheets.values()))} contact sheets in {folder / SHEETS}\n"
    )


def copy_light(folder: Path) -> None:
    """The light pictures again: all without colour, what the call sees as a weak line shows it."""
    light = folder / "light"
    for path in _pictures(light):
        picture, name = QImage(str(path)), path.relative_to(light)
        _save(picture.convertToFormat(QImage.Format.Format_Grayscale8), folder / GREY / name)
        if path.stem.endswith("-call") or path.parent.name == "stages":
            small = picture.scaled(
                CALL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            _save(small, (folder / COMPRESSED / name).with_suffix(".jpg"))


def _save(picture: QImage, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(str(path), quality=QUALITY if path.suffix == ".jpg" else -1)


def _pictures(folder: Path) -> list[Path]:
    return sorted(one for one in folder.rglob("*.*") if one.suffix in {".png", ".jpg"})


def _sheets(dress: Path, into: Path) -> list[Path]:
    made, found = [], _pictures(dress)
    for number, first in enumerate(range(0, len(found), EACH)):
        path = into / f"{dress.name}-{number + 1:02d}.png"
        _sheet(dress, found[first : first + EACH]).save(str(path))
        made.append(path)
    return made


def _sheet(dress: Path, pictures: Sequence[Path]) -> QImage:
    rows = -(-len(pictures) // COLUMNS)
    wide, high = CELL.width() + GAP, CELL.height() + WORDS + GAP
    sheet = QImage(COLUMNS * wide + GAP, rows * high + GAP, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.lightGray)
    painter = QPainter(sheet)
    for number, path in enumerate(pictures):
        left, top = GAP + number % COLUMNS * wide, GAP + number // COLUMNS * high
        picture = QImage(str(path)).scaled(
            CELL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(left, top + WORDS, picture)
        painter.drawText(
            QRect(left, top, CELL.width(), WORDS),
            Qt.AlignmentFlag.AlignVCenter,
            str(path.relative_to(dress).with_suffix("")),
        )
    painter.end()
    return sheet


def _index(sheets: dict[str, list[Path]]) -> str:
    parts = ["<!doctype html><meta charset=utf-8><title>Coalmeet, every state</title>"]
    for name, pages in sheets.items():
        parts.append(f"<h2>{html.escape(name)}</h2>")
        parts.extend(_linked(f"{SHEETS}/{one.name}" for one in pages))
    return "\n".join(parts)


def _linked(paths: Iterable[str]) -> list[str]:
    return [f'<a href="{html.escape(one)}"><img width=480 src="{html.escape(one)}"></a>' for one in paths]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
