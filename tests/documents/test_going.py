"""Making a paper can be stopped at any time, and tells how far it is; stopped or not, no file is ever half there."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from coalmeet.documents.going import DRAWING, LAYING, each, go_on, watched
from coalmeet.documents.html import html
from coalmeet.documents.markdown import markdown
from coalmeet.documents.minutes import pdf
from coalmeet.errors import Stopped
from coalmeet.meeting.minutes import minutes

Record = dict[str, Any]
LONG = "word after word " * 40_000  # one paragraph of 640,000 characters


def of(*items: Record) -> Record:
    return {"format": "coalmeet.meeting", "version": 1, "date": "2026-05-14", "agenda": list(items)}


def asked(make: Callable[[], object]) -> int:
    """How often it is asked whether to go on."""
    times = 0

    def ask() -> bool:
        nonlocal times
        times += 1
        return True

    with watched(ask):
        make()
    return times


def stops_at(count: int) -> Callable[[], bool]:
    """Yes, so many times; then no."""
    left = iter(range(count))
    return lambda: next(left, None) is not None


@pytest.mark.parametrize("form", [pdf, html, markdown])
def test_each_form_stops_wherever_it_is(form: Callable[..., object], rich: Record) -> None:
    told = minutes(rich)
    form(told)  # lines of short texts are remembered: nobody is asked about them a second time
    whole = asked(lambda: form(told))
    assert whole >= len(told.items)
    for at in {0, 1, whole // 3, whole // 2, whole - 1}:
        with pytest.raises(Stopped), watched(stops_at(at)):
            form(told)


def test_a_single_endless_paragraph_is_asked_about_at_every_line() -> None:
    told = minutes(of({"title": "Speech", "notes": LONG}))
    assert asked(lambda: pdf(told)) > len(LONG) / 120


def test_what_was_stopped_can_be_made_again_whole(rich: Record) -> None:
    before = pdf(minutes(rich))
    with pytest.raises(Stopped), watched(stops_at(40)):
        pdf(minutes(rich))
    assert pdf(minutes(rich)) == before


def test_it_tells_the_parts_that_are_laid_out_and_then_the_pages() -> None:
    told: list[tuple[str, int, int]] = []
    record = of(*({"title": f"Item {at}", "notes": "A line.\n" * 60} for at in range(9)))
    with watched(lambda: True, lambda *far: told.append(far)):
        pdf(minutes(record))
    assert [far for far in told if far[0] == LAYING] == [(LAYING, at, 9) for at in range(9)]
    pages = [far for far in told if far[0] == DRAWING]
    assert len(pages) > 5
    assert pages == [(DRAWING, at, len(pages)) for at in range(len(pages))]
    assert told == sorted(told, key=lambda far: (far[0] == DRAWING, far[1]))


def test_of_many_papers_the_papers_are_told_and_not_their_items(rich: Record) -> None:
    told: list[tuple[str, int, int]] = []
    with watched(lambda: True, lambda *far: told.append(far)):
        for one in each([rich, rich, rich]):
            html(minutes(one))
    assert [(done, whole) for _stage, done, whole in told] == [(0, 3), (1, 3), (2, 3)]


def test_what_goes_on_elsewhere_is_not_stopped(rich: Record) -> None:
    with watched(lambda: False):
        other: list[bytes] = []
        thread = threading.Thread(target=lambda: other.append(pdf(minutes(rich))))
        thread.start()
        thread.join()
        with pytest.raises(Stopped):
            go_on()
    go_on()
    assert other


def test_twice_as_much_is_asked_twice_as_often() -> None:
    """Work in proportion, counted in lines and pages instead of seconds."""
    entry = {"title": "Item", "notes": "One line after another. " * 40 + "\n" * 2, "outcome": "noted"}
    counts = [
        asked(lambda size=size: pdf(minutes(of(*[entry] * size))))
        for size in (50, 100, 200)  # type: ignore[misc]
    ]
    grown = [after - before for before, after in pairwise(counts)]
    assert 1.9 < grown[1] / grown[0] < 2.1
