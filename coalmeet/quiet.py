"""What would tell on people when the program fails: memory written to disk by the system, and errors that quote texts.

There is no log file. What the program says of a failure is where in its code it happened, and never a value.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

_OURS = Path(__file__).resolve().parent.parent


def keep_memory_off_disk() -> None:
    """Let no core dump hold what was typed, or the key of the file; for this process and those that it starts.

    Where the system writes dumps by size (`ulimit -c`) the limit becomes nothing. Linux may hand them to a collector
    whatever the limit, so there they are made without memory: https://man7.org/linux/man-pages/man5/core.5.html. To
    forbid them altogether (PR_SET_DUMPABLE) would shut out the desktop's portals, which tell whether it is dark.
    Systems without either stay as they are.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError):
        Path("/proc/self/coredump_filter").write_text("0", encoding="ascii")


def places(kind: type[BaseException], trace: TracebackType | None) -> list[str]:
    """The kind of an error and where it happened: files, lines and functions; an error's own words may quote people."""
    import traceback  # hardly ever needed, and every start would pay for it

    lines = [f"{kind.__module__}.{kind.__qualname__}"]
    frames = traceback.extract_tb(trace)
    return lines + [f"  {_shortened(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def speak_of_places() -> None:
    """From now on an error that nobody caught is told on the error stream by its places alone, whatever raised it."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            sys.stderr.write("\n".join([*places(kind, trace), ""]))

    sys.excepthook = tell
    hush_threads(tell)


def hush_threads(tell: Callable[[type[BaseException], BaseException, TracebackType | None], object]) -> None:
    """Let `tell` speak of errors in threads and of those raised where nobody can catch them: Python would print their
    words.
    """

    def of_thread(failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None and not issubclass(failed.exc_type, SystemExit):
            tell(failed.exc_type, failed.exc_value, failed.exc_traceback)

    def of_nowhere(failed: sys.UnraisableHookArgs) -> None:
        if failed.exc_value is not None:
            tell(failed.exc_type, failed.exc_value, failed.exc_traceback)

    threading.excepthook = of_thread
    sys.unraisablehook = of_nowhere


def _shortened(filename: str) -> str:
    path = Path(filename)
    if path.is_relative_to(_OURS) and ".venv" not in path.parts:
        return path.relative_to(_OURS).as_posix()
    return "/".join(path.parts[-2:])
