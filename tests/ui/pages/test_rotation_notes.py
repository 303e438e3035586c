"""One page, two roles: the turns to take notes beside those to facilitate, and who learns beside whoever leads."""

from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from coalmeet.exchange import outgoing
from coalmeet.store import meetings, people, rotation
from ui.prepare.page import PreparePage
from ui.rotation.page import RotationPage


@pytest.fixture
def names(book) -> dict[str, str]:
    """Two meetings have been held: the choir led both, the riders and then the allotments took notes."""
    names = {one.name: one.id for one in book.read(people.organisations)}
    with book.step("Held") as writing:
        for number, noted in enumerate(("Night Bus Riders", "Allotment Society")):
            writing.edit("meeting", f"m{number}", date=date(2026, 9 + number, 24))
            led = names["Harbour Choir"]
            writing.edit(
                "turn",
                f"m{number}",
                planned=led,
                actual=led,
                noted=names[noted],
                present=tuple(names.values()),
            )
    return names


@pytest.fixture
def page(show, names) -> RotationPage:
    return show(RotationPage())


def rows(page) -> list[tuple[str, str]]:
    return [(row.name, row.remark) for row in page.list._model.rows]


def test_the_turns_to_take_notes_stand_one_click_away(page):
    assert page.head.line.text() == "Agreed for Thu 26 Nov: Harbour Choir, Mara Lind."
    page.roles.button("note_taker").click()
    assert page.head.line.text() == (
        "Proposed for Thu 26 Nov. Old Mill Neighbours: the most credit of those expected that do not facilitate then."
    )
    assert rows(page)[0] == ("Old Mill Neighbours", "proposed")
    assert ("Harbour Choir", "facilitates then") in rows(page)
    assert page.detail.declines.text() == "Takes no notes"
    ledger = [(row.below, row.end) for row in page.detail.ledger._model.rows]
    assert ledger == [("came: +0.34", "0.67"), ("came: +0.33", "0.33")]
    page.roles.button("facilitator").click()
    assert page.detail.declines.text() == "Does not facilitate"


def test_a_turn_to_take_notes_is_agreed_and_leaves_the_other_alone(page, book, names):
    page.roles.button("note_taker").click()
    page.detail.agree.click()
    frame = book.read(meetings.meeting, "coming")
    known = {one.id: one.name for one in book.read(people.people)}
    assert (frame.notes_turn, known[frame.note_taker]) == (names["Old Mill Neighbours"], "Jana Kubo")
    assert (frame.turn, known[frame.facilitator]) == (names["Harbour Choir"], "Mara Lind")
    assert page.detail._reason.isHidden()
    page.detail.skip.click()
    frame = book.read(meetings.meeting, "coming")
    assert (frame.notes_turn, frame.note_taker) == ("", "")
    assert frame.turn == names["Harbour Choir"], "a skip of the notes takes no other turn away"
    (said,) = book.read(rotation.notes)
    assert (said.wish, said.role) == ("skip", "note_taker")
    page.roles.button("facilitator").click()
    assert "skips this time" not in dict(rows(page)).values()


def test_not_taking_notes_is_respected_and_does_not_stop_anybody_from_facilitating(page, names):
    page.roles.button("note_taker").click()
    page.say(names["Old Mill Neighbours"], "not_facilitating")
    assert rows(page)[-1] == ("Old Mill Neighbours", "does not take notes")
    page.roles.button("facilitator").click()
    assert dict(rows(page))["Old Mill Neighbours"] != "does not facilitate"


def test_taking_notes_for_another_is_no_agreement_to_lead_alone(page, book, names):
    """Where one person would do both, the other voice of the organisation is named."""
    page.roles.button("note_taker").click()
    page.agree(names["Harbour Choir"])
    known = {one.id: one.name for one in book.read(people.people)}
    assert known[book.read(meetings.meeting, "coming").note_taker] == "Ilie Roth", "Mara Lind leads"


def test_who_learns_is_out_of_sight_until_somebody_asks(page, book, names):
    page.show_standing(names["Harbour Choir"])
    learner = page.detail.learner
    assert learner.isVisible()
    assert not learner.choice.isVisible()
    learner.open_button.click()
    learner.choice.setCurrentIndex(learner.choice.findText("Jana Kubo"))
    learner.choice.activated.emit(learner.choice.currentIndex())
    assert page.head.line.text() == (
        "Agreed for Thu 26 Nov: Harbour Choir, Mara Lind. Jana Kubo learns beside them."
    )
    assert learner.choice.findText("Mara Lind") == -1, "nobody learns from themselves"
    page.roles.button("note_taker").click()
    page.show_standing(names["Harbour Choir"])
    assert not learner.isVisible()


def test_the_plan_of_a_meeting_proposes_both_and_takes_each_with_one_click(show, names, book):
    page = show(PreparePage())
    who = page.part.meeting.who
    assert (
        who.fields["facilitator"]._hint.text().startswith("It is the turn of Harbour Choir. From there: Mara")
    )
    assert not who.accepts["facilitator"].isVisible(), "that is agreed"
    assert who.fields["note_taker"]._hint.text() == (
        "Old Mill Neighbours: the most credit of those expected that do not facilitate then. From there: Jana Kubo."
    )
    who.accepts["note_taker"].click()
    frame = book.read(meetings.meeting, "coming")
    assert frame.notes_turn == names["Old Mill Neighbours"]
    assert who.note_taker.currentText() == "Jana Kubo"
    assert not who.accepts["note_taker"].isVisible()


def test_whoever_is_named_by_hand_is_not_argued_with(show, names, book):
    page = show(PreparePage())
    who = page.part.meeting.who
    who.note_taker.setCurrentIndex(who.note_taker.findText("Pim de Wit"))
    who.note_taker.activated.emit(who.note_taker.currentIndex())
    assert not who.accepts["note_taker"].isVisible()
    assert book.read(meetings.meeting, "coming").notes_turn == ""


def test_the_invitation_names_who_learns_and_an_organisation_where_nobody_is_named_yet(show, names, book):
    page = show(PreparePage())
    learner = page.part.meeting.who.learner
    learner.open_button.click()
    learner.choice.setCurrentIndex(learner.choice.findText("Senna Okoro"))
    learner.choice.activated.emit(learner.choice.currentIndex())
    book.edit("Agreed", "meeting", "coming", notes_turn=names["Old Mill Neighbours"], facilitator="")
    page.invitation.click()
    page.maker.work.wait()
    QApplication.processEvents()
    said = QGuiApplication.clipboard().text().splitlines()
    assert "- **Facilitates:** somebody of Harbour Choir" in said
    assert "- **Co-facilitator:** Senna Okoro (Night Bus Riders)" in said
    assert "- **Takes notes:** somebody of Old Mill Neighbours" in said
    assert book.read(outgoing.record_of, "coming")["roles"] == [
        {"role": "co_facilitator", "names": ["Senna Okoro"]}
    ]
