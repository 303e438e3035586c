"""How far erasing reaches: the backups of this file go, those of another copy of the coalition are its own affair."""

from pathlib import Path

from coalmeet.store import backups
from coalmeet.store import file as files
from coalmeet.store.erasing import reach
from coalmeet.store.file import CoalitionFile

NOW = 1_778_767_200_000


def test_backups_of_another_copy_are_left_to_it(file: CoalitionFile, tmp_path: Path) -> None:
    mine = backups.keep(file, backups.ASKED, now=NOW)
    there = tmp_path / "elsewhere" / "copy.coalmeet"
    there.parent.mkdir()
    there.write_bytes(file.path.read_bytes())
    other = files.open_to_write(there)
    theirs = backups.keep(other, backups.ASKED, now=NOW)
    other.close()
    assert reach.count(file.path, file.key) == 1
    assert reach.renew(file, now=NOW + 1) == 1
    assert (mine.exists(), theirs.exists()) == (False, True)
    assert reach.count(file.path, file.key) == 1
