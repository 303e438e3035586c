"""The agenda as plain text to circulate: when and where, each item with what it should lead to, draft proposals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coalmeet import text
from coalmeet.coalition.fitting import ends, starts
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting
from coalmeet.meeting import words
from coalmeet.text import _


def invitation(
    coalition: str, frame: PlannedMeeting, items: Sequence[PlannedItem], names: Mapping[str, str]
) -> str:
    """The text. `names` are names of people and organisations by their ids. Private notes cannot be in it."""
    blocks = ["\n".join(_head(coalition, frame, names))]
    for number, (item, start) in enumerate(zip(items, starts(frame, items), strict=True), start=1):
        blocks.append("\n".join(_item(number, item, start, names)))
    return "\n\n".join(blocks) + "\n"


def _head(coalition: str, frame: PlannedMeeting, names: Mapping[str, str]) -> list[str]:
    lines = [coalition, frame.title or _("Meeting"), text.long_day(frame.date)]
    if frame.start and frame.minutes:
        end = ends(frame, frame.minutes)
        lines.append(_("{start} to {end}").format(start=frame.start, end=end))
    elif frame.start:
        lines.append(_("Start {start}").format(start=frame.start))
    lines += [line for line in (frame.place, frame.link) if line]
    # While nobody is named, the organisation whose turn it is stands for whoever will come from there.
    facilitator = names.get(frame.facilitator) or names.get(frame.turn)
    note_taker = names.get(frame.note_taker) or names.get(frame.notes_turn)
    learner = names.get(frame.co_facilitator)
    if facilitator:
        lines.append(_("Facilitates: {name}").format(name=facilitator))
    if learner:
        lines.append(_("Co-facilitator: {name}").format(name=learner))
    if note_taker:
        lines.append(_("Takes notes: {name}").format(name=note_taker))
    return [line for line in lines if line]


def _item(number: int, item: PlannedItem, start: str, names: Mapping[str, str]) -> list[str]:
    title = item.title or words.built_in(item.built_in)
    about = [start, words.label(item.label), text.minutes(item.minutes) if item.minutes is not None else ""]
    lines = [f"{number}. {title}", "   " + " · ".join(part for part in about if part)]
    named = {
        _("Outcome: {words}"): item.desired_outcome,
        _("Introduced by: {words}"): ", ".join(item.presenters),
        _("Need: {words}"): item.need,
        _("Draft proposal: {words}"): item.proposal,
        _("Proposed by: {words}"): names.get(item.proposer, ""),
        _("Kind of decision: {words}"): item.kind,
    }
    if item.vote_announced:
        lines.append("   " + _("Announced: should consent fail again, a vote takes its place."))
    lines += ["   " + sentence.format(words=value) for sentence, value in named.items() if value]
    return [line for line in lines if line.strip()]
