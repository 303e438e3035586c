"""The part that few open: what traditions do otherwise, how often a text is changed, a vote without consent."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from coalmeet.coalition.agreement import FALLBACKS
from coalmeet.coalition.traditions import Tradition, tradition_of, traditions
from coalmeet.meeting import words
from coalmeet.meeting.events import Profile
from coalmeet.text import _
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chip import Pill
from ui.widgets.fields import Field, Minutes
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, hairline, row, widget
from ui.widgets.segments import Segments


class AdvancedCard(QWidget):
    """`changed` carries a field of Profile and its value; `taken` the settings of a tradition."""

    changed = Signal(str, object)
    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.open = Button(_("Advanced"), "ghost", icon="chevron-right")
        self.open.setAccessibleDescription(
            _("Traditions, how often a text is changed, and a vote without consent")
        )
        self.ways = {one.code: _Way(one) for one in traditions()}
        self.loops = Minutes(0, _("How often a text is changed at most"), 1)
        self.fallback = Segments(
            [(code, words.method(code) if code else _("No vote"), "") for code in FALLBACKS],
            _("Without consent"),
        )
        self._part = Card(self._lay_out())
        self._part.hide()
        self.setLayout(column(row(self.open, None), 8, self._part))
        self.open.clicked.connect(lambda: self.show_part(shown=self._part.isHidden()))
        self.loops.changed.connect(lambda count: self.changed.emit("loops", count))
        self.fallback.chosen.connect(lambda code: self.changed.emit("fallback", code))
        for way in self.ways.values():
            way.taken.connect(self.taken)

    def show_part(self, *, shown: bool) -> None:
        """Open the part, or close it."""
        self._part.setVisible(shown)
        self.open.set_icon("chevron-down" if shown else "chevron-right")

    def show_profile(self, profile: Profile) -> None:
        """Show the settings, and which way they are."""
        in_force = tradition_of(profile)
        for code, way in self.ways.items():
            way.show_in_force(on=code == in_force)
        self.loops.set_minutes(profile.loops)
        self.fallback.show_choice(profile.fallback)

    def _lay_out(self) -> QLayout:
        told = Wrapped(
            _(
                "Where traditions disagree, choosing one changes the settings above; each can still be changed."
            ),
            theme.META + 1,
            tone="ink2",
        )
        parts = [part for way in self.ways.values() for part in (way, 12)]
        return column(
            OneLine(_("Traditions"), theme.SECTION, theme.STRONG), 2, told, 14, *parts, hairline(), 16,
            row(
                (Field(_("A text is changed at most"), widget(row(self.loops, None)),
                       _("– means as often as it needs")), 1), 16,
                (Field(_("Without consent, at a later meeting"), self.fallback,
                       _("Announced, named in the minutes, and never over a protected voice on a critical kind.")), 3),
            ),
            margins=(24, 20, 24, 22),
        )  # fmt: skip


class _Way(QWidget):
    """One way of consent: its name, what choosing it changes, and whether it is in force."""

    taken = Signal(object)

    def __init__(self, way: Tradition) -> None:
        super().__init__()
        self.use = Button(_("Choose"), spoken=_("Choose {name}").format(name=way.name))
        self.use.clicked.connect(lambda: self.taken.emit(dict(way.settings)))
        self.pill = Pill(_("In force"), "check", "accent")
        name = OneLine(way.name, theme.BODY, theme.STRONG)
        said = Wrapped(way.changes, theme.META + 1, tone="ink2")
        side = widget(row(None, self.pill, self.use))
        side.setFixedWidth(theme.px(120))
        self.setLayout(row((column(name, 2, said), 1), 16, column(side, None)))

    def show_in_force(self, *, on: bool) -> None:
        """Say that these are the settings, or offer them."""
        self.pill.setVisible(on)
        self.use.setVisible(not on)
