"""What is said in a ready-made round, in a few words: what goes well and what could be better, or thanks."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.meeting.moves import rounds, work
from coalmeet.meeting.state import Meeting, Round
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.widgets.card import Card
from ui.widgets.fields import Field
from ui.widgets.labels import Icon, Wrapped
from ui.widgets.layouts import column, empty, row, widget

SIDES = {"well_better": ("well", "better"), "stronger": ("",), "thanks": ("thanks",)}


class ThemesCard(Card):
    """A line each; Enter keeps it and the field is free for the next one. Nothing has to be written."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self._shown: object = None
        self.fields: dict[str, LineField] = {}
        self._holders: dict[str, QWidget] = {}
        self._lists: dict[str, QVBoxLayout] = {}
        whole = column(gap=12)
        for side, title in _titles().items():
            box, noted = LineField(), QVBoxLayout()
            box.setPlaceholderText(_("In a few words, then Enter"))
            box.returnPressed.connect(lambda one=side: self._keep(one))
            noted.setSpacing(theme.px(2))
            holder = widget(column(Field(title, box), 4, noted))
            self.fields[side], self._lists[side], self._holders[side] = box, noted, holder
            whole.addWidget(holder)
        whole.setContentsMargins(*(theme.px(side) for side in (14, 12, 14, 14)))
        super().__init__(whole)

    def show_round(self, meeting: Meeting, the_round: Round) -> None:
        """Show what was noted in this round; hidden where it asks for nothing to be noted."""
        asked = SIDES.get(the_round.ready, ())
        self.setVisible(bool(asked))
        noted = tuple(one for one in meeting.themes if one.round == the_round.id)
        shown = (asked, noted, meeting.thanks)
        if shown == self._shown:
            return
        self._shown = shown
        for side, holder in self._holders.items():
            holder.setVisible(side in asked)
            texts = (
                meeting.thanks if side == "thanks" else tuple(one.text for one in noted if one.side == side)
            )
            empty(self._lists[side])
            for text in texts:
                line = row(column(3, Icon("check", "accent", 14), None), 8, (Wrapped(text, theme.DETAIL), 1))
                self._lists[side].addWidget(widget(line))

    def first(self) -> LineField | None:
        """The field in which one writes first, None where nothing is to be noted."""
        return next((box for side, box in self.fields.items() if self._holders[side].isVisible()), None)

    @gesture
    def _keep(self, side: str) -> None:
        box = self.fields[side]
        text = box.text()
        done = (
            self.hands.do(work.thank, text)
            if side == "thanks"
            else self.hands.do(rounds.note_theme, text, side)
        )
        if done:
            box.clear()


def _titles() -> dict[str, str]:
    return {
        "well": _("Going well"),
        "better": _("Could be better"),
        "": _("What was said"),
        "thanks": _("Thanks, for the minutes"),
    }
