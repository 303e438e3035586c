"""The screen that asks for the passphrase of a sealed file: why it asks, one field, and ways on without the words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.text import _, ngettext
from ui import theme
from ui.start.middle import in_the_middle
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fields import Field, Tick
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.refusal import RefusalLine
from ui.widgets.rows import Row, RowList
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.secret_line import SecretLine
from ui.widgets.spoken import announce


class AskForm(QWidget):
    """`tried` carries what was typed, and whether this computer shall remember; `left` asks to go back.

    `again` asks the key store once more, `other` carries the path of a backup, `damaged` asks to put one back.
    """

    tried = Signal(str, bool)
    left = Signal()
    again = Signal()
    other = Signal(str)
    damaged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.folder = Wrapped("", theme.TITLE, theme.BOLD, most=2), OneLine("", 14, tone="ink2")
        self.why = Wrapped("", theme.BODY)
        self._mark = Icon("lock", "ink2")
        self.words = SecretLine()
        self.field = Field(_("Passphrase"), self.words)
        self.seen, self.remember = Tick(_("Show what I type")), Tick(_("Remember it on this computer"))
        self.refusal = RefusalLine()
        self._slips: Sequence[str] = ()
        self.go = Button(_("Open the file"), "primary")
        self.back = Button(_("Back"), "ghost", icon="arrow-left")
        self.store_again = Button(_("Try the key store again"), icon="refresh-cw")
        self.backups = RowList(_("Backups on this computer"), most=1)
        self.put_back = Button(_("Put one of them back …"), icon="rotate-ccw")
        self._backups_part = widget(
            column(
                OneLine(_("Backups on this computer"), theme.SECTION, theme.STRONG), 2,
                Wrapped(_("Each opens for reading only; the file itself stays as it is."), 14, tone="ink2"), 6,
                self.backups, 10, row(self.put_back, None),
            )
        )  # fmt: skip
        self._connect()
        self.setLayout(column((self._column(), 1)))

    def begin(self, path: Path, name: str) -> None:
        """Ask for the passphrase of this file, which is called so, with nothing typed yet."""
        self.title.setText(_("“{name}” is sealed").format(name=name))
        self.folder.setText(str(path.parent))
        self.words.clear()
        self._show_slips(())
        self.seen.setChecked(False)
        self.remember.setChecked(True)
        self.refusal.clear()
        self.show_backups(())
        self.show_why(_("Asking this computer’s key store …"))
        self.show_trying(False)

    def show_why(self, sentence: str, *, may_ask_again: bool = False, remembers: bool = True) -> None:
        """Say why the words are asked for; `remembers` is whether this computer could keep the key."""
        self.why.setText(sentence)
        self.store_again.setVisible(may_ask_again)
        self.remember.setVisible(remembers)
        announce(self, sentence)

    def show_trying(self, on: bool) -> None:
        """While the words are tried they stay, and stay as they are."""
        self.words.setReadOnly(
            on
        )  # not disabled: the keys would go on to Back, and the Enter that is under way with them
        for part in (self.seen, self.remember, self.go, self.store_again):
            part.setEnabled(not on)
        self.go.setText(_("Trying …") if on else _("Open the file"))
        if not on and self.isVisible():
            self.words.setFocus()

    def refuse(self, sentence: str, slips: Sequence[str] = ()) -> None:
        """Say why the file did not open, and what may have been a slip; the typed words stay and can be mended."""
        self.refusal.say(sentence)
        self._show_slips(slips)
        self.words.setFocus()

    def show_backups(self, rows: Sequence[Row], *, may_put_back: bool = False) -> None:
        """List what can be opened instead; `may_put_back`: it is no backup itself, but a file of ours."""
        self.put_back.setVisible(may_put_back)
        self.backups.show_rows(rows)
        self.backups.setFixedHeight(self.backups.whole_height())
        self._backups_part.setVisible(bool(rows))

    def _connect(self) -> None:
        self.words.returnPressed.connect(self._try)
        self.words.textEdited.connect(lambda: self._show_slips(()))
        self.go.clicked.connect(self._try)
        self.back.clicked.connect(self.left)
        self.store_again.clicked.connect(self.again)
        self.seen.toggled.connect(self._show_words)
        self.put_back.clicked.connect(self.damaged)
        self.backups.opened.connect(self.other)
        self.backups.clicked.connect(lambda _index: self.other.emit(self.backups.current()))

    def _show_words(self, on: bool) -> None:
        self.words.set_seen(on)
        self._show_slips(self._slips)
        self.words.setFocus()

    def _show_slips(self, slips: Sequence[str]) -> None:
        self._slips = slips
        self.field.show_hint(_slip_words(slips, seen=self.seen.isChecked()), "over" if slips else "ink2")

    def _try(self) -> None:
        self.tried.emit(self.words.text(), self.remember.isVisibleTo(self) and self.remember.isChecked())

    def _column(self) -> ScrollArea:
        lost = Wrapped(
            _(
                "The words stand on the recovery sheet. A computer that remembers the key needs none. Without both, "
                "nobody can open the file."
            ),
            14,
            tone="ink2",
        )
        reason = row(column(1, self._mark, None), 10, (column(self.why, 8, row(self.store_again, None)), 1))
        form = column(
            reason, 18, self.field, 6, self.seen, 2, self.remember, 14,
            column(self.refusal, row(self.back, None, self.go), gap=14), 14, lost,
            margins=(28, 24, 28, 22),
        )  # fmt: skip
        inside = column(
            (widget(column()), 1), self.title, 4, self.folder, 18,
            Card(form), 18, self._backups_part, (widget(column()), 2),
        )  # fmt: skip
        return in_the_middle(inside)


def _slip_words(slips: Sequence[str], *, seen: bool) -> str:
    """What may be a slip; the words themselves only where they are to be seen anyway."""
    if not slips:
        return ""
    if not seen:
        words = ngettext(
            "{count} of the words is not on Coalmeet’s list. Show what you typed to find it.",
            "{count} of the words are not on Coalmeet’s list. Show what you typed to find them.",
            len(slips),
        )
        return words.format(count=len(slips))
    words = ngettext(
        "Not on Coalmeet’s list of words: {words}. Is it a slip?",
        "Not on Coalmeet’s list of words: {words}. Are they slips?",
        len(slips),
    )
    return words.format(words=", ".join(slips))
