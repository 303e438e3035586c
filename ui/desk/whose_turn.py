"""Whose turn it is: face, name, whom they speak for, and how far the round has come."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.face import Face, initials
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, empty, row, widget


class WhoseTurn(QWidget):
    """The head of the card in which somebody answers."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ("", "", "")
        self._face = row()
        self._name = Wrapped("", theme.SECTION, theme.STRONG, most=2)
        self._role = Wrapped("", theme.DETAIL, tone="ink2", most=2)
        self._count = OneLine("", theme.DETAIL, tone="ink2", tabular=True)
        who = widget(column(None, self._name, 1, self._role, None))  # read as one, before the count beside it
        self.setLayout(row(widget(self._face), 14, (who, 1), 12, self._count))

    def show_turn(self, name: str, role: str, *, called: str = "", count: str = "") -> None:
        """Show a name with a line below it; `called` is the person whose initials stand in the face."""
        self._count.setText(count)
        if self._shown == (name, role, called):
            return
        self._shown = (name, role, called)
        empty(self._face)
        self._face.addWidget(Face(initials(called or name), "now", 40, name))
        self._name.setText(name)
        self._role.setText(role)

    def name(self) -> str:
        """Whose turn is shown."""
        return self._name.text()
