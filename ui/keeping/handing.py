"""Hand over to the next facilitator: one file with the agenda drafted in it, and what stays behind, said beforehand."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from coalmeet.exchange.safe_name import safe_name
from coalmeet.text import _
from ui import theme
from ui.documents import documents
from ui.keeping.section import Section
from ui.making import Maker
from ui.widgets.buttons import Button
from ui.widgets.fields import Tick
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, empty, row, widget
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from coalmeet.store.handing_over.hand_over import HandedOver
    from ui.open_file import OpenFile


class HandingSection(Section):
    """What is private stays behind unless it is ticked: left out of that file, and deleted nowhere."""

    def __init__(self) -> None:
        self.ticks: dict[str, Tick] = {}
        self._ticks = QVBoxLayout()
        self._ticks.setContentsMargins(0, 0, 0, 0)
        self._ticks.setSpacing(theme.px(2))
        asked = Wrapped(_("Stays with you unless you tick it:"), theme.META, theme.STRONG, "ink2")
        self._private = widget(column(asked, 4, self._ticks, 10))
        self.done = Wrapped("", 14)
        self.hand = Button(_("Hand over …"), icon="arrow-right")
        self.progress = ProgressLine()
        line = _(
            "Writes one file for the next facilitator. The agenda of the next meeting is drafted in it: what was not "
            "reached, reviews that are due, whose turn it is, what the last closing round said."
        )
        super().__init__(
            _("Hand over to the next facilitator"), line, self._private, self.done, 10, self.progress,
            row(self.hand, None),
        )  # fmt: skip
        self.maker = Maker(self.progress, self.refused.emit)
        self._shown: OpenFile | None = None
        self.hand.clicked.connect(self.ask)

    def refresh(self) -> None:
        from coalmeet.store.handing_over.leaving_out import private, words

        if self._shown is not self.book:
            self._shown = self.book
            self._say("")
        found = {one.kind: words(one) for one in self.book.read(private)}
        ticked = self.along
        if {kind: tick.text() for kind, tick in self.ticks.items()} != {
            kind: one[:1].upper() + one[1:] for kind, one in found.items()
        }:
            empty(self._ticks)
            self.ticks = {kind: Tick(one[:1].upper() + one[1:]) for kind, one in found.items()}
            for kind, tick in self.ticks.items():
                tick.setChecked(kind in ticked)
                self._ticks.addWidget(tick)
        self._private.setVisible(bool(found))

    @property
    def along(self) -> frozenset[str]:
        """The kinds of private things that travel."""
        return frozenset(kind for kind, tick in self.ticks.items() if tick.isChecked())

    def begin(self) -> None:
        self.hand.setFocus()

    def settle(self) -> None:
        self.maker.settle()

    def ask(self) -> None:
        """Ask for a place, and write the file there."""
        name = safe_name(_("{coalition}, handed over").format(coalition=self.book.coalition().name))
        wished = str(documents() / f"{name}.coalmeet")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Hand over"), wished, "*.coalmeet")
        if chosen:
            with self.saying():
                work = partial(_hand_over, self.book, Path(chosen), self.along)
                self.maker.make(_("Writing the file to hand over"), work, self._written)

    def _written(self, handed: HandedOver) -> None:
        from coalmeet.store.handing_over.hand_over import draft_words
        from coalmeet.store.handing_over.leaving_out import left_out_words

        self._say("\n".join((draft_words(handed.draft), left_out_words(handed.left_out))))
        words = _("“{name}” is written and checked. Hand it on, and bring it in here when it comes back.")
        self.said.emit(words.format(name=handed.path.name))

    def _say(self, words: str) -> None:
        self.done.setText(words)
        self.done.setVisible(bool(words))


def _hand_over(book: OpenFile, to: Path, along: frozenset[str]) -> HandedOver:
    from coalmeet.store.handing_over.hand_over import hand_over

    return hand_over(book.file, to, book.today(), along=along)
