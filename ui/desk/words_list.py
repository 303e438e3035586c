"""The temperature words so far, and who has not given one: each can be chosen out of turn."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.meeting import turns
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui.desk.verb_button import verb_button
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.tips import tip


class WordsList(QWidget):
    """`chosen` tells a person. Words stay as typed, in the order of the round; nothing is merged or ranked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=8)
        self._people: dict[str, Button] = {}
        self._shown: dict[str, tuple[str, bool]] = {}

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the words; a pill without one bears the name of who is still to be asked."""
        said = {one.person: one.word for one in meeting.words}
        passed = {one for each in meeting.rounds if each.kind == "temperature" for one in each.passed}
        for person in order_of(meeting):
            if person not in self._people:
                self._add(person, meeting.name_of(person))
            shown = (said.get(person, ""), person in passed)
            if self._shown.get(person) != shown:
                self._shown[person] = shown
                _show(self._people[person], meeting.name_of(person), *shown)

    def _add(self, person: str, name: str) -> None:
        button = verb_button(name, kind="plain", size=34)
        button.clicked.connect(lambda: self.chosen.emit(person))
        self._people[person] = button
        self._flow.addWidget(button)


def order_of(meeting: Meeting) -> tuple[str, ...]:
    """Everybody whose word may come: those of the round, then those who came or spoke later."""
    rounds = [one for one in meeting.rounds if one.kind == "temperature"]
    order = rounds[-1].order if rounds else turns.units(meeting, "temperature")
    later = [one.person for one in meeting.words]
    later += [one.seat.person for one in meeting.present_people if one.seat.capacity != "interpreter"]
    return tuple(dict.fromkeys((*order, *later)))


def _show(button: Button, name: str, word: str, passed: bool) -> None:
    button.set_kind("tint" if word else "plain")
    button.setText(word or name)
    button.set_key(name if word else _("passed") if passed else "")
    if word:
        button.setAccessibleName(_("{name}: {word}").format(name=name, word=word))
        button.setToolTip(tip(button.accessibleName()))  # a long word leaves no room for the name
    elif passed:
        button.setAccessibleName(_("{name} passed").format(name=name))
    else:
        button.setAccessibleName(_("{name}, no word yet").format(name=name))
