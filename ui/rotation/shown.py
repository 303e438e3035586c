"""What the rotation page says: the order as rows, and the arithmetic of one organisation."""

from __future__ import annotations

from coalmeet import text
from coalmeet.coalition.turn import Role
from coalmeet.meeting.rotation import Standing, proposed
from coalmeet.meeting.rotation_words import HUNDREDTHS, turns, why_first
from coalmeet.meeting.rotation_words import Row as LedgerRow
from coalmeet.meeting.rotation_words import rows as ledger_rows
from coalmeet.text import _
from ui.rotation.look import Came, RotationLook
from ui.rotation.rows import RotationRow
from ui.widgets.rows import Row


def head_line(seen: RotationLook) -> str:
    """Whose turn is next and why, in one sentence."""
    if not seen.order:
        return ""
    why = why_first(seen.order)
    if seen.coming is None and seen.agreed:
        return _("Agreed at the last close: {name}. The next meeting that is planned takes it over.").format(
            name=_name(seen, seen.agreed)
        )
    if seen.coming is None:
        return why
    day = text.short_day(seen.coming.date)
    if seen.agreed:
        return _agreed_line(seen, day)
    if not why:
        words = {
            "facilitator": _("Nobody facilitates on {day}."),
            "note_taker": _("Nobody takes notes on {day}."),
        }[seen.role]
        return words.format(day=day)
    return _("Proposed for {day}. {why}").format(why=why, day=day)


def key_line(role: Role, *, dots: bool) -> str:
    """What the dots mean, where some are shown, and how credit comes about."""
    if role == "note_taker":
        credit = _("Credit: earned by coming, paid by taking notes.")
    else:
        credit = _("Credit: earned by coming, paid by facilitating.")
    return _("● delegate   ○ alternate   – nobody. {credit}").format(credit=credit) if dots else credit


def _agreed_line(seen: RotationLook, day: str) -> str:
    """Who has the turn, and who does it; why it is theirs stands beside the list."""
    organisation = _name(seen, seen.agreed)
    people = {one.person.id: one.person.name for one in seen.belongings}
    person = people.get(seen.named, "")
    if seen.stand_in and person:
        words = _("Agreed for {day}: {person} stands in for {organisation}.")
    elif person:
        words = _("Agreed for {day}: {organisation}, {person}.")
    else:
        words = _("Agreed for {day}: {organisation}. Who it will be is not named yet.")
    said = words.format(day=day, organisation=organisation, person=person)
    if seen.learns not in people:
        return said
    return _("{agreed} {name} learns beside them.").format(agreed=said, name=people[seen.learns])


def _name(seen: RotationLook, organisation: str) -> str:
    standing = seen.standing(organisation)
    return standing.organisation.name if standing else _("an organisation that has left")


def rotation_rows(seen: RotationLook) -> list[RotationRow]:
    """The organisations in the order in which they should be asked."""
    found = []
    place = 0
    for standing in seen.order:
        place += standing.facilitates
        first = place == 1 and standing.facilitates
        found.append(_row(seen, standing, str(place) if standing.facilitates else "", first=first))
    return found


def _row(seen: RotationLook, standing: Standing, place: str, *, first: bool) -> RotationRow:
    id = standing.organisation.id
    people = ", ".join(one.person.name for one in seen.people_of(id))
    absent: Came = "nobody"
    came = seen.came.get(id, (absent,) * seen.meetings)
    shown = turns(round(standing.credit * HUNDREDTHS))
    return RotationRow(
        id,
        place,
        standing.organisation.name,
        people,
        came,
        standing.credit,
        shown,
        _remark(seen, standing),
        first,
    )


def _remark(seen: RotationLook, standing: Standing) -> str:
    id = standing.organisation.id
    if seen.agreed == id:
        return _("agreed")
    first = proposed(seen.order)
    if seen.coming is not None and not seen.agreed and first is not None and first.organisation.id == id:
        return _("proposed")
    if not standing.facilitates:
        return _("does not take notes") if seen.role == "note_taker" else _("does not facilitate")
    if seen.note(id, "skip") is not None:
        return _("skips this time")
    if standing.leads:
        return _("facilitates then")
    if standing.wait:
        return _("skipped lately")
    words = {
        "said_so": _("said they will come"),
        "said_away": _("said they cannot come"),
        "missed_its_turn": _("missed its last turn"),
        "came_too_rarely": _("comes rarely"),
    }
    return words.get(standing.expectation, "")


def arithmetic(standing: Standing) -> list[Row]:
    """The arithmetic meeting by meeting, the newest first: what was earned, moved, paid and lost."""
    return [
        Row(
            row.meeting,
            text.plain_day(row.date),
            _parts(standing.role, row),
            end=turns(row.after),
        )
        for row in reversed(ledger_rows(standing))
    ]


def _parts(role: Role, row: LedgerRow) -> str:
    said = []
    paid = {"facilitator": _("facilitated: −{turns}"), "note_taker": _("took notes: −{turns}")}[role]
    if row.earned:
        said.append(_("came: +{turns}").format(turns=turns(row.earned)))
    if row.moved:
        moved = turns(row.moved) if row.moved < 0 else f"+{turns(row.moved)}"
        said.append(_("swap: {turns}").format(turns=moved))
    if row.paid:
        said.append(paid.format(turns=turns(row.paid)))
    if row.lost > 0:
        said.append(_("above one turn: −{turns}").format(turns=turns(row.lost)))
    if row.lost < 0:
        said.append(_("debt let go: +{turns}").format(turns=turns(-row.lost)))
    return ", ".join(said)
