"""Every text can be read on its ground, in every set of colours; sizes follow the reader; the sheet knows its names."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication

from coalmeet.resources import folder
from ui import icons, theme

SETS = {
    "light": theme.LIGHT,
    "dark": theme.DARK,
    "high contrast": theme.HIGH_LIGHT,
    "high contrast, dark": theme.HIGH_DARK,
}
GROUNDS = ("paper", "surface")
PAIRS = [
    *product(("ink", "ink2", "ink3", "accent", "last", "over", "paused"), GROUNDS),
    *product(("ink", "ink2", "accent"), ("accent_soft",)),
    *product(("ink", "ink2"), ("sunk", "track")),
    ("ink3", "sunk"),
    ("on_accent", "accent"),
    ("last", "last_soft"),
    ("over", "over_soft"),
    ("paused", "paused_soft"),
    ("paper", "ink"),
]


def luminance(code: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    colour = QColor(code)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_can_be_read_on_its_ground(name: str, text: str, ground: str) -> None:
    worn = SETS[name]
    assert contrast(getattr(worn, text), getattr(worn, ground)) >= 4.5


@pytest.mark.parametrize("name", ["high contrast", "high contrast, dark"])
def test_in_high_contrast_a_thick_line_stands_around_what_is_chosen(name: str) -> None:
    worn = SETS[name]
    assert worn.chosen_width > 2
    for ground in (worn.accent_soft, worn.surface):
        assert contrast(worn.chosen_line, ground) >= 4.5
    assert contrast(worn.locked_line, worn.surface) >= 4.5
    assert f"{round(worn.chosen_width)}px solid {worn.chosen_line}" in theme.sheet(worn)


@pytest.mark.parametrize("name", SETS)
def test_the_sheet_knows_all_its_names(name: str) -> None:
    sheet = theme.sheet(SETS[name])
    assert not re.search(r"@\w|\d+dp", sheet)
    assert SETS[name].paper in sheet


def test_high_contrast_is_higher() -> None:
    for usual, high in ((theme.LIGHT, theme.HIGH_LIGHT), (theme.DARK, theme.HIGH_DARK)):
        assert contrast(high.ink3, high.paper) > 1.5 * contrast(usual.ink3, usual.paper)


def test_the_bundled_typeface_is_the_one_that_is_used(qapp: QApplication) -> None:
    theme.load_fonts()
    for weight in (theme.REGULAR, theme.MEDIUM, theme.STRONG, theme.BOLD):
        assert QFontInfo(theme.font(theme.BODY, weight)).family().startswith("Inter")


def test_sizes_follow_the_reader_but_not_in_pictures_that_scale_as_a_whole(qapp: QApplication) -> None:
    theme.wear(theme.LIGHT, 2.0)
    try:
        assert theme.font(15).pixelSize() == 30
        assert theme.px(theme.CONTROL) == 80
        assert theme.drawn_font(15).pixelSize() == 15
    finally:
        theme.wear(theme.LIGHT)


def test_colours_change_everywhere_when_another_set_is_put_on(qapp: QApplication) -> None:
    theme.apply(qapp, mode="dark", contrast="normal", text_scale=1)
    try:
        assert theme.colour("paper").name().upper() == theme.DARK.paper
        assert qapp.palette().window().color().name().upper() == theme.DARK.paper
    finally:
        theme.apply(qapp, mode="light", contrast="normal", text_scale=1)
        qapp.setStyleSheet("")


def test_an_icon_is_tinted_and_kept(qapp: QApplication) -> None:
    picture = icons.pixmap("gavel", "accent", 24, 2.0)
    assert picture.width() == 48
    seen = {picture.toImage().pixelColor(x, y).name() for x in range(48) for y in range(48)}
    assert theme.LIGHT.accent.lower() in seen
    assert icons.pixmap("gavel", "accent", 24, 2.0).cacheKey() == picture.cacheKey()


def test_every_icon_that_the_shared_parts_name_is_there(root: Path) -> None:
    there = {path.stem for path in folder("icons").glob("*.svg")}
    named = set()
    for path in [*(root / "ui" / "widgets").rglob("*.py"), *(root / "ui" / "share").rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'(?:sign|Icon|draw)\([^"\n]*"([a-z]+(?:-[a-z0-9]+)*)"', text))
    assert {"gavel", "hand", "coffee", "check"} - there == set()
    assert {
        name for name in named if name not in there and name not in {"ink", "ink2", "ink3", "accent"}
    } == set()
