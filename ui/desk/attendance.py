"""Who is here: a row for each organisation, its people as pills, and how many are needed to decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coalmeet.meeting.moves import people
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk import phrases
from ui.desk.add_person import AddPerson
from ui.desk.hands import Hands
from ui.desk.person_pill import PersonPill, PillWords, pill_words
from ui.desk.quorum_bar import QuorumBar
from ui.desk.scroll import bring_into_view
from ui.desk.times_strip import TimesStrip, is_known
from ui.widgets import lines
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Icon, Wrapped
from ui.widgets.layouts import column, hairline, row, widget

_ORDER = {"delegate": 0, "alternate": 1}  # who speaks for an organisation stands first
ANY_WIDTH = 16_777_215  # Qt's own largest size
SIDE_BY_SIDE = 500  # design pixels from which the name stands beside the pills
SEARCH = 270  # width of the search where it stands beside the bar
ALL_IN_ONE = 720  # and from which count, bar and search stand in one row
AMPLE = 960  # and from which long names have one line


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """One organisation, "" for guests: whether it has a voice here, its people, and what they need."""

    organisation: str
    name: str
    here: bool
    pills: tuple[PillWords, ...]
    needs: tuple[str, ...] = ()


def rows_of(meeting: Meeting, needs: dict[str, str]) -> tuple[OrganisationRow, ...]:
    """The rows of the attendance: members in their order, then everybody who belongs to none of them."""
    present = meeting.present_members
    known = {member.id for member in meeting.members}
    found = [_row(meeting, one.id, one.name, one.id in present, needs) for one in meeting.members]
    others = {one.seat.organisation for one in meeting.people if one.seat.organisation not in known}
    if others:
        found.append(_row(meeting, "", _("Guests"), False, needs, frozenset(others)))
    return tuple(found)


def _row(
    meeting: Meeting,
    organisation: str,
    name: str,
    here: bool,
    needs: dict[str, str],
    others: frozenset[str] = frozenset(),
) -> OrganisationRow:
    wanted = others or frozenset({organisation})
    seated = [one for one in meeting.people if one.seat.organisation in wanted]
    seated.sort(key=lambda one: _ORDER.get(one.seat.capacity, len(_ORDER)))
    asked = [
        _("{name}: {needs}").format(name=one.seat.name, needs=needs[one.seat.person])
        for one in seated
        if needs.get(one.seat.person)
    ]
    return OrganisationRow(
        organisation, name, here, tuple(pill_words(one, meeting.time_zone) for one in seated), tuple(asked)
    )


class Attendance(QWidget):
    """Used by the opening, and beside any other tool for those who come late."""

    def __init__(self, hands: Hands, needs: dict[str, str]) -> None:
        super().__init__()
        self.hands, self._needs = hands, needs
        self._rows: dict[str, _Row] = {}
        self._strip: TimesStrip | None = None
        self._count = Wrapped("", theme.BODY, theme.STRONG)
        self._quorum = Wrapped("", theme.DETAIL, tone="ink2")
        self._bar = QuorumBar()
        self.add = AddPerson(hands)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._list.setContentsMargins(*(theme.px(side) for side in (16, 4, 16, 4)))
        self._bar_place = widget(column(4, self._bar))
        # Two lines are kept even when one is enough: no name moves from under the pointer as people arrive.
        said = widget(column(self._quorum, None))
        said.setMinimumHeight(int(2 * lines.line_height(self._quorum.font())) + 1)
        counted = column(self._count, 2, said)
        self._head = row((counted, 0), (self._bar_place, 1), (self.add, 0), gap=16)
        self.setLayout(column(self._head, 6, self.add.hint, 4, Card(self._list), None))
        self.add.filtered.connect(self._filter)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show who is here; only rows that changed are touched."""
        self._count.setText(phrases.present(meeting))
        self._quorum.setText(phrases.quorum(meeting))
        self._bar_place.setVisible(bool(meeting.quorum) and self.width() >= theme.px(ALL_IN_ONE))
        self._bar.show_meeting(meeting)
        for one in rows_of(meeting, self._needs):
            if one.organisation not in self._rows:
                self._add_row(one)
            self._rows[one.organisation].show_row(one)
        if self._strip is not None:
            self._strip.show_presence(meeting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        wide = self.width() >= theme.px(ALL_IN_ONE)
        self._head.setDirection(across if wide else down)
        self._bar_place.setVisible(wide and bool(self.hands.meeting.quorum))  # else the sentence says it
        self._head.setSpacing(theme.px(16 if wide else 8))
        self.add.setMinimumWidth(theme.px(SEARCH) if wide else 0)

    def pills(self) -> list[PersonPill]:
        """All pills, from top to bottom."""
        return [pill for one in self._rows.values() for pill in one.pills.values()]

    def _add_row(self, one: OrganisationRow) -> None:
        made = _Row(one, self._connect, first=not self._rows)
        self._rows[one.organisation] = made
        self._list.addWidget(made)

    def _connect(self, pill: PersonPill) -> None:
        pill.clicked.connect(lambda: self._press(pill))
        pill.timed.connect(lambda: self._write_times(pill))
        pill.stepped.connect(lambda step: self._step(pill, step))

    def _press(self, pill: PersonPill) -> None:
        presence = self.hands.meeting.presence(pill.words.person)
        if presence is not None and presence.here:
            self._open_strip(pill)
        else:
            self.hands.do(people.arrive, pill.words.person)

    def _open_strip(self, pill: PersonPill) -> None:
        """Open the times below the pill's row, or close them when they are open for the same person."""
        before, self._strip = self._strip, None
        if before is not None:
            before.hide()
            before.deleteLater()
        person = pill.words.person
        if (before is not None and before.person == person) or not is_known(
            self.hands.meeting.presence(person)
        ):
            return
        self._strip = TimesStrip(self.hands, person)
        self._strip.show_presence(self.hands.meeting)
        holder = next(one for one in self._rows.values() if person in one.pills)
        holder.hold(self._strip)
        QTimer.singleShot(0, self._strip, partial(bring_into_view, self._strip))  # once it has its place

    def _write_times(self, pill: PersonPill) -> None:
        """With the keyboard one goes on in the first field."""
        self._open_strip(pill)
        if self._strip is not None:
            self._strip.first_field().setFocus()

    def begin_anew(self) -> None:
        """Put away what was searched for, and the times that are open."""
        self.add.box.clear()
        before, self._strip = self._strip, None
        if before is not None:
            before.hide()
            before.deleteLater()

    def _step(self, pill: PersonPill, step: int) -> None:
        shown = [one for one in self.pills() if not one.isHidden() and one.isVisibleTo(self)]
        if pill in shown:
            shown[(shown.index(pill) + step) % len(shown)].setFocus()

    def _filter(self, found: frozenset[str]) -> None:
        for one in self._rows.values():
            one.filter(found)


class _Row(QWidget):
    """One organisation: name and pills side by side, the pills below the name where it is narrow."""

    def __init__(self, one: OrganisationRow, connect: Callable[[PersonPill], None], *, first: bool) -> None:
        super().__init__()
        self.pills: dict[str, PersonPill] = {}
        self._shown: OrganisationRow | None = None
        self._connect = connect
        self._icon = Icon("minus", "ink3")
        self._name = Wrapped(one.name, theme.BODY, theme.MEDIUM, most=2)
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=8)
        self._needs = Wrapped("", theme.META, tone="ink2")
        self._needs_row = widget(
            row(Icon("accessibility", "ink2", 16), 8, (self._needs, 1), margins=(0, 2, 0, 2))
        )
        self._below = QVBoxLayout()
        line = hairline()
        if first:
            line.hide()  # never shown before it has its place: it would be a window, and take the keys
        self._head = widget(row(self._icon, 10, (column(None, self._name, None), 1)))
        self._sides = row((self._head, 0), 8, (holder, 1))
        inside = column(self._sides, self._needs_row, self._below, margins=(0, 2, 0, 2))
        self.setLayout(column(line, inside))

    def show_row(self, one: OrganisationRow) -> None:
        """Show the organisation and its people as they stand now."""
        if one == self._shown:
            return
        self._shown = one
        self._icon.set_icon("check" if one.here else "minus", "accent" if one.here else "ink3")
        self._name.set_weight(theme.STRONG if one.here else theme.MEDIUM)
        self._name.set_tone("ink" if one.here else "ink2")
        self._needs.setText("\n".join(one.needs))
        self._needs_row.setVisible(bool(one.needs))
        for words in one.pills:
            if words.person in self.pills:
                self.pills[words.person].show_words(words)
            else:
                self._add(words)

    def hold(self, strip: QWidget) -> None:
        """Show the times of one of its people."""
        self._below.addWidget(strip)

    def filter(self, found: frozenset[str]) -> None:
        """Show only those who were found, and all again where nobody is looked for."""
        for person, pill in self.pills.items():
            pill.setVisible(not found or person in found)
        self.setVisible(not found or any(person in found for person in self.pills))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(SIDE_BY_SIDE)
        width = self.width()
        name = theme.px(320 if width >= theme.px(AMPLE) else 236 if width >= theme.px(ALL_IN_ONE) else 190)
        self._head.setMinimumWidth(name if wide else 0)
        self._head.setMaximumWidth(name if wide else ANY_WIDTH)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(across if wide else down)

    def _add(self, words: PillWords) -> None:
        pill = PersonPill(words)
        self.pills[words.person] = pill
        self._flow.addWidget(pill)
        self._connect(pill)
