"""One organisation's place in the rotation: its credit as a figure beside a bar, how often it came, its last turn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from coalmeet.meeting.rotation import Standing
from coalmeet.meeting.rotation_words import HUNDREDTHS, turns
from coalmeet.text import _, plain_day
from ui import icons, theme
from ui.widgets import draw, lines

BAR = 80  # design pixels of one whole turn, where credit stops


class StandingRow(QAbstractButton):
    """Pressed, it becomes the one that is asked."""

    def __init__(self, standing: Standing) -> None:
        super().__init__()
        self._standing = standing
        self._chosen, self._agreed, self._skips = False, False, False
        self._credit = round(standing.credit * HUNDREDTHS)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._spoken())

    def show_state(self, *, chosen: bool, agreed: bool, skips: bool = False) -> None:
        """Tint the one that is asked, tick the one that was agreed, and say who skips."""
        if (chosen, agreed, skips) != (self._chosen, self._agreed, self._skips):
            self._chosen, self._agreed, self._skips = chosen, agreed, skips
            self.setAccessibleName(self._spoken())
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(360), theme.px(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chosen:
            draw.capsule(painter, area, "accent_soft", "", theme.px(theme.RADIUS_ROW))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("ink"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.px(10), theme.px(10))
        room = theme.px(12)
        if self._agreed:
            icons.draw(painter, "check", self._at(room, theme.px(16), theme.px(16)), "accent")
        wide = self.width() >= theme.px(480)
        at = float(self.width() - room)
        if wide:
            at = self._right(painter, at, theme.px(136), self._last())
        at = self._bar(painter, at) if wide else at
        at = self._right(painter, at, theme.px(48), turns(self._credit))
        left = theme.px(34)
        self._text(painter, left, at - left - room, self._standing.organisation.name, trailing=False)

    def _bar(self, painter: QPainter, right: float) -> float:
        wide = theme.px(BAR)
        area = self._at(right - theme.px(14) - wide, wide, theme.px(8))
        part = min(1.0, max(0.0, self._credit / HUNDREDTHS))
        tone = "accent" if self._chosen else "ink3"
        draw.time_bar(painter, area, part, tone, from_right=self.isRightToLeft())
        return right - theme.px(28) - wide

    def _right(self, painter: QPainter, right: float, width: float, text: str) -> float:
        self._text(painter, right - width, width, text, trailing=True)
        return right - width

    def _text(self, painter: QPainter, left: float, width: float, text: str, *, trailing: bool) -> None:
        weight = (
            theme.STRONG if self._chosen and not trailing else theme.MEDIUM if not trailing else theme.REGULAR
        )
        font = theme.font(theme.BODY if not trailing else theme.DETAIL, weight, tabular=True)
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if not trailing else "ink2"))
        to_right = trailing != self.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        shown = lines.isolated(lines.elided(text, font, width))
        painter.drawText(self._at(left, width, self.height()), int(flags), shown)

    def _at(self, left: float, width: float, height: float) -> QRectF:
        start = self.width() - left - width if self.isRightToLeft() else left
        return QRectF(start, (self.height() - height) / 2, width, height)

    def _last(self) -> str:
        if not self._standing.facilitates:
            return _("not asked")
        if self._skips:
            return _("skips")
        if self._standing.wait:
            return _("skipped lately")
        return plain_day(self._standing.last_turn) if self._standing.last_turn else _("no turn yet")

    def _spoken(self) -> str:
        said = _("{organisation}, credit {credit}, {last}").format(
            organisation=self._standing.organisation.name, credit=turns(self._credit), last=self._last()
        )
        return _("{said}, agreed").format(said=said) if self._agreed else said
