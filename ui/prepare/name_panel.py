"""The name under which an agenda is kept as a template."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.text import _
from ui.widgets.buttons import Button
from ui.widgets.fields import Field
from ui.widgets.inputs import Line
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row


class NamePanel(QWidget):
    """`named` carries the name, `left` closes the panel."""

    named = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = Line()
        self.keep = Button(_("Keep it"), "tint")
        cancel = Button(_("Close"), "ghost")
        says = Wrapped(
            _("Items, labels, timeboxes and outcomes are kept; proposals and private notes are not."),
            tone="ink2",
        )
        self.setLayout(
            column(
                Field(_("Name of the template"), self.name), 12, says, 16,
                row(cancel, None, self.keep), None, margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        cancel.clicked.connect(self.left)
        self.keep.clicked.connect(self._tell)
        self.name.returnPressed.connect(self._tell)

    def begin(self, name: str) -> None:
        """Offer a name to change or keep."""
        self.name.setText(name)
        self.name.selectAll()
        self.name.setFocus()

    def _tell(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self.named.emit(name)
        else:
            self.name.setFocus()
