"""Entering a meeting that was held on paper, or whose laptop failed; what is typed survives a crash."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent

from coalmeet.coalition.organisation import members_on
from coalmeet.exchange.paper import (
    PaperItem,
    PaperMeeting,
    PaperMember,
    paper_of,
    paper_record,
    with_roles,
    without_organisation,
)
from coalmeet.meeting.words import listed
from coalmeet.text import _, ngettext
from ui import theme
from ui.meetings.paper_form import PaperForm
from ui.open_file import OpenFile
from ui.page import Head, Page
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from coalmeet.store.connection import Connection

DRAFT = "paper-draft"  # the row that keeps what is typed until it is entered
PAUSE_MS = 1500


class PaperPage(Page):
    """`go` asks for "meetings" once the meeting is entered."""

    def __init__(self) -> None:
        self.enter_button = Button(_("Enter the meeting"), "primary", icon="check", size=theme.CONTROL)
        back = Button(_("Back"), "ghost", icon="arrow-left")
        line = _(
            "From your notes: who came, what came out, exact words, actions. "
            "The minutes say that it was entered afterwards."
        )
        super().__init__(Head(_("A meeting held on paper"), line, back, self.enter_button))
        self.form = PaperForm()
        self.first = self.form.title
        self.body.addWidget(self.form, 1)
        self._meeting = ""
        self._base: PaperMeeting | None = None
        self._told = ("", "")  # of which turns it was said on entering that nobody pays them
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep_draft)
        self.form.edited.connect(self._pause.start)
        self.form.edited.connect(self.refusal.clear)
        self.form.settled.connect(self.tell_unplaced)
        back.clicked.connect(lambda: self.go.emit("meetings", ""))
        self.enter_button.clicked.connect(self.enter)

    def choose(self, id: str) -> None:
        """Enter this planned meeting, or put right one that was entered before; "" is a new one."""
        self._meeting = id
        self._base = None
        self.look_again()

    def show_file(self, book: OpenFile) -> None:
        self._meeting, self._base = "", None
        super().show_file(book)

    def settle(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.keep_draft()

    def hideEvent(self, event: QHideEvent) -> None:
        self.settle()
        super().hideEvent(event)

    def refresh(self) -> None:
        if self._base is not None:
            return  # somebody is typing here
        today = self.book.today()
        self._base = self.book.read(_base, self._meeting, today.isoformat())
        draft = self.book.read(_draft)
        if draft is not None and draft[0] == self._meeting:
            self._base = paper_of(draft[1], _work_title())
            self.done.say(_("What was typed here before is back."))
        from coalmeet.store import people

        names = [one.name for one in self.book.read(people.people)]
        self.form.show_paper(self._base, names, today)
        self._told = ("", "")
        self.tell_unplaced()

    def tell_unplaced(self) -> tuple[str, str]:
        """Say of which turns nobody would pay, below the names: credit never moves, or stays, in silence."""
        if self._base is None:
            return "", ""  # it was entered meanwhile
        paper = self.form.paper(self._base, self.book.today())
        paper = with_roles(paper, self.book.read(_places, paper.day))
        led, noted = (_no_turn(paper, names) for names in (paper.facilitators, paper.note_takers))
        self.form.led.show_hint(led)
        self.form.noted.show_hint(noted)
        return led, noted

    def keep_draft(self) -> None:
        """Keep what is typed, so that a crash loses nothing."""
        if self._base is not None:
            with self.saying():
                paper = self.form.paper(self._base, self.book.today())
                text = json.dumps([self._meeting, paper_record(paper, _work_title())], ensure_ascii=False)
                _write_draft(self.book, text)

    def enter(self) -> None:
        """Keep the meeting with its record, and show it."""
        assert self._base is not None
        self.settle()  # now, for to keep a draft later would take a refusal away again
        today = self.book.today()
        unreadable = self.form.unreadable(today)
        if unreadable:
            self.refusal.say(unreadable)
            return
        paper = self.form.paper(self._base, today)
        paper = with_roles(paper, self.book.read(_places, paper.day))
        if not paper.items and not paper.actions:
            self.refusal.say(_("Nothing was dealt with yet. Enter at least one item or one action."))
            return
        unplaced = self.tell_unplaced()
        if any(unplaced) and unplaced != self._told:
            self._told = unplaced
            said = _("{sentence} Or enter the meeting once more, as it is.")
            self.refusal.say(said.format(sentence=next(filter(None, unplaced))))
            return
        with self.saying():
            self._pause.stop()
            meeting = _enter(self.book, paper, self._meeting)
            self._base = None
            self.go.emit("meetings", meeting)


def _no_turn(paper: PaperMeeting, names: tuple[str, ...]) -> str:
    """That nobody pays the turn, and what to do; "" where somebody does."""
    missing = without_organisation(paper, names)
    if not missing:
        return ""
    sentence = ngettext(
        "{names} is beside no organisation, so no turn is counted: write the name beside its organisation below.",
        "{names} are beside no organisation, so no turn is counted: write the names beside their organisations below.",
        len(missing),
    )
    return sentence.format(names=listed(list(missing)))


def _enter(book: OpenFile, paper: PaperMeeting, meeting: str) -> str:
    from coalmeet.store import paper as store

    with book.file.writing() as con:
        entered = store.enter(con, book.file, paper_record(paper, _work_title()), meeting)
        _delete_draft(con, book)
    book.wrote("meeting", "record", "decision", "action", "attendance", "turn", "person", "organisation")
    return entered


def _base(con: Connection, meeting: str, today: str) -> PaperMeeting:
    """What is known beforehand: of a planned meeting its agenda, of one entered before all of it."""
    from coalmeet.store import agenda, coalition, meetings, people, records

    here = coalition.read(con)
    known = records.find(con, meeting) if meeting else None
    if known is not None and known.get("entered_afterwards"):
        return paper_of(known, _work_title())
    frame = meetings.meeting(con, meeting) if meeting else None
    day = frame.date if frame else date.fromisoformat(today)
    names = {one.id: one.name for one in people.people(con)}
    members = members_on(people.organisations(con), day)
    items = agenda.items(con, meeting) if meeting else ()
    return PaperMeeting(
        day=day,
        title=frame.title if frame else "",
        start=frame.start if frame else "",
        place=frame.place if frame else "",
        time_zone=here.time_zone,
        coalition=here.name,
        facilitators=(names[frame.facilitator],) if frame and frame.facilitator in names else (),
        note_takers=(names[frame.note_taker],) if frame and frame.note_taker in names else (),
        members=tuple(PaperMember(one.name, False) for one in members),
        items=tuple(PaperItem(item.title, words=item.proposal) for item in items if not item.built_in),
    )


def _places(con: Connection, day: date) -> dict[str, str]:
    """Where people belonged on a day: names of organisations by names of people."""
    from coalmeet.store import people

    return {one.person.name: one.organisation.name for one in people.on(con, day) if one.organisation}


def _draft(con: Connection) -> tuple[str, dict[str, object]] | None:
    from coalmeet.store import notes

    text = notes.read_private(con, "").get(DRAFT)
    if text is None:
        return None
    meeting, record = json.loads(text)
    return meeting, record


def _write_draft(book: OpenFile, text: str) -> None:
    from coalmeet.store import notes

    with book.step(_("Keep what is half written"), back=False) as writing:
        writing.do(notes.write_private, "", DRAFT, text)


def _delete_draft(con: Connection, book: OpenFile) -> None:
    from coalmeet.store import notes

    notes.write_private(con, book.file, "", DRAFT, "")


def _work_title() -> str:
    return _("Work agreed")
