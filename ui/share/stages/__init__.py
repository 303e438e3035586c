"""One picture for each stage of a meeting."""
