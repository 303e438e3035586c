"""The decision matrix as a page that a new member understands: who decides what, how, and what if it fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coalmeet.coalition.coalition import Coalition, quorum_of
from coalmeet.coalition.organisation import Organisation
from coalmeet.meeting.absent import USUAL_WINDOW
from coalmeet.meeting.events import DecisionKind, Profile
from coalmeet.text import _, ngettext, plain_day, speaking


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of decision, in sentences; `critical` is the word for it, "" for one that is not."""

    name: str
    critical: str
    how: str
    who: str
    absent: str
    otherwise: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """The page. `meanings` are pairs of a word that the rows use and what it means."""

    coalition: str
    day: str  # ISO
    told_on: str
    language: str
    beginning: str
    rows: tuple[Row, ...]
    meanings: tuple[tuple[str, str], ...]


def heads() -> tuple[str, ...]:
    """What the columns are called."""
    return (
        _("Kind of decision"),
        _("How it is decided"),
        _("Who decides"),
        _("Those who are absent"),
        _("If it is not agreed"),
    )


def matrix(
    here: Coalition, kinds: Sequence[DecisionKind], members: Sequence[Organisation], today: date
) -> Matrix:
    """The matrix as it stands on a day, in the coalition's language; `members` are those of that day."""
    with speaking(here.language):
        return Matrix(
            coalition=here.name,
            day=today.isoformat(),
            told_on=plain_day(today),
            language=here.language,
            beginning=_beginning(kinds),
            rows=tuple(_row(kind, here, members) for kind in (*kinds, _anything(kinds))),
            meanings=tuple(_meanings(here.profile, kinds, members)),
        )


def _anything(kinds: Sequence[DecisionKind]) -> DecisionKind:
    return DecisionKind(name=_("Everything else") if kinds else _("Every decision"))


def _beginning(kinds: Sequence[DecisionKind]) -> str:
    if not kinds:
        return _("No kinds of decision are named yet: all are decided in one way, by consent.")
    return _(
        "Look for the kind of your matter on the left. What stands in no row is decided as the last one says."
    )


def method_words(method: str, profile: Profile) -> str:
    """A method in plain words, in the unit that has a voice."""
    people = profile.unit == "person"
    table = {
        "consensus": _("By consensus: each person present says yes.")
        if people
        else _("By consensus: each organisation present says yes."),
        "majority": _("By vote: more than half of the people present say yes.")
        if people
        else _("By vote: more than half of the organisations present say yes."),
        "two_thirds": _("By vote: two thirds of the people present say yes.")
        if people
        else _("By vote: two thirds of the organisations present say yes."),
        "delegated": _("Given away: one group or person decides, and tells the next meeting."),
        "selection": _("A person is chosen: names with reasons first, then consent on one of them."),
    }
    return table.get(method) or _("By consent: adopted when nobody present objects.")


def _row(kind: DecisionKind, here: Coalition, members: Sequence[Organisation]) -> Row:
    profile = here.profile
    return Row(
        name=kind.name or _("A kind without a name"),
        critical=_("Critical") if kind.critical else "",
        how=method_words(kind.method, profile),
        who=_who(kind, here, len(members)),
        absent=_absent(kind, profile, members),
        otherwise=_otherwise(kind, profile),
    )


def _who(kind: DecisionKind, here: Coalition, members: int) -> str:
    if kind.method == "delegated":
        return kind.decider or _("The group or person that the coalition named")
    return quorum_words(here, members)


def quorum_words(here: Coalition, members: int) -> str:
    """How many of the coalition must be there to decide."""
    count = quorum_of(here, members)
    if here.profile.unit == "person":
        return ngettext(
            "The coalition, when {count} voice is present.",
            "The coalition, when {count} voices are present.",
            count,
        ).format(count=count)
    if not members and not here.profile.quorum:
        return _("The coalition, when more than half of the members are present.")
    return ngettext(
        "The coalition, when {count} of {members} members is present.",
        "The coalition, when {count} of {members} members are present.",
        count,
    ).format(count=count, members=members)


def window_of(kind: DecisionKind, profile: Profile) -> int:
    """The days in which those who were absent may object; 0 for no window. What was given away has its own only."""
    if kind.method == "delegated" and kind.window_days <= 0 and not kind.critical:
        return 0
    return kind.window_days if kind.window_days >= 0 else profile.window_days


def _absent(kind: DecisionKind, profile: Profile, members: Sequence[Organisation]) -> str:
    days = window_of(kind, profile)
    if days:
        return ngettext(
            "May object for {count} day after the minutes went round.",
            "May object for {count} days after the minutes went round.",
            days,
        ).format(count=days)
    if kind.critical and any(one.protected for one in members):
        return _("It holds for them too; a protected one may object for {count} days.").format(
            count=USUAL_WINDOW
        )
    return _("It holds for them too, at once.")


def _otherwise(kind: DecisionKind, profile: Profile) -> str:
    if kind.method == "delegated":
        return _("They bring it to the coalition.")
    if kind.method != "consent" or not profile.fallback:
        no_vote = _("Parked, referred or dropped; no vote.")
        return no_vote if kind.method in ("consent", "selection") else _("It is not adopted.")
    table = {
        "majority": _("A later meeting may vote, if announced; more than half must say yes."),
        "two_thirds": _("A later meeting may vote, if announced; two thirds must say yes."),
    }
    return table.get(profile.fallback, _("Parked, referred or dropped; no vote."))


def _meanings(
    profile: Profile, kinds: Sequence[DecisionKind], members: Sequence[Organisation]
) -> list[tuple[str, str]]:
    told = [
        (
            _("Consent"),
            _(
                "Each who is present is asked whether anything would harm what we are here for. Nobody has to be in "
                "favour. An objection stops the text until it is resolved."
            ),
        )
    ]
    if any(kind.critical for kind in kinds):
        told.append((_("Critical"), _critical(members)))
    if any(window_of(kind, profile) for kind in (*kinds, DecisionKind())):
        told.append(
            (
                _("Absent"),
                _(
                    "Silence of somebody who was not there is never consent. While they may object, a decision is "
                    "provisional; a person then confirms that nothing arrived."
                ),
            )
        )
    return told


def _critical(members: Sequence[Organisation]) -> str:
    held = [one.name for one in members if one.protected]
    told = _("Each is called by name and answers.")
    if not held:
        return told
    return _("{told} No vote passes over an objection of a protected member: {names}.").format(
        told=told, names=_(", ").join(held)
    )
