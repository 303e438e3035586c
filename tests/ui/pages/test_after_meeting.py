"""After the meeting: minutes go round, objections arrive, windows end, mandates, reviews, decisions from outside."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from coalmeet.coalition.decision import DecisionEntry, state
from coalmeet.store import agenda, decisions, records
from coalmeet.store.edit import edit
from tests.ui.pages.conftest import TODAY
from ui.decisions.page import DecisionsPage
from ui.meetings.page import MeetingsPage

SENT = TODAY - timedelta(days=12)  # of fourteen days, two are left


@pytest.fixture
def fund(opened):
    """A decision of a meeting held here, provisional for one absent organisation."""
    with opened.reading() as con:
        here = [row[0] for row in con.exec_driver_sql("SELECT id FROM organisation ORDER BY name").all()]
    with opened.writing() as con:
        edit(con, opened, "meeting", "held", date=SENT - timedelta(days=2), title="Spring", source="live")
        records.write(
            con, opened, "held",
            {"format": "coalmeet.meeting", "version": 1, "date": (SENT - timedelta(days=2)).isoformat(),
             "state": "draft", "end": "16:00", "agenda": [{"title": "Fund", "outcome": "provisional"}]},
            "live",
        )  # fmt: skip
        edit(
            con, opened, "decision", "fund", meeting="held", item="i", number="D1", text="Open the fund.",
            outcome="provisional", window_days=14, present=tuple(here[1:]), absent=(here[0],),
            review_date=TODAY + timedelta(days=100),
        )  # fmt: skip
    return here[0]


def stands(book, decision="fund"):
    with book.file.reading() as con:
        return state(decisions.decision(con, decision), decisions.entries(con), book.today())


def kinds(book):
    with book.file.reading() as con:
        return [one.kind for one in decisions.entries(con)]


def facts(page):
    """What stands below the exact words of the decision, label after label."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    return [one.text() for one in page.detail.findChildren(type(page.detail.words)) if one.isVisible()]


@pytest.fixture
def circulated(opened, fund):
    def on(day):
        with opened.writing() as con:
            decisions.enter(con, opened, DecisionEntry("", "fund", "window_opened", day))

    return on


def sentences(page):
    return [label.text() for label in page.detail.later.findChildren(type(page.detail.words))]


def test_minutes_go_round_with_one_press_and_back(show, book, fund):
    page = show(MeetingsPage())
    page.choose("held")
    detail = page.part.detail
    detail.round.day.set_day(SENT)
    detail.round.mark.click()
    assert "Absent members can object to 1 decision." in page.done.text()
    assert kinds(book) == ["window_opened"]
    assert book.read(records.read, "held")["circulated_on"] == SENT.isoformat()
    assert "went round on" in detail.round.words.text()
    page.done.way.click()
    assert book.read(records.read, "held")["state"] == "draft"
    assert kinds(book) == ["window_opened", "taken_back"]


def test_minutes_do_not_go_round_tomorrow(show, book, fund):
    page = show(MeetingsPage())
    page.choose("held")
    page.part.detail.round.day.set_day(TODAY + timedelta(days=1))
    page.part.detail.round.mark.click()
    assert "today, or before" in page.refusal.text()
    assert kinds(book) == []


def test_what_a_decision_waits_for_is_said_with_its_days(show, book, circulated):
    circulated(SENT)
    page = show(DecisionsPage())
    page.choose("fund")
    assert any("2 days left" in one for one in sentences(page))
    assert "nothing_arrived" not in page.detail.later.buttons


def test_an_objection_that_arrived_reopens_the_decision_and_can_be_taken_back(show, book, circulated, fund):
    circulated(SENT)
    page = show(DecisionsPage())
    page.choose("fund")
    page.detail.later.buttons["letter"].click()
    form = page.detail.later.form
    assert [form.who.itemData(at) for at in range(form.who.count())] == [fund]
    form.channel.button("phone").click()
    form.words.setPlainText("No ramp")
    form.keep.click()
    assert page.focusWidget() is page.list
    assert stands(book) == "reopened"
    assert any("by phone" in one and "No ramp" in one for one in sentences(page))
    page.done.way.click()
    assert stands(book) == "provisional"


def test_who_was_absent_reopens_a_text_once(show, book, circulated, fund):
    circulated(SENT)
    page = show(DecisionsPage())
    page.choose("fund")
    page.detail.later.buttons["letter"].click()
    page.detail.later.form.keep.click()
    page.detail.later.buttons["let_go"].click()
    assert stands(book) == "provisional"
    page.detail.later.buttons["letter"].click()
    page.detail.later.form.keep.click()
    assert "has reopened this text once" in page.refusal.text()
    assert stands(book) == "provisional"


def test_after_its_window_somebody_says_that_nothing_arrived(show, book, circulated):
    circulated(TODAY - timedelta(days=20))
    page = show(DecisionsPage())
    page.choose("fund")
    assert any("did anything arrive?" in one for one in sentences(page))
    page.detail.later.buttons["nothing_arrived"].click()
    assert stands(book) == "in_force"


def test_a_mandate_is_confirmed_or_reopens(show, book, opened, fund):
    with opened.writing() as con:
        edit(con, opened, "decision", "fund", window_days=0, mandates=((fund, TODAY.isoformat()),))
    page = show(DecisionsPage())
    page.choose("fund")
    page.detail.later.buttons["not_confirmed"].click()
    assert stands(book) == "reopened"
    page.done.way.click()
    page.detail.later.buttons["confirmed"].click()
    assert stands(book) == "in_force"


def test_what_was_confirmed_is_no_longer_to_be_confirmed(show, opened, fund):
    until = TODAY.isoformat()
    asked = {"number": "D1", "text": "Open the fund.", "outcome": "provisional", "review_date": "2027-03-02"}
    asked["mandates"] = [{"organisation": "Allotment Society", "until": until}]
    with opened.writing() as con:
        edit(con, opened, "decision", "fund", window_days=0, mandates=((fund, until),))
        kept = records.read(con, "held")
        kept["agenda"] = [{"title": "Fund", "outcome": "provisional", "decisions": [asked]}]
        records.write(con, opened, "held", kept, "live")
    page = show(DecisionsPage())
    page.choose("fund")
    page.detail.later.buttons["confirmed"].click()
    told = facts(page)
    assert "To be confirmed" not in told
    assert "22 Nov 2026: Allotment Society confirmed its consent" in told
    assert told.count("Review") == 1, "each is said once, as it stands today"
    page.done.way.click()
    assert not any("confirmed its consent" in one for one in facts(page))


def test_a_reopened_decision_comes_back_and_names_its_ancestor(show, book, opened, fund):
    with opened.writing() as con:
        decisions.enter(con, opened, DecisionEntry("", "fund", "objection", SENT, fund, "mail", "No ramp"))
    page = show(DecisionsPage())
    page.bring_back("fund")
    item = next(one for one in book.read(agenda.items, "coming") if one.ancestor == "fund")
    assert item.title.startswith("Repair with the objection")


def test_a_due_review_is_kept_or_ended_with_one_press(show, book, opened, fund):
    with opened.writing() as con:
        edit(con, opened, "decision", "fund", outcome="agreed", window_days=0, review_date=TODAY)
    page = show(DecisionsPage())
    page.choose("fund")
    page.detail.later.buttons["keep"].click()
    assert stands(book) == "in_force"
    page.done.way.click()
    assert stands(book) == "review_due"
    page.detail.later.buttons["end"].click()
    assert stands(book) == "ended"


def test_the_proposer_withdraws_from_any_state(show, book, fund):
    page = show(DecisionsPage())
    page.choose("fund")
    words = [one.text() for one in page.detail.choices().actions()]
    assert words[-1] == "The proposer withdraws it"
    page.detail.choices().actions()[-1].trigger()
    assert stands(book) == "withdrawn"


def test_a_decision_taken_outside_a_meeting_stands_in_the_log(show, book):
    page = show(DecisionsPage())
    page.outside.click()
    form = page.outside_form
    assert form.isVisible()
    form.keep.click()
    assert "words of the decision" in page.refusal.text()
    form.words.setPlainText("80 for paint.")
    form.keep.click()
    assert "who decided" in page.refusal.text()
    form.by.setText("Mara, treasurer")
    form.authority.setText("the charter, up to 100")
    form.day.set_day(SENT)
    form.keep.click()
    row = page.list._model.rows[0]
    assert page.focusWidget() in {page.list, page.outside}, "the form is gone, and the keys stay on the page"
    assert row.title == "80 for paint."
    assert row.below.startswith("Decided outside a meeting")
    page.done.way.click()
    assert page._empty.isVisible()


def test_tab_comes_from_a_decision_to_what_can_be_said_to_it_and_then_to_its_other_ways(show, circulated):
    circulated(SENT)
    page = show(DecisionsPage())
    assert page.first is page.list
    stops, one = [], page.list.nextInFocusChain()
    while one is not page.list:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(one)
        one = one.nextInFocusChain()
    letter = page.detail.later.buttons["letter"]
    assert stops.index(letter) < stops.index(page.detail.again)
