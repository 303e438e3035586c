"""The story of what is found out later: what rested on it follows, both windows say so, and the minutes list it."""


def test_who_was_cut_off_before_being_asked_has_the_window_and_who_had_answered_stands_by_it(told):
    (found,) = told("found_out_later")
    leaflets = found.meeting.proposals[0]
    assert (leaflets.outcome, leaflets.left_before) == ("provisional", ("maps",))
    assert [one.answer for one in leaflets.answers if one.organisation == "legal"] == ["consent", "consent"]
    assert "Open Maps Group" in found.facts()["Left before"]


def test_who_was_not_there_has_consented_to_nothing(told):
    (found,) = told("found_out_later")
    van = found.meeting.proposals[1]
    assert "bikes" not in van.present
    assert (van.outcome, van.window_days) == ("provisional", 14)
    listed = [one["text"] for one in found.record["corrections"]]
    assert "Nils Berg was not there, corrected." in listed
    assert any(
        one.startswith("An entry was corrected: the decision on “The van” is provisional.") for one in listed
    )


def test_what_a_party_led_is_taken_up_again_or_stands_by_consent(told):
    (found,) = told("found_out_later")
    _leaflets, van, room, again = found.meeting.proposals
    assert (room.reopened_as, room.reopened_why) == (again.id, "stake")
    assert again.leader == "luca"
    assert van.lead_accepted
    told_of_it = found.facts(1)["Led by"]
    assert told_of_it == (
        "Priya Raman, although Harbour Tenants had a stake in it. "
        "That was noticed afterwards, and the group let it stand."
    )


def test_what_is_open_again_asks_nothing_of_absent_members_and_names_why(told):
    (found,) = told("found_out_later")
    third = next(one for one in found.minutes.decisions if one.number == "D3")
    assert third.outcome == "Reopened: a party had led it"
    assert not any("D3" in one.text for one in found.minutes.requests)
