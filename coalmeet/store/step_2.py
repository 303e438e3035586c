"""Step 2: what the charter says about deciding, the decision matrix, and who is protected."""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE coalition ADD COLUMN unit TEXT NOT NULL DEFAULT 'organisation'",
    "ALTER TABLE coalition ADD COLUMN answers TEXT NOT NULL DEFAULT 'sign'",
    "ALTER TABLE coalition ADD COLUMN concerns INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE coalition ADD COLUMN stand_aside INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE coalition ADD COLUMN tested_by TEXT NOT NULL DEFAULT 'group'",
    "ALTER TABLE coalition ADD COLUMN window_days INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE coalition ADD COLUMN loops INTEGER NOT NULL DEFAULT 3",
    "ALTER TABLE coalition ADD COLUMN fallback TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE organisation ADD COLUMN protected INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE organisation ADD COLUMN protection_review TEXT",
    """
    CREATE TABLE decision_kind (
        id TEXT PRIMARY KEY NOT NULL,
        position INTEGER NOT NULL DEFAULT 0,
        name TEXT NOT NULL DEFAULT '',
        method TEXT NOT NULL DEFAULT 'consent',
        decider TEXT NOT NULL DEFAULT '',
        critical INTEGER NOT NULL DEFAULT 0,
        window_days INTEGER NOT NULL DEFAULT -1
    ) STRICT
    """,
)
