"""Whether consent to a matter was asked for before and not reached, read off the decisions of earlier meetings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from coalmeet.coalition.decision import ADOPTED
from coalmeet.meeting.events import FIRST_TRY, EarlierTry

LEFT_OPEN = ("parked", "not agreed", "referred", "postponed")
Told = tuple[date, Mapping[str, Any]]


def last_try(decisions: Iterable[Told], ids: Mapping[str, str]) -> EarlierTry:
    """The last failed try, of the days and decisions of one matter as their records tell them.

    What was adopted since has settled it. `ids` are organisations by name in small letters; an objector whom
    nobody knows any more is left out.
    """
    found = FIRST_TRY
    for day, told in sorted(decisions, key=lambda one: one[0]):
        if told.get("outcome") in ADOPTED:
            found = FIRST_TRY
        elif _failed(told):
            names = [str(one.get("organisation") or "") for one in _standing(told)]
            objectors = tuple(ids[name.casefold()] for name in names if name.casefold() in ids)
            found = EarlierTry(str(told.get("id") or told.get("number") or day), day.isoformat(), objectors)
    return found


def _failed(told: Mapping[str, Any]) -> bool:
    return told.get("method") == "consent" and told.get("outcome") in LEFT_OPEN and any(_standing(told))


def _standing(told: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [one for one in told.get("objections") or () if one.get("ending") in (None, "", "open")]
