"""Step 8: a retrospective in a rhythm, and what the minutes tell of the temperature round and of objections."""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE coalition ADD COLUMN retro_months INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE coalition ADD COLUMN retro_first TEXT",
    "ALTER TABLE coalition ADD COLUMN retro_start TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE coalition ADD COLUMN tell_words TEXT NOT NULL DEFAULT 'words'",
    "ALTER TABLE coalition ADD COLUMN tell_voices TEXT NOT NULL DEFAULT 'voice'",
)
