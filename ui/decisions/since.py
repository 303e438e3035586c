"""What happened to a decision since its meeting, an entry a line: what came true of what was still open then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from coalmeet.coalition.decision import DecisionEntry, counting
from coalmeet.text import _, brief_day


def since(decision: str, entries: Iterable[DecisionEntry], names: Mapping[str, str]) -> Iterator[str]:
    """The lines, in the order in which it was entered; `names` are those of the organisations by id."""
    went_round = False
    for entry in counting(entries, decision):
        words = _words(entry)
        if not words or (entry.kind == "window_opened" and went_round):
            continue
        went_round = went_round or entry.kind == "window_opened"
        name = names.get(entry.organisation) or _("An organisation")
        review = brief_day(entry.review_date) if entry.review_date else ""
        said = words.format(name=name, review=review)
        yield _("{day}: {words}").format(day=brief_day(entry.on), words=said) if entry.on else said


def _words(entry: DecisionEntry) -> str:
    if entry.kind == "kept":
        return _("it is kept, review {review}") if entry.review_date else _("it is kept")
    table = {
        "window_opened": _("the minutes went round"),
        "none_received": _("nothing had arrived"),
        "mandate_confirmed": _("{name} confirmed its consent"),
        "mandate_refused": _("{name} did not confirm its consent"),
        "objection": _("{name} objected"),
        "objection_resolved": _("they let it go"),
        "replaced": _("another one takes its place"),
        "ended": _("it is ended"),
        "withdrawn": _("the proposer withdrew it"),
    }
    return table.get(entry.kind, "")
