"""What the call sees as plain text: for the call's chat, for phones and weak lines, for screen readers."""

from __future__ import annotations

from collections.abc import Iterator

from coalmeet.public import PublicLine, PublicObjection, PublicProposal, PublicResult, PublicView, Stage
from coalmeet.text import _
from ui.share.plain_people import asking, turns, words
from ui.share.reveal import revealed
from ui.widgets.chip import label_word


def as_text(view: PublicView) -> str:
    """The stage in one sentence, the text on the table, who speaks now and next, the result; a line each."""
    lines = [line.strip() for part in _parts(view) for line in part if line.strip()]
    return "\n".join(lines)


def _parts(view: PublicView) -> Iterator[Iterator[str]]:
    yield _opening(view)
    if view.proposal is not None and view.result is None:
        yield _proposal(view.proposal)
    for number, objection in enumerate(view.objections, 1):
        yield _objection(number, objection)
    if view.stage is Stage.INTEGRATING:
        yield iter((_("Then everyone is asked again."),))
    yield turns(view)
    yield asking(view)
    yield _themes(view)
    if view.stage is Stage.TEMPERATURE:
        yield words(view)
    if view.result is not None:
        yield _result(view.result)
    for result in view.results:
        yield _result(result)
    yield _lines(view)
    yield _closing(view)


def _opening(view: PublicView) -> Iterator[str]:
    if view.rehearsal:
        yield _("Rehearsal")
    yield _("{coalition}: {meeting}").format(coalition=view.coalition, meeting=view.meeting)
    if view.facilitator and view.stage in (Stage.WELCOME, Stage.CLOSED):
        yield _("Facilitator: {name}").format(name=view.facilitator)
    if view.co_facilitator:
        yield _("Co-facilitator: {name}").format(name=view.co_facilitator)
    if view.off_record:
        yield _("Off the record")
    yield _("Welcome") if view.stage is Stage.WELCOME else ""
    yield view.when
    yield from view.told
    yield view.news
    if view.item is not None:
        yield from _item(view)
    if view.another_day and view.return_time:
        yield _("We go on: {time}.").format(time=view.return_time)
    elif view.return_time:
        yield _("Break. We are back at {time}.").format(time=view.return_time)
    yield view.sentence
    yield "" if any(turn.answer for turn in revealed(view.turns)) else view.tally  # then it is the count
    if view.groups_until:
        yield _("Small groups. We are back together at {time}.").format(time=view.groups_until)
    yield view.presence
    if view.clock is not None:
        yield _("Clock: {digits} {caption}").format(digits=view.clock.digits, caption=view.clock.caption)


def _item(view: PublicView) -> Iterator[str]:
    item = view.item
    if item is None:
        return
    place = ", ".join(part for part in (item.place, item.label_word) if part)
    yield _("{place}: {title}").format(place=place, title=item.title) if place else item.title
    if item.desired_outcome:
        yield _("What should be different afterwards: {outcome}").format(outcome=item.desired_outcome)
    if item.presenters:
        yield _("Presented by {people}").format(people=item.presenters)
    if item.how_decided:
        yield item.how_decided
    if item.urgent:
        yield item.urgent
    if item.brought_by:
        yield _("Brought by {organisation}").format(organisation=item.brought_by)


def _proposal(proposal: PublicProposal) -> Iterator[str]:
    if proposal.text.strip():
        yield _("{version}: {text}").format(version=proposal.caption, text=proposal.text)
    else:
        yield _("There is no text yet. We write it together.")
    if any(piece.kind == "same" for piece in proposal.pieces):  # a first version is not all new
        gone, new = (
            " · ".join(piece.text.strip() for piece in proposal.pieces if piece.kind == kind)
            for kind in ("removed", "added")
        )
        yield _("Taken out: {words}").format(words=gone) if gone else ""
        yield _("Put in: {words}").format(words=new) if new else ""
    if proposal.second:
        yield proposal.second
    if proposal.need:
        yield _("The need behind it: {need}").format(need=proposal.need)


def _objection(number: int, objection: PublicObjection) -> Iterator[str]:
    reason = objection.reason or _("The reason follows; everyone helps to find the words.")
    yield _("Objection {number}: {reason}").format(number=number, reason=reason)
    yield objection.ground
    yield objection.who
    yield objection.standing


def _themes(view: PublicView) -> Iterator[str]:
    said = {"well": _("Going well: {text}"), "better": _("Could be better: {text}")}
    for one in view.themes:
        yield said.get(one.state, "{text}").format(text=one.text)


def _result(result: PublicResult) -> Iterator[str]:
    head = " ".join(part for part in (result.number, result.outcome_word) if part)
    yield _("{outcome}: {text}").format(outcome=head, text=result.text)
    yield from result.lines


def _lines(view: PublicView) -> Iterator[str]:
    if view.stage is Stage.WORK_PLAN:
        yield from _work_plan(view.lines)
        return
    for line in view.lines:
        label = label_word(line.state) if view.stage is Stage.WELCOME and line.state else ""
        yield _line(line, label)


def _line(line: PublicLine, label: str = "") -> str:
    return " · ".join(part for part in (line.at, line.text, label, line.detail, line.end) if part)


def _work_plan(lines: tuple[PublicLine, ...]) -> Iterator[str]:
    """How many were looked at, the action that is looked at now, and what comes after it."""
    waiting = [line for line in lines if line.state in {"", "open"}]
    seen = [line for line in lines if line not in waiting]
    if seen:
        yield _("{seen} of {all} looked at").format(seen=len(seen), all=len(lines))
    if not waiting:
        yield _("All actions have been looked at.") if lines else _("No action is open.")
    for at, line in enumerate(waiting):
        yield _line(line) if at else _("Now: {name}").format(name=_line(line))
    for line in seen:
        yield _("Looked at: {action}").format(action=_line(line))


def _closing(view: PublicView) -> Iterator[str]:
    if view.next_title and view.stage is not Stage.WELCOME:
        yield _("After this: {title}").format(title=view.next_title)
    if view.next_meeting:
        yield _("Next meeting: {when}").format(when=view.next_meeting)
    if view.next_facilitator:
        yield _("Facilitates: {name}").format(name=view.next_facilitator)
    if view.next_note_taker:
        yield _("Takes notes: {name}").format(name=view.next_note_taker)
    if view.ends and view.stage is not Stage.CLOSED:
        yield _("Ends {time}").format(time=view.ends)
        yield view.ends_note
