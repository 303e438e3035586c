"""A field in which two letters name somebody who is here: below it whom they mean, Enter takes the first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.meeting import finding
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.words import asking_kind
from coalmeet.text import _
from ui import theme
from ui.desk.line_field import LineField
from ui.desk.verb_button import verb_button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, empty

MOST = 4  # names that are offered


class PersonField(QWidget):
    """`chosen` tells a person and the kind of point; `entered` that Enter was pressed with nothing typed.

    With `kinds` a digit after the letters says the kind: "ro2" is a reply of Rosa; with `absent` the letters may mean
    somebody who is not here, with `everybody` an interpreter too.
    """

    chosen = Signal(str, str)
    entered = Signal()

    def __init__(
        self,
        meeting: Callable[[], Meeting],
        spoken: str,
        *,
        kinds: bool = False,
        absent: bool = False,
        everybody: bool = False,
    ) -> None:
        super().__init__()
        self._meeting, self._kinds, self._absent, self._everybody = meeting, kinds, absent, everybody
        self.box = LineField()
        self.box.setPlaceholderText(_("Two letters of a name"))
        self.box.setAccessibleName(spoken)
        self._names = FlowLayout(gap=6)
        self._nobody = Wrapped("", theme.META, tone="ink2")
        self._nobody.hide()
        self.setLayout(column(self.box, 6, self._nobody, self._names))
        self.box.textChanged.connect(self._offer)
        self.box.returnPressed.connect(self._enter)

    def clear(self) -> None:
        """Nothing is typed any more."""
        self.box.clear()

    def offered(self) -> tuple[str, ...]:
        """Ids of those whom the letters may mean now."""
        return self._found()[0]

    def _found(self) -> tuple[tuple[str, ...], str]:
        typed, meeting = self.box.text(), self._meeting()
        if self._kinds:
            return finding.asked(meeting, typed)
        return finding.found(meeting, typed, absent=self._absent, everybody=self._everybody), "new"

    def _offer(self) -> None:
        people, kind = self._found()
        meeting = self._meeting()
        empty(self._names)
        for place, person in enumerate(people[:MOST]):
            name = meeting.name_of(person)
            words = name if kind == "new" else f"{name} · {asking_kind(kind)}"
            button = verb_button(words, kind="tint" if not place else "plain", size=34)
            if not place:
                button.set_key(_("Enter"))
            button.clicked.connect(lambda _checked=False, one=person: self._take(one, kind))
            self._names.addWidget(button)
        self._nobody.setText(self._why_nobody())
        self._nobody.setVisible(not people and bool(self.box.text().strip()))

    def _why_nobody(self) -> str:
        interprets = finding.interpreting(self._meeting(), self.box.text())
        if interprets:
            return _("{name} interprets: type a name of whoever is heard through them.").format(
                name=interprets
            )
        return _("Nobody has these letters.") if self._absent else _("Nobody here has these letters.")

    def _enter(self) -> None:
        people, kind = self._found()
        if people:
            self._take(people[0], kind)
        elif not self.box.text().strip():
            self.entered.emit()

    def _take(self, person: str, kind: str) -> None:
        self.box.clear()
        self.chosen.emit(person, kind)
        if self.box.isVisible():  # else whoever heard it has put another field in its place
            self.box.setFocus()
