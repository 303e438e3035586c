"""Files made to harm whoever opens them: each takes the bytes of a sound coalition and one idea."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

Make = Callable[[Path, bytes], None]
HOSTILE: dict[str, Make] = {}
PAGE = 4096
DEEP = "[" * 200_000
ENDLESS = "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r)"
NOTHING = "0" * 32


def hostile(make: Make) -> Make:
    """Put a maker on the list under its name."""
    HOSTILE[make.__name__] = make
    return make


def statements(name: str, *sql: str, checked: bool = True) -> None:
    """A file on which somebody has run these statements; unchecked, SQLite minds no constraint."""

    def make(path: Path, sound: bytes) -> None:
        with changed(path, sound) as con:
            con.execute(f"PRAGMA ignore_check_constraints={'OFF' if checked else 'ON'}")
            for one in sql:
                con.execute(one)

    HOSTILE[name] = make


def header(name: str, at: int, value: bytes) -> None:
    """A file whose first hundred bytes say something else."""

    def make(path: Path, sound: bytes) -> None:
        path.write_bytes(sound[:at] + value + sound[at + len(value) :])

    HOSTILE[name] = make


@contextmanager
def changed(path: Path, sound: bytes) -> Iterator[sqlite3.Connection]:
    """A connection that may do anything to a copy."""
    path.write_bytes(sound)
    with closing(sqlite3.connect(path, isolation_level=None)) as con:
        con.execute("PRAGMA journal_mode=OFF")
        con.execute("PRAGMA synchronous=OFF")
        con.execute("PRAGMA writable_schema=ON")
        yield con


def told(into: str, /, **values: object) -> str:
    """One more row, as literals."""
    listed = ", ".join(f'"{name}"' for name in values)
    said = ", ".join(
        "'" + one.replace("'", "''") + "'" if isinstance(one, str) else str(one) for one in values.values()
    )
    return f'INSERT INTO "{into}" ({listed}) VALUES ({said})'


def move(events: str, **more: object) -> str:
    """A row of the log."""
    plain = {
        "id": "1",
        "meeting": "1",
        "parent": "",
        "counter": 1,
        "writer": "w",
        "at": 1,
        "mono": 1,
        "boot": "b",
    }
    return told("move", **{**plain, "events": events, **more})


def change(table: str, field: str, value: str) -> str:
    """A row of the history."""
    return told("change", id="1", counter=1, writer="w", table=table, row="1", field=field, value=value)


def record(body: str) -> str:
    """A row with a record."""
    return told("record", id="1", meeting="1", counter=1, writer="w", source="live", digest="", body=body)


# Structure: power that SQLite would lend to whoever wrote the file.
statements("trigger_deletes", "CREATE TRIGGER t AFTER INSERT ON move BEGIN DELETE FROM meeting; END")
statements("trigger_as_table", "CREATE TRIGGER meeting AFTER INSERT ON move BEGIN DELETE FROM record; END")
statements(
    "view_never_ends",
    "DROP TABLE person",
    f"CREATE VIEW person AS {ENDLESS} SELECT 'p' || x AS id, 'x' AS name FROM r",
)
statements(
    "value_of_200_megabytes",
    "DROP TABLE person",
    "CREATE VIEW person AS SELECT 'p' AS id, hex(zeroblob(100000000)) AS name",
)
statements(
    "column_that_is_computed",
    "DROP TABLE person",
    "CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT GENERATED ALWAYS AS (hex(zeroblob(1000000000))) VIRTUAL)",
)
statements(
    "check_calls_a_library",
    "DROP TABLE parked",
    "CREATE TABLE parked (id TEXT PRIMARY KEY, title TEXT, CHECK (load_extension('evil.so') IS NULL))",
)
statements(
    "default_fills_memory",
    "DROP TABLE parked",
    "CREATE TABLE parked (id TEXT PRIMARY KEY, title TEXT DEFAULT (hex(randomblob(200000000))))",
)
statements("table_too_many", "CREATE TABLE evil (a)")
statements("table_missing", "DROP TABLE parked")
statements("index_computes", "CREATE INDEX i ON move (substr(events, 1, 3))")
statements("statistics_of_a_tool", "ANALYZE")
statements(
    "broken_full_text_index",
    "CREATE VIRTUAL TABLE f USING fts5(a)",
    "INSERT INTO f VALUES ('x')",
    "UPDATE f_data SET block = x'ffffffffffffffffffffffff' WHERE id = 10",
)
statements("letters_of_another_size", "UPDATE sqlite_schema SET sql = upper(sql) WHERE name = 'parked'")
statements(
    "catalogue_of_60_megabytes",
    "CREATE VIEW v AS SELECT 1",
    "UPDATE sqlite_schema SET sql = sql || ' /*' || hex(zeroblob(30000000)) || '*/' WHERE name = 'v'",
)
statements(
    "notes_show_the_private_ones",
    "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'private_note') "
    "WHERE name = 'note'",
)
statements("table_is_the_catalogue", "UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'parked'")
statements(
    "index_points_nowhere", "UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'move_of_meeting'"
)


@hostile
def twenty_thousand_tables(path: Path, sound: bytes) -> None:
    with changed(path, sound) as con:
        con.execute("BEGIN")
        rows = [(f"t{number}", f"t{number}", f"CREATE TABLE t{number} (a, b, c)") for number in range(20_000)]
        con.executemany("INSERT INTO sqlite_schema VALUES ('table', ?, ?, 2, ?)", rows)
        con.execute("COMMIT")


# Numbers of the format.
header("format_of_the_future", 60, (99).to_bytes(4, "big"))
header("format_zero", 60, bytes(4))
header("format_below_zero", 60, b"\xff\xff\xff\xff")
header("another_program", 68, (7).to_bytes(4, "big"))
header("write_ahead_log", 18, b"\2\2")
header("two_bytes_a_letter", 56, (2).to_bytes(4, "big"))
header("more_pages_than_there_are", 28, b"\x7f\xff\xff\xff")
header("no_page_size", 16, b"\0\3")
header("free_pages_without_end", 32, b"\0\0\0\2\0\0\xff\xff")

# Rows.
statements(
    "text_of_64_megabytes",
    told("person", id=NOTHING),
    f"UPDATE person SET name = CAST(zeroblob(67108864) AS TEXT) WHERE id = '{NOTHING}'",
)
statements(
    "no_text_at_all",
    told("person", id=NOTHING),
    f"UPDATE person SET name = CAST(x'41ff42c328' AS TEXT) WHERE id = '{NOTHING}'",
)
statements(
    "half_a_character",
    told("person", id=NOTHING),
    f"UPDATE person SET name = CAST(x'eda080' AS TEXT) WHERE id = '{NOTHING}'",
)
statements(
    "text_with_an_end_in_it",
    told("person", id=NOTHING),
    f"UPDATE person SET name = 'a' || char(0) || 'b' WHERE id = '{NOTHING}'",
)
statements("id_of_a_kilobyte", told("person", id="x" * 1024))
statements("id_of_nothing", told("person", id=""))
statements("day_that_is_none", told("meeting", id="1", date="2026-02-30"))
statements("day_as_a_path", told("meeting", id="1", date="../../x"))
statements("neither_true_nor_false", told("parked", id="1", dropped=7))
statements("number_beyond_all", told("meeting", id="1", minutes=1 << 62))
statements("hours_without_end", told("action", id="1", hours="9e999").replace("'9e999'", "9e999"))
statements("moment_after_all_calendars", move("[]", at=1 << 60))
statements("counter_below_zero", move("[]", counter=-1))
statements("list_without_bottom", told("decision", id="1", present=DEEP))
statements("list_with_an_object", told("decision", id="1", present='[{"a": 1}]'))
statements("list_of_no_texts", told("meeting", id="1", facilitators="[[1]]"))
statements("mandate_of_three", told("decision", id="1", mandates='[["o", "2026-05-14", "x"]]'))
statements("mandate_until_no_day", told("decision", id="1", mandates='[["o", "soon"]]'))
statements("span_after_all_calendars", told("attendance", id="1", spans=f"[[{1 << 60}, null]]"))
statements("memory_of_half_a_row", told("bringing_in", id="1", counter=1, came='[["person"]]'))
statements("window_of_a_billion_days", told("decision", id="1", window_days=1_000_000_000))
statements("day_after_all_calendars", told("decision", id="1", review_date="9999-12-31"))
statements("list_of_a_million", told("decision", id="1", present="[" + "1," * 400_000 + "1]"))
statements("events_without_bottom", move(DEEP))
statements("events_that_are_none", move('{"event": "MeetingClosed"}'))
statements("events_with_a_key_twice", move('[{"event": "MeetingClosed", "event": "ItemStarted"}]'))
statements("record_that_is_a_list", record("[]"))
statements("record_with_an_agenda_of_words", record(json.dumps({"agenda": "all of it"})))
statements("record_with_no_number", record('{"agenda": [{"minutes": NaN}]}'))
statements("change_of_the_catalogue", change("sqlite_schema", "sql", '"x"'))
statements("change_of_the_log", change("move", "events", '"[]"'))
statements("change_of_an_id", change("person", "id", '"2"'))
statements("change_of_a_field_unknown", change("person", "password", '"x"'))
statements("change_to_a_list", change("person", "name", '["x"]'))
statements("change_to_no_day", change("meeting", "date", '"tomorrow"'))
statements("two_coalitions", told("coalition", id="1", name="Another"))
statements("no_coalition", "DELETE FROM coalition")
statements("born_after_all_calendars", f"UPDATE format SET created = {1 << 60}")


@hostile
def another_type_than_the_column(path: Path, sound: bytes) -> None:
    """The table was loose when the row came in, and is strict in the catalogue."""
    with changed(path, sound) as con:
        (text,) = con.execute("SELECT sql FROM sqlite_schema WHERE name = 'parked'").fetchone()
        loose = text.replace(" STRICT", "").rstrip()
        con.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'parked'", (loose,))
    with closing(sqlite3.connect(path, isolation_level=None)) as con:
        con.execute("INSERT INTO parked (id, title, dropped) VALUES ('1', x'00ff', 'no')")
        con.execute("PRAGMA writable_schema=ON")
        con.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'parked'", (text,))


# The file as the system has it.
@hostile
def cut_in_half(path: Path, sound: bytes) -> None:
    path.write_bytes(sound[: len(sound) // 2 // PAGE * PAGE])


@hostile
def cut_in_a_page(path: Path, sound: bytes) -> None:
    path.write_bytes(sound[:-100])


@hostile
def something_behind_it(path: Path, sound: bytes) -> None:
    path.write_bytes(sound + b"PK" + bytes(PAGE - 2))


@hostile
def empty(path: Path, sound: bytes) -> None:
    path.touch()


@hostile
def a_letter(path: Path, sound: bytes) -> None:
    path.write_bytes(b"hello" * 1000)


@hostile
def bytes_without_end(path: Path, sound: bytes) -> None:
    path.symlink_to("/dev/zero")


@hostile
def a_pipe(path: Path, sound: bytes) -> None:
    os.mkfifo(path)


@hostile
def a_folder(path: Path, sound: bytes) -> None:
    path.mkdir()


@hostile
def a_link_to_itself(path: Path, sound: bytes) -> None:
    path.symlink_to(path)


@hostile
def a_file_of_a_terabyte(path: Path, sound: bytes) -> None:
    path.write_bytes(sound)
    os.truncate(path, 1 << 40)


@hostile
def half_saved(path: Path, sound: bytes) -> None:
    path.write_bytes(sound)
    Path(f"{path}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))


@hostile
def half_saved_behind_a_link(path: Path, sound: bytes) -> None:
    behind = path.with_name("behind")
    half_saved(behind, sound)
    path.symlink_to(behind)


@hostile
def log_beside_it(path: Path, sound: bytes) -> None:
    path.write_bytes(sound)
    Path(f"{path}-wal").write_bytes(bytes(32))


@hostile
def page_that_is_its_own_child(path: Path, sound: bytes) -> None:
    """A page of the largest table says that it leads to itself."""
    with changed(path, sound) as con:
        con.executemany(
            "INSERT INTO person (id, name) VALUES (?, ?)",
            [(f"{number:032}", "x" * 200) for number in range(200)],
        )
        (root,) = con.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'person'").fetchone()
    data = bytearray(path.read_bytes())
    start = (root - 1) * PAGE
    data[start + 8 : start + 12] = root.to_bytes(4, "big")
    path.write_bytes(data)


def good(path: Path, sound: bytes) -> None:
    """The one that is to be accepted."""
    path.write_bytes(sound)


def clear(folder: Path) -> None:
    """Take away what a maker left."""
    shutil.rmtree(folder)
