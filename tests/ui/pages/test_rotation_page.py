"""Whose turn it is to facilitate: the order, the arithmetic, and what an organisation says about its turn."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from coalmeet.store import coalition, meetings, people, records, rotation
from ui import theme
from ui.rotation.look import look
from ui.rotation.page import RotationPage
from ui.rotation.rows import SIDE, _below, _name_room, widths
from ui.rotation.shown import head_line, rotation_rows
from ui.widgets import lines


@pytest.fixture
def page(show, book) -> RotationPage:
    names = {one.name: one.id for one in book.read(people.organisations)}
    every = tuple(names.values())
    held = [(date(2026, 9, 24), "Harbour Choir", every), (date(2026, 10, 22), "Night Bus Riders", every[:3])]
    with book.step("Held") as writing:
        for number, (day, actual, present) in enumerate(held):
            writing.edit("meeting", f"m{number}", date=day)
            writing.edit("turn", f"m{number}", planned=names[actual], actual=names[actual], present=present)
    page = show(RotationPage())
    page.names = names
    return page


def order(page) -> list[str]:
    return [row.name for row in page.list._model.rows]


def test_most_credit_goes_first_and_the_screen_shows_the_arithmetic(page):
    assert order(page) == ["Allotment Society", "Harbour Choir", "Night Bus Riders", "Old Mill Neighbours"]
    assert page.head.line.text() == "Agreed for Thu 26 Nov: Harbour Choir, Mara Lind."
    assert page.list._model.rows[0].credit_words == "0.58"
    ledger = [(row.title, row.below, row.end) for row in page.detail.ledger._model.rows]
    assert ledger == [
        ("22 October 2026", "came: +0.33", "0.58"),
        ("24 September 2026", "came: +0.25", "0.25"),
    ]


def test_a_skip_lets_the_next_one_go_first_and_is_taken_back_the_same_way(page):
    page.detail.skip.click()
    assert order(page)[0] != "Allotment Society"
    page.show_standing(page.names["Allotment Society"])
    page.detail.skip.click()
    assert order(page)[0] == "Allotment Society"


def test_a_swap_moves_the_credit_and_undo_moves_it_back(page):
    page.swap(page.names["Allotment Society"], page.names["Harbour Choir"])
    assert order(page)[0] == "Harbour Choir"
    page.done.way.click()
    assert order(page)[0] == "Allotment Society"


def test_agreeing_names_the_delegate_and_a_stand_in_leaves_the_turn_where_it_was(page, book):
    page.detail.agree.click()
    frame = book.read(meetings.meeting, "coming")
    known = {one.id: one.name for one in book.read(people.people)}
    assert (frame.turn, known[frame.facilitator]) == (page.names["Allotment Society"], "Pim de Wit")
    stand_in = next(id for id, name in known.items() if name == "Jana Kubo")
    page.choose_person(stand_in)
    frame = book.read(meetings.meeting, "coming")
    assert (frame.turn, frame.facilitator) == (page.names["Allotment Society"], stand_in)


def test_whoever_does_not_facilitate_is_shown_last_and_respected(page):
    page.say(page.names["Allotment Society"], "not_facilitating")
    last = page.list._model.rows[-1]
    assert (last.name, last.place, last.remark) == ("Allotment Society", "", "does not facilitate")


def test_dots_say_who_came_to_the_last_meetings(page):
    rows = {row.name: row.came for row in page.list._model.rows}
    assert rows["Old Mill Neighbours"] == ("delegate", "nobody")
    assert "nobody" in page.list._model.rows[-1].spoken


def test_without_members_the_page_asks_for_them(page, book):
    with book.step("Delete") as writing:
        for id in page.names.values():
            writing.delete("organisation", id)
    assert page.list.isHidden() or page._whole.isHidden()
    assert not page._empty.isHidden()


def test_a_turn_is_proposed_until_it_is_agreed_and_open_again_after_a_skip(page, book):
    remarks = lambda: {row.name: row.remark for row in page.list._model.rows}  # noqa: E731
    book.edit("Nobody yet", "meeting", "coming", turn="", facilitator="")
    assert remarks()["Allotment Society"] == "proposed"
    assert page.head.line.text() == (
        "Proposed for Thu 26 Nov. Allotment Society: the most credit of those expected next time."
    )
    page.agree(page.names["Allotment Society"])
    assert remarks()["Allotment Society"] == "agreed"
    page.say(page.names["Allotment Society"], "skip")
    frame = book.read(meetings.meeting, "coming")
    assert (frame.turn, frame.facilitator) == ("", "")
    assert remarks()["Allotment Society"] == "skips this time"


def test_a_skip_said_at_the_last_close_is_shown_and_can_be_taken_back(page, book):
    allotments = page.names["Allotment Society"]
    with book.step("Closed") as writing:
        writing.edit("turn_note", "said", meeting="m1", organisation=allotments, wish="skip_next")
    remarks = {row.name: row.remark for row in page.list._model.rows}
    assert remarks["Allotment Society"] == "skips this time"
    page.show_standing(allotments)
    assert page.detail.skip.isChecked()
    page.detail.skip.click()
    assert order(page)[0] == "Allotment Society"


def test_a_stand_in_is_named_with_the_reason_and_the_turn_stays(page, book):
    page.agree(page.names["Allotment Society"])
    assert page.head.line.text() == "Agreed for Thu 26 Nov: Allotment Society, Pim de Wit."
    assert page.detail._reason.isHidden()
    stand_in = next(one.id for one in book.read(people.people) if one.name == "Jana Kubo")
    page.choose_person(stand_in)
    assert page.head.line.text() == "Agreed for Thu 26 Nov: Jana Kubo stands in for Allotment Society."
    assert not page.detail._reason.isHidden()
    page.detail.reason.setText("Pim is away")
    page.detail.reason.settle()
    page.detail.reason.setText("Pim is ill")
    page.detail.reason.settle()
    frame = book.read(meetings.meeting, "coming")
    assert book.read(rotation.stand_in_reason, frame) == "Pim is ill"
    page.choose_person(page.seen.people_of(frame.turn)[0].person.id)
    assert book.read(rotation.stand_in_reason, book.read(meetings.meeting, "coming")) == "", (
        "nobody stands in"
    )


def test_a_swap_takes_an_agreed_turn_with_it(page, book):
    page.agree(page.names["Allotment Society"])
    page.swap(page.names["Harbour Choir"], page.names["Allotment Society"])
    assert book.read(meetings.meeting, "coming").turn == page.names["Harbour Choir"]
    page.done.way.click()
    assert book.read(meetings.meeting, "coming").turn == page.names["Allotment Society"]


def test_whoever_takes_the_turn_after_all_does_not_skip_it(page, book):
    allotments = page.names["Allotment Society"]
    page.say(allotments, "skip")
    page.agree(allotments)
    assert page.seen.note(allotments, "skip") is None
    assert {row.name: row.remark for row in page.list._model.rows}["Allotment Society"] == "agreed"


def test_what_was_agreed_at_the_last_close_is_shown_before_the_next_meeting_is_planned(page, book):
    book.edit("Held", "meeting", "coming", date=date(2026, 10, 29))
    said = {"date": "2026-10-29", "agenda": [], "next_organisation": "Night Bus Riders"}
    with book.step("Held") as writing:
        writing.do(records.write, "coming", said, "paper")
    book_look = book.read(look, date(2026, 11, 22))
    assert head_line(book_look) == (
        "Agreed at the last close: Night Bus Riders. The next meeting that is planned takes it over."
    )
    assert {row.name: row.remark for row in rotation_rows(book_look)}["Night Bus Riders"] == "agreed"


def test_a_turn_may_last_several_meetings_by_one_choice(page, book):
    assert order(page)[0] == "Allotment Society"
    choice = page.term.meetings
    assert choice.currentText() == "1 meeting"
    choice.setCurrentIndex(choice.findData(3))
    choice.activated.emit(choice.currentIndex())
    assert book.read(coalition.read).turn_meetings == 3
    assert order(page)[0] == "Night Bus Riders", "it has led one meeting of its three"
    assert page.seen.agreed == page.names["Harbour Choir"], "what was agreed is not undone"


def test_names_that_begin_alike_are_told_apart_by_their_ends() -> None:
    font, long = (
        theme.font(theme.BODY),
        "Confederation of the Neighbourhoods and Tenants of the Metropolitan South Bank",
    )
    room = lines.width_of("Confederation of the Neighbourhoods", font)
    shown = [lines.wrap_name(f"{long} {number}", font, room, 2) for number in (2, 3)]
    assert [one[0] for one in shown] == ["Confederation of the Neighbourhoods"] * 2
    assert [one[1].split()[-1] for one in shown] == ["2", "3"]
    assert all(lines.width_of(line, font) <= room for one in shown for line in one)


def test_headings_stand_above_their_columns_also_beside_a_scroll_bar(page, book):
    with book.step("Many") as writing:
        for number in range(30):
            writing.edit("organisation", f"more{number}", name=f"Society {number}", joined=date(2026, 1, 1))
    QApplication.processEvents()
    assert page.list.viewport().width() < page.list.width()
    credit = page._headings._labels[3].geometry()
    assert credit.right() == page.list.viewport().width() - 1 - theme.px(SIDE)


def test_before_the_first_meeting_names_have_the_room_of_the_dots(show, book):
    page = show(RotationPage())
    assert page._headings._labels[2].isHidden()
    assert "delegate" not in page.key.text()
    before = _name_room(700, page.list._model.rows[0])
    held = replace(page.list._model.rows[0], came=("delegate",))
    assert before - _name_room(700, held) == widths(700, dots=True).dots


def test_all_who_speak_for_an_organisation_are_named_in_a_narrow_list(page):
    page.list.setFixedWidth(theme.px(460))
    for _turn in range(3):
        QApplication.processEvents()
    wide = page.list.viewport().width()
    shown = {row.name: _below(row, wide, _name_room(wide, row)) for row in page.list._model.rows}
    assert " ".join(shown["Harbour Choir"]) == "Mara Lind, Ilie Roth"
    long = replace(page.list._model.rows[0], people="Rosa Delgado Núñez, Derek Poole", remark="")
    room = _name_room(wide, long)
    assert len(_below(long, wide, room)) == 2
    assert not _below(long, wide, room)[-1].endswith("…")
