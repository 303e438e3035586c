"""A day and a time of day to type, with a calendar for those who would rather click."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolButton, QWidget

from coalmeet import text
from coalmeet.text import _
from ui import icons, theme
from ui.widgets.day_text import read_day, read_time
from ui.widgets.inputs import Line
from ui.widgets.tips import tip

_BUTTON, _ICON = 32, 16


class DayEdit(Line):
    """`changed` carries the day, or None where the field was emptied.

    `today` is what a day without a year is reckoned from. What is no day stays as typed, marked, and changes
    nothing; `is_sound` is then false.
    """

    changed = Signal(object)

    def __init__(self, today: date, *, optional: bool = False, none: str = "") -> None:
        """`none` says what an empty field means."""
        super().__init__()
        self._today, self._optional = today, optional
        self._day: date | None = None
        self.setPlaceholderText(none or _("any day") if optional else _("day, month, year"))
        self._calendar = _CalendarButton(self)
        self._calendar.clicked.connect(self._open_calendar)
        self.returnPressed.connect(self._take)  # before whatever Enter does with the form
        self.editingFinished.connect(self._take)

    @property
    def day(self) -> date | None:
        """The day in the field; None while there is none."""
        return self._day

    @property
    def is_sound(self) -> bool:
        """Whether what is typed is a day, or nothing where nothing is allowed."""
        typed = self.text().strip()
        return read_day(typed, self._today) is not None if typed else self._optional

    def set_day(self, day: date | None) -> None:
        """Show a day without telling that it changed."""
        self._day = day
        self.setText(text.short_day_with_year(day) if day else "")
        self.setCursorPosition(0)

    def set_today(self, today: date) -> None:
        """Reckon days without a year from another day."""
        self._today = today

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = theme.px(_BUTTON)
        room = side - theme.px(8)  # the field itself keeps some at its ends
        self.setTextMargins(*((room, 0, 0, 0) if self.isRightToLeft() else (0, 0, room, 0)))
        left = theme.px(4) if self.isRightToLeft() else self.width() - side - theme.px(4)
        self._calendar.setGeometry(left, (self.height() - side) // 2, side, side)

    def _take(self) -> None:
        typed = self.text().strip()
        found = read_day(typed, self._today) if typed else None
        if found is None and (typed or not self._optional):
            return
        if found != self._day:
            self.set_day(found)
            self.changed.emit(found)
        else:
            self.set_day(found)

    def _open_calendar(self) -> None:
        calendar = _Calendar(self, self._day or self._today)
        calendar.chosen.connect(self._choose)
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        calendar.show()

    def _choose(self, day: date) -> None:
        if day != self._day:
            self.set_day(day)
            self.changed.emit(day)


class _CalendarButton(QToolButton):
    """Opens the calendar; Qt's own icon at the end of a line would not grow with its words."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Choose in a calendar"))
        self.setToolTip(tip(self.accessibleName()))

    def paintEvent(self, event: QPaintEvent) -> None:
        side = theme.px(_ICON)
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.draw(QPainter(self), "calendar", area, "ink" if self.underMouse() else "ink2")


class _Calendar(QCalendarWidget):
    """A month to click a day in; it goes away with the click."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, day: date) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setSelectedDate(QDate(day.year, day.month, day.day))
        self.setMinimumSize(theme.px(368), theme.px(300))
        for weekday, tone in ((Qt.DayOfWeek.Saturday, "ink2"), (Qt.DayOfWeek.Sunday, "ink2")):
            shape = self.weekdayTextFormat(weekday)
            shape.setForeground(theme.colour(tone))  # Qt’s own weekends are red, as if something were wrong
            self.setWeekdayTextFormat(weekday, shape)
        for name, icon in (("prevmonth", "arrow-left"), ("nextmonth", "arrow-right")):
            button = self.findChild(QToolButton, f"qt_calendar_{name}")
            if button is not None:  # Qt’s own arrows are black in the dark too
                button.setIcon(icons.icon(icon, "ink"))
        header = self.headerTextFormat()
        header.setForeground(theme.colour("ink2"))
        header.setBackground(theme.colour("surface"))
        self.setHeaderTextFormat(header)
        self.clicked.connect(self._take)
        self.activated.connect(self._take)

    def _take(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()


class TimeEdit(Line):
    """`changed` carries the time of day as "HH:MM", "" where the field was emptied."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._time = ""
        self.setPlaceholderText(_("hh:mm"))
        self.returnPressed.connect(self._take)
        self.editingFinished.connect(self._take)

    @property
    def time(self) -> str:
        """The time in the field, "" while there is none."""
        return self._time

    @property
    def is_sound(self) -> bool:
        """Whether what is typed is a time of day, or nothing."""
        return read_time(self.text()) is not None

    def set_time(self, time: str) -> None:
        """Show a time without telling that it changed."""
        self._time = time
        self.setText(time)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def _take(self) -> None:
        found = read_time(self.text())
        if found is None:
            return
        changed = found != self._time
        self.set_time(found)
        if changed:
            self.changed.emit(found)
