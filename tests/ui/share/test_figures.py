"""The digits of the large clock are painted from outlines that are kept, and look as if Qt had set them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from ui import theme
from ui.share import setting
from ui.share.painting import paint
from ui.share.pieces import Style, Words

AREA = (10.0, 10.0, 300.0, 101.0)
DIGITS = Style(84, theme.STRONG, tabular=True)


def blank() -> QImage:
    image = QImage(320, 120, QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    return image


def differing(one: QImage, other: QImage) -> int:
    """Pixels in which two pictures differ by more than smoothing explains."""
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 24
        for x in range(one.width())
        for y in range(one.height())
    )


@pytest.mark.parametrize("text", ["14:32", "0:07", "+2:15", "118:40"])
def test_they_stand_where_qt_would_set_them(text: str) -> None:
    ours, theirs = blank(), blank()
    painter = QPainter(ours)
    paint(painter, Words(AREA, (text,), DIGITS, text, "middle"), from_right=False)
    painter.end()
    painter = QPainter(theirs)
    painter.setFont(setting.font(DIGITS))
    painter.setPen(theme.colour("ink"))
    painter.drawText(QRectF(*AREA), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    assert differing(ours, blank()) > 1000, "something is painted"
    assert differing(ours, theirs) < 20
