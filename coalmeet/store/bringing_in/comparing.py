"""Another copy of the file, held against this one: what would come in, and what only a person can choose.

Nothing is written. Reading both may take seconds: windows do it in a thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.store import surveys
from coalmeet.store.bringing_in import REBUILT, UNITED
from coalmeet.store.bringing_in.asking import Material, doubts_of
from coalmeet.store.bringing_in.memory import open_doubts
from coalmeet.store.bringing_in.naming import Names
from coalmeet.store.bringing_in.rebuilding import rebuilt
from coalmeet.store.bringing_in.uniting import United, unite
from coalmeet.store.bringing_in.values import Came, Coming, Doubt, Key, Row, Stamp, Target
from coalmeet.store.changes import DELETED
from coalmeet.store.tables import METADATA
from coalmeet.text import _

# Rows that say nothing new to people by themselves: how names and seats hang together.
_QUIET = ("link", "attendance", "turn", "affiliation", "template_item", "move", "change", "survey_answer")
_ASKED = (*("meeting", "record", "decision", "decision_entry", "action", "item", "parked"), *METADATA.tables)
_NAMED_AT_MOST = 3
# Plain SQL: building these statements would cost more than all the rest where nothing is new.
_STATE = """
SELECT 'move', count(*), coalesce(max(counter), 0) FROM move
UNION ALL SELECT 'change', count(*), coalesce(max(counter), 0) FROM change
UNION ALL SELECT 'record', count(*), coalesce(max(counter), 0) FROM record
UNION ALL SELECT 'decision_entry', count(*), coalesce(max(counter), 0) FROM decision_entry
UNION ALL SELECT 'survey_answer', count(*), 0 FROM survey_answer
UNION ALL SELECT 'redaction', count(*), 0 FROM redaction
"""


def compare(ours: Connection, theirs: Connection) -> Coming:
    """What comes in with the other copy. Raises FileProblem for the file of another coalition, or one changed by some
    other program, and NotAllowed while a survey is being answered.
    """
    if _coalitions(ours) != _coalitions(theirs):
        raise FileProblem(
            _(
                "That file belongs to another coalition, so it was not brought in. Choose a copy of this one, or bring "
                "in single records of meetings on the page “Meetings”."
            )
        )
    if surveys.is_collecting(ours) or surveys.is_collecting(theirs):
        raise NotAllowed(
            _(
                "A survey is being answered, and bringing in now would tell who answered where. Close the survey "
                "first, then bring the copy in."
            )
        )
    both = unite(ours, theirs)
    histories = both.changes()
    targets = tuple(rebuilt(both, histories))
    known = _rows_by_key(both, targets)
    fresh = {one for one in both.all["change"] if one not in both.here["change"]}
    touched = {(row["table"], row["row"]) for one in fresh for row in (both.all["change"][one],)}
    touched |= {("move", row["meeting"]) for row in _fresh(both, "move")}
    touched |= {("record", row["meeting"]) for row in _fresh(both, "record")}
    touched |= set(open_doubts(ours)) | set(open_doubts(theirs))
    material = Material(
        histories, both.of_meetings("record"), both.of_meetings("move"), known,
        here=frozenset(one for name in UNITED for one in both.here[name]),
        there=frozenset(one for name in UNITED for one in both.there[name]),
    )  # fmt: skip
    doubts = doubts_of(material, touched)
    told = tuple(one for one in targets if not _is_doubted(one, doubts))
    return Coming(
        united={name: tuple(_fresh(both, name)) for name in UNITED},
        erased=tuple(row for one, row in sorted(both.erased.items()) if both.erased_here.get(one) != row),
        replaced=tuple(_replaced(both)),
        lost=tuple(
            (name, one) for name in UNITED for one in sorted(both.here[name].keys() - both.all[name].keys())
        ),
        rows=targets,
        doubts=doubts,
        came=tuple(_came(both, told, Names(known))),
        stamp=stamp(ours),
    )


def stamp(con: Connection) -> Stamp:
    """How a file stands: how much of everything that is only added to is in it."""
    rows = con.exec_driver_sql(_STATE).all()
    return Stamp(tuple((str(name), int(count), int(largest)) for name, count, largest in rows))


def _coalitions(con: Connection) -> list[str]:
    return sorted(con.exec_driver_sql("SELECT id FROM coalition").scalars().all())


def _fresh(both: United, name: str) -> Iterator[Row]:
    here = both.here[name]
    return (row for one, row in sorted(both.all[name].items()) if one not in here)


def _replaced(both: United) -> Iterator[tuple[str, Row]]:
    """Rows that lost words in the other copy, as they are there."""
    for name in UNITED:
        for one, row in sorted(both.all[name].items()):
            if one in both.here[name] and both.here[name][one] != row:
                yield name, row


def _rows_by_key(both: United, targets: Iterable[Target]) -> Mapping[Key, Row]:
    """Every row behind a form by its table and id, as it will be; what is gone keeps its name."""
    found: dict[Key, Row] = {}
    for copy in (both.there, both.here):
        found |= {
            (name, one): row for name in REBUILT for one, row in copy[name].items() if one not in both.erased
        }
    return found | {(one.table, one.row): one.after for one in targets if one.after is not None}


def _is_doubted(one: Target, doubts: Iterable[Doubt]) -> bool:
    """Whether all that is different of a row is in doubt: it is asked about, and not told as a change."""
    fields = {doubt.field for doubt in doubts if (doubt.table, doubt.row) == (one.table, one.row)}
    if one.before is None or one.after is None:
        return DELETED in fields
    return all(name in fields for name, value in one.after.items() if one.before[name] != value)


def _came(both: United, targets: Sequence[Target], names: Names) -> Iterator[Came]:
    """What to tell of it, what matters most first."""
    of_table: dict[str, list[Target]] = {}
    for one in targets:
        of_table.setdefault(one.table, []).append(one)
    for name in dict.fromkeys(_ASKED):
        if name in of_table:
            some = of_table[name]
            new = [one for one in some if one.before is None]
            gone = sum(one.after is None for one in some)
            told = (names.title(name, one.row) for one in some)
            titles = tuple(dict.fromkeys(title for title in told if title))[:_NAMED_AT_MOST]
            yield Came(name, len(new), len(some) - len(new) - gone, gone, titles)
        elif name in UNITED and name != "change" and (count := sum(1 for _one in _fresh(both, name))):
            meetings = {str(row["meeting"]) for row in _fresh(both, name) if "meeting" in row}
            told = (names.title("meeting", one) for one in sorted(meetings))
            yield Came(name, count, names=tuple(title for title in told if title)[:_NAMED_AT_MOST])


def entries(came: Iterable[Came]) -> tuple[int, int, int]:
    """How many entries are new, changed and gone, as a person counts them: without what only hangs them together."""
    seen = [one for one in came if one.kind not in _QUIET]
    return sum(one.new for one in seen), sum(one.changed for one in seen), sum(one.gone for one in seen)
