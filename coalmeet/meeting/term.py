"""A term that was agreed while a text was worked on, and whether the text still says so."""

from __future__ import annotations

from datetime import date

from coalmeet.meeting.proposal import Proposal
from coalmeet.text import _, plain_day


def term_words(day: str) -> str:
    """The sentence with which a text says until which day (ISO) it holds."""
    return _("It holds until {day} and comes back then.").format(day=plain_day(date.fromisoformat(day)))


def left_over(proposal: Proposal) -> str:
    """The day (ISO) on which an open text comes back though its words name that day no more; "" where they agree.

    Of a person who is chosen the term stands beside the text.
    """
    day = proposal.review_date
    if not day or proposal.decided or proposal.method == "selection":
        return ""
    return "" if plain_day(date.fromisoformat(day)) in proposal.text else day


def left_over_words(day: str) -> str:
    """What the desk says of it: the date stays until somebody says otherwise."""
    return _(
        "The text does not say any more that it holds until {day}, and it would still come back then."
    ).format(day=plain_day(date.fromisoformat(day)))
