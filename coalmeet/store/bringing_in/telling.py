"""What comes in with another copy, told so that anybody understands it: a sentence, then a line for each kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coalmeet.store.bringing_in.comparing import entries
from coalmeet.store.bringing_in.field_words import counted
from coalmeet.store.bringing_in.values import Came, Coming, Doubt, Side
from coalmeet.text import _, ngettext

_SHORT = 48  # characters of a name in a line that names several
_UNTOLD = ("link", "attendance", "turn", "affiliation", "template_item", "survey_answer", "change")


def headline(coming: Coming, chosen: int = 0) -> str:
    """“12 new entries, 3 changed, 2 need your choice”, of which so many are `chosen` already."""
    if coming.is_nothing:
        return _("Nothing new: this file has everything that the copy has.")
    new, changed, gone = entries(coming.came)
    parts = []
    if new:
        parts.append(ngettext("{count} new entry", "{count} new entries", new).format(count=new))
    if changed:
        parts.append(ngettext("{count} changed", "{count} changed", changed).format(count=changed))
    if gone:
        parts.append(ngettext("{count} taken away", "{count} taken away", gone).format(count=gone))
    count = len(coming.doubts) - chosen
    if count:
        parts.append(
            ngettext("{count} needs your choice", "{count} need your choice", count).format(count=count)
        )
    if chosen:
        parts.append(ngettext("{count} chosen", "{count} chosen", chosen).format(count=chosen))
    if not parts:
        return _("Only small things are new: who was where, and how names hang together.")
    return _("{things}.").format(things=_(", ").join(parts))


def lines(coming: Coming) -> tuple[str, ...]:
    """A line for each kind of thing: how many are new, changed or gone, with the first names."""
    found = [_line(one) for one in coming.came if one.kind not in _UNTOLD]
    if coming.erased:
        count = len(coming.erased)
        found.append(
            ngettext(
                "{count} text was erased there on request, and is erased here too; that cannot be undone",
                "{count} texts were erased there on request, and are erased here too; that cannot be undone",
                count,
            ).format(count=count)
        )
    return tuple(found)


def _line(one: Came) -> str:
    said = []
    if one.new:
        said.append(_("new: {things}").format(things=counted(one.kind, one.new)))
    if one.changed:
        said.append(_("changed: {things}").format(things=counted(one.kind, one.changed)))
    if one.gone:
        said.append(_("taken away: {things}").format(things=counted(one.kind, one.gone)))
    line = _(", ").join(said)
    line = line[:1].upper() + line[1:]
    if not one.names:
        return line
    more = one.new + one.changed + one.gone - len(one.names)
    names = _(", ").join(_("“{name}”").format(name=_short(name)) for name in one.names)
    if more > 0:
        names = ngettext("{names} and {count} more", "{names} and {count} more", more).format(
            names=names, count=more
        )
    return _("{line} ({names})").format(line=line, names=names)


def _short(name: str) -> str:
    return name if len(name) <= _SHORT else name[: _SHORT - 1].rsplit(" ", 1)[0] + "…"


def question(doubt: Doubt) -> str:
    """What is asked: the thing and its field."""
    return _("{thing} – {what}").format(thing=doubt.about, what=doubt.what)


def side_name(side: Side, at: int) -> str:
    """Where a side stands: in this file, in the copy, in both, or only by its number where nobody can say any more."""
    if side.here and not side.there:
        return _("In this file")
    if side.there and not side.here:
        return _("In the copy")
    if not side.ids:
        return _("Both together")
    return _("One of them") if at == 0 else _("Another of them")


def side_words(side: Side) -> str:
    """What a side says, and how it came to it."""
    if side.follows:
        return _("{value} ({follows})").format(value=side.words, follows=side.follows)
    return side.words


def began(doubt: Doubt) -> str:
    """What both sides began from, "" where that is not known."""
    return _("Before: {value}").format(value=doubt.before) if doubt.before else ""


def in_order(sides: Sequence[Side]) -> Iterator[tuple[int, Side]]:
    """The sides with their numbers, what this file says first."""
    return iter(sorted(enumerate(sides), key=lambda one: (not one[1].ids, not one[1].here, one[0])))
