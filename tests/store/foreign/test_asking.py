"""The program believes nothing that the reading process says before it has looked at it, and does not wait for ever."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from coalmeet.errors import FileProblem
from coalmeet.store import file as files
from coalmeet.store import foreign
from coalmeet.store.foreign import asking, limits

NOW = 1_778_767_200_000  # 14 May 2026, 14:00 UTC
SOUND = {
    "coalition": "c",
    "name": "River",
    "meetings": 3,
    "last_meeting": "2026-05-14",
    "last_move": None,
    "rows": 9,
    "format": 1,
}
SAFELY = "could not be looked through safely"


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    path = tmp_path / "sent.coalmeet"
    files.create(path, "River Alliance", now=NOW).close()
    return path


def says(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let another program stand in for the reading process."""
    monkeypatch.setattr(asking, "command", lambda: [sys.executable, "-I", "-S", "-c", program])


@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        ("import os; os.abort()", SAFELY),
        ("raise ValueError", SAFELY),
        ("print('no json')", SAFELY),
        ("print('[1]')", SAFELY),
        ("print('{}')", SAFELY),
        ("""print('{"refused": "made up"}')""", SAFELY),
        ("""print('{"refused": "large"}')""", "larger than 256 MB"),
        ("""print('{"refused": "contents", "where": []}')""", "Coalmeet never writes, so"),
        ("""print('{"refused": "contents", "where": "visit example.org"}')""", "Coalmeet never writes, so"),
        ("""print('{"refused": "contents", "where": "person.name"}')""", r"never writes \(person\.name\)"),
        (f"print({json.dumps({**SOUND, 'meetings': 'many'})!r})", SAFELY),
        (f"print({json.dumps({**SOUND, 'last_meeting': 'soon'})!r})", SAFELY),
        (f"print({json.dumps({**SOUND, 'more': 1})!r})", SAFELY),
    ],
)
def test_what_makes_no_sense_is_a_refusal(
    program: str, sentence: str, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(program, monkeypatch)
    with pytest.raises(FileProblem, match=sentence):
        foreign.look(sent)


def test_what_makes_sense_is_believed(sent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    says(f"print({json.dumps(SOUND)!r})", monkeypatch)
    assert foreign.look(sent).name == "River"


@pytest.mark.parametrize("program", ["while True: pass", "print('x' * 10_000_000)"], ids=["silent", "chatty"])
def test_one_that_does_not_end_is_ended(program: str, sent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    says(program, monkeypatch)
    monkeypatch.setattr(asking, "SECONDS", 0.3)
    with pytest.raises(FileProblem, match=SAFELY):
        foreign.look(sent)


def test_a_copy_that_is_none_is_not_taken_for_one(sent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the process should have written is looked at once more before it gets its name."""
    says(f"print({json.dumps(SOUND)!r})", monkeypatch)
    with pytest.raises(FileProblem):
        foreign.adopt(sent, sent.with_name("taken.coalmeet"))
    assert list(sent.parent.iterdir()) == [sent]


def test_a_file_that_grows_meanwhile_is_not_believed(sent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    says(f"open({str(sent)!r}, 'ab').write(b'x'); print({json.dumps(SOUND)!r})", monkeypatch)
    with pytest.raises(FileProblem, match="changed while it was looked through"):
        foreign.look(sent)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems limit less")
def test_the_system_limits_the_process(tmp_path: Path) -> None:
    hungry = (
        "from coalmeet.store.foreign import limits; limits.limit(); import resource; "
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0]); bytearray(600 << 20)"
    )
    ended = subprocess.run([sys.executable, "-c", hungry], capture_output=True, text=True, check=False)
    assert ended.stdout == "0\n"
    assert "MemoryError" in ended.stderr
    assert limits.MEMORY < 600 << 20


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems limit less")
def test_the_process_starts_no_other() -> None:
    forking = (
        "from coalmeet.store.foreign import limits; import os, resource; "
        "os.getuid() or os.setuid(65534); limits.limit(); os.fork()"
    )
    ended = subprocess.run([sys.executable, "-c", forking], capture_output=True, text=True, check=False)
    assert "BlockingIOError" in ended.stderr
