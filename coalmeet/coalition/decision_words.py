"""How a decision stands today, in a word: for windows and papers alike."""

from __future__ import annotations

from collections.abc import Mapping

from coalmeet.meeting import words
from coalmeet.text import _


def state_words() -> Mapping[str, str]:
    """The words for what a decision can be after its meeting, by the codes of `decision.state`."""
    return {
        "in_force": _("In force"),
        "provisional": _("Provisional"),
        "review_due": _("Review due"),
        "overdue": _("Review past"),
        "reopened": _("Reopened"),
        "replaced": _("Replaced"),
        "ended": _("Ended"),
        "withdrawn": _("Withdrawn"),
    }


def state_word(code: str) -> str:
    """The state in a word; one that was never adopted has its outcome as its state."""
    return state_words().get(code) or words.outcome(code)
