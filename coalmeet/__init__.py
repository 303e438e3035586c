"""Coalmeet's core: the rules, the file, the documents and what leaves and enters; it knows no window."""

__version__ = "0.1.0"
