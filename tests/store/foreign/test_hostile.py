"""Files made to harm whoever opens them are refused, each within a second and in little memory; the good one is not.

In every run one process reads them all, unlimited by the system; with COALMEET_EXAMPLES=full each has one of its own,
as in the program.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coalmeet.errors import FileProblem
from coalmeet.store import file as files
from coalmeet.store import foreign
from coalmeet.store.foreign import child, fits, guard, rows
from coalmeet.store.foreign.refused import Refused
from coalmeet.store.tables import rules
from tests.store.foreign.hostile import HOSTILE, good
from tests.store.foreign.measured import TELL, Measured, Reader, measured, request

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="measures by /proc")

WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"
Figures = Callable[..., None]
SECOND, MEGABYTES = 1.0, 300
# One of each sort, through the door that the program uses.
SOME = ("trigger_deletes", "notes_show_the_private_ones", "list_without_bottom", "a_pipe", "half_saved")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small coalition in good order."""
    path = tmp_path_factory.mktemp("sound") / "sound.coalmeet"
    files.create(path, "River Alliance", now=1_778_767_200_000).close()
    return path.read_bytes()


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as one:
        yield one


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    folder = tmp_path / "sent"
    folder.mkdir()
    return folder / "sent.coalmeet"


def read(reader: Reader, path: Path, to: Path) -> Measured:
    """What came of it."""
    to.touch()
    return measured(request(path, to)) if WHOLE else reader.ask(request(path))


@pytest.mark.faults
def test_each_is_refused_and_the_good_one_is_taken(
    sound: bytes, reader: Reader, tmp_path: Path, figures: Figures
) -> None:
    found: dict[str, Measured] = {}
    for number, (name, make) in enumerate({"good": good, **HOSTILE}.items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        make(folder / "sent.coalmeet", sound)
        found[name] = read(reader, folder / "sent.coalmeet", folder / "taken.coalmeet")
    taken = [name for name, one in found.items() if "rows" in one.answer]
    unanswered = [name for name, one in found.items() if not one.answer]
    slow = max(found, key=lambda name: found[name].seconds)
    heavy = max(found, key=lambda name: found[name].megabytes)
    words = (
        f"{len(HOSTILE)} refused; slowest {found[slow].seconds:.2f} s ({slow}), "
        f"most memory {found[heavy].megabytes:.0f} MB ({heavy})"
    )
    holds = taken == ["good"] and not unanswered
    holds = holds and found[slow].seconds < SECOND and found[heavy].megabytes < MEGABYTES
    figures("Files made to harm", words, holds=holds)
    assert (taken, unanswered) == (["good"], [])
    assert found[slow].seconds < SECOND, words
    assert found[heavy].megabytes < MEGABYTES, words


@pytest.mark.parametrize("name", SOME)
def test_a_person_is_told_what_to_do_instead(name: str, sound: bytes, sent: Path) -> None:
    HOSTILE[name](sent, sound)
    before = sorted(one.name for one in sent.parent.iterdir())
    with pytest.raises(FileProblem, match=r"“sent\.coalmeet”.*\.$"):
        foreign.adopt(sent, sent.with_name("taken.coalmeet"))
    assert sorted(one.name for one in sent.parent.iterdir()) == before


# Reading as a program does that trusts the file: what the guard is for shows itself.
TRUSTING = (
    """
import json, sys
from contextlib import suppress
from pathlib import Path
from coalmeet.store import driver
asked = json.load(sys.stdin)
con = driver.connect(Path(asked["path"]), "ro")
for (name,) in con.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").fetchall():
    for row in con.execute(f'SELECT * FROM "{name}"'):
        for value in row:
            if isinstance(value, str) and value[:1] in "[{":
                with suppress(ValueError):
                    json.loads(value)
print(json.dumps({"rows": 1}))
"""
    + TELL
)


@pytest.mark.parametrize(
    ("name", "harm"),
    [
        ("view_never_ends", "endless"),
        ("value_of_200_megabytes", "heavy"),
        ("list_without_bottom", "crashed"),
        ("trigger_deletes", "taken"),
        ("notes_show_the_private_ones", "taken"),
    ],
)
def test_who_trusts_them_is_harmed(name: str, harm: str, sound: bytes, sent: Path) -> None:
    HOSTILE[name](sent, sound)
    patience = 1 if harm == "endless" else 20
    found = measured(request(sent), TRUSTING, most_seconds=patience)
    if found.seconds == patience:
        came = "endless"
    elif not found.answer:
        came = "crashed"
    else:
        came = "heavy" if found.megabytes > MEGABYTES else "taken"
    assert came == harm


def nothing(*_asked: object, **_more: object) -> None:
    """A guard that looks away."""


def version_only(con: object, _size: int) -> int:
    """A guard that looks at no structure."""
    return guard.pragma_number(con, "user_version")


GUARDS = [
    (guard, "look_at_file", lambda path, sealed: path.stat().st_size, "half_saved"),
    (guard, "look_at_header", nothing, "write_ahead_log"),
    (guard, "look_at_structure", version_only, "trigger_deletes"),
    (guard, "look_at_pages", nothing, "notes_show_the_private_ones"),
    (rows, "fits", lambda _rule, _value: True, "day_as_a_path"),
    (rows, "change_fits", lambda _rule, _value: True, "change_to_no_day"),
    (fits, "_is_record", lambda _value: True, "record_with_an_agenda_of_words"),
]


@pytest.mark.parametrize(("module", "look", "away", "name"), GUARDS, ids=[one[1] for one in GUARDS])
def test_each_guard_is_needed(
    module: object,
    look: str,
    away: object,
    name: str,
    sound: bytes,
    sent: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    HOSTILE[name](sent, sound)
    told = rows.Told(rules.rules(), frozenset(rules.edited()))
    with pytest.raises(Refused):
        child.read(sent, told)
    monkeypatch.setattr(module, look, away)
    if look == "_is_record":
        monkeypatch.setitem(fits._KINDS, "record", away)
    assert child.read(sent, told)["name"] == "River Alliance"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM meeting",
        "ATTACH 'other' AS other",
        "PRAGMA query_only=OFF",
        "PRAGMA writable_schema=ON",
        "CREATE TEMP TABLE t (a)",
        "SELECT load_extension('evil.so')",
        "SELECT hex(zeroblob(100))",
        "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT max(x) FROM r",
    ],
)
def test_the_connection_itself_has_no_power(statement: str, sound: bytes, sent: Path) -> None:
    good(sent, sound)
    with guard.opened(sent) as (con, _version), pytest.raises(guard.sqlite.DatabaseError):
        con.execute(statement).fetchall()
    assert sent.read_bytes() == sound
