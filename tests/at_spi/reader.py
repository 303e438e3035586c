"""The ears and the hand of somebody who uses a screen reader: hears what is shown by role and name, presses, writes.

Runs on the distribution's own Python, which has the bindings of AT-SPI; it imports nothing of the product.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - only after its version was asked for

PATIENCE = 30.0  # seconds until what was looked for counts as missing: the machine may be slow
LOOK = 0.1  # seconds between two looks
DEEP = 60  # levels of widgets within widgets
BUTTON = "push button"

Thing = Any  # an Atspi.Accessible


class Missing(AssertionError):
    """What a reader was told to find is not there; the message lists what is."""


@dataclass(frozen=True)
class Heard:
    """One thing that is shown: its role, its name, whether it can be used."""

    role: str
    name: str
    usable: bool
    thing: Thing


@dataclass(frozen=True)
class Now:
    """Everything that is shown at one moment, in the order in which it is read."""

    heard: tuple[Heard, ...]

    def find(self, role: str, name: str) -> Heard | None:
        """The first with this role whose whole name matches (a regular expression)."""
        wanted = re.compile(name, re.DOTALL)
        return next((one for one in self.heard if one.role == role and wanted.fullmatch(one.name)), None)

    def can(self, name: str) -> bool:
        """Whether a button is called so and can be pressed."""
        found = self.find(BUTTON, name)
        return found is not None and found.usable

    def says(self, words: str) -> bool:
        """Whether something that is shown says this."""
        return any(words in one.name for one in self.heard)

    def controls(self) -> tuple[tuple[str, str, bool], ...]:
        """What can be pressed and written in: this changes when something was done, and not with the clock."""
        return tuple((one.role, one.name, one.usable) for one in self.heard if one.role != "label")

    def __str__(self) -> str:
        return "\n".join(f"  {one.role}: {one.name}" for one in self.heard if one.name)


class Reader:
    """Reads one program by its name, as a screen reader would. `presses` counts what was pressed."""

    def __init__(self, program: str) -> None:
        Atspi.init()
        self._program = program
        self.presses = 0

    def listen(self) -> Now:
        """Everything that the program shows at this moment."""
        found = [_heard(thing) for window in self.windows() for thing in _visible(window, 0)]
        return Now(tuple(one for one in found if one is not None))

    def press(self, name: str) -> None:
        """Press the button of this name as soon as it can be pressed. Raises Missing."""
        now = self.wait(lambda now: now.can(name), f"no button can be pressed that is called {name!r}")
        found = now.find(BUTTON, name)
        assert found is not None
        _press(found)
        self.presses += 1

    def write(self, name: str, words: str) -> None:
        """Write words into the field of this name, in place of what stands in it. Raises Missing."""
        now = self.wait(lambda now: bool(now.find("text", name)), f"no field is called {name!r}")
        found = now.find("text", name)
        assert found is not None
        Atspi.EditableText.set_text_contents(found.thing, words)

    def hear(self, words: str) -> None:
        """Wait until something that is shown says this. Raises Missing."""
        self.wait(lambda now: now.says(words), f"nothing says {words!r}")

    def wait_for_change(self, before: Now) -> None:
        """Wait until other things can be done than before. Raises Missing."""
        self.wait(lambda now: now.controls() != before.controls(), "what was done changed nothing")

    def wait(self, holds: Callable[[Now], bool], otherwise: str) -> Now:
        """Listen until something holds. Raises Missing with these words."""
        until = time.monotonic() + PATIENCE
        while not holds(now := self.listen()):
            if time.monotonic() > until:
                raise Missing(f"{otherwise}. There are:\n{now}")
            time.sleep(LOOK)
        return now

    def windows(self) -> Iterator[Thing]:
        """The program's windows, shown or not."""
        for program in _children(Atspi.get_desktop(0)):
            if program.get_name() == self._program:
                yield from _children(program)


def _heard(thing: Thing) -> Heard | None:
    try:
        return Heard(
            thing.get_role_name(), thing.get_name() or "", _has(thing, Atspi.StateType.ENABLED), thing
        )
    except GLib.GError:
        return None  # it went away while it was looked at


def _visible(thing: Thing, depth: int) -> Iterator[Thing]:
    try:
        if depth > DEEP or not _has(thing, Atspi.StateType.SHOWING):
            return
        children = _children(thing)
    except GLib.GError:
        return
    yield thing
    for child in children:
        yield from _visible(child, depth + 1)


def _children(thing: Thing) -> list[Thing]:
    thing.clear_cache()
    found = (thing.get_child_at_index(at) for at in range(thing.get_child_count()))
    return [one for one in found if one is not None]


def _has(thing: Thing, state: Any) -> bool:
    return bool(thing.get_state_set().contains(state))


def _press(heard: Heard) -> None:
    for at in range(Atspi.Action.get_n_actions(heard.thing)):
        if Atspi.Action.get_action_name(heard.thing, at) in {"Press", "Toggle"}:
            Atspi.Action.do_action(heard.thing, at)
            return
    raise Missing(f"{heard.role} {heard.name!r} has nothing that presses it")
