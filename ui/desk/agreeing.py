"""What both turns of the next meeting have in common: who is asked accepts or skips, each by one key."""

from __future__ import annotations

from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui.desk.tool import Verbs
from ui.desk.verb_button import verb_button
from ui.shortcuts import shown
from ui.widgets.card import Card


class Agreeing(Card):
    """The two buttons of whoever is asked; `agree` and `pass_over` are each card's own."""

    def __init__(self) -> None:
        super().__init__()
        self.accepts, self.skip = verb_button("", kind="tint", icon="check"), verb_button("")
        self.accepts.clicked.connect(self.agree)
        self.skip.clicked.connect(self.pass_over)

    def agree(self) -> None:
        """Whoever is chosen accepts."""
        raise NotImplementedError

    def pass_over(self) -> None:
        """Whoever is chosen skips and keeps the turn, or does so no more."""
        raise NotImplementedError

    def verbs(self) -> Verbs:
        """What the keys do here until somebody has agreed."""
        return {"turn_accepts": self.agree, "turn_skips": self.pass_over} if self.accepts.isVisible() else {}

    def show_keys(self, *, on: bool) -> None:
        """Show beside the buttons which keys press them, while they do."""
        for button, verb in ((self.accepts, "turn_accepts"), (self.skip, "turn_skips")):
            button.set_key(shown(verb) if on else "")


def agreed_words(meeting: Meeting, organisation: str, person: str) -> str:
    """Whose turn was agreed, with the person where one was named."""
    who = meeting.name_of(person)
    words = _("Agreed: {organisation}, {name}.") if who else _("Agreed: {organisation}.")
    return words.format(organisation=meeting.name_of(organisation), name=who)
