"""What every stage has in common: headline, the clock in one of its two places, chip, title, what is next."""

from __future__ import annotations

from coalmeet.public import ClockState, PublicClock, PublicView, Stage
from coalmeet.text import _, minutes
from ui import theme
from ui.share import setting
from ui.share.pieces import ClockPlace, Style
from ui.share.sheet import (
    BOTTOM,
    CAPTION,
    CAPTION_ACCENT,
    CAPTION_STRONG,
    LEFT,
    RIGHT,
    SENTENCE,
    SMALL,
    TITLE,
    TOP,
    Sheet,
)
from ui.widgets.draw import LABEL_ICONS

RING, RING_SMALL = float(theme.SHARE_RING), float(theme.SHARE_RING_SMALL)
BESIDE_RING = RIGHT - RING - 56 - LEFT  # the width that the large clock leaves
BESIDE_SMALL = RIGHT - RING_SMALL - 64 - LEFT  # the width that the small one leaves
UNDER_SMALL = 258.0  # where the whole width is free below the small clock
_HEAD = 32.0
_BODY_LINE = Style(22, tone="ink2")
_BODY_LINE_STRONG = Style(22, theme.STRONG)


def headline(sheet: Sheet, view: PublicView) -> None:
    """Who meets, who facilitates; a correction that reopened a decision takes the room while it is news."""
    left, right = LEFT, RIGHT
    if view.rehearsal:
        left += 16 + sheet.capsule(LEFT, _HEAD - 5, "repeat", _("Rehearsal"), SMALL_STRONG, tone="last")
    if view.off_record:
        word = _("Off the record")
        left += 16 + sheet.capsule(left, _HEAD - 5, "eye-off", word, SMALL_STRONG, tone="paused")
    if view.news:
        sheet.sign(left, _HEAD + 2, 22, "info", "ink")
        sheet.line(left + 32, _HEAD, RIGHT - left - 32, view.news, CAPTION_STRONG)
        return
    left += sheet.line(left, _HEAD, 640 - left if left > 380 else 420, view.coalition, CAPTION_STRONG)
    if view.facilitator:
        who = sheet.line(RIGHT - 440, _HEAD, 440, view.facilitator, CAPTION_STRONG, "end", ours=True)
        right -= who + 8
        right -= sheet.line(right - 140, _HEAD, 140, _("Facilitator"), CAPTION, "end") + 32
    sheet.line(left + 12, _HEAD, right - left - 12, view.meeting, CAPTION)


SMALL_STRONG = Style(theme.SHARE_LEAST, theme.STRONG)


def large_clock(sheet: Sheet, clock: PublicClock | None, top: float = TOP) -> None:
    """The ring of 336 where people talk."""
    if clock is None:
        return
    left = RIGHT - RING
    caption = "" if clock.state is ClockState.PAUSED else clock.caption
    sheet.add(ClockPlace((left, top, RING, RING), caption))
    _state_pill(sheet, clock, left, RING, top + RING + 20, Style(22, theme.STRONG))


def small_clock(sheet: Sheet, clock: PublicClock | None) -> None:
    """The ring of 136 at the top right, where the content needs the width; its caption stands below it."""
    if clock is None:
        return
    left, below = RIGHT - RING_SMALL, TOP + RING_SMALL + 6
    sheet.add(ClockPlace((left, TOP, RING_SMALL, RING_SMALL), ""))
    if clock.state in (ClockState.RUNNING, ClockState.OPEN):
        wide = setting.width_of(clock.caption, SMALL)
        room = max(RING_SMALL, min(wide, 240.0))
        sheet.line(RIGHT - room, below, room, clock.caption, SMALL, "middle")
    else:
        _state_pill(sheet, clock, left, RING_SMALL, below - 2, SMALL_STRONG)


def _state_pill(
    sheet: Sheet, clock: PublicClock, left: float, width: float, top: float, style: Style
) -> None:
    looks = {
        ClockState.LAST_MINUTE: (_("Last minute"), "timer", "last"),
        ClockState.OVER: (_("Time is up"), "circle-alert", "over"),
        ClockState.PAUSED: (_("Paused"), "pause", "paused"),
    }
    if clock.state not in looks:
        return
    word, icon, tone = looks[clock.state]
    wide = setting.width_of(word, style) + 3.35 * style.size
    start = min(left + (width - wide) / 2, RIGHT - wide)
    sheet.capsule(start, top, icon, word, style, tone=tone)


def chip_row(sheet: Sheet, view: PublicView, width: float, extra: str = "", icon: str = "lock") -> float:
    """The item's label, its place on the agenda, and what is said of its text; answers where the title may begin."""
    item, left, right = view.item, LEFT, LEFT + width
    if item is None:
        return TOP
    if item.label:
        icon_of = LABEL_ICONS.get(item.label, "")
        left += 16 + sheet.capsule(left, TOP, icon_of, item.label_word, CAPTION_STRONG, label=item.label)
    if item.place:
        left += 24 + sheet.line(left, TOP + 7, right - left, item.place, Style(20, theme.MEDIUM, "ink2"))
    if extra and right - left > 120:
        sheet.sign(left, TOP + 9, 22, icon, "accent")
        sheet.line(left + 30, TOP + 7, right - left - 30, extra, CAPTION_ACCENT)
    nothing = not item.label and not item.place and not extra
    return TOP if nothing else TOP + 52


def title(sheet: Sheet, text: str, top: float, width: float, largest: float = theme.SHARE_TITLE) -> float:
    """A title: large if two lines hold it, smaller and up to three lines if not, and for one of two hundred letters
    smaller still rather than cut off; answers where it ends.
    """
    for size in setting.sizes(largest, theme.SHARE_TITLE_LEAST):
        tried = setting.at_size(TITLE, size)
        if len(setting.wrap(text, tried, width, 3)) <= 2:
            return sheet.words(LEFT, top, width, text, tried, 2)
    if not is_long(text, width):
        return sheet.words(LEFT, top, width, text, setting.at_size(TITLE, theme.SHARE_TITLE_LEAST), 3)
    return sheet.words(LEFT, top, width, text, setting.at_size(TITLE, theme.SHARE_TITLE_LONG), 4)


def is_long(text: str, width: float) -> bool:
    """Whether a title is too long for three lines of the smallest usual size."""
    return len(setting.wrap(text, setting.at_size(TITLE, theme.SHARE_TITLE_LEAST), width, 4)) > 3


def talking_clock(sheet: Sheet, view: PublicView) -> float:
    """The clock where people talk: large, unless a long title needs the width; answers the width beside it."""
    if view.clock is None or (view.item is not None and is_long(view.item.title, BESIDE_RING)):
        small_clock(sheet, view.clock)
        return BESIDE_SMALL
    large_clock(sheet, view.clock)
    return BESIDE_RING


def sentence(sheet: Sheet, text: str, top: float, width: float, most: int = 2) -> float:
    """The plain sentence that says what is being asked."""
    smaller = setting.at_size(SENTENCE, 22)  # better than one word alone on a second line
    alone = setting.width_of(text, SENTENCE) > width >= setting.width_of(text, smaller)
    return sheet.words(LEFT, top, width, text, smaller if alone else SENTENCE, most)


def heading(
    sheet: Sheet, view: PublicView, width: float, largest: float, extra: str = "", icon: str = "lock"
) -> float:
    """Chip, title and sentence, one below the other; answers where they end."""
    top = chip_row(sheet, view, width, extra, icon)
    if view.item is not None:
        top = title(sheet, view.item.title, top, width, largest) + 4
    end = sentence(sheet, view.sentence, top, width)
    return _how_decided(sheet, view, end, width)


def _how_decided(sheet: Sheet, view: PublicView, top: float, width: float) -> float:
    """Who decides and how, and that it cannot wait, while people talk about it; answers where it ends."""
    if view.item is None or view.stage not in (Stage.ITEM, Stage.PROPOSAL):
        return top
    if view.item.how_decided:
        top = _noted(sheet, "gavel", view.item.how_decided, top, width, 2)
    if view.item.urgent:
        top = _noted(sheet, "triangle-alert", view.item.urgent, top, width, 3)
    return top


def _noted(sheet: Sheet, icon: str, text: str, top: float, width: float, most: int) -> float:
    sheet.sign(LEFT, top + 9, 22, icon, "ink2")
    return sheet.words(LEFT + 32, top + 7, width - 32, text, Style(20, theme.MEDIUM, "ink2"), most) + 4


def next_line(sheet: Sheet, view: PublicView, word: str, width: float) -> float:
    """What comes after this, at the foot of the stage; answers where it begins."""
    if not view.next_title:
        return BOTTOM
    top, end = BOTTOM - 30, LEFT + width
    left = LEFT + sheet.line(LEFT, top, 160, word, _BODY_LINE) + 12
    detail = _next_detail(view)
    room = end - left - (setting.width_of(detail, _BODY_LINE) + 12 if detail else 0)
    left += sheet.line(left, top, max(200.0, room), view.next_title, _BODY_LINE_STRONG) + 12
    if end - left > 80:
        sheet.line(left, top, end - left, detail, _BODY_LINE)
    return top - 12


def _next_detail(view: PublicView) -> str:
    coming = [one for one in view.segments if one.state == "next" and one.title == view.next_title]
    return minutes(coming[0].minutes) if coming and coming[0].minutes else ""
