"""What can be done to an agenda, each as one gesture that is saved at once and can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coalmeet.coalition.fitting import WayOut, break_place
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting, Template
from coalmeet.coalition.waiting import Waiting
from coalmeet.exchange.drafts import ItemDraft
from coalmeet.ids import new_id
from coalmeet.meeting import words
from coalmeet.text import _
from ui.open_file import OpenFile

BUILT_IN_MINUTES = {"opening": 5, "temperature": 5, "work_plan": 5, "break": 10, "closing": 10}
FIRST_MINUTES = 10
SHORTEST_MINUTES = 1


def add_item(book: OpenFile, meeting: str, at: int | None, built_in: str = "") -> str:
    """Put a new item in before place `at` (None: at the end); returns its id."""
    from coalmeet.store import agenda

    item = PlannedItem(new_id(), 0, built_in, minutes=BUILT_IN_MINUTES.get(built_in, FIRST_MINUTES))
    item = replace(item, title=words.built_in(built_in))
    with book.step(_("Add an item")) as writing:
        writing.do(agenda.insert, meeting, [item], at)
    return item.id


def change_item(book: OpenFile, item: str, field: str, value: object) -> None:
    """Change one field of an item."""
    book.edit(_("Change an item"), "item", item, **{field: value})


def lengthen(book: OpenFile, item: PlannedItem, minutes: int) -> None:
    """Give an item more minutes, or fewer; one minute remains."""
    fresh = max(SHORTEST_MINUTES, (item.minutes or 0) + minutes)
    if fresh != item.minutes:
        book.edit(_("Change the timebox"), "item", item.id, minutes=fresh)


def move_item(book: OpenFile, meeting: str, item: str, to: int) -> None:
    """Let an item stand at another place, counted from 0 without itself."""
    from coalmeet.store import agenda

    with book.step(_("Move an item")) as writing:
        writing.do(agenda.move, meeting, item, to)


def remove_item(book: OpenFile, item: str) -> None:
    """Take an item off the agenda, with its notes."""
    from coalmeet.store import agenda

    with book.step(_("Take an item off the agenda")) as writing:
        writing.do(agenda.remove, item)


def write_private(book: OpenFile, meeting: str, item: str, text: str) -> None:
    """Keep the private note of an item."""
    from coalmeet.store import notes

    with book.step(_("Change a private note")) as writing:
        writing.do(notes.write_private, meeting, item, text)


def put_break(book: OpenFile, meeting: str, items: Sequence[PlannedItem]) -> str:
    """Put a break where people would have sat for too long."""
    return add_item(book, meeting, break_place(items), "break")


def take_up(book: OpenFile, meeting: str, waiting: Waiting, at: int | None) -> str:
    """Put something that waits on the agenda; a parked topic then waits no longer. Returns the item's id."""
    from coalmeet.store import waiting as waiting_rows

    item_id = new_id()
    with book.step(_("Take up what waits")) as writing:
        writing.do(waiting_rows.take_up, meeting, waiting, item_id, at=at, minutes=FIRST_MINUTES)
    return item_id


def add_drafts(book: OpenFile, meeting: str, drafts: Sequence[ItemDraft], at: int | None) -> None:
    """Put pasted items on the agenda; their notes become private notes, for nobody chose to publish them."""
    from coalmeet.store import agenda, notes

    called = words.built_in("break").casefold()
    items = [
        PlannedItem(
            new_id(),
            0,
            "break" if draft.title.strip().casefold() == called else "",
            draft.title,
            draft.label,
            draft.minutes,
            draft.desired_outcome,
            draft.presenters,
        )
        for draft in drafts
    ]
    with book.step(_("Paste an agenda")) as writing:
        writing.do(agenda.insert, meeting, items, at)
        for item, draft in zip(items, drafts, strict=True):
            if draft.notes:
                writing.do(notes.write_private, meeting, item.id, draft.notes)


def apply_way(book: OpenFile, frame: PlannedMeeting, way: WayOut, items: Sequence[PlannedItem]) -> str:
    """Take one way to fit; returns a sentence that says what happened."""
    from coalmeet.store import agenda

    item = next((one for one in items if one.id == way.item), None)
    with book.step(_("Make the agenda fit")) as writing:
        if way.way == "end_later":
            writing.edit("meeting", frame.id, minutes=(frame.minutes or 0) + way.minutes)
            return _("The meeting is now {minutes} minutes longer.").format(minutes=way.minutes)
        if item is None:
            return ""
        if way.way == "shorten":
            writing.edit("item", item.id, minutes=(item.minutes or 0) - way.minutes)
            return _("“{title}” is now {minutes} minutes shorter.").format(
                title=item.title, minutes=way.minutes
            )
        writing.do(agenda.remove, item.id)
        if way.way == "later":
            writing.edit("parked", new_id(), title=item.title, meeting=frame.id, topic=item.topic)
            return _("“{title}” waits for another day.").format(title=item.title)
    return _("“{title}” is off the agenda: put it in writing to everybody.").format(
        title=item.title if item else ""
    )


def save_template(book: OpenFile, name: str, items: Sequence[PlannedItem]) -> None:
    """Keep this agenda as a template, in place of one of the same name."""
    from coalmeet.store import agenda

    with book.step(_("Keep a template")) as writing:
        writing.do(agenda.save_template, name, items)


def start_from(book: OpenFile, meeting: str, template: Template) -> None:
    """Put the template's items on the agenda, in place of the same built-in ones; the rest stays before the closing.

    A private note of a built-in item stays with the one that takes its place.
    """
    from coalmeet.store import agenda, notes

    private = book.read(notes.read_private, meeting)
    fresh = [replace(item, id=new_id(), topic="") for item in template.items]
    codes = {item.built_in: item.id for item in fresh if item.built_in not in {"", "break"}}
    same = [item for item in book.read(agenda.items, meeting) if item.built_in in codes]
    ends = len(fresh) - (fresh[-1:] != [] and fresh[-1].built_in == "closing")
    with book.step(_("Start from a template")) as writing:
        writing.do(agenda.remove, *(item.id for item in same))
        writing.do(agenda.insert, meeting, fresh[:ends], 0)
        writing.do(agenda.insert, meeting, fresh[ends:])
        for item in same:
            if private.get(item.id):
                writing.do(notes.write_private, meeting, codes[item.built_in], private[item.id])


def forget_template(book: OpenFile, template: Template) -> None:
    """Forget a template."""
    from coalmeet.store import agenda

    with book.step(_("Forget a template")) as writing:
        writing.do(agenda.delete_template, template)
