"""The note of who writes to a file, where the system does not let it be made."""

from pathlib import Path

import pytest

from coalmeet.errors import FileProblem
from coalmeet.store import file as files
from coalmeet.store import lock
from coalmeet.store.file import CoalitionFile


@pytest.mark.parametrize("note", [".lock", ".holder"])
def test_what_stands_in_the_way_of_the_note_is_said_in_a_sentence(
    file: CoalitionFile, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, note: str
) -> None:
    file.close()
    # platformdirs trusts no runtime folder below /tmp, so the place is given here.
    monkeypatch.setattr(lock, "user_runtime_path", lambda _name: tmp_path / "runtime")
    files.open_to_write(path).close()
    in_the_way = next((tmp_path / "runtime").iterdir()).with_suffix(note)
    in_the_way.unlink(missing_ok=True)
    in_the_way.mkdir()
    with pytest.raises(FileProblem, match="cannot note in"):
        files.open_to_write(path)
    in_the_way.rmdir()
    files.open_to_write(path).close()


def test_a_runtime_folder_that_somebody_else_made_is_not_used(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def distrusted(_name: str) -> Path:
        raise PermissionError("the folder is owned by somebody else")

    monkeypatch.setattr(lock, "user_runtime_path", distrusted)
    with pytest.raises(FileProblem, match="owned by somebody else"):
        files.open_to_write(closed)
