"""The coalmeet command: what needs no window goes to the command line before Qt is imported; the rest opens windows."""

from __future__ import annotations

import os
import sys


def main(argv: list[str] | None = None) -> int:
    """Run the command with these arguments (default: the process's own); the exit status."""
    from coalmeet import cli, quiet

    quiet.keep_memory_off_disk()
    quiet.speak_of_places()
    try:
        return _run(argv)
    except BrokenPipeError:  # of a list of stories, too, a few may be enough
        return cli.seen_enough()


def _run(argv: list[str] | None) -> int:
    from coalmeet import cli

    arguments = sys.argv[1:] if argv is None else argv
    status = cli.main(arguments)
    if status is not None:
        return status
    asked = cli.parse(arguments)
    if asked.command == "rehearse":
        if not _has_display():
            os.environ["QT_QPA_PLATFORM"] = "offscreen"  # pictures need no screen
        from ui.rehearsal.command import main as rehearse

        return rehearse(asked)
    from ui.app import run

    return run(asked.file)


def _has_display() -> bool:
    """Whether there is a screen to put windows on; elsewhere than on Linux there always is."""
    return not sys.platform.startswith("linux") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM")
    )


if __name__ == "__main__":
    sys.exit(main())
