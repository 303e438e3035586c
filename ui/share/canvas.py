"""Shows a public view as one picture that scales as a whole, and repaints only what differs from the last one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from coalmeet.public import PublicView
from coalmeet.text import _
from ui import theme
from ui.share import pieces
from ui.share.painting import paint, rectangle
from ui.share.picture import nothing, picture
from ui.share.plain import as_text
from ui.widgets.spoken import Painted

QUIET_MS = 1_000  # callers' pictures are compressed: at most one change a second


class Canvas(Painted):
    """The picture that the call sees; as a miniature on the desk, or filling the shared window."""

    _view: PublicView | None = None
    _waiting: PublicView | None = None
    _blank = False
    _picture: pieces.Picture = ()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._show_waiting)
        self._draw()

    @property
    def view(self) -> PublicView | None:
        """The view that is shown; None before the first, and while the window is blank."""
        return None if self._blank else self._view

    def show_view(self, view: PublicView) -> None:
        """Show this view: at once, or as soon as a second has passed since the last change.

        Raises TypeError for anything else, so that nothing private can ever be handed here.
        """
        if not isinstance(view, PublicView):
            raise TypeError(f"The shared window shows a PublicView, not {type(view).__name__}.")
        if view == self._view and self._waiting is None:
            return
        self._waiting = view
        if not self._quiet.isActive():
            self._show_waiting()

    def blank(self, on: bool) -> None:
        """Show nothing of the meeting, at once; and at once again what is the case by then."""
        self._blank = on
        self._show_waiting()
        self._draw()

    def _show_waiting(self) -> None:
        if self._waiting is not None:
            self._view, self._waiting = self._waiting, None
            self._quiet.start()
            self._draw()

    def _draw(self) -> None:
        before, backwards = self._picture, self.isRightToLeft()
        shown = self.view
        self._picture = picture(shown, from_right=backwards) if shown else nothing()
        # Without the clock, which would be said anew each second.
        self.speak(as_text(replace(shown, clock=None)) if shown else _("Nothing is shown just now."))
        areas = pieces.changed(before, self._picture)
        if areas:
            self.update(self._region(areas))

    def _region(self, areas: tuple[pieces.Area, ...]) -> QRegion:
        region, (scale, left, top) = QRegion(), self._placed()
        for area in areas:
            x, y, wide, tall = (side * scale for side in area)
            region += QRegion(QRectF(x + left, y + top, wide, tall).toAlignedRect().adjusted(-4, -4, 4, 4))
        return region

    def _placed(self) -> tuple[float, float, float]:
        scale = min(self.width() / theme.SHARE_WIDTH, self.height() / theme.SHARE_HEIGHT)
        return (
            scale,
            (self.width() - scale * theme.SHARE_WIDTH) / 2,
            (self.height() - scale * theme.SHARE_HEIGHT) / 2,
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange):
            self._draw()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("paper"))
        scale, left, top = self._placed()
        painter.translate(left, top)
        painter.scale(scale, scale)
        dirty = QRegion(event.region())
        for piece in self._picture:
            if dirty.intersects(self._seen(piece.area, scale, left, top)):
                paint(painter, piece, from_right=self.isRightToLeft())

    def _seen(self, area: pieces.Area, scale: float, left: float, top: float) -> QRect:
        box = rectangle(area)
        place = QRectF(
            box.x() * scale + left, box.y() * scale + top, box.width() * scale, box.height() * scale
        )
        return place.toAlignedRect().adjusted(-4, -4, 4, 4)
