"""Erasing a person on request: from rows, their history, the logs of meetings, their records and every note."""
