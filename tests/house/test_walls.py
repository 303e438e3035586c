"""The walls between the packages stand, and each of them would be noticed if it fell."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

# For each wall, one line that breaks it and the module it is planted in.
BREACHES = {
    "no-window-in-the-core": ("coalmeet/store/planted.py", "from PySide6 import QtCore"),
    "pure-rules": ("coalmeet/meeting/planted.py", "from coalmeet import store"),
    "public-view": ("coalmeet/public.py", "from coalmeet import meeting"),
    "shared-window": ("ui/share/planted.py", "from coalmeet import meeting"),
    "windows-and-drivers": ("ui/prepare/planted.py", "import sqlalchemy"),
    "core-layers": ("coalmeet/documents/planted.py", "from coalmeet import cli"),
    "ui-layers": ("ui/widgets/planted.py", "from ui import desk"),
}


def lint_imports(folder: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    program = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", program, "--no-cache", *(f"--contract={name}" for name in contracts)]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    for package in ("coalmeet", "ui"):
        shutil.copytree(root / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_walls_stand(root: Path) -> None:
    answer = lint_imports(root)
    assert answer.returncode == 0, answer.stdout


def test_every_wall_has_its_breach(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    assert {contract["id"] for contract in project["tool"]["importlinter"]["contracts"]} == set(BREACHES)


@pytest.mark.parametrize("wall", BREACHES)
def test_a_breach_is_noticed(copy: Path, wall: str) -> None:
    path, line = BREACHES[wall]
    with (copy / path).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    answer = lint_imports(copy, wall)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert path.removesuffix(".py").replace("/", ".") in answer.stdout


def test_a_new_room_without_a_place_is_noticed(copy: Path) -> None:
    (copy / "ui" / "planted.py").write_text('"""Planted."""\n', encoding="utf-8")
    answer = lint_imports(copy, "ui-layers")
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert "planted" in answer.stdout
