"""What the call sees as plain text: for the call's chat, for phones and weak lines, for screen readers."""

from __future__ import annotations

from collections.abc import Iterator

from coalmeet.public import PublicObjection, PublicProposal, PublicResult, PublicTurn, PublicView, Stage
from coalmeet.text import _
from ui.share.reveal import answered, revealed


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
    yield _turns(view)
    yield _asking(view)
    yield _themes(view)
    if view.stage is Stage.TEMPERATURE:
        yield _words(view)
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
    yield view.tally
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


def _turns(view: PublicView) -> Iterator[str]:
    turns = () if view.asking or view.groups_until else revealed(view.turns)
    if view.stage is Stage.WELCOME:
        yield from (_voice(turn) for turn in turns)
        return
    if any(turn.answer for turn in turns):
        if view.stage in (
            Stage.CONSENT,
            Stage.VOTE,
        ):  # later stages speak of the outcome, not of who said what
            yield _("Everyone has answered.")
            yield from (_voice(turn) for turn in turns)
        return
    now = next((turn for turn in turns if turn.state == "now"), None)
    after = next((turn for turn in turns if turn.state == "next"), None)
    if now is not None:
        yield _("Now: {name}").format(name=_named(now))
    if after is not None:
        yield _("Next: {name}").format(name=_named(after))
    if turns and view.stage in (Stage.ROUND, Stage.CONSENT, Stage.VOTE):
        here = [turn for turn in turns if turn.state != "away"]
        yield _("{heard} of {all} heard").format(heard=answered(turns), all=len(here))
    if view.can_say:
        yield _("You can say: {sentences}").format(sentences=" · ".join(view.can_say))


def _asking(view: PublicView) -> Iterator[str]:
    words = {"now": _("Now: {name}"), "next": _("Next: {name}"), "waiting": _("Then: {name}")}
    for one in view.asking:
        named = _("{name} ({detail})").format(name=one.name, detail=one.detail) if one.detail else one.name
        line = words[one.state].format(name=named)
        yield _("{voice}, {kind}").format(voice=line, kind=one.kind_word) if one.kind_word else line
    yield view.asking_rule


def _themes(view: PublicView) -> Iterator[str]:
    words = {"well": _("Going well: {text}"), "better": _("Could be better: {text}")}
    for one in view.themes:
        yield words.get(one.state, "{text}").format(text=one.text)


def _voice(turn: PublicTurn) -> str:
    return _("{name}: {word}").format(name=_named(turn), word=turn.note) if turn.note else _named(turn)


def _named(turn: PublicTurn) -> str:
    return _("{name} ({detail})").format(name=turn.name, detail=turn.detail) if turn.detail else turn.name


def _words(view: PublicView) -> Iterator[str]:
    given = [word.word for word in view.words if word.word]
    missing = [word.name for word in view.words if not word.word and word.name]
    if given:
        yield _("Words so far: {words}").format(words=" · ".join(given))
    if missing:
        yield _("Not yet: {names}").format(names=", ".join(missing))


def _result(result: PublicResult) -> Iterator[str]:
    head = " ".join(part for part in (result.number, result.outcome_word) if part)
    yield _("{outcome}: {text}").format(outcome=head, text=result.text)
    yield from result.lines


def _lines(view: PublicView) -> Iterator[str]:
    for line in view.lines:
        yield " · ".join(part for part in (line.at, line.text, line.detail, line.end) if part)


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
