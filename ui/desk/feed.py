"""The minutes as they grow: actions, decisions, parked topics, each with its time, the newest at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.meeting.state import Meeting
from coalmeet.text import _, clock_time
from ui import theme
from ui.desk.entry_words import Line, feed
from ui.desk.hands import Hands
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, empty, row
from ui.widgets.scroll_area import ScrollArea


class Feed(ScrollArea):
    """Only what was added is made anew; an entry that was corrected shows as it stands now.

    `chosen` tells the entry that was pressed, to be put right: its move, and its place in it.
    """

    chosen = Signal(str, int)

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands
        self._shown: tuple[Line, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(12))
        self._nothing = Wrapped(
            _("Nothing yet. Actions, decisions and what is parked will stand here."),
            theme.DETAIL,
            tone="ink2",
        )
        body = QWidget()
        body.setLayout(column(self._nothing, self._lines, None))
        self.setWidget(body)
        self.setAccessibleName(_("The minutes so far"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._body, self._foot = body, 0
        self._follow = True
        self.verticalScrollBar().rangeChanged.connect(self._grown)
        self.verticalScrollBar().sliderPressed.connect(self._stay)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the minutes as they stand."""
        shown = feed(self.hands.live.moves, meeting)
        if shown == self._shown:
            return
        kept = self._shown
        if shown[: len(kept)] != kept:
            empty(self._lines)
            kept = ()
        for line in shown[len(kept) :]:
            self._lines.addWidget(self._entry(line, meeting.time_zone))
        self._shown = shown
        self._nothing.setVisible(not shown)
        self._follow = True
        QTimer.singleShot(0, self, self._to_the_foot)

    def _grown(self, _least: int, most: int) -> None:
        """Lines claim their height only once they are laid out: follow until somebody scrolls back."""
        if self._follow and most:
            self._to_the_foot()
            QTimer.singleShot(0, self, self._to_the_foot)  # once more when all have their place

    def _stay(self) -> None:
        self._follow = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._follow = False
        super().wheelEvent(event)

    def _to_the_foot(self) -> None:
        """The newest entries, from the beginning of the first that has room: none is cut in its middle."""
        height = self.viewport().height()
        entries = [one for one in self._body.findChildren(FeedLine) if not one.isHidden()]
        tops = sorted(one.y() for one in entries)
        whole = max((one.geometry().bottom() + 1 for one in entries), default=0)
        first = next((top for top in tops if top >= whole - height), tops[-1] if tops else 0)
        foot = max(0, first + height - whole) if whole > height else 0
        layout = self._body.layout()
        if foot != self._foot and layout is not None:
            self._foot = foot
            layout.setContentsMargins(0, 0, 0, foot)
        self.verticalScrollBar().setValue(first if whole > height else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._follow:
            QTimer.singleShot(0, self, self._to_the_foot)

    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._shown

    def _entry(self, line: Line, zone: str) -> QWidget:
        made = FeedLine(line, zone)
        if line.index >= 0:
            made.setCursor(Qt.CursorShape.PointingHandCursor)
            made.setToolTip(_("Put it right"))
            made.pressed.connect(lambda: self.chosen.emit(line.move, line.index))
        return made


class FeedLine(QWidget):
    """One entry; with the keyboard it is reached among the earlier entries."""

    pressed = Signal()

    def __init__(self, line: Line, zone: str) -> None:
        super().__init__()
        head = row(
            OneLine(line.kind, theme.META, theme.STRONG, "accent"),
            None,
            OneLine(clock_time(line.at, zone), theme.META, tone="ink2", tabular=True),
        )
        parts = column(head, 2, Wrapped(line.text, theme.BODY, most=4))
        if line.detail:
            parts.addSpacing(theme.px(2))
            parts.addWidget(Wrapped(line.detail, theme.META, tone="ink2", most=2))
        self.setLayout(parts)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()
