"""An item that comes back: its history is shown where it is prepared, and it can be linked to an earlier topic."""

from typing import Any

import pytest

from coalmeet.store import agenda, incoming
from ui.prepare.page import PreparePage


def held(book: Any, day: str, *items: dict[str, Any]) -> None:
    record = {"format": "coalmeet.meeting", "version": 1, "date": day, "agenda": list(items)}
    with book.file.writing() as con:
        incoming.take_in(con, book.file, record)


@pytest.fixture
def page(show, book):
    held(book, "2026-09-03", {"title": "Money", "label": "discussion", "outcome": "noted"})
    held(book, "2026-10-01", {"title": "Press officer", "id": "x", "topic": "press", "outcome": "parked"})
    return show(PreparePage())


def item(book, title):
    return next(one for one in book.read(agenda.items, "coming") if one.title == title)


def test_a_topic_of_its_own_has_no_history_and_similar_ones_are_offered_first(page, book):
    page.part.edit(item(book, "Money so far").id)
    topic = page.part.item.topic
    assert topic.history.isHidden()
    offered = [topic.choice.itemText(at) for at in range(topic.choice.count())]
    assert offered == ["a topic of its own", "Money, Thu 3 Sept 2026", "Press officer, Thu 1 Oct 2026"]


def test_linking_an_item_to_an_earlier_topic_shows_its_history_at_once(page, book):
    page.part.edit(item(book, "Money so far").id)
    topic = page.part.item.topic
    topic.choice.setCurrentIndex(1)
    topic.choice.activated.emit(1)
    assert item(book, "Money so far").topic == "title:money"
    assert topic.history.text() == "Earlier: Thu 3 Sept discussed."
    assert topic.choice.currentText() == "Money, Thu 3 Sept 2026"
    topic.choice.activated.emit(0)
    assert item(book, "Money so far").topic == item(book, "Money so far").id
    assert topic.history.isHidden()


def test_when_to_say_how_much_is_left_is_a_field_of_the_item(page, book):
    page.part.edit(item(book, "Money so far").id)
    page.part.item.warn.changed.emit(3)
    assert item(book, "Money so far").warn_minutes == 3
