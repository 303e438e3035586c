"""Step 10: two copies of a file can come together.

Each version of a record says which ones it replaces, as changes do, a meeting which of its runs counts, and the file
which rows came in with another copy, so that they can go again as a whole.
"""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE record ADD COLUMN seen TEXT NOT NULL DEFAULT '[]'",
    # Until now there was one line of versions for each meeting: each one replaced the one before it.
    """
    UPDATE record SET seen = coalesce((
        SELECT json_array(earlier.id)
        FROM record AS earlier
        WHERE earlier.meeting = record.meeting AND earlier.counter < record.counter
        ORDER BY earlier.counter DESC, earlier.id DESC
        LIMIT 1
    ), '[]')
    """,
    "ALTER TABLE meeting ADD COLUMN counts TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE bringing_in (
        id TEXT PRIMARY KEY NOT NULL,
        counter INTEGER NOT NULL,
        copy TEXT NOT NULL DEFAULT '',
        came TEXT NOT NULL DEFAULT '[]',
        went TEXT NOT NULL DEFAULT '[]',
        doubts TEXT NOT NULL DEFAULT '[]'
    ) STRICT
    """,
)
