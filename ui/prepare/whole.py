"""What the agenda page does with single fields and with the agenda as a whole; each is saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalmeet.coalition.plan import Template
from coalmeet.text import _
from ui.prepare import gestures

if TYPE_CHECKING:
    from ui.prepare.page import PreparePage


def connect(page: PreparePage) -> None:
    """Tie the fields, the paste panel and the templates of a page to the file."""
    part, more = page.part, page.more
    part.list.lengthened.connect(lambda item, minutes: _lengthen(page, item, minutes))
    part.fit.break_wanted.connect(lambda: _put_break(page))
    part.list.moved.connect(lambda item, to: _move(page, item, to))
    part.item.changed.connect(lambda item, field, value: _change_item(page, item, field, value))
    part.item.noted.connect(lambda item, text: _note(page, item, text))
    part.meeting.changed.connect(lambda field, value: _change_meeting(page, field, value))
    part.meeting.who.agreed.connect(lambda fields: _agree(page, fields))
    part.pasting.added.connect(lambda drafts: _paste(page, drafts))
    part.naming.named.connect(lambda name: _keep(page, name))
    more.start_from.connect(lambda template: _start_from(page, template))
    more.forget.connect(lambda template: _forget(page, template))
    more.delete_meeting.connect(lambda: _delete(page))


def _move(page: PreparePage, item: str, to: int) -> None:
    with page.saying():
        gestures.move_item(page.book, page.meeting, item, to)
        page.part.list.choose(item)


def _lengthen(page: PreparePage, item: str, minutes: int) -> None:
    found = next((one for one in page.items if one.id == item), None)
    if found is not None:
        with page.saying():
            gestures.lengthen(page.book, found, minutes)


def _put_break(page: PreparePage) -> None:
    with page.saying():
        gestures.put_break(page.book, page.meeting, page.items)


def _change_item(page: PreparePage, item: str, field: str, value: object) -> None:
    with page.saying():
        gestures.change_item(page.book, item, field, value)


def _note(page: PreparePage, item: str, text: str) -> None:
    with page.saying():
        gestures.write_private(page.book, page.meeting, item, text)


def _change_meeting(page: PreparePage, field: str, value: object) -> None:
    with page.saying():
        page.book.edit(_("Change the meeting"), "meeting", page.meeting, **{field: value})


def _agree(page: PreparePage, fields: dict[str, str]) -> None:
    """Take what the rotation proposes: the turn, and who does it, in one step."""
    with page.saying():
        page.book.edit(_("Agree on a turn"), "meeting", page.meeting, **fields)


def _paste(page: PreparePage, drafts: object) -> None:
    assert isinstance(drafts, tuple)
    with page.saying():
        gestures.add_drafts(page.book, page.meeting, drafts, page.place())
        page.done_with_undo(_("The pasted items are on the agenda."))
    page.part.show_current()
    page.part.list.setFocus()


def _keep(page: PreparePage, name: str) -> None:
    with page.saying():
        gestures.save_template(page.book, name, page.seen.items if page.seen else ())
        page.done_with_undo(_("This agenda is kept as the template “{name}”.").format(name=name))
    page.part.show_current()


def _start_from(page: PreparePage, template: Template) -> None:
    with page.saying():
        gestures.start_from(page.book, page.meeting, template)
        page.done_with_undo(_("The items of “{name}” are on the agenda.").format(name=template.name))


def _forget(page: PreparePage, template: Template) -> None:
    with page.saying():
        gestures.forget_template(page.book, template)
        page.done_with_undo(_("The template “{name}” is forgotten.").format(name=template.name))


def _delete(page: PreparePage) -> None:
    from coalmeet.store import meetings

    with page.saying():
        with page.book.step(_("Delete a meeting")) as writing:
            writing.do(meetings.delete, page.meeting)
        page.done_with_undo(_("The meeting is deleted."))
