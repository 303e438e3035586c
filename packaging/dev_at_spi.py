"""Runs a meeting as a screen reader meets it: the program on a screen that nobody sees, and a client of AT-SPI."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import dev_pictures
import dev_system

CLIENT = "/usr/bin/python3"  # the distribution's own, for which it has the bindings
NEEDS = {
    "apt-get": "dbus at-spi2-core python3-gi gir1.2-atspi-2.0",
    "dnf": "dbus-daemon at-spi2-core python3-gobject",
    "pacman": "dbus at-spi2-core python-gobject",
    "zypper": "dbus-1 at-spi2-core python3-gobject typelib-1_0-Atspi-2_0",
}
# program, client, the meeting, and who reads beside it: nobody, or a reader that never rests
TOGETHER = (
    '"$1" -P -m ui & others=$!; if [ -n "$4" ]; then "$2" -W ignore "$4" & others="$others $!"; fi; '
    '"$2" -W ignore "$3"; met=$?; kill $others; exit $met'
)
LONG = 300  # seconds in which a meeting of ten items is over even on a slow machine
ASK = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def run(python: Path, root: Path) -> bool:
    """Whether the meeting was closed; what was not found is printed. Nothing is checked elsewhere than on Linux."""
    if sys.platform != "linux":
        dev_system.say("AT-SPI is Linux's own: the meeting was not run by names and roles here.")
        return True
    try:
        dev_pictures.ensure_server()
        dev_system.ensure_libraries(python, ["xcb"])
        if not _has_client():
            dev_system.install("the client of AT-SPI is missing here", NEEDS)
    except SystemExit as missing:  # the other checks have their say all the same
        print(missing)
        return False
    with dev_pictures.screen() as environment, tempfile.TemporaryDirectory(prefix="coalmeet-at-spi-") as home:
        here = {**environment, "HOME": home, "XDG_RUNTIME_DIR": home, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        for name in ("DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            here.pop(name, None)
        return _meet(python, root, here, Path(home))


def _has_client() -> bool:
    if not (shutil.which("dbus-run-session") and Path(CLIENT).exists()):
        return False
    return subprocess.run([CLIENT, "-c", ASK], capture_output=True, check=False).returncode == 0


def _meet(python: Path, root: Path, environment: Mapping[str, str], home: Path) -> bool:
    """The program and the client on one bus; whichever ends, the other is ended too."""
    clients = root / "tests" / "at_spi"
    beside = str(clients / "restless.py") if environment.get("COALMEET_EXAMPLES") == "full" else ""
    who = (str(python), CLIENT, str(clients / "meeting.py"), beside)
    said = home / "said.txt"
    with said.open("w") as unread:  # buses and registries talk a lot
        done = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", TOGETHER, "sh", *who],
            cwd=root,
            env=dict(environment),
            stderr=unread,
            timeout=LONG,
            check=False,
        )
    if done.returncode:
        print(said.read_text()[-6000:])
    return done.returncode == 0
