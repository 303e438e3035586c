"""The afternoon as height: a painted list of stretches with a line for now and a dashed one for the agreed end."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from coalmeet.meeting.state import Meeting
from coalmeet.meeting.timing import planned_end
from coalmeet.text import _, clock_time
from ui import theme
from ui.desk import phrases
from ui.desk.stretch_words import (
    ABOVE,
    LINE,
    Said,
    detail_font,
    fits_one_line,
    in_its_direction,
    said_in,
    title_font,
    titled,
)
from ui.desk.timeline import Stretch, stretches
from ui.widgets import lines
from ui.widgets.spoken import Painted

LEAST, TIMES, GAP, EDGE = 26, 52, 3, 10  # design pixels: least height of a stretch, room for times
INSET = 26  # logical pixels at both sides of a title
FOR_TITLES = 0.8  # of the height at most: the rest goes by time
_RANK = {"now": 0, "done": 2, "over": 2, "break": 3}
LOW = 56  # design pixels of height up to which one line stands in the middle
GRAIN = 15_000  # milliseconds: the picture moves in steps that an eye can see


@dataclass(frozen=True, slots=True)
class Picture:
    """What the afternoon shows; two equal pictures need no painting."""

    stretches: tuple[Stretch, ...] = ()
    now: int = 0
    end: int = 0
    zone: str = "UTC"
    late: bool = False


class Afternoon(Painted):
    """`chosen` tells the item that was pressed. Looking at another item never stops the running one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._picture = Picture()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        """Show the afternoon as it stands."""
        coarse = now - now % GRAIN
        end = planned_end(meeting)
        parts = stretches(meeting, coarse)
        late = bool(end) and bool(parts) and parts[-1].until > end + 30_000
        picture = Picture(parts, coarse, end, meeting.time_zone, late)
        if picture != self._picture:
            self._picture = picture
            self.speak(_spoken(meeting, picture, now))
            self.updateGeometry()
            self.update()

    def minimumSizeHint(self) -> QSize:
        count = len(self._picture.stretches)
        return QSize(theme.px(208), theme.px(count * (LEAST + GAP) + 2 * EDGE))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def place_of(self, moment: int) -> float:
        """How far down a moment lies, in pixels; between two items it lies on the line between them."""
        return _Scale(self._picture, self.width(), self.height()).y(moment)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        scale = _Scale(self._picture, self.width(), self.height())
        for at, part in enumerate(self._picture.stretches):
            if scale.tops[at] <= event.position().y() < scale.tops[at + 1]:
                self.chosen.emit(part.item)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._picture.stretches:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = _Scale(self._picture, self.width(), self.height())
        brush = _Brush(painter, self.width(), self.isRightToLeft())
        for at, part in enumerate(self._picture.stretches):
            brush.stretch(part, scale.tops[at], scale.tops[at + 1] - theme.px(GAP), scale)
        _paint_times(brush, self._picture, scale)
        if self._picture.end:
            tone = "last" if self._picture.late else "ink2"
            brush.line(scale.y(self._picture.end), self._time(self._picture.end), tone, dashed=True)
        brush.line(scale.y(self._picture.now), self._time(self._picture.now), "ink", dashed=False)
        lines_across = tuple(scale.y(one) for one in (self._picture.now, self._picture.end) if one)
        for at, part in enumerate(self._picture.stretches):
            brush.words(part, scale.tops[at], scale.tops[at + 1] - theme.px(GAP), lines_across)

    def _time(self, moment: int) -> str:
        return clock_time(moment, self._picture.zone)


def _paint_times(brush: _Brush, picture: Picture, scale: _Scale) -> None:
    """Starts at the left edge, where they do not touch each other or the two lines."""
    room = theme.px(18)
    taken = [scale.y(picture.now)] + ([scale.y(picture.end)] if picture.end else [])
    last = float(-room)
    for at, part in enumerate(picture.stretches):
        y = scale.tops[at] + room * 0.45
        if y - last >= room and all(abs(y - other) >= room for other in taken):
            brush.time(y, clock_time(part.since, picture.zone))
            last = y


class _Scale:
    """From moments to pixels, stretch by stretch: every stretch has room for its title, the rest goes by time."""

    def __init__(self, picture: Picture, width: int, height: int) -> None:
        self._parts, self._end = picture.stretches, picture.end
        lengths = [max(0, part.until - part.since) for part in self._parts]
        spare_ms = max(0, self._end - self._parts[-1].until) if self._parts else 0
        room = height - 2 * theme.px(EDGE)
        least = self._least(width, room)
        per_ms = max(0.0, room - sum(least)) / max(1, sum(lengths) + spare_ms)
        self.tops = [float(theme.px(EDGE))]
        for length, needed in zip(lengths, least, strict=True):
            self.tops.append(self.tops[-1] + needed + length * per_ms)
        self._per_ms = per_ms

    def _least(self, width: int, room: int) -> list[int]:
        """One line each; two for long titles while enough is left to go by time: the running item's first."""
        least = [theme.px(LEAST + GAP)] * len(self._parts)
        more = theme.px(2 * LINE + 3 + GAP) - theme.px(LEAST + GAP)
        left = room * FOR_TITLES - sum(least)
        inner = width - theme.px(TIMES + 8) - INSET
        for at in sorted(range(len(self._parts)), key=lambda at: _RANK.get(self._parts[at].kind, 1)):
            if left >= more and not fits_one_line(self._parts[at], inner):
                least[at] += more
                left -= more
        return least

    def y(self, moment: int) -> float:
        """Pixels from the top."""
        for at, part in enumerate(self._parts):
            if moment < part.until or (moment == part.until and at == len(self._parts) - 1):
                part_of = (moment - part.since) / max(1, part.until - part.since)
                height = self.tops[at + 1] - self.tops[at] - theme.px(GAP)
                return self.tops[at] + height * min(1.0, max(0.0, part_of))
        beyond = moment - (self._parts[-1].until if self._parts else moment)
        return self.tops[-1] + beyond * self._per_ms


class _Brush:
    """Paints the parts of the picture, mirrored where people read from right to left."""

    def __init__(self, painter: QPainter, width: int, back: bool) -> None:
        self._painter, self._width, self._back = painter, width, back

    def _area(self, left: float, top: float, width: float, height: float) -> QRectF:
        return QRectF(self._width - left - width if self._back else left, top, width, height)

    def stretch(self, part: Stretch, top: float, bottom: float, scale: _Scale) -> None:
        """A box with title and detail; its edge is filled as far as time went."""
        left = float(theme.px(TIMES + 8))
        box = self._area(left, top, self._width - left - 1, bottom - top)
        shape, radius = QPainterPath(), theme.px(theme.RADIUS_BUTTON)
        shape.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if part.kind == "break":
            self._painter.setPen(QPen(theme.colour("ink3"), 1, Qt.PenStyle.DotLine))
        else:
            self._painter.fillPath(shape, theme.colour("surface"))
            self._painter.setPen(QPen(theme.colour("ink2" if part.kind == "now" else "line"), 1))
        self._painter.drawPath(shape)
        if part.used:
            self._used(shape, box, (scale.y(part.used) if part.kind == "now" else bottom) - top)

    def words(self, part: Stretch, top: float, bottom: float, across: tuple[float, ...]) -> None:
        """Title and minutes, above the lines of now and of the end: no line strikes through what is read."""
        left = float(theme.px(TIMES + 8))
        box = self._area(left, top, self._width - left - 1, bottom - top)
        inner = box.adjusted(*((INSET - 16, 0, -16, 0) if self._back else (16, 0, 16 - INSET, 0)))
        letters = title_font(now=part.kind == "now")
        said = said_in(titled(part), part.detail, part.short, letters, inner.width(), inner.height())
        spare = (inner.height() - said.height()) / 2
        alone = len(said.title) + len(said.below) == 1 and inner.height() < theme.px(LOW)
        start = inner.top() + (spare if alone else min(spare, theme.px(ABOVE)))
        ground = box.adjusted(10, 0, -1, 0) if not self._back else box.adjusted(1, 0, -10, 0)
        for line in across:
            if top < line < min(bottom, start + said.height() + 2):
                band = QRectF(
                    ground.left(), max(top + 1, line - 3), ground.width(), min(6, bottom - line + 2)
                )
                self._painter.fillRect(band, theme.colour("paper" if part.kind == "break" else "surface"))
        self._write(said, inner, start, letters, part)

    def _write(self, said: Said, inner: QRectF, start: float, letters: QFont, part: Stretch) -> None:
        detail, late = detail_font(), "last" if part.late else "ink2"
        ink = "ink" if part.kind in {"now", "next"} else "ink2"
        area = QRectF(inner.left(), start, inner.width(), theme.px(LINE))
        if said.beside:
            last = area.translated(0, theme.px(LINE) * (len(said.title) - 1))
            self._line(last, said.beside, detail, late, end=True)
        for words, font, tone in (
            *((one, letters, ink) for one in said.title),
            *((one, detail, late) for one in said.below),
        ):
            self._line(area, words, font, tone)
            area.translate(0, theme.px(LINE))

    def _line(self, area: QRectF, words: str, font: QFont, tone: str, *, end: bool = False) -> None:
        self._painter.setFont(font)
        self._painter.setPen(theme.colour(tone))
        shown = in_its_direction(lines.elided(words, font, area.width() + 1))
        self._painter.drawText(area, int(self._side(end) | Qt.AlignmentFlag.AlignVCenter), shown)

    def _used(self, shape: QPainterPath, box: QRectF, height: float) -> None:
        edge = QPainterPath()
        wide = theme.px(6)
        edge.addRect(QRectF(box.right() - wide if self._back else box.left(), box.top(), wide, height))
        self._painter.fillPath(shape.intersected(edge), theme.colour("accent"))

    def _side(self, end: bool) -> Qt.AlignmentFlag:
        right = end != self._back
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    def time(self, y: float, words: str, weight: int = theme.REGULAR, tone: str = "ink2") -> None:
        """A time of day beside the boxes."""
        area = self._area(0, y - theme.px(10), theme.px(TIMES - 6), theme.px(20))
        self._painter.setFont(theme.font(theme.META, weight, tabular=True))
        self._painter.setPen(theme.colour(tone))
        self._painter.drawText(area, int(self._side(True) | Qt.AlignmentFlag.AlignVCenter), words)

    def line(self, y: float, words: str, tone: str, *, dashed: bool) -> None:
        """A line across the afternoon with its time."""
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        self._painter.setPen(QPen(theme.colour(tone), 1.5 if dashed else 2, style))
        span = self._area(theme.px(TIMES), y, self._width - theme.px(TIMES) - 2, 0)
        self._painter.drawLine(QPointF(span.left(), y), QPointF(span.right(), y))
        self.time(y, words, theme.STRONG if dashed else theme.BOLD, tone)


def _spoken(meeting: Meeting, picture: Picture, now: int) -> str:
    running = next((part.title for part in picture.stretches if part.kind == "now"), "")
    coming = [part.title for part in picture.stretches if part.kind in {"next", "break"}]
    ending = phrases.ends(meeting, now)[0]
    if running:
        words = _("The afternoon: now {title}, then {count} more items; {ends}")
        return words.format(title=running, count=len(coming), ends=ending)
    return _("The afternoon: {count} items to come; {ends}").format(count=len(coming), ends=ending)
