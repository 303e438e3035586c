"""How each kind of event changes a meeting: a file a subject, one small function an event."""
