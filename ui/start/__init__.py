"""The first page: open a coalition, make a new one, try the sample."""
