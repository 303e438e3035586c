"""The same file gives the same papers, byte by byte: whatever the time zone, the locale and the seed of hashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents.all_outputs import command

# Far apart in everything that a system may say of itself.
WORLDS = (
    {"TZ": "Pacific/Chatham", "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "PYTHONHASHSEED": "1", "COLUMNS": "40"},
    {
        "TZ": "America/St_Johns",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "ar_EG.UTF-8",
        "LANGUAGE": "de:ar",
        "PYTHONHASHSEED": "77",
    },
)
MAKES = """
import sys
from pathlib import Path
from tests.documents.all_outputs import make_everything
make_everything(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.fixture(scope="module")
def worlds(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """All papers of the sample, by their names, as they are made in each of the worlds."""
    here = tmp_path_factory.mktemp("same")
    assert command("new", here / "s.coalmeet", "--name", "Sample", "--sample")[0] == 0
    found = []
    for number, world in enumerate(WORLDS):
        folder = here / str(number)
        subprocess.run(
            [sys.executable, "-c", MAKES, here / "s.coalmeet", folder],
            env={**os.environ, "PYTHONPATH": str(root), **world},
            stderr=subprocess.DEVNULL,
            check=True,
        )
        files = sorted(one for one in folder.rglob("*") if one.is_file())
        found.append({str(one.relative_to(folder)): one.read_bytes() for one in files})
    return found


def test_each_paper_is_the_same_everywhere(worlds: list[dict[str, bytes]]) -> None:
    one, other = worlds
    assert set(one) == set(other)
    assert {Path(name).suffix for name in one} >= {".pdf", ".html", ".md", ".json", ".csv", ".ics", ".eml"}
    assert [name for name in one if one[name] != other[name]] == []


def test_no_paper_knows_the_folder_in_which_it_was_made(worlds: list[dict[str, bytes]]) -> None:
    for papers in worlds:
        assert [name for name, data in papers.items() if b"/tmp/" in data or b"pytest" in data] == []
