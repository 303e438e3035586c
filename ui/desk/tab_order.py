"""Where Tab goes next: through parts in a given order, and within each from top to bottom as people read it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

SAME_ROW = 8  # logical pixels by which the middles of two controls of one row may differ


def step_tab(areas: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the focus to the next control of these areas, around at the end; False where there is none."""
    found = list(dict.fromkeys(one for area in areas for one in stops(area)))
    if not found:
        return False
    focus = QApplication.focusWidget()
    before = found.index(focus) if focus in found else (-1 if forward else 0)
    at = before + (1 if forward else -1)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    found[at % len(found)].setFocus(reason)
    return True


def stops(area: QWidget) -> list[QWidget]:
    """What Tab stops at within an area, itself included, as it is read."""
    found = [one for one in (area, *area.findChildren(QWidget)) if _is_stop(one)]
    placed = sorted(((_place(one, found), one) for one in found), key=lambda pair: pair[0].y())
    rows: list[list[tuple[QPoint, QWidget]]] = []
    for middle, one in placed:
        if rows and middle.y() - rows[-1][0][0].y() <= SAME_ROW:
            rows[-1].append((middle, one))
        else:
            rows.append([(middle, one)])
    side = -1 if area.isRightToLeft() else 1
    return [one for line in rows for _at, one in sorted(line, key=lambda pair: side * pair[0].x())]


def _is_stop(one: QWidget) -> bool:
    takes = one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(takes) and one.isVisible() and one.isEnabled() and one.focusProxy() is None


def _place(one: QWidget, others: Sequence[QWidget]) -> QPoint:
    """Its middle; of a row that holds other stops its beginning, because it is read before them."""
    if any(one.isAncestorOf(other) for other in others):
        return one.mapTo(one.window(), QPoint(0, 0))
    return one.mapTo(one.window(), one.rect().center())
