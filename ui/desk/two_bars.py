"""The rest of the meeting before and after a change: width is minutes; what gains is filled, what pays is marked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from coalmeet.meeting import timing
from coalmeet.meeting.state import Item, Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.extending import WayToPay
from ui.widgets import draw, lines, painted_text
from ui.widgets.spoken import Painted

_TONES = {
    "now": ("accent_soft", "accent"),
    "gain": ("accent", "on_accent"),
    "pay": ("last_soft", "last"),
    "rest": ("track", "ink2"),
}
NAMES, BAR = 48, 26  # design pixels


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of minutes with its word; `kind` is now, gain, pay or rest."""

    minutes: float
    words: str
    kind: str


def bars(
    meeting: Meeting, now: int, minutes: int, way: WayToPay
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The rest of the afternoon as it is and as it would be."""
    current = meeting.current
    left = max(0.0, timing.left_ms(current, now) / timing.MINUTE) if current else 0.0
    head = (Piece(max(left, 1.0), _("This item"), "now"),)
    coming = [item for item in meeting.items if not item.outcome and not item.running and item.minutes]
    before = (*head, *(_piece(item, item.minutes, way) for item in coming))
    gain = Piece(minutes, _("+{minutes}").format(minutes=minutes), "gain")
    after = tuple(
        _piece(item, item.minutes - (minutes if way.item == item.id else 0), way)
        for item in coming
        if not (way.payer == "postponed" and way.item == item.id)
    )
    return before, (*head, gain, *after)


def _piece(item: Item, minutes: int, way: WayToPay) -> Piece:
    return Piece(minutes, item.entry.title, "pay" if way.item == item.id else "rest")


class TwoBars(Painted):
    """Now above, then below, aligned where reading begins."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[tuple[Piece, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, before: tuple[Piece, ...], after: tuple[Piece, ...], spoken: str) -> None:
        """Show both; `spoken` says the difference in words."""
        if (before, after) != self._bars:
            self._bars = (before, after)
            self.speak(spoken)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(2 * BAR + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = max((sum(one.minutes for one in bar) for bar in self._bars), default=1) or 1
        room = self.width() - theme.px(NAMES)
        for at, (name, bar) in enumerate(zip((_("Now"), _("Then")), self._bars, strict=False)):
            top = at * theme.px(BAR + 8)
            self._word(painter, QRectF(0, top, theme.px(NAMES), theme.px(BAR)), name, "ink2")
            left = float(theme.px(NAMES))
            for piece in bar:
                width = room * piece.minutes / whole
                self._paint_piece(painter, QRectF(left, top, max(2.0, width - 2), theme.px(BAR)), piece)
                left += width

    def _paint_piece(self, painter: QPainter, area: QRectF, piece: Piece) -> None:
        ground, tone = _TONES[piece.kind]
        draw.capsule(painter, self._mirrored(area), ground, "", min(5.0, area.width() / 2))
        # A title that has no room says nothing by its first letters: its minutes do.
        said = (piece.words, _("{minutes}").format(minutes=round(piece.minutes)))
        room, font = area.adjusted(1, 0, -1, 0), theme.font(theme.META, theme.MEDIUM)
        fits = [one for one in said if lines.width_of(one, font) + 1 <= room.width()]
        if fits:
            self._word(painter, room, fits[0], tone, theme.MEDIUM, "middle")

    def _word(
        self,
        painter: QPainter,
        area: QRectF,
        words: str,
        tone: str,
        weight: int = theme.REGULAR,
        side: str = "begin",
    ) -> None:
        font, back = theme.font(theme.META, weight), self.isRightToLeft()
        painted_text.write(painter, self._mirrored(area), words, font, tone, backwards=back, side=side)

    def _mirrored(self, area: QRectF) -> QRectF:
        if not self.isRightToLeft():
            return area
        return QRectF(self.width() - area.right(), area.top(), area.width(), area.height())
