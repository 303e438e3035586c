"""A coalition file of one's own for each test, and a runtime folder that no other program shares."""

import os
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from coalmeet.clock import Moment
from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.errors import FileProblem
from coalmeet.ids import new_id
from coalmeet.store import file as files
from coalmeet.store import meetings
from coalmeet.store.file import CoalitionFile

NOW = 1_778_767_200_000  # 14 May 2026, 14:00 UTC


@pytest.fixture(autouse=True)
def runtime_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("runtime")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    return folder / "river.coalmeet"


@pytest.fixture
def file(path: Path) -> Iterator[CoalitionFile]:
    made = files.create(path, "River Alliance", now=NOW)
    yield made
    made.close()


@pytest.fixture
def closed(file: CoalitionFile, path: Path) -> Path:
    """A sound file that nobody has open."""
    file.close()
    return path


@pytest.fixture
def plan(file: CoalitionFile) -> Callable[..., str]:
    """Plan a meeting; its id comes back."""

    def planned(day: date = date(2026, 5, 14), title: str = "Spring meeting") -> str:
        meeting = PlannedMeeting(id=new_id(), title=title, date=day, start="14:00", minutes=90)
        with file.writing() as con:
            meetings.save(con, file, meeting)
        return meeting.id

    return planned


@pytest.fixture
def refused_to_nobody(tmp_path: Path, runtime_folder: Path) -> Callable[..., str]:
    """What somebody without rights is told: the administrator may do everything, so a child gives them up."""

    def refused(what: Callable[[], object], locked: Path | None = None) -> str:
        for folder in (
            runtime_folder,
            *runtime_folder.parents[:2],
            *tmp_path.iterdir(),
            tmp_path,
            # Run side by side, each worker has a folder of its own in between.
            *(above for above in tmp_path.parents if above.name.startswith(("pytest-", "popen-"))),
        ):
            folder.chmod(0o555 if folder == locked else 0o777)
        reading, writing = os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore", DeprecationWarning
            )  # forking beside threads: this child only does this
            child = os.fork()
        if not child:
            if os.getuid() == 0:
                os.setuid(65534)
            os.write(writing, _sentence(what).encode())
            os._exit(0)
        os.waitpid(child, 0)
        return os.read(reading, 10_000).decode()

    return refused


def _sentence(what: Callable[[], object]) -> str:
    try:
        what()
    except FileProblem as problem:
        return str(problem)
    except BaseException as error:  # noqa: BLE001 - the child has no other way to tell
        return repr(error)
    return "nothing was refused"


@pytest.fixture
def at() -> Callable[[int], Moment]:
    """The moment so many minutes into the meeting."""
    return lambda minutes: Moment(NOW + minutes * 60_000, minutes * 60_000, "boot")


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Every statement that reaches a database while the test runs."""
    seen: list[str] = []

    def note(_con: object, _cursor: object, statement: str, *_more: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)
