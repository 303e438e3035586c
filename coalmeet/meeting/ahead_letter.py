"""The message with which an agenda goes round: one for all members, with what they need to know before they open it."""

from __future__ import annotations

from collections.abc import Iterator

from coalmeet.meeting.ahead_values import Agenda, Entry
from coalmeet.meeting.letters import Letter, Part
from coalmeet.text import _, speaking


def letter(agenda: Agenda) -> Letter:
    """The message, to nobody in particular; the agenda itself is attached to it."""
    with speaking(agenda.language):
        parts = (
            Part("", tuple(_greeting(agenda))),
            Part(_("Agenda"), tuple(map(_line, agenda.entries)), listed=True),
            Part(_("Please prepare"), tuple(one.text for one in agenda.prepare), listed=True),
            Part(_("If you cannot come"), agenda.cannot_come),
            Part(
                "",
                (
                    _(
                        "The whole agenda is attached: as PDF, as a page for phones, and the date for calendars."
                    ),
                ),
            ),
        )
        subject = _("Agenda: {title}, {day}").format(title=agenda.title, day=agenda.day)
        return Letter("", subject, tuple(part for part in parts if part.texts))


def _greeting(agenda: Agenda) -> Iterator[str]:
    yield _("Dear members of {coalition},").format(coalition=agenda.coalition)
    yield "\n".join((agenda.when, *agenda.where))
    yield " ".join(agenda.in_one_minute)


def _line(entry: Entry) -> str:
    about = _(", ").join(part for part in (entry.label, entry.minutes) if part)
    said = _("{title} ({about})").format(title=entry.heading, about=about) if about else entry.heading
    return _("{time} {what}").format(time=entry.clock, what=said) if entry.clock else said
