"""What the meeting is in: label, place in the agenda, title, and what people want to have at its end."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coalmeet.meeting.deciding import method_of
from coalmeet.meeting.publish_parts import item_view
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.voting import VOTED
from coalmeet.meeting.words import label as label_word
from coalmeet.text import _
from ui import theme
from ui.desk.as_seen import put_in_order
from ui.desk.place_label import PlaceLabel
from ui.widgets import lines
from ui.widgets.chip import LabelChip, Pill
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row, widget


@dataclass(frozen=True, slots=True)
class Words:
    """What the heading says."""

    label: str = ""
    place: str = ""
    title: str = ""
    below: str = ""
    off_record: bool = False
    number: str = ""  # the place alone, without whoever brings or presents it


def heading(meeting: Meeting) -> Words:
    """The heading of the moment."""
    current = meeting.current
    if meeting.is_adjourned:
        return Words(title=_("Until another day"), below=_("The meeting has stopped and goes on then."))
    if meeting.on_break and (current is None or current.entry.built_in != "break"):
        return Words(title=_("Break"), below=current.entry.title if current else "")
    if current is None:
        return _without_item(meeting)
    view = item_view(meeting, current)
    place = view.place
    if view.brought_by:
        place = _("{place}, brought by {organisation}").format(place=place, organisation=view.brought_by)
    elif view.presenters:
        place = _("{place}, presented by {names}").format(place=place, names=view.presenters)
    deciding = bool(meeting.proposals_of(current.id))  # then the text on the table says what is wanted
    wanted = "" if deciding else view.desired_outcome
    below = "\n".join(part for part in (wanted, _how(meeting, current, view.how_decided)) if part)
    return Words(view.label, place, view.title, below, current.is_off_record, view.place)


def _how(meeting: Meeting, item: Item, how: str) -> str:
    """How it is decided and, as people come and go, whether there are enough to decide; others need no quorum."""
    method = method_of(meeting, item)
    if not how or not meeting.quorum or method == "delegated":
        return how
    words = _("{how}. {present} are here, {needed} are needed.")
    if method in VOTED:  # where yes are counted as well
        words = _("{how}. {present} are here, the quorum is {needed}.")
    if not meeting.has_quorum:
        words = _("{how}. {present} are here, {needed} are needed: too few to decide.")
    return words.format(how=how, present=len(meeting.voices), needed=meeting.quorum)


def _without_item(meeting: Meeting) -> Words:
    if meeting.closed_at:
        return Words(title=_("The meeting is closed"))
    if any(item.started for item in meeting.items):
        return Words(title=_("Between two items"))
    return Words(title=_("Who is here?"), below=_("Press a name when they come; press it again for times."))


class Heading(QWidget):
    """Large when the desk is wide, a little smaller when it stands beside the call.

    In a flat window only the title stays: `details`, all else that is known of the item, has its place elsewhere.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: Words | None = None
        self._chip, self._off = LabelChip(), Pill("", "eye-off", "paused")
        self._off.hide()
        self._place = PlaceLabel()
        self._wide = Wrapped("", theme.TITLE, theme.BOLD, most=2)
        self._narrow = Wrapped("", theme.TITLE_NARROW, theme.BOLD, most=2)
        self._narrow.hide()
        self._below = Wrapped("", theme.BODY, tone="ink2", most=2)
        self._facts = widget(row(self._chip, 0, (self._place, 1000), None, gap=10))
        self._said, self._corner, self._end = row(), row(gap=10), row(gap=10)
        self._under, self._apart = column(), column(gap=4, margins=(0, 12, 0, 0))
        self.details = widget(self._apart)
        top = row((self._said, 1), self._corner, gap=10)
        titles = row((column(self._wide, self._narrow, None), 1), column(self._end, None), gap=10)
        self.setLayout(column(top, 3, titles, 2, self._under))
        self.set_shape()

    def set_shape(
        self, *, narrow: bool = False, flat: bool = False, brief: bool = False, broad: bool = True
    ) -> None:
        """Keep the title alone in a `flat` window, with the pill of a state that matters: the tool needs the height.

        Beside a call the label stays where it has a row anyway; a `brief` heading leaves away what to do.
        """
        apart = flat and (broad or not narrow)
        (self._apart if apart else self._said).addWidget(self._facts)
        (self._apart if flat or brief else self._under).addWidget(self._below)
        (self._end if flat or narrow else self._corner).insertWidget(0, self._off)
        self.details.setVisible(flat or brief)
        put_in_order(self)

    def _has_facts(self) -> bool:
        """Whether anything stands above the title."""
        words = self.words()
        return bool(words.label or words.place)

    def has_beside(self, wanted: int) -> bool:
        """Whether something so wide, in logical pixels, has room beside the title, and nothing stands above it."""
        title = lines.width_of(self._narrow.text(), self._narrow.font())
        return not self._has_facts() and title + theme.px(20) + wanted <= self.width()

    def slot(self, *, beside: bool) -> QHBoxLayout:
        """Where what the call sees may be told: beside the title, or above it."""
        return self._end if beside else self._corner

    def show_meeting(self, meeting: Meeting) -> None:
        """Say what the meeting is in now."""
        words = heading(meeting)
        if words == self._shown:
            return
        self._shown = words
        self._chip.set_label(words.label)
        self._place.show_place(words.place, words.number)
        self._off.show_state(_("Off the record") if words.off_record else "", "eye-off", "paused")
        for title in (self._wide, self._narrow):
            title.setText(words.title)
        self._below.setText(words.below)
        self._below.setVisible(bool(words.below))

    def set_narrow(self, narrow: bool) -> None:
        """Use the title of the narrow desk, or of the wide one."""
        self._wide.setVisible(not narrow)
        self._narrow.setVisible(narrow)

    def words(self) -> Words:
        """What is shown."""
        return self._shown or Words()


def spoken_item(meeting: Meeting) -> str:
    """The start of an item, as a screen reader announces it."""
    words = heading(meeting)
    if not words.label:
        return words.title
    return _("{label}: {title}").format(label=label_word(words.label), title=words.title)
