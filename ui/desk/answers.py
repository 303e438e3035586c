"""Who has answered, never what, until the facilitator wants to see it; only the last answer shows, to be taken back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from coalmeet.meeting import turns
from coalmeet.meeting.consent import answers_missing
from coalmeet.meeting.proposal import Answer, Proposal
from coalmeet.meeting.publish_talk import initials
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.words import answer
from coalmeet.text import _, ngettext
from ui import theme
from ui.desk.hands import Hands
from ui.desk.scroll import bring_turn
from ui.desk.verb_button import is_desks, verb_button
from ui.widgets import draw
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, empty, row, widget
from ui.widgets.tips import tip


class Answers(QWidget):
    """`chosen` tells an organisation whose face was pressed: it is asked now, or again."""

    chosen = Signal(str)

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands
        self._open = False
        self._shown: object = None
        self.see = verb_button(_("See the answers"), "answers", "ghost", size=30)
        self.see.clicked.connect(self.toggle)
        self._row = QWidget()
        self._flow = FlowLayout(self._row, gap=8)
        self._faces: dict[str, FaceButton] = {}
        self._last = Wrapped("", theme.DETAIL)
        back = verb_button(_("Take back"), "take_back", "ghost", size=26)
        back.clicked.connect(lambda: hands.act(hands.live.take_back))
        self._last_row = widget(row((self._last, 1), 8, back))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(4))
        self._said = widget(self._list)
        see = column(3, self.see, None)
        self.setLayout(column(self._last_row, row((self._row, 1), 8, see), self._said))

    def show_meeting(self, meeting: Meeting, live: Proposal, asked: str) -> None:
        """Show who has answered the version on the table."""
        shown = (live, asked, meeting.voices, meeting.round, self._open)
        if shown == self._shown:
            return
        self._shown = shown
        given = [one for one in live.answers if one.version == live.version]
        done = len(meeting.voices) - len(answers_missing(meeting, live))
        words = ngettext("{count} has answered", "{count} have answered", done)
        self._row.setAccessibleName(words.format(count=done))  # to see, the faces and the card above say it
        self.see.setVisible(bool(given))
        self.see.setText(_("Hide the answers") if self._open else _("See the answers"))
        self._said.setVisible(self._open)
        self._show_last(meeting, given)
        self._show_faces(meeting, live, asked)
        self._show_list(meeting, given)

    def toggle(self) -> None:
        """Show or hide what was answered."""
        self._open = not self._open
        current = self.hands.meeting.current
        live = self.hands.meeting.live_proposal(current.id) if current else None
        asked = self._shown[1] if isinstance(self._shown, tuple) else ""
        if live is not None:
            self.show_meeting(self.hands.meeting, live, asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was asked for comes into sight, from the faces on, which show the answers now."""
        super().resizeEvent(event)
        if self._open:
            bring_turn(self, self._row, lambda: self._said)

    def is_open(self) -> bool:
        """Whether the answers are shown."""
        return self._open

    def last(self) -> QWidget:
        """Where the last answer stands, to be taken back; before the first answer, the faces."""
        return self._row if self._last_row.isHidden() else self._last_row

    def _show_last(self, meeting: Meeting, given: list[Answer]) -> None:
        self._last_row.setVisible(bool(given))
        if given:
            last = given[-1]
            words = _("Last: {organisation}, {answer}")
            name, said = meeting.name_of(last.organisation), answer(last.answer).lower()
            self._last.setText(words.format(organisation=name, answer=said))

    def _show_faces(self, meeting: Meeting, live: Proposal, asked: str) -> None:
        order = meeting.round.order if meeting.round else ()
        shown = tuple(dict.fromkeys((*order, *meeting.voices)))
        if tuple(self._faces) != shown:
            empty(self._flow)
            self._faces = {one: FaceButton(_letters(meeting, one)) for one in shown}
            for organisation, face in self._faces.items():
                face.clicked.connect(lambda _checked=False, one=organisation: self.chosen.emit(one))
                self._flow.addWidget(face)
        for organisation, face in self._faces.items():
            said = live.answer_of(organisation)
            state = "answered" if said else "now" if organisation == asked else "waiting"
            if organisation not in meeting.voices:
                state = "away"
            face.show_state(
                said.answer if said and self._open else state, _spoken(meeting, organisation, state)
            )

    def _show_list(self, meeting: Meeting, given: list[Answer]) -> None:
        empty(self._list)
        for one in given if self._open else ():
            name = meeting.name_of(one.organisation)
            words = _("{organisation}: {answer}").format(organisation=name, answer=answer(one.answer))
            self._list.addWidget(Wrapped(words, theme.DETAIL, theme.MEDIUM))
            if one.text:
                self._list.addWidget(Wrapped(one.text, theme.DETAIL, tone="ink2"))


class FaceButton(QAbstractButton):
    """A face that can be pressed."""

    def __init__(self, letters: str) -> None:
        super().__init__()
        self._letters, self._state = letters, "waiting"
        self.setFixedSize(QSize(theme.px(36), theme.px(36)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_state(self, state: str, spoken: str) -> None:
        """Show how the voice stands."""
        self.setAccessibleName(spoken)
        self.setToolTip(tip(spoken))
        if state != self._state:
            self._state = state
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_desks(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect()).adjusted(2, 2, -2, -2)
        draw.face(painter, area, self._letters, self._state)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("ink"), 2))
            painter.drawEllipse(area.adjusted(-1, -1, 1, 1))


def _letters(meeting: Meeting, organisation: str) -> str:
    return initials(turns.speaker(meeting, organisation) or meeting.name_of(organisation))


def _spoken(meeting: Meeting, organisation: str, state: str) -> str:
    states = {
        "answered": _("{name}, has answered"),
        "now": _("{name}, is asked now"),
        "away": _("{name}, not here"),
    }
    return states.get(state, _("{name}, not asked yet")).format(name=meeting.name_of(organisation))
