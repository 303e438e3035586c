"""Goal 13: what a second of a running clock costs on the shared window at full HD, against a label that only counts.

Both show the same digits in the same size; each second is given to one and then to the other, so that whatever else the
machine does falls on both. The label is a fixed-size QLabel as large as the ring: the least that Qt can do.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import share_views
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from table import Line

from coalmeet.public import PublicView
from ui import theme
from ui.share.canvas import Canvas

WIDE, TALL, SECONDS, ROUNDS = 1920, 1080, 60, 5
STAGES = {
    "item": "an item, large ring",
    "consent": "a consent round of twelve",
    "round_12": "a round of twelve",
    "work_plan": "the work plan",
}


def main() -> None:
    """Print a line for each stage."""
    QApplication([])
    theme.load_fonts()
    theme.wear(theme.LIGHT)
    views = share_views.all_views()
    for name, what in STAGES.items():
        view = views[name]
        runs = [_ratio(replace(view, clock=view.clock or share_views.clock())) for _round in range(ROUNDS)]
        spread = f"of a label, runs {min(runs):.2f} to {max(runs):.2f}"
        print(
            Line(13, f"a second on the call: {what}", statistics.median(runs), "×", 1.5, spread), flush=True
        )


def _ratio(view: PublicView) -> float:
    """How many times the label's seconds the window's take, in processor time."""
    box, label = _label(theme.SHARE_RING * WIDE // theme.SHARE_WIDTH)
    canvas = Canvas()
    canvas.resize(WIDE, TALL)
    canvas.show_view(view)
    for window in (box, canvas):
        window.show()
    QApplication.processEvents()
    theirs = ours = 0.0
    for second in range(SECONDS):
        digits = f"14:{59 - second:02d}"
        theirs += _spent(partial(label.setText, digits))
        later = _later(view, digits, second + 1)
        ours += _spent(partial(_show, canvas, later))
    for window in (box, canvas):
        window.close()
    return ours / theirs


def _label(side: int) -> tuple[QWidget, QLabel]:
    box = QWidget()
    box.resize(WIDE, TALL)
    label = QLabel("14:59", box)
    label.setFixedSize(side, side)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setFont(theme.drawn_font(side // 4, theme.STRONG, tabular=True))
    return box, label


def _later(view: PublicView, digits: str, seconds: int) -> PublicView:
    """As the meeting publishes it then: the clock has gone on, and the bar of its item."""
    assert view.clock is not None
    planned = max(1, view.clock.planned_minutes) * 60
    segments = tuple(
        replace(one, part=min(1.0, one.part + seconds / planned)) if one.state == "now" else replace(one)
        for one in view.segments
    )
    clock = replace(view.clock, digits=digits, left_ms=view.clock.left_ms - seconds * 1000)
    return replace(view, clock=clock, segments=segments)


def _show(canvas: Canvas, view: PublicView) -> None:
    canvas._quiet.stop()  # a second has passed
    canvas.show_view(view)


def _spent(change: Callable[[], object]) -> float:
    start = time.process_time()
    change()
    QApplication.processEvents()
    return time.process_time() - start


if __name__ == "__main__":
    main()
