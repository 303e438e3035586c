"""Keeps answers back until all have answered, whatever a view carries: a row with one gap would point at somebody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coalmeet.public import PublicTurn
from coalmeet.text import _


def revealed(turns: Sequence[PublicTurn]) -> tuple[PublicTurn, ...]:
    """The turns as the call may see them: with every answer, or with none."""
    here = [turn for turn in turns if turn.state != "away"]
    if here and all(turn.answer for turn in here):
        return tuple(turns)
    return tuple(replace(turn, answer="", note=_("answered")) if turn.answer else turn for turn in turns)


def answered(turns: Sequence[PublicTurn]) -> int:
    """How many have answered."""
    return sum(1 for turn in turns if turn.answer or turn.state in {"heard", "passed"})


def consents(turns: Sequence[PublicTurn]) -> int:
    """How many consent, a concern included."""
    return sum(1 for turn in turns if turn.answer in {"consent", "concern"})


def still_asked(turns: Sequence[PublicTurn]) -> bool:
    """Whether somebody has yet to answer; else nobody is told what they can say."""
    return any(turn.state in {"now", "next", "waiting"} for turn in turns)
