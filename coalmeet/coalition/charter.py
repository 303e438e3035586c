"""The charter on one page: what the file knows today of how a coalition works together, and nothing that it does not.

Parts follow one another as people read them. A part that the file knows nothing of is left out; further parts of the
agreement are further functions in `_parts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from coalmeet.coalition.agreement import profile_words, tells_of_voices, tells_of_words
from coalmeet.coalition.coalition import Coalition
from coalmeet.coalition.decision import ADOPTED, Decision, DecisionEntry, state
from coalmeet.coalition.matrix import Matrix, matrix, window_of
from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.retrospective import Rhythm, rhythm_words
from coalmeet.meeting.events import DecisionKind
from coalmeet.meeting.minutes_words import shortened
from coalmeet.text import _, language, long_day, ngettext, plain_day, speaking

_LATELY = 12  # meetings from which a rhythm is told
_FEWEST_GAPS = 3
_LONGEST_TOLD = 200  # characters of the decision that changed it last
_PAST = ("replaced", "ended", "withdrawn", "reopened")


@dataclass(frozen=True, slots=True)
class Known:
    """What the file knows; `members` are those of the day, `decisions` with `entries` those of every meeting."""

    coalition: Coalition
    kinds: tuple[DecisionKind, ...]
    members: tuple[Organisation, ...]
    meetings: tuple[MeetingRow, ...]
    decisions: tuple[Decision, ...]
    entries: tuple[DecisionEntry, ...]
    today: date

    @property
    def matrix(self) -> Matrix:
        """The decision matrix of the same day."""
        return matrix(self.coalition, self.kinds, self.members, self.today)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its sentences, or with rows: pairs of a name and what is said of it."""

    heading: str
    texts: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Charter:
    """The page. `adopted` are the sentences at its foot: since when it holds, and on which day the file said so."""

    coalition: str
    purpose: str
    parts: tuple[Part, ...]
    adopted: tuple[str, ...]
    day: str  # ISO
    told_on: str
    language: str


def charter(known: Known) -> Charter:
    """The charter in the coalition's language."""
    here = known.coalition
    with speaking(here.language):
        return Charter(
            coalition=here.name,
            purpose=here.purpose,
            parts=tuple(part for part in _parts(known) if part.texts or part.rows),
            adopted=tuple(_adopted(known)),
            day=known.today.isoformat(),
            told_on=plain_day(known.today),
            language=here.language,
        )


def _parts(known: Known) -> Iterator[Part]:
    here = known.coalition
    yield Part(_("Members"), tuple(_members(known.members)))
    yield Part(_("How we decide"), profile_words(here.profile, len(known.members)))
    kinds = tuple((one.name, how_in_short(one, here)) for one in known.kinds)
    yield Part(_("Kinds of decision"), rows=kinds)
    yield Part(_("Protected voices"), tuple(_protected(known.members)))
    yield Part(_("Who facilitates"), tuple(_facilitates(here, known.members)))
    yield Part(_("When we meet"), tuple(_when(known)))
    told = (
        (_("Temperature round"), tells_of_words(here.telling)),
        (_("Objections and concerns"), tells_of_voices(here.telling, here.profile.unit)),
    )
    yield Part(_("What minutes tell"), rows=tuple(row for row in told if row[1]))
    yield Part(_("Language and time"), (_language(here),))


def _members(members: Sequence[Organisation]) -> Iterator[str]:
    if members:
        count = ngettext(
            "{count} member organisation: {names}.", "{count} member organisations: {names}.", len(members)
        )
        yield count.format(count=len(members), names=_("; ").join(one.name for one in members))


def _protected(members: Sequence[Organisation]) -> Iterator[str]:
    held = [
        _("{name} (looked at again on {day})").format(name=one.name, day=plain_day(one.protection_review))
        if one.protection_review
        else one.name
        for one in members
        if one.protected
    ]
    if held:
        yield _("On critical kinds no vote passes over an objection of: {names}.").format(
            names=_("; ").join(held)
        )


def how_in_short(kind: DecisionKind, here: Coalition) -> str:
    """How one kind is decided, in a line: who or how, whether critical, and the window."""
    table = {
        "consensus": _("by consensus"),
        "majority": _("by a majority of those present"),
        "two_thirds": _("by two thirds of those present"),
        "selection": _("a person is chosen by consent"),
        "delegated": _("{decider} decides").format(decider=kind.decider or _("a group or a person")),
    }
    days = window_of(kind, here.profile)
    window = ngettext(
        "those who are absent have {count} day", "those who are absent have {count} days", days
    ).format(count=days)
    how = table.get(kind.method) or _("by consent")
    told = [how, _("critical") if kind.critical else "", window if days else ""]
    return _(", ").join(one for one in told if one)


def _facilitates(here: Coalition, members: Sequence[Organisation]) -> Iterator[str]:
    able = [one for one in members if one.facilitates]
    if not able:
        return
    if len(able) == len(members):
        yield _("Turns go around all member organisations; each names its person.")
    else:
        names = _("; ").join(one.name for one in able)
        yield _("Turns go around these member organisations, and each names its person: {names}.").format(
            names=names
        )
    if here.turn_meetings > 1:
        yield ngettext(
            "A turn lasts {count} meeting.", "A turn lasts {count} meetings.", here.turn_meetings
        ).format(count=here.turn_meetings)


def _when(known: Known) -> Iterator[str]:
    days = sorted(one.date for one in known.meetings if one.state == "closed" and one.date <= known.today)
    said = rhythm(days[-_LATELY:])
    if said:
        yield said
    if known.coalition.retrospective.is_set:
        yield _looking_back(known.coalition.retrospective, known.today)
    coming = [one for one in known.meetings if one.state == "planned" and one.date >= known.today]
    if coming:
        nearest = min(coming, key=lambda one: (one.date, one.start))
        day = _(", ").join(part for part in (long_day(nearest.date), nearest.start, nearest.place) if part)
        yield _("The next meeting: {day}.").format(day=day)


def _looking_back(every: Rhythm, today: date) -> str:
    told = ngettext(
        "A retrospective every {count} month: what worked, what did not, what to try next. {when}",
        "A retrospective every {count} months: what worked, what did not, what to try next. {when}",
        every.months,
    )
    return told.format(count=every.months, when=rhythm_words(every, today))


def rhythm(days: Sequence[date]) -> str:
    """How far apart meetings on these days were, where more than half of the gaps are alike; "" where they are not."""
    gaps = sorted(after - before for before, after in pairwise(days))
    if len(gaps) < _FEWEST_GAPS:
        return ""
    usual = gaps[len(gaps) // 2]
    alike = sum(abs(gap - usual) <= max(timedelta(days=2), usual / 10) for gap in gaps)
    if alike * 2 <= len(gaps) or usual.days < 1:
        return ""
    told = ngettext(
        "Of the last {meetings} meetings most were {count} day apart.",
        "Of the last {meetings} meetings most were {count} days apart.",
        usual.days,
    )
    return told.format(meetings=len(days), count=usual.days)


def _language(here: Coalition) -> str:
    return _("Our papers are in {language}; times are those of {zone}.").format(
        language=language_name(here.language), zone=here.time_zone
    )


def language_name(code: str) -> str:
    """The name of a language in the current one: English, or the code where nobody knows its name."""
    from babel import Locale, UnknownLocaleError

    try:
        spoken = Locale.parse(language().replace("-", "_"))
        return str(Locale.parse(code.replace("-", "_")).get_display_name(spoken) or code)
    except (UnknownLocaleError, ValueError):
        return code


def _adopted(known: Known) -> Iterator[str]:
    """The last decision of the kind that changes the charter; a line to fill in where the file knows of none."""
    kind = _("Change of the charter").casefold()
    days: Mapping[str, date] = {one.id: one.date for one in known.meetings}
    found = [
        (day, one)
        for one in known.decisions
        if one.kind.casefold() == kind and one.outcome in ADOPTED
        if (day := one.decided_on or days.get(one.meeting))
        if state(one, known.entries, known.today) not in _PAST
    ]
    if found:
        day, one = max(found, key=lambda pair: (pair[0], pair[1].number))
        words = shortened(one.text, _LONGEST_TOLD)
        yield _("Last changed on {day}: {text}").format(day=plain_day(day), text=words)
    else:
        yield _("The file does not say when this was adopted. Adopted on: ____________")
    yield _("As the coalition's file had it on {day}.").format(day=plain_day(known.today))
