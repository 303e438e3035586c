"""A small share of the pictures: that each can be drawn, is not blank, and finds its place on a contact sheet."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from ui import shortcuts

PICTURES = Path(__file__).parent


def run(program: str, *arguments: str) -> str:
    """One of the picture programs, off screen, in a process of its own: it dresses the whole application."""
    environment = {**os.environ, "PYTHONPATH": str(PICTURES.parents[1]), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, str(PICTURES / program), *arguments],
        env=environment,
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_stage_is_drawn_as_small_as_a_call_shows_it(tmp_path: Path) -> None:
    run("draw.py", str(tmp_path), "narrow", "stages")
    drawn = sorted((tmp_path / "narrow" / "stages").iterdir())
    assert len(drawn) > 40
    for path in drawn:
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (640, 360), path.name
        assert len(colours(picture)) > 1 or "blank" in path.stem, path.name
    said = run("contact_sheet.py", str(tmp_path))
    assert said.startswith(f"{len(drawn)} pictures on ")
    assert (tmp_path / "sheets" / "narrow-01.png").exists()


def test_what_is_opened_for_a_picture_has_a_key() -> None:
    sys.path.insert(0, str(PICTURES))
    try:
        from live_pictures import POSES, SEEN_BY_THE_CALL
    finally:
        sys.path.remove(str(PICTURES))
    verbs = {verb for some in POSES.values() for verb in some} | set(SEEN_BY_THE_CALL)
    assert verbs <= set(shortcuts.KEYS)


def colours(picture: QImage) -> set[int]:
    """The colours on a grid of points across a picture."""
    return {picture.pixel(x, y) for x in range(0, picture.width(), 9) for y in range(0, picture.height(), 9)}
