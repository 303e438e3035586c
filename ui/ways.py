"""What can be found from the pages: commands, pages, members, people, meetings, agenda items, decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from coalmeet import text
from coalmeet.text import _
from ui import shortcuts
from ui.navigation import Destination
from ui.open_file import OpenFile
from ui.widgets.palette import Way

if TYPE_CHECKING:
    from coalmeet.coalition.meeting_row import MeetingRow

Go = Callable[[str, str], object]


def ways(book: OpenFile | None, pages: Sequence[Destination], go: Go) -> tuple[Way, ...]:
    """Everything that can be gone to or done now; `go` takes an errand or a page, and an id."""
    if book is None:
        return tuple(_commands(go, with_file=False))
    return (*_pages(pages, go), *_commands(go, with_file=True), *_things(book, go))


def _pages(pages: Sequence[Destination], go: Go) -> Iterator[Way]:
    for one in pages:
        yield Way(one.word, _("Page"), one.icon, _going(go, one.code), shortcuts.shown(one.verb))


def _commands(go: Go, *, with_file: bool) -> Iterator[Way]:
    always = (
        ("open", _("Open another coalition"), "folder-open", "open_file"),
        ("sample", _("Open the sample coalition"), "sparkles", "sample"),
        ("keys", _("Help and keys"), "circle-help", "keys"),
        ("quit", _("Quit Coalmeet"), "log-out", "quit"),
    )
    here = (
        ("new_meeting", _("Plan a meeting"), "calendar-plus", ""),
        ("import", _("Bring in records of meetings"), "import", ""),
        ("year_book", _("Make the year book"), "file-text", ""),
        ("calendar", _("Calendar of the coalition"), "calendar-days", ""),
        ("take_back", _("Take back the last change"), "undo-2", "take_back"),
        ("restore", _("Do it again"), "rotate-ccw", "restore"),
    )
    for errand, words, icon, verb in (*(here if with_file else ()), *always):
        yield Way(words, _("Command"), icon, _going(go, errand), shortcuts.shown(verb))
    if with_file:
        yield Way(_("See the charter"), _("Command"), "file-text", _going(go, "sheet", "charter"))
        yield Way(_("See the decision matrix"), _("Command"), "table", _going(go, "sheet", "matrix"))
        asked = _("Delete, forget, remove a person’s data")
        erase = _("Erase somebody who asks for it")
        yield Way(erase, _("Command"), "user-x", _going(go, "members", "erase"), also=asked)
        for part, words, icon, also in _of_the_file():
            yield Way(words, _("Command"), icon, _going(go, "file", part), also=also)


def _of_the_file() -> tuple[tuple[str, str, str, str], ...]:
    """What the sections of its page are for: code, words, icon, and what else one may look for."""
    return (
        (
            "passphrase",
            _("Passphrase of the file"),
            "lock",
            _("Recovery sheet, seal, forget on this computer"),
        ),
        ("backups", _("Backups of the file"), "save", _("Restore, put back an earlier state")),
        ("sending", _("Send a copy of the file"), "copy", _("Save as, stick, elsewhere")),
        ("checking", _("Check the file"), "list-checks", _("Sound, damaged, repair, rescue")),
        ("handing", _("Hand over to the next facilitator"), "arrow-right", _("Next facilitator’s file")),
        ("copies", _("Bring in a copy of the file"), "git-merge", _("Unite two copies, merge")),
    )


def _things(book: OpenFile, go: Go) -> Iterator[Way]:
    from coalmeet.store import agenda, decisions, meetings, people

    for member in book.read(people.organisations):
        yield Way(
            member.name,
            _("Member organisation"),
            "building-2",
            _going(go, "members", member.id),
            also=member.short,
        )
    for one in book.read(people.on, book.today()):
        whose = one.organisation.name if one.organisation else _("Person")
        yield Way(one.person.name, whose, "user", _going(go, "members", one.person.id))
    for meeting in book.read(meetings.meetings):
        title, day = meeting.title or _("Meeting"), text.short_day_with_year(meeting.date)
        page = "prepare" if meeting.state == "planned" else "meetings"
        words = _("{title}, {date}").format(title=title, date=day)
        yield Way(words, _("Meeting"), "calendar-days", _going(go, page, meeting.id))
        yield from _of_a_meeting(meeting, words, go)
        for item in book.read(agenda.items, meeting.id) if meeting.state == "planned" else ():
            on = _("Agenda item on {date}").format(date=day)
            yield Way(
                item.title, on, "list-ordered", _going(go, "prepare", item.id), also=item.desired_outcome
            )
    for found in book.read(decisions.decisions):
        words = (
            _("{number}: {text}").format(number=found.number, text=found.text) if found.number else found.text
        )
        yield Way(words, _("Decision"), "gavel", _going(go, "decisions", found.id))


def _of_a_meeting(meeting: MeetingRow, words: str, go: Go) -> Iterator[Way]:
    """What can be done with a meeting that is not over."""
    if meeting.state == "running":
        yield Way(
            _("Go on with {meeting}").format(meeting=words),
            _("Command"),
            "play",
            _going(go, "run", meeting.id),
        )
    elif meeting.state == "planned":
        start, practise = _("Start {meeting}"), _("Practise {meeting}")
        yield Way(start.format(meeting=words), _("Command"), "play", _going(go, "run", meeting.id))
        yield Way(
            practise.format(meeting=words),
            _("Command"),
            "repeat",
            _going(go, "practise", meeting.id),
            also=_("Rehearsal"),
        )
        send, lead = _("Agenda to send: {meeting}"), _("Facilitator’s book: {meeting}")
        yield Way(
            send.format(meeting=words),
            _("Command"),
            "file-text",
            _going(go, "preview", meeting.id),
            also=_("Invitation"),
        )
        yield Way(
            lead.format(meeting=words),
            _("Command"),
            "notebook-pen",
            _going(go, "book", meeting.id),
            also=_("Private notes"),
        )


def _going(go: Go, errand: str, id: str = "") -> Callable[[], object]:
    return lambda: go(errand, id)
