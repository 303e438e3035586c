"""Makes .venv: the packages of the lock, each by its hash, then the project itself as editable install."""

import contextlib
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import dev_lock
import dev_system
from dev_system import say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
PIP = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-input"]


def set_up() -> None:
    """Make or renew the environment if it does not fit the lock; cheap when all is well.

    Interrupted or failing, it leaves the environment that was there before, or none.
    """
    with _alone():
        if not _stands(_packages_stamp(), _packages_wanted()):
            _make()
        if not _stands(_project_stamp(), _project_wanted()):
            _install_project()


def uv() -> str:
    """The path of uv; where the system has none, it is installed into the environment."""
    found = shutil.which("uv")
    if found:
        return found
    set_up()
    inside = PYTHON.with_name("uv.exe" if WINDOWS else "uv")
    if not inside.exists():
        say("installing uv into .venv, to renew the lock")
        _pip(["uv"])
    return str(inside)


def _make() -> None:
    _ensure_venv_module()
    say("making .venv and installing the packages (once, about a minute)")
    before = VENV.with_name(".venv.before")
    shutil.rmtree(before, ignore_errors=True)
    if VENV.exists():
        VENV.rename(before)
    try:
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        _pip(["--require-hashes", "--no-deps", "-r", str(dev_lock.lock_file(ROOT))])
        _install_project()
        _packages_stamp().write_text(_packages_wanted(), encoding="utf-8")
    except BaseException:
        shutil.rmtree(VENV, ignore_errors=True)
        if before.exists():
            before.rename(VENV)
        raise
    shutil.rmtree(before, ignore_errors=True)


def _install_project() -> None:
    # The build packages came with the lock: nothing is fetched here.
    _pip(["--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    _project_stamp().write_text(_project_wanted(), encoding="utf-8")


def _pip(arguments: list[str]) -> None:
    if subprocess.run([str(PYTHON), *PIP, *arguments], cwd=ROOT, check=False).returncode:
        sys.exit("\nThe packages could not be installed: pip says why above (is there a network?).")


def _ensure_venv_module() -> None:
    # Debian and Ubuntu leave ensurepip out of python3: venv then imports, but cannot put pip in.
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    minor = f"{sys.version_info.major}.{sys.version_info.minor}"
    dev_system.install(
        "Python's venv module is not installed",
        {"apt-get": f"python{minor}-venv", "dnf": "python3", "pacman": "python", "zypper": "python3"},
    )


def _packages_stamp() -> Path:
    return VENV / ".coalmeet-packages"


def _project_stamp() -> Path:
    return VENV / ".coalmeet-project"


def _packages_wanted() -> str:
    return _fingerprint([dev_lock.lock_file(ROOT)], sys.version + str(VENV))


def _project_wanted() -> str:
    texts = sorted((ROOT / "resources" / "locale").rglob("*.po"))
    return _fingerprint([ROOT / "pyproject.toml", ROOT / "packaging" / "hatch_build.py", *texts], str(ROOT))


def _fingerprint(files: list[Path], more: str) -> str:
    return hashlib.sha256(b"\0".join([*(file.read_bytes() for file in files), more.encode()])).hexdigest()


def _stands(stamp: Path, wanted: str) -> bool:
    return PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Let one set-up run at a time in this folder; the second waits, then finds the work done."""
    if WINDOWS:
        yield
        return
    import fcntl

    with (ROOT / ".venv.lock").open("w", encoding="utf-8") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("another set-up is running here; waiting for it")
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
