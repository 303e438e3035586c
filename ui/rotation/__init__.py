"""The page on which the rotation shows whose turn it is, and why."""
