"""The steps that every file has gone through, and that the tables in code say the same as the file."""

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Table
from sqlalchemy.dialects.sqlite.base import SQLiteDialect

from coalmeet.store import migrations
from coalmeet.store.driver import Raw
from coalmeet.store.tables import METADATA, QUIET


@pytest.fixture
def con() -> Raw:
    con = sqlite.connect(":memory:", isolation_level=None)
    con.execute("BEGIN")
    migrations.apply(con)
    con.execute("COMMIT")
    return con


def columns_in_code(table: Table) -> set[tuple[object, ...]]:
    dialect = SQLiteDialect()
    return {
        (
            column.name,
            column.type.dialect_impl(dialect)
            .compile(dialect=dialect)
            .split("(")[0]
            .replace("VARCHAR", "TEXT"),
            not column.nullable,
            None if column.server_default is None else str(getattr(column.server_default, "arg", "")),
            column.primary_key,
        )
        for column in table.columns
    }


def columns_in_file(con: Raw, name: str) -> set[tuple[object, ...]]:
    rows = con.execute(f"PRAGMA table_info('{name}')").fetchall()
    return {
        (name, kind, bool(needed), default if default is None else default.strip("'"), bool(key))
        for _number, name, kind, needed, default, key in rows
    }


@pytest.mark.parametrize("name", sorted(METADATA.tables))
def test_the_tables_in_code_are_those_of_the_file(con: Raw, name: str) -> None:
    table = METADATA.tables[name]
    assert columns_in_code(table) == columns_in_file(con, name)
    indexes = con.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", (name,)
    ).fetchall()
    assert {row[0] for row in indexes} == {index.name for index in table.indexes}
    for index in table.indexes:
        there = con.execute(f"PRAGMA index_info('{index.name}')").fetchall()
        assert [row[2] for row in there] == [column.name for column in index.columns]


def test_the_file_has_no_table_that_the_code_does_not_know(con: Raw) -> None:
    rows = con.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    assert {row[0] for row in rows} == {*METADATA.tables, "format"}


def test_every_table_is_strict(con: Raw) -> None:
    rows = con.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    assert all(strict for name, strict in rows if not name.startswith("sqlite_"))


def test_no_search_index_keeps_words_that_were_deleted(con: Raw) -> None:
    """FTS5 does, unless it is told not to: whoever adds an index has to see to it."""
    texts = [text.upper() for (text,) in con.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")]
    assert texts
    assert not [text for text in texts if "VIRTUAL" in text]


def add_a_column(con: Raw) -> None:
    con.execute("ALTER TABLE parked ADD COLUMN why TEXT NOT NULL DEFAULT ''")


def fail(con: Raw) -> None:
    con.execute("CREATE TABLE half (id INTEGER)")
    raise RuntimeError("the step failed")


def version(con: Raw) -> int:
    return int(con.execute("PRAGMA user_version").fetchone()[0])


def test_an_older_file_gets_the_steps_it_has_not_had(con: Raw) -> None:
    migrations.migrate(con, (*migrations.STEPS, add_a_column))
    assert version(con) == migrations.LATEST + 1
    assert "why" in {column[0] for column in columns_in_file(con, "parked")}
    migrations.migrate(con, (*migrations.STEPS, add_a_column))


def test_a_failing_step_leaves_the_older_file_whole(con: Raw) -> None:
    before = migrations.schema(con)
    with pytest.raises(RuntimeError, match="the step failed"):
        migrations.migrate(con, (*migrations.STEPS, add_a_column, fail))
    assert version(con) == migrations.LATEST
    assert migrations.schema(con) == before


def test_steps_run_only_inside_a_transaction(con: Raw) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        migrations.apply(con)


@pytest.mark.parametrize("name", [table.name for table in QUIET])
def test_what_gives_nobody_away_has_no_row_number_no_time_and_no_writer(con: Raw, name: str) -> None:
    with pytest.raises(sqlite.OperationalError, match="rowid"):
        con.execute(f"SELECT rowid FROM {name}")
    telling = {"counter", "writer", "at", "mono", "boot", "on", "seen", "person", "organisation"}
    assert not telling & {column[0] for column in columns_in_file(con, name)}
    con.execute("SELECT rowid FROM survey")  # it would be found where there is one
