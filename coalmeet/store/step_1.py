"""Step 1: everything that the first format holds. Once released it never changes: write a further step."""

from __future__ import annotations

STATEMENTS = (
    """
    CREATE TABLE format (
        id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
        min_reader INTEGER NOT NULL,
        created INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE move (
        id TEXT PRIMARY KEY NOT NULL,
        meeting TEXT NOT NULL,
        parent TEXT NOT NULL,
        counter INTEGER NOT NULL,
        writer TEXT NOT NULL,
        "at" INTEGER NOT NULL,
        mono INTEGER NOT NULL,
        boot TEXT NOT NULL,
        events TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX move_of_meeting ON move (meeting, counter)",
    """
    CREATE TABLE change (
        id TEXT PRIMARY KEY NOT NULL,
        counter INTEGER NOT NULL,
        writer TEXT NOT NULL,
        "table" TEXT NOT NULL,
        "row" TEXT NOT NULL,
        field TEXT NOT NULL,
        seen TEXT NOT NULL DEFAULT '[]',
        value TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX change_by_counter ON change (counter)",
    'CREATE INDEX change_of_row ON change ("table", "row")',
    """
    CREATE TABLE meeting (
        id TEXT PRIMARY KEY NOT NULL,
        date TEXT,
        title TEXT NOT NULL DEFAULT '',
        start TEXT NOT NULL DEFAULT '',
        minutes INTEGER,
        place TEXT NOT NULL DEFAULT '',
        link TEXT NOT NULL DEFAULT '',
        coalition TEXT NOT NULL DEFAULT '',
        source TEXT NOT NULL DEFAULT '',
        facilitator TEXT NOT NULL DEFAULT '',
        turn TEXT NOT NULL DEFAULT '',
        note_taker TEXT NOT NULL DEFAULT '',
        prepared_by TEXT NOT NULL DEFAULT '',
        quorum INTEGER,
        facilitators TEXT NOT NULL DEFAULT '[]'
    ) STRICT
    """,
    "CREATE INDEX meeting_by_date ON meeting (date)",
    """
    CREATE TABLE item (
        id TEXT PRIMARY KEY NOT NULL,
        meeting TEXT NOT NULL DEFAULT '',
        position INTEGER NOT NULL DEFAULT 0,
        built_in TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL DEFAULT '',
        label TEXT NOT NULL DEFAULT '',
        minutes INTEGER,
        desired_outcome TEXT NOT NULL DEFAULT '',
        presenters TEXT NOT NULL DEFAULT '[]',
        proposal TEXT NOT NULL DEFAULT '',
        need TEXT NOT NULL DEFAULT '',
        proposer TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL DEFAULT '',
        topic TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE INDEX item_of_meeting ON item (meeting)",
    """
    CREATE TABLE template (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE template_item (
        id TEXT PRIMARY KEY NOT NULL,
        template TEXT NOT NULL DEFAULT '',
        position INTEGER NOT NULL DEFAULT 0,
        built_in TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL DEFAULT '',
        label TEXT NOT NULL DEFAULT '',
        minutes INTEGER,
        desired_outcome TEXT NOT NULL DEFAULT '',
        presenters TEXT NOT NULL DEFAULT '[]',
        proposal TEXT NOT NULL DEFAULT '',
        need TEXT NOT NULL DEFAULT '',
        proposer TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL DEFAULT '',
        topic TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE INDEX template_item_of_template ON template_item (template)",
    """
    CREATE TABLE note (
        id TEXT PRIMARY KEY NOT NULL,
        meeting TEXT NOT NULL DEFAULT '',
        "text" TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE INDEX note_of_meeting ON note (meeting)",
    """
    CREATE TABLE private_note (
        id TEXT PRIMARY KEY NOT NULL,
        meeting TEXT NOT NULL DEFAULT '',
        "text" TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE INDEX private_note_of_meeting ON private_note (meeting)",
    """
    CREATE TABLE record (
        id TEXT PRIMARY KEY NOT NULL,
        meeting TEXT NOT NULL,
        counter INTEGER NOT NULL,
        writer TEXT NOT NULL,
        source TEXT NOT NULL,
        digest TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX record_by_digest ON record (digest)",
    "CREATE INDEX record_of_meeting ON record (meeting, counter)",
    """
    CREATE TABLE coalition (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL DEFAULT '',
        purpose TEXT NOT NULL DEFAULT '',
        language TEXT NOT NULL DEFAULT '',
        time_zone TEXT NOT NULL DEFAULT '',
        quorum INTEGER,
        review_days INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE organisation (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL DEFAULT '',
        short TEXT NOT NULL DEFAULT '',
        size INTEGER,
        joined TEXT,
        "left" TEXT,
        facilitates INTEGER NOT NULL DEFAULT 1,
        "member" INTEGER NOT NULL DEFAULT 1,
        merged_into TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE person (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL DEFAULT '',
        email TEXT NOT NULL DEFAULT '',
        phone TEXT NOT NULL DEFAULT '',
        language TEXT NOT NULL DEFAULT '',
        access_needs TEXT NOT NULL DEFAULT '',
        merged_into TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE affiliation (
        id TEXT PRIMARY KEY NOT NULL,
        person TEXT NOT NULL DEFAULT '',
        organisation TEXT NOT NULL DEFAULT '',
        capacity TEXT NOT NULL DEFAULT '',
        since TEXT,
        until TEXT
    ) STRICT
    """,
    """
    CREATE TABLE link (
        id TEXT PRIMARY KEY NOT NULL,
        meeting TEXT NOT NULL DEFAULT '',
        name TEXT NOT NULL DEFAULT '',
        organisation_name TEXT NOT NULL DEFAULT '',
        person TEXT NOT NULL DEFAULT '',
        organisation TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE INDEX link_by_name ON link (name, organisation_name)",
    "CREATE INDEX link_of_meeting ON link (meeting)",
    """
    CREATE TABLE decision (
        id TEXT PRIMARY KEY NOT NULL,
        meeting TEXT NOT NULL DEFAULT '',
        item TEXT NOT NULL DEFAULT '',
        "number" TEXT NOT NULL DEFAULT '',
        "text" TEXT NOT NULL DEFAULT '',
        outcome TEXT NOT NULL DEFAULT '',
        method TEXT NOT NULL DEFAULT '',
        kind TEXT NOT NULL DEFAULT '',
        proposed_by TEXT NOT NULL DEFAULT '',
        responsible TEXT NOT NULL DEFAULT '',
        review_date TEXT,
        provisional_until TEXT,
        present TEXT NOT NULL DEFAULT '[]',
        ancestor TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE INDEX decision_of_meeting ON decision (meeting)",
    """
    CREATE TABLE decision_entry (
        id TEXT PRIMARY KEY NOT NULL,
        decision TEXT NOT NULL,
        counter INTEGER NOT NULL,
        writer TEXT NOT NULL,
        kind TEXT NOT NULL,
        "on" TEXT,
        organisation TEXT NOT NULL DEFAULT '',
        channel TEXT NOT NULL DEFAULT '',
        "text" TEXT NOT NULL DEFAULT '',
        answers TEXT NOT NULL DEFAULT '',
        review_date TEXT,
        successor TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE INDEX entry_of_decision ON decision_entry (decision)",
    """
    CREATE TABLE action (
        id TEXT PRIMARY KEY NOT NULL,
        meeting TEXT NOT NULL DEFAULT '',
        item TEXT NOT NULL DEFAULT '',
        "number" TEXT NOT NULL DEFAULT '',
        "text" TEXT NOT NULL DEFAULT '',
        owner TEXT NOT NULL DEFAULT '',
        owner_name TEXT NOT NULL DEFAULT '',
        organisation TEXT NOT NULL DEFAULT '',
        organisation_name TEXT NOT NULL DEFAULT '',
        due TEXT,
        hours REAL,
        done INTEGER NOT NULL DEFAULT 0,
        dropped INTEGER NOT NULL DEFAULT 0,
        asked INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    "CREATE INDEX action_of_meeting ON action (meeting)",
    """
    CREATE TABLE attendance (
        id TEXT PRIMARY KEY NOT NULL,
        meeting TEXT NOT NULL DEFAULT '',
        person TEXT NOT NULL DEFAULT '',
        organisation TEXT NOT NULL DEFAULT '',
        capacity TEXT NOT NULL DEFAULT '',
        present INTEGER NOT NULL DEFAULT 0,
        channel TEXT NOT NULL DEFAULT '',
        spans TEXT NOT NULL DEFAULT '[]'
    ) STRICT
    """,
    "CREATE INDEX attendance_of_meeting ON attendance (meeting)",
    """
    CREATE TABLE parked (
        id TEXT PRIMARY KEY NOT NULL,
        title TEXT NOT NULL DEFAULT '',
        meeting TEXT NOT NULL DEFAULT '',
        item TEXT NOT NULL DEFAULT '',
        topic TEXT NOT NULL DEFAULT '',
        taken_up TEXT NOT NULL DEFAULT '',
        dropped INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    """
    CREATE TABLE turn (
        id TEXT PRIMARY KEY NOT NULL,
        planned TEXT NOT NULL DEFAULT '',
        actual TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT '',
        prepared TEXT NOT NULL DEFAULT '',
        present TEXT NOT NULL DEFAULT '[]'
    ) STRICT
    """,
    """
    CREATE TABLE turn_note (
        id TEXT PRIMARY KEY NOT NULL,
        meeting TEXT NOT NULL DEFAULT '',
        organisation TEXT NOT NULL DEFAULT '',
        wish TEXT NOT NULL DEFAULT '',
        other TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "INSERT INTO format (id, min_reader, created) VALUES (1, 1, 0)",
)
