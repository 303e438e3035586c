"""Before the desk is closed: notes that could not be saved are said, and the window stays until they are settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coalmeet.text import _, ngettext

if TYPE_CHECKING:
    from ui.desk.window import DeskWindow

_KEY = "unsaved"


def may_leave(desk: DeskWindow) -> bool:
    """Keep what is being typed; False where it could not be saved, and then the desk says so with the ways out."""
    live, alerts = desk.live, desk.parts.alerts
    desk.parts.notes.keep()
    if live.save_notes():
        alerts.put_away(_KEY)
        return True
    for line in desk.parts.refusals():  # it is said once, with all ways out
        line.clear()
    count = len(live.unsaved_notes)
    words = ngettext(
        "{count} note is not saved yet, so the desk stays open.",
        "{count} notes are not saved yet, so the desk stays open.",
        count,
    ).format(count=count)
    alerts.say(
        _KEY,
        words,
        (_("Try again"), lambda: may_leave(desk)),
        (_("Save a rescue copy"), live.rescue_wanted.emit),
        (_("Let it go unsaved"), lambda: _let_go(desk)),
        icon="circle-alert",
    )
    return False


def _let_go(desk: DeskWindow) -> None:
    desk.live.unsaved_notes.clear()
    desk.parts.notes.forget()
    desk.close()
