"""Readers hear the parts of the desk in the order in which people see them, as they are laid out.

Qt tells a screen reader the children of a widget in the order in which they came to it. What comes later, or moves
from one place to another, would be read after everything else.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QLayout, QWidget


def put_in_order(holder: QWidget) -> None:
    """Bring the children of a widget into the order of its layout, where they are in another."""
    layout = holder.layout()
    if layout is None:
        return
    seen = list(_laid_out(layout))
    known = {id(one) for one in seen}
    now = [one for one in holder.children() if id(one) in known]
    if now != seen:
        for one in seen:
            one.raise_()


def put_all_in_order(holder: QWidget) -> None:
    """The same for a widget and whatever is in it."""
    for one in (holder, *holder.findChildren(QWidget)):
        put_in_order(one)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        part, inner = item.widget(), item.layout()
        if part is not None:
            yield part
        elif inner is not None:
            yield from _laid_out(inner)
