"""One tool for each thing that a meeting can be in the middle of."""
