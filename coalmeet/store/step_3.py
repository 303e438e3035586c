"""Step 3: when to say of an agenda item how many minutes are left."""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE item ADD COLUMN warn_minutes INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE template_item ADD COLUMN warn_minutes INTEGER NOT NULL DEFAULT 0",
)
