"""When saving fails on the pages: what was done waits, is tried again, taken back, or goes on in a rescue copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from coalmeet.errors import NotSaved
from coalmeet.store import agenda, half_written, people
from coalmeet.store import file as files
from coalmeet.store.rescue_copy import save_rescue_copy
from ui.open_file import OpenFile


def titles(book: OpenFile) -> list[str]:
    return [item.title for item in book.read(agenda.items, "coming")]


@pytest.fixture
def gone(book: OpenFile) -> Path:
    """Somebody moves the file away while it is open; it can be put back."""
    elsewhere = book.path.with_name("elsewhere.coalmeet")
    book.path.rename(elsewhere)
    return elsewhere


def rename(book: OpenFile, item: str, title: str) -> None:
    with pytest.raises(NotSaved, match="no longer where it was"):
        book.edit("Rename", "item", item, title=title)


@pytest.fixture
def fair(book: OpenFile) -> str:
    return book.read(agenda.items, "coming")[3].id


def test_what_could_not_be_saved_is_saved_with_the_next_thing_that_can_be(
    book: OpenFile, fair: str, gone: Path
) -> None:
    rename(book, fair, "Autumn fair")
    assert book.waiting == ("Rename",)
    gone.rename(book.path)
    book.edit("Add somebody", "person", "p9", name="Rui Falk")
    assert titles(book)[3] == "Autumn fair"
    assert book.waiting == ()
    assert [book.take_back(), book.take_back()] == ["Add somebody", "Rename"]
    assert titles(book)[3] == "Summer fair"


def test_a_gesture_of_several_rows_waits_as_a_whole(book: OpenFile, fair: str, gone: Path) -> None:
    with pytest.raises(NotSaved), book.step("Two at once") as writing:  # noqa: PT012 all of it is noted
        writing.edit("item", fair, title="Autumn fair")
        writing.edit("person", "p9", name="Rui Falk")
        writing.do(agenda.move, "coming", fair, 2)
    gone.rename(book.path)
    assert book.try_again() == ("Two at once",)
    assert titles(book)[2] == "Autumn fair"
    assert "Rui Falk" in [one.name for one in book.read(people.people)]
    assert book.take_back() == "Two at once"
    assert titles(book)[3] == "Summer fair"


def test_of_a_text_that_is_still_being_typed_only_the_latest_waits(
    book: OpenFile, fair: str, gone: Path
) -> None:
    for title in ("A", "Au", "Autumn"):
        rename(book, fair, title)
    assert book.waiting == ("Rename",)
    with pytest.raises(NotSaved):
        book.try_again()
    assert book.waiting == ("Rename",)
    gone.rename(book.path)
    book.try_again()
    assert titles(book)[3] == "Autumn"


def test_undo_lets_go_of_what_waits_first(book: OpenFile, fair: str, gone: Path) -> None:
    rename(book, fair, "Autumn fair")
    assert book.take_back() == "Rename"
    assert book.waiting == ()
    gone.rename(book.path)
    assert book.try_again() == ()
    assert titles(book)[3] == "Summer fair"


def test_a_draft_waits_too_and_is_nothing_to_take_back(book: OpenFile, gone: Path) -> None:
    with pytest.raises(NotSaved), book.step("Keep what is half written", back=False) as writing:
        writing.do(half_written.keep, "coming", half_written.SUMMARY, "It was a long")
    gone.rename(book.path)
    book.try_again()
    assert book.read(half_written.read, "coming") == {half_written.SUMMARY: "It was a long"}
    assert book.take_back() == ""


@pytest.mark.parametrize("fate", ["moved", "deleted", "replaced"])
def test_a_rescue_copy_holds_everything_and_one_goes_on_in_it(
    book: OpenFile, fair: str, tmp_path: Path, fate: str
) -> None:
    book.edit("Rename", "item", fair, title="Spring fair")
    if fate == "moved":
        book.path.rename(tmp_path / "elsewhere")
    else:
        book.path.unlink()
    if fate == "replaced":
        book.path.write_bytes(b"something else")
    rename(book, fair, "Autumn fair")
    book.go_on_in(save_rescue_copy(book.file, tmp_path / "rescue.coalmeet"))
    assert book.path == tmp_path / "rescue.coalmeet"
    assert titles(book)[3] == "Autumn fair"
    assert book.take_back() == "Rename"
    assert titles(book)[3] == "Spring fair"
    book.file.close()
    assert files.check(tmp_path / "rescue.coalmeet") == ()
    assert (tmp_path / "rescue.coalmeet").stat().st_mode & 0o777 == 0o600
    if fate == "replaced":
        assert (tmp_path / "Harbour.coalmeet").read_bytes() == b"something else"


def test_a_rescue_copy_takes_nobody_elses_place(book: OpenFile, tmp_path: Path) -> None:
    there = tmp_path / "rescue.coalmeet"
    there.write_bytes(b"mine")
    made = save_rescue_copy(book.file, there)
    made.close()
    assert made.path.name == "rescue 2.coalmeet"
    assert there.read_bytes() == b"mine"
