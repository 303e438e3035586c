"""Runs every check of the house: formatting, lint, types, walls between packages, sizes, the lock, AT-SPI."""

import os
import subprocess
import sys
from pathlib import Path

import dev_archive
import dev_at_spi
import dev_key_store
import dev_lock


def check(python: Path, root: Path) -> int:
    """Run all checks, print what each finds, and answer 0 only if none found anything."""
    dev_archive.ensure_java()  # for the tests, which come next where changes are checked
    dev_key_store.ensure()
    scripts = python.parent
    own = sorted(str(path.relative_to(root)) for path in (root / "packaging").glob("*.py"))
    results = {
        "formatting": _run([str(scripts / "ruff"), "format", "--check", "."], root),
        "lint": _run([str(scripts / "ruff"), "check", "."], root),
        "types": _run([str(scripts / "mypy")], root),
        "types of the tooling": _run([str(scripts / "mypy"), *own], root),
        "walls": _run([str(scripts / "lint-imports"), "--no-logo"], root),
        "house": _run([str(python), str(root / "packaging" / "house.py")], root),
        "lock": _tell([sentence] if (sentence := dev_lock.disagreement(root)) else []),
        "a meeting by names and roles alone": dev_at_spi.run(python, root),
    }
    for name, holds in results.items():
        print(f"{'holds ' if holds else 'BROKEN'}  {name}")
    return 0 if all(results.values()) else 1


def _run(command: list[str], root: Path) -> bool:
    print(f"— {' '.join(Path(part).name if part == command[0] else part for part in command)}", flush=True)
    # A checker must read the source tree that it was asked about, whatever the caller's folder.
    environment = {**os.environ, "MYPYPATH": str(root / "packaging")}
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode == 0


def _tell(sentences: list[str]) -> bool:
    for sentence in sentences:
        print(sentence)
    sys.stdout.flush()
    return not sentences
