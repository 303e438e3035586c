"""The guarded reader refuses nothing that the program itself writes: no meeting, no format, no column."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from coalmeet.errors import NotAllowed
from coalmeet.ids import new_id
from coalmeet.store import driver, log, migrations, records
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile
from coalmeet.store.foreign import child, fits, rows
from coalmeet.store.tables import rules
from tests.stories.conftest import Headless, played
from ui.rehearsal import stories

FILES = Path(__file__).parents[2] / "files"
WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"  # else the first one and the last
KEPT = {int(path.name.removeprefix("format-").split(".")[0]) for path in FILES.glob("format-*.gz")}
NOW = 1_778_767_200_000  # 14 May 2026, 14:00 UTC
RECORD = json.dumps(
    {
        "format": "coalmeet.meeting", "version": 1, "date": "2026-05-14", "note_takers": ["Ada Quist"], "agenda": [],
    }
)  # fmt: skip
TOLD = rows.Told(rules.rules(), frozenset(rules.edited()))


def test_every_column_of_every_format_has_a_rule() -> None:
    for version in range(1, migrations.LATEST + 1):
        with closing(driver.sqlite.connect(":memory:", isolation_level=None)) as con:
            con.execute("BEGIN")
            migrations.apply(con, migrations.STEPS[:version])
            for table, names in rows.columns(con).items():
                if table != rows.FORMAT:
                    assert set(names) <= set(TOLD.rules[table]), (version, table)
    kinds = {kind for columns in TOLD.rules.values() for kind, _empty in columns.values()}
    assert kinds <= set(fits._KINDS)


def test_every_story_is_taken_as_it_was_written(
    file: CoalitionFile, path: Path, plan: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tables: list[Headless] = []
    begin = Headless.__init__
    monkeypatch.setattr(
        Headless, "__init__", lambda one, opening: (tables.append(one), begin(one, opening))[1]
    )
    for name in stories.names():
        for sitting in stories.story(name).sittings:
            told = played(sitting)
            meeting = plan(title=name)
            with file.writing() as con:
                parent = log.FIRST
                for move in tables[-1].log:  # its ids are numbers that each story begins anew
                    parent = log.write(con, file, meeting, replace(move, id=new_id(), parent=parent)).id
                records.write(con, file, meeting, told.record, "live")
    file.close()
    assert child.read(path, TOLD)["rows"] > 1000


@pytest.mark.parametrize("version", sorted(set(range(1, migrations.LATEST + 1)) - KEPT))
def test_a_format_of_which_no_file_is_kept_is_taken_over_as_it_would_be_opened(
    version: int, tmp_path: Path
) -> None:
    sent, taken, opened = (tmp_path / f"{name}.coalmeet" for name in ("sent", "taken", "opened"))
    sent.touch()
    with closing(driver.connect(sent, "rw")) as con:
        con.execute("BEGIN")
        migrations.apply(con, migrations.STEPS[:version])
        con.execute("UPDATE format SET created = ?", (NOW,))
        con.execute(
            "INSERT INTO coalition (id, name, language, time_zone) VALUES ('c', 'River', 'en', 'UTC')"
        )
        con.execute("INSERT INTO person (id, name) VALUES ('p', 'Ada Quist')")
        con.execute("INSERT INTO meeting (id, date, title) VALUES ('m', '2026-05-14', 'Spring')")
        con.execute("INSERT INTO turn (id, actual) VALUES ('m', 'o')")
        con.execute(
            "INSERT INTO attendance (id, meeting, person, organisation, present) VALUES ('a', 'm', 'p', 'o', 1)"
        )
        con.execute(
            "INSERT INTO record (id, meeting, counter, writer, source, digest, body) "
            f"VALUES ('r', 'm', 1, 'w', 'live', '', '{RECORD}')"
        )
        con.execute("COMMIT")
    opened.write_bytes(sent.read_bytes())
    files.open_to_write(opened).close()
    taken.touch()
    assert child.read(sent, TOLD, to=taken)["format"] == version
    assert everything(taken) == everything(opened)
    assert dict(everything(taken))["turn"][0][-1] == "o" or version > 6


@pytest.mark.parametrize(
    "kept",
    sorted(FILES.glob("format-*.gz" if WHOLE else "format-[18].*")),
    ids=lambda path: path.name.split(".")[0],
)
def test_a_file_that_an_earlier_program_wrote_is_taken_over_whole(kept: Path, tmp_path: Path) -> None:
    sent, taken, opened = (tmp_path / f"{name}.coalmeet" for name in ("sent", "taken", "opened"))
    sent.write_bytes(gzip.decompress(kept.read_bytes()))
    opened.write_bytes(sent.read_bytes())
    files.open_to_write(opened).close()
    taken.touch()
    child.read(sent, TOLD, to=taken)
    assert everything(taken) == everything(opened)


def everything(path: Path) -> list[tuple[str, list[tuple[object, ...]]]]:
    """The rows of each table."""
    with closing(driver.connect(path, "ro")) as con:
        names = con.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
        return [(name, con.execute(f'SELECT * FROM "{name}"').fetchall()) for (name,) in names]


def test_the_reader_is_no_stricter_than_the_store(file: CoalitionFile) -> None:
    """A NUL is what neither takes; every other character may stand in a text."""
    with pytest.raises(NotAllowed), file.writing() as con:
        records.write(con, file, "m", {"title": "a\0b"}, "live")
    assert not fits.fits(("record", False), RECORD.replace("Ada Quist", "a\\u0000b"))
    assert fits.fits(("record", False), RECORD.replace("Ada Quist", "a\\u0001b"))
