"""How the meetings of a period stand in the list of the year book: in it, or left out and why."""

from __future__ import annotations

from coalmeet import text
from coalmeet.coalition.year_book import ELSEWHERE, ROUND, Gathered, Held, chosen, why_not
from coalmeet.text import _, ngettext
from ui.widgets.rows import Row


def rows(told: Gathered, *, circulated: bool) -> list[Row]:
    """What is in the book first, then what is left out; both the oldest first."""
    inside, outside = chosen(told.held, circulated=circulated)
    return [*(_inside(one) for one in inside), *(_outside(one) for one in outside)]


def _inside(one: Held) -> Row:
    states = {
        ROUND: _("In the book, marked as not approved yet"),
        ELSEWHERE: _("In the book, from elsewhere"),
    }
    state = states.get(one.state, _("In the book"))
    return Row(one.meeting.id, _title(one), _day(one), "circle-check", "", state, "accent")


def _outside(one: Held) -> Row:
    return Row(
        one.meeting.id, _title(one), f"{_day(one)} · {why_not(one)}", "circle", "", _("Left out"), "ink2"
    )


def _title(one: Held) -> str:
    return one.meeting.title or one.meeting.coalition or _("Meeting")


def _day(one: Held) -> str:
    return text.short_day_with_year(one.meeting.date)


def counted(told: Gathered, *, circulated: bool) -> str:
    """How many meetings are in it, and how many are not."""
    inside, outside = chosen(told.held, circulated=circulated)
    told_in = ngettext("{count} meeting is in the book.", "{count} meetings are in the book.", len(inside))
    words = [told_in.format(count=len(inside))]
    if outside:
        left = ngettext("{count} is left out.", "{count} are left out.", len(outside))
        words.append(left.format(count=len(outside)))
    return " ".join(words)
