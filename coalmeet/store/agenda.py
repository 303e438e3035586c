"""The agenda of a meeting as prepared: items in their order, templates, and what comes over from before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace

from sqlalchemy import Connection, select

from coalmeet.coalition.plan import PlannedItem, Template
from coalmeet.errors import NotAllowed
from coalmeet.ids import new_id
from coalmeet.store.edit import delete, edit, edit_rows
from coalmeet.store.file import CoalitionFile
from coalmeet.store.rows import every, made
from coalmeet.store.tables import ITEM, NOTE, PRIVATE_NOTE, TEMPLATE, TEMPLATE_ITEM
from coalmeet.text import _

# Stored positions leave room, so that moving one item writes one row; what is read counts 0, 1, 2 …
STEP = 1024


def items(con: Connection, meeting_id: str) -> tuple[PlannedItem, ...]:
    """The items in order."""
    return tuple(replace(item, position=number) for number, item in enumerate(_stored(con, meeting_id)))


def meeting_of(con: Connection, item_id: str) -> str:
    """The id of the meeting on whose agenda an item stands, "" when there is no such item."""
    return con.execute(select(ITEM.c.meeting).where(ITEM.c.id == item_id)).scalar_one_or_none() or ""


def insert(
    con: Connection, file: CoalitionFile, meeting_id: str, new: Sequence[PlannedItem], at: int | None = None
) -> tuple[str, ...]:
    """Put items in before the one that now stands at place `at` (from 0; None: at the end).

    An item without an id gets one, and one without a topic begins a topic of its own. Returns the changes.
    """
    there = _stored(con, meeting_id)
    place = len(there) if at is None else max(0, min(at, len(there)))
    positions, changes = _room(con, file, there, place, len(new))
    rows = {}
    for item, position in zip(new, positions, strict=True):
        fields = asdict(replace(item, position=position))
        row_id = fields.pop("id") or new_id()
        fields["topic"] = item.topic or row_id
        rows[row_id] = {**fields, "meeting": meeting_id}
    return (*changes, *edit_rows(con, file, "item", rows))


def move(con: Connection, file: CoalitionFile, meeting_id: str, item_id: str, to: int) -> tuple[str, ...]:
    """Let the item stand at place `to` (from 0) once it is taken out of its own. Returns the changes."""
    there = _stored(con, meeting_id)
    others = [item for item in there if item.id != item_id]
    if len(others) == len(there):
        raise NotAllowed(
            _("This item is no longer on the agenda. Open the agenda again to see how it stands.")
        )
    place = max(0, min(to, len(others)))
    if there[place].id == item_id:
        return ()
    positions, changes = _room(con, file, others, place, 1)
    return (*changes, *edit(con, file, "item", item_id, position=positions[0]))


def change(con: Connection, file: CoalitionFile, item: PlannedItem) -> tuple[str, ...]:
    """Write everything of an item but its place. Returns the changes."""
    fields = asdict(item)
    del fields["position"]
    return edit(con, file, "item", fields.pop("id"), **fields)


def remove(con: Connection, file: CoalitionFile, *item_ids: str) -> tuple[str, ...]:
    """Take items off the agenda, with their notes. Returns the changes: undoing them brings all back."""
    return tuple(
        change for table in ("item", "note", "private_note") for change in delete(con, file, table, *item_ids)
    )


def clear(con: Connection, file: CoalitionFile, meeting_id: str) -> tuple[str, ...]:
    """Take every item and every note off a meeting."""
    ids = {item.id for item in _stored(con, meeting_id)}
    for table in (NOTE, PRIVATE_NOTE):
        ids.update(con.execute(select(table.c.id).where(table.c.meeting == meeting_id)).scalars().all())
    return remove(con, file, *sorted(ids))


def templates(con: Connection) -> tuple[Template, ...]:
    """The templates by name, each with its items; two statements."""
    order = TEMPLATE_ITEM.c.position, TEMPLATE_ITEM.c.id
    of_template: dict[str, list[PlannedItem]] = {}
    for row in con.execute(select(TEMPLATE_ITEM).order_by(*order)).all():
        mine = of_template.setdefault(row.template, [])
        mine.append(made(PlannedItem, row, position=len(mine)))
    rows = con.execute(select(TEMPLATE).order_by(TEMPLATE.c.name, TEMPLATE.c.id)).all()
    return tuple(Template(row.id, row.name, tuple(of_template.get(row.id, ()))) for row in rows)


def save_template(
    con: Connection, file: CoalitionFile, name: str, agenda: Sequence[PlannedItem]
) -> tuple[str, ...]:
    """Keep an agenda under a name, in place of a template of that name. Returns the changes.

    What belongs to one meeting only (topic, proposal, need, proposer, ancestor) is left out.
    """
    same = [template for template in templates(con) if template.name == name]
    gone = [item.id for template in same for item in template.items]
    template_id = same[0].id if same else new_id()
    rows = {}
    for number, item in enumerate(agenda):
        plain = replace(item, position=number * STEP, topic="", proposal="", need="", proposer="")
        plain = replace(plain, ancestor="", vote_announced=False)
        fields = asdict(plain)
        del fields["id"]
        rows[new_id()] = {**fields, "template": template_id}
    return (
        *delete(con, file, "template_item", *gone),
        *edit(con, file, "template", template_id, name=name),
        *edit_rows(con, file, "template_item", rows),
    )


def delete_template(con: Connection, file: CoalitionFile, template: Template) -> tuple[str, ...]:
    """Forget a template. Returns the changes."""
    gone = delete(con, file, "template_item", *(item.id for item in template.items))
    return (*gone, *delete(con, file, "template", template.id))


def _stored(con: Connection, meeting_id: str) -> tuple[PlannedItem, ...]:
    wanted = select(ITEM).where(ITEM.c.meeting == meeting_id).order_by(ITEM.c.position, ITEM.c.id)
    return every(con, PlannedItem, wanted)


def _room(
    con: Connection, file: CoalitionFile, there: Sequence[PlannedItem], place: int, count: int
) -> tuple[list[int], tuple[str, ...]]:
    """Stored positions for `count` items before `there[place]`, and the changes that made room for them."""
    before = (
        there[place - 1].position if place else (there[0].position - STEP * (count + 1) if there else -STEP)
    )
    after = there[place].position if place < len(there) else before + STEP * (count + 1)
    if after - before > count:
        gap = (after - before) // (count + 1)
        return [before + gap * number for number in range(1, count + 1)], ()
    spread = {item.id: number * STEP for number, item in enumerate(there[:place])}
    spread |= {item.id: (number + count) * STEP for number, item in enumerate(there[place:], place)}
    changes = edit_rows(con, file, "item", {one: {"position": to} for one, to in spread.items()})
    return [(place + number) * STEP for number in range(count)], changes
