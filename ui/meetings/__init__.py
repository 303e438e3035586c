"""The page of meetings, past and to come."""
