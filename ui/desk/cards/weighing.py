"""The group tests an objection: whoever disagrees that it is a concern keeps it open, and the objector speaks last."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from coalmeet.meeting.moves import objections
from coalmeet.meeting.proposal import Objection
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk import phrases
from ui.desk.bench import Bench, caller
from ui.desk.hands import Hands, gesture
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.verb_button import verb_button
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, empty


class Weighing(Tool):
    """Its large button says what must be true: nobody disagrees, and the objector agrees aloud."""

    def __init__(self, bench: Bench, hands: Hands) -> None:
        super().__init__(hands)
        self.bench = bench
        self._shown: object = None
        self._reason = Wrapped("", theme.BODY, theme.MEDIUM)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(6))
        self.setLayout(
            column(
                self._reason,
                14,
                OneLine(_("Who disagrees? Then it stands"), theme.DETAIL, theme.STRONG),
                8,
                self._list,
                None,
            )
        )

    def title(self) -> str:
        return _("Is it a concern?")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        found = self._on_the_bench()
        shown = (found, meeting.voices)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._list)
        if found is None:
            self._reason.setText(_("No objection is open."))
            return
        self._reason.setText(found.reason or _("The reason is not written down yet."))
        others = [one for one in meeting.voices if one != found.organisation]
        for voice in (*others, *(one for one in meeting.voices if one == found.organisation)):
            button = verb_button(meeting.name_of(voice), icon="hand")
            button.clicked.connect(partial(self._disagrees, found.id, voice))
            self._list.addWidget(button)

    def step(self) -> Step | None:
        found = self._on_the_bench()
        if found is None:
            return None
        name = phrases.short(caller(self.hands.meeting, found), 16)
        reason = (
            "" if found.reason and found.ground else _("Write down the reason and what it is about first.")
        )
        words = _("All agree, {name} too").format(name=name)
        return Step(words, "primary", "check", reason)

    def verbs(self) -> Verbs:
        return {"primary": self._agreed}

    def says(self) -> tuple[str, ...]:
        found = self._on_the_bench()
        if found is None:
            return ()
        name = caller(self.hands.meeting, found)
        return (
            _(
                "Does anybody think that this harms us or cannot be undone? {name}, you have the last word."
            ).format(name=name),
            _("Can we go on and keep this as a concern? {name}, what do you say?").format(name=name),
        )

    def _on_the_bench(self) -> Objection | None:
        return self.bench.objection(self.hands.on_the_table)

    @gesture
    def _agreed(self) -> None:
        found = self._on_the_bench()
        if found is not None and self.hands.do(objections.weigh, found.id, (), True):
            self.opens.emit("")

    @gesture
    def _disagrees(self, objection: str, voice: str) -> None:
        if self.hands.do(objections.weigh, objection, (voice,)):
            self.opens.emit("")
