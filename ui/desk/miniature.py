"""What the call sees, small: the shared window's own picture, taken again only when the view has changed."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, QRectF, QSize, QTimer
from PySide6.QtGui import (
    QHideEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy

from coalmeet.public import PublicView
from coalmeet.text import _
from ui import theme
from ui.widgets.spoken import Painted

SETTLED, BEHIND = 60, 600  # milliseconds that the shared window gets to paint itself, and to catch up


class Shared(Protocol):
    """What the desk needs of the shared window; it imports nothing of it."""

    @property
    def view(self) -> PublicView | None:
        """What it shows, None while it is blank; it may be a second behind, for the sake of the call."""

    def render(self, target: QPainter, offset: QPoint) -> None:
        """Paint its picture somewhere else."""

    def blank(self, on: bool) -> None:
        """Show nothing of the meeting, or show it again."""

    def size(self) -> QSize:
        """How large it is."""

    def isMinimized(self) -> bool:
        """Whether the call sees black."""

    def isVisible(self) -> bool:
        """Whether it is there at all; one may close it by mistake."""

    def showNormal(self) -> None:
        """Bring it back."""

    def isFullScreen(self) -> bool:
        """Whether it fills a screen."""

    def fill_screen(self, on: bool) -> bool:
        """Fill a second screen, or no longer; answers whether it fills one now."""

    def accessibleName(self) -> str:
        """What it shows, as plain text."""


class Miniature(Painted):
    """Sixteen by nine, as wide as the column."""

    def __init__(self, share: Shared | None) -> None:
        super().__init__()
        self._share = share
        self._picture = QPixmap()
        self._view: PublicView | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.take)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_view(self, view: PublicView) -> None:
        """Follow what the call sees."""
        if view == self._view:
            return
        self._view = view
        self.speak(_("The call sees: {sentence}").format(sentence=view.sentence))
        if self.isVisible() and not self._timer.isActive():
            self._timer.start(SETTLED)

    def take(self) -> None:
        """Paint the picture anew; once more later, if the shared window has not caught up with the meeting yet."""
        if self._share is None or self.width() < 16:
            return
        ratio, whole = self.devicePixelRatioF(), self._share.size()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.fill(theme.colour("paper"))
        painter = QPainter(picture)
        scale = min(picture.width() / whole.width(), picture.height() / whole.height())
        painter.scale(scale, scale)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._share.render(painter, QPoint())
        painter.end()
        picture.setDevicePixelRatio(ratio)
        self._picture = picture
        self.update()
        if self._share.view not in {None, self._view}:
            self._timer.start(BEHIND)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * 9 / 16)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(304), theme.px(171))

    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start(SETTLED)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))
        self._timer.start(SETTLED)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, radius = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(theme.RADIUS_BUTTON)
        shape = QPainterPath()
        shape.addRoundedRect(area, radius, radius)
        painter.setClipPath(shape)
        painter.fillRect(area, theme.colour("paper"))
        if not self._picture.isNull():
            painter.drawPixmap(0, 0, self._picture)
        painter.setClipping(False)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawPath(shape)
