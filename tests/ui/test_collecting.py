"""No thread but the windows' own takes away what is not used any more."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from threading import Thread, get_ident

import pytest
from PySide6.QtWidgets import QApplication

from coalmeet.documents.going import watched
from ui.collecting import Collecting

GONE: list[int] = []


class Ring:
    """Two that hold each other, as a window and what listens to it do: only the collector takes them away."""

    def __init__(self) -> None:
        self.other: Ring | None = None

    def __del__(self) -> None:
        GONE.append(get_ident())


def leaves_a_ring() -> None:
    one, other = Ring(), Ring()
    one.other, other.other = other, one


def busy_thread() -> None:
    """Makes so much garbage that Python would collect many times."""

    def work() -> None:
        for _each in range(60_000):
            own: list[object] = []
            own.append(own)

    thread = Thread(target=work)
    thread.start()
    thread.join()


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[Collecting]:
    GONE.clear()
    gc.collect()
    made = Collecting()
    yield made
    made.end()


def test_a_busy_thread_takes_nothing_away(collecting: Collecting) -> None:
    leaves_a_ring()
    busy_thread()
    assert GONE == []
    collecting.collect()
    assert len(GONE) == 2
    assert set(GONE) == {get_ident()}


def test_without_it_the_busy_thread_would(collecting: Collecting) -> None:
    collecting.end()
    leaves_a_ring()
    busy_thread()
    assert GONE
    assert get_ident() not in GONE


def test_it_leaves_the_collector_as_it_was(collecting: Collecting) -> None:
    assert not gc.isenabled()
    collecting.end()
    assert gc.isenabled()


def test_while_a_paper_is_made_nothing_is_taken_away_and_afterwards_all(collecting: Collecting) -> None:
    leaves_a_ring()
    busy_thread()
    with watched(lambda: True):
        collecting.collect()
        assert GONE == []
    collecting.collect()
    assert len(GONE) == 2
