"""One coalition in one SQLite file: opening it, writing to it, and the queries that windows need."""
