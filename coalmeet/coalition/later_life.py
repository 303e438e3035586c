"""What may happen to a decision after its meeting: each answers with the entry that says so, or refuses.

Silence never decides: a window ends when a person says that nothing arrived, a mandate when its organisation has
answered. An absent organisation reopens a text once; then it takes part in repairing it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from coalmeet.coalition.decision import (
    ADOPTED,
    Decision,
    DecisionEntry,
    Wait,
    counting,
    state,
    waits,
    window_opened,
)
from coalmeet.errors import NotAllowed
from coalmeet.text import _, ngettext, plain_day

CHANNELS = ("mail", "phone", "other")
Entries = Iterable[DecisionEntry]


def ancestors(decision: Decision, known: Mapping[str, Decision]) -> tuple[str, ...]:
    """Ids of the decision and of those that it repairs, one after the other."""
    found, one = [decision.id], decision
    while one.ancestor in known and one.ancestor not in found:
        found.append(one.ancestor)
        one = known[one.ancestor]
    return tuple(found)


def object_to(
    decision: Decision,
    entries: Entries,
    known: Mapping[str, Decision],
    organisation: str,
    name: str,
    *,
    on: date,
    channel: str = "mail",
    text: str = "",
) -> DecisionEntry:
    """An objection of an organisation that was absent arrived, dated as it was sent; it reopens the decision.

    What arrived in time counts even where somebody had said that nothing did. `entries` are those of all decisions,
    `name` is the organisation's. Raises NotAllowed for one that has had its say, or where nothing is open.
    """
    entries = tuple(entries)
    if not organisation:
        raise NotAllowed(_("Choose the organisation that objects."))
    if channel not in CHANNELS:
        raise NotAllowed(_("Choose how it arrived: by mail, by phone, or otherwise."))
    _must_have_been_absent(decision, organisation, name)
    for one in ancestors(decision, known):
        if any(e.kind == "objection" and e.organisation == organisation for e in counting(entries, one)):
            raise NotAllowed(
                _(
                    "{name} has reopened this text once. Invite somebody from {name} to the meeting, "
                    "or to the group that repairs it."
                ).format(name=name)
            )
    if not _in_time(decision, counting(entries, decision.id), on):
        raise NotAllowed(
            _("This decision is not provisional any more. Bring it back to the next meeting instead.")
        )
    return DecisionEntry("", decision.id, "objection", on, organisation, channel, text.strip())


def _must_have_been_absent(decision: Decision, organisation: str, name: str) -> None:
    if organisation in decision.present:
        raise NotAllowed(
            _("{name} was present when this was decided. Bring it back to the next meeting instead.").format(
                name=name
            )
        )
    if decision.absent and organisation not in decision.absent:
        raise NotAllowed(
            _(
                "{name} had consented to these words beforehand, or was no member yet. "
                "Bring the decision back to the next meeting instead."
            ).format(name=name)
        )


def _in_time(decision: Decision, of_it: tuple[DecisionEntry, ...], on: date) -> bool:
    if state(decision, of_it, on) in ("provisional", "reopened"):
        return True
    opened = window_opened(of_it)
    overlooked = bool(decision.window_days and opened) and decision.outcome in ADOPTED
    return overlooked and opened is not None and on <= opened + timedelta(days=decision.window_days)


def nothing_arrived(decision: Decision, entries: Entries, today: date) -> DecisionEntry:
    """A person says that the window has ended and nothing arrived. Raises NotAllowed before its end."""
    window = next((one for one in waits(decision, entries, today) if one.kind != "mandate"), None)
    if window is None:
        raise NotAllowed(_("No window is open for this decision. There is nothing to confirm."))
    if window.kind == "circulate":
        raise NotAllowed(
            _(
                "Its minutes have not gone round yet. Note on the page “Meetings” when they did: then the days count."
            )
        )
    if window.kind == "window" and window.day is not None:
        raise NotAllowed(
            _("Absent members can still object until {day}. Confirm it after that.").format(
                day=plain_day(window.day)
            )
        )
    return DecisionEntry("", decision.id, "none_received", today)


def answer_mandate(
    decision: Decision, entries: Entries, today: date, organisation: str, *, confirmed: bool, text: str = ""
) -> DecisionEntry:
    """An organisation confirmed what its delegate consented to without a mandate, or did not: then it is reopened."""
    asked = [one.organisation for one in waits(decision, entries, today) if one.kind == "mandate"]
    if organisation not in asked:
        raise NotAllowed(_("Nothing is to be confirmed by them. Choose an organisation that is asked."))
    kind = "mandate_confirmed" if confirmed else "mandate_refused"
    return DecisionEntry("", decision.id, kind, today, organisation, text=text.strip())


def keep(decision: Decision, entries: Entries, today: date, review: date | None) -> DecisionEntry:
    """The review is done: the decision is kept, and comes back on another day."""
    _must_stand(decision, entries, today)
    if review is not None and review <= today:
        raise NotAllowed(_("Choose a day after today on which it comes back."))
    return DecisionEntry("", decision.id, "kept", today, review_date=review)


def end(decision: Decision, entries: Entries, today: date, text: str = "") -> DecisionEntry:
    """The decision is ended: it holds no more, and nothing takes its place."""
    _must_stand(decision, entries, today)
    return DecisionEntry("", decision.id, "ended", today, text=text.strip())


def withdraw(decision: Decision, entries: Entries, today: date, text: str = "") -> DecisionEntry:
    """The proposer withdraws it, from whatever state it is in."""
    if state(decision, entries, today) in ("withdrawn", "ended", "replaced"):
        raise NotAllowed(_("This decision is past already. There is nothing to withdraw."))
    return DecisionEntry("", decision.id, "withdrawn", today, decision.proposed_by, text=text.strip())


def _must_stand(decision: Decision, entries: Entries, today: date) -> None:
    code = state(decision, entries, today)
    if code == "reopened":
        raise NotAllowed(
            _("This decision is open again. Bring it back to the next meeting, with the objection.")
        )
    if code not in ("in_force", "review_due", "overdue", "provisional"):
        raise NotAllowed(_("This decision is not in force. Choose one that is."))


def open_window(decision: Decision, entries: Entries, day: date) -> DecisionEntry | None:
    """The minutes of its meeting went round on that day: its window opens. None where it has none, or it is open."""
    if not decision.window_days or decision.outcome != "provisional":
        return None
    if window_opened(counting(entries, decision.id)):
        return None
    return DecisionEntry("", decision.id, "window_opened", day)


def taken_back(entry: DecisionEntry) -> DecisionEntry:
    """The entry was a slip: it counts no more, and both stay in the file."""
    return DecisionEntry("", entry.decision, "taken_back", entry.on, answers=entry.id)


def wait_words(wait: Wait, today: date, name: str = "") -> str:
    """What a decision waits for, in words with its date: "2 days left", "did anything arrive?"."""
    if wait.kind == "circulate":
        return _("Absent members can object once the minutes have gone round.")
    if wait.day is None:
        return _("Absent members can still object.")
    day, left = plain_day(wait.day), (wait.day - today).days
    if wait.kind == "window_over":
        return _("The window of absent members ended on {day}: did anything arrive?").format(day=day)
    if wait.kind == "window":
        said = ngettext(
            "Absent members can object until {day}: {count} day left.",
            "Absent members can object until {day}: {count} days left.",
            left,
        )
        return said.format(day=day, count=left) if left else _("Absent members can object until today.")
    if left < 0:
        return _("{name} was to confirm its consent by {day}: has it?").format(name=name, day=day)
    said = ngettext(
        "{name} confirms its consent by {day}: {count} day left.",
        "{name} confirms its consent by {day}: {count} days left.",
        left,
    )
    return (
        said.format(name=name, day=day, count=left)
        if left
        else _("{name} confirms its consent today.").format(name=name)
    )
