"""The power fails at any moment: what was acknowledged is there, and the file is whole. Weaker promises would show."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Figures
from tests.faults.power import Cuts, cut_often
from tests.faults.share import EVERY_KIND, WHOLE, only_whole


@pytest.fixture
def cut(
    prepared: tuple[Path, bytes | None], tmp_path: Path, needs: Callable[[str], None]
) -> Callable[[str], Cuts]:
    """Cuts the power of a meeting that is saved with this much care."""
    needs("strace")
    (tmp_path / "image").mkdir()

    def cuts(synchronous: str) -> Cuts:
        times = 4000 if WHOLE else 40
        image = tmp_path / "image" / "river.coalmeet"
        return cut_often(*prepared, image, times=times, steps=40 if WHOLE else 5, synchronous=synchronous)

    return cuts


@pytest.mark.faults
@pytest.mark.parametrize("kind", EVERY_KIND)
def test_nothing_is_lost_to_a_power_cut(cut: Callable[[str], Cuts], kind: str, figures: Figures) -> None:
    tally = cut("EXTRA")
    figures(f"Power cut, {kind}", f"{tally.words()}; {tally.syncs:.1f} syncs a step", holds=tally.holds)
    assert tally.holds, tally


@pytest.mark.faults
@pytest.mark.parametrize("kind", EVERY_KIND)
@pytest.mark.parametrize("synchronous", [pytest.param("OFF", marks=only_whole), "FULL"])
def test_less_care_would_lose_or_break_something(
    cut: Callable[[str], Cuts], kind: str, synchronous: str, figures: Figures
) -> None:
    tally = cut(synchronous)
    shows = tally.corrupt > 0 if synchronous == "OFF" else tally.lost > 0
    figures(f"Control: {synchronous} instead of EXTRA, {kind}, must fail", tally.words(), holds=shows)
    assert shows, tally
