"""Only coalmeet/clock.py reads time, and nothing of ours imports what could open a network socket."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BANNED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"][
    "flake8-tidy-imports"
]["banned-api"]


def ruff(*arguments: str, source: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--select", "TID251", *arguments]
    return subprocess.run(command, cwd=ROOT, input=source, capture_output=True, text=True, check=False)


def test_nothing_banned_is_used() -> None:
    answer = ruff("coalmeet", "ui")
    assert answer.returncode == 0, answer.stdout


def test_no_exception_is_made_in_the_product() -> None:
    sources = [path for package in ("coalmeet", "ui") for path in (ROOT / package).rglob("*.py")]
    assert [path for path in sources if "TID251" in path.read_text(encoding="utf-8")] == []


@pytest.fixture(scope="module")
def noticed() -> str:
    """What ruff says about one file that uses everything banned."""
    lines = []
    for name in BANNED:
        module, _, last = name.rpartition(".")
        if module in {
            "datetime.datetime",
            "datetime.date",
            *(f"PySide6.QtCore.{q}" for q in ("QDate", "QTime")),
        }:
            outer, _, kind = module.rpartition(".")
            lines.append(f"from {outer} import {kind}; {kind}.{last}()")
        elif module == "PySide6.QtCore.QDateTime":
            lines.append(f"from PySide6.QtCore import QDateTime; QDateTime.{last}()")
        else:
            lines.append(f"from {module} import {last}" if module else f"import {name}")
    return ruff(
        "--output-format=concise", "--stdin-filename", "coalmeet/planted.py", "-", source="\n".join(lines)
    ).stdout


@pytest.mark.parametrize("name", BANNED)
def test_each_banned_name_is_noticed(noticed: str, name: str) -> None:
    assert f"`{name}` is banned" in noticed


def test_the_clock_may_read_time() -> None:
    assert (
        "TID251"
        not in ruff("--stdin-filename", "coalmeet/clock.py", "-", source="import time; time.time()\n").stdout
    )
