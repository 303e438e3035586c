"""Where the file lies: its name, its folder, and when something was last saved in it."""

from __future__ import annotations

from coalmeet.text import _
from ui import theme
from ui.keeping.section import Section, size_words
from ui.widgets.labels import OneLine, Wrapped


class PlaceSection(Section):
    """The whole coalition is this one file."""

    def __init__(self) -> None:
        self.name = OneLine("", theme.BODY, theme.STRONG)
        self.folder, self.amount = Wrapped("", 14, tone="ink2"), OneLine("", 14, tone="ink2")
        line = _("Everything about the coalition is in it. Whoever has it, has it all.")
        super().__init__(_("Where it lies"), line, self.name, 2, self.folder, 2, self.amount)

    def refresh(self) -> None:
        path = self.book.path
        self.name.setText(path.name)
        self.folder.setText(_("in {folder}").format(folder=path.parent))
        self.amount.setText(size_words(path.stat().st_size if path.exists() else 0))
