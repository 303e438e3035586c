"""Shows a public view as one picture that scales as a whole, and repaints only what differs from the last one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from coalmeet.public import PublicView
from coalmeet.text import _
from ui import theme
from ui.share import pieces
from ui.share.painting import paint
from ui.share.picture import at_rest, at_this_second, nothing
from ui.share.plain import as_text
from ui.widgets.spoken import Painted

QUIET_MS = 1_000  # callers' pictures are compressed: at most one change a second


class Canvas(Painted):
    """The picture that the call sees; as a miniature on the desk, or filling the shared window."""

    _view: PublicView | None = None
    _waiting: PublicView | None = None
    _blank = False
    _told: PublicView | None = None  # what a screen reader was told
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
        rest = at_rest(shown) if shown else None
        self._picture = at_this_second(rest, shown, from_right=backwards) if rest and shown else nothing()
        if rest != self._told or not self._told:
            # Without the clock, which would be said anew each second.
            self.speak(as_text(replace(rest, clock=None)) if rest else _("Nothing is shown just now."))
            self._told = rest
        areas = pieces.changed(before, self._picture)
        if areas:
            self.update(self._region(areas))

    def _region(self, areas: tuple[pieces.Area, ...]) -> QRegion:
        region, (scale, left, top) = QRegion(), self._placed()
        for area in areas:
            x, y, wide, tall = (side * scale for side in area)
            region += QRegion(QRectF(x + left, y + top, wide, tall).toAlignedRect().adjusted(-2, -2, 2, 2))
        return region

    def _placed(self) -> tuple[float, float, float]:
        scale = min(self.width() / theme.SHARE_WIDTH, self.height() / theme.SHARE_HEIGHT)
        return (
            scale,
            (self.width() - scale * theme.SHARE_WIDTH) / 2,
            (self.height() - scale * theme.SHARE_HEIGHT) / 2,
        )

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange):
            # The style sheet has just taken it away.
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        return done

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
        around = 2 / scale  # round caps and smoothed edges reach a little beyond their areas
        parts: Iterable[QRect] = event.region()  # type: ignore[assignment]  # its stub does not say so
        dirty = [_on_sheet(one, scale, left, top) for one in parts]
        for piece in self._picture:
            if any(pieces.touches(piece, one, around) for one in dirty):
                paint(painter, piece, from_right=self.isRightToLeft())


def _on_sheet(part: QRect, scale: float, left: float, top: float) -> pieces.Area:
    """A part of the window in units of the sheet."""
    return (
        (part.x() - left) / scale,
        (part.y() - top) / scale,
        part.width() / scale,
        part.height() / scale,
    )
