"""So far: what somebody who comes late needs to hear, to be read aloud or copied into the call's chat.

It is made of what the call has seen already: outcomes, exact words, themes, work taken on. No notes, nobody's
answer, nobody's word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coalmeet.meeting import timing
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.words import listed, outcome, ready_round
from coalmeet.text import _, clock_time, plain_day


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, and below it a sentence for each thing."""

    heading: str
    lines: tuple[str, ...]


def so_far(meeting: Meeting, now: int) -> tuple[Part, ...]:
    """The parts that have something to say, what is going on now first."""
    parts = (
        Part(_("Now"), tuple(_now(meeting, now))),
        Part(_("Decided"), tuple(_decided(meeting))),
        Part(_("Said in rounds"), tuple(_said(meeting))),
        Part(_("Taken on"), tuple(_taken_on(meeting))),
        Part(_("Items"), tuple(_items(meeting))),
    )
    return tuple(part for part in parts if part.lines)


def as_text(parts: tuple[Part, ...]) -> str:
    """The same as plain text for the call's chat, a line each."""
    return "\n".join(line for part in parts for line in (part.heading, *(f"– {one}" for one in part.lines)))


def _now(meeting: Meeting, now: int) -> Iterator[str]:
    if meeting.closed_at:
        yield _("The meeting is closed.")
        return
    if meeting.on_break:
        yield _("There is a break. It goes on at {time}.").format(
            time=clock_time(meeting.rest_return, meeting.time_zone)
        )
    current = meeting.current
    if current is None:
        return
    if not current.minutes:
        yield _("We are at “{title}”.").format(title=current.entry.title)
    elif timing.left_ms(current, now) < 0:
        yield _("We are at “{title}”; its time is up.").format(title=current.entry.title)
    else:
        left = -(-timing.left_ms(current, now) // timing.MINUTE)
        yield _("We are at “{title}”, with {left} min left.").format(title=current.entry.title, left=left)
    yield from _on_the_table(meeting, current)
    if meeting.round is not None and meeting.round.kind != "consent":
        yield _("A round is going on. Whoever comes now is asked at its end.")


def _on_the_table(meeting: Meeting, current: Item) -> Iterator[str]:
    live = meeting.live_proposal(current.id)
    if live is None:
        if current.entry.desired_outcome:
            yield _("At the end of it we want: {outcome}").format(outcome=current.entry.desired_outcome)
        return
    if live.locked:
        yield _("On the table, version {number}, text fixed: {text}").format(
            number=live.version, text=live.text
        )
    else:
        yield _("On the table, as a draft: {text}").format(text=live.text)
    if live.open_objections:
        yield _("There is an objection, and we work on the text together.")


def _decided(meeting: Meeting) -> Iterator[str]:
    for one in meeting.proposals:
        if not one.decided or one.reopened_as:
            continue
        said = _("{outcome}: {text}").format(outcome=outcome(one.outcome), text=one.words or one.text)
        if one.stage == "adopted" and one.review_date:
            day = plain_day(date.fromisoformat(one.review_date))
            said = _("{decision} (review on {date})").format(decision=said, date=day)
        yield said


def _said(meeting: Meeting) -> Iterator[str]:
    for one in meeting.rounds:
        found = [theme for theme in meeting.themes if theme.round == one.id]
        question = one.purpose or (ready_round(one.ready) if one.ready else _("Round"))
        for words, sides in ((_("{question} Going well: {themes}."), ("well",)),
                             (_("{question} Could be better: {themes}."), ("better",)),
                             (_("{question} {themes}."), ("",))):  # fmt: skip
            texts = [theme.text.rstrip(".") for theme in found if theme.side in sides]
            if texts:
                yield words.format(question=question, themes=listed(texts))


def _taken_on(meeting: Meeting) -> Iterator[str]:
    for one in meeting.actions:
        who = one.owner_name or _("nobody yet")
        if one.due:
            due = plain_day(date.fromisoformat(one.due))
            yield _("{owner}: {text}, by {date}").format(owner=who, text=one.text, date=due)
        else:
            yield _("{owner}: {text}").format(owner=who, text=one.text)


def _items(meeting: Meeting) -> Iterator[str]:
    """Items that have an outcome; of those in which something was decided the decision says it."""
    for item in meeting.items:
        decided = any(one.decided and not one.reopened_as for one in meeting.proposals_of(item.id))
        if item.outcome and not decided and item.entry.built_in != "break":
            yield _("“{title}”: {outcome}").format(
                title=item.entry.title, outcome=outcome(item.outcome).lower()
            )
    for topic in meeting.parked:
        yield _("For a later meeting: {title}").format(title=topic.title)
