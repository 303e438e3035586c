"""Entries of the log in words, for the feed of the minutes and for the list in which they are corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from coalmeet.meeting import events, words
from coalmeet.meeting.deciding import vote_words
from coalmeet.meeting.emergency import called
from coalmeet.meeting.fold import effective
from coalmeet.meeting.journal import Move
from coalmeet.meeting.moves.correct import CORRECTABLE, struck_out
from coalmeet.meeting.state import ActionReview, Meeting
from coalmeet.meeting.words import answer, outcome
from coalmeet.text import _
from ui.desk.phrases import day, review_words

FEED_LENGTH = 60  # lines; more is history, which the minutes keep


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what kind of entry, its words, a detail; `at` is wall time in milliseconds.

    `move` and `index` say where the entry stands in the log; -1 for one that is not put right in place.
    """

    kind: str
    text: str
    detail: str = ""
    at: int = 0
    move: str = ""
    index: int = 0


def feed(moves: Iterable[Move], meeting: Meeting) -> tuple[Line, ...]:
    """What the minutes have so far, oldest first; words and answers are left out, they show in their own place."""
    found = []
    counting = effective(moves)
    gone = struck_out(counting)
    for move in counting:
        for index, event in enumerate(move.events):
            if type(event) in _IN_FEED and not (isinstance(event, events.ActionAgreed) and event.id in gone):
                said = describe(meeting, event)
                if said.detail == outcome("noted"):
                    continue  # that an item was simply noted is no news
                place = index if type(event) in CORRECTABLE else -1
                found.append(Line(said.kind, said.text, said.detail, move.at, move.id, place))
    return tuple(found[-FEED_LENGTH:])


def describe(meeting: Meeting, event: events.Event) -> Line:
    """An event in words."""
    words = _WORDS.get(type(event))
    return words(meeting, event) if words else Line(type(event).__name__, "")


def _title(meeting: Meeting, item: str) -> str:
    found = meeting.item(item)
    return found.entry.title if found else ""


def _action(meeting: Meeting, event: events.ActionAgreed) -> Line:
    owner = event.owner_name or _("nobody yet")
    if not event.due:
        return Line(_("Action"), event.text, owner)
    return Line(_("Action"), event.text, _("{owner}, by {date}").format(owner=owner, date=day(event.due)))


def _reviewed(meeting: Meeting, event: events.ActionReviewed) -> Line:
    kept = next((one for one in meeting.reviews if one.id == event.id), None)
    said = ActionReview(event.id, event.state, event.due, event.owner, asked=bool(kept and kept.asked))
    return Line(_("Work plan"), _open_text(meeting, event.id), review_words(meeting, said))


def _locked(meeting: Meeting, event: events.TextLocked) -> Line:
    proposal = meeting.proposal(event.proposal)
    texts = {one.number: one.text for one in proposal.versions} if proposal else {}
    kind = _("Proposal, version {number}").format(number=event.version)
    return Line(kind, texts.get(event.version, ""))


def _adopted(meeting: Meeting, event: events.ProposalAdopted) -> Line:
    review = _("comes back on {date}").format(date=day(event.review_date)) if event.review_date else ""
    if event.decided_by:
        review = _("decided by {who}").format(who=event.decided_by)
    return Line(_("Decision"), event.words, review)


def _fallback(meeting: Meeting, event: events.FallbackTaken) -> Line:
    return Line(_("A vote instead of consent"), vote_words(event.method), event.reason)


def _settled(meeting: Meeting, event: events.ProposalSettled) -> Line:
    proposal = meeting.proposal(event.proposal)
    return Line(_("Proposal"), proposal.text if proposal else "", outcome(event.outcome.replace("_", " ")))


def _objection(meeting: Meeting, event: events.ObjectionRaised) -> Line:
    found = (one for proposal in meeting.proposals for one in proposal.objections if one.id == event.id)
    known = next(found, None)
    reason = event.reason or (known.reason if known else "")
    return Line(_("Objection"), reason or _("The reason follows."), meeting.name_of(event.organisation))


def _arrived(meeting: Meeting, event: events.Arrived) -> Line:
    return Line(_("Came"), meeting.name_of(event.person), _("was not there") if event.mistaken else "")


def _departed(meeting: Meeting, event: events.Departed) -> Line:
    return Line(_("Left"), meeting.name_of(event.person), _("had not left") if event.mistaken else "")


def _reopened(meeting: Meeting, event: events.DecisionReopened) -> Line:
    proposal = meeting.proposal(event.proposal)
    return Line(_("Decision reopened"), proposal.text if proposal else "", event.reason)


def _time(meeting: Meeting, event: events.TimeboxChanged) -> Line:
    title = _title(meeting, event.item)
    payer = {
        "grace": _("a grace minute"),
        "end": _("the meeting ends later"),
        "item": _("given by {title}").format(title=_title(meeting, event.payer_item)),
        "postponed": _("{title} is postponed").format(title=_title(meeting, event.payer_item)),
        "given_back": _("given back"),
        "correction": _("the clock was put right"),
    }.get(event.payer, "")
    amount = _("{minutes:+d} min for {title}").format(minutes=event.minutes, title=title)
    return Line(_("Time"), amount, payer)


def _ended(meeting: Meeting, event: events.ItemEnded | events.ItemSettled) -> Line:
    return Line(_("Item"), _title(meeting, event.item), outcome(event.outcome))


def _answered(meeting: Meeting, event: events.Answered) -> Line:
    name = meeting.name_of(event.organisation)
    return Line(_("Answer"), _("{name}: {answer}").format(name=name, answer=answer(event.answer)), event.text)


def _theme(meeting: Meeting, event: events.ThemeNoted) -> Line:
    kinds = {"well": _("Going well"), "better": _("Could be better")}
    return Line(kinds.get(event.side, _("Said")), event.text)


def _lines_lost(meeting: Meeting, event: events.LineLost) -> Line:
    return Line(_("Line lost"), words.listed([meeting.name_of(one) for one in event.people]))


def _emergency(meeting: Meeting, event: events.EmergencyCalled) -> Line:
    return Line(_("Emergency"), _title(meeting, event.item) or meeting.title, called(event))


def _looked_again(meeting: Meeting, event: events.DecisionReviewed) -> Line:
    item = meeting.item(event.item)
    text = item.entry.again.words if item else ""
    if event.result == "ended":
        return Line(_("Review"), text, _("ended"))
    kept = _("kept until {date}").format(date=day(event.review_date)) if event.review_date else _("kept")
    return Line(_("Review"), text, kept)


def _word(meeting: Meeting, event: events.WordGiven) -> Line:
    return Line(_("Word"), event.word, meeting.name_of(event.person))


_WORDS: dict[type, Callable[[Meeting, Any], Line]] = {
    events.ActionAgreed: _action,
    events.ActionReviewed: _reviewed,
    events.ThemeNoted: _theme,
    events.StackMoved: lambda meeting, event: Line(
        _("Stack"), _("{name} was moved").format(name=meeting.name_of(event.person)), event.reason
    ),
    events.LineLost: _lines_lost,
    events.TopicParked: lambda meeting, event: Line(_("Parked"), event.title),
    events.ProposalBrought: lambda meeting, event: Line(
        _("Proposal"), event.text, meeting.name_of(event.proposer)
    ),
    events.TextLocked: _locked,
    events.ProposalAdopted: _adopted,
    events.ProposalSettled: _settled,
    events.FallbackTaken: _fallback,
    events.EmergencyCalled: _emergency,
    events.DecisionReviewed: _looked_again,
    events.ObjectionRaised: _objection,
    events.ObjectionUnderstood: lambda meeting, event: Line(_("Objection"), event.reason),
    events.ObjectionEnded: lambda meeting, event: Line(_("Objection ended"), event.note),
    events.Arrived: _arrived,
    events.Departed: _departed,
    events.DecisionReopened: _reopened,
    events.TimeboxChanged: _time,
    events.ItemStarted: lambda meeting, event: Line(_("Began"), _title(meeting, event.item)),
    events.ItemEnded: _ended,
    events.ItemSettled: _ended,
    events.ItemAdded: lambda meeting, event: Line(_("Agenda"), event.entry.title, event.reason or _("added")),
    events.ItemSplit: lambda meeting, event: Line(
        _("Agenda"), event.entry.title, _("split from {title}").format(title=_title(meeting, event.item))
    ),
    events.ItemMerged: lambda meeting, event: Line(
        _("Agenda"),
        _title(meeting, event.item),
        _("within {title}").format(title=_title(meeting, event.into)),
    ),
    events.MeetingAdjourned: lambda meeting, event: Line(_("Meeting"), _("Stopped for the day")),
    events.MeetingContinued: lambda meeting, event: Line(_("Meeting"), _("Went on")),
    events.ItemLabelled: lambda meeting, event: Line(_("Label"), _title(meeting, event.item), event.label),
    events.ItemRenamed: lambda meeting, event: Line(_("Title"), event.title, event.reason),
    events.TopicChosen: lambda meeting, event: Line(
        _("Topic"), _title(meeting, event.item), event.title or _("a topic of its own")
    ),
    events.FacilitatorChanged: lambda meeting, event: Line(
        _("Handed over"),
        (_("{name} leads this decision") if event.item else _("{name} facilitates from here on")).format(
            name=meeting.name_of(event.person)
        ),
        event.reason,
    ),
    events.NoteTakerChanged: lambda meeting, event: Line(
        _("Notes"), _("{name} takes notes from here on").format(name=meeting.name_of(event.person))
    ),
    events.CorrectionNoted: lambda meeting, event: Line(_("Last minutes"), event.text, _("correction")),
    events.CorrectionLeftOut: lambda meeting, event: Line(_("Last minutes"), event.text, _("not taken up")),
    events.MinutesApproved: lambda meeting, event: Line(_("Last minutes"), _("Approved")),
    events.Nominated: lambda meeting, event: Line(
        _("Nominated"), meeting.name_of(event.person) or event.name, event.reason
    ),
    events.RoleTaken: lambda meeting, event: Line(
        words.role(event.role), meeting.name_of(event.person) or _("nobody any more")
    ),
    events.LeadAllowed: lambda meeting, event: Line(
        _("A stake"),
        _("All agree that {name} leads this decision").format(name=meeting.name_of(event.person)),
    ),
    events.Answered: _answered,
    events.WordGiven: _word,
    events.Thanked: lambda meeting, event: Line(_("Thanks"), event.text),
    events.Evaluated: lambda meeting, event: Line(_("Keep, change"), event.keep or event.change),
    events.NextMeetingAgreed: lambda meeting, event: Line(_("Next meeting"), day(event.date), event.place),
}
_IN_FEED = frozenset(_WORDS) - {
    events.Answered,
    events.WordGiven,
    events.ItemStarted,
    events.ItemLabelled,
    events.TopicChosen,
    events.Arrived,
    events.ObjectionUnderstood,
    events.ObjectionEnded,
    events.ProposalBrought,
    events.StackMoved,
}


def _open_text(meeting: Meeting, action: str) -> str:
    return next((one.text for one in meeting.open_actions if one.id == action), "")
