"""What everything looks like: colours, typeface and sizes. No other file of the windows knows any of them.

Colours are asked for by what they mean (`colour("accent")`), sizes in design pixels, which the reader's own
text size then scales (`px`, `font`). The shared window scales as a whole instead and uses `drawn_font`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAccessibilityHints,
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
    QPalette,
    QScreen,
    QStyleHints,
)
from PySide6.QtWidgets import QApplication

from coalmeet.resources import folder

# Logical pixels that a system puts around a window: before one is shown that cannot be asked.
FRAME = QSize(4, 32)


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours; every text colour has a contrast of at least 4.5 on the grounds it is used on."""

    dark: bool
    paper: str
    surface: str
    sunk: str
    line: str
    track: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    accent_soft: str
    on_accent: str
    last: str  # the last minute of an item
    last_soft: str
    over: str  # time is up
    over_soft: str
    paused: str
    paused_soft: str
    chosen_line: str  # around what is now or chosen: unseen beside its tint, unless contrast is high
    locked_line: str  # and around what is locked
    chosen_width: float = 1.0  # logical pixels


LIGHT = Colours(
    dark=False,
    paper="#F4F6F4",
    surface="#FFFFFF",
    sunk="#ECEFED",
    line="#D8DEDB",
    track="#E1E6E3",
    ink="#14201D",
    ink2="#46534F",
    ink3="#5F6C68",
    accent="#0B6B60",
    accent_soft="#DDF0EC",
    on_accent="#FFFFFF",
    last="#9A4A00",
    last_soft="#FDEFD9",
    over="#B3261E",
    over_soft="#FBE7E4",
    paused="#4B5A67",
    paused_soft="#E6EAEE",
    chosen_line="#DDF0EC",
    locked_line="#ECEFED",
)
DARK = Colours(
    dark=True,
    paper="#101615",
    surface="#18201E",
    sunk="#202A28",
    line="#33403C",
    track="#26312E",
    ink="#EEF3F1",
    ink2="#B7C3BF",
    ink3="#94A29D",
    accent="#5CC9B8",
    accent_soft="#17332E",
    on_accent="#06231F",
    last="#F5B04D",
    last_soft="#3A2A12",
    over="#FF8A80",
    over_soft="#3C1D1B",
    paused="#A8B6C2",
    paused_soft="#27313A",
    chosen_line="#17332E",
    locked_line="#202A28",
)
HIGH_LIGHT = Colours(
    dark=False,
    paper="#FFFFFF",
    surface="#FFFFFF",
    sunk="#F2F2F2",
    line="#000000",
    track="#C9CFCC",
    ink="#000000",
    ink2="#1C1C1C",
    ink3="#333333",
    accent="#00473E",
    accent_soft="#DFF3EF",
    on_accent="#FFFFFF",
    last="#6B3300",
    last_soft="#FFF3DF",
    over="#8C0F09",
    over_soft="#FFEDEB",
    paused="#2B3740",
    paused_soft="#EDF1F4",
    chosen_line="#00473E",
    locked_line="#333333",
    chosen_width=2.5,
)
HIGH_DARK = Colours(
    dark=True,
    paper="#000000",
    surface="#000000",
    sunk="#161616",
    line="#FFFFFF",
    track="#3D4744",
    ink="#FFFFFF",
    ink2="#F0F0F0",
    ink3="#D6D6D6",
    accent="#86F0DF",
    accent_soft="#07302A",
    on_accent="#000000",
    last="#FFC870",
    last_soft="#2E2000",
    over="#FFB3AB",
    over_soft="#330B08",
    paused="#D3DEE8",
    paused_soft="#1B242B",
    chosen_line="#86F0DF",
    locked_line="#D6D6D6",
    chosen_width=2.5,
)

# Paper stays white in every theme; what was found on it is marked as with a pen, the one looked at in another colour.
PRINTED, PRINTED_FOUND, PRINTED_NOW = QColor("#FFFFFF"), QColor("#FFE9A8"), QColor("#FFB98A")
PRINTED_INK = QColor(LIGHT.ink)

FAMILY = "Inter"
REGULAR, MEDIUM, STRONG, BOLD = 400, 500, 600, 700

# Sizes in design pixels. Windows and pages of the facilitator:
GRID = 8
CLOCK, TITLE, HEADING, SECTION, BODY, META = 52, 28, 20, 17, 15, 13
TITLE_NARROW, CLOCK_NARROW, DETAIL = 24, 40, 14  # the desk beside a call; lines of detail on the desk
CONTROL, PRIMARY, ICON = 40, 48, 18
RADIUS_BUTTON, RADIUS_ROW, RADIUS_CARD = 8, 10, 16
NAVIGATION = 208
LEAST_TEXT = 13

# The shared window, drawn on 1280×720 whatever its size on the screen:
SHARE_WIDTH, SHARE_HEIGHT = 1280, 720
SHARE_SIDE, SHARE_EDGE, SHARE_GAP = 56, 32, 24
SHARE_TITLE, SHARE_TITLE_LEAST = 54, 34
SHARE_TITLE_LONG = 28  # of a title of two hundred letters, in four lines
SHARE_TEXT, SHARE_TEXT_LESS = 30, 24
SHARE_NAME, SHARE_NAME_LESS = 26, 24
SHARE_SENTENCE, SHARE_CAPTION, SHARE_LEAST = 24, 20, 18
SHARE_RING, SHARE_RING_SMALL = 336, 136


class _Worn:
    """What is in force now."""

    colours = LIGHT
    scale = 1.0


_worn = _Worn()


def colours() -> Colours:
    """The colours in force."""
    return _worn.colours


def colour(name: str) -> QColor:
    """A colour by its meaning, for painting; the colours in force may have changed since the last time."""
    return _qcolour(getattr(_worn.colours, name))


@lru_cache(maxsize=128)
def _qcolour(code: str) -> QColor:
    return QColor(code)


def scale() -> float:
    """How much larger than designed the reader wants text and controls; 1.0 to 2.5."""
    return _worn.scale


def px(design: float) -> int:
    """Design pixels as logical pixels of the facilitator's windows."""
    return round(design * _worn.scale)


def room(screen: QScreen) -> QSize:
    """What a window may fill of a screen, in logical pixels, with its title and borders around it."""
    return screen.availableSize() - FRAME


def font(size: float, weight: int = REGULAR, *, tabular: bool = False) -> QFont:
    """The typeface at a size in design pixels, scaled as the reader wants; `tabular` for changing digits."""
    return QFont(_made(float(px(size)), weight, tabular))


def drawn_font(size: float, weight: int = REGULAR, *, tabular: bool = False) -> QFont:
    """The typeface at a size that is not scaled: for pictures that scale as a whole."""
    return QFont(_made(size, weight, tabular))


@lru_cache(maxsize=256)
def _made(size: float, weight: int, tabular: bool) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(max(1, round(size)))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    if size >= TITLE and weight >= STRONG:
        made.setLetterSpacing(
            QFont.SpacingType.PercentageSpacing, 98.5
        )  # large bold letters stand too far apart
    return made


def apply(
    app: QApplication, *, mode: str = "system", contrast: str = "system", text_scale: float = 0
) -> None:
    """Dress the program; scale 0 is the system's own.

    `mode` is system, light or dark, `contrast` system, normal or high. May be called again at any time:
    every window follows.
    """
    load_fonts()
    app.setStyle("Fusion")
    _follow_scheme(mode)
    _worn.colours = _choose(_is_dark(mode), _is_high(contrast))
    _worn.scale = text_scale or _system_scale()
    app.setFont(font(BODY))
    app.setPalette(_palette(_worn.colours))
    app.setStyleSheet(sheet(_worn.colours))


def wear(set_of_colours: Colours, text_scale: float = 1.0) -> None:
    """Put on these colours without an application's sheet: for pictures and tests."""
    _worn.colours, _worn.scale = set_of_colours, text_scale


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Make the bundled typeface known to Qt, once, and those that step in for letters that it and the system lack."""
    for family in ("Inter*", "DejaVu*", "Droid*", "NotoEmoji*"):
        for path in sorted(folder("fonts").glob(f"{family}.ttf")):
            QFontDatabase.addApplicationFont(str(path))


def _choose(dark: bool, high: bool) -> Colours:
    return (HIGH_DARK if dark else HIGH_LIGHT) if high else (DARK if dark else LIGHT)


def _follow_scheme(mode: str) -> None:
    # So that title bars and file dialogs, which the system draws, are dark or light as the rest is.
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    QGuiApplication.styleHints().setColorScheme(schemes.get(mode, Qt.ColorScheme.Unknown))


def _is_dark(mode: str) -> bool:
    if mode in {"light", "dark"}:
        return mode == "dark"
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _is_high(contrast: str) -> bool:
    if contrast in {"normal", "high"}:
        return contrast == "high"
    return _hints()[1].contrastPreference() == Qt.ContrastPreference.HighContrast


@lru_cache(maxsize=1)
def _hints() -> tuple[QStyleHints, QAccessibilityHints]:
    # Both kept: when Python lets go of either, PySide deletes Qt's own object, and the next look would crash.
    hints = QGuiApplication.styleHints()
    return hints, hints.accessibility()


def _system_scale() -> float:
    # Systems ship 12 to 15 pixels as their usual text; only a reader's own wish goes clearly beyond that.
    usual = 14.7
    wished = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize() / usual
    return 1.0 if wished < 1.1 else min(2.5, round(wished, 2))


def _palette(worn: Colours) -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    parts = {
        role.Window: worn.paper,
        role.WindowText: worn.ink,
        role.Base: worn.surface,
        role.AlternateBase: worn.sunk,
        role.Text: worn.ink,
        role.PlaceholderText: worn.ink3,
        role.Button: worn.surface,
        role.ButtonText: worn.ink,
        role.BrightText: worn.over,
        role.ToolTipBase: worn.ink,
        role.ToolTipText: worn.paper,
        role.Highlight: worn.accent,
        role.HighlightedText: worn.on_accent,
        role.Link: worn.accent,
        role.LinkVisited: worn.accent,
        role.Accent: worn.accent,
        role.Light: worn.surface,
        role.Midlight: worn.line,
        role.Mid: worn.line,
        role.Dark: worn.ink3,
        role.Shadow: worn.line,
    }
    for part, code in parts.items():
        palette.setColor(part, QColor(code))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(worn.ink3))
    return palette


def sheet(worn: Colours) -> str:
    """Qt's style sheet in these colours: `@name` is a colour, `12dp` a size in design pixels."""
    text = (folder("themes") / "coalmeet.qss").read_text(encoding="utf-8")
    names = {field.name: str(getattr(worn, field.name)) for field in fields(worn)}
    names["chosen_edge"] = f"{round(worn.chosen_width)}px solid {worn.chosen_line}"
    text = re.sub(r"@(\w+)", lambda found: names[found[1]], text)
    return re.sub(r"(\d+)dp", lambda found: f"{px(int(found[1]))}px", text)
