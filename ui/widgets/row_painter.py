"""How a row of a list looks: icon, title in one line or two, a line below it, words or a button at its end."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons, theme
from ui.widgets import draw, lines, painted_text

_Index = QModelIndex | QPersistentModelIndex
_HEIGHT, _ROOM, _ICON, _ACTION = 60, 16, 20, 36  # of a row with one line of title; between parts; of a button
_BELOW, _STATE = 18, 12  # a line below the title; between the state and what follows it
_WIDE, _SLIM = 16, 5  # a letter of a title is hardly ever wider, and in a sentence on average never as slim
_LETTER = 8  # on average no line below the title has wider letters, in scripts as narrow as the Latin one
_LEAST_WORDS = 220  # with less room for its words a row does without the button: it can be pressed as a whole
_LEAST_BESIDE = 160  # and with less than this without the words at its end


class ShownRow(Protocol):
    """What is painted of a row; see `rows.Row`."""

    @property
    def title(self) -> str: ...
    @property
    def below(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def end(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def tone(self) -> str: ...
    @property
    def action(self) -> str: ...


class RowPainter(QStyledItemDelegate):
    """Paints the rows of a list; tint for the chosen one."""

    def __init__(self, view: QListView, most: int, *, names: bool) -> None:
        """`names`: the titles are names, and of a long one the end is shown too."""
        super().__init__(view)
        self._view, self._most = view, most
        self._wrap = lines.wrap_name if names else lines.wrap
        self._for = (0, 0)  # the width of the view and the text size for which these hints hold
        self._hints: dict[tuple[str, ...], QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Qt asks for all rows of a list at once, so that each is found only once at a width."""
        around = (self._view.viewport().width(), theme.px(_HEIGHT))
        if around != self._for:
            self._for, self._hints = around, {}
        row = self._row(index)
        if row is None:
            return QSize(theme.px(200), around[1])
        key = (row.title, row.icon, row.end, row.action, row.state, row.below)
        hint = self._hints.get(key)
        if hint is None:
            hint = self._hints[key] = QSize(theme.px(200), around[1] + self._more(row))
        return hint

    def _more(self, row: ShownRow) -> int:
        """Pixels for a second line of the title, and for what follows the state where that takes its own line."""
        if self._most == 1:
            return 0
        room = self._words_room(row)
        title = int(lines.line_height(_title_font())) if _is_long(row, room) else 0
        apart = len(_apart(row, room)) if _stands_apart(row, room) else 0
        return title + apart * theme.px(_BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._row(index)
        if row is None:
            return
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, area, option.state)
        backwards = option.direction == Qt.LayoutDirection.RightToLeft
        words = self._paint_ends(painter, area.toRect(), row, backwards)
        self._paint_words(painter, words, row, backwards=backwards)
        painter.restore()

    def _row(self, index: _Index) -> ShownRow | None:
        rows: tuple[ShownRow, ...] = getattr(index.model(), "rows", ())
        return rows[index.row()] if 0 <= index.row() < len(rows) else None

    def _words_room(self, row: ShownRow) -> int:
        room = theme.px(_ROOM)
        left = self._view.viewport().width() - 2 - 2 * room - (theme.px(_ICON) + room if row.icon else 0)
        return left - self._end_room(row, left)

    def _end_room(self, row: ShownRow, left: int) -> int:
        wide = _end_width(row)
        least = _LEAST_WORDS if row.action else _LEAST_BESIDE
        if not wide or left - wide - theme.px(_ROOM) < theme.px(least):
            return 0
        return wide + theme.px(_ROOM)

    def _paint_ends(self, painter: QPainter, area: QRect, row: ShownRow, backwards: bool) -> QRect:
        """Paint the icon and what stands at the end; the place that is left for the words."""
        room, side = theme.px(_ROOM), theme.px(_ICON)
        left, right = area.left() + room, area.right() + 1 - room
        if row.icon:
            at = right - side if backwards else left
            icons.draw(painter, row.icon, QRectF(at, area.top() + theme.px(12), side, side), row.tone)
            left, right = (left, right - side - room) if backwards else (left + side + room, right)
        taken = self._end_room(row, right - left)
        if taken:
            wide = taken - room
            box = QRect(left if backwards else right - wide, area.top(), wide, area.height())
            _paint_end(painter, box, row, backwards)
            left, right = (left + taken, right) if backwards else (left, right - taken)
        return QRect(left, area.top(), right - left, area.height())

    def _paint_words(self, painter: QPainter, area: QRect, row: ShownRow, *, backwards: bool) -> None:
        font, high = _title_font(), int(lines.line_height(_title_font()))
        titles = self._wrap(lines.one_line(row.title), font, area.width(), self._most)
        below, room = theme.px(_BELOW), area.width()
        apart = _apart(row, room) if self._most > 1 and _stands_apart(row, room) else ()
        top = area.top() + (area.height() - len(titles) * high - (1 + len(apart)) * below - 2) // 2
        for at, words in enumerate(titles):
            line = QRect(area.left(), top + at * high, area.width(), high)
            painted_text.write(painter, line, words, font, "ink", backwards=backwards)
        under = QRect(area.left(), top + len(titles) * high + 2, area.width(), below)
        if row.state:
            painted_text.write(painter, under, row.state, _state_font(), row.tone, backwards=backwards)
            wide = int(lines.width_of(row.state, _state_font())) + theme.px(_STATE)
            begin, end = (0, -wide) if backwards else (wide, 0)
            under = under if apart else under.adjusted(begin, 0, end, 0)
        for at, words in enumerate(apart or (row.below,), 1 if apart else 0):
            line = under.translated(0, at * below)
            painted_text.write(painter, line, words, theme.font(theme.META), "ink2", backwards=backwards)


def _end_width(row: ShownRow) -> int:
    if row.action:
        return int(lines.width_of(row.action, _action_font())) + 2 * theme.px(14)
    return int(lines.width_of(row.end, theme.font(theme.META))) + 2 if row.end else 0


def _paint_end(painter: QPainter, box: QRect, row: ShownRow, backwards: bool) -> None:
    if not row.action:
        font = theme.font(theme.META)
        painted_text.write(painter, box, row.end, font, "ink2", backwards=backwards, side="end")
        return
    high = theme.px(_ACTION)
    area = QRectF(box.left(), box.center().y() - high / 2 + 0.5, box.width() - 1, high)
    draw.capsule(painter, area, "surface", "line", theme.px(theme.RADIUS_BUTTON))
    painted_text.write(painter, area, row.action, _action_font(), "ink", backwards=backwards, side="middle")


def _paint_ground(painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
    radius = theme.px(theme.RADIUS_ROW)
    if state & QStyle.StateFlag.State_Selected:
        draw.capsule(painter, area, "accent_soft", "", radius)
    elif state & QStyle.StateFlag.State_MouseOver:
        draw.capsule(painter, area, "sunk", "", radius)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.colour("ink"), 2))
        painter.drawRoundedRect(area, radius, radius)


def _is_long(row: ShownRow, room: int) -> bool:
    """Whether the title needs a second line; most are far from that width, and need not be measured."""
    title = row.title
    if len(title) * theme.px(_WIDE) <= room:
        return False
    if title.isascii() and len(title.strip()) * theme.px(_SLIM) > room:
        return True
    return lines.width_of(lines.one_line(title), _title_font()) > room


def _stands_apart(row: ShownRow, room: int) -> bool:
    """Whether what follows the state has no room beside it: then it has a line of its own."""
    state, below = row.state, row.below
    if not state or not below:
        return False
    left = room - theme.px(_STATE)
    if (len(state) + len(below)) * theme.px(_LETTER) <= left and max(state + below) < "\u2000":
        return False
    wide = lines.width_of(state, _state_font()) + lines.width_of(below, theme.font(theme.META))
    return wide > left


def _apart(row: ShownRow, room: int) -> tuple[str, ...]:
    """The lines of what follows the state, below it."""
    return lines.wrap_evenly(lines.one_line(row.below), theme.font(theme.META), room, 2)


def _state_font() -> QFont:
    return theme.font(theme.META, theme.STRONG)


def _title_font() -> QFont:
    return theme.font(theme.BODY, theme.MEDIUM)


def _action_font() -> QFont:
    return theme.font(14, theme.STRONG)
