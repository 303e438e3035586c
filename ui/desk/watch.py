"""What the desk notices by itself and says without blocking: sleep, a reopened decision, the last fifteen minutes."""

from __future__ import annotations

from functools import partial

from coalmeet.ids import new_id
from coalmeet.meeting import timing
from coalmeet.meeting.moves import clock, stake, terms
from coalmeet.meeting.put_right_news import changed, changed_words, led_words, open_again
from coalmeet.meeting.stake import led_by_a_party
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.term import left_over, left_over_words
from coalmeet.meeting.words import listed
from coalmeet.text import _, clock_time, ngettext
from ui.desk.alerts import Alerts
from ui.desk.desk_verbs import to_closing
from ui.desk.hands import Hands
from ui.desk.leaving import leaves_first
from ui.desk.miniature import Shared

LAST_MINUTES = 15  # before the end, so that the closing keeps its own


def say_gap(alerts: Alerts, hands: Hands, since: int, until: int) -> None:
    """The laptop slept, the meeting went on: nothing is counted unless somebody says so."""
    zone = hands.meeting.time_zone
    minutes = max(1, round(abs(until - since) / timing.MINUTE))
    if until < since:
        _say_set_back(alerts, hands, minutes)
        return
    words = ngettext(
        "This laptop slept from {since} to {until}, {count} minute. The meeting went on.",
        "This laptop slept from {since} to {until}, {count} minutes. The meeting went on.",
        minutes,
    ).format(since=clock_time(since, zone), until=clock_time(until, zone), count=minutes)
    if hands.meeting.current is None:
        alerts.say("gap", words)
        return
    alerts.say("gap", words, (_("Count it as a pause"), lambda: hands.do(clock.count_gap, since, until)))


def _say_set_back(alerts: Alerts, hands: Hands, minutes: int) -> None:
    """Somebody set the laptop's clock back: until it has caught up, the item would get these minutes as a gift."""
    words = ngettext(
        "This laptop’s clock was set back by {count} minute. The meeting went on.",
        "This laptop’s clock was set back by {count} minutes. The meeting went on.",
        minutes,
    ).format(count=minutes)
    if hands.meeting.current is None or not hands.meeting.current.minutes:
        alerts.say("gap", words)
        return
    take_off = partial(hands.do, clock.change_timebox, -minutes, "correction")
    alerts.say("gap", words, (_("Take it off this item’s time"), take_off))


def say_news(alerts: Alerts, hands: Hands) -> None:
    """What became of a decision when an entry was put right: said until it is settled, or put away."""
    meeting = hands.meeting
    led = led_by_a_party(meeting) if meeting.is_open else ()
    ways = (
        (
            (_("All agree: it stands"), partial(hands.do, stake.let_stand, led[-1].id)),
            (_("Take it up again"), lambda: hands.do(stake.take_up_again, led[-1].id, new_id())),
        )
        if led
        else ()
    )
    alerts.say("led", led_words(meeting, led[-1]) if led else "", *ways, icon="scale")
    alerts.say("news", open_again(meeting), icon="rotate-ccw")
    _say_term(alerts, hands)
    otherwise = changed(meeting)
    about = f"{otherwise[-1].id} {otherwise[-1].window_days} {otherwise[-1].present}" if otherwise else ""
    words = changed_words(meeting, otherwise[-1]) if otherwise else ""
    alerts.say("changed", words, icon="rotate-ccw", about=about)


def _say_term(alerts: Alerts, hands: Hands) -> None:
    """A shorter term was edited out of the text, and its date is still there."""
    live = hands.on_the_table
    day = left_over(live) if live is not None else ""
    usual = ((_("Take the usual term"), partial(hands.do, terms.set_review, live.id, "")),) if live else ()
    about = f"{live.id} {day}" if live else ""
    alerts.say("term", left_over_words(day) if day else "", *usual, icon="clock", about=about)


def say_share(alerts: Alerts, share: Shared) -> None:
    """The call sees nothing while the shared window is closed or minimised: said as long as it is so."""
    back = (_("Bring it back"), share.showNormal)
    if share.isMinimized():
        words = _("The shared window is minimised: the call sees black.")
    elif not share.isVisible():
        words = _("The shared window is closed: the call does not see it.")
    else:
        words = ""
    alerts.say("share", words, back, icon="screen-share")


def fill_screen(alerts: Alerts, share: Shared | None) -> None:
    """The shared window fills a second screen; never the only one, for the desk would be gone."""
    if share is None:
        return
    wanted = not share.isFullScreen()
    if share.fill_screen(wanted) is not wanted:
        alerts.say("screen", _("There is only one screen. Connect a second one for the shared window."))


class LastQuarter:
    """Asks of the open items once, fifteen minutes before the agreed end."""

    def __init__(self) -> None:
        self._said: set[int] = set()  # the days on which it was, counted from 0

    def look(self, alerts: Alerts, hands: Hands, now: int, go_through: object) -> None:
        """Say it when the time has come."""
        meeting = hands.meeting
        if meeting.is_adjourned:
            return
        if not meeting.is_open or not still_open(meeting):
            alerts.put_away("quarter")  # there is nothing to ask any more
        today, end = len(meeting.adjournments), timing.planned_end(meeting)
        near = bool(end) and now >= end - LAST_MINUTES * timing.MINUTE and meeting.is_open
        begun = any(item.started for item in meeting.items)
        if today in self._said or not near or not begun or not callable(go_through):
            return
        self._said.add(today)
        words = quarter_words(meeting, now, end)
        if words:
            closing = (_("To the closing"), lambda: to_closing(hands))
            alerts.say("quarter", words, (_("Go through them"), go_through), closing, icon="clock")


def still_open(meeting: Meeting) -> list[str]:
    """The titles of the items that are still to come."""
    return [
        item.entry.title
        for item in meeting.items
        if not item.outcome and not item.running and item.entry.built_in not in {"closing", "break"}
    ]


def quarter_words(meeting: Meeting, now: int, end: int) -> str:
    """Which items are open, and who leaves before the end; "" when nothing is open."""
    open_ones = still_open(meeting)
    if not open_ones:
        return ""
    left = max(0, round((end - now) / timing.MINUTE))
    words = ngettext(
        "{count} minute left. Still open: {titles}. Now, next meeting, or a group?",
        "{count} minutes left. Still open: {titles}. Now, next meeting, or a group?",
        left,
    ).format(count=left, titles=listed(open_ones[:3]))
    leaving = leaves_first(meeting, end)
    return _("{words} {leaving}").format(words=words, leaving=leaving) if leaving else words
