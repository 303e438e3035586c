"""What every test stands on: no screen, no network, no session bus, one language, one strange time zone."""

import atexit
import json
import os
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

# Before Qt is imported. A run on a real X server sets QT_QPA_PLATFORM itself.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Else each run on an X server leaves a D-Bus daemon behind.
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["LANGUAGE"] = "en"
# Nothing may depend on the system's time zone: this one is 12:45 hours ahead, and shows what does.
os.environ["TZ"] = "Pacific/Chatham"
if hasattr(time, "tzset"):
    time.tzset()

import pytest
from hypothesis import HealthCheck, settings

# Where Linux keeps files in memory no test waits for a disk: that took a tenth of the time of all of them.
MEMORY, ENOUGH = "/dev/shm", 4 << 30
if (
    os.access(MEMORY, os.W_OK)
    and shutil.disk_usage(MEMORY).free > ENOUGH
    and not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC
):
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", MEMORY)  # pytest's own word for where
# Backups and the sample go into the user's own data folder: here that is nobody's.
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(
    prefix="coalmeet-tests-", dir=os.environ.get("PYTEST_DEBUG_TEMPROOT")
)
atexit.register(shutil.rmtree, os.environ["XDG_DATA_HOME"], ignore_errors=True)
# A slow machine under load is no reason to fail; the examples are the same on every run.
SLOW_IS_FINE = [HealthCheck.too_slow]
settings.register_profile(
    "ci", max_examples=25, deadline=None, derandomize=True, suppress_health_check=SLOW_IS_FINE
)
settings.register_profile("full", max_examples=500, deadline=None, suppress_health_check=SLOW_IS_FINE)
settings.load_profile(os.environ.get("COALMEET_EXAMPLES", "ci"))


class NetworkUsed(RuntimeError):
    """Something tried to reach beyond this machine: the program never does."""


LOCAL = getattr(socket, "AF_UNIX", None)
TAKEN_OVER = -1  # a socket object around a file descriptor that exists already


def forbid_network(event: str, arguments: tuple[object, ...]) -> None:
    """Stop any socket but the local kind when it is made or used, and any look-up of a name."""
    if not event.startswith("socket.") or event == "socket.gethostname":
        return
    if event == "socket.__new__":
        allowed = arguments[1] in {LOCAL, TAKEN_OVER}
    else:
        allowed = getattr(arguments[0], "family", None) == LOCAL if arguments else False
    if not allowed:
        raise NetworkUsed(f"{event}: {arguments}")


sys.addaudithook(forbid_network)


@pytest.fixture(scope="session")
def root() -> Path:
    """The source tree."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def records() -> Path:
    """The folder of real meeting records, no part of the project; without it the test is skipped."""
    folder = os.environ.get("COALMEET_RECORDS")
    if not folder:
        pytest.skip("COALMEET_RECORDS names no folder of real records")
    path = Path(folder)
    assert path.is_dir(), f"COALMEET_RECORDS names no folder: {path}"
    return path


Figures = Callable[..., None]


@pytest.fixture
def figures() -> Figures:
    """Tells what a suite of faults measured, for the table of `dev.py faults`.

    `figures("Killed while saving, plain", "200 kills; 0 of 4,000 steps lost", holds=True)`. Mark the suite with
    `pytest.mark.faults`; tell it before asserting, so that a suite that fails has its line too.
    """
    where = os.environ.get("COALMEET_FIGURES")

    def tell(suite: str, words: str, *, holds: bool) -> None:
        if where:
            with Path(where).open("a", encoding="utf-8") as table:
                table.write(json.dumps({"suite": suite, "words": words, "holds": holds}) + "\n")

    return tell
