"""When the program fails it tells on nobody: no memory on the disk, no words in what it says of the failure."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from coalmeet import quiet

ROOT = Path(__file__).resolve().parents[1]
PATTERN = Path("/proc/sys/kernel/core_pattern")
ABORT = """
import os, resource, sys
sys.path.insert(0, {root!r})
from coalmeet import quiet
typed = "".join(["What Mara ", "said in ", "confidence"])
if {quiet}:
    quiet.keep_memory_off_disk()
resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
os.abort()
"""


def dumped(folder: Path, *, hushed: bool) -> bool:
    """Whether the words stand in what is left in the folder by a process that broke off, though dumps were allowed."""
    code = ABORT.format(root=str(ROOT), quiet=hushed)
    subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=False)
    return any(b"What Mara said in confidence" in one.read_bytes() for one in folder.iterdir())


def may_dump(folder: Path) -> bool:
    """Whether this system writes dumps into the folder of the process, and lets us ask for them."""
    return PATTERN.is_file() and PATTERN.read_text().strip() == "core" and dumped(folder, hushed=False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="core dumps are made otherwise here")
def test_a_core_dump_holds_nothing_of_what_was_typed(tmp_path: Path) -> None:
    loud, hushed = tmp_path / "loud", tmp_path / "hushed"
    loud.mkdir()
    hushed.mkdir()
    if not may_dump(loud):
        pytest.skip("this system makes no core dumps that could be looked into")
    assert not dumped(hushed, hushed=True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_the_command_asks_for_none(tmp_path: Path) -> None:
    code = (
        "import resource, sys; from ui.__main__ import main\n"
        "main(['check', 'nothing.coalmeet'])\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(0, 0)"


@pytest.fixture
def hooks() -> Iterator[None]:
    """What Python does with errors, put back afterwards."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    yield
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


def fail() -> None:
    int("what Mara said")


class Failing:
    def __del__(self) -> None:
        fail()


def test_an_error_in_a_thread_is_told_by_its_place_alone(
    hooks: None, capsys: pytest.CaptureFixture[str]
) -> None:
    quiet.speak_of_places()
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    del thread
    Failing()
    said = capsys.readouterr().err
    assert said.count("builtins.ValueError") == 2
    assert said.count("tests/test_quiet.py") >= 2
    assert "Mara" not in said


def test_an_error_that_nobody_caught_is_told_by_its_place_alone() -> None:
    code = "from coalmeet import quiet; quiet.speak_of_places(); int('what Mara said')"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "builtins.ValueError" in done.stderr
    assert "Mara" not in done.stderr
    plain = subprocess.run(
        [sys.executable, "-c", "int('what Mara said')"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "Mara" in plain.stderr, "Python itself would tell"
