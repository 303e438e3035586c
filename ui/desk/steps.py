"""Where a decision stands, in words with ticks: present, clarify, react, amend, consent. The only bar is time."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from coalmeet.meeting.choosing import CHANGES, NOMINATIONS, selection_in
from coalmeet.meeting.deciding import method_of
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.voting import VOTED
from coalmeet.meeting.words import stage
from coalmeet.text import _
from ui import theme
from ui.desk.verb_button import is_desks
from ui.widgets import draw, lines
from ui.widgets.flow import FlowLayout

STAGES = ("presented", "clarifying", "reacting", "amending", "consent")
_LAST = "consent"
CHOOSING = (NOMINATIONS, CHANGES, "candidate", _LAST)  # the stages of choosing a person


def stages_of(proposal: Proposal | None) -> tuple[tuple[str, ...], int]:
    """The stages that are shown, and which of them the proposal is in; one past the last when it is decided."""
    if proposal is None or proposal.stage == "draft":
        return STAGES, 0
    if proposal.method in ("consent", "selection") and (
        proposal.open_objections
        or proposal.stage == "integrating"
        or (proposal.objections and not proposal.decided)
    ):
        names = tuple("integrating" if one == "amending" else one for one in STAGES)
        return names, names.index(_LAST if proposal.stage == _LAST and proposal.locked else "integrating")
    if proposal.decided:
        return STAGES, len(STAGES)
    return STAGES, STAGES.index(_LAST if proposal.stage == _LAST and proposal.locked else _talk(proposal))


def _integrated(proposal: Proposal) -> tuple[str, ...]:
    """Integration was held once an objection ended, or the text was changed; while they are raised it is to come."""
    ended = any(one.ending for one in proposal.objections)
    return ("integrating",) if ended or len(proposal.versions) > 1 else ()


def _last_stage(meeting: Meeting) -> str:
    """What the talk leads to: consent, a vote, or what others decide."""
    method = method_of(meeting, meeting.current) if meeting.current else ""
    return "vote" if method in VOTED else method if method == "delegated" else _LAST


def _choosing(meeting: Meeting, current: Item, shown: Proposal | None) -> int | None:
    """How far the choice of a person has come, among CHOOSING; None where none is chosen."""
    if shown is not None:
        if shown.method != "selection":
            return None
        return len(CHOOSING) if shown.decided else 3 if shown.stage == _LAST and shown.locked else 2
    if selection_in(meeting, current.id) is None:
        return 0 if meeting.kind(current.entry.kind).method == "selection" else None
    if meeting.round is not None:
        return 1 if meeting.round.kind == CHANGES else 0
    return 2 if any(one.kind == CHANGES and one.item == current.id for one in meeting.rounds) else 1


def _talk(proposal: Proposal) -> str:
    return proposal.stage if proposal.stage in STAGES[:-1] else "amending"


class Steps(QWidget):
    """`chosen` tells the stage that was pressed: one may go back to questions at any time."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self._row = FlowLayout(self, gap=0)
        self._words: list[_Word] = []

    def show_meeting(self, meeting: Meeting) -> None:
        """Show where the proposal of the running item stands; hidden where there is none to decide."""
        current = meeting.current
        live = meeting.live_proposal(current.id) if current else None
        decides = current is not None and (live is not None or current.entry.label == "decision")
        decided = [one for one in meeting.proposals_of(current.id) if one.decided] if current else []
        self.setVisible(decides and not meeting.on_break)
        shown = live or (decided[-1] if decided else None)
        if current is not None and not (shown and shown.open_objections):
            choosing = _choosing(meeting, current, shown)
            if choosing is not None:
                self.show_stages(CHOOSING, choosing)
                return
        names, at = stages_of(shown)
        held = (*shown.stages, *_integrated(shown), _LAST) if shown else ()
        left_out = tuple(one for one in names[:at] if one not in held)
        self.show_stages((*names[:-1], _last_stage(meeting)), at, left_out)

    def show_stages(self, names: tuple[str, ...], at: int, left_out: tuple[str, ...] = ()) -> None:
        """Tick those before `at` that were not left out, and tint the one at it."""
        if (names, at, left_out) == self._shown:
            return
        self._shown = (names, at, left_out)
        self._make(len(names))
        for number, (word, name) in enumerate(zip(self._words, names, strict=False)):
            gone = "left_out" if name in left_out else "done"
            word.show_stage(name, gone if number < at else "now" if number == at else "next")

    def _make(self, count: int) -> None:
        """As many words as there are stages; those that are not needed wait out of sight."""
        for number, word in enumerate(self._words):
            word.setVisible(number < count)
        for number in range(len(self._words), count):
            word = _Word(joined=number > 0)
            word.clicked.connect(lambda _checked=False, one=word: self.chosen.emit(one.stage))
            self._words.append(word)
            self._row.addWidget(word)


class _Word(QAbstractButton):
    """One stage, with the short line that joins it to the one before."""

    def __init__(self, *, joined: bool) -> None:
        super().__init__()
        self.stage, self._state, self._joined = "", "next", joined
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_stage(self, name: str, state: str) -> None:
        """Show a stage as done, now or next; or as left out, which anyone present may still ask for."""
        self.stage, self._state = name, state
        self.setText(stage(name))
        states = {
            "done": _("{stage}, done"),
            "now": _("{stage}, now"),
            "next": _("{stage}, to come"),
            "left_out": _("{stage}, left out"),
        }
        self.setAccessibleName(states[state].format(stage=stage(name)))
        self.setEnabled(name in STAGES[:-1])
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._join() + self._wide()), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_desks(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back = self.isRightToLeft()
        if self._joined:
            self._paint_join(painter, back)
        left = 0.0 if back else self._join()
        area = QRectF(left, 1, self.width() - self._join(), self.height() - 2)
        if self._state == "now":
            draw.capsule(painter, area, "accent_soft", "")
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("ink"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), area.height() / 2, area.height() / 2)
        painter.setFont(self._letters())
        painter.setPen(theme.colour({"done": "ink2", "now": "accent"}.get(self._state, "ink3")))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._said())

    def _paint_join(self, painter: QPainter, back: bool) -> None:
        painter.setPen(QPen(theme.colour("ink3" if self._state in {"next", "left_out"} else "accent"), 1.4))
        room, middle = self._join(), self.height() / 2
        start = self.width() - room if back else 0.0
        painter.drawLine(QPointF(start + room * 0.25, middle), QPointF(start + room * 0.75, middle))

    def _join(self) -> float:
        return float(theme.px(20)) if self._joined else 0.0

    def _said(self) -> str:
        return _("✓ {stage}").format(stage=self.text()) if self._state == "done" else self.text()

    def _wide(self) -> float:
        return lines.width_of(self._said(), self._letters()) + (theme.px(26) if self._state == "now" else 4)

    def _letters(self) -> QFont:
        return theme.font(theme.DETAIL, theme.STRONG if self._state == "now" else theme.REGULAR)
