"""Where the parts of the desk stand: three columns when wide, two when not, one beside a call."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coalmeet.text import _
from ui import shortcuts, theme
from ui.desk.as_seen import put_all_in_order
from ui.desk.parts import Parts
from ui.desk.scroll import bring_turn
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.labels import OneLine
from ui.widgets.layouts import column, hairline, row, widget
from ui.widgets.scroll_area import ScrollArea

AMPLE, ROOMY, WIDE, MIDDLE = 1480, 1240, 1120, 800  # design pixels of the window's width
LOW = 780  # and of its height: below it what is at hand needs the room of words and notes
BOTH = 900  # and below it an open card needs the room of the notes
FLAT = 640  # below it, as on a screen with text twice as large, little more than title and clock stays above
BROAD = 560  # of the width: from it the large button has room beside the lesser ones in a flat window
MINUTES_LEAST = 180  # of the right column, besides the picture and the notes: heads, margins, and one entry
LEFT, LEFT_MIDDLE, LEFT_SMALL = 304, 276, 256
RIGHT_LARGE, RIGHT, RIGHT_SMALL = 412, 348, 268
WIDE_TOOLS = {
    "consent",
    "vote",
    "workbench",
}  # texts and answers that must be seen whole: the afternoon yields to them
LONG_TOOLS = {"round", "proposal", "temperature", "work_plan"}  # and to these where three columns hardly fit


@dataclass(frozen=True, slots=True)
class Shape:
    """What decides where the parts stand: the size of the window, and in a narrow one the stage of the meeting.

    `brief`: little stands above the tool, at the opening where people come first, and below an alert; `beside`: the
    lesser ways have room in one row with the large button; `titled`: what the call sees has room beside the title.
    """

    narrow: bool
    flat: bool
    broad: bool
    brief: bool
    beside: bool
    titled: bool


class Frame(QWidget):
    """`arrange` moves nothing that people look at: only columns come and go."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.mode = ""
        self._ample, self._compact, self._low, self._size = False, False, False, (False, False)
        self._shape: tuple[str, Shape | None] = ("", None)
        self.ends = OneLine("", theme.META, theme.MEDIUM, "ink2")
        self.hold = verb_button(_("Hold"), "hold", "ghost", size=32)
        self.blank = verb_button(_("Blank"), "blank", "ghost", size=32)
        for line in parts.refusals():
            parts.hands.live.changed.connect(line.clear)  # what was refused is cured, or no longer the matter
        parts.hands.said.connect(self._bring_refusal)
        for changed in (parts.actions.resized, parts.alerts.changed):
            changed.connect(self.reshape, Qt.ConnectionType.QueuedConnection)
        self._head = Head(parts)
        self._left = self._make_left()
        self._centre = self._make_centre()
        self._right = self._make_right()
        work = column(self._head.stages, (row(self._left, (self._centre, 1)), 1))
        body = row((work, 1), self._right)
        self.setLayout(
            column(parts.top, hairline(), parts.alerts, self._head, (body, 1), hairline(), parts.foot)
        )

    def arrange(self, width: int) -> None:
        """Choose the columns by the window's width in logical pixels."""
        mode = "wide" if width >= theme.px(WIDE) else "middle" if width >= theme.px(MIDDLE) else "narrow"
        compact = width < theme.px(ROOMY)
        height = self.window().height()
        self.parts.say.set_low(height < theme.px(LOW))
        self._low, flat = height < theme.px(LOW), height < theme.px(FLAT)
        self._ample, self._compact = width >= theme.px(AMPLE), compact
        self._left.setFixedWidth(theme.px(LEFT if self._ample else LEFT_SMALL if compact else LEFT_MIDDLE))
        for button, verb in ((self.hold, "hold"), (self.blank, "blank")):
            button.set_key("" if compact else shortcuts.shown(verb))
        self.parts.heading.set_narrow(compact or flat)
        self.mode, self._size = mode, (flat, width >= theme.px(BROAD))
        self.parts.alerts.set_tight(mode == "narrow" or flat)
        self.reshape()
        self.parts.clock.buttons.set_compact(compact)
        self.show_left()
        self.show_beside()

    def reshape(self) -> None:
        """Give the parts other places where the size of the window asks for it, or the stage in a narrow one."""
        flat, broad = self._size
        narrow, actions = self.mode == "narrow", self.parts.actions
        shape = Shape(
            narrow,
            flat,
            broad,
            brief=narrow
            and self._low
            and (self.parts.tools.name == "opening" or not self.parts.alerts.isHidden()),
            beside=narrow and flat and broad and actions.has_room(),
            titled=narrow and self.parts.heading.has_beside(self.parts.top.tag.sizeHint().width()),
        )
        if (self.mode, shape) != self._shape:
            self._shape = (self.mode, shape)
            self._set_shape(shape)

    def _set_shape(self, shape: Shape) -> None:
        """Give every part its place: in a flat window beside a call, words above the tool scroll with it."""
        parts, narrow, flat = self.parts, shape.narrow, shape.flat
        parts.actions.set_narrow(narrow and not (flat and shape.broad))
        parts.notes.set_narrow(narrow)
        for other in (
            parts.clock.buttons,
            parts.foot,
        ):  # without the afternoon, the foot says when it all ends
            other.set_narrow(self.mode != "wide", flat=flat)
        self._right.setVisible(not narrow)
        parts.top.setVisible(not narrow)
        parts.clock.face.set_flat(flat=flat or shape.brief, broad=shape.broad)
        parts.heading.set_shape(narrow=narrow, flat=flat, brief=shape.brief, broad=shape.broad)
        (self._tag_place(shape) if narrow else parts.top.slot).addWidget(parts.top.tag)
        (self._under if narrow else self._notes_place).addWidget(parts.notes)
        (self._instead if narrow else self._card_place).addWidget(parts.beside)
        scrolls = narrow and flat
        (parts.tools.first if scrolls else self._say_place).addWidget(self._said)
        (parts.tools.first if scrolls else self._refused_place).addWidget(parts.refusal)
        if scrolls and not shape.beside:
            parts.tools.last.addWidget(parts.actions.lesser)
        else:
            parts.actions.take_lesser()
        if scrolls:
            parts.tools.last.addWidget(parts.steps)
        else:
            self._head.stages.insertWidget(0, parts.steps)
        below = flat or shape.brief
        (parts.tools.last if below else self._head.apart).addWidget(parts.heading.details)
        self._head.arrange(wide=self.mode == "wide" or (flat and not narrow))
        put_all_in_order(self)

    def _bring_refusal(self, sentence: str) -> None:
        """Where it stands among what scrolls, it is seen with its ways out."""
        if sentence:
            line = self.parts.refusal
            # After the tool, which has less room now, has brought whoever is asked into sight.
            QTimer.singleShot(0, self, lambda: bring_turn(self, line, lambda: line))

    def _tag_place(self, shape: Shape) -> QHBoxLayout:
        """What the call sees stands in the foot of a flat window that is broad enough: the title needs its line."""
        return (
            self.parts.foot.slot
            if shape.flat and shape.broad
            else self.parts.heading.slot(beside=shape.titled)
        )

    def show_left(self) -> None:
        """The afternoon has its column when there is room, save before the start: then people come first."""
        tool = self.parts.tools.name
        before = tool == "opening" and self.parts.hands.meeting.current is None
        wants = (not self._ample and tool in WIDE_TOOLS) or (self._compact and tool in LONG_TOOLS)
        yields = before or wants
        beside = self.mode == "wide" and not yields
        self._left.setVisible(beside)
        sides = (14 if beside else 24, 6, 24, 8)
        self._inside.setContentsMargins(*(theme.px(side) for side in sides))

    def follow_now(self) -> None:
        """Keep the line of now in sight, where the afternoon is longer than the window is high."""
        moment = self.parts.hands.live.now()
        self._ruler.ensureVisible(0, round(self.parts.afternoon.place_of(moment)), 0, theme.px(120))

    def show_beside(self) -> None:
        """Make room for an open card: beside the tool, or in its place where there is only one column."""
        opened, narrow = bool(self.parts.beside.name), self.mode == "narrow"
        # A card is made for the width of the wide desk: in less its buttons would be cut at the side.
        usual = RIGHT_LARGE if self._ample else RIGHT if opened or not self._compact else RIGHT_SMALL
        self._right.setFixedWidth(theme.px(usual))
        self._seen.setVisible(not (opened and not narrow))
        self._tool_area.setVisible(not (opened and narrow))
        height, private = self.window().height(), not self.parts.notes.private.isHidden()
        self.parts.notes.set_low(height < theme.px(BOTH if opened else FLAT))
        self._said.setHidden(narrow and private and height < theme.px(LOW))  # the large button needs the room
        tall = height >= theme.px(FLAT)
        self._minutes.setVisible(
            tall and not (self._right.isVisible() and self._right.height() < self._needed())
        )

    def _needed(self) -> int:
        """The height at which the minutes so far lie neither on what the call sees nor on the notes."""
        notes = self.parts.notes
        wanted = notes.heightForWidth(notes.width()) if notes.hasHeightForWidth() else 0
        seen = self.parts.miniature.height() + theme.px(MINUTES_LEAST)
        return seen + max(wanted, notes.minimumSizeHint().height())

    def _make_left(self) -> QWidget:
        self._ruler = scroll = ScrollArea(self.parts.afternoon)
        head = row(OneLine(_("Today"), theme.BODY, theme.STRONG), 8, None, self.ends)
        made = widget(column(head, 8, (scroll, 1), margins=(24, 10, 4, 12)))
        made.setFixedWidth(theme.px(LEFT))
        return made

    def _make_centre(self) -> QWidget:
        parts = self.parts
        self._said = widget(column(parts.say, 8))
        self._say_place = column(self._said)
        self._refused_place = column(parts.refusal)
        self._tool_area = widget(
            column(self._say_place, (parts.tools, 1), 3, self._refused_place, 3, parts.actions)
        )
        self._instead, self._under = QVBoxLayout(), QVBoxLayout()
        self._inside = column((self._tool_area, 1), (self._instead, 1), 8, self._under)
        return widget(self._inside)

    def _make_right(self) -> QWidget:
        head = row((OneLine(_("The call sees"), theme.BODY, theme.STRONG), 1), self.hold, self.blank)
        minutes = OneLine(_("Minutes"), theme.BODY, theme.STRONG)
        self._minutes = widget(column(minutes, 6, (self.parts.feed, 1)))
        self._seen = widget(column(head, 8, self.parts.miniature, 10, (self._minutes, 100), (None, 1)))
        self._card_place, self._notes_place = QVBoxLayout(), QVBoxLayout()
        inside = column(
            (self._seen, 3), (self._card_place, 4), 8, (self._notes_place, 1), margins=(16, 10, 16, 10)
        )
        card = Card(inside, "surface")
        return widget(row(hairline(upright=True), (card, 1)))


class Head(QWidget):
    """Title, clock and its buttons in one row when wide, below each other when not; `stages` stand below."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._top, self._middle = row(gap=16), row(gap=12)
        self.stages = row(parts.steps, None, margins=(20, 4, 24, 0))
        self.apart = column(parts.heading.details)
        self.setLayout(
            column(self._top, 3, self._middle, 1, parts.clock.bar, 4, self.apart, margins=(24, 8, 24, 0))
        )
        self.arrange(wide=True)  # a part that is shown before it has a place would be a window for a moment

    def arrange(self, *, wide: bool) -> None:
        """Put the clock and its buttons beside the title when there is room."""
        parts = self._parts
        self._top.addWidget(parts.heading, 1)
        (self._top if wide else self._middle).addWidget(parts.clock.face, 0 if wide else 1)
        parts.clock.face.digits.setAlignment(Qt.AlignmentFlag.AlignLeading)
        (self._top if wide else self._middle).addWidget(parts.clock.buttons)
