"""Renews packaging/requirements.lock from pyproject.toml, and notices when the two disagree."""

import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

MARK = "# For what pyproject.toml asks: "
GROUPS = ("dev", "build")


def lock_file(root: Path) -> Path:
    """Where the lock of this source tree stands."""
    return root / "packaging" / "requirements.lock"


def asked(root: Path) -> str:
    """A fingerprint of all that the lock depends on: the requirements and the oldest Python."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        project["project"]["requires-python"],
        sorted(project["project"]["dependencies"]),
        {group: sorted(project["dependency-groups"][group]) for group in GROUPS},
    ]
    return hashlib.sha256(json.dumps(wanted).encode()).hexdigest()


def disagreement(root: Path) -> str:
    """A sentence that says what is wrong with the lock, or nothing."""
    lock = lock_file(root)
    if not lock.exists():
        return "packaging/requirements.lock is missing: run `python3 packaging/dev.py lock`."
    text = lock.read_text(encoding="utf-8")
    if text.partition("\n")[0] != MARK + asked(root):
        return "pyproject.toml and packaging/requirements.lock disagree: run `python3 packaging/dev.py lock`."
    if "://" in text:
        return "packaging/requirements.lock carries an address: it must hold for every package index."
    return ""


def renew(root: Path, uv: str) -> None:
    """Write one lock for every system and every Python that is supported, each package with its hashes."""
    command = [uv, "pip", "compile", "pyproject.toml", "--universal", "--generate-hashes"]
    command += ["--no-header", "--no-annotate", "--python-version", "3.11"]
    for group in GROUPS:
        command += ["--group", group]
    # The lock that stands is offered as preference, so that only what must change changes.
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, "requirements.lock")
        if lock_file(root).exists():
            fresh.write_bytes(lock_file(root).read_bytes())
        if subprocess.run(
            [*command, "--quiet", "--output-file", str(fresh)], cwd=root, check=False
        ).returncode:
            sys.exit("\nThe lock was not renewed: uv says why above.")
        pins = "".join(
            line for line in fresh.read_text().splitlines(keepends=True) if not line.startswith("#")
        )
    lock_file(root).write_text(f"{MARK}{asked(root)}\n{pins}", encoding="utf-8")
