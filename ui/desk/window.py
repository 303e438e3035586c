"""The desk: the facilitator's window while a meeting is going on. It follows the meeting and never blocks it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from coalmeet.meeting.moves import proposals
from coalmeet.meeting.say import say
from coalmeet.text import _
from ui import theme
from ui.desk import keyboard, phrases, watch, watch_people
from ui.desk.action_row import fit_keys
from ui.desk.announcing import Announcer
from ui.desk.cards.entries import EntriesCard
from ui.desk.clock_row import goes_on
from ui.desk.frame import Frame
from ui.desk.hints import hints
from ui.desk.key_labels import label_keys
from ui.desk.miniature import Shared
from ui.desk.parts import Parts
from ui.desk.tab_order import step_tab
from ui.desk.tool import Verbs
from ui.desk.tools.opening import Opening
from ui.desk.unsaved import may_leave
from ui.desk.ways import look_at, ways
from ui.live import LiveMeeting
from ui.widgets.layouts import column, settle_layouts, widget
from ui.widgets.palette import Palette

TITLE_BAR = 32  # logical pixels that the system keeps for the window's title


class DeskWindow(QMainWindow):  # a plain widget would be no window to a screen reader
    """`left` tells that the facilitator is done with the desk: the meeting is closed, or the window was."""

    left = Signal()

    def __init__(self, live: LiveMeeting, share: Shared | None = None) -> None:
        super().__init__()
        self.live, self.share = live, share
        self._blank = False
        self.parts = Parts(live, share)
        self.frame = Frame(self.parts)
        self.setAnimated(False)  # nothing here moves by itself
        self.setCentralWidget(widget(column(self.frame)))
        self.setWindowTitle(_("{meeting} – Coalmeet").format(meeting=live.meeting.title or _("Meeting")))
        room = self.screen().availableSize() - QSize(0, TITLE_BAR)  # however large somebody wants the text
        self.setMinimumSize(QSize(theme.px(480), theme.px(560)).boundedTo(room))
        self.resize(QSize(theme.px(1280), theme.px(800)).boundedTo(room))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._announcer, self._quarter, self.finder = Announcer(self), watch.LastQuarter(), Palette(self)
        _connect(self)
        self.refresh()
        if live.moves:
            self.show_saved(live.moves[-1].at)
        self.setFocus()  # so that the first key is a verb, and no button's

    def refresh(self) -> None:
        """After a move: every part compares what it shows, and only those redraw that show something else."""
        meeting, now, parts = self.live.meeting, self.live.now(), self.parts
        parts.top.show_meeting(meeting)
        parts.heading.show_meeting(meeting)
        parts.clock.show_meeting(meeting, now)
        parts.steps.show_meeting(meeting)
        parts.stake.show_meeting(meeting)
        parts.before.show_meeting(meeting)
        parts.tools.show_meeting(meeting, now)
        parts.notes.show_meeting(meeting)
        parts.feed.show_meeting(meeting)
        parts.beside.show_meeting(meeting, now)
        parts.foot.show_keys(hints(parts.tools.name, parts.hands.on_the_table))
        watch.say_news(parts.alerts, parts.hands)
        watch_people.say_lines(parts.alerts, parts.hands)
        parts.stand_ins.say(parts.alerts)
        self._announcer.follow(meeting)
        self.tick()
        settle_layouts()
        self.frame.follow_now()

    def tick(self) -> None:
        """After a second: only what a clock moves."""
        meeting, now, parts = self.live.meeting, self.live.now(), self.parts
        parts.clock.show_now(meeting, now)
        parts.afternoon.show_meeting(meeting, now)
        parts.top.show_now(meeting, now)
        parts.foot.show_meeting(meeting, now)
        words, tone = phrases.ends(meeting, now)
        self.frame.ends.setText(words)
        self.frame.ends.set_tone(tone)
        for shown in (parts.tools.tool, parts.beside.card):
            if shown is not None:
                shown.show_now(meeting, now)
        self.restate()
        self._announcer.follow_clock(parts.clock.reading(), parts.thresholds.look(meeting, now))
        watch_people.say_quorum(parts.alerts, meeting, now, lambda: self.open_card("agenda"))
        self._quarter.look(parts.alerts, self.parts.hands, now, lambda: self.open_card("quarter"))
        self.show_call()

    def show_call(self) -> None:
        """What the call sees, in a word and as a miniature."""
        view, share = self.live.view, self.share
        minimised = share is not None and share.isMinimized()
        self.parts.top.show_call(
            view,
            held=self.live.holding,
            blank=self._blank,
            minimised=minimised,
            rehearsal=self.live.rehearsal,
        )
        if self.isVisible() and share is not None:
            watch.say_share(self.parts.alerts, share)
        self.frame.hold.set_kind("tint" if self.live.holding else "ghost")
        self.frame.blank.set_kind("tint" if self._blank else "ghost")
        self.parts.miniature.show_view(view)

    def restate(self) -> None:
        """What the large button does now; it steps back while a card has one of its own."""
        tool, beside = self.parts.tools.tool, self.parts.beside
        if tool is not None:
            step = tool.step()
            self.parts.actions.show_steps(step, tool.others(), quiet=beside.step() is not None)
            spare = (step is not None and step.icon == "skip-forward") or not goes_on(self.live.meeting)
            self.parts.clock.buttons.spare_next(spare)
            self.parts.foot.spare_next(spare)
        meeting = self.live.meeting
        usual = () if meeting.closed_at else say(meeting, self.live.now())
        said = (place.says() for place in (beside.card, tool) if place is not None)
        self.parts.say.show_sentences(next(filter(None, said), usual))
        self.frame.reshape()
        self.frame.show_left()
        self.frame.show_beside()
        _label_keys(self)

    def open_card(self, name: str) -> None:
        """Open a card beside the tool, or put it away; who is here needs no second list at the opening."""
        tool = self.parts.tools.tool
        if name == "attendance" and isinstance(tool, Opening):
            self.parts.beside.close_card()
            tool.attendance.add.box.setFocus()
            return
        self.parts.beside.open_card(name, self.live.meeting, self.live.now())

    def press(self, verb: str) -> bool:
        """Do what a key or a button means here; False when it means nothing now."""
        return keyboard.press(self, verb)

    def own_verbs(self) -> Verbs:
        """What the keys do to the window itself."""
        parts = self.parts
        return {
            **parts.stake.verbs(),
            **parts.before.verbs(),
            "note": parts.notes.write,
            "private_note": parts.notes.open_private,
            "other_words": parts.say.say_otherwise,
            "hold": lambda: self.live.hold(not self.live.holding),
            "blank": self.turn_blank,
            "copy_text": self.copy_text,
            "full_screen": lambda: watch.fill_screen(self.parts.alerts, self.share),
            "dismiss": lambda: self.open_card(""),
            "find": lambda: self.finder.open_with(ways(self)),
        }

    def turn_blank(self) -> None:
        """Show the call an empty page, or the meeting again."""
        self._blank = not self._blank
        if self.share is not None:
            self.share.blank(self._blank)
        self.show_call()
        self.parts.miniature.take()

    def copy_text(self) -> None:
        """What the call sees as plain text, for its chat."""
        if self.share is not None:
            QGuiApplication.clipboard().setText(self.share.accessibleName())
            self.parts.foot.say(_("Copied what the call sees, as text"))

    def show_saved(self, wall: object) -> None:
        """Say when something was saved last: milliseconds since 1970 UTC."""
        self.parts.foot.show_saved(int(str(wall)), self.live.meeting.time_zone)

    def show_gap(self, since: object, until: object) -> None:
        """Say that the laptop slept, and offer to count it."""
        watch.say_gap(self.parts.alerts, self.parts.hands, int(str(since)), int(str(until)))

    def keep_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """A control that goes away hands the focus to the desk, never to whatever comes next in the order."""
        gone = old is not None and self.isAncestorOf(old) and not (old.isVisible() and old.isEnabled())
        stray = new is None or (new is not self and self.isAncestorOf(new))
        if gone and stray and self.isActiveWindow():
            self.setFocus()
        _label_keys(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keyboard.take_key(self, event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        parts, frame = self.parts, self.frame
        first = (parts.tools, parts.actions, parts.beside, parts.notes, parts.say, frame.hold, frame.blank)
        return step_tab((*first, self.frame), forward=forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.arrange(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not may_leave(self):
            event.ignore()
            return
        super().closeEvent(event)
        self.left.emit()


def _label_keys(desk: DeskWindow) -> None:
    writing = keyboard.written_in(desk) is not None
    label_keys((desk.parts.tools, desk.parts.actions, desk.parts.beside), writing=writing)
    fit_keys(desk.parts.actions.lesser, desk.parts.actions.room())


def _connect(desk: DeskWindow) -> None:
    """Who tells whom: the live meeting the desk, its parts the desk, the desk the live meeting."""
    live, parts = desk.live, desk.parts
    live.changed.connect(desk.refresh)
    live.ticked.connect(desk.tick)
    live.held.connect(desk.show_call)
    # Methods of the desk, not lambdas: the connection ends when the desk does, while the meeting may live on.
    live.saved.connect(desk.show_saved)
    live.slept.connect(desk.show_gap)
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.focusChanged.connect(desk.keep_focus)
    for part in (parts.top, parts.clock.buttons, parts.foot, parts.beside):
        part.pressed.connect(desk.press)
    parts.actions.pressed.connect(lambda verb: keyboard.press_button(desk, verb))
    desk.frame.hold.clicked.connect(lambda: desk.press("hold"))
    desk.frame.blank.clicked.connect(lambda: desk.press("blank"))
    parts.tools.opens.connect(desk.open_card)
    parts.notes.turned.connect(desk.frame.show_beside)
    parts.tools.restated.connect(desk.restate)
    parts.beside.turned.connect(desk.restate)
    parts.beside.restated.connect(desk.restate)
    parts.afternoon.chosen.connect(lambda item: look_at(desk, item))
    parts.feed.chosen.connect(lambda move, index: _put_right(desk, move, index))
    parts.steps.chosen.connect(lambda stage: parts.hands.do(proposals.reach, stage))
    parts.closed.left.connect(desk.close)


def _put_right(desk: DeskWindow, move: str, index: int) -> None:
    """The earlier entries, with the one that was pressed in the minutes open."""
    if desk.parts.beside.name != "entries":
        desk.open_card("entries")
    card = desk.parts.beside.card
    if isinstance(card, EntriesCard):
        card.open_entry(move, index)
