"""Whether to go on: what makes papers asks between lines and pages, and tells how far it has come.

Makers only loop over `each(…)` of what they lay out; whoever makes a paper in a thread, and may want to stop it,
does so inside `watched(…)`. Nobody else needs to know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar, Token
from dataclasses import dataclass
from typing import TypeVar

from coalmeet.errors import Stopped

T = TypeVar("T")
LAYING, DRAWING = "laying", "drawing"  # out parts; pages

# The stage, how many parts or pages of it are done, and how many there are.
Tell = Callable[[str, int, int], object]


@dataclass(slots=True)
class _Watch:
    ask: Callable[[], bool]
    tell: Tell
    counting: bool = False  # parts of parts are not told: a year's meetings count, not their items


_watch: ContextVar[_Watch | None] = ContextVar("watch", default=None)
_going: list[Token[_Watch | None]] = []


@contextmanager
def watched(ask: Callable[[], bool], tell: Tell = lambda _stage, _done, _whole: None) -> Iterator[None]:
    """What is made inside asks `ask` whether to go on, often, and raises Stopped when the answer is no."""
    token = _watch.set(_Watch(ask, tell))
    _going.append(token)
    try:
        yield
    finally:
        _going.remove(token)
        _watch.reset(token)


def is_going() -> bool:
    """Whether anything is being made just now, in whichever thread."""
    return bool(_going)


def go_on() -> None:
    """Raise Stopped if somebody wants no more of it; cheap enough for each line of a page."""
    watch = _watch.get()
    if watch is not None and not watch.ask():
        raise Stopped


def each(things: Sequence[T], stage: str = LAYING) -> Iterator[T]:
    """The things one after another; before each it is asked whether to go on, and where a percent is full, told."""
    watch = _watch.get()
    if watch is None or watch.counting:
        for one in things:
            go_on()
            yield one
        return
    watch.counting = True
    try:
        for done, one in enumerate(things):
            go_on()
            if not done or done * 100 // len(things) > (done - 1) * 100 // len(things):
                watch.tell(stage, done, len(things))
            yield one
    finally:
        watch.counting = False
