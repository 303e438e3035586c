"""What a page changes is saved at once, and taken back and done again as often as one likes."""

import pytest

from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.store import agenda, file, people
from ui.open_file import OpenFile


def titles(book: OpenFile) -> list[str]:
    return [item.title for item in book.read(agenda.items, "coming")]


def test_each_gesture_is_taken_back_as_a_whole_however_deep(book):
    before = titles(book)
    item = book.read(agenda.items, "coming")[3]
    with book.step("Rename") as writing:
        writing.edit("item", item.id, title="Autumn fair")
    with book.step("Rename again") as writing:
        writing.edit("item", item.id, title="Winter fair")
    with book.step("Move up") as writing:
        writing.do(agenda.move, "coming", item.id, 2)
    with book.step("Take off") as writing:
        writing.do(agenda.remove, item.id)
    assert "Winter fair" not in titles(book)
    said = [book.take_back() for _ in range(4)]
    assert said == ["Take off", "Move up", "Rename again", "Rename"]
    assert titles(book) == before
    assert book.take_back() == ""
    assert [book.restore() for _ in range(4)] == said[::-1]
    assert "Winter fair" not in titles(book)


def test_a_new_gesture_forgets_what_was_taken_back(book):
    item = book.read(agenda.items, "coming")[3]
    book.edit("Rename", "item", item.id, title="Autumn fair")
    book.take_back()
    book.edit("Rename", "item", item.id, title="Winter fair")
    assert book.restore() == ""
    assert "Winter fair" in titles(book)


def test_pages_hear_which_tables_changed_and_when(book, clock):
    heard, saved = [], []
    book.changed.connect(heard.append)
    book.saved.connect(saved.append)
    book.edit("Add", "person", "p9", name="Rui Falk")
    assert heard == [frozenset({"person"})]
    assert saved == [clock.wall]


def test_nothing_of_a_gesture_that_fails_is_kept(book):
    with pytest.raises(NotAllowed), book.step("Half") as writing:  # noqa: PT012 the second edit refuses
        writing.edit("person", "p9", name="Rui Falk")
        writing.edit("person", "p10", name="NUL \0 here")
    assert "Rui Falk" not in [one.name for one in book.read(people.people)]
    assert book.take_back() == ""


def test_a_file_opened_for_reading_says_so(book, opened):
    reading = OpenFile(file.open_to_read(opened.path), book.now)
    with pytest.raises(FileProblem, match="reading only"):
        reading.edit("Add", "person", "p9", name="Rui Falk")
