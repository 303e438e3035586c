"""How consent is reached here: the profile in sentences, and the settings behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLayout, QWidget

from coalmeet.meeting.events import Profile
from coalmeet.text import _
from ui import theme
from ui.widgets.card import Card
from ui.widgets.fields import Field, Minutes, Tick
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.segments import Segments
from ui.widgets.turning import Turning

_BESIDE = 620  # design pixels from which both choices stand beside each other


class ProfileCard(QWidget):
    """`changed` carries a field of Profile and its value."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.said = Wrapped("", theme.BODY)
        self.unit = Segments(
            [("organisation", _("Organisations"), "building-2"), ("person", _("People"), "user")],
            _("Who has a voice"),
        )
        self.answers = Segments(
            [("sign", _("By sign"), "hand"), ("turn", _("Called in turn"), "refresh-cw")],
            _("How answers are given"),
        )
        self.tested_by = Segments(
            [("group", _("The group"), "users"), ("objector", _("The objector alone"), "user")],
            _("Who may turn an objection into a concern"),
        )
        self.concerns = Tick(_("One may consent with a concern"))
        self.stand_aside = Tick(_("One may stand aside"))
        self.quorum = Minutes(0, _("How many voices must be present to decide"), 1)
        self.window_days = Minutes(0, _("For how many days absent organisations may object"), 1)
        self.review_days = Minutes(0, _("After how many days a decision comes back"), 7)
        self.setLayout(column(Card(self._lay_out())))
        self._connect()

    def show_profile(self, profile: Profile, sentences: Sequence[str]) -> None:
        """Show the settings, and what they say."""
        self.said.setText("\n".join(sentences))
        for box in (self.unit, self.answers, self.tested_by):
            box.show_choice(str(getattr(profile, _name_of(self, box))))
        for tick in (self.concerns, self.stand_aside):
            with QSignalBlocker(tick):
                tick.setChecked(bool(getattr(profile, _name_of(self, tick))))
        for number in (self.quorum, self.window_days, self.review_days):
            number.set_minutes(int(getattr(profile, _name_of(self, number))))

    def _connect(self) -> None:
        def tell(field: str) -> Any:
            return lambda value: self.changed.emit(field, value)

        for field in ("unit", "answers", "tested_by"):
            getattr(self, field).chosen.connect(tell(field))
        for field in ("concerns", "stand_aside"):
            getattr(self, field).toggled.connect(tell(field))
        for field in ("quorum", "window_days", "review_days"):
            getattr(self, field).changed.connect(tell(field))

    def _lay_out(self) -> QLayout:
        return column(
            OneLine(_("Consent"), theme.SECTION, theme.STRONG), 2,
            Wrapped(_("Every decision keeps a copy of what stands here on its day."), theme.META + 1, tone="ink2"),
            14, self.said, 18,
            Turning(_BESIDE, (Field(_("Who has a voice"), self.unit), 0),
                    (Field(_("How answers are given"), self.answers), 1), gap=24), 14,
            self.concerns, self.stand_aside, 12,
            Field(_("Who may turn an objection into a concern"), self.tested_by), 14,
            row((Field(_("Quorum"), _at_the_left(self.quorum), _("– means more than half")), 1), 16,
                (Field(_("Window for the absent, in days"), _at_the_left(self.window_days), _("– means none")), 1), 16,
                (Field(_("Comes back after, in days"), _at_the_left(self.review_days),
                       _("– means never by itself")), 1)),
            margins=(24, 20, 24, 22),
        )  # fmt: skip


def _at_the_left(number: Minutes) -> QWidget:
    return widget(row(number, None))


def _name_of(card: ProfileCard, box: QWidget) -> str:
    return next(name for name, value in vars(card).items() if value is box)
