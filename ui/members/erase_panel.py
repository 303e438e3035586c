"""Erasing somebody who asks for it: what goes, what stays, what nobody can reach; done once the name was typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.text import _, ngettext
from ui import theme
from ui.members.mention_list import MentionList
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fields import Field, Tick
from ui.widgets.inputs import Line
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, empty, hairline, row, upright, widget
from ui.widgets.progress_line import ProgressLine
from ui.widgets.turning import Turning

if TYPE_CHECKING:
    from coalmeet.store.erasing.look import Found, Mention

_WIDEST = 1040  # design pixels: longer lines are hard to read
_BESIDE = 760  # from which what is chosen stands beside what is said
_FIELD = 420
_SIDES = 28


class Sentences(QWidget):
    """A few sentences, each with the same sign before it."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._lines = column(gap=8)
        self.setLayout(self._lines)

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show these."""
        empty(self._lines)
        for one in sentences:
            sign = column(3, Icon(self._icon, "ink2", 14), None)
            self._lines.addLayout(row(sign, 10, (Wrapped(one), 1)))

    def text(self) -> str:
        """All that it says."""
        return "\n".join(one.text() for one in self.findChildren(Wrapped))


class ErasePanel(QWidget):
    """`confirmed` says that the name was typed and the button pressed; `left` closes the panel.

    `asked` carries the name of somebody who is in no list.
    """

    asked = Signal(str)
    confirmed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = Wrapped("", theme.HEADING, theme.STRONG, most=2)
        self.progress, self.renewing = ProgressLine(escapes=False), ProgressLine(escapes=False)
        self.goes, self.stays, self.beyond = Sentences("x"), Sentences("check"), Sentences("info")
        self.mentions = MentionList()
        self.all, self.none = Button(_("Tick all"), "ghost"), Button(_("Untick all"), "ghost")
        self.namesake = Wrapped("", tone="ink2")
        self.backups = Tick(_("Replace by one new backup"))
        self.kept = Wrapped()
        self.name, self.look = Line(), Button(_("Look through the file"), "tint", icon="search")
        self.typed = Line()
        self.field = Field(_("To go on, type the name"), self.typed)
        self.field.setMaximumWidth(theme.px(_FIELD))
        self.erase = Button(_("Erase for good"), "primary", icon="user-x")
        self.close_button = Button(_("Close without erasing"), "ghost")
        self._name = ""
        self._lay_out()
        self._connect()

    def wait_for(self, name: str) -> None:
        """Show whom it is about while the file is looked through."""
        self._name = name
        self.title.setText(_("Erase {name}").format(name=name or _("somebody without a name")))
        self._found.hide()
        self._asking.hide()
        self.erase.show()
        self.typed.clear()
        self._weigh()

    def ask_name(self, name: str = "") -> None:
        """Ask for the name of somebody of whom texts speak, and who is in no list."""
        self.wait_for("")
        self.title.setText(_("Erase somebody who is not listed"))
        self.name.setText(name)
        self.name.selectAll()
        self.erase.hide()
        self._asking.show()

    def show_found(self, found: Found, kept: int) -> None:
        """Show what was found; `kept` is how many backups there are."""
        from coalmeet.store.erasing import reach

        self.goes.show_sentences(reach.goes(found))
        self.stays.show_sentences(reach.stays(found))
        self.beyond.show_sentences(reach.beyond())
        self.mentions.show_mentions(found.mentions)
        self._texts.setVisible(bool(found.mentions))
        self.namesake.setText(
            _("Somebody else here has the same name: look at each place, and tick only what is meant.")
        )
        self.namesake.setVisible(found.namesake)
        words = ngettext(
            "{count} backup on this computer still says who it was.",
            "{count} backups on this computer still say who it was.",
            kept,
        )
        self.kept.setText(words.format(count=kept))
        self.backups.setChecked(kept > 0)
        for part in (self.kept, self.backups):
            part.setVisible(kept > 0)
        self.field.show_name(_("To go on, type the name: {name}").format(name=self.word))
        self._found.show()
        self._weigh()

    @property
    def word(self) -> str:
        """What has to be typed: the name, or, of somebody without one, what is done."""
        return " ".join(self._name.split()) or _("erase")

    def chosen(self) -> tuple[Mention, ...]:
        """The mentions in free text that go too."""
        return self.mentions.chosen_mentions()

    def _weigh(self) -> None:
        typed = " ".join(self.typed.text().split()).casefold()
        self.erase.setEnabled(not self._found.isHidden() and typed == self.word.casefold())

    def _connect(self) -> None:
        self.typed.textChanged.connect(lambda _text: self._weigh())
        self.typed.returnPressed.connect(self.erase.click)
        self.name.returnPressed.connect(self.look.click)
        self.look.clicked.connect(lambda: self.asked.emit(" ".join(self.name.text().split())))
        self.erase.clicked.connect(self.confirmed)
        self.close_button.clicked.connect(self.left)
        self.all.clicked.connect(lambda: self.mentions.tick_all(True))
        self.none.clicked.connect(lambda: self.mentions.tick_all(False))

    def _lay_out(self) -> None:
        says = _("For somebody who asks for it. Nothing takes this back: look at all of it first.")
        self._texts = widget(
            column(
                _heading(_("In free text")), 6,
                Wrapped(_("What is ticked becomes “a person”. A name may also be a river's, or somebody else's.")), 4,
                self.namesake, row(self.all, self.none, None), 4, self.mentions, None,
            )
        )  # fmt: skip
        named = Field(_("The name, as texts have it"), self.name)
        named.setMaximumWidth(theme.px(_FIELD))
        self._asking = widget(column(row((named, 1), None), 12, row(self.look, None), 24))
        told = widget(
            column(
                _heading(_("Goes without asking")), 6, self.goes, 20, _heading(_("Stays")), 6, self.stays, 20,
                _heading(_("Beyond this file")), 6, self.kept, self.backups, 8, self.beyond, None,
            )
        )  # fmt: skip
        self._found = widget(
            column(
                Turning(_BESIDE, (told, 1), (self._texts, 1), gap=40),
                20,
                hairline(),
                16,
                row((self.field, 1), None),
                16,
            )
        )
        inside = widget(
            column(
                self.title, 4, Wrapped(says, tone="ink2"), 12, self.progress, self.renewing, 8, self._asking,
                self._found,
                row(self.close_button, None, self.erase), None, margins=(_SIDES, 24, _SIDES, 24),
            )
        )  # fmt: skip
        inside.setMaximumWidth(theme.px(_WIDEST))
        self.setLayout(column((Card(column((upright(row((inside, 100), (None, 1))), 1))), 1)))


def _heading(words: str) -> OneLine:
    return OneLine(words, theme.SECTION, theme.STRONG)
