"""Somebody asks to be erased: nothing in the file says who they were, and what was decided stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from datetime import date

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Table, select

from coalmeet import sample
from coalmeet.clock import Moment
from coalmeet.coalition.mentions import ERASED
from coalmeet.errors import NotAllowed
from coalmeet.ids import new_id
from coalmeet.meeting import events, fold
from coalmeet.meeting.journal import Move
from coalmeet.meeting.minutes import published
from coalmeet.store import actions, driver, edit, live_meeting, log, meetings, people, records, sealing
from coalmeet.store import file as files
from coalmeet.store.erasing.erase import erase
from coalmeet.store.erasing.erase import plan as planned
from coalmeet.store.erasing.look import Found, look
from coalmeet.store.erasing.texts import CODES, columns
from coalmeet.store.file import CoalitionFile
from coalmeet.store.inspection import findings
from coalmeet.store.tables import CHANGE, METADATA, PERSON, QUIET, REDACTION
from coalmeet.store.tables.kinds import Day, Several
from tests.conftest import Figures

TODAY = date(2026, 5, 20)
ANN, BEN, REED = "a" * 32, "b" * 32, "c" * 32
SECRETS = ("Ann Lee", "Lee", "Annie", "ann@reed.org", "7946", "ramp", "queasy", "wobbly")
At = Callable[[int], Moment]


@pytest.fixture
def members(file: CoalitionFile) -> CoalitionFile:
    """Ann Lee, who was Annie Lee when she came, and Ben, for the Reed Cooperative."""
    with file.writing() as con:
        edit.edit(con, file, "organisation", REED, name="Reed Cooperative")
        fields = {"email": "ann@reed.org", "phone": "+44 20 7946 0123", "access_needs": "a ramp"}
        edit.edit(con, file, "person", ANN, name="Annie Lee", **fields)
        edit.edit(con, file, "person", ANN, name="Ann Lee")
        edit.edit(con, file, "person", BEN, name="Ben Stone")
        for person in (ANN, BEN):
            edit.edit(con, file, "affiliation", new_id(), person=person, organisation=REED)
    return file


def seen(file: CoalitionFile, person: str = ANN) -> Found:
    with file.reading() as con:
        return look(con, person)


def gone(file: CoalitionFile, person: str = ANN, leave: tuple[str, ...] = ()) -> None:
    """Erase a person with everything that the program proposes, but for what stands in these lines."""
    found = seen(file, person)
    chosen = [one.key for one in found.mentions if one.chosen and one.spot.after not in leave]
    erase(file, planned(file, person, chosen), TODAY)


def bytes_of(file: CoalitionFile) -> bytes:
    assert [one.name for one in file.path.parent.iterdir()] == [file.path.name]
    return file.path.read_bytes()


def said(file: CoalitionFile, secrets: tuple[str, ...] = SECRETS) -> set[str]:
    """Which of these stand anywhere in the bytes of the file."""
    whole = bytes_of(file)
    return {one for one in secrets if one.encode() in whole}


def held(file: CoalitionFile, meeting: str, at: At) -> None:
    """A meeting at which Ann spoke, and somebody mistyped her word at first."""
    opening = events.MeetingOpened(
        title="Spring meeting",
        coalition="River Alliance",
        date="2026-05-14",
        time_zone="Europe/London",
        planned_start=0,
        planned_minutes=90,
        members=(events.Member(REED, "Reed Cooperative"),),
        people=(events.Seat(ANN, "Ann Lee", REED), events.Seat(BEN, "Ben Stone", REED)),
        agenda=(events.AgendaEntry("i1", "Boats", "decision"),),
        open_actions=(),
        facilitator=BEN,
    )
    moves: tuple[Move, ...] = ()

    def happen(*what: events.Event) -> str:
        nonlocal moves
        moment = at(len(moves))
        parent = moves[-1].id if moves else log.FIRST
        draft = Move(new_id(), parent, what, moment.wall, mono=moment.mono, boot=moment.boot)
        after = fold.replay((*moves, draft))
        made = live_meeting.write(
            file, meeting, draft, after, {"i1": "Ann Lee lent a boat.\nLee river is high."}
        )
        moves = (*moves, made)
        return made.id

    happen(opening)
    happen(events.Arrived(ANN), events.Arrived(BEN))
    word = happen(events.WordGiven(ANN, "wobbly"))
    happen(events.Corrected(word, 0, "word", "queasy"))
    happen(events.WordGiven(BEN, "glad"))
    happen(events.ItemStarted("i1"))
    happen(
        events.ProposalBrought("p1", "i1", "We keep the boat of Ann Lee."),
        events.StageReached("p1", "presented"),
    )
    happen(events.TextLocked("p1", 1))
    happen(events.ProposalAdopted("p1", "We keep the boat of Ann Lee.", (REED,)))
    happen(events.ActionAgreed("a1", "Paint it", ANN, "Ann Lee", "2026-06-01", 3.5, "i1"))
    happen(events.ItemEnded("i1", "agreed"))
    happen(events.MeetingClosed())


def test_nothing_in_the_file_says_who_it_was_and_the_decision_stands(
    members: CoalitionFile, plan: Callable[..., str], at: At
) -> None:
    meeting = plan()
    held(members, meeting, at)
    assert said(members) == set(SECRETS), "before, all of it is there"
    with members.reading() as con:
        before = fold.replay(log.read(con, meeting))
    gone(members, leave=(" river is high.",))
    assert said(members) == {"Lee"}, "the river is called so too"
    with members.reading() as con:
        after = fold.replay(log.read(con, meeting))
        kept = records.read(con, meeting)
        assert findings(con) == ()
    assert after.people[0].seat.name == "a person"
    assert kept["agenda"][0]["decisions"][0]["text"] == "We keep the boat of a person."
    assert kept["agenda"][0]["notes"] == "a person lent a boat.\nLee river is high."
    assert sorted(one["word"] for one in kept["temperature"]) == ["glad", ERASED]
    assert [(one.spans, one.seat.organisation) for one in after.people] == [
        (one.spans, one.seat.organisation) for one in before.people
    ]


def test_what_was_still_to_be_done_is_nobodys_yet(
    members: CoalitionFile, plan: Callable[..., str], at: At
) -> None:
    meeting, coming = plan(), plan(date(2026, 6, 14), "Summer meeting")
    held(members, meeting, at)
    with members.writing() as con:
        edit.edit(con, members, "meeting", coming, facilitator=ANN, note_taker=BEN)
    gone(members)
    with members.reading() as con:
        (paint,) = actions.actions(con)
        assert paint.has_nobody
        assert meetings.meeting(con, coming).facilitator == ""
        assert meetings.meeting(con, coming).note_taker == BEN


def test_somebody_looks_first_and_chooses_what_goes(
    members: CoalitionFile, plan: Callable[..., str], at: At
) -> None:
    meeting = plan()
    held(members, meeting, at)
    found = seen(members)
    assert (found.name, found.words, found.meetings, found.namesake) == ("Ann Lee", 1, 1, False)
    lines = {one.spot.before + one.spot.found + one.spot.after: one for one in found.mentions}
    assert lines["Ann Lee lent a boat."].places == ("minutes, Thu 14 May 2026",)
    assert lines["Lee river is high."].spot.kind == "part"
    before = bytes_of(members)
    assert bytes_of(members) == before, "looking changes nothing"
    erase(members, planned(members, ANN, []), TODAY)
    with members.reading() as con:
        kept = records.read(con, meeting)
    notes = kept["agenda"][0]["notes"]
    assert notes == "Ann Lee lent a boat.\nLee river is high.", (
        "nothing was chosen, so notes stay as they are"
    )
    assert kept["people"][0]["name"] == "a person", "where the program wrote the name, nobody needs to choose"


def test_somebody_else_of_the_same_name_stays(
    members: CoalitionFile, plan: Callable[..., str], at: At
) -> None:
    other = "d" * 32
    with members.writing() as con:
        edit.edit(con, members, "person", other, name="Ann Lee", email="other@mill.org")
        edit.edit(con, members, "action", "e" * 32, text="Sweep", owner=other, owner_name="Ann Lee")
    held(members, plan(), at)
    assert seen(members).namesake
    gone(members)
    with members.reading() as con:
        assert [one.id for one in people.people(con) if one.name == "Ann Lee"] == [other]
        owners = {one.text: one.owner_name for one in actions.actions(con)}
    assert owners == {"Sweep": "Ann Lee", "Paint it": ""}


def test_entries_that_were_joined_go_together(members: CoalitionFile) -> None:
    with members.writing() as con:
        edit.edit(con, members, "person", "f" * 32, name="A. Lee-Smith", email="als@reed.org")
        edit.edit(con, members, "person", "f" * 32, merged_into=ANN)
    gone(members)
    assert said(members, (*SECRETS, "Smith", "als@")) == set()


def test_what_was_erased_stays_erased_and_is_known_by_ids_alone(members: CoalitionFile) -> None:
    with members.reading() as con:
        entry = con.execute(select(CHANGE.c.id).where(CHANGE.c.row == ANN)).scalars().all()
    gone(members)
    with members.reading() as con:
        rows = {row.id: (row.table, row.gone) for row in con.execute(select(REDACTION)).all()}
        assert rows[ANN] == ("person", True)
        assert con.execute(select(PERSON.c.id)).scalars().all() == [BEN]
        assert not con.execute(select(CHANGE).where(CHANGE.c.row == ANN)).all()
    assert not any(one.encode() in bytes_of(members) for one in entry)
    with pytest.raises(NotAllowed, match="no longer"):
        seen(members)


def test_papers_from_before_do_not_bring_anybody_back(
    members: CoalitionFile, plan: Callable[..., str], at: At
) -> None:
    meeting = plan()
    held(members, meeting, at)
    with members.reading() as con:
        before = records.read(con, meeting)
    gone(members)
    with members.reading() as con:
        for paper in (before, published(before)):  # as a record of its own, and as minutes carry it
            assert records.known(con, paper) == meeting


def test_a_sealed_file_stays_sealed(members: CoalitionFile) -> None:
    words = "amber canoe lantern meadow pepper violin"
    sealing.take(members, sealing.copy_with(members.path, members.key, words))
    gone(members)
    assert said(members, ("River", *SECRETS)) == set()
    with closing(driver.connect(members.path, "ro", members.key)) as con:
        names = [name for (name,) in con.execute("SELECT name FROM person")]
    assert names == ["Ben Stone"]


def test_nobody_is_erased_while_a_meeting_is_open(
    members: CoalitionFile, plan: Callable[..., str], at: At
) -> None:
    meeting = plan()
    moment = at(0)
    opened = Move(
        new_id(), log.FIRST, (events.Arrived(ANN),), moment.wall, mono=moment.mono, boot=moment.boot
    )
    with members.writing() as con:
        log.write(con, members, meeting, opened)
    with pytest.raises(NotAllowed, match="still open"):
        gone(members)
    assert "Ann Lee" in said(members)


def test_what_was_typed_meanwhile_is_not_written_over(members: CoalitionFile) -> None:
    wanted = planned(members, ANN, [])
    with members.writing() as con:
        edit.edit(con, members, "parked", "e" * 32, title="A second mooring")
    with pytest.raises(NotAllowed, match="Look again"):
        erase(members, wanted, TODAY)


def test_without_secure_deletion_and_writing_anew_the_words_would_be_there(members: CoalitionFile) -> None:
    """The control: deleting alone leaves what somebody with the file can read."""
    members.close()
    with closing(sqlite.connect(members.path, isolation_level=None)) as con:
        con.execute("PRAGMA secure_delete = OFF")
        for table, column in (("person", "id"), ("change", "row")):
            con.execute(f'DELETE FROM "{table}" WHERE "{column}" = ?', (ANN,))
    assert said(members) >= {"Ann Lee", "ann@reed.org"}


def planted(con: sqlite.Connection, table: Table) -> None:
    """A row of a table, with Ann's name in every column that holds words."""
    sentence = "Then zz Ann Lee zz spoke"
    row: dict[str, object] = {one.name: 0 for one in table.columns if not one.nullable}
    row |= {one: sentence for one in columns(table) if one not in CODES}
    row |= {
        one.name: json.dumps([sentence, [sentence]]) for one in table.columns if isinstance(one.type, Several)
    }
    row |= {one.name: "2026-05-14" for one in table.columns if isinstance(one.type, Day)}
    row |= {"id": "9" * 32} | {one: "x" for one in columns(table) if one in CODES}
    row |= {"seen": "[]"} if "seen" in table.columns else {}
    instead = {
        "move": {"events": json.dumps([{"event": "Newer", "what": sentence}])},
        "record": {"body": json.dumps({"agenda": [], "turns": {sentence: 3}, "spoke": sentence})},
        "change": {"value": json.dumps(sentence)},
    }
    row |= instead.get(table.name, {})
    names, holes = ", ".join(f'"{one}"' for one in row), ", ".join("?" * len(row))
    con.execute(f'INSERT INTO "{table.name}" ({names}) VALUES ({holes})', tuple(row.values()))


@pytest.mark.faults
def test_every_text_of_every_table_is_looked_through(members: CoalitionFile, figures: Figures) -> None:
    """Ann's name is put into each column of words that there is; none of them says it afterwards."""
    members.close()
    with closing(sqlite.connect(members.path, isolation_level=None)) as con:
        for table in METADATA.sorted_tables:
            if table not in QUIET and table is not PERSON:
                planted(con, table)
    planted_in = members.path.read_bytes().count(b"zz Ann Lee zz")
    assert planted_in > 90
    again = files.open_to_write(members.path)
    found = seen(again)
    erase(again, planned(again, ANN, [one.key for one in found.mentions]), TODAY)
    again.close()
    left = said(again)
    figures(
        "A person erased", f"{planted_in} texts spoke of her; left in the bytes: {len(left)}", holds=not left
    )
    assert left == set()


def test_the_sample_coalition_goes_on_without_any_of_its_people(file: CoalitionFile) -> None:
    sample.write(file, TODAY)
    with file.reading() as con:
        everybody = people.people(con)
        meetings_before = meetings.meetings(con)
    for one in everybody[:4]:
        gone(file, one.id)
        assert said(file, (one.name, one.email)) <= {""}
    with file.reading() as con:
        assert findings(con) == ()
        assert len(people.people(con)) == len(everybody) - 4
        assert len(meetings.meetings(con)) == len(meetings_before)
