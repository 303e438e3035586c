"""Files that somebody else has made: never adopted, but read by a process of its own and copied row by row."""

from coalmeet.store.foreign.asking import Contents, adopt, look

__all__ = ["Contents", "adopt", "look"]
