"""Which keys stand in the foot of the desk at which moment: the two or three that matter, and F1."""

from __future__ import annotations

from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.voting import VOTED
from coalmeet.text import _


def hints(tool: str, live: Proposal | None = None) -> tuple[tuple[str, str], ...]:
    """Pairs of a verb and what it does, for the tool of the moment and the text on the table."""
    found = _of_tool(tool)
    if live is None:
        return found
    signs = live.profile.answers == "sign" and not live.ruled_by.critical
    votes = live.method in VOTED
    return tuple(
        (verb, _("vote now") if votes and tool == "proposal" and verb == "fix_text" else words)
        for verb, words in found
        if signs or verb != "by_sign"
    )


def _of_tool(tool: str) -> tuple[tuple[str, str], ...]:
    table = {
        "opening": (
            ("primary", _("go on")),
            ("attendance", _("who is here")),
            ("roles", _("who facilitates")),
        ),
        "temperature": (("primary", _("next person")), ("later", _("come back"))),
        "round": (("next_speaker", _("next speaker")), ("free_round", _("this round"))),
        "item": (
            ("pause", _("pause")),
            ("stack", _("who speaks")),
            ("note", _("note")),
            ("next_item", _("next item")),
        ),
        "proposal": (
            ("edit_text", _("change text")),
            ("fix_text", _("ask for consent")),
            ("next_item", _("next item")),
        ),
        "consent": (
            ("answer_consent", _("to 4, their answer")),
            ("by_sign", _("all others")),
            ("take_back", _("take back")),
        ),
        "vote": (
            ("vote_yes", _("to 3, their answer")),
            ("by_sign", _("all others")),
            ("take_back", _("take back")),
        ),
        "workbench": (
            ("edit_text", _("change text")),
            ("fix_text", _("ask again")),
            ("take_back", _("take back")),
        ),
        "result": (("primary", _("next item")), ("take_back", _("take back"))),
        "work_plan": (("work_done", _("to 4, what was said")), ("next_item", _("next item"))),
        "closing": (("close_meeting", _("close the meeting")), ("take_back", _("take back"))),
    }
    return (*table.get(tool, (("primary", _("go on")),)), ("keys", _("all keys")))
