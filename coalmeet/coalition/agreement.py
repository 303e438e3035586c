"""How a coalition decides, as one reads it: the consent profile in sentences, and rows to begin a matrix with."""

from __future__ import annotations

from coalmeet.meeting.events import DecisionKind, Profile, Telling
from coalmeet.text import _, ngettext

METHODS = ("consent", "consensus", "majority", "two_thirds", "delegated", "selection")
FALLBACKS = ("", "majority", "two_thirds")


def profile_words(profile: Profile, members: int) -> tuple[str, ...]:
    """The consent profile in plain sentences, for a coalition of so many member organisations."""
    return (
        _voice(profile),
        _present(profile, members),
        _answers(profile),
        _beside(profile),
        _tested(profile),
        _absent(profile),
        _back(profile),
        _without(profile),
    )


def _voice(profile: Profile) -> str:
    if profile.unit == "person":
        return _("Each person who speaks for a member has one voice.")
    return _("Each member organisation has one voice, whatever its size.")


def _present(profile: Profile, members: int) -> str:
    count = profile.quorum or members // 2 + 1
    if profile.unit == "person":
        return ngettext(
            "To decide, {count} voice must be present.", "To decide, {count} voices must be present.", count
        ).format(count=count)
    if not members and not profile.quorum:
        return _("To decide, more than half of the member organisations must be present.")
    return ngettext(
        "To decide, {count} of {members} member organisations must be present.",
        "To decide, {count} of {members} member organisations must be present.",
        count,
    ).format(count=count, members=members)


def _answers(profile: Profile) -> str:
    if profile.answers == "turn":
        return _("Each is called by name and answers.")
    return _("A sign that the facilitator sees is an answer; for critical kinds each is called by name.")


def _beside(profile: Profile) -> str:
    table = {
        (True, True): _("One consents, consents with a concern, objects, or stands aside."),
        (True, False): _("One consents, consents with a concern, or objects. Nobody stands aside."),
        (False, True): _("One consents, objects, or stands aside. There are no concerns beside consent."),
        (False, False): _("One consents or objects, and nothing between."),
    }
    return table[profile.concerns, profile.stand_aside]


def _tested(profile: Profile) -> str:
    if profile.tested_by == "objector":
        return _("Only the objector can say that an objection is a concern.")
    return _("An objection becomes a concern only when nobody in the group disagrees, the objector last.")


def _absent(profile: Profile) -> str:
    if not profile.window_days:
        return _(
            "What is decided holds at once, also for those who were absent, unless its kind names a window."
        )
    return ngettext(
        "Absent organisations may object for {count} day after the minutes went round.",
        "Absent organisations may object for {count} days after the minutes went round.",
        profile.window_days,
    ).format(count=profile.window_days)


def _back(profile: Profile) -> str:
    if not profile.review_days:
        return _("A decision holds until somebody brings a change.")
    return ngettext(
        "A decision comes back after {count} day, unless another date is agreed.",
        "A decision comes back after {count} days, unless another date is agreed.",
        profile.review_days,
    ).format(count=profile.review_days)


def _without(profile: Profile) -> str:
    loops = (
        ngettext(
            "A text is changed {count} time at most.",
            "A text is changed {count} times at most.",
            profile.loops,
        ).format(count=profile.loops)
        if profile.loops
        else _("A text is changed as often as it needs.")
    )
    ends = {
        "": _("Without consent it is parked, referred or dropped; there is no vote."),
        "majority": _(
            "Without consent a later meeting may vote, announced: more than half of those present."
        ),
        "two_thirds": _("Without consent a later meeting may vote, announced: two thirds of those present."),
    }
    return _("{loops} {ends}").format(loops=loops, ends=ends.get(profile.fallback, ends[""]))


def ready_made() -> tuple[DecisionKind, ...]:
    """Kinds of decision that most coalitions know, to begin with; they have no ids yet."""
    return (
        DecisionKind(name=_("Public statement"), critical=True, window_days=7),
        DecisionKind(name=_("Budget"), critical=True, window_days=7),
        DecisionKind(name=_("New partner"), method="consensus", critical=True, window_days=14),
        DecisionKind(name=_("Change of the charter"), critical=True, window_days=14),
        DecisionKind(name=_("Person for a role"), method="selection"),
        DecisionKind(name=_("Press release"), method="delegated", decider=_("Press group")),
        DecisionKind(name=_("Dates and routine")),
    )


def tells_of_words(telling: Telling) -> str:
    """What the minutes tell of the temperature round, in a sentence."""
    table = {
        "names": _("The minutes tell each word, with the name of who said it."),
        "words": _("The minutes tell the words and how often each was said, and nobody’s name."),
        "none": _("The minutes tell no word of it."),
    }
    return table.get(telling.words, "")


def tells_of_voices(telling: Telling, unit: str) -> str:
    """Who stands at an objection, a concern or standing aside in the minutes, where `unit` has a voice."""
    people = unit == "person"
    table = {
        "voice": _("The minutes name whoever has a voice: here the person.")
        if people
        else _("The minutes name whoever has a voice: here the organisation."),
        "person": _("The minutes name the person.")
        if people
        else _(
            "The minutes name the organisation, and who spoke for it where only one person can have been it."
        ),
        "organisation": _("The minutes name the organisation and no person, not even who read it out."),
    }
    return table.get(telling.voices, "")
