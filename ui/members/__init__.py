"""The page of member organisations and people."""
