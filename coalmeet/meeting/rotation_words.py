"""The rotation's arithmetic in figures that add up, and in sentences.

Credit is exact; people read hundredths of a turn. Each figure shown is the difference of two rounded balances,
so that what is shown always adds up to what is shown, to the last digit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from coalmeet.meeting.credit import Entry
from coalmeet.meeting.rotation import Edge, Standing, edge, proposed
from coalmeet.text import _, ngettext, number, plain_day

HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class Row:
    """One meeting in hundredths of a turn: before + earned + moved - paid - lost = after."""

    meeting: str
    date: date
    before: int
    earned: int
    moved: int
    paid: int
    lost: int
    after: int


def rows(standing: Standing) -> tuple[Row, ...]:
    """The arithmetic, oldest meeting first; each row's `before` is the `after` of the row above it."""
    return tuple(_row(entry) for entry in standing.entries)


def _row(entry: Entry) -> Row:
    before, after = _rounded(entry.before), _rounded(entry.after)
    moved, paid, lost = _rounded(entry.moved), _rounded(entry.paid), _rounded(entry.lost)
    if not entry.earned:  # then rounding has to show in what moved
        return Row(entry.meeting, entry.date, before, 0, after - before + paid + lost, paid, lost, after)
    earned = after - before - moved + paid + lost
    return Row(entry.meeting, entry.date, before, earned, moved, paid, lost, after)


def _rounded(turns: Fraction) -> int:
    return round(turns * HUNDREDTHS)


def turns(hundredths: int) -> str:
    """1.25, with the decimal sign of the reader's language, and −0.5 with the minus that stands before what is paid."""
    return number(hundredths / HUNDREDTHS, 2).replace("-", "−")


def sentences(standing: Standing) -> tuple[str, ...]:
    """Why the organisation stands where it stands, the arithmetic first."""
    said = [_sum(standing), *_limits(standing), _expected(standing), _last(standing)]
    if not standing.facilitates:
        said.append(_declines(standing))
    elif standing.wait:
        said.append(
            ngettext(
                "It asked to be skipped, and is asked again after {count} more meeting.",
                "It asked to be skipped, and is asked again after {count} more meetings.",
                standing.wait,
            ).format(count=standing.wait)
        )
    return tuple(said)


def _sum(standing: Standing) -> str:
    found = rows(standing)
    if not found:
        return _("{name} starts at zero.").format(name=standing.organisation.name)
    paid = sum(row.paid for row in found)
    earned = sum(row.earned for row in found)
    words = {
        "facilitator": _(
            "{name} earned {earned} by coming and paid {paid} by facilitating: its credit is {credit}."
        ),
        "note_taker": _(
            "{name} earned {earned} by coming and paid {paid} by taking notes: its credit is {credit}."
        ),
    }[standing.role]
    return words.format(
        name=standing.organisation.name,
        earned=turns(earned),
        paid=turns(paid),
        credit=turns(earned - paid + shown_moved(standing) - sum(row.lost for row in found)),
    )


def _declines(standing: Standing) -> str:
    if standing.role == "note_taker":
        return _("It does not take notes at present, and is not asked.")
    return _("It does not facilitate at present, and is not asked.")


def shown_moved(standing: Standing) -> int:
    """What swaps moved, in hundredths, the one agreed for the next meeting included."""
    found = rows(standing)
    before = found[-1].after if found else 0
    return sum(row.moved for row in found) + _rounded(standing.credit) - before


def _limits(standing: Standing) -> list[str]:
    said = []
    lost = sum(row.lost for row in rows(standing) if row.lost > 0)
    let_go = -sum(row.lost for row in rows(standing) if row.lost < 0)
    moved = shown_moved(standing)
    if lost:
        said.append(_("Credit stops at one turn, so {lost} of it was not counted.").format(lost=turns(lost)))
    if let_go:
        said.append(
            _("A debt stops at one turn too, so {let_go} of it was let go.").format(let_go=turns(let_go))
        )
    if moved > 0:
        said.append(_("A swap brought it {moved}, which is counted.").format(moved=turns(moved)))
    if moved < 0:
        said.append(_("A swap took {moved} from it, which is counted.").format(moved=turns(-moved)))
    return said


def _expected(standing: Standing) -> str:
    if standing.expectation == "said_so":
        return _("It said that it will be there.")
    if standing.expectation == "said_away":
        return _("It said at the last close that it cannot come, so it is asked after those who can.")
    if standing.expectation == "missed_its_turn":
        return _("It was not there when it was its turn last time, so it is asked after those who come.")
    if not standing.looked_back:
        return _("No meeting has been held yet.")
    came = ngettext(
        "It came to {came} of the last {count} meeting.",
        "It came to {came} of the last {count} meetings.",
        standing.looked_back,
    )
    if standing.expectation == "came_too_rarely":
        came = ngettext(
            "It came to {came} of the last {count} meeting, so it is asked after those who come.",
            "It came to {came} of the last {count} meetings, so it is asked after those who come.",
            standing.looked_back,
        )
    return came.format(came=standing.came, count=standing.looked_back)


def _last(standing: Standing) -> str:
    never, words = {
        "facilitator": (_("It has not facilitated yet."), _("It last facilitated on {day}.")),
        "note_taker": (_("It has not taken notes yet."), _("It last took notes on {day}.")),
    }[standing.role]
    return words.format(day=plain_day(standing.last_turn)) if standing.last_turn else never


def why_first(order: Sequence[Standing]) -> str:
    """One sentence that names the organisation to ask and the comparison that puts it first; "" for nobody."""
    first = proposed(order)
    if first is None:
        return ""
    found = edge(order)
    words = {**_of_any_role(), **(_of_notes() if first.role == "note_taker" else _of_leading())}[found]
    if found == "credit" and not first.is_expected:
        words = _("{name}: the most credit, though nobody is sure to come.")
    second = order[1].organisation.name if len(order) > 1 else ""
    return words.format(name=first.organisation.name, second=second, count=first.served)


def _of_any_role() -> dict[Edge, str]:
    return {
        "not_lately": _("{name}: {second} skipped or missed its turn lately."),
        "expected": _("{name}: the only one expected next time."),
        "not_skipping": _("{name}: the only one expected that has not asked to be skipped."),
        "longest_ago": _("{name}: the same credit as {second}, and its last turn is longer ago."),
        "smallest": _(
            "{name}: level with {second} in credit and last turn, so the smaller one is asked first."
        ),
        "name": _("{name}: level with {second} in everything, so the alphabet decides."),
    }


def _of_leading() -> dict[Edge, str]:
    return {
        "term": _("{name}: its term goes on, it has led {count} of its meetings."),
        "alone": _("{name}: no other organisation facilitates."),
        "credit": _("{name}: the most credit of those expected next time."),
    }


def _of_notes() -> dict[Edge, str]:
    """Where several could take notes, the one that facilitates is asked after the others."""
    return {
        "term": _("{name}: its term goes on, it has taken notes at {count} of its meetings."),
        "alone": _("{name}: no other organisation takes notes."),
        "both": _("{name}: it facilitates, and nobody else is sure to be able to take notes."),
        "leads": _("{name}: the only one expected besides {second}, which facilitates."),
        "credit": _("{name}: the most credit of those expected that do not facilitate then."),
    }
