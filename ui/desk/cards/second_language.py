"""The text on the table in a second language: for those who read it better so, and never binding."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coalmeet.meeting.moves import terms
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.proposal_card import ProposalText
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.widgets.fields import Field
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column


class SecondLanguage(Tool):
    """Ctrl+Enter keeps it; it goes by itself once the words change that it stands for."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._proposal = ""
        self.language = LineField()
        self.language.setPlaceholderText(_("such as: Español"))
        self.text = ProposalText()
        self.text.setAccessibleName(_("The text in that language"))
        self.text.setPlaceholderText("")
        words = _("The call sees it below the text, marked as not binding. It goes when the text changes.")
        self.setLayout(
            column(
                Wrapped(words, theme.DETAIL, tone="ink2"),
                12,
                Field(_("Language, by its own name"), self.language),
                10,
                Field(_("The text in that language"), self.text),
                None,
            )
        )

    def title(self) -> str:
        return _("Second language")

    def first_field(self) -> QWidget:
        return self.language

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        live = self.hands.on_the_table
        if live is None or live.id == self._proposal:
            return
        self._proposal = live.id
        given = live.translation
        self.language.setText(given.language if given else self.language.text())
        self.text.setPlainText(given.text if given else "")

    def step(self) -> Step | None:
        reason = "" if self.hands.on_the_table else _("No proposal is on the table. Bring one first.")
        return Step(_("Show it below the text"), "primary", "check", reason)

    def verbs(self) -> Verbs:
        return {"primary": self._keep}

    @gesture
    def _keep(self) -> None:
        if self.hands.do(terms.translate, self.language.text(), self.text.toPlainText()):
            self.opens.emit("")
