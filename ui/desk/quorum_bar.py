"""How many organisations are here, as a bar with a mark where there are enough to decide."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk import phrases
from ui.widgets import draw
from ui.widgets.spoken import Painted


class QuorumBar(Painted):
    """One piece an organisation; the mark and its word stand below."""

    def __init__(self) -> None:
        super().__init__()
        self._all, self._here, self._mark = 0, 0, 0

    def show_meeting(self, meeting: Meeting) -> None:
        """Show who is here."""
        shown = len(meeting.members), len(meeting.present_members), meeting.quorum
        if shown != (self._all, self._here, self._mark):
            self._all, self._here, self._mark = shown
            self.speak(phrases.present(meeting) + " " + phrases.quorum(meeting))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(280), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(180), theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._all:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / self._all
        gap = min(theme.px(4), width * 0.25)
        for number in range(self._all):
            left = number * width
            if self.isRightToLeft():
                left = self.width() - left - width
            area = QRectF(left, 2, width - gap, theme.px(8))
            draw.capsule(painter, area, "accent" if number < self._here else "track", "")
        if 0 < self._mark <= self._all:
            self._paint_mark(painter, self._mark * width - gap / 2)

    def _paint_mark(self, painter: QPainter, at: float) -> None:
        x = self.width() - at if self.isRightToLeft() else at
        x = min(max(1.0, x), self.width() - 1.0)
        painter.setPen(QPen(theme.colour("ink"), 2))
        painter.drawLine(QPointF(x, 0), QPointF(x, theme.px(12)))
        painter.setFont(theme.font(theme.META, theme.MEDIUM))
        room = theme.px(120)
        left = min(max(0.0, x - room / 2), max(0.0, self.width() - room))
        side = Qt.AlignmentFlag.AlignCenter
        if left == 0:
            side = Qt.AlignmentFlag.AlignLeft
        elif left >= self.width() - room:
            side = Qt.AlignmentFlag.AlignRight
        words = _("quorum {count}").format(count=self._mark)
        painter.drawText(QRectF(left, theme.px(13), room, theme.px(18)), int(side), words)
