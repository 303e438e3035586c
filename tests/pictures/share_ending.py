"""Made-up views of the work-plan review, of the break and of the close."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.public import PublicLine, PublicView, Stage
from tests.pictures.share_views import base, clock, closing, item


def work_plan(count: int = 6, seen: int = 2) -> PublicView:
    texts = (
        ("Send the legal note to all members", "Yusuf Tan", "due 28 Nov"),
        ("Collect rent letters from ten streets", "Lena Maier", "due 30 Nov"),
        ("Book the hall for the launch", "Rosa Blum", "was due 14 Nov"),
        ("Translate the leaflet into three languages", "nobody yet", "due 30 Nov"),
        ("Map of empty flats, first version", "حنان الجرجاوي", "due 10 Dec"),
        ("Press list for the spring", "Amina Diallo", ""),
    )
    lines = tuple(
        PublicLine(text, owner, "done" if at < seen else "open", end=due)
        for at, (text, owner, due) in ((at, texts[at % len(texts)]) for at in range(count))
    )
    sentence = "Each open action is done, moved, handed on, or dropped."
    return base(Stage.WORK_PLAN, sentence, 1, item=item("update", "Work-plan review", 2), lines=lines)


def ending() -> dict[str, PublicView]:
    return {
        "work_plan": work_plan(),
        "work_plan_30": work_plan(30, 12),
        "work_plan_none": work_plan(0, 0),
        "break": base(
            Stage.BREAK,
            "Take your eyes off the screen. Nothing happens without you.",
            3,
            return_time="15:04",
            clock=replace(clock(), caption="until we go on"),
        ),
        "closing": closing(),
        "closed": closing(Stage.CLOSED),
    }
