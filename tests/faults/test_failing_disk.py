"""Calls of the system that fail in the middle of a save: what is shown as saved is in the file, and it goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Figures
from tests.faults import failing
from tests.faults.share import EVERY_KIND, WHOLE, only_whole


@pytest.mark.faults
@pytest.mark.parametrize("kind", EVERY_KIND)
def test_no_failing_call_makes_the_program_and_the_file_differ(
    prepared: tuple[Path, bytes | None],
    kind: str,
    tmp_path: Path,
    needs: Callable[[str], None],
    figures: Figures,
) -> None:
    needs("cc")
    tally = failing.run(failing.build(tmp_path), *prepared, most=40 if WHOLE else 1)
    fine = {"injected", "refused", "there all the same"}
    bad = {name: count for name, count in tally.items() if name not in fine and count}
    words = f"{tally['injected']} calls failed (read, write, sync, open, unlink), {tally['refused']} steps refused"
    words += f", {tally['there all the same']} of them there all the same"
    figures(f"Calls of the disk fail, {kind}", f"{words}; {bad or 'all as shown'}", holds=not bad)
    assert not bad
    assert tally["injected"] > (100 if WHOLE else 8)


@pytest.mark.faults
@only_whole
def test_a_program_that_takes_for_saved_what_was_not_would_show(
    prepared: tuple[Path, bytes | None],
    tmp_path: Path,
    needs: Callable[[str], None],
    figures: Figures,
) -> None:
    needs("cc")
    tally = failing.run(failing.build(tmp_path), *prepared, most=1, careless=True)
    shown = tally["other than shown"]
    words = f"{shown} steps shown that are not there"
    figures("Control: shows what was refused, must fail", words, holds=shown > 4)
    assert shown > 4
