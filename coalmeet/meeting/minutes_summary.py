"""“In one minute”: three or four sentences put together from the record itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coalmeet.meeting.minutes_values import Action, Decision, Item, Request, Standing
from coalmeet.meeting.minutes_words import series, shortened
from coalmeet.text import _, ngettext

_NAMED = 3  # titles that a sentence carries; more are counted
_TITLE = 70  # characters of a title in a sentence


def in_one_minute(
    items: Sequence[Item],
    decisions: Sequence[Decision],
    actions: Sequence[Action],
    requests: Sequence[Request],
) -> tuple[str, ...]:
    """The sentences; each says something that the first page then shows in full."""
    decided = list(_decided(items, decisions))
    if all(one.standing is Standing.NOTED for one in decisions):
        decided = [*_nothing(items, noted=bool(decisions)), *decided]
    return (*decided, *_work(actions), *_asked(requests))


def before_the_meeting(items: Sequence[Item], decisions: Sequence[Decision]) -> tuple[str, ...]:
    """The sentences for a meeting that is still to come."""
    planned = round(sum(item.time.planned or 0 for item in items))
    coming = ngettext(
        "This meeting is still to come: {count} item on its agenda.",
        "This meeting is still to come: {count} items on its agenda.",
        len(items),
    ).format(count=len(items))
    found = [coming]
    if planned:
        found.append(_("{count} minutes are planned.").format(count=planned))
    if decisions:
        titles = [_title(one.about) for one in decisions]
        found.append(_("Up for decision: {titles}.").format(titles=_some(list(dict.fromkeys(titles)))))
    return tuple(found)


def _decided(items: Sequence[Item], decisions: Sequence[Decision]) -> Iterator[str]:
    def titles(*standings: Standing) -> list[str]:
        about = dict.fromkeys(one.item for one in decisions if one.standing in standings)
        return [_title(items[item].title) for item in about]

    adopted, provisional = titles(Standing.HOLDS), titles(Standing.PROVISIONAL)
    recommended = titles(Standing.RECOMMENDED)
    failed = titles(Standing.NOT_PASSED)
    undecided = {one.item for one in decisions if one.standing is Standing.OPEN}
    left_open = [_title(one.title) for at, one in enumerate(items) if one.open or at in undecided]
    if adopted:
        yield _("Adopted: {titles}.").format(titles=_some(adopted))
    if provisional:
        yield _("Decided for now, until absent members have had their say: {titles}.").format(
            titles=_some(provisional)
        )
    if recommended:
        yield _("Recommended only, because too few were there to decide: {titles}.").format(
            titles=_some(recommended)
        )
    if failed:
        yield _("Not passed: {titles}.").format(titles=_some(failed))
    if left_open:
        yield _("Still open: {titles}.").format(titles=_some(left_open))


def _title(text: str) -> str:
    """A title inside a sentence: its own full stop would end it, its own colon would begin something."""
    return shortened(text, _TITLE).rstrip(".:;, ")


def _some(titles: list[str]) -> str:
    rest = len(titles) - _NAMED
    if rest <= 0:
        return series(titles)
    more = ngettext("{titles}; and {count} more", "{titles}; and {count} more", rest)
    return more.format(titles=series(titles[:_NAMED]), count=rest)


def _work(actions: Sequence[Action]) -> Iterator[str]:
    if not actions:
        return
    count, nobody = len(actions), sum(1 for one in actions if not one.owned)
    due = min((one for one in actions if one.due_date), key=lambda one: one.due_date, default=None)
    if due:
        first = ngettext(
            "{count} action came out of it, due {day}.",
            "{count} actions came out of it, the first due {day}.",
            count,
        )
        yield first.format(count=count, day=due.due)
    else:
        yield ngettext("{count} action came out of it.", "{count} actions came out of it.", count).format(
            count=count
        )
    if nobody == count:
        yield ngettext("Nobody has taken it on yet.", "Nobody has taken them on yet.", count)
    elif nobody:
        yield ngettext(
            "Nobody has taken on {count} of them yet.", "Nobody has taken on {count} of them yet.", nobody
        ).format(count=nobody)


def _asked(requests: Sequence[Request]) -> Iterator[str]:
    if requests:
        yield ngettext(
            "Absent members are asked for {count} answer.",
            "Absent members are asked for {count} answers.",
            len(requests),
        ).format(count=len(requests))


def _nothing(items: Sequence[Item], *, noted: bool) -> Iterator[str]:
    """What a meeting without a decision was about; `noted` says that points were noted instead."""
    if not items:
        yield _("Nothing is recorded of this meeting but that it took place.")
        return
    if not noted:
        yield ngettext(
            "The meeting had {count} item on its agenda; no decision is recorded.",
            "The meeting had {count} items on its agenda; no decision is recorded.",
            len(items),
        ).format(count=len(items))
    # Every meeting has what is built in, and none was about what it did not come to.
    titles = [_title(item.title) for item in items if item.reached and not item.built_in]
    if titles:
        yield _("It was about: {titles}.").format(titles=_some(titles))
