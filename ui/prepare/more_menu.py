"""What is done to a whole agenda now and then: pasted, begun from a template, kept as one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from coalmeet.coalition.plan import Template
from coalmeet.text import _
from ui import icons
from ui.widgets import lines
from ui.widgets.buttons import Button
from ui.widgets.menus import open_below


class MoreMenu(Button):
    """`start_from` and `forget` carry a Template."""

    paste = Signal()
    keep = Signal()
    start_from = Signal(object)
    forget = Signal(object)
    delete_meeting = Signal()

    def __init__(self) -> None:
        super().__init__(icon="ellipsis", spoken=_("More for this agenda"))
        self.choices = QMenu(self)
        self.clicked.connect(lambda: open_below(self.choices, self))
        self.show_templates(())

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Offer these templates."""
        menu = self.choices
        menu.clear()
        pasting = menu.addAction(icons.icon("clipboard-paste", "ink2"), _("Paste an agenda"))
        pasting.triggered.connect(self.paste)
        start = menu.addMenu(icons.icon("layout-list", "ink2"), _("Start from a template"))
        start.setEnabled(bool(templates))
        keeping = menu.addAction(icons.icon("save", "ink2"), _("Keep as a template"))
        keeping.triggered.connect(self.keep)
        forgetting = menu.addMenu(icons.icon("trash-2", "ink2"), _("Forget a template"))
        forgetting.setEnabled(bool(templates))
        for template in templates:
            name = lines.one_line(template.name)[:60].replace("&", "&&")
            start.addAction(name).triggered.connect(lambda _on=False, one=template: self.start_from.emit(one))
            forgetting.addAction(name).triggered.connect(
                lambda _on=False, one=template: self.forget.emit(one)
            )
        menu.addSeparator()
        deleting = menu.addAction(icons.icon("trash-2", "ink2"), _("Delete this meeting"))
        deleting.triggered.connect(self.delete_meeting)
