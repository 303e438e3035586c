"""Absent organisations: what they wrote beforehand, their window, the protected ones, and mandates still to come."""

from dataclasses import replace

import pytest

from coalmeet.exchange import record as records
from coalmeet.meeting import events
from coalmeet.meeting.absent import consented_beforehand, owed_a_window
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import absent, consent, flow, people, proposals
from coalmeet.meeting.record import record

TEXT = "Open the fund on 1 June."
KINDS = (
    events.DecisionKind("s", "Statement", critical=True),
    events.DecisionKind("b", "Budget", window_days=7),
)


@pytest.fixture
def without_legal_aid(facilitating):
    """Three of four are here; the circulated text is on the table."""

    def begin(kind="", protected=(), **settings):
        one = facilitating(
            profile=events.Profile(**settings),
            kinds=KINDS,
            members=4,
        )
        first = one.log[0].events[0]
        members = tuple(replace(m, protected=m.id in protected) for m in first.members)
        agenda = tuple(replace(i, proposal=TEXT) if i.id == "fund" else i for i in first.agenda)
        one = type(one)(replace(first, members=members, agenda=agenda))
        one.do(people.arrive_all, ("p0", "p1", "p2")).do(flow.start_item, "fund")
        return one.do(proposals.bring, "fund1", TEXT, "o1", "", kind)

    return begin


def adopted(meeting):
    """Each of those here is called and consents."""
    meeting.do(proposals.ask_for_consent, "round")
    for voice in meeting.meeting.round.order:
        meeting.do(consent.answer, voice, "consent")
    return meeting.do(consent.adopt).meeting.proposals[-1]


def test_without_a_window_absent_members_are_bound_and_named(without_legal_aid):
    found = adopted(without_legal_aid())
    assert (found.outcome, found.window_days) == ("agreed", 0)


def test_the_matrix_gives_its_kind_a_window_and_the_charter_the_others(without_legal_aid):
    assert adopted(without_legal_aid("Budget", window_days=30)).window_days == 7
    found = adopted(without_legal_aid(window_days=30))
    assert (found.outcome, found.window_days) == ("provisional", 30)


def test_a_protected_member_that_is_absent_always_has_a_window_on_critical_kinds(without_legal_aid):
    assert adopted(without_legal_aid("Statement", protected=("o3",))).window_days == 14
    assert adopted(without_legal_aid("Statement", protected=("o1",))).window_days == 0
    assert adopted(without_legal_aid("", protected=("o3",))).window_days == 0


def test_a_protected_member_that_left_before_the_round_has_the_window(without_legal_aid):
    meeting = without_legal_aid("Statement", protected=("o2",)).do(people.depart, "p2")
    assert adopted(meeting).window_days == 14


def test_consent_beforehand_holds_for_the_very_words_and_leaves_no_window(without_legal_aid):
    meeting = without_legal_aid(window_days=30).do(absent.answer_beforehand, "o3", "consent")
    found = adopted(meeting)
    assert consented_beforehand(found) == ("o3",)
    assert found.outcome == "agreed"


def test_consent_beforehand_is_void_once_the_words_change(without_legal_aid):
    meeting = without_legal_aid(window_days=30).do(absent.answer_beforehand, "o3", "consent")
    meeting.do(proposals.amend, "Open the fund on 8 June.")
    assert owed_a_window(meeting.meeting, meeting.meeting.proposals[-1]) == ("o3",)
    assert adopted(meeting).outcome == "provisional"


def test_words_that_were_changed_before_cannot_be_consented_to_beforehand(without_legal_aid):
    meeting = without_legal_aid().do(proposals.amend, "Open the fund on 8 June.")
    assert "another one" in meeting.refused(absent.answer_beforehand, "o3", "consent")


def test_what_was_written_about_words_that_come_back_is_no_consent_to_those_in_between(without_legal_aid):
    """The group is back at the words that went round when the mail is read out, and changes them again."""
    meeting = without_legal_aid(window_days=30).do(proposals.amend, "Open the fund on 8 June.")
    meeting.do(proposals.ask_for_consent, "round").do(proposals.amend, TEXT)
    meeting.do(absent.answer_beforehand, "o3", "consent")
    assert consented_beforehand(meeting.meeting.proposals[-1]) == ()  # the last version says 8 June
    meeting.do(proposals.amend, "Open the fund on 8 June.").do(people.arrive, "p3")
    assert meeting.meeting.proposals[-1].answer_of("o3") is None
    meeting.do(consent.see_signs, ("o0", "o1", "o2"))
    assert "Legal Aid has not been asked" in meeting.refused(consent.adopt)


def test_consent_beforehand_is_to_the_words_that_went_round_whatever_was_brought(without_legal_aid):
    meeting = without_legal_aid(window_days=30).do(proposals.settle, "withdrawn")
    meeting.do(proposals.bring, "fund2", "Open the fund on 8 June.").do(proposals.amend, TEXT)
    meeting.do(absent.answer_beforehand, "o3", "consent")
    assert owed_a_window(meeting.meeting, meeting.meeting.proposals[-1]) == ()
    meeting.do(proposals.amend, "Open the fund on 8 June.")
    assert owed_a_window(meeting.meeting, meeting.meeting.proposals[-1]) == ("o3",)


def test_what_was_written_before_the_meeting_ends_no_objection_that_was_raised_in_it(without_legal_aid):
    """Whoever objects and leaves has not agreed: a mail that came before says nothing about it."""
    meeting = without_legal_aid().do(consent.raise_objection, "o2", "x").do(people.depart, "p2")
    meeting.do(absent.answer_beforehand, "o2", "consent")
    assert [one.organisation for one in meeting.meeting.proposals[-1].open_objections] == ["o2"]
    assert "open already" in meeting.refused(
        absent.answer_beforehand, "o2", "objection", "Still too soon", "p1", "y"
    )


def test_an_objection_beforehand_counts_as_raised_and_is_read_out_by_somebody(without_legal_aid):
    meeting = without_legal_aid()
    assert "read out" in meeting.refused(absent.answer_beforehand, "o3", "objection", objection_id="x")
    meeting.do(absent.answer_beforehand, "o3", "objection", "Too soon for us", "p1", "x")
    found = meeting.meeting.proposals[-1].objections[0]
    assert (found.organisation, found.reader) == ("o3", "p1")
    meeting.do(proposals.ask_for_consent, "round")
    for voice in ("o1", "o2", "o0"):
        meeting.do(consent.answer, voice, "consent")
    assert "Legal Aid objects" in meeting.refused(consent.adopt)


def test_whoever_is_here_is_asked_in_the_round(without_legal_aid):
    assert "ask them" in without_legal_aid().refused(absent.answer_beforehand, "o1", "consent")


def test_a_delegate_without_a_mandate_consents_subject_to_confirmation(without_legal_aid):
    meeting = without_legal_aid().do(proposals.ask_for_consent, "round")
    assert "after today" in meeting.refused(consent.answer, "o1", "consent", confirm_by="2026-05-14")
    meeting.do(consent.answer, "o1", "consent", confirm_by="2026-05-30")
    meeting.do(consent.see_signs, ("o0", "o2")).do(consent.adopt)
    found = meeting.meeting.proposals[-1]
    assert (found.outcome, found.provisional_until) == ("provisional", "2026-05-30")


def told(meeting):
    """The facts that the minutes print of the decision."""
    whole = record(meeting.later(1).do(flow.close_meeting).meeting, {})
    records.read(records.dump(whole), "record")  # every key of it is known
    return {one.label: " ".join(one.texts) for one in minutes(whole).items[1].decisions[-1].facts}


def test_the_minutes_tell_absent_members_how_long_they_can_object(without_legal_aid):
    meeting = without_legal_aid(window_days=30)
    adopted(meeting)
    assert told(meeting)["Provisional"] == (
        "Members who were absent can object for 30 days, from when these minutes go round."
    )


def test_the_minutes_tell_who_consented_beforehand_and_whose_consent_is_to_be_confirmed(without_legal_aid):
    meeting = without_legal_aid().do(absent.answer_beforehand, "o3", "consent")
    meeting.do(proposals.ask_for_consent, "round")
    meeting.do(consent.answer, "o1", "consent", confirm_by="2026-05-30")
    meeting.do(consent.see_signs, ("o0", "o2")).do(consent.adopt)
    facts = told(meeting)
    assert facts["Consented beforehand"] == "Legal Aid"
    assert facts["To be confirmed"] == "Open Maps confirms its consent by 30 May 2026"


def test_the_minutes_tell_who_read_out_what_was_sent(without_legal_aid):
    meeting = without_legal_aid()
    meeting.do(absent.answer_beforehand, "o3", "objection", "Too soon for us", "p1", "x")
    meeting.do(proposals.settle, "parked")
    assert "Sent beforehand, read out by Łukasz Zieliński." in told(meeting)["Objections"]


def test_the_minutes_say_who_read_out_a_concern_that_was_sent(without_legal_aid):
    meeting = without_legal_aid()
    meeting.do(absent.answer_beforehand, "o3", "concern", "Who keeps the books?", reader="p1")
    kept = record(meeting.meeting, {})
    assert records.read(records.dump(kept), "x")["agenda"][1] == kept["agenda"][1]
    facts = {one.label: " ".join(one.texts) for one in minutes(kept).decisions[0].facts}
    assert facts["Concerns"] == (
        "Legal Aid: Who keeps the books? Sent beforehand, read out by Łukasz Zieliński."
    )
