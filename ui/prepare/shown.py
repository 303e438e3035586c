"""What the agenda page says about a meeting: its head, its rows, whose turn it is to facilitate and to take notes."""

from __future__ import annotations

from coalmeet import text
from coalmeet.coalition.fitting import ends, starts
from coalmeet.coalition.person import Belonging
from coalmeet.coalition.turn import Role
from coalmeet.text import _
from ui.prepare.look import PrepareLook
from ui.prepare.rows import AgendaRow


def head_line(seen: PrepareLook) -> str:
    """The line below the title: day, time, who facilitates."""
    frame = seen.frame
    day = text.long_day(frame.date)
    if frame.start and frame.minutes:
        end = ends(frame, frame.minutes)
        when = _("{day}, {start} to {end}").format(day=day, start=frame.start, end=end)
    elif frame.start:
        when = _("{day}, {start}").format(day=day, start=frame.start)
    else:
        when = day
    name = seen.name_of(frame.facilitator)
    who = _("{name} facilitates").format(name=name) if name else _("nobody is named to facilitate yet")
    return f"{when} · {who}"


def agenda_rows(seen: PrepareLook) -> list[AgendaRow]:
    """The items as rows, with their times; those that begin after the agreed end are late."""
    rows = []
    number = used = 0
    for item, start in zip(seen.items, starts(seen.frame, seen.items), strict=True):
        number += item.built_in != "break"
        late = bool(seen.frame.minutes) and used >= (seen.frame.minutes or 0)
        rows.append(AgendaRow(item, start, 0 if item.built_in == "break" else number, late))
        used += item.minutes or 0
    return rows


def turn_line(seen: PrepareLook, role: Role) -> str:
    """Whose turn it is, as a sentence below the choice of a person; "" where nobody can say."""
    turn = seen.turns.get(role)
    if turn is None:
        return ""
    people = [one.person.name for one in voices_of(seen, turn.organisation)]
    if not people:
        return turn.why
    return _("{why} From there: {people}.").format(why=turn.why, people=", ".join(people))


def acceptable(seen: PrepareLook, role: Role) -> dict[str, str]:
    """The fields that taking the proposal of the rotation sets; {} where nothing is proposed any more.

    Nothing is once somebody is named, by whomever: the rotation only proposes.
    """
    turn, frame = seen.turns.get(role), seen.frame
    named, other = frame.facilitator, frame.note_taker
    if role == "note_taker":
        named, other = other, named
    if turn is None or turn.is_agreed or named:
        return {}
    people = [one.person.id for one in voices_of(seen, turn.organisation)]
    free = [one for one in people if one != other] or people
    fields = ("turn", "facilitator") if role == "facilitator" else ("notes_turn", "note_taker")
    return dict(zip(fields, (turn.organisation, next(iter(free), "")), strict=True))


def voices_of(seen: PrepareLook, organisation: str) -> list[Belonging]:
    """Who speaks for an organisation on that day, delegates first."""
    found = [one for one in seen.belongings if one.organisation and one.organisation.id == organisation]
    return sorted((one for one in found if one.has_voice), key=lambda one: one.capacity != "delegate")
