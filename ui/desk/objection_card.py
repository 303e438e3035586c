"""One objection with its reason, its ground and its name or not: a gift, in a plain card with an ink edge."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from coalmeet.meeting import turns
from coalmeet.meeting.moves import consent
from coalmeet.meeting.moves.consent import GROUNDS
from coalmeet.meeting.proposal import Objection
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.words import ending, ground
from coalmeet.text import _
from ui import theme
from ui.desk.as_seen import put_in_order
from ui.desk.hands import Hands
from ui.desk.line_field import LineField
from ui.widgets.card import Card
from ui.widgets.fields import Choice, Tick
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, row, widget

SIDE_BY_SIDE = 480  # design pixels from which reason and ground, and title and name, share a row


class ObjectionCard(Card):
    """On the bench its fields are open; otherwise it is one line to press."""

    chosen = Signal()

    def __init__(self, hands: Hands, objection: str) -> None:
        self.hands, self._id = hands, objection
        self._title = OneLine("", theme.BODY, theme.STRONG)
        self._standing = OneLine("", theme.DETAIL, theme.MEDIUM)
        self._who = OneLine("", theme.DETAIL, tone="ink2")
        self._said = Wrapped("", theme.DETAIL, tone="ink2", most=2)
        self.reason = LineField()
        self.reason.setPlaceholderText(_("Reason, in their words"))
        self.reason.setAccessibleName(_("Reason, in their words"))
        self.ground = Choice()
        self.ground.setAccessibleName(_("The ground"))
        for code in ("", *(one for one in GROUNDS if one)):
            self.ground.addItem(ground(code) if code else _("ground"), code)
        self.named = Tick(_("may be named"))
        self._sides = row((self.reason, 1), self.ground, gap=8)
        self._fields = widget(self._sides)
        self._beside, self._under = row(), row()  # beside a call whose it is stands below, to be read whole
        who = row((self._beside, 100), (None, 1))
        head = row(Icon("hand", "ink"), 10, (self._title, 0), 10, (who, 1), 8, self.named, self._standing)
        super().__init__(column(head, self._under, self._said, 6, self._fields, margins=(16, 5, 14, 8)))
        self._arrange(wide=True)
        self.reason.editingFinished.connect(self._keep)
        self.ground.activated.connect(lambda _row: self._keep())
        self.named.clicked.connect(lambda _on: self._keep())

    def show_objection(
        self, meeting: Meeting, objection: Objection, number: int, count: int, *, on_bench: bool
    ) -> None:
        """Show how it stands."""
        self.set_ground("ink_card" if on_bench else "card")
        words = _("Objection {number} of {count}").format(number=number, count=count)
        self._title.setText(words if count > 1 else _("Objection"))
        self._standing.setText(ending(objection.ending))
        # Where people have the voices, the objector is a person: then whom they belong to stands first.
        name = meeting.name_of(turns.organisation_of(meeting, objection.organisation))
        speaker = turns.speaker(meeting, objection.organisation)
        self._who.setText(
            _("{organisation}, {name}").format(organisation=name, name=speaker) if speaker else name
        )
        self._said.setText(objection.reason)
        self._said.setVisible(bool(objection.reason) and not on_bench)
        self._fields.setVisible(on_bench)
        self.named.setVisible(on_bench)
        self._standing.setVisible(not on_bench)
        if not self.reason.hasFocus():
            self.reason.setText(objection.reason)
            self.reason.setCursorPosition(0)  # a long one is read from its beginning
        self.ground.setCurrentIndex(max(0, self.ground.findData(objection.ground)))
        self.named.setChecked(objection.named)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(wide=self.width() >= theme.px(SIDE_BY_SIDE))

    def _arrange(self, *, wide: bool) -> None:
        (self._beside if wide else self._under).addWidget(self._who)
        sides = QBoxLayout.Direction
        self._sides.setDirection(sides.LeftToRight if wide else sides.TopToBottom)
        self.ground.setMaximumWidth(theme.px(230) if wide else self.width())
        put_in_order(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit()

    def _keep(self) -> None:
        """The group helped to find words: they are kept as soon as the field is left."""
        known = self._known()
        reason, code = self.reason.text().strip(), str(self.ground.currentData())
        told = (reason, code, self.named.isChecked())
        if known is not None and told != (known.reason, known.ground, known.named):
            self.hands.do(consent.understand, self._id, *told)

    def _known(self) -> Objection | None:
        return next(
            (
                one
                for proposal in self.hands.meeting.proposals
                for one in proposal.objections
                if one.id == self._id
            ),
            None,
        )
