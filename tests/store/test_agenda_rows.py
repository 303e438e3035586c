"""Preparing an agenda: order, templates, and taking steps back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from coalmeet.coalition.plan import PlannedItem
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.store import agenda, edit, meetings, notes
from coalmeet.store.file import CoalitionFile

Plan = Callable[..., str]


def item(title: str, **more: object) -> PlannedItem:
    return PlannedItem(id="", position=0, title=title, **more)  # type: ignore[arg-type]


class Preparing:
    """One meeting's agenda, read and changed a transaction at a time."""

    def __init__(self, file: CoalitionFile, meeting: str) -> None:
        self.file, self.meeting = file, meeting

    @property
    def items(self) -> tuple[PlannedItem, ...]:
        with self.file.reading() as con:
            return agenda.items(con, self.meeting)

    @property
    def titles(self) -> str:
        return " ".join(one.title for one in self.items)

    def id_of(self, title: str) -> str:
        return next(one.id for one in self.items if one.title == title)

    def insert(self, *titles: str, at: int | None = None) -> tuple[str, ...]:
        with self.file.writing() as con:
            return agenda.insert(con, self.file, self.meeting, [item(one) for one in titles], at)

    def move(self, title: str, to: int) -> tuple[str, ...]:
        item_id = self.id_of(title)
        with self.file.writing() as con:
            return agenda.move(con, self.file, self.meeting, item_id, to)

    def undo(self, changes: tuple[str, ...]) -> None:
        with self.file.writing() as con:
            edit.undo(con, self.file, changes)


@pytest.fixture
def preparing(file: CoalitionFile, plan: Plan) -> Preparing:
    made = Preparing(file, plan())
    made.insert("A", "B", "C", "D")
    return made


def test_items_stand_in_order_and_count_from_nought(preparing: Preparing) -> None:
    assert preparing.titles == "A B C D"
    assert [one.position for one in preparing.items] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("at", "expected"), [(0, "X A B C D"), (2, "A B X C D"), (99, "A B C D X"), (-5, "X A B C D")]
)
def test_items_are_put_in_anywhere(preparing: Preparing, at: int, expected: str) -> None:
    changes = preparing.insert("X", at=at)
    assert preparing.titles == expected
    preparing.undo(changes)
    assert preparing.titles == "A B C D"


@pytest.mark.parametrize(
    ("title", "to", "expected"),
    [
        ("D", 0, "D A B C"),
        ("A", 3, "B C D A"),
        ("B", 2, "A C B D"),
        ("C", 2, "A B C D"),
        ("A", 99, "B C D A"),
    ],
)
def test_items_are_moved_anywhere(preparing: Preparing, title: str, to: int, expected: str) -> None:
    changes = preparing.move(title, to)
    assert preparing.titles == expected
    preparing.undo(changes)
    assert preparing.titles == "A B C D"


def test_moving_one_item_writes_one_change_and_room_is_made_when_it_runs_out(preparing: Preparing) -> None:
    assert len(preparing.move("D", 1)) == 1
    for number in range(30):
        preparing.insert(f"n{number}", at=1)
    titles = [one.title for one in preparing.items]
    assert titles == ["A", *(f"n{number}" for number in reversed(range(30))), "D", "B", "C"]
    assert len({one.id for one in preparing.items}) == 34


def test_an_item_that_is_gone_cannot_be_moved(preparing: Preparing) -> None:
    with preparing.file.writing() as con, pytest.raises(NotAllowed, match="no longer on the agenda"):
        agenda.move(con, preparing.file, preparing.meeting, "gone", 0)


def test_removing_an_item_takes_its_notes_and_undoing_brings_them_back(preparing: Preparing) -> None:
    gone = preparing.id_of("B")
    with preparing.file.writing() as con:
        notes.write(con, preparing.file, preparing.meeting, gone, "for the minutes")
        notes.write_private(con, preparing.file, preparing.meeting, gone, "between us")
        changes = agenda.remove(con, preparing.file, gone)
        assert notes.read(con, preparing.meeting) == notes.read_private(con, preparing.meeting) == {}
    assert preparing.titles == "A C D"
    preparing.undo(changes)
    assert preparing.titles == "A B C D"
    with preparing.file.reading() as con:
        assert notes.read(con, preparing.meeting) == {gone: "for the minutes"}
        assert notes.read_private(con, preparing.meeting) == {gone: "between us"}


def test_everything_of_an_item_is_kept(preparing: Preparing) -> None:
    full = PlannedItem(
        id=preparing.id_of("B"), position=1, built_in="", title="B", label="decision", minutes=25,
        desired_outcome="A budget", presenters=("Ana", "Bo"), proposal="We spend 500.", need="Boats leak",
        proposer="reed", kind="budget", topic="t1",
    )  # fmt: skip
    with preparing.file.writing() as con:
        agenda.change(con, preparing.file, full)
    assert preparing.items[1] == full


def test_every_new_item_begins_a_topic_unless_it_has_one(preparing: Preparing) -> None:
    assert len({one.topic for one in preparing.items} - {""}) == 4
    with preparing.file.writing() as con:
        agenda.insert(con, preparing.file, preparing.meeting, [item("E", topic="old topic")])
    assert preparing.items[-1].topic == "old topic"


def test_five_hundred_items_are_taken_at_once(preparing: Preparing, statements: list[str]) -> None:
    with preparing.file.writing() as con:
        statements.clear()
        agenda.insert(con, preparing.file, preparing.meeting, [item("x" * 1000) for _number in range(500)])
        assert len(statements) <= 10
        statements.clear()
        assert len(agenda.items(con, preparing.meeting)) == 504
        assert len(statements) == 1


def test_a_template_keeps_an_agenda_without_what_belongs_to_one_meeting(
    preparing: Preparing, plan: Plan
) -> None:
    with preparing.file.writing() as con:
        first = preparing.items[0]
        agenda.change(
            con, preparing.file, PlannedItem(first.id, 0, title="A", minutes=5, proposal="We buy", topic="t")
        )
    for _twice in range(2):
        shown = preparing.items
        with preparing.file.writing() as con:
            agenda.save_template(con, preparing.file, "Monthly", shown)
    with preparing.file.reading() as con:
        (template,) = agenda.templates(con)
    assert (template.name, [one.title for one in template.items]) == ("Monthly", ["A", "B", "C", "D"])
    assert (template.items[0].minutes, template.items[0].proposal, template.items[0].topic) == (5, "", "")
    other = Preparing(preparing.file, plan(date(2026, 6, 11)))
    with preparing.file.writing() as con:
        fresh = [replace(one, id="") for one in template.items]
        agenda.insert(con, preparing.file, other.meeting, fresh)
    assert other.titles == "A B C D"
    assert not {one.id for one in other.items} & {one.id for one in preparing.items}
    with preparing.file.writing() as con:
        gone = agenda.delete_template(con, preparing.file, template)
        assert agenda.templates(con) == ()
        edit.undo(con, preparing.file, gone)
        assert agenda.templates(con) == (template,)


def test_deleting_a_planned_meeting_takes_all_with_it_and_can_be_undone(preparing: Preparing) -> None:
    item_id = preparing.id_of("B")
    with preparing.file.writing() as con:
        notes.write_private(con, preparing.file, preparing.meeting, item_id, "between us")
    with preparing.file.writing() as con:
        changes = meetings.delete(con, preparing.file, preparing.meeting)
        assert meetings.meetings(con) == ()
        for table in ("item", "private_note", "note"):
            assert con.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0
        with pytest.raises(FileProblem, match="no meeting"):
            meetings.meeting(con, preparing.meeting)
        with pytest.raises(FileProblem, match="no meeting"):
            meetings.row(con, preparing.meeting)
        edit.undo(con, preparing.file, changes)
    assert preparing.titles == "A B C D"


def test_an_emptied_note_is_gone(preparing: Preparing) -> None:
    with preparing.file.writing() as con:
        for text in ("first", "second", ""):
            notes.write(con, preparing.file, preparing.meeting, "i1", text)
        assert notes.read(con, preparing.meeting) == {}
