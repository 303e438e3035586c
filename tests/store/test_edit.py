"""Rows behind forms, their history, and undoing."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select

from coalmeet.errors import NotAllowed
from coalmeet.ids import new_id
from coalmeet.store import changes, edit, notes, rows, values
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile
from coalmeet.store.tables import CHANGE, EDITED, ORGANISATION
from coalmeet.store.tables.kinds import Day, Flag, Several

REED = "reed" * 8


def history(con: Connection, row: str = REED, table: str = "organisation") -> list[changes.Change]:
    return changes.of_rows(con, table, [row]).get(row, [])


def name_now(con: Connection) -> str | None:
    return con.execute(select(ORGANISATION.c.name).where(ORGANISATION.c.id == REED)).scalar()


def test_an_edit_writes_the_row_and_a_change_for_each_field(file: CoalitionFile) -> None:
    with file.writing() as con:
        made = edit.edit(con, file, "organisation", REED, name="Reed Cooperative", joined=date(2024, 3, 1))
        found = history(con)
    assert [(one.field, one.value, one.seen) for one in found] == [
        ("name", '"Reed Cooperative"', ()),
        ("joined", '"2024-03-01"', ()),
    ]
    assert [one.id for one in found] == list(made)
    assert {one.writer for one in found} == {file.writer}
    assert found[1].counter == found[0].counter + 1


def test_each_change_names_the_one_that_it_replaces(file: CoalitionFile) -> None:
    with file.writing() as con:
        for name in ("Reed", "Reed Co-op", "Reed Cooperative"):
            edit.edit(con, file, "organisation", REED, name=name)
        first, second, third = history(con)
    assert (first.seen, second.seen, third.seen) == ((), (first.id,), (second.id,))


def test_what_stays_the_same_is_no_change(file: CoalitionFile) -> None:
    with file.writing() as con:
        edit.edit(con, file, "item", REED, title="Budget", presenters=("Ana", "Bo"), minutes=10)
        assert edit.edit(con, file, "item", REED, title="Budget", presenters=["Ana", "Bo"], minutes=10) == ()
        assert len(edit.edit(con, file, "item", REED, title="Budget", minutes=12)) == 1


def test_a_row_has_the_defaults_of_its_table(file: CoalitionFile) -> None:
    with file.writing() as con:
        edit.edit(con, file, "organisation", REED, name="Reed Cooperative")
        row = rows.row(con, "organisation", REED)
    assert row is not None
    assert (row["facilitates"], row["member"], row["size"], row["joined"], row["short"]) == (
        True,
        True,
        None,
        None,
        "",
    )


def test_deleting_is_a_change_that_replaces_all_others(file: CoalitionFile) -> None:
    with file.writing() as con:
        edit.edit(con, file, "organisation", REED, name="Reed", size=12)
        edit.delete(con, file, "organisation", REED)
        *before, deletion = history(con)
        assert deletion.field == changes.DELETED
        assert set(deletion.seen) == {one.id for one in before}
        assert name_now(con) is None
        assert edit.delete(con, file, "organisation", REED) == ()


def test_undoing_an_edit_puts_the_field_back(file: CoalitionFile) -> None:
    with file.writing() as con:
        edit.edit(con, file, "organisation", REED, name="Reed", joined=date(2024, 3, 1))
        done = edit.edit(con, file, "organisation", REED, name="Rede", joined=None, size=3)
        undone = edit.undo(con, file, done)
        row = rows.row(con, "organisation", REED)
        assert row is not None
        assert (row["name"], row["joined"], row["size"]) == ("Reed", date(2024, 3, 1), None)
        edit.undo(con, file, undone)
        assert name_now(con) == "Rede"


def test_undoing_the_making_of_a_row_deletes_it_and_undoing_that_brings_it_back(file: CoalitionFile) -> None:
    with file.writing() as con:
        made = edit.edit(con, file, "organisation", REED, name="Reed", size=12)
        gone = edit.undo(con, file, made)
        assert name_now(con) is None
        back = edit.undo(con, file, gone)
        row = rows.row(con, "organisation", REED)
        assert row is not None
        assert (row["name"], row["size"]) == ("Reed", 12)
        edit.undo(con, file, back)
        assert name_now(con) is None


def test_undoing_what_was_changed_again_since_is_refused(file: CoalitionFile) -> None:
    with file.writing() as con:
        edit.edit(con, file, "organisation", REED, name="Reed")
        second = edit.edit(con, file, "organisation", REED, name="Reed Co-op")
        edit.edit(con, file, "organisation", REED, name="Reed Cooperative")
        with pytest.raises(NotAllowed, match="changed again"):
            edit.undo(con, file, second)
        assert name_now(con) == "Reed Cooperative"


def test_a_row_made_again_after_its_deletion_knows_of_it(file: CoalitionFile) -> None:
    with file.writing() as con:
        edit.edit(con, file, "organisation", REED, name="Reed")
        (deletion,) = edit.delete(con, file, "organisation", REED)
        edit.edit(con, file, "organisation", REED, name="Reed again")
        assert history(con)[-1].seen == (deletion,)
        assert [one.field for one in changes.unseen(history(con))] == ["name"]


def test_two_changes_that_know_nothing_of_each_other_both_stand(file: CoalitionFile) -> None:
    """As after bringing two copies together; the next edit replaces both."""
    with file.writing() as con:
        (first,) = edit.edit(con, file, "organisation", REED, name="Reed")
        con.exec_driver_sql(
            'INSERT INTO change (id, counter, writer, "table", "row", field, seen, value) '
            "VALUES ('other', 99, 'another laptop', 'organisation', ?, 'name', '[]', '\"Rede\"')",
            (REED,),
        )
        assert {one.id for one in changes.unseen(history(con))} == {first, "other"}
        edit.edit(con, file, "organisation", REED, name="Reed Cooperative")
        assert set(history(con)[-1].seen) == {first, "other"}
        assert history(con)[-1].counter == 100


def test_typing_leaves_one_change_an_opening(file: CoalitionFile, path: Path) -> None:
    with file.writing() as con:
        for text in ("We", "We talked", "We talked long"):
            notes.write(con, file, "m", "i1", text)
        first = history(con, "i1", "note")
    assert [(one.field, one.value) for one in first] == [("meeting", '"m"'), ("text", '"We talked long"')]
    file.close()
    again = files.open_to_write(path)
    with again.writing() as con:
        for text in ("We talked long.", "We talked long. Then we ate."):
            notes.write(con, again, "m", "i1", text)
        *before, last = history(con, "i1", "note")
        assert before == first
        assert last.seen == (first[1].id,)
        assert notes.write(con, again, "m", "i1", "We talked long. Then we ate.") == ()
        assert notes.read(con, "m") == {"i1": "We talked long. Then we ate."}
    again.close()


def test_a_copy_made_in_the_middle_of_typing_brings_back_no_old_words(file: CoalitionFile) -> None:
    with file.writing() as con:
        notes.write(con, file, "m", "i1", "We")
        (old,) = [one for one in history(con, "i1", "note") if one.field == "text"]
        notes.write(con, file, "m", "i1", "We talked")
        con.execute(insert(CHANGE), {name: getattr(old, name) for name in old.__slots__})
        (standing,) = [one for one in changes.unseen(history(con, "i1", "note")) if one.field == "text"]
    assert standing.value == '"We talked"'


def test_many_rows_take_few_statements(file: CoalitionFile, statements: list[str]) -> None:
    with file.writing() as con:
        statements.clear()
        edit.edit_rows(con, file, "person", {new_id(): {"name": f"Person {number}"} for number in range(300)})
    assert len(statements) <= 8


TEXTS = st.text(alphabet="aé河𝔘'\"\\{}\u202e\n\t ", max_size=12)
OF_KIND = {
    Day: st.none() | st.dates(),
    Flag: st.booleans(),
    Several: st.lists(TEXTS | st.integers(-9, 9), max_size=3).map(tuple),
}


@given(st.data())
def test_every_value_comes_back_from_the_history(data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(EDITED))
    for column in table.columns:
        plain = st.none() if column.nullable else TEXTS
        value = data.draw(OF_KIND.get(type(column.type), plain))
        assert values.from_json(column, values.to_json(value)) == value
