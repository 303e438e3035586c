"""How each table comes together: said for every one of them, and true of a meeting that was run on two laptops."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.ids import new_id
from coalmeet.meeting import events, fold
from coalmeet.meeting.journal import Move
from coalmeet.store import actions, attendance, decisions, edit, live_meeting, log, meetings, notes, records
from coalmeet.store import file as files
from coalmeet.store.bringing_in import TOGETHER, UNITED
from coalmeet.store.bringing_in.applying import choose_now
from coalmeet.store.bringing_in.both_versions import both_together
from coalmeet.store.bringing_in.choosing import choose
from coalmeet.store.bringing_in.comparing import entries, stamp
from coalmeet.store.bringing_in.erased import erased_in_both
from coalmeet.store.bringing_in.field_words import counted, field_words, kind_words
from coalmeet.store.bringing_in.open_questions import open_questions
from coalmeet.store.bringing_in.telling import in_order, side_name
from coalmeet.store.bringing_in.undoing import again, undo
from coalmeet.store.bringing_in.values import Doubt
from coalmeet.store.erasing import erase, look
from coalmeet.store.file import CoalitionFile
from coalmeet.store.tables import APPENDED, EDITED, METADATA, OWN, QUIET, REDACTION
from tests.store.bringing_in.copies import Copies, compared, said, take

OPENED = events.MeetingOpened(
    title="Spring meeting",
    coalition="River Alliance",
    date="2026-05-14",
    time_zone="Europe/London",
    planned_start=0,
    planned_minutes=90,
    members=(events.Member("reed", "Reed Cooperative"), events.Member("mill", "Mill Road")),
    people=(events.Seat("ana", "Ana", "reed"), events.Seat("bo", "Bo", "mill")),
    agenda=(events.AgendaEntry("i1", "Budget", "decision", topic="t1"),),
    facilitator="ana",
)
HERE = ((events.Arrived("ana"), events.Arrived("bo")), (events.ItemStarted("i1"),))


def agreed(proposal: str, text: str) -> tuple[tuple[events.Event, ...], ...]:
    return (
        (
            events.ProposalBrought(proposal, "i1", text, proposer="mill"),
            events.StageReached(proposal, "presented"),
        ),
        (events.TextLocked(proposal, 1),),
        (events.ProposalAdopted(proposal, text, ("reed", "mill")),),
        (events.ActionAgreed(f"a-{proposal}", f"See to: {text}", "bo", "Bo", "2026-06-01", 1.0, "i1"),),
        (events.MeetingClosed(),),
    )


def test_every_table_says_how_it_comes_together() -> None:
    """A new table fails here until coalmeet/store/bringing_in says what becomes of it when two copies meet."""
    assert set(TOGETHER) == {*METADATA.tables, "format"}
    assert {name for name, way in TOGETHER.items() if way == "rebuilt"} == {one.name for one in EDITED}
    united = {one.name for one in (*APPENDED, *QUIET)} - {REDACTION.name}
    assert {name for name, way in TOGETHER.items() if way == "united"} == united
    assert {name for name, way in TOGETHER.items() if way == "own"} == {*(one.name for one in OWN), "format"}


def test_a_comparison_knows_of_every_table_whether_it_grew(pair: Copies) -> None:
    with pair.files[0].reading() as con:
        assert {name for name, _count, _largest in stamp(con).counts} == {*UNITED, REDACTION.name}


def test_every_column_has_words_for_the_person_who_chooses() -> None:
    unnamed = [f"{table.name}.{column.name}" for table in EDITED for column in table.columns
               if column.name != "id" and not field_words(table.name, column.name)]  # fmt: skip
    assert unnamed == []
    assert all(kind_words(table.name) and counted(table.name, 2) for table in EDITED)


def prepare(first: CoalitionFile) -> None:
    """A meeting is planned, and its first steps are taken."""
    with first.writing() as con:
        edit.edit(con, first, "organisation", "reed", name="Reed Cooperative")
        meetings.save(con, first, PlannedMeeting(id="m1", title="Spring meeting", date=date(2026, 5, 14)))
    happen(first, (OPENED,), *HERE)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Copies]:
    """Two laptops with the same file."""
    here = Copies(tmp_path, prepare, count=2)
    yield here
    here.close()


def happen(file: CoalitionFile, *moves: tuple[events.Event, ...]) -> None:
    for what in moves:
        with file.reading() as con:
            there = log.read(con, "m1")
        draft = Move(
            new_id(),
            there[-1].id if there else log.FIRST,
            what,
            1_778_767_200_000 + len(there),
            mono=1,
            boot="b",
        )
        live_meeting.write(file, "m1", draft, fold.replay((*there, draft)), {"i1": "Long talk."})


def left(file: CoalitionFile) -> dict[str, object]:
    """What lives on of the meeting."""
    with file.reading() as con:
        return {
            "state": meetings.row(con, "m1").state,
            "decisions": [one.text for one in decisions.of_meeting(con, "m1")],
            "actions": [one.text for one in actions.actions(con)],
            "people": sorted(one.person for one in attendance.attendance(con)),
            "recorded": [d["text"] for item in (records.find(con, "m1") or {"agenda": ()})["agenda"]
                         for d in item.get("decisions") or ()],
        }  # fmt: skip


def test_a_meeting_handed_over_in_the_middle_goes_forward(pair: Copies) -> None:
    first, second = pair.files
    happen(second, *agreed("p1", "We buy two boats."))
    coming = compared(first, second)
    assert coming.doubts == ()
    take(first, coming)
    assert left(first) == left(second)
    assert left(first)["decisions"] == ["We buy two boats."]


def only(file: CoalitionFile) -> Doubt:
    with file.reading() as con:
        (doubt,) = open_questions(con)
    return doubt


def test_a_meeting_run_on_two_laptops_is_one_question_and_never_interleaved(pair: Copies) -> None:
    first, second = pair.files
    happen(first, *agreed("p1", "We buy two boats."))
    happen(second, *agreed("p2", "We buy no boat."))
    coming = compared(first, second)
    (doubt,) = coming.doubts
    assert (doubt.kind, doubt.about) == ("run", "Meeting: Spring meeting, 14 May 2026")
    assert {side.words for side in doubt.sides} == {"5 steps of its own, closed, 1 decision, led by Ana"}
    take(first, coming)
    with first.reading() as con, pytest.raises(FileProblem, match="which of the two counts"):
        log.read(con, "m1")
    theirs = next(number for number, side in enumerate(only(first).sides) if side.there)
    with first.writing() as con:
        choose(con, first, only(first), theirs)
    assert left(first) == {
        "state": "closed",
        "decisions": ["We buy no boat."],
        "actions": ["See to: We buy no boat."],
        "people": ["ana", "bo"],
        "recorded": ["We buy no boat."],
    }
    with first.reading() as con:
        assert open_questions(con) == ()
        assert [type(move.events[0]).__name__ for move in log.read(con, "m1")][-1] == "MeetingClosed"


def test_whoever_chose_is_followed_in_every_copy_and_may_change_their_mind(pair: Copies) -> None:
    first, second = pair.files
    happen(first, *agreed("p1", "We buy two boats."))
    happen(second, *agreed("p2", "We buy no boat."))
    coming = compared(first, second)
    ours = next(number for number, side in enumerate(coming.doubts[0].sides) if side.here)
    take(first, coming, {coming.doubts[0].key: ours})
    assert left(first)["decisions"] == ["We buy two boats."]
    take(second, compared(second, first))
    assert said(second) == said(first)
    assert left(second)["decisions"] == ["We buy two boats."]
    with second.writing() as con:
        choose(con, second, coming.doubts[0], 1 - ours)
    take(first, compared(first, second))
    assert left(first)["decisions"] == ["We buy no boat."]


def test_a_run_that_was_not_closed_goes_on_where_it_stood(pair: Copies) -> None:
    first, second = pair.files
    happen(first, *agreed("p1", "We buy two boats."))
    happen(second, *agreed("p2", "We buy no boat.")[:3])
    coming = compared(first, second)
    theirs = next(number for number, side in enumerate(coming.doubts[0].sides) if side.there)
    take(first, coming, {coming.doubts[0].key: theirs})
    assert left(first)["state"] == "running"
    assert left(first)["decisions"] == []
    happen(first, *agreed("p2", "We buy no boat.")[3:])
    assert left(first)["decisions"] == ["We buy no boat."]
    assert left(first)["state"] == "closed"


def test_minutes_that_went_two_ways_are_shown_side_by_side(pair: Copies) -> None:
    first, second = pair.files
    happen(first, *agreed("p1", "We buy two boats."))
    take(second, compared(second, first))
    for file, more in (
        (first, {"state": "circulated", "circulated_on": "2026-05-20"}),
        (second, {"summary": "Boats."}),
    ):
        with file.writing() as con:
            records.write(con, file, "m1", {**records.read(con, "m1"), **more}, "live")
    coming = compared(first, second)
    (doubt,) = coming.doubts
    assert (doubt.kind, doubt.about) == ("record", "Minutes: Spring meeting, 14 May 2026")
    assert [side_name(side, at) for at, side in in_order(doubt.sides)] == [
        "In this file",
        "In the copy",
        "Both together",
    ]
    assert [side.words for _at, side in in_order(doubt.sides)] == [
        "went round",
        "“In one minute” was written",
        "went round, “In one minute” was written",
    ]
    take(first, coming)
    with first.writing() as con:
        choose(con, first, only(first), 2)
    with first.reading() as con:
        kept = records.read(con, "m1")
        assert (kept["state"], kept["summary"]) == ("circulated", "Boats.")
        assert open_questions(con) == ()


def test_minutes_that_changed_in_the_same_place_are_one_or_the_other() -> None:
    before = {"title": "Spring", "agenda": [{"notes": "a"}, {"notes": "b"}]}
    one = {"title": "Spring", "agenda": [{"notes": "A"}, {"notes": "b"}], "summary": "S"}
    other = {"title": "Spring", "agenda": [{"notes": "a"}, {"notes": "B"}]}
    assert both_together(before, one, other) == {**one, "agenda": [{"notes": "A"}, {"notes": "B"}]}
    assert both_together(before, one, {**other, "agenda": [{"notes": "x"}, {"notes": "b"}]}) is None


def test_two_values_of_a_field_tell_what_they_began_from_and_which_side_says_so(pair: Copies) -> None:
    first, second = pair.files
    for file, sizes in ((first, (12,)), (second, (13, 14))):
        for size in sizes:
            with file.writing() as con:
                edit.edit(con, file, "organisation", "reed", size=size, short="Reed" if size == 12 else "RC")
    coming = compared(first, second)
    named = {one.what: one for one in coming.doubts}
    assert named.keys() == {"Size", "Short name"}
    assert named["Size"].about == "Organisation: Reed Cooperative"
    assert {(side.words, side.here, side.there, side.follows) for side in named["Size"].sides} == {
        ("12", True, False, ""),
        ("14", False, True, "changed 2 times since"),
    }


def test_what_one_deleted_while_the_other_changed_it_stays_until_somebody_says(pair: Copies) -> None:
    first, second = pair.files
    with first.writing() as con:
        edit.delete(con, first, "organisation", "reed")
    with second.writing() as con:
        edit.edit(con, second, "organisation", "reed", size=12)
    take(first, compared(first, second))
    doubt = only(first)
    assert [side.words for side in doubt.sides] == ["deleted", "kept, with Size: 12"]
    with first.writing() as con:
        choose(con, first, doubt, 1)
    row = said(first)["organisation"]["reed"]
    assert (row["name"], row["size"]) == ("Reed Cooperative", 12)
    take(second, compared(second, first))
    assert said(second) == said(first)
    with second.writing() as con:
        choose(con, second, doubt, 0)
    assert "reed" not in said(second)["organisation"]


def test_undoing_takes_along_what_was_chosen_later(pair: Copies) -> None:
    first, second = pair.files
    for number, file in enumerate(pair.files):
        with file.writing() as con:
            edit.edit(con, file, "organisation", "reed", size=12 + number)
    before = said(first)
    take(first, compared(first, second))
    doubt = only(first)
    with first.writing() as con:
        choose_now(con, first, [doubt], {doubt.key: 1})
    with first.reading() as con:
        assert open_questions(con) == ()
    with first.writing() as con:
        undo(con, first)
    assert said(first) == before


def test_the_file_of_another_coalition_does_not_come_in(pair: Copies, tmp_path: Path) -> None:
    other = files.create(tmp_path / "lake.coalmeet", "Lake Alliance", now=1)
    with pytest.raises(FileProblem, match="another coalition"):
        compared(pair.files[0], other)
    other.close()


def test_a_comparison_holds_only_while_nothing_was_written_since(pair: Copies) -> None:
    first, second = pair.files
    with second.writing() as con:
        edit.edit(con, second, "organisation", "mill", name="Mill Road")
    coming = compared(first, second)
    with first.writing() as con:
        edit.edit(con, first, "organisation", "far", name="Far")
    with pytest.raises(NotAllowed, match="Compare them again"):
        take(first, coming)


def test_what_was_built_upon_does_not_go_and_what_went_comes_again(pair: Copies) -> None:
    first, second = pair.files
    with second.writing() as con:
        edit.edit(con, second, "organisation", "mill", name="Mill Road")
    take(first, compared(first, second))
    there = said(first)
    with first.writing() as con:
        undone = undo(con, first)
    assert "mill" not in said(first)["organisation"]
    with first.writing() as con:
        again(con, undone)
    assert said(first) == there
    with first.writing() as con:
        edit.edit(con, first, "organisation", "mill", name="Mill Lane")
    with pytest.raises(NotAllowed, match="gone on with since"), first.writing() as con:
        undo(con, first)


def test_who_was_erased_in_one_copy_never_comes_back_from_another(pair: Copies) -> None:
    """Not with what the other copy still has, nor with what was written there of that person meanwhile."""
    first, second = pair.files
    happen(first, *agreed("p1", "We buy two boats."))
    with first.writing() as con:
        edit.edit(con, first, "person", "ana", name="Ana Ruiz", phone="0123 456")
        notes.write(con, first, "m1", "i1", "Ana Ruiz spoke of boats.")
    take(second, compared(second, first))
    with first.reading() as con:
        mentioned = [one.key for one in look.look(con, "ana").mentions]
    erase.erase(first, erase.plan(first, "ana", mentioned), date(2026, 5, 20))
    with first.writing() as con:
        edit.edit(con, first, "organisation", "far", name="Far")
    with second.writing() as con:
        edit.edit(con, second, "person", "ana", email="ana@example.org")
        edit.edit(con, second, "organisation", "mill", name="Mill Road")
    take(first, compared(first, second))
    take(second, compared(second, first))
    assert said(second) == said(first)
    for file in pair.files:
        assert "ana" not in said(file)["person"]
        assert said(file)["note"]["i1"]["text"].endswith("spoke of boats.")
        holds = [
            (table, row) for table, rows in said(file).items() for row in rows.values() if "Ruiz" in repr(row)
        ]
        assert holds == []
        assert "ana@example.org" not in repr(said(file))
    with second.writing() as con:
        undo(con, second)
    assert "far" not in said(second)["organisation"]
    assert "Ruiz" not in repr(said(second))


def test_two_copies_that_each_erased_somebody_of_one_sentence_erase_both() -> None:
    assert erased_in_both("Ana met a person", "a person met Bo") == "a person met a person"
    assert erased_in_both("a person met Bo", "Ana met a person") == "a person met a person"


def test_what_comes_in_is_counted_as_people_count(pair: Copies) -> None:
    first, second = pair.files
    happen(second, *agreed("p1", "We buy two boats."))
    with second.writing() as con:
        edit.edit(con, second, "organisation", "reed", size=12)
    coming = compared(first, second)
    assert entries(coming.came) == (
        3,
        2,
        0,
    )  # decision, action, minutes; the meeting and the organisation changed
    told = {one.kind: one for one in coming.came}
    assert told["decision"].names == ("We buy two boats.",)
    assert told["organisation"].names == ("Reed Cooperative",)


def test_a_damaged_copy_changes_nothing(pair: Copies, tmp_path: Path) -> None:
    first, second = pair.files
    with second.writing() as con:
        edit.edit(con, second, "organisation", "mill", name="Mill Road")
        con.exec_driver_sql("UPDATE change SET value = '\"Reed\"' WHERE \"row\" = 'reed'")
    shutil.copy(first.path, tmp_path / "before")
    with pytest.raises(FileProblem, match="one and the same entry"):
        compared(first, second)
    assert (tmp_path / "before").read_bytes() == first.path.read_bytes()
