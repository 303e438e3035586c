"""The format of the file, as numbered steps: each file has gone through all of them, new ones too.

A step is plain SQL written by hand and never changed after its release. `tables/` describes the result for
queries; a test compares the two. `user_version` holds the number of the last step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import sqlcipher3.dbapi2 as sqlite

from coalmeet.store.driver import APPLICATION_ID, Raw, pragma_number
from coalmeet.store.step_1 import STATEMENTS as FIRST
from coalmeet.store.step_2 import STATEMENTS as SECOND
from coalmeet.store.step_3 import STATEMENTS as THIRD
from coalmeet.store.step_4 import STATEMENTS as FOURTH
from coalmeet.store.step_5 import STATEMENTS as FIFTH
from coalmeet.store.step_6 import STATEMENTS as SIXTH
from coalmeet.store.step_7 import STATEMENTS as SEVENTH
from coalmeet.store.step_8 import STATEMENTS as EIGHTH
from coalmeet.store.step_9 import STATEMENTS as NINTH
from coalmeet.store.step_10 import STATEMENTS as TENTH

Step = Callable[[Raw], None]
Schema = frozenset[tuple[str, str, str]]


def _statements(statements: Sequence[str]) -> Step:
    def run(con: Raw) -> None:
        for statement in statements:
            con.execute(statement)

    return run


STEPS: tuple[Step, ...] = tuple(
    _statements(one) for one in (FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH, NINTH, TENTH)
)
LATEST = len(STEPS)
# The oldest program that may still read what this one writes, by the number of its last step.
MIN_READER = 1


def apply(con: Raw, steps: Sequence[Step] = STEPS) -> None:
    """Run the steps that the file has not had, inside the transaction that the caller has begun."""
    if not con.in_transaction:
        raise RuntimeError("steps run inside a transaction, so that a failing one leaves nothing behind")
    for number in range(pragma_number(con, "user_version") + 1, len(steps) + 1):
        steps[number - 1](con)
        con.execute(f"PRAGMA user_version={number}")
    con.execute(f"PRAGMA application_id={APPLICATION_ID}")
    con.execute("UPDATE format SET min_reader = ?", (MIN_READER,))


def migrate(con: Raw, steps: Sequence[Step] = STEPS) -> None:
    """Bring an older file up to date in one exclusive transaction: all of it, or nothing."""
    con.execute("BEGIN EXCLUSIVE")
    try:
        apply(con, steps)
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise


def schema(con: Raw) -> Schema:
    """Every table, index, view and trigger with its text, letter for letter."""
    rows = con.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    # ANALYZE by some tool adds sqlite_stat tables: they hold no power and no text of ours.
    return frozenset((kind, name, sql) for kind, name, sql in rows if not name.startswith("sqlite_stat"))


@lru_cache(maxsize=4)
def expected_schema(version: int) -> Schema:
    """What `schema` says of a sound file of this format."""
    con = sqlite.connect(":memory:", isolation_level=None)
    try:
        con.execute("BEGIN")
        apply(con, STEPS[:version])
        return schema(con)
    finally:
        con.close()
