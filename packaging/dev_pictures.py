"""Draws every page and every state of both windows in every dress, on an X server that nobody sees."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import dev_system
from dev_system import say

SCREEN = "1600x1200x24"
# The same pictures wherever they are drawn: one language, one time zone, nothing of this desktop.
PLAIN = {
    "QT_QPA_PLATFORM": "xcb",
    "LC_ALL": "C.UTF-8",
    "LANGUAGE": "en",
    "TZ": "Europe/Berlin",
    "DBUS_SESSION_BUS_ADDRESS": "disabled:",
}
XVFB = {
    "apt-get": "xvfb",
    "dnf": "xorg-x11-server-Xvfb",
    "pacman": "xorg-server-xvfb",
    "zypper": "xorg-x11-server-Xvfb",
}


def draw(python: Path, root: Path, arguments: list[str]) -> int:
    """`arguments`: the folder, then the dresses wanted (all, if none is named); 0 only if every picture was drawn."""
    if not arguments:
        say("name the folder for the pictures: python3 packaging/dev.py pictures FOLDER [DRESS…]")
        return 2
    ensure_server()
    dev_system.ensure_libraries(python, ["offscreen", "xcb"])
    folder, pictures = Path(arguments[0]).absolute(), root / "tests" / "pictures"
    with screen() as environment, ThreadPoolExecutor(os.cpu_count() or 1) as several:

        def dress(name: str) -> int:
            here = {**environment, "PYTHONPATH": str(root)}
            status = _run([str(python), str(pictures / "draw.py"), str(folder), name], here, root)
            say(f"{name}: {'drawn' if status == 0 else 'FAILED'}")
            return status

        failed = sum(map(bool, several.map(dress, arguments[1:] or _dresses(python, pictures))))
    sheets = _run([str(python), str(pictures / "contact_sheet.py"), str(folder)], dict(os.environ), root)
    return 1 if failed or sheets else 0


def ensure_server() -> None:
    """Install, or name, the X server without a screen."""
    if shutil.which("Xvfb") is None:
        dev_system.install("an X server without a screen is missing here (Xvfb)", XVFB)


@contextmanager
def screen() -> Iterator[Mapping[str, str]]:
    """An X server of one's own; the environment in which Qt draws on it."""
    read, write = os.pipe()
    with tempfile.TemporaryDirectory(prefix="coalmeet-screen-") as folder:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        try:
            with os.fdopen(read) as told:
                display = f":{told.readline().strip()}"
            yield {**os.environ, **PLAIN, "DISPLAY": display, "XDG_RUNTIME_DIR": folder}
        finally:
            server.terminate()
            server.wait()


def _dresses(python: Path, pictures: Path) -> list[str]:
    ask = "from dresses import DRESSES; print(*DRESSES)"
    return subprocess.run(
        [str(python), "-c", ask], cwd=pictures, text=True, capture_output=True, check=True
    ).stdout.split()


def _run(command: list[str], environment: Mapping[str, str], folder: Path) -> int:
    return subprocess.run(command, env=environment, cwd=folder, check=False).returncode
