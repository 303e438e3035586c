"""Actions: one piece of work, one named owner, a due date. All open ones together are the work plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Action:
    """One action. `owner` and `organisation` are ids or ""; the names are as they were said at the meeting.

    `number` is its number in the minutes ("A1"). `asked` is true while an absent person has not accepted:
    they are asked, not owner. `dropped` is work that the coalition let go. `hours` is an estimate.
    """

    id: str
    meeting: str
    number: str
    text: str
    owner: str = ""
    owner_name: str = ""
    organisation: str = ""
    organisation_name: str = ""
    due: date | None = None
    hours: float | None = None
    done: bool = False
    dropped: bool = False
    asked: bool = False
    item: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still belongs to the work plan."""
        return not self.done and not self.dropped

    @property
    def has_nobody(self) -> bool:
        """Whether nobody took it: shown as "nobody yet", first on page one and on the next agenda."""
        return not self.owner and not self.owner_name

    def is_overdue(self, today: date) -> bool:
        """Whether it is open and its day has passed."""
        return self.is_open and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a work-plan review left of an earlier action; its owner counts only when it was handed on.

    Without an owner it was handed on to nobody: it is nobody's yet.
    """

    id: str
    state: str
    due: date | None = None
    owner: str = ""
    owner_name: str = ""
    organisation: str = ""
    organisation_name: str = ""
    asked: bool = False


def work_plan(actions: Iterable[Action]) -> tuple[Action, ...]:
    """The open actions: those of nobody first, then by due date, the undated last."""
    open_ones = [action for action in actions if action.is_open]
    return tuple(sorted(open_ones, key=lambda one: (not one.has_nobody, one.due or date.max, one.number)))
