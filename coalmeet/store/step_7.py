"""Step 7: turns go around for taking notes too, and somebody who learns to facilitate can be planned.

Of meetings held before, who took notes is found by the names in their records, among those who came.
"""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE meeting ADD COLUMN notes_turn TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE meeting ADD COLUMN co_facilitator TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE turn ADD COLUMN to_note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE turn ADD COLUMN noted TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE turn_note ADD COLUMN role TEXT NOT NULL DEFAULT 'facilitator'",
    """
    UPDATE turn SET noted = coalesce((
        SELECT attendance.organisation
        FROM record
        JOIN json_each(record.body, '$.note_takers') AS named
        JOIN person ON person.name = named.value
        JOIN attendance ON attendance.meeting = turn.id AND attendance.person = person.id
        WHERE record.meeting = turn.id
            AND json_valid(record.body)
            AND attendance.present
            AND attendance.organisation != ''
        ORDER BY record.counter DESC, named.key
        LIMIT 1
    ), '')
    """,
    "UPDATE turn SET to_note = noted",
)
