"""Preparing an agenda: a facilitator types, moves, pastes, and is told what is still asked for."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from coalmeet.coalition.fitting import WayOut
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting
from coalmeet.store import agenda, incoming, meetings, notes, parked
from ui import theme
from ui.prepare import dragging, gestures
from ui.prepare.fit_card import FitCard
from ui.prepare.item_editor import ItemEditor
from ui.prepare.page import PreparePage
from ui.prepare.waiting_row import chip_words


class Facilitator:
    """Works on the agenda page as a person does, and reads it back."""

    def __init__(self, page: PreparePage, book: object) -> None:
        self.page, self.book = page, book
        self.list, self.fields = page.part.list, page.part.item

    def agenda(self) -> list[str]:
        return [item.title for item in self.book.read(agenda.items, "coming")]

    def item(self, title: str) -> object:
        return next(one for one in self.book.read(agenda.items, "coming") if one.title == title)

    def take(self, title: str) -> None:
        self.list.setFocus()
        assert self.list.choose(self.item(title).id)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.list, key, modifier)

    def write(self, field: object, words: str) -> None:
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return) if hasattr(field, "returnPressed") else field.settle()

    def invite(self) -> str:
        """What is on the clipboard once the invitation was made."""
        self.page.invitation.click()
        assert self.page.maker.work is not None
        self.page.maker.work.wait()
        QApplication.processEvents()
        return QGuiApplication.clipboard().text()

    def asked(self) -> str:
        return "" if self.page.part.fit.isHidden() else self.page.part.fit.sentence.text()


@pytest.fixture
def facilitator(show, book) -> Facilitator:
    return Facilitator(show(PreparePage()), book)


def test_the_nearest_meeting_is_there_with_its_times(facilitator):
    page = facilitator.page
    assert page.head.title.text() == "Monthly delegates’ meeting"
    assert page.head.line.text() == "Thursday 26 November 2026, 14:00 to 15:00 · Mara Lind facilitates"
    assert [row.start for row in facilitator.list.rows.rows][:3] == ["14:00", "14:05", "14:10"]
    assert facilitator.asked() == ""


def test_items_move_with_alt_and_the_arrows_and_undo_puts_them_back(facilitator):
    before = facilitator.agenda()
    facilitator.take("Summer fair")
    facilitator.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert facilitator.agenda().index("Summer fair") == before.index("Summer fair") - 1
    assert facilitator.list.current() == facilitator.item("Summer fair").id
    facilitator.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    facilitator.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert facilitator.agenda().index("Summer fair") == before.index("Summer fair") + 1
    for _ in range(3):
        facilitator.page.take_back()
    assert facilitator.agenda() == before


def test_a_dragged_item_lands_where_it_was_dropped(facilitator):
    model = facilitator.list.rows
    data = model.mimeData([model.index(4)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 2, 0, model.index(-1))
    assert facilitator.agenda()[2] == "Money so far"


def test_a_line_shows_where_a_dragged_item_would_land(facilitator):
    listed = facilitator.list
    facilitator.take("Money so far")
    plain = listed.viewport().grab().toImage()
    row = listed.visualRect(listed.rows.index(2))
    upper, lower = row.topLeft() + QPoint(40, 4), row.bottomLeft() + QPoint(40, -4)
    places = [dragging.landing(listed, at) for at in (upper, lower, QPoint(40, 5000))]
    assert places == [2, 3, len(facilitator.agenda())]
    listed._drag_over(upper)
    at = QPoint(row.center().x(), row.top())
    shown = listed.viewport().grab().toImage()
    assert shown.pixelColor(at) == theme.colour("accent") != plain.pixelColor(at)
    listed._drag_over(listed.visualRect(listed.currentIndex()).center())  # there it stands already
    assert listed.viewport().grab().toImage() == plain


def test_too_many_minutes_are_said_and_three_ways_out_offered_none_by_itself(facilitator):
    facilitator.take("Summer fair")
    facilitator.press(Qt.Key.Key_Plus)
    facilitator.press(Qt.Key.Key_Plus)
    assert facilitator.asked() == "70 minutes planned, 60 agreed"
    fair = facilitator.item("Summer fair")
    assert facilitator.page.part.fit.ways == (
        WayOut("later", 25, fair.id, "Summer fair"),
        WayOut("in_writing", 5, facilitator.item("Money so far").id, "Money so far"),
        WayOut("end_later", 10),
    )
    facilitator.page.fit(facilitator.page.part.fit.ways[0])
    assert "Summer fair" not in facilitator.agenda()
    assert [one.title for one in facilitator.book.read(parked.parked)] == ["Summer fair"]
    facilitator.page.take_back()
    facilitator.page.fit(WayOut("end_later", 10))
    assert facilitator.book.read(meetings.meeting, "coming").minutes == 70
    assert facilitator.asked() == ""


def test_an_item_without_label_outcome_or_timebox_is_an_open_question(facilitator):
    facilitator.take("Money so far")
    facilitator.fields.label.button("update").click()
    assert facilitator.asked() == "“Money so far” has no label yet: decision, update or discussion?"
    facilitator.fields.label.button("discussion").click()
    facilitator.write(facilitator.fields.outcome, " ")
    assert facilitator.asked() == "“Money so far” does not say yet what it should lead to."
    facilitator.write(facilitator.fields.outcome, "All know what is left for spring")
    assert facilitator.item("Money so far").desired_outcome == "All know what is left for spring"
    facilitator.fields.minutes.changed.emit(0)
    assert facilitator.asked() == "“Money so far” has no timebox yet."


def test_ninety_minutes_without_a_break_ask_for_one(facilitator):
    facilitator.book.edit("Longer", "meeting", "coming", minutes=120)
    facilitator.book.edit("Longer", "item", facilitator.item("Night buses on Sundays").id, minutes=60)
    assert facilitator.asked() == "People sit for more than 75 minutes: put a break before “Summer fair”."
    facilitator.page.part.fit.break_wanted.emit()
    assert facilitator.agenda()[2:5] == ["Night buses on Sundays", "Break", "Summer fair"]
    assert facilitator.asked() == ""


def test_a_new_item_is_named_at_once_and_a_decision_carries_its_proposal(facilitator):
    facilitator.take("Summer fair")
    QTest.keyClick(facilitator.list, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    facilitator.page.add("")
    facilitator.write(facilitator.fields.title, "Who holds the keys")
    facilitator.fields.label.button("decision").click()
    facilitator.write(facilitator.fields.proposal, "Pim holds both keys until June.")
    facilitator.write(facilitator.fields.private, "Ask Jana first")
    item = facilitator.item("Who holds the keys")
    assert (item.label, item.proposal) == ("decision", "Pim holds both keys until June.")
    assert facilitator.book.read(notes.read_private, "coming") == {item.id: "Ask Jana first"}
    invitation = facilitator.invite()
    assert "> Pim holds both keys until June." in invitation
    assert "Ask Jana" not in invitation


def test_a_pasted_agenda_is_shown_before_it_counts_and_undone_as_a_whole(facilitator):
    before = facilitator.agenda()
    QGuiApplication.clipboard().setText(
        "1. Roof (10 min)\n2. Decision: Heating, 20 min\n   Outcome: we buy one"
    )
    facilitator.take("Closing")
    facilitator.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    panel = facilitator.page.part.pasting
    assert facilitator.agenda() == before
    panel.add_button.click()
    assert facilitator.agenda() == [*before, "Roof", "Heating"]
    heating = facilitator.item("Heating")
    assert (heating.label, heating.minutes, heating.desired_outcome) == ("decision", 20, "we buy one")
    facilitator.page.take_back()
    assert facilitator.agenda() == before


def test_an_item_goes_with_delete_and_comes_back_with_its_private_note(facilitator):
    item = facilitator.item("Summer fair").id
    with facilitator.book.step("Note") as writing:
        writing.do(notes.write_private, "coming", item, "Ask early")
    facilitator.take("Summer fair")
    facilitator.press(Qt.Key.Key_Delete)
    assert "Summer fair" not in facilitator.agenda()
    assert facilitator.page.done.text() == "The item is off the agenda."
    facilitator.page.done.way.click()
    assert facilitator.book.read(notes.read_private, "coming")[item] == "Ask early"


def test_a_parked_topic_waits_and_is_taken_up_once(facilitator):
    facilitator.book.edit("Park", "parked", "p1", title="Guests at meetings", meeting="before")
    assert [one.title for one in facilitator.page.part.waiting.waiting] == ["Guests at meetings"]
    facilitator.page.take_up(facilitator.page.part.waiting.waiting[0])
    assert facilitator.agenda()[-2:] == ["Guests at meetings", "Closing"]
    assert facilitator.page.part.waiting.waiting == ()


def test_a_template_keeps_items_without_proposals(facilitator):
    item = facilitator.item("Night buses on Sundays").id
    facilitator.book.edit("Draft", "item", item, proposal="Buses every hour.")
    facilitator.page.part.naming.named.emit("Delegates")
    template = facilitator.page.seen.templates[0]
    assert [one.title for one in template.items] == facilitator.agenda()
    assert {one.proposal for one in template.items} == {""}


def test_ready_made_items_can_be_added_moved_and_dropped(facilitator):
    facilitator.take("Money so far")
    facilitator.page.add("work_plan")
    added = facilitator.agenda().index("Work-plan review")
    assert added == facilitator.agenda().index("Money so far") + 1
    facilitator.page.remove(facilitator.item("Opening").id)
    assert "Opening" not in facilitator.agenda()


def test_without_a_planned_meeting_the_page_says_what_to_do(facilitator):
    with facilitator.book.step("Delete") as writing:
        writing.do(meetings.delete, "coming")
    assert facilitator.page.seen is None
    assert facilitator.page.part.isHidden()
    assert not facilitator.page._empty.isHidden()


def test_fifty_eight_items_stay_in_the_list_and_the_bar(facilitator):
    new = [f"Item {number}, {number} min" for number in range(52)]
    from coalmeet.exchange.agenda_text import read_agenda

    facilitator.page.part.pasting.added.emit(read_agenda("\n".join(new)).items)
    assert len(facilitator.list.rows.rows) == 58


def test_what_the_last_meeting_did_not_reach_waits_until_it_is_on_an_agenda(facilitator, opened):
    held = {
        "format": "coalmeet.meeting",
        "version": 1,
        "date": "2026-10-29",
        "agenda": [
            {
                "title": "Roof",
                "outcome": "not reached",
                "label": "decision",
                "minutes": 25,
                "desired_outcome": "We know who pays",
            },
            {"title": "Summer fair", "outcome": "postponed"},
            {"title": "Keys", "outcome": "agreed"},
        ],
    }
    with opened.writing() as con:
        incoming.take_in(con, opened, held)
    facilitator.book.wrote("record")
    waiting = facilitator.page.part.waiting.waiting
    assert [(one.kind, one.title) for one in waiting] == [
        ("not_reached", "Roof")
    ]  # the fair is on the agenda
    facilitator.page.take_up(waiting[0])
    assert "Roof" in facilitator.agenda()
    assert facilitator.page.focusWidget() is facilitator.page.part.list
    (roof,) = [one for one in facilitator.page.seen.items if one.title == "Roof"]
    assert (roof.label, roof.minutes, roof.desired_outcome) == ("decision", 25, "We know who pays")
    assert facilitator.page.part.waiting.waiting == ()


def test_a_protected_voice_whose_year_is_over_proposes_itself_as_a_decision(facilitator):
    """Who is protected is itself a decision, reviewed yearly."""
    member = facilitator.page.seen.members[0]
    due = facilitator.book.today()
    facilitator.book.edit("Year", "organisation", member.id, protected=True, protection_review=due)
    found = [one for one in facilitator.page.part.waiting.waiting if one.kind == "protection"]
    assert [(one.id, chip_words(one)) for one in found] == [(member.id, f"Protected voice of {member.name}")]
    facilitator.page.take_up(found[0])
    (item,) = [one for one in facilitator.page.seen.items if one.title == f"Protected voice of {member.name}"]
    assert (item.label, item.proposal) == (
        "decision", f"{member.name} keeps its protected voice for another year."
    )  # fmt: skip
    assert [one for one in facilitator.page.part.waiting.waiting if one.kind == "protection"] == []


def test_access_needs_are_seen_when_preparing_and_never_in_the_invitation(facilitator):
    person = facilitator.page.seen.people[0]
    facilitator.book.edit("Need", "person", person.id, access_needs="Sits near the door")
    assert facilitator.page.part.meeting.needs.text() == f"{person.name}: Sits near the door"
    assert "near the door" not in facilitator.invite()


def test_the_fields_of_an_item_take_the_width_there_is_and_never_scroll_sideways(qtbot, dressed):
    editor = ItemEditor()
    qtbot.addWidget(editor)
    editor.show_item(PlannedItem("i", 0, "", "Night buses", "decision", 25), "")
    editor.resize(260, 400)
    editor.show()
    area = editor.findChild(QScrollArea)
    assert area.widget().width() == area.viewport().width()
    assert area.horizontalScrollBar().maximum() == 0


def test_an_item_without_a_title_is_spoken_of_all_the_same(qtbot, dressed):
    card = FitCard()
    qtbot.addWidget(card)
    frame = PlannedMeeting("m", "", date(2026, 11, 26), "14:00", 60)
    card.show_plan(frame, [PlannedItem("i", 0, "", "", "", 10)])
    assert card.sentence.text() == "“The new item” has no label yet: decision, update or discussion?"
    card.show_plan(frame, [PlannedItem("i", 0, "", "", "", 100)])
    assert card.ways[0].title == "The new item"


def test_the_paste_panel_leaves_the_foot_its_height_on_a_small_screen(facilitator):
    page = facilitator.page
    page.resize(912, 700)
    page.part.paste()
    QTest.qWait(0)
    page.layout().activate()
    assert page.part.new.height() == page.part.new.sizeHint().height()
    assert page.part.pasting.found.height() > 2 * page.part.new.height()


def test_a_template_takes_the_place_of_what_every_agenda_begins_with(facilitator):
    titles = facilitator.agenda()
    noted = facilitator.item("Opening").id
    gestures.write_private(facilitator.book, "coming", noted, "Greet the new delegate")
    facilitator.page.part.naming.named.emit("Delegates")
    facilitator.page.more.start_from.emit(facilitator.page.seen.templates[0])
    own = [title for title in titles if title not in {"Opening", "Temperature round", "Closing"}]
    assert facilitator.agenda() == [*titles[:-1], *own, "Closing"]
    private = facilitator.book.read(notes.read_private, "coming")
    assert private == {facilitator.item("Opening").id: "Greet the new delegate"}
    facilitator.page.done.way.click()
    assert facilitator.agenda() == titles


def test_after_pasting_the_keys_go_to_the_agenda(facilitator, qtbot):
    facilitator.page.part.paste("1. Roof, 10 min")
    facilitator.page.part.pasting.add_button.setFocus()
    QTest.keyClick(facilitator.page.part.pasting.add_button, Qt.Key.Key_Space)
    assert "Roof" in facilitator.agenda()
    assert facilitator.list.hasFocus()


def test_tab_shows_the_whole_field_that_it_comes_to(facilitator, qtbot):
    page = facilitator.page
    page.resize(1000, 520)
    facilitator.take("Night buses on Sundays")
    page.part.item.minutes.setFocus()
    for _press in range(6):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        if page.part.item.proposal.hasFocus():
            break
    field = page.part.item.proposal
    assert field.hasFocus()
    assert field.visibleRegion().boundingRect().height() == field.height()


def test_a_break_in_a_pasted_agenda_is_one_and_needs_no_label(facilitator):
    facilitator.page.part.paste("1. Roof, 10 min\n2. Break (15 min)")
    facilitator.page.part.pasting.add_button.click()
    pause = facilitator.item("Break")
    assert (pause.built_in, pause.minutes) == ("break", 15)


def test_an_emergency_meeting_is_marked_with_one_tick_and_the_rest_may_follow(show, book):
    page = show(PreparePage())
    page.details.click()
    urgent = page.part.meeting.urgent
    assert not urgent.fields["called_by"].isVisible()
    urgent.tick.click()
    assert book.read(meetings.meeting, "coming").emergency
    urgent.fields["cannot_wait"].setText("The vote is tonight")
    urgent.fields["cannot_wait"].settle()
    frame = book.read(meetings.meeting, "coming")
    assert (frame.cannot_wait, frame.called_by) == ("The vote is tonight", "")
    page.take_back()
    page.take_back()
    assert not book.read(meetings.meeting, "coming").emergency
    assert not urgent.tick.isChecked()
