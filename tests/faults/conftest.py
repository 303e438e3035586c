"""Fault suites: a share of each runs with the other tests; COALMEET_EXAMPLES=full runs them whole."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults import playing
from tests.faults.share import WHOLE

WORDS = "amber canoe lantern meadow pepper violin"


@pytest.fixture(autouse=True)
def folders_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No lock, backup or setting of the person who runs the tests is touched."""
    for name in ("XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path_factory.mktemp(name)))


@pytest.fixture(scope="session")
def whole() -> bool:
    """Whether the suites run whole, and not a small share of each."""
    return WHOLE


@pytest.fixture
def kind() -> str:
    """Which kind of file; a suite of both kinds names them itself."""
    return "plain"


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Path]:
    """A folder on a real disk for the whole suites: in memory a save takes no time that anything could fall into."""
    disk = Path("/var/tmp")
    if not (WHOLE and disk.is_dir()):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="coalmeet-faults-", dir=disk) as folder:
        yield Path(folder)


@pytest.fixture
def prepared(real: Path, kind: str) -> tuple[Path, bytes | None]:
    """A file with a meeting prepared, that nobody has open; and its key, if it has a passphrase."""
    folder = real / "documents"
    folder.mkdir()
    path = folder / "river.coalmeet"
    made = playing.found(path, WORDS if kind == "encrypted" else "")
    key = made.key if kind == "encrypted" else None
    made.close()
    return path, key


@pytest.fixture
def needs() -> Callable[[str], None]:
    """Skip where a tool of the system is missing."""

    def needed(tool: str) -> None:
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not there")

    return needed
