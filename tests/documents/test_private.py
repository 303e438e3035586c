"""What is private reaches nobody: a secret is planted in every private field, and every output searched for it.

Each column of text in a coalition's file is named below, as private or as one that papers may show; a new one fails
here until it is named.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Table

from coalmeet.store.tables.kinds import METADATA
from tests.documents.all_outputs import command, make_everything, readable

PRIVATE = {
    "person.email": "stands in the head of a letter to that person's own organisation, and nowhere else",
    "person.phone": "",
    "person.access_needs": "seen when preparing and opening, never in minutes",
    "person.language": "the same",
    "private_note.text": "the facilitator's own",
    "change.value": "the history of what was typed, corrected and deleted",
    "change.writer": "whose computer it was",
    "move.writer": "the same",
    "move.boot": "the same",
    "record.writer": "the same",
    "decision_entry.writer": "the same",
    "survey_answer.survey": "nobody sees single answers",
    "survey_answer.question": "the same",
    "survey_answer.answer": "the same",
    "redaction.table": "what was erased on request",
    "bringing_in.copy": "the name of a file, which may be that of a person",
    "bringing_in.came": "what it takes to undo a bringing in",
    "bringing_in.went": "the same",
    "bringing_in.doubts": "the same",
    "template.name": "a template of an agenda is the facilitator's own until a meeting is made of it",
}
# Papers may show these, where they have a place for them; codes, days and what is known by an id among them.
SHOWN = {
    "action": "meeting item number text owner owner_name organisation organisation_name due",
    "affiliation": "person organisation capacity since until",
    "attendance": "meeting person organisation capacity channel spans",
    "change": "table row field seen",
    "coalition": "name purpose language time_zone unit answers tested_by fallback tell_words tell_voices retro_first "
    "retro_start",
    "decision": "meeting item number text outcome method kind proposed_by responsible review_date "
    "provisional_until present ancestor absent mandates decided_on decided_by authority",
    "decision_entry": "decision kind on organisation channel text answers review_date successor",
    "decision_kind": "name method decider",
    "item": "meeting built_in title label desired_outcome presenters proposal need proposer kind topic ancestor",
    "link": "meeting name organisation_name person organisation",
    "meeting": "date title start place link coalition source facilitator turn note_taker prepared_by facilitators "
    "called_by cannot_wait charter_rule notes_turn co_facilitator counts",
    "move": "meeting parent events",
    "note": "meeting text",
    "organisation": "name short joined left merged_into protection_review",
    "parked": "title meeting item topic taken_up",
    "person": "name merged_into",
    "private_note": "meeting",
    "record": "meeting source digest body seen",
    "survey": "title questions opened closed",
    "template_item": "template built_in title label desired_outcome presenters proposal need proposer kind topic "
    "ancestor",
    "turn": "planned actual reason prepared present to_note noted",
    "turn_note": "meeting organisation wish other reason role",
}


def secret(column: str) -> str:
    """What is planted in a column; an address where one belongs."""
    word = "zz" + column.replace(".", "zz").replace("_", "z")
    return f"{word}@example.org" if column == "person.email" else word


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample coalition with a secret in every private field."""
    path = tmp_path_factory.mktemp("private") / "s.coalmeet"
    assert command("new", path, "--name", "Sample", "--sample")[0] == 0
    con = sqlite3.connect(path)
    with con:
        meetings = [one for (one,) in con.execute("SELECT id FROM meeting ORDER BY date DESC")]
        for column in PRIVATE:
            table, name = column.split(".")
            if not con.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]:
                _add_row(con, METADATA.tables[table], meetings[-1])
            value = json.dumps(secret(column)) if column == "change.value" else secret(column)
            # The history of dates is what a calendar counts by.
            of = " WHERE field NOT IN ('date', 'start')" if table == "change" else ""
            con.execute(f'UPDATE "{table}" SET "{name}" = ?{of}', (value,))
        for meeting in meetings:
            _whisper(con, meeting)
    con.close()
    return path


def _add_row(con: sqlite3.Connection, table: Table, meeting: str) -> None:
    """A row of a table that has none, of a meeting that was held where it is one's."""
    wanted = {
        one.name: 0 if one.type.compile() == "INTEGER" else "[]" for one in table.columns if not one.nullable
    }
    row = wanted | {"id": "the only one"} | ({"meeting": meeting} if "meeting" in table.columns else {})
    names, holes = ", ".join(f'"{one}"' for one in row), ", ".join("?" * len(row))
    con.execute(f'INSERT INTO "{table.name}" ({names}) VALUES ({holes})', tuple(row.values()))


def _whisper(con: sqlite3.Connection, meeting: str) -> None:
    """Put a stretch off the record, and take something out of the notes, in the record of a meeting that was held."""
    for id_, body in con.execute("SELECT id, body FROM record WHERE meeting = ?", (meeting,)).fetchall():
        record = json.loads(body)
        hidden = {
            "title": "Between us",
            "off_record": True,
            "notes": "zzoffzrecord",
            "notes_at_meeting": "zzoffzearlier",
        }
        record["agenda"] = [*record["agenda"], hidden]
        record["agenda"][0]["notes_at_meeting"] = "zztakenzout"
        con.execute("UPDATE record SET body = ? WHERE id = ?", (json.dumps(record), id_))


@pytest.fixture(scope="module")
def made(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder with everything that can be made, and all that was said meanwhile."""
    folder = tmp_path_factory.mktemp("papers") / "all"
    records: list[str] = []
    listening = logging.Handler()
    listening.emit = lambda one: records.append(listening.format(one))  # type: ignore[method-assign]
    logging.getLogger().addHandler(listening)
    try:
        said = make_everything(sample, folder)
    finally:
        logging.getLogger().removeHandler(listening)
    return folder, "\n".join([said, *records])


def test_every_text_of_the_file_is_named_private_or_not() -> None:
    texts = {
        f"{table.name}.{column.name}"
        for table in METADATA.tables.values()
        for column in table.columns
        if column.type.compile().upper() in {"TEXT", "VARCHAR"} and column.name != "id"  # drawn at random
    }
    named = {f"{table}.{name}" for table, names in SHOWN.items() for name in names.split()}
    assert not named & set(PRIVATE)
    assert texts == named | set(PRIVATE)


def test_no_paper_holds_a_secret_and_no_command_says_one(made: tuple[Path, str]) -> None:
    folder, said = made
    assert "zz" not in said
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert {one.suffix for one in files} >= {".pdf", ".html", ".md", ".json", ".csv", ".ics", ".eml"}
    found = {(path.name, word) for path in files for text in readable(path) for word in _secrets(text, path)}
    assert found == set()


def _secrets(text: str, path: Path) -> set[str]:
    words = {secret(column) for column in PRIVATE} | {"zzoffzrecord", "zzoffzearlier", "zztakenzout"}
    if path.suffix == ".eml":
        words.discard(secret("person.email"))  # its own test says where it may stand
    if path.suffix == ".json":  # the record itself, which comes back byte by byte
        words -= {"zzoffzrecord", "zzoffzearlier", "zztakenzout"}
    return {word for word in words if word in text}


def test_an_address_stands_in_the_head_of_a_letter_and_nowhere_else(made: tuple[Path, str]) -> None:
    folder, _said = made
    letters = [path.read_bytes().decode() for path in folder.rglob("*.eml")]
    assert letters
    for letter in letters:
        head, _empty, rest = letter.partition("\r\n\r\n")
        assert secret("person.email") in head
        assert secret("person.email") not in rest


def test_what_is_planted_would_be_found(made: tuple[Path, str]) -> None:
    """What papers do show is found in the same way: the search sees into each kind of file."""
    folder, _said = made
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".pdf", ".html", ".md", ".json", ".eml"} and path.stat().st_size > 1000:
            assert any("Sample" in text or "Between us" in text for text in readable(path)), path.name
