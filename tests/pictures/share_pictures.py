"""Pictures of every stage of the shared window from made-up views, hostile ones too; small as a call shows them."""

from __future__ import annotations

from pathlib import Path

from dresses import Dress
from PySide6.QtCore import QSize
from share_views import all_views

from coalmeet.public import PublicView
from ui import theme
from ui.share.canvas import Canvas

SMALL = QSize(640, 360)  # what many see of it
QUALITY = 40  # of the JPEG that a call makes of it


def draw_all(dress: Dress, out: Path, _work: Path) -> None:
    """All stages in full size; small and compressed where the dress asks for the small window."""
    full = QSize(theme.SHARE_WIDTH, theme.SHARE_HEIGHT)
    small = dress.share == (SMALL.width(), SMALL.height())
    (out / "stages").mkdir(parents=True, exist_ok=True)
    for name, view in all_views().items():
        _draw(view, SMALL if small else full, out / "stages" / f"{name}.{'jpg' if small else 'png'}")


def _draw(view: PublicView, size: QSize, path: Path) -> None:
    canvas = Canvas()
    canvas.resize(size)
    canvas.show_view(view)
    canvas.grab().save(str(path), quality=QUALITY if path.suffix == ".jpg" else -1)
