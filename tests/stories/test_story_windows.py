"""The story of windows: provisional for who was away, a recommendation first, a letter that reopens a text."""


def test_who_was_away_has_two_weeks_and_a_mandate_is_to_be_confirmed(told):
    may, _june = told("windows")
    hall, press = may.meeting.proposals
    assert (hall.outcome, hall.window_days, hall.provisional_until) == ("provisional", 14, "2026-05-31")
    assert may.facts()["To be confirmed"] == "Food Bank North confirms its consent by 31 May 2026"
    assert press.outcome == "recommended"
    assert any("Keep it as a recommendation" in one for one in may.refusals)


def test_the_recommendation_and_the_reopened_text_come_back_and_name_what_they_follow(told):
    _may, june = told("windows")
    press, hall = june.meeting.proposals
    assert (press.ancestor, hall.ancestor) == ("press-1", "hall-1")
    assert [one.ending for one in hall.objections] == ["accepted"]
    assert june.facts(0)["Follows"] == "D2 of 14 May 2026"
    remarks = " ".join(june.minutes.items[1].remarks)
    assert "Open again, D1 of 14 May 2026" in remarks
    assert "Objection of Legal Aid Circle (by mail, 26 May 2026): There is no ramp." in remarks
    assert "Allotment Union: Who speaks for the group?" in june.facts(0)["Concerns"]


def test_an_emergency_meeting_says_so_and_tells_what_was_decided_outside(told):
    _may, june = told("windows")
    assert june.minutes.in_one_minute[0].startswith("This was an emergency meeting.")
    assert "Called by Harbour Tenants." in june.minutes.in_one_minute
    section = next(one for one in june.minutes.sections if one.heading == "Decided outside a meeting")
    assert section.texts == (
        "80 for paint. Decided outside a meeting: Grace Boateng, 2 June 2026, the charter, up to 100.",
    )
    assert june.meeting.proposals[1].window_days == 14
