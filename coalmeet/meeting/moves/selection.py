"""Moves that choose a person for a role: nominate with reasons, change one's mind, propose; then consent as always."""

from __future__ import annotations

from datetime import date

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.choosing import CHANGES, NOMINATIONS, Selection, selection_in
from coalmeet.meeting.moves import proposals
from coalmeet.meeting.moves.asking import on_the_record, some_text
from coalmeet.meeting.moves.consent import review_after
from coalmeet.meeting.moves.work import a_date
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.turns import cut_off, units, waiting
from coalmeet.text import _, plain_day

Events = tuple[events.Event, ...]


def begin_selection(meeting: Meeting, at: int, id: str, role: str, round_id: str, until: str = "") -> Events:
    """Say for which role somebody is chosen and until when (ISO, the usual term where ""); the first round begins."""
    item = on_the_record(meeting)
    if meeting.live_proposal(item.id) is not None:
        raise NotAllowed(_("A proposal is on the table already. Decide it, park it or drop it first."))
    if selection_in(meeting, item.id) is not None:
        raise NotAllowed(_("Somebody is being chosen already. Go on with the nominations."))
    named = some_text(role, _("Say which role it is, in a word or two."))
    day = a_date(until) or review_after(meeting)
    if day and day <= meeting.date:
        raise NotAllowed(_("Choose a date after today until which the role is given."))
    return (events.SelectionBegun(id, item.id, named, day), *_round(meeting, round_id, NOMINATIONS))


def _round(meeting: Meeting, round_id: str, kind: str) -> Events:
    unit = meeting.profile.unit
    order = units(meeting, kind, unit, only=meeting.voices)
    if not order:
        raise NotAllowed(_("No member organisation is here. Note who has arrived first."))
    ended: Events = (events.RoundEnded(),) if meeting.round else ()
    return (*ended, events.RoundBegun(round_id, kind, unit, order))


def nominate(
    meeting: Meeting, at: int, voice: str, person: str = "", reason: str = "", name: str = ""
) -> Events:
    """A voice names one person (or itself) and says why; a later nomination of the same voice replaces it.

    `name` is for somebody who is not on the list.
    """
    selection = _the_selection(meeting)
    if voice not in meeting.voices:
        raise NotAllowed(
            _("{name} is not here with a voice. Note their arrival first.").format(
                name=meeting.name_of(voice)
            )
        )
    if person and meeting.presence(person) is None:
        raise NotAllowed(_("This person is not on the list. Add them first."))
    if not person:
        some_text(name, _("Say whom they nominate, or let them pass."))
    said = events.Nominated(selection.id, voice, person, reason.strip(), "" if person else name.strip())
    now = meeting.round
    if now is None or now.kind not in (NOMINATIONS, CHANGES):
        return (said,)
    spoke: Events = () if voice in (*now.heard, *now.passed) else (events.Spoke(voice),)
    left = [one for one in waiting(meeting, now) if one != voice]
    return (said, *spoke) if left or cut_off(meeting, now) else (said, *spoke, events.RoundEnded())


def begin_changes(meeting: Meeting, at: int, round_id: str) -> Events:
    """Ask each, now that all reasons were heard, whether they would name another."""
    selection = _the_selection(meeting)
    if not selection.nominations:
        raise NotAllowed(_("Nobody is nominated yet. Let each name one person, with a reason."))
    if meeting.round is not None and waiting(meeting, meeting.round):
        raise NotAllowed(_("The round is going on. Let each be heard first, or let them pass."))
    return _round(meeting, round_id, CHANGES)


def nobody_changes(meeting: Meeting, at: int) -> Events:
    """All were asked at once, and nobody names another."""
    now = meeting.round
    if now is None or now.kind != CHANGES:
        raise NotAllowed(_("This is asked in the round for changes. Begin it first."))
    kept = tuple(events.Passed(one) for one in waiting(meeting, now))
    return (*kept, events.RoundEnded())


def propose_candidate(
    meeting: Meeting, at: int, proposal: str, person: str = "", reason: str = "", name: str = ""
) -> Events:
    """Propose whoever has the strongest reasons: the text says who is what until when, and the group is asked.

    While the group works on an objection another person may be proposed; the text is then another one. `proposal` is
    the id of a new text.
    """
    selection = _the_selection(meeting)
    if meeting.round is not None and meeting.round.kind != "consent" and waiting(meeting, meeting.round):
        raise NotAllowed(_("The round is going on. Let each be heard first, or let them pass."))
    if not any((one.person, one.name) == (person, "" if person else name) for one in selection.nominations):
        raise NotAllowed(
            _("Nobody named them. Propose somebody who was nominated, for the reasons you heard.")
        )
    called = meeting.name_of(person) or name
    words = exact_words(called, selection.role, selection.until)
    live = meeting.live_proposal(selection.item)
    chosen = (person, reason.strip(), "" if person else name)
    if live is not None:
        return (
            *proposals.amend(meeting, at, words),
            events.CandidateProposed(selection.id, live.id, *chosen),
        )
    item = on_the_record(meeting)
    ended: Events = (events.RoundEnded(),) if meeting.round else ()
    dated: Events = (events.ReviewSet(proposal, selection.until),) if selection.until else ()
    return (
        *ended,
        events.ProposalBrought(proposal, selection.item, words, "", "", item.entry.kind),
        events.StageReached(proposal, "presented"),
        events.CandidateProposed(selection.id, proposal, *chosen),
        *dated,
    )


def change_term(meeting: Meeting, at: int, until: str) -> Events:
    """Give the role until another date (ISO): a repair that many objections to a person ask for."""
    selection = _the_selection(meeting)
    day = a_date(until)
    if not day or day <= meeting.date:
        raise NotAllowed(_("Choose a date after today until which the role is given."))
    agreed: Events = (events.TermAgreed(selection.id, day),)
    live = meeting.live_proposal(selection.item)
    if live is None:
        return agreed
    called = meeting.name_of(selection.person) or selection.name
    return (*proposals.amend(meeting, at, exact_words(called, selection.role, day)), *agreed)


def exact_words(name: str, role: str, until: str) -> str:
    """What is decided: who is what, until when."""
    if not until:
        return _("{name} is {role}.").format(name=name, role=role)
    day = plain_day(date.fromisoformat(until))
    return _("{name} is {role} until {day}.").format(name=name, role=role, day=day)


def _the_selection(meeting: Meeting) -> Selection:
    item = on_the_record(meeting)
    found = selection_in(meeting, item.id)
    if found is None:
        raise NotAllowed(_("Nobody is being chosen now. Say first which role it is."))
    return found
