"""The first screens: welcome, a new coalition of three facts, and the start page of a file."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from coalmeet.coalition.plan import PlannedItem
from coalmeet.store import agenda, meetings, opening, people
from ui.live import LiveMeeting
from ui.start.found import FoundForm
from ui.start.page import StartPage
from ui.start.welcome import Welcome
from ui.widgets.labels import OneLine


@pytest.fixture
def page(show) -> StartPage:
    return show(StartPage())


def test_the_next_meeting_says_when_who_and_whether_it_is_ready(page):
    card = page.card
    assert card._when.text() == "Next meeting, in 4 days"
    assert card._day.text() == "Thursday 26 November, 14:00"
    assert "Mara Lind facilitates" in card._who.text()
    card.start.click()
    card.practise.click()
    card.prepare.click()
    assert page.errands == [("run", "coming"), ("practise", "coming"), ("prepare", "coming")]


def test_a_meeting_that_is_over_its_time_says_by_how_much(page, book):
    book.edit("Short", "meeting", "coming", minutes=45)
    parts = [page.card._facts.itemAt(at).widget() for at in range(page.card._facts.count())]
    words = [label.text() for part in parts for label in part.findChildren(OneLine)]
    assert "15 minutes too many" in words


def test_what_waits_is_listed_with_the_reason(page, book):
    with book.step("Work") as writing:
        writing.edit("action", "a1", text="Find the second key", meeting="m")
        writing.edit(
            "action", "a2", text="Call the library", owner_name="Mara", due=date(2026, 11, 20), meeting="m"
        )
        writing.edit(
            "decision",
            "d1",
            text="Buses run hourly",
            outcome="agreed",
            review_date=date(2026, 11, 30),
            meeting="m",
        )
    rows = [(row.title, row.state) for row in page.waiting._model.rows]
    assert rows == [
        ("Buses run hourly", "Review due"),
        ("Find the second key", "Nobody yet"),
        ("Call the library", "Past its date"),
    ]
    assert page._heading.text() == "Waiting before Thu 26 Nov"


def test_a_protected_voice_whose_year_is_over_leads_to_the_member(page, book):
    member = book.read(people.organisations)[0]
    book.edit("x", "organisation", member.id, protected=True, protection_review=date(2026, 11, 30))
    (row,) = page.waiting._model.rows
    assert (row.title, row.state) == (member.name, "Protected voice")
    page._open_waiting(member.id)
    assert page.errands == [("members", member.id)]


def test_a_meeting_whose_day_has_passed_is_not_forgotten(page, book):
    book.edit("Earlier", "meeting", "coming", date=book.today() - timedelta(days=3))
    assert page.card._when.text() == "Planned, and not held yet"


def test_an_empty_file_asks_for_a_first_meeting(page, book):
    with book.step("Delete") as writing:
        writing.do(meetings.delete, "coming")
    assert page.card.isHidden()
    assert not page._empty.isHidden()
    assert page.first is page._plan, "Enter plans the meeting, and does not start one that is not there"


def test_welcome_offers_three_steps_and_the_recent_files(qtbot, tmp_path, dressed):
    welcome = Welcome()
    qtbot.addWidget(welcome)
    path = tmp_path / "Harbour.coalmeet"
    welcome.show_recent([path])
    with qtbot.waitSignal(welcome.open_recent) as opened:
        welcome._recent.opened.emit(str(path))
    assert opened.args == [str(path)]
    for choice, signal in (
        (welcome.start, welcome.found),
        (welcome.other, welcome.open_other),
        (welcome.look, welcome.sample),
    ):
        with qtbot.waitSignal(signal):
            choice.click()


@pytest.fixture
def form(qtbot, dressed, tmp_path) -> FoundForm:
    form = FoundForm(date(2026, 11, 22))
    qtbot.addWidget(form)
    form._folder = tmp_path
    form.begin(date(2026, 11, 22))
    return form


def test_a_coalition_begins_with_three_facts(qtbot, form, tmp_path):
    form.name.setText("Harbour/Quarter  Alliance")
    form.members.setPlainText("Harbour Choir\n\n Night Bus Riders \nHarbour Choir")
    form.day.setText("3 Dec")
    form.day.editingFinished.emit()
    form.start.setText("18.30")
    form.start.editingFinished.emit()
    with qtbot.waitSignal(form.wanted) as wanted:
        form.create_button.click()
    founding = wanted.args[0]
    assert founding.path == tmp_path / "Harbour Quarter Alliance.coalmeet"
    assert founding.members == ("Harbour Choir", "Night Bus Riders")
    assert (founding.day, founding.start) == (date(2026, 12, 3), "18:30")


def test_without_a_name_it_says_so_and_keeps_what_was_typed(form):
    form.members.setPlainText("Harbour Choir")
    form.create_button.click()
    assert form.refusal.text().startswith("The coalition needs a name.")
    assert form.members.toPlainText() == "Harbour Choir"


def test_a_name_that_is_taken_gets_a_number(form, tmp_path):
    (tmp_path / "Choir.coalmeet").touch()
    QTest.keyClicks(form.name, "Choir")
    assert form.path == tmp_path / "Choir 2.coalmeet"


def test_enter_in_the_last_field_creates_the_coalition(qtbot, form):
    form.name.setText("Harbour Quarter")
    with qtbot.waitSignal(form.wanted) as wanted:
        QTest.keyClick(form.minutes.focusProxy(), Qt.Key.Key_Return)
    assert wanted.args[0].name == "Harbour Quarter"


def test_the_large_button_prepares_until_the_day_and_then_starts(page, book):
    card = page.card
    assert (card.prepare._kind, card.start._kind) == ("primary", "plain")
    assert page.first is card.prepare, "Enter does what the large button says"
    book.edit("Today", "meeting", "coming", date=book.today())
    assert (card.prepare._kind, card.start._kind) == ("plain", "primary")
    assert page.first is card.start


def test_a_meeting_that_goes_on_is_of_today_whatever_was_planned(page, book, opened):
    book.edit("Nobody is named", "meeting", "coming", facilitator="", turn="")
    assert "nobody is named to facilitate yet" in page.card._who.text()
    plan = book.read(opening.plan, "coming", now=book.now().wall)
    LiveMeeting.open(opened, "coming", plan, now=book.now).close()
    book.wrote("move")
    assert "nobody is named" not in page.card._who.text(), "somebody leads it by now"
    assert page.card._when.text() == "Going on now"
    assert page.card._day.text() == "Sunday 22 November"
    assert page.card.start._kind == "primary"
    assert page.card._bar._end == "", "when it was planned to end says nothing any more"
    assert page._heading.text() in {"Waiting", "Nothing waits before the meeting"}, "not before a day to come"


def test_a_new_coalition_hears_what_to_do_first_and_not_that_all_is_ready(page, book):
    built_in = [PlannedItem("", at, code, "", "", 5) for at, code in enumerate(("opening", "closing"))]
    with book.step("As new") as writing:
        for table in ("organisation", "person"):
            for one in book.read(people.organisations if table == "organisation" else people.people):
                writing.delete(table, one.id)
        writing.do(agenda.clear, "coming")
        writing.do(agenda.insert, "coming", built_in)
        writing.edit("meeting", "coming", facilitator="", turn="")
    titles = [row.title for row in page.waiting._model.rows]
    assert titles == ["Add the members", "Add an item to the agenda", "Name who facilitates"]
    labels = [page.card._facts.itemAt(at).widget() for at in range(page.card._facts.count())]
    assert "The agenda is ready" not in [label.text() for label in labels if hasattr(label, "text")]
    assert page._heading.text() == "Waiting before Thu 26 Nov"
    for step in ("members", "items", "facilitator"):
        page._open_waiting(step)
    assert set(page.errands) == {("members", ""), ("prepare", "coming"), ("rotation", "")}


def test_a_refusal_goes_away_once_it_is_cured(form):
    form.create_button.click()
    assert form.refusal.text()
    QTest.keyClicks(form.name, "C")
    assert form.refusal.text() == ""


def test_a_refusal_of_a_page_goes_with_the_next_thing_that_works(page, book):
    page.refusal.say("There is not enough room on the disk.")
    book.edit("Longer", "meeting", "coming", minutes=90)
    assert page.refusal.text() == ""


@pytest.mark.parametrize("field", ["name", "day", "start"])
def test_enter_creates_the_coalition_from_any_line_with_what_was_typed_in_it(qtbot, form, field):
    form.name.setText("Harbour Quarter")
    form.start.setText("18.30")
    form.start.editingFinished.emit()
    form.day.setText("thursday")
    form.day.editingFinished.emit()
    if field == "day":
        form.day.setText("tomorrow")
    with qtbot.waitSignal(form.wanted) as wanted:
        QTest.keyClick(getattr(form, field), Qt.Key.Key_Return)
    day = date(2026, 11, 23) if field == "day" else date(2026, 11, 26)
    assert (wanted.args[0].day, wanted.args[0].start) == (day, "18:30")


@pytest.mark.parametrize("screen", ["welcome", "form"])
def test_a_small_screen_scrolls_to_every_choice_and_cuts_none(qtbot, form, screen):
    shown = form if screen == "form" else Welcome()
    qtbot.addWidget(shown)
    shown.resize(560, 340)
    shown.show()
    qtbot.waitExposed(shown)
    area = shown.findChild(QScrollArea)
    last = form.create_button if screen == "form" else shown.look
    area.ensureWidgetVisible(last)
    assert not last.visibleRegion().isEmpty()
    assert last.visibleRegion().boundingRect().size() == last.size()


def test_an_offer_to_undo_goes_once_it_would_undo_something_else(page, book):
    book.edit("Longer", "meeting", "coming", minutes=90)
    page.done_with_undo("The meeting is longer.")
    assert page.done.text() == "The meeting is longer."
    book.edit("Later", "meeting", "coming", start="15:00")
    assert page.done.text() == ""


def test_what_waits_for_a_meeting_leads_to_planning_one(page, book, qtbot):
    with book.step("Delete") as writing:
        writing.do(meetings.delete, "coming")
        writing.edit("decision", "toll", meeting="", item="", text="No toll.", outcome="recommended")
    assert not page.waiting.isHidden()
    with qtbot.waitSignal(page.go) as asked:
        page.plan_next.click()
    assert asked.args == ["new_meeting", ""]
