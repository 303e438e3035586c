"""An agenda pasted as text, table or Markdown: what was understood is shown before it counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coalmeet.exchange.agenda_text import read_agenda
from coalmeet.exchange.drafts import ItemDraft, PastedAgenda
from coalmeet.meeting import words
from coalmeet.text import _, ngettext
from ui import theme
from ui.widgets import draw
from ui.widgets.buttons import Button
from ui.widgets.inputs import Lines
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row
from ui.widgets.rows import Row, RowList


class PastePanel(QWidget):
    """`added` carries the items that were found, `left` closes the panel."""

    added = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = Lines()
        self.text.setPlaceholderText(_example())
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(theme.px(88))
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.text.setAccessibleName(_("An agenda from elsewhere"))
        self.text.textChanged.connect(self._read)
        self.found = RowList(_("Items found"))
        self.add_button = Button(_("Put them on the agenda"), "tint")
        self._count = OneLine("", theme.BODY, theme.STRONG)
        self._left_out = Wrapped("", theme.META, tone="ink2", most=3)
        self._people: tuple[str, ...] = ()
        self._pasted = PastedAgenda(())
        cancel = Button(_("Close"), "ghost")
        cancel.clicked.connect(self.left)
        self.add_button.clicked.connect(self._add)
        self.setLayout(
            column(
                OneLine(_("An agenda from elsewhere"), theme.META, theme.STRONG, "ink2"), 6, (self.text, 2), 12,
                self._count, 4, (self.found, 4), 4, self._left_out, 12,
                row(cancel, None, self.add_button),
                margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        self._read()

    def begin(self, people: Sequence[str], text: str = "") -> None:
        """Start with this text; people are names to recognise as presenters."""
        self._people = tuple(people)
        self.text.setPlainText(text)
        self.text.setFocus()

    def _read(self) -> None:
        typed = self.text.toPlainText()
        self._pasted = read_agenda(typed, self._people) if typed.strip() else PastedAgenda(())
        items = self._pasted.items
        count = len(items)
        self.found.show_rows([_row(number, item) for number, item in enumerate(items)])
        self._count.setText(ngettext("{count} item found", "{count} items found", count).format(count=count))
        left_out = self._pasted.left_out
        said = _("Left out: {lines}").format(lines=" · ".join(left_out)) if left_out else ""
        self._left_out.setText(said)
        self._left_out.setVisible(bool(left_out))
        self.add_button.setEnabled(bool(items))

    def _add(self) -> None:
        self.added.emit(self._pasted.items)
        self.text.clear()


def _example() -> str:
    return _(
        "Paste it here: lines, a table or Markdown.\n\n1. Welcome (5 min)\n"
        "2. Decision: night buses, 25 min, Senna\n   Outcome: one demand is agreed"
    )


def _row(number: int, item: ItemDraft) -> Row:
    parts = [item.desired_outcome, ", ".join(item.presenters)]
    minutes = _("{minutes} min").format(minutes=item.minutes) if item.minutes is not None else _("no timebox")
    return Row(
        str(number), item.title, " · ".join(part for part in parts if part) or _("no outcome yet"),
        draw.LABEL_ICONS.get(item.label, "circle"), minutes, words.label(item.label), "ink2",
    )  # fmt: skip
