"""At any idle moment the coalition is one file, its owner's alone, and a plain copy of it has everything."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from coalmeet.store import file as files
from tests.conftest import Figures
from tests.faults import playing
from tests.faults.killed import is_tidy
from tests.faults.share import EACH_KIND, WHOLE


@pytest.mark.faults
@pytest.mark.parametrize("kind", EACH_KIND)
def test_after_each_step_one_private_file_and_a_bare_copy_of_it_has_all(
    prepared: tuple[Path, bytes | None], kind: str, tmp_path: Path, figures: Figures
) -> None:
    path, key = prepared
    copy = tmp_path / "stick" / "copy.coalmeet"
    copy.parent.mkdir()
    file = playing.open_file(path, key)
    evening = playing.Evening(file, random.Random(5), lambda _line: None)
    steps = 300 if WHOLE else 8
    for _step in range(steps):
        evening.go_on()
        assert is_tidy(path)
        shutil.copyfile(path, copy)
        read = files.open_to_read(copy) if key is None else files.open_to_read(copy, key=key)
        found = playing.held(read)
        read.close()
        assert (found.moves, found.note, found.form) == (
            evening.kept.moves,
            evening.kept.note,
            evening.kept.form,
        )
        assert list(copy.parent.iterdir()) == [copy]
    file.close()
    words = f"{steps} steps: one file, mode 0600, and a bare copy of the open file had everything"
    figures(f"One file, {kind}", words, holds=True)


@pytest.mark.faults
@pytest.mark.parametrize("mode", ["WAL", "TRUNCATE"])
def test_another_way_to_save_would_leave_more_than_one_file(
    prepared: tuple[Path, bytes | None], mode: str, figures: Figures
) -> None:
    path, key = prepared
    file = playing.open_file(path, key)
    with file._raw_writing() as raw:
        raw.execute(f"PRAGMA journal_mode={mode}")
    evening = playing.Evening(file, random.Random(5), lambda _line: None)
    file._seen = None  # changing the mode is a change of its own
    evening.go_on()
    left = len(list(path.parent.iterdir()))
    figures(f"Control: saved by {mode}, must fail", f"{left} files in the folder", holds=left > 1)
    assert not is_tidy(path)
    file.close()
