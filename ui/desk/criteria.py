"""For a critical decision: how one sees that it works, when it stops, who must be told. Asked, never demanded."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from coalmeet.meeting.moves import terms
from coalmeet.meeting.proposal import Proposal
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands
from ui.desk.line_field import LineField
from ui.widgets import lines
from ui.widgets.fields import Field
from ui.widgets.layouts import row

AROUND = 44  # design pixels beside what is written in a field
SIDE_BY_SIDE = 500  # design pixels from which all three stand beside each other


class Criteria(QWidget):
    """Three lines that are kept as soon as they are left; hidden for kinds that are not critical."""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands
        self._decided = ""
        self.success, self.stop_if, self.tell = LineField(), LineField(), LineField()
        for field in (self.success, self.stop_if, self.tell):
            field.setPlaceholderText(_("nobody said yet"))
            field.editingFinished.connect(self._keep)
        watched = row(
            (Field(_("It works if"), self.success), 1), 12, (Field(_("It stops if"), self.stop_if), 1)
        )
        self._fields_row = row(
            (watched, 2), 12, (Field(_("Who must be told"), self.tell), 1), margins=(0, 0, 0, 12)
        )
        self.setLayout(self._fields_row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """All three beside each other where there is room, as long as what is written in them can be read whole."""
        sides, room = QBoxLayout.Direction, self.width() / 3 - theme.px(AROUND)
        wanted = max(lines.width_of(field.text(), field.font()) for field in self._fields())
        wide = self.width() >= theme.px(SIDE_BY_SIDE) and wanted <= room
        self._fields_row.setDirection(sides.LeftToRight if wide else sides.TopToBottom)

    def show_decision(self, found: Proposal, *, adopted: bool) -> None:
        """Show what is known of a decision."""
        self._decided = found.id
        self.setVisible(adopted and (found.ruled_by.critical or bool(found.success or found.stop_if)))
        for field, said in zip(self._fields(), (found.success, found.stop_if, found.tell), strict=True):
            if not field.hasFocus() and field.text() != said:
                field.setText(said)
                field.setCursorPosition(0)  # read from its beginning, where it is longer than the field
        self._arrange()

    def _fields(self) -> tuple[LineField, LineField, LineField]:
        return self.success, self.stop_if, self.tell

    def _keep(self) -> None:
        found = self.hands.meeting.proposal(self._decided)
        said = tuple(field.text().strip() for field in self._fields())
        if found is not None and said != (found.success, found.stop_if, found.tell):
            self.hands.do(terms.set_criteria, found.id, *said)
