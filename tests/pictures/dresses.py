"""The dresses in which every state is drawn: light, dark, high contrast, narrow, large text, from the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui import theme


@dataclass(frozen=True, slots=True)
class Dress:
    """How both windows look, and their sizes in logical pixels; `stories`: the rare states are drawn too."""

    name: str
    mode: str = "light"
    contrast: str = "normal"
    text_scale: float = 1.0
    from_right: bool = False
    desk: tuple[int, int] = (1280, 800)
    share: tuple[int, int] = (1280, 720)
    page: tuple[int, int] = (1280, 800)
    stories: bool = False

    def put_on(self, app: QApplication) -> None:
        """Dress the program."""
        sides = Qt.LayoutDirection.RightToLeft if self.from_right else Qt.LayoutDirection.LeftToRight
        app.setLayoutDirection(sides)
        theme.apply(app, mode=self.mode, contrast=self.contrast, text_scale=self.text_scale)


DRESSES = {
    one.name: one
    for one in (
        Dress("light", stories=True),
        Dress("dark", mode="dark"),
        Dress("contrast", contrast="high", desk=(1120, 700), page=(1120, 700)),
        Dress("contrast-dark", mode="dark", contrast="high"),
        Dress("narrow", desk=(480, 760), share=(640, 360), page=(1120, 700)),
        Dress("narrow-dark", mode="dark", desk=(640, 700), share=(640, 360), page=(1120, 700)),
        Dress("large", text_scale=2.0),
        Dress("right-to-left", from_right=True),
    )
}
