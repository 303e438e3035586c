"""The set-up names or installs what is missing, and leaves no half-made environment behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev
import dev_system
import dev_venv

ROOT = Path(__file__).resolve().parents[2]


def command(folder: Path, name: str, script: str) -> None:
    """Put a small stand-in for a system command into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def test_libraries_that_the_loader_misses_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command(tmp_path, "ldd", "echo '\tlibEGL.so.1 => not found'; echo '\tlibm.so.6 => /lib/libm.so.6 (0x1)'")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert dev_system.missing_libraries(tmp_path, ["offscreen"]) == ["libEGL.so.1"]


@pytest.mark.skipif(sys.platform != "linux", reason="Debian's package manager")
@pytest.mark.parametrize(
    ("user", "expected"), [("1000", "sudo apt-get install"), ("0", "installing: apt-get install")]
)
def test_what_is_missing_comes_with_the_line_that_installs_it(
    tmp_path: Path, user: str, expected: str
) -> None:
    command(tmp_path / "bin", "apt-get", f"echo $@ >> {tmp_path}/installed")
    ask = (
        f"import os, sys; sys.path.insert(0, {str(ROOT / 'packaging')!r}); import dev_system; "
        f"os.geteuid = lambda: {user}; "
        "dev_system.install('Qt misses libEGL.so.1', {'apt-get': 'libegl1'})"
    )
    answer = subprocess.run(
        [sys.executable, "-c", ask],
        env={**os.environ, "PATH": str(tmp_path / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert expected in answer.stderr
    assert "libegl1" in answer.stderr
    assert (tmp_path / "installed").exists() == (user == "0")


def test_a_display_is_noticed() -> None:
    assert dev_system.has_display({"DISPLAY": ":0"})
    assert dev_system.has_display({"WAYLAND_DISPLAY": "wayland-0"})
    if sys.platform == "linux":
        assert not dev_system.has_display({"HOME": "/root"})


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The tooling in a project of its own, whose lock names a package that nobody has."""
    copy = tmp_path / "project"
    (copy / "packaging").mkdir(parents=True)
    for script in (ROOT / "packaging").glob("*.py"):
        (copy / "packaging" / script.name).write_bytes(script.read_bytes())
    (copy / "packaging" / "requirements.lock").write_text(
        "no-such==1 --hash=sha256:" + "0" * 64, encoding="utf-8"
    )
    (copy / "pyproject.toml").touch()
    return copy


def tooling(copy: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    shown = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.run(
        [sys.executable, str(copy / "packaging" / "dev.py"), *arguments],
        cwd=copy,
        env={**shown, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_interrupted_set_up_leaves_what_was_there(copy: Path) -> None:
    """The lock stops pip half-way: the old environment is back, the new one gone."""
    (copy / ".venv").mkdir()
    (copy / ".venv" / "kept").touch()
    answer = tooling(copy, "setup", PIP_NO_INDEX="1", PIP_FIND_LINKS="")
    assert answer.returncode != 0
    assert "could not be installed" in answer.stderr
    assert [path.name for path in (copy / ".venv").iterdir()] == ["kept"]
    assert not (copy / ".venv.before").exists()


@pytest.fixture
def ready(copy: Path) -> Path:
    """The same, set up already, with a stand-in for Python that only says what it was asked to do."""
    command(copy / ".venv" / "bin", "python", 'echo "$@"')
    ask = "import dev_venv as v; v._packages_stamp().write_text(v._packages_wanted()); "
    ask += "v._project_stamp().write_text(v._project_wanted())"
    subprocess.run(
        [sys.executable, "-c", ask], cwd=copy, env={"PYTHONPATH": str(copy / "packaging")}, check=True
    )
    return copy


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_display_the_rehearsal_is_played(ready: Path) -> None:
    answer = tooling(ready, "run", "river.coalmeet", QT_QPA_PLATFORM="")
    assert "no display" in answer.stderr
    assert answer.stdout.split() == [
        "-P",
        "-m",
        "ui",
        "rehearse",
        "river.coalmeet",
        "--out",
        str(ready / "rehearsal"),
    ]


def test_with_a_display_the_window_opens(ready: Path) -> None:
    answer = tooling(ready, "run", "river.coalmeet", DISPLAY=":0", QT_QPA_PLATFORM="")
    assert answer.stdout.split() == ["-P", "-m", "ui", "river.coalmeet"]


def test_commands_that_need_no_window_need_no_display(ready: Path) -> None:
    answer = tooling(ready, "run", "meetings", "river.coalmeet", "--json", QT_QPA_PLATFORM="")
    assert answer.stdout.split() == ["-P", "-m", "ui", "meetings", "river.coalmeet", "--json"]


def test_the_set_up_knows_its_own_folder() -> None:
    assert dev_venv.ROOT == ROOT


def test_every_command_is_described() -> None:
    assert dev.__doc__ is not None
    for name in dev.COMMANDS:
        assert f"dev.py {name}" in dev.__doc__
