"""The page of the decision log."""
