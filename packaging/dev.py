#!/usr/bin/env python3
"""Set up Coalmeet in .venv, then run it, test it or check it, with nothing but Python from the distribution.

python3 packaging/dev.py run [FILE]          start Coalmeet; without a display, play the rehearsal instead
python3 packaging/dev.py test [OPTIONS]      run the tests (options are pytest's)
python3 packaging/dev.py check               formatting, lint, types, walls, house sizes, lock, a meeting by AT-SPI
python3 packaging/dev.py pictures FOLDER     every page and state of both windows, in every dress, with contact sheets
python3 packaging/dev.py bench               the benchmarks of speed
python3 packaging/dev.py faults [OPTIONS]    kills, power cuts, broken disks and files, whole: a line for each suite
python3 packaging/dev.py lock                renew packaging/requirements.lock from pyproject.toml
python3 packaging/dev.py setup               only set up
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said to those who have an older one
    sys.exit(f"Coalmeet needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).resolve().parent))

import dev_check
import dev_faults
import dev_key_store
import dev_lock
import dev_pictures
import dev_system
import dev_venv
from dev_system import say
from dev_venv import PYTHON, ROOT


def run(arguments: list[str]) -> int:
    """Start the program in the folder where the user stands; answer its exit status."""
    dev_venv.set_up()
    environment = dict(os.environ)
    if dev_system.has_display(environment):
        dev_system.ensure_libraries(PYTHON, dev_system.plugins(environment))
        return _python(["-P", "-m", "ui", *arguments], environment)
    dev_system.ensure_libraries(PYTHON, ["offscreen"])
    environment["QT_QPA_PLATFORM"] = "offscreen"
    if len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        return _python(["-P", "-m", "ui", *arguments], environment)
    return _rehearse(arguments, environment)


def _rehearse(file: list[str], environment: dict[str, str]) -> int:
    say("there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.")
    say("playing a meeting instead, through the real windows, off screen…")
    out = str(Path.cwd() / "rehearsal")
    return _python(["-P", "-m", "ui", "rehearse", *file, "--out", out], environment)


def test(arguments: list[str]) -> int:
    """Run the tests on all cores, or as the given pytest options say."""
    dev_venv.set_up()
    dev_system.ensure_libraries(PYTHON, ["offscreen"])
    return _python(
        ["-m", "pytest", *(arguments or ["-n", "auto", "--dist", "worksteal"])], dict(os.environ), ROOT
    )


def check(_arguments: list[str]) -> int:
    """Run every check, all of them even when one fails; 0 only if all hold."""
    dev_venv.set_up()
    dev_system.ensure_libraries(PYTHON, ["offscreen"])
    return dev_check.check(PYTHON, ROOT)


def pictures(arguments: list[str]) -> int:
    """Draw every page and state of both windows into the folder that is named first."""
    dev_venv.set_up()
    return dev_pictures.draw(PYTHON, ROOT, arguments)


def bench(_arguments: list[str]) -> int:
    """Print a line for each goal of speed that is measured; nothing fails on a slow machine."""
    dev_venv.set_up()
    dev_system.ensure_libraries(PYTHON, ["offscreen"])
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests" / "pictures")))
    here = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": path}
    return sum(
        _python([f"tests/bench/{name}.py"], here, ROOT) for name in ("papers", "shared_window", "idle")
    )


def faults(arguments: list[str]) -> int:
    """Run the suites of faults whole, half an hour; 0 only if all hold."""
    dev_venv.set_up()
    dev_system.ensure_libraries(PYTHON, ["offscreen"])
    dev_key_store.ensure()
    return dev_faults.run(PYTHON, ROOT, arguments)


def lock(_arguments: list[str]) -> int:
    """Renew the lock from pyproject.toml."""
    dev_lock.renew(ROOT, dev_venv.uv())
    say(f"renewed {dev_lock.lock_file(ROOT).relative_to(ROOT)}")
    return 0


def setup(_arguments: list[str]) -> int:
    """Make the virtual environment and install what Qt needs to draw without a screen."""
    dev_venv.set_up()
    dev_system.ensure_libraries(PYTHON, ["offscreen"])
    say(f"ready: {PYTHON}")
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "pictures": pictures,
    "bench": bench,
    "faults": faults,
    "lock": lock,
    "setup": setup,
}


def _python(arguments: list[str], environment: dict[str, str], folder: Path | None = None) -> int:
    return subprocess.run([str(PYTHON), *arguments], env=environment, cwd=folder, check=False).returncode


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def main(arguments: list[str]) -> int:
    """Carry out one command; 2 when it is unknown, 130 when it was interrupted."""
    if arguments[:1] in (["--help"], ["-h"]):
        print(__doc__)
        return 0
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        print(__doc__, file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, _end)
    try:
        return command(arguments[1:])
    except KeyboardInterrupt:
        say("interrupted.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
