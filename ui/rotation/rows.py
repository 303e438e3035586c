"""The rotation as a list: the order, who came to the last meetings, the credit as a number beside its bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coalmeet.text import _
from ui import theme
from ui.rotation.look import Came
from ui.widgets import draw, lines, painted_text

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 56
PLACE, SIDE = 44, 12
TIGHT = 430  # below this one, as with large text, there are only names and credit as a number
ROOMY = 180  # with less room for it a name may have three lines
NARROW = 580  # below this width of the list dots and bars are smaller, so that names stay whole


@dataclass(frozen=True, slots=True)
class Widths:
    """The widths of the columns at the end of a row, in design pixels; `dot` is one of the dots, 0 without dots."""

    dots: int
    dot: int
    credit: int
    bar: int


def widths(whole: int, *, dots: bool) -> Widths:
    """The widths that fit a list of so many logical pixels; without `dots` the names have their room."""
    if whole < theme.px(TIGHT):
        return Widths(0, 0, 56, 0)
    found = Widths(112, 16, 52, 60) if whole < theme.px(NARROW) else Widths(136, 20, 56, 112)
    return found if dots else replace(found, dots=0)


@dataclass(frozen=True, slots=True)
class RotationRow:
    """One organisation; `place` is "" for one that is not asked. `credit` is in turns, from −1 to 1 as a rule."""

    id: str
    place: str
    name: str
    people: str
    came: tuple[Came, ...]
    credit: Fraction
    credit_words: str
    remark: str
    first: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader hears."""
        words = {"delegate": _("delegate"), "alternate": _("alternate"), "nobody": _("nobody")}
        came = ", ".join(words[one] for one in self.came)
        credit = _("credit {credit}").format(credit=self.credit_words)
        return ", ".join(part for part in (self.place, self.name, credit, self.remark, came) if part)


class RotationModel(QAbstractListModel):
    """The rows as a Qt model."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[RotationRow, ...] = ()

    def show_rows(self, rows: Sequence[RotationRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


class RotationList(QListView):
    """`chosen` tells the id of the current organisation, `widened` the width of the rows in logical pixels."""

    chosen = Signal(str)
    widened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._model = RotationModel()
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)  # a name may need its second line no more
        self.setMouseTracking(True)
        self.setAccessibleName(_("Rotation"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[RotationRow]) -> None:
        """Show these rows; the current organisation stays current, the first one at the beginning."""
        key = self.current()
        self._model.show_rows(rows)
        at = next((number for number, row in enumerate(rows) if row.id == key), 0)
        if rows:
            self.setCurrentIndex(self._model.index(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.widened.emit(self.viewport().width())

    def choose_first(self) -> None:
        """Make the one to ask first the current one."""
        self.setCurrentIndex(self._model.index(0))

    def current(self) -> str:
        """The id of the current organisation, "" for none."""
        at = self.currentIndex().row()
        return self._model.rows[at].id if 0 <= at < len(self._model.rows) else ""

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.rows[index.row()].id)


class _Painter(QStyledItemDelegate):
    """Paints a row; right to left it is mirrored."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model, high = index.model(), theme.px(HEIGHT)
        if isinstance(model, RotationModel):
            row = model.rows[index.row()]
            width = self._view.viewport().width()
            room = _name_room(width, row)
            more = len(_names(row, room)) + len(_below(row, width, room)) - 2
            high += max(0, more) * int(lines.line_height(_name_font(strong=True)))
        return QSize(theme.px(320), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, RotationModel):
            return
        row = model.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        _paint_ground(painter, option.rect, option.state, last=index.row() == len(model.rows) - 1)
        _Row(painter, option.rect, option.direction == Qt.LayoutDirection.RightToLeft).paint(row)
        painter.restore()


def _paint_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag, *, last: bool) -> None:
    inner, radius = QRectF(area).adjusted(2, 2, -2, -2), theme.px(theme.RADIUS_ROW)
    if not last:
        painter.fillRect(QRectF(area.left() + 8, area.bottom(), area.width() - 16, 1), theme.colour("line"))
    if state & QStyle.StateFlag.State_Selected:
        draw.capsule(painter, inner, "accent_soft", "", radius)
    elif state & QStyle.StateFlag.State_MouseOver:
        draw.capsule(painter, inner, "sunk", "", radius)
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
        painter.setPen(QPen(theme.colour("ink"), 2))
        painter.drawRoundedRect(inner, radius, radius)


def _name_room(width: int, row: RotationRow) -> int:
    """Pixels for the name in a row so wide."""
    at_end = widths(width, dots=bool(row.came))
    return width - theme.px(2 * SIDE + PLACE + at_end.bar + at_end.credit + at_end.dots + 12)


def _names(row: RotationRow, room: float) -> tuple[str, ...]:
    most = 2 if room >= theme.px(ROOMY) else 3
    return lines.wrap_name(row.name, _name_font(strong=row.first), room, most) or ("",)


def _below(row: RotationRow, width: int, room: float) -> tuple[str, ...]:
    """The lines below the name: its people; the remark instead where it has no column."""
    if row.remark and not widths(width, dots=bool(row.came)).dot:
        return (row.remark,)
    return lines.wrap(lines.one_line(row.people), theme.font(theme.META), room, 2) if row.people else ()


def _name_font(*, strong: bool) -> QFont:
    return theme.font(theme.BODY, theme.STRONG if strong else theme.MEDIUM)


class _Row:
    """One row on its area; places are counted from the side where reading begins."""

    def __init__(self, painter: QPainter, area: QRect, backwards: bool) -> None:
        self._painter, self._area, self._backwards = painter, area, backwards

    def paint(self, row: RotationRow) -> None:
        """Paint place and name at the beginning, dots and credit at the end."""
        px, width = theme.px, self._area.width()
        tone = "accent" if row.first else "ink2"
        self._write(
            px(SIDE), px(PLACE), row.place, theme.font(theme.BODY, theme.BOLD, tabular=True), tone, "whole"
        )
        end, at_end = width - px(SIDE), widths(width, dots=bool(row.came))
        bar, credit = end - px(at_end.bar), end - px(at_end.bar + at_end.credit)
        dots = credit - px(at_end.dots)
        name, room = px(SIDE + PLACE), _name_room(width, row)
        tight = not at_end.dot
        bold = theme.STRONG if row.first else theme.REGULAR
        below = _below(row, width, room)
        if tight and row.remark:
            self._write_names(name, room, row, below, theme.font(theme.META, bold), tone)
        else:
            self._write_names(name, room, row, below, theme.font(theme.META), "ink2")
        for at, came in enumerate(() if tight else row.came):
            self._dot(dots + at * px(at_end.dot), px(at_end.dot), came)
        half = "above" if row.remark and not tight else "whole"
        if row.place:
            number = theme.font(theme.BODY, bold, tabular=True)
            self._write(credit, px(at_end.credit), row.credit_words, number, "ink", half)
        if row.place and not tight:
            self._bar(bar, px(at_end.bar), row)
        if not tight:
            place = "below" if row.place else "whole"
            remark = theme.font(theme.META, bold)
            self._write(credit, px(at_end.credit + at_end.bar), row.remark, remark, tone, place)

    def _write_names(
        self, left: float, room: float, row: RotationRow, below: tuple[str, ...], font: QFont, tone: str
    ) -> None:
        """The name, on several lines where it is long, and what stands below it."""
        names, own = _names(row, room), _name_font(strong=row.first)
        high = lines.line_height(own)
        top = (self._area.height() - high * (len(names) + 0.9 * len(below))) / 2
        for at, words in enumerate((*names, *below)):
            place = self._place(left, room, "whole")
            place.setRect(place.left(), self._area.top() + top + at * high, room, high)
            is_below = at >= len(names)
            painted_text.write(
                self._painter,
                place,
                words,
                font if is_below else own,
                tone if is_below else "ink",
                backwards=self._backwards,
            )

    def _place(self, left: float, width: float, part: str) -> QRectF:
        top, height = self._area.top(), self._area.height()
        half = height / 2
        line = theme.px(22)  # close to each other, however high the row is
        spans = {"whole": (0.0, float(height)), "above": (half - line, line), "below": (half, line)}
        above, tall = spans[part]
        at = self._area.left() + left
        if self._backwards:
            at = self._area.left() + self._area.width() - left - width
        return QRectF(at, top + above, width, tall)

    def _write(self, left: float, width: float, text: str, font: QFont, tone: str, part: str) -> None:
        painted_text.write(
            self._painter, self._place(left, width, part), text, font, tone, backwards=self._backwards
        )

    def _dot(self, left: float, width: float, came: Came) -> None:
        square = draw.centred(self._place(left, width, "whole"), theme.px(12))
        if came == "nobody":
            self._painter.setPen(QPen(theme.colour("ink3"), 2))
            middle = square.center().y()
            self._painter.drawLine(QPointF(square.left() + 1, middle), QPointF(square.right() - 1, middle))
        elif came == "alternate":
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(theme.colour("accent"), 2.4))
            self._painter.drawEllipse(square.adjusted(1.2, 1.2, -1.2, -1.2))
        else:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(theme.colour("accent"))
            self._painter.drawEllipse(square)

    def _bar(self, left: float, width: float, row: RotationRow) -> None:
        """Credit to one side of the middle, debt to the other; one turn is a whole half."""
        area = self._place(left, width, "above" if row.remark else "whole")
        track = QRectF(area.left(), area.center().y() - theme.px(4), area.width(), theme.px(8))
        middle = track.center().x()
        reach = float(max(Fraction(-1), min(Fraction(1), row.credit))) * track.width() / 2
        reach = -reach if self._backwards else reach
        with draw.clipped(self._painter, track):
            self._painter.fillRect(track, theme.colour("track"))
            part = QRectF(min(middle, middle + reach), track.top(), abs(reach), track.height())
            self._painter.fillRect(part, theme.colour("accent" if row.first else "ink3"))
        self._painter.fillRect(
            QRectF(middle - 0.5, track.top() - 3, 1, track.height() + 6), theme.colour("ink3")
        )
