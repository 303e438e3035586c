"""Killed at any moment (kill -9, a crash, a battery pulled out): nothing that was acknowledged is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coalmeet.store import file as files
from tests.conftest import Figures
from tests.faults import playing
from tests.faults.killed import SLOW, kill_often
from tests.faults.share import EACH_KIND, EVERY_KIND, WHOLE

needs_fork = pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="this system cannot fork")


@pytest.mark.faults
@needs_fork
@pytest.mark.parametrize("kind", EACH_KIND)
def test_no_step_is_lost_to_a_kill(prepared: tuple[Path, bytes | None], kind: str, figures: Figures) -> None:
    tally = kill_often(*prepared, times=200 if WHOLE else 5)
    figures(f"Killed while saving, {kind}", tally.words(), holds=tally.holds)
    assert tally.holds, tally
    usual, nearly_all, _longest = tally.times()
    assert usual < SLOW
    if WHOLE:
        assert nearly_all < SLOW, "one in twenty may have waited for a busy machine"
        assert tally.interrupted > 5, "hardly any kill came within a save"


def acknowledge_too_early(path: Path, key: bytes | None, seed: int, tell: Callable[[str], object]) -> None:
    """A program that says "saved" before it is."""
    file = playing.open_file(path, key)
    evening = playing.Evening(file, playing.random.Random(seed), lambda _line: None)
    number = evening.kept.form
    while True:
        number += 1
        tell(f"form {number}")
        with file.writing() as con:
            playing.edit(con, file, "person", playing.FORM, name=playing._typed(number))


@pytest.mark.faults
@needs_fork
@pytest.mark.parametrize("kind", EVERY_KIND)
def test_the_kills_would_show_a_program_that_says_saved_too_early(
    prepared: tuple[Path, bytes | None], kind: str, figures: Figures
) -> None:
    tally = kill_often(*prepared, times=40 if WHOLE else 5, play=acknowledge_too_early)
    figures(f"Control: says saved too early, {kind}, must fail", tally.words(), holds=tally.lost > 0)
    assert tally.lost > 0
    assert tally.damaged == 0


@needs_fork
def test_a_file_that_was_killed_opens_for_reading_once_it_was_opened_for_writing(
    prepared: tuple[Path, bytes | None],
) -> None:
    path, key = prepared
    kill_often(path, key, times=2)
    file = files.open_to_read(path) if key is None else files.open_to_read(path, key=key)
    assert playing.held(file).moves
    file.close()
