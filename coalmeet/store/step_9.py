"""Step 9: surveys whose answers tell nobody who gave them, and what was erased on request, so that it stays so."""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TABLE survey (
        id TEXT PRIMARY KEY NOT NULL,
        title TEXT NOT NULL DEFAULT '',
        questions TEXT NOT NULL DEFAULT '[]',
        asked INTEGER NOT NULL DEFAULT 0,
        opened TEXT,
        closed TEXT
    ) STRICT
    """,
    # No row number, no time, no writer, in the order of chance. Question and answer are one character each: rows that
    # all have one length lie where their number puts them, whatever was answered first.
    """
    CREATE TABLE survey_answer (
        id TEXT PRIMARY KEY NOT NULL,
        survey TEXT NOT NULL,
        question TEXT NOT NULL,
        answer TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE redaction (
        id TEXT PRIMARY KEY NOT NULL,
        "table" TEXT NOT NULL,
        gone INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID
    """,
)
