"""Scenes that many stories share: people arrive, a text is put on the table, everybody answers, the meeting closes."""

from __future__ import annotations

from coalmeet.meeting.moves import consent, flow, people, proposals, votes
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, delegates
from ui.rehearsal.story import Line, line


def arrive(*organisations: str, picture: str = "") -> tuple[Line, ...]:
    """The delegates of these organisations come, or of all; the agenda is agreed."""
    here = delegates(*(organisations or EVERYBODY))
    return (
        line(_("People arrive."), people.arrive_all, here, picture=picture),
        line(_("The agenda is agreed."), flow.agree_agenda),
    )


def turn_to(item: str) -> Line:
    """The meeting turns to an item."""
    return line(_("On to the next item."), flow.start_item, item)


def bring(id: str, text: str, proposer: str = "", kind: str = "") -> Line:
    """A text is put on the table."""
    return line(_("The proposal is brought."), proposals.bring, id, text, proposer, kind=kind)


def fix_text(round_id: str, picture: str = "") -> Line:
    """The text is fixed word for word, and everybody is asked."""
    return line(
        _("The text is fixed, and each is asked."), proposals.ask_for_consent, round_id, picture=picture
    )


def answers(answer: str, *organisations: str) -> tuple[Line, ...]:
    """These organisations answer the same, one after the other."""
    words = _("{name} answers.")
    return tuple(
        line(words.format(name=delegates(one)[0].title()), consent.answer, one, answer, minutes=0.2)
        for one in organisations
    )


def vote(answer: str, *organisations: str, picture: str = "") -> tuple[Line, ...]:
    """These organisations vote the same, one after the other; the picture is taken after the first."""
    words = _("{name} answers.")
    return tuple(
        line(
            words.format(name=delegates(one)[0].title()),
            votes.vote,
            one,
            answer,
            minutes=0.2,
            picture=picture if not at else "",
        )
        for at, one in enumerate(organisations)
    )


def signs(*organisations: str) -> Line:
    """The facilitator sees the signs of these organisations, or of all."""
    return line(_("All signs seen, in one input."), consent.see_signs, organisations or EVERYBODY)


def adopt(picture: str = "result") -> Line:
    """What was agreed is adopted in its exact words."""
    return line(_("The decision is adopted in exact words."), consent.adopt, picture=picture)


def close() -> tuple[Line, ...]:
    """The meeting is closed, and its minutes are there."""
    return (line(_("The meeting is closed."), flow.close_meeting, picture="closed"),)
