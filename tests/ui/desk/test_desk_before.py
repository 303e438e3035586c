"""At the desk: absent members, mandates, emergencies, decisions that come back, and those from outside a meeting."""

from dataclasses import replace

import pytest

from coalmeet.meeting.events import (
    Again,
    AgendaEntry,
    DecisionKind,
    DecisionTold,
    EmergencyCalled,
    Member,
    Profile,
    Raised,
)
from coalmeet.meeting.moves import emergency, people
from tests.ui.desk.conftest import ORGANISATIONS
from ui.share.plain import as_text as plain

TEXT = "We ask for a rent freeze of two years."
STATEMENT = DecisionKind("k", "Public statement", critical=True)
FREEZE = AgendaEntry("freeze", "Rent freeze", "decision", 25, proposal=TEXT, kind="Public statement")
NEWS = AgendaEntry("news", "Budget update", "update", 10)
WORDS = "Each member gives forty a month."
WINDOW = Profile(window_days=14)
BEFORE = Again("d1", "review", "D1", WORDS, "2026-05-28")
AGAIN = AgendaEntry("again", "Look again", "decision", 10, proposal=WORDS, again=BEFORE)


@pytest.fixture
def at(desk_of):
    """A desk at one of its items, with these organisations away; the last one is a protected voice."""

    def opened(item, away=("o7",), profile=WINDOW, protected=("o7",), **more):
        members = tuple(
            Member(f"o{n}", one[0], protected=f"o{n}" in protected) for n, one in enumerate(ORGANISATIONS)
        )
        robot = desk_of(agenda=(item, NEWS), kinds=(STATEMENT,), members=members, profile=profile, **more)
        robot.goes_to(item.id)
        for one in away:
            robot.live.do(people.depart, f"p{one[1:]}d")
        robot.settles()
        return robot

    return opened


def test_before_a_critical_decision_the_absent_protected_voice_is_named(at):
    robot = at(FREEZE)
    assert robot.sees("Migrant Workers’ Association has a protected voice and is not here")
    assert not at_an_ordinary_kind(robot)


def at_an_ordinary_kind(robot):
    robot.live.do(people.arrive_all, ["p7d"])
    robot.settles()
    return robot.sees("has a protected voice")


def test_what_an_absent_member_wrote_is_entered_with_one_key_and_two_presses(at):
    robot = at(FREEZE)
    robot.presses("Enter")
    robot.presses("Shift+O")
    assert robot.sees("Absent members")
    assert robot.sees("Migrant Workers’ Association")
    card = robot.desk.parts.beside.card
    card.answer.button("objection").click()
    card.words.setText("Carers need exceptions")
    robot.clicks("Note what they wrote")
    (objection,) = robot.meeting.proposals[0].open_objections
    assert (objection.organisation, objection.reason, objection.reader) == (
        "o7",
        "Carers need exceptions",
        "p0d",
    )
    assert robot.sees("objection, read out by Amina Diallo")


def test_a_letter_is_entered_without_the_mouse(at):
    robot = at(FREEZE, away=("o6", "o7"))
    robot.presses("Enter")
    robot.presses("Shift+O")
    first = robot.desk.parts.beside.card.chosen
    robot.presses("↓")
    robot.presses("3")
    robot.types("Carers need exceptions")
    robot.presses("Enter")
    (objection,) = robot.meeting.proposals[0].open_objections
    assert (objection.organisation, objection.reason) == ("o7", "Carers need exceptions")
    assert first == "o6"
    robot.presses("Enter")
    robot.presses("Enter")
    assert robot.meeting.proposals[0].open_objections == (objection,), (
        "a second Enter is no consent of theirs"
    )


def test_it_is_offered_where_the_text_is_put_on_the_table(at):
    robot = at(FREEZE)
    robot.presses("Enter")
    robot.clicks("Absent members wrote")
    assert robot.desk.parts.beside.name == "absent"


def test_nothing_can_be_entered_before_a_text_is_on_the_table(at):
    robot = at(NEWS)
    robot.presses("Shift+O")
    assert robot.sees("When a text is on the table")
    assert robot.desk.parts.beside.step() is None


def test_consent_is_subject_to_confirmation_until_a_date_and_only_that_one(at):
    robot = at(replace(FREEZE, kind=""), away=(), profile=Profile())
    robot.is_asked()
    asked = robot.desk.parts.tools.tool._asked
    robot.presses("Shift+C")
    assert robot.sees("10 December 2026")  # two weeks, unless somebody says otherwise
    robot.presses("1")
    robot.presses("1")
    first, second = robot.meeting.proposals[0].answers
    assert (first.organisation, first.confirm_by) == (asked, "2026-12-10")
    assert second.confirm_by == ""


def test_the_result_says_who_can_object_for_how_long_and_who_is_to_confirm(at):
    robot = at(replace(FREEZE, kind=""))
    robot.is_asked()
    robot.presses("Shift+C")
    name = robot.meeting.name_of(robot.desk.parts.tools.tool._asked)
    robot.presses("1")
    robot.presses("S")
    robot.presses("Y")
    words = "Provisional: absent members can object for 14 days, from when the minutes go round"
    assert robot.sees(words)
    assert robot.sees(f"{name} confirms its consent by 10 December 2026")
    robot.waits(0.1)
    assert words in robot.live.view.result.lines
    assert any(one.startswith(name) for one in robot.live.view.result.lines)


def test_an_emergency_is_one_input_and_shows_what_it_displaces(at):
    robot = at(FREEZE)
    robot.presses("Shift+E")
    assert robot.sees("It comes before “Budget update”.")
    robot.types("The bailiffs come tomorrow")
    robot.presses("Enter")
    added = robot.meeting.items[1]
    assert (added.entry.title, added.entry.label) == ("The bailiffs come tomorrow", "decision")
    assert robot.meeting.emergencies[-1].item == added.id
    assert robot.desk.parts.beside.name == ""


def test_who_called_it_and_why_may_be_said_later(at):
    robot = at(FREEZE)
    robot.presses("Shift+E")
    robot.types("The bailiffs come tomorrow")
    robot.presses("Enter")
    robot.presses("Ctrl+→")
    assert robot.sees("Emergency. What is decided is provisional for absent members.")
    assert robot.live.view.item.urgent == "Emergency: provisional for absent members"
    robot.presses("Shift+E")
    robot.desk.parts.beside.card.why.setText("They come at eight")
    robot.clicks("Keep what was said")
    assert robot.meeting.emergencies[-1].why == "They come at eight"
    assert robot.live.view.item.urgent.endswith("absent members: They come at eight")


def test_the_call_reads_who_called_an_emergency_why_and_by_which_rule(at):
    robot = at(FREEZE)
    urgent = AgendaEntry("bail", "The bailiffs come tomorrow", "decision", 10)
    robot.live.do(
        emergency.call, urgent, "Legal Aid Circle", "they come at eight", "rule 7, two members call"
    )
    robot.presses("Ctrl+→")
    said = robot.live.view.item.urgent
    assert said == (
        "Emergency, provisional for absent members: called by Legal Aid Circle; they come at eight; "
        "by the charter: rule 7, two members call"
    )
    assert said in plain(robot.live.view)


def test_an_item_of_the_agenda_can_be_the_one_that_cannot_wait(at):
    robot = at(FREEZE)
    robot.presses("Shift+E")
    robot.clicks("“Budget update” cannot wait")
    assert robot.meeting.emergencies[-1].item == "news"


def test_what_an_emergency_decides_is_provisional_although_the_charter_names_no_window(at):
    robot = at(replace(FREEZE, kind=""), profile=Profile(), emergency=EmergencyCalled())
    robot.is_asked()
    robot.presses("S")
    robot.presses("Y")
    assert robot.meeting.proposals[0].window_days == 14


def test_a_due_review_is_kept_with_enter_and_the_call_sees_it(at):
    robot = at(AGAIN, away=())
    assert robot.sees("Review of D1 of 28 May 2026")
    assert "We look again at the decision of" in robot.live.view.news
    assert robot.large() == "It is kept"
    robot.presses("Enter")
    (said,) = robot.meeting.reviewed
    assert (said.result, said.review_date) == ("kept", "2027-05-27")
    assert "We keep" in robot.live.view.news
    assert robot.large() == "Next item"


def test_a_review_ends_a_decision_with_one_key_that_can_be_taken_back(at):
    robot = at(AGAIN, away=())
    robot.presses("Shift+U")
    assert robot.meeting.reviewed[0].result == "ended"
    robot.presses("Ctrl+Z")
    assert robot.meeting.reviewed == ()


def test_a_changed_text_in_a_review_goes_on_the_table_and_names_its_ancestor(at):
    robot = at(AGAIN, away=())
    robot.presses("D")
    robot.desk.parts.tools.tool.card.box.setPlainText("Each member gives fifty a month.")
    assert robot.large() == "Put it on the table"
    robot.desk.press("primary")
    assert robot.meeting.proposals[0].ancestor == "d1"


def test_a_text_that_is_open_again_brings_its_objection(at):
    raised = (Raised("objection", "o7", "Forty is much", "", "2026-06-01", "mail"),)
    robot = at(replace(AGAIN, again=replace(BEFORE, why="reopened", raised=raised)), away=())
    assert robot.sees("D1 of 28 May 2026 is open again")
    assert robot.sees("Migrant Workers’ Association: Forty is much")
    assert "Migrant" not in robot.live.view.news
    robot.presses("Enter")
    assert robot.meeting.proposals[0].open_objections[0].reason == "Forty is much"


def test_the_opening_tells_what_was_decided_since_the_last_meeting(desk_of):
    told = (DecisionTold("out", "80 for paint.", "Ines, treasurer", "the charter", "2026-11-20"),)
    robot = desk_of(told=told, emergency=EmergencyCalled("", "Radio Community", "The vote is tonight"))
    said = "Decided since we last met (Ines, treasurer, Fri 20 Nov): 80 for paint."
    assert robot.sees(said)
    assert robot.live.view.told == (said,)
    assert robot.live.view.sentence == (
        "Emergency meeting, provisional for absent members: called by Radio Community; The vote is tonight."
    )
    assert said in robot.share.accessibleName()
