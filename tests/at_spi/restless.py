"""A second reader on the same bus that reads everything all the time, in any order, while the meeting is run.

What is shown changes under its questions, as under those of a real screen reader on a slow machine: the program has to
live through every one of them. Runs until it is ended; the meeting beside it tells whether the program still lives.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress

import gi
from reader import DEEP, Reader, Thing

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - only after its version was asked for

ASKED_AT_ONCE = 6  # of one thing
START = (0, 5)  # letters of a text


def main() -> None:
    """Read until somebody ends it."""
    reader = Reader("Coalmeet")
    while True:
        with suppress(GLib.GError):
            for window in reader.windows():
                read(window, 0)


def read(thing: Thing, depth: int) -> None:
    """One thing, whether it is shown or not, and all that is in it; what goes away meanwhile is left."""
    if depth > DEEP:
        return
    with suppress(GLib.GError):
        many = thing.get_child_count()
        for question in random.sample(questions(thing), ASKED_AT_ONCE):
            with suppress(GLib.GError):
                question()
        for at in range(many):
            child = thing.get_child_at_index(at)
            if child is not None:
                read(child, depth + 1)


def questions(thing: Thing) -> list[Callable[[], object]]:
    """What readers ask of a thing."""
    return [
        thing.get_name,
        thing.get_description,
        thing.get_role_name,
        thing.get_parent,
        thing.get_index_in_parent,
        thing.get_attributes,
        thing.get_relation_set,
        thing.get_state_set,
        thing.get_interfaces,
        thing.clear_cache,
        lambda: thing.get_component_iface() and Atspi.Component.get_extents(thing, Atspi.CoordType.SCREEN),
        lambda: thing.get_text_iface() and Atspi.Text.get_text(thing, *START),
        lambda: thing.get_table_iface() and Atspi.Table.get_accessible_at(thing, 0, 0),
        lambda: thing.get_selection_iface() and Atspi.Selection.get_selected_child(thing, 0),
    ]


if __name__ == "__main__":
    main()
