"""One coalition in one SQLite file: creating, opening, reading and writing it."""
