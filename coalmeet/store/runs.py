"""The lines that the moves of a meeting make: one, or several where it was run on two laptops.

They are never interleaved: each run stays as it was, and a person says which one counts. Pure, over ids.
"""

from __future__ import annotations

from collections.abc import Mapping

FIRST = ""  # the parent of a first move
Parents = Mapping[str, str]  # each move with the one before it


def tips(parents: Parents) -> tuple[str, ...]:
    """The moves that nothing follows: one for each run."""
    followed = set(parents.values())
    return tuple(sorted(one for one in parents if one not in followed))


def line(parents: Parents, tip: str) -> tuple[str, ...]:
    """The moves up to this one, the first one first; from the gap on where one is missing."""
    found = []
    while tip in parents:
        found.append(tip)
        tip = parents[tip]
    return tuple(reversed(found))


def is_whole(parents: Parents) -> bool:
    """Whether every move hangs together with a first one."""
    after = _after(parents)
    open_, reached = [FIRST], 0
    while open_:
        following = after.get(open_.pop(), ())
        reached += len(following)
        open_ += following
    return reached == len(parents)


def counting(parents: Parents, counts: str) -> tuple[str, ...] | None:
    """The run that counts: the only one, or the one through the move `counts`; None while that is open.

    What follows the move that was named belongs to the run, until moves part once more.
    """
    after = _after(parents)
    named = set(line(parents, counts))
    run: list[str] = []
    at = FIRST
    while following := after.get(at):
        wanted = following if len(following) == 1 else [one for one in following if one in named]
        if not wanted:
            return None
        at = wanted[0]
        run.append(at)
    return tuple(run)


def _after(parents: Parents) -> dict[str, list[str]]:
    after: dict[str, list[str]] = {}
    for one, parent in parents.items():
        after.setdefault(parent, []).append(one)
    return after


def parted(parents: Parents) -> bool:
    """Whether it was run on more than one laptop."""
    return len(set(parents.values())) < len(parents)
