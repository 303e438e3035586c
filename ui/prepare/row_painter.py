"""How a row of the agenda looks: grip, time, label, title and outcome, presenters where there is room, minutes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coalmeet.meeting import words
from ui import icons, theme
from ui.prepare.rows import AgendaModel, AgendaRow, Index
from ui.widgets import draw, lines, painted_text

HEIGHT, STEP = 60, 5
_GRIP, _TIME, _LABEL, _MINUTES, _PRESENTERS, _SIDE = 28, 48, 112, 96, 136, 8
_BELOW, _AROUND = 20, 21  # a line below the title; above and below all words of a row
# From this width of the list on. Below the first the time stands under the icon, so that the words have its room.
BESIDE_TIME, WITH_LABELS, WITH_PRESENTERS = 440, 560, 760


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of a row are; an empty rectangle is a part that has no room."""

    grip: QRect
    time: QRect
    label: QRect
    words: QRect
    presenters: QRect
    minutes: QRect


class RowPainter(QStyledItemDelegate):
    """`stepped` carries an item's id and the minutes to add, when − or + was clicked."""

    stepped = Signal(str, int)

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, str, int, int], int] = {}  # of rows, at a width and a text size

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        high = theme.px(HEIGHT)
        if isinstance(model, AgendaModel):
            high = self._height(model.rows[index.row()])
        return QSize(theme.px(320), high)

    def _height(self, row: AgendaRow) -> int:
        """Pixels that all its words need."""
        wide, least = self._view.viewport().width(), theme.px(HEIGHT)
        places = _places(QRect(0, 0, wide, least), Qt.LayoutDirection.LeftToRight)
        key = (row.title, _below(row, places), wide, least)
        if key not in self._heights:
            titles, below = _wrapped(row, places)
            words = len(titles) * _high() + len(below) * theme.px(_BELOW)
            self._heights[key] = max(least, words + theme.px(_AROUND))
        return self._heights[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, AgendaModel):
            return
        row, state = model.rows[index.row()], option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        _paint_ground(painter, option.rect, state, last=index.row() == len(model.rows) - 1)
        places = _places(option.rect, option.direction)
        _paint_start(painter, places, row)
        _paint_words(painter, places, row)
        _paint_minutes(painter, places.minutes, row)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        box = _places(option.rect, option.direction).minutes
        at = event.position().toPoint()
        if not isinstance(model, AgendaModel) or not box.contains(at):
            return False
        third = box.width() / 3
        part = (at.x() - box.left()) // third
        less = 2 if option.direction == Qt.LayoutDirection.RightToLeft else 0
        if part != 1:
            self.stepped.emit(model.rows[index.row()].item.id, -STEP if part == less else STEP)
        return part != 1


def _places(area: QRect, direction: Qt.LayoutDirection) -> _Places:
    px, none = theme.px, QRect()
    wide = area.width()
    left, right = area.left() + px(_SIDE), area.right() - px(_SIDE)
    top, height = area.top(), area.height()
    grip = QRect(left, top, px(_GRIP - 8), height)
    time = QRect(left + px(_GRIP), top, px(_TIME), height)
    label = QRect(time.right() + 1, top, px(_LABEL if wide >= px(WITH_LABELS) else 32), height)
    if wide < px(BESIDE_TIME):
        middle = top + height // 2
        label = QRect(time.left(), middle - px(22), px(_TIME), px(22))
        time = QRect(time.left(), middle, px(_TIME), px(22))
    minutes = QRect(right - px(_MINUTES), top + (height - px(36)) // 2, px(_MINUTES), px(36))
    end = minutes.left() - px(12)
    presenters = none
    if wide >= px(WITH_PRESENTERS):
        presenters = QRect(end - px(_PRESENTERS), top, px(_PRESENTERS), height)
        end = presenters.left() - px(12)
    begin = label.right() + px(8)
    found = _Places(grip, time, label, QRect(begin, top, end - begin, height), presenters, minutes)
    if direction == Qt.LayoutDirection.LeftToRight:
        return found
    return _Places(*(_mirrored(getattr(found, name), area) for name in _Places.__slots__))


def _mirrored(part: QRect, area: QRect) -> QRect:
    return QRect(area.left() + area.right() - part.right(), part.top(), part.width(), part.height())


def _paint_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag, *, last: bool) -> None:
    inner = QRectF(area).adjusted(2, 2, -2, -2)
    radius = theme.px(theme.RADIUS_ROW)
    if not last:
        painter.fillRect(QRectF(area.left() + 8, area.bottom(), area.width() - 16, 1), theme.colour("line"))
    if state & QStyle.StateFlag.State_Selected:
        draw.capsule(painter, inner, "accent_soft", "", radius)
    elif state & QStyle.StateFlag.State_MouseOver:
        draw.capsule(painter, inner, "sunk", "", radius)
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
        painter.setPen(QPen(theme.colour("ink"), 2))
        painter.drawRoundedRect(inner, radius, radius)


def _paint_start(painter: QPainter, places: _Places, row: AgendaRow) -> None:
    side = theme.px(theme.ICON)
    icons.draw(painter, "grip-vertical", draw.centred(QRectF(places.grip), side), "ink3")
    _write(painter, places.time, row.start, theme.font(14, tabular=True), "over" if row.late else "ink2")
    kind = row.item.built_in or row.item.label
    name = _ICONS.get(kind)
    decision = row.item.label == "decision"
    tone = "accent" if decision else "ink2"
    if name:
        at = QRectF(places.label.left(), places.label.center().y() - side / 2, side, side)
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            at.moveRight(places.label.right())
        icons.draw(painter, name, at, tone)
    word = words.label(row.item.label)
    beside = places.label.adjusted(side + theme.px(8), 0, 0, 0)
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        beside = places.label.adjusted(0, 0, -side - theme.px(8), 0)
    if word and beside.width() > theme.px(60):
        _write(painter, beside, word, theme.font(14, theme.STRONG if decision else theme.MEDIUM), tone)


_ICONS = {
    **draw.LABEL_ICONS,
    "opening": "door-open",
    "temperature": "message-circle",
    "work_plan": "list-checks",
    "break": "coffee",
    "closing": "flag",
}


def _below(row: AgendaRow, places: _Places) -> str:
    """What stands below the title: what is missing, or the outcome, and who presents where that has no column."""
    if row.asks or places.presenters.width():
        return row.asks or row.item.desired_outcome
    return " · ".join(part for part in (row.item.desired_outcome, ", ".join(row.item.presenters)) if part)


def _wrapped(row: AgendaRow, places: _Places) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of the title and those below it."""
    wide, below = places.words.width(), _below(row, places)
    narrow = places.time.top() > places.grip.top()
    titles = lines.wrap(lines.one_line(row.title), _title_font(), wide, 3 if narrow else 2)
    return titles, lines.wrap_evenly(lines.one_line(below), _below_font(row), wide, 2) if below else ()


def _paint_words(painter: QPainter, places: _Places, row: AgendaRow) -> None:
    quiet = row.item.built_in == "break"
    titles, below = _wrapped(row, places)
    area, high, less = places.words, _high(), theme.px(_BELOW)
    top = area.top() + (area.height() - len(titles) * high - len(below) * less) // 2
    tone = "ink2" if quiet or (not row.item.title and not row.item.built_in) else "ink"
    font = theme.font(16, theme.MEDIUM if quiet else theme.STRONG)
    for at, line in enumerate(titles):
        _write(painter, QRect(area.left(), top + at * high, area.width(), high), line, font, tone)
    top += len(titles) * high
    for at, line in enumerate(below):
        under = QRect(area.left(), top + at * less, area.width(), less)
        _write(painter, under, line, _below_font(row), "last" if row.asks else "ink2")
    _write(painter, places.presenters, ", ".join(row.item.presenters), theme.font(14), "ink2")


def _paint_minutes(painter: QPainter, box: QRect, row: AgendaRow) -> None:
    draw.capsule(painter, QRectF(box), "surface", "line", theme.px(theme.RADIUS_BUTTON))
    third, side = box.width() / 3, theme.px(16)
    signs = ("minus", "plus")
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        signs = ("plus", "minus")
    for sign, at in zip(signs, (box.left(), box.left() + 2 * third), strict=True):
        icons.draw(painter, sign, draw.centred(QRectF(at, box.top(), third, box.height()), side), "ink2")
    painter.setFont(theme.font(16, theme.STRONG, tabular=True))
    painter.setPen(theme.colour("ink" if row.item.minutes is not None else "last"))
    number = "?" if row.item.minutes is None else str(row.item.minutes)
    painter.drawText(QRectF(box), int(Qt.AlignmentFlag.AlignCenter), number)


def _title_font() -> QFont:
    return theme.font(16, theme.STRONG)


def _below_font(row: AgendaRow) -> QFont:
    return theme.font(14, theme.STRONG if row.asks else theme.REGULAR)


def _high() -> int:
    return int(lines.line_height(_title_font()))


def _write(painter: QPainter, area: QRect, text: str, font: QFont, tone: str) -> None:
    backwards = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    painted_text.write(painter, area, text, font, tone, backwards=backwards)
