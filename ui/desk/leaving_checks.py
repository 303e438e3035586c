"""Before we leave: what is settled and what is still open, as sentences; none of them must be answered."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.meeting.state import Meeting
from coalmeet.meeting.words import listed
from coalmeet.text import _, ngettext
from ui import theme
from ui.desk import phrases
from ui.desk.words_list import order_of
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, empty, row, widget


@dataclass(frozen=True, slots=True)
class Check:
    """One line: whether it is well, what it says, and what lies behind it."""

    well: bool
    words: str
    detail: str


def checks(meeting: Meeting) -> tuple[Check, ...]:
    """Items, decisions, actions and words, as they stand at the close."""
    found = (_items(meeting), _decisions(meeting), _actions(meeting), _words(meeting), _next(meeting))
    return tuple(one for one in found if one)


def _items(meeting: Meeting) -> Check:
    counted = [item for item in meeting.items if not item.running]
    done = [item for item in counted if item.outcome]
    open_ones = [item.entry.title for item in counted if not item.outcome]
    words = ngettext(
        "{done} of {all} item has an outcome", "{done} of {all} items have an outcome", len(counted)
    )
    detail = _("Not reached: {titles}.").format(titles=listed(open_ones[:4])) if open_ones else ""
    return Check(not open_ones, words.format(done=len(done), all=len(counted)), detail)


def _decisions(meeting: Meeting) -> Check | None:
    adopted = [one for one in meeting.proposals if one.stage == "adopted" and not one.reopened_as]
    if not adopted:
        return None
    words = ngettext("{count} decision", "{count} decisions", len(adopted)).format(count=len(adopted))
    nobody = [one for one in adopted if not one.responsible]
    detail = ngettext(
        "Nobody looks after {count} of them yet.", "Nobody looks after {count} of them yet.", len(nobody)
    )
    if len(nobody) == len(adopted):
        detail = ngettext("Nobody looks after it yet.", "Nobody looks after them yet.", len(nobody))
    return Check(True, words, detail.format(count=len(nobody)) if nobody else "")


def _actions(meeting: Meeting) -> Check | None:
    if not meeting.actions:
        return None
    words = ngettext("{count} new action", "{count} new actions", len(meeting.actions))
    nobody = [one.text for one in meeting.actions if not one.owner_name]
    detail = _("Nobody yet: {texts}.").format(texts=listed(nobody[:3])) if nobody else ""
    return Check(not nobody, words.format(count=len(meeting.actions)), detail)


def _words(meeting: Meeting) -> Check | None:
    given = {one.person for one in meeting.words}
    missing = [one for one in order_of(meeting) if one not in given and _is_here(meeting, one)]
    if not given or not missing or meeting.closed_at:
        return None
    words = ngettext(
        "{count} temperature word not given", "{count} temperature words not given", len(missing)
    )
    names = listed([meeting.name_of(one) for one in missing[:4]])
    return Check(
        True, words.format(count=len(missing)), _("They may still give theirs: {names}.").format(names=names)
    )


def _next(meeting: Meeting) -> Check | None:
    """When the coalition meets again: once this meeting is closed, for before it is agreed above."""
    then = meeting.next_time
    if not meeting.closed_at or not then.date:
        return None
    words = _("Next meeting: {day}").format(day=phrases.day(then.date))
    name = meeting.name_of(then.person) or meeting.name_of(then.organisation)
    return Check(True, words, _("{name} facilitates.").format(name=name) if name else "")


def _is_here(meeting: Meeting, person: str) -> bool:
    presence = meeting.presence(person)
    return presence is not None and presence.here


class LeavingChecks(QWidget):
    """The sentences below each other."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self._shown: tuple[Check, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(10))
        head = OneLine(title or _("Before we leave"), theme.SECTION, theme.STRONG)
        self.setLayout(column(head, 10, self._list))

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is settled."""
        shown = checks(meeting)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._list)
        for one in shown:
            icon = Icon("circle-check" if one.well else "circle-alert", "accent" if one.well else "last", 20)
            said = column(OneLine(one.words, theme.BODY, theme.MEDIUM))
            if one.detail:
                said.addWidget(Wrapped(one.detail, theme.DETAIL, tone="ink2"))
            self._list.addWidget(widget(row(column(icon, None), 12, (said, 1))))
