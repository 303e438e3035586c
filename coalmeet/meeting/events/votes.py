"""What happens where consent did not carry: an earlier try, and the vote that the charter falls back on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EarlierTry:
    """An earlier meeting at which consent to this matter was asked for and not reached.

    `proposal` is the id of the text of that day, "" where there was none; `objectors` are ids of organisations
    whose objection stood at its end.
    """

    proposal: str = ""
    date: str = ""
    objectors: tuple[str, ...] = ()


FIRST_TRY = EarlierTry()


@dataclass(frozen=True, slots=True)
class FallbackTaken:
    """The vote that the charter falls back on takes the place of consent.

    `since` is the day on which consent failed; `objectors` are those whose objection the vote passes over;
    `reason` is the date set from outside that made waiting impossible, "" where the vote was announced.
    """

    proposal: str
    method: str
    since: str = ""
    ancestor: str = ""
    objectors: tuple[str, ...] = ()
    reason: str = ""
