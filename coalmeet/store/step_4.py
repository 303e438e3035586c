"""Step 4: what a decision still waits for after its meeting, decisions taken outside one, emergencies, and which
decision an agenda item takes up again.
"""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE decision ADD COLUMN window_days INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE decision ADD COLUMN absent TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE decision ADD COLUMN mandates TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE decision ADD COLUMN decided_on TEXT",
    "ALTER TABLE decision ADD COLUMN decided_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE decision ADD COLUMN authority TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE item ADD COLUMN ancestor TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE template_item ADD COLUMN ancestor TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE meeting ADD COLUMN emergency INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE meeting ADD COLUMN called_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE meeting ADD COLUMN cannot_wait TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE meeting ADD COLUMN charter_rule TEXT NOT NULL DEFAULT ''",
)
