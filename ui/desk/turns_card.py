"""A round as people see it coming: who speaks now, who is next, how many have been heard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coalmeet.meeting import turns
from coalmeet.meeting.publish_talk import initials
from coalmeet.meeting.state import Meeting, Round
from coalmeet.meeting.words import round_kind
from coalmeet.text import _, ngettext
from ui import theme
from ui.desk.together_card import question_of
from ui.widgets import lines
from ui.widgets.card import Card
from ui.widgets.face import Face
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, empty, row

SHOWN, SHOWN_NARROW = 9, 5  # voices: now, next and some more; the others are counted
AROUND = 90  # design pixels of half a row beside the name: face, gaps and edges
SIDE_BY_SIDE = 560  # design pixels from which those who wait stand two in a row


@dataclass(frozen=True, slots=True)
class Turn:
    """One voice that is still to be heard."""

    name: str
    detail: str
    initials: str
    state: str


@dataclass(frozen=True, slots=True)
class RoundWords:
    """What the card shows of a round."""

    title: str = ""
    purpose: str = ""
    heard: str = ""
    turns: tuple[Turn, ...] = ()
    left: int = 0


def round_words(meeting: Meeting, the_round: Round) -> RoundWords:
    """The round as it stands."""
    left = turns.waiting(meeting, the_round)
    called = the_round.way not in turns.UNCALLED
    done = len({*the_round.heard, *the_round.passed})
    heard = ngettext("{done} of {all} heard", "{done} of {all} heard", done + len(left)).format(
        done=done, all=done + len(left)
    )
    rows = tuple(_turn(meeting, unit, at if called else SHOWN) for at, unit in enumerate(left[:SHOWN]))
    return RoundWords(round_kind(the_round.kind), question_of(the_round), heard, rows, len(left))


def _turn(meeting: Meeting, unit: str, at: int) -> Turn:
    name = meeting.name_of(unit)
    person = turns.speaker(meeting, unit) or name
    presence = meeting.presence(unit)
    beside = meeting.name_of(presence.seat.organisation) if presence else name
    return Turn(
        person,
        beside if beside != person else "",
        initials(person),
        ("now", "next")[at] if at < 2 else "waiting",
    )


class TurnsCard(Card):
    """Now is tinted and bold; next is outlined and says so."""

    def __init__(self) -> None:
        self._shown: RoundWords | None = None
        self._title = OneLine("", theme.SECTION, theme.STRONG)
        self._heard = OneLine("", theme.DETAIL, tone="ink2")
        self._purpose = Wrapped("", theme.BODY, tone="ink2", most=3)
        self._columns = 1
        self._rows = QGridLayout()
        self._rows.setSpacing(theme.px(2))
        self._more = OneLine("", theme.DETAIL, tone="ink2")
        body = column(
            row((self._title, 0), 10, (self._heard, 1)),
            2,
            self._purpose,
            6,
            self._rows,
            2,
            row(54, (self._more, 1)),
            margins=(14, 12, 14, 12),
        )
        super().__init__(body)

    def show_round(self, meeting: Meeting, the_round: Round) -> bool:
        """Show a round as it stands; whether that is anything new."""
        words = round_words(meeting, the_round)
        if words == self._shown:
            return False
        self._shown = words
        self._title.setText(words.title)
        self._heard.setText(words.heard)
        self._purpose.setText(words.purpose)
        self._purpose.setVisible(bool(words.purpose))
        self._fill(words)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 2 if self.width() >= theme.px(SIDE_BY_SIDE) else 1
        if columns != self._columns:
            self._columns = columns
            self._fill(self.words())

    def _fill(self, words: RoundWords) -> None:
        """Whoever speaks now has a row, the others stand one or two in a row, as they come."""
        empty(self._rows)
        columns = self._columns
        shown = words.turns[: SHOWN if columns > 1 else SHOWN_NARROW]
        whole = 2 if columns > 1 and len(shown) > 1 and not self._has_half(shown[1]) else 1
        for at, turn in enumerate(shown):
            if at < whole:
                self._rows.addWidget(turn_row(turn, narrow=columns == 1), at, 0, 1, columns)
            else:
                place = divmod(at - whole, columns)
                self._rows.addWidget(turn_row(turn), whole + place[0], place[1])
        for column_at in range(2):
            self._rows.setColumnStretch(column_at, 1 if column_at < columns else 0)
        if not shown:
            heard = Wrapped(_("Everybody has been heard."), theme.BODY, theme.MEDIUM)
            self._rows.addWidget(heard, 0, 0, 1, columns)
        more = words.left - len(shown)
        self._more.setText(_("and {count} more").format(count=more))
        self._more.setVisible(more > 0)

    def _has_half(self, turn: Turn) -> bool:
        """Whether half a row is enough for a name: whoever is next must be read whole, as whoever speaks."""
        room = self.width() / 2 - theme.px(AROUND) - lines.width_of(_("next"), theme.font(theme.META))
        return lines.width_of(turn.name, theme.font(theme.BODY, theme.MEDIUM)) <= room

    def words(self) -> RoundWords:
        """What is shown."""
        return self._shown or RoundWords()


def turn_row(turn: Turn, *, narrow: bool = False) -> QWidget:
    """One voice as a row; whoever speaks now has all on one line, where it is not `narrow`."""
    note = {"now": _("speaks now"), "next": _("next")}.get(turn.state, "")
    spoken = ", ".join(part for part in (turn.name, turn.detail, note) if part)
    face = Face(turn.initials, turn.state, 32, spoken)
    if turn.state == "now":
        return _speaking_row(turn, face, note, narrow)
    name = OneLine(turn.name, theme.BODY, theme.MEDIUM)
    said = row((name, 1), 8, OneLine(note, theme.META, tone="ink2"))
    below = OneLine(turn.detail, theme.META, tone="ink2")  # beside the name both would be cut
    words = column(None, said, *((below,) if turn.detail else ()), None)
    return Card(row(face, 12, (words, 1), margins=(10, 2, 6, 2)), "row")


def _speaking_row(turn: Turn, face: QWidget, note: str, narrow: bool) -> QWidget:
    name = OneLine(turn.name, theme.BODY, theme.STRONG)
    if narrow:  # a long name has a line to itself
        below = ", ".join(part for part in (note, turn.detail) if part)
        words = column(None, name, OneLine(below, theme.META, tone="accent"), None)
        return Card(row(face, 12, (words, 1), margins=(10, 4, 12, 4)), "tint_row")
    speaks = OneLine(note, theme.DETAIL, theme.MEDIUM, "accent")
    speaks.setMinimumWidth(speaks.sizeHint().width())  # beside a long name the state stays whole
    beside = (OneLine(turn.detail, theme.DETAIL, tone="ink2"), 1)
    return Card(row(face, 12, name, 8, beside, 8, speaks, margins=(10, 4, 12, 4)), "tint_row")
