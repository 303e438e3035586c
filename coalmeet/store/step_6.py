"""Step 6: a turn to facilitate may be a term of several meetings."""

from __future__ import annotations

STATEMENTS = ("ALTER TABLE coalition ADD COLUMN turn_meetings INTEGER NOT NULL DEFAULT 1",)
