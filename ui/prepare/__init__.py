"""The page on which a meeting and its agenda are prepared."""
