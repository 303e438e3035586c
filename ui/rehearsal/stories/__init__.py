"""The stories: each file in this folder is one, and is found by its name.

How to add a story. Write a file `NAME.py` here with one function `story()` that answers with a `Story` (see
ui/rehearsal/story.py): its name is the file's, `about` says in a sentence what it shows, and each `Sitting` is a
meeting: an `opening(…)` of the cast (ui/rehearsal/cast.py), and lines. A line is what a facilitator does and how a
script would say it: `line(words, move, *args)`; `refused="…"` where the program says no, `picture="…"` where a
picture of both windows is wanted. `Line(words, act)` takes any other deed at the table: taking back, a note, a
correction. Scenes that stories share are in ui/rehearsal/scenes.py. Keep functions short: a function a scene.

Then write `tests/stories/test_story_NAME.py`: `told("NAME")` plays it without windows and hands back each meeting with
its minutes; say there what must have come out. That it also plays through the file and the windows is tested for
every story. `coalmeet rehearse --list` shows them all, `coalmeet rehearse --story NAME --out DIR` plays one.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from coalmeet.errors import NotAllowed
from coalmeet.text import _
from ui.rehearsal.story import Story


def names() -> tuple[str, ...]:
    """What stories there are, by the names of their files."""
    return tuple(sorted(found.name for found in iter_modules(__path__)))


def story(name: str) -> Story:
    """The story of this name. Raises NotAllowed when there is none."""
    if name not in names():
        raise NotAllowed(
            _("There is no story “{name}”. “coalmeet rehearse --list” shows them all.").format(name=name)
        )
    made: Story = import_module(f"{__name__}.{name}").story()
    return made
