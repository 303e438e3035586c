"""Rehearsing: a meeting played at speed through the real windows and the real store, on a copy of the file."""
