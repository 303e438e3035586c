"""One column in the middle of the window, for screens with little on them; where it does not fit, it scrolls."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout

from ui import theme
from ui.widgets.layouts import row, upright, widget
from ui.widgets.scroll_area import ScrollArea

_WIDTH = 640
_ALL = 1000  # the column takes all the width it can before any room beside it


def in_the_middle(column: QLayout) -> ScrollArea:
    """The column as wide as it reads well, narrower where the window is."""
    holder = widget(column)
    holder.setMaximumWidth(theme.px(_WIDTH))
    return upright(row(None, (holder, _ALL), None, margins=(20, 20, 20, 20)))
