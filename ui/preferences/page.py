"""Settings: what the file says about its coalition, and how the program looks on this computer."""

from __future__ import annotations

from zoneinfo import available_timezones

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCompleter, QWidget

from coalmeet.text import _
from coalmeet.time_zone import is_time_zone
from ui import theme
from ui.page import Head, Page
from ui.settings import Settings
from ui.widgets.card import Card
from ui.widgets.fields import Field, Tick
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, upright, widget
from ui.widgets.segments import Segments
from ui.widgets.texts import TextArea, TextLine
from ui.widgets.turning import Turning

_BESIDE = 900  # design pixels from which both cards stand beside each other


class SettingsPage(Page):
    """Two cards: the coalition (in the file, travels with it) and this computer."""

    TABLES = frozenset({"coalition"})

    def __init__(self, settings: Settings) -> None:
        super().__init__(Head(_("Settings")))
        self._settings = settings
        self.name, self.purpose = TextLine(), TextArea(_("So that …, in one sentence"), 4)
        self.zone = TextLine(_("For example: Europe/Berlin"))
        self.look = Segments(
            [
                ("system", _("As the system"), "monitor"),
                ("light", _("Light"), "sun"),
                ("dark", _("Dark"), "moon"),
            ],
            _("Colours"),
        )
        self.look.show_choice(settings.theme)
        self.whole = Tick(_("Clocks show whole minutes, and seconds only in the last one"))
        self.whole.setChecked(settings.whole_minutes)
        self.chime = Tick(_("A soft sound when an item comes to its end"))
        self.chime.setChecked(settings.chime)
        self._path = Wrapped("", 14, tone="ink2")
        self.body.addWidget(upright(column(self._cards(), None)), 1)
        self._connect()

    def refresh(self) -> None:
        if self.zone.completer() is None:
            self.zone.setCompleter(_zones(self))
        here = self.book.coalition()
        self.name.show_text(here.name)
        self.purpose.show_text(here.purpose)
        self.zone.show_text(here.time_zone)
        self._path.setText(str(self.book.path))

    def keep(self, field: str, value: object) -> None:
        """Change what the file says about the coalition."""
        from coalmeet.store import coalition

        with self.saying(), self.book.step(_("Change the coalition")) as writing:
            writing.do(coalition.write, **{field: value})

    def wear(self, mode: str) -> None:
        """Show the program light, dark, or as the system has it."""
        chosen = next(one for one in ("light", "dark", "system") if one == mode)
        self._settings.theme = "light" if chosen == "light" else "dark" if chosen == "dark" else "system"
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, mode=mode)

    def _name(self, name: str) -> None:
        if name:
            self.keep("name", name)
        else:
            self.refusal.say(_("A coalition needs a name. The one it had is kept."))
            self.look_again()

    def _keep_zone(self, zone: str) -> None:
        if is_time_zone(zone):
            self.keep("time_zone", zone)
        else:
            self.refusal.say(
                _("“{zone}” is no time zone. They are named by city, such as Europe/Berlin.").format(
                    zone=zone
                )
            )

    def _connect(self) -> None:
        self.name.settled.connect(self._name)
        self.purpose.settled.connect(lambda text: self.keep("purpose", text))
        self.zone.settled.connect(self._keep_zone)
        self.look.chosen.connect(self.wear)
        self.whole.toggled.connect(lambda on: setattr(self._settings, "whole_minutes", on))
        self.chime.toggled.connect(lambda on: setattr(self._settings, "chime", on))

    def _cards(self) -> QWidget:
        coalition = column(
            OneLine(_("The coalition"), theme.SECTION, theme.STRONG), 2,
            Wrapped(_("Kept in the file; it travels with it."), 14, tone="ink2"), 14,
            Field(_("Name"), self.name), 14, Field(_("Purpose"), self.purpose), 14,
            Field(_("Time zone"), self.zone, _("Times of meetings are told in it.")), 14,
            Wrapped(_("Quorum, review dates and all else about deciding stand on the page “How we decide”."),
                    theme.META, tone="ink2"), 14,
            OneLine(_("The file"), theme.META, theme.STRONG, "ink2"), 4, self._path,
            margins=(24, 20, 24, 22),
        )  # fmt: skip
        computer = column(
            OneLine(_("This computer"), theme.SECTION, theme.STRONG), 14,
            Field(_("Colours"), self.look), 18,
            OneLine(_("In a meeting"), theme.META, theme.STRONG, "ink2"), 4,
            self.whole, 4, self.chime, 2,
            Wrapped(
                _(
                    "The sound of this computer, once each: when a few minutes are left, in the last minute, and at "
                    "the end. The shared window itself makes no sound; but whoever shares the sound of this "
                    "computer, or has its microphone open, lets the call hear it."
                ),
                theme.META, tone="ink2",
            ),
            margins=(24, 20, 24, 22),
        )  # fmt: skip
        parts = (widget(column(Card(coalition), None)), 1), (widget(column(Card(computer), None)), 1)
        return Turning(_BESIDE, *parts, gap=16)


def _zones(page: SettingsPage) -> QCompleter:
    completer = QCompleter(sorted(available_timezones()), page)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return completer
