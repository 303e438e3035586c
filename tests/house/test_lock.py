"""pyproject.toml and the lock agree, and the check would notice if they did not."""

import shutil
from pathlib import Path

import pytest

import dev_lock


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    (tmp_path / "packaging").mkdir()
    shutil.copy(root / "pyproject.toml", tmp_path)
    shutil.copy(dev_lock.lock_file(root), dev_lock.lock_file(tmp_path))
    return tmp_path


def test_they_agree(root: Path) -> None:
    assert dev_lock.disagreement(root) == ""


def test_a_new_requirement_is_noticed(copy: Path) -> None:
    project = copy / "pyproject.toml"
    project.write_text(project.read_text().replace('"tzdata', '"icalendar>=6",\n    "tzdata'))
    assert "disagree" in dev_lock.disagreement(copy)


def test_a_missing_lock_is_noticed(copy: Path) -> None:
    dev_lock.lock_file(copy).unlink()
    assert "missing" in dev_lock.disagreement(copy)


def test_an_address_in_the_lock_is_noticed(copy: Path) -> None:
    lock = dev_lock.lock_file(copy)
    lock.write_text(lock.read_text() + "--index-url https://example.org/simple\n")
    assert "address" in dev_lock.disagreement(copy)


def test_every_package_carries_a_hash(root: Path) -> None:
    pins = dev_lock.lock_file(root).read_text().replace("\\\n", "").splitlines()
    assert [pin for pin in pins if not pin.startswith("#") and "--hash=sha256:" not in pin] == []
