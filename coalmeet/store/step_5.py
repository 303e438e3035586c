"""Step 5: an agenda may announce that a vote takes the place of consent, should it fail again."""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE item ADD COLUMN vote_announced INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE template_item ADD COLUMN vote_announced INTEGER NOT NULL DEFAULT 0",
)
