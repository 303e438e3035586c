"""Coalmeet's windows: everything that knows Qt."""
