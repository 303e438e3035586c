"""The sheet of keys: what each does, in groups."""

from __future__ import annotations

from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import shortcuts, theme
from ui.desk.hands import Hands
from ui.desk.tool import Tool
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row


class KeysCard(Tool):
    """They act while no text field has the focus, or with Ctrl."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        said = _("They act while you are not writing. While you are, Ctrl and the letter do the same.")
        parts = column(Wrapped(said, theme.DETAIL, tone="ink2"), 14)
        for heading, lines in shortcuts.sheet():
            parts.addWidget(OneLine(heading, theme.BODY, theme.STRONG))
            parts.addSpacing(theme.px(6))
            for key, words in lines:
                name = OneLine(key, theme.DETAIL, theme.STRONG)
                name.setFixedWidth(theme.px(104))
                parts.addLayout(
                    row(name, 8, (Wrapped(words, theme.DETAIL, tone="ink2"), 1), margins=(0, 2, 0, 2))
                )
            parts.addSpacing(theme.px(14))
        parts.addStretch(1)
        self.setLayout(parts)

    def title(self) -> str:
        return _("Keys")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        """The keys are the same in every meeting."""
