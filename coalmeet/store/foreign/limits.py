"""How much a process that reads somebody else's file may take: memory, time, room on the disk.

Where the system limits nothing (Windows), SQLite's own limit of memory, the longest value that is fetched at all and
the clock of the asking process still hold.
"""

from __future__ import annotations

from contextlib import suppress

LARGEST_FILE = 256 << 20  # bytes; a coalition of twenty years has some thirty million
HEAP = 48 << 20  # bytes that SQLite may take
MEMORY = 512 << 20  # bytes of address space, the libraries' own included
SECONDS = 60  # of work, for the largest file
STEPS = 1_000_000  # of SQLite's machine between two looks at how many there were
MOST_STEPS = 4_000  # such looks


def limit() -> None:
    """Let the system stop this process where it takes too much; nothing of it is ever dumped to the disk."""
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 2 * LARGEST_FILE,
        resource.RLIMIT_NPROC: 0,  # whatever gets hold of it starts no other program
    }
    for what, most in wanted.items():
        _soft, hard = resource.getrlimit(what)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with suppress(ValueError, OSError):  # macOS takes no limit of address space
            resource.setrlimit(what, (least, least))
