"""The story of the limits: no text is mended for ever, and what is not agreed leaves by a door with a name."""


def test_every_way_out_is_an_outcome(told):
    (found,) = told("limits")
    assert [one.outcome for one in found.meeting.proposals] == [
        "parked", "referred", "dropped", "withdrawn", "not agreed",
    ]  # fmt: skip
    assert [item.outcome for item in found.meeting.items] == [one.outcome for one in found.meeting.proposals]


def test_one_more_try_needs_everybody_and_is_told(told):
    (found,) = told("limits")
    assert found.meeting.proposals[0].version == 3
    assert found.meeting.proposals[0].open_objections
    assert found.facts()["How"].endswith(
        "The group allowed 1 more change of the text than the charter foresees."
    )


def test_where_it_went_stands_in_the_minutes(told):
    (found,) = told("limits")
    assert found.facts(0)["Comes back"] == "11 June 2026"
    assert found.facts(1)["Referred to"] == "Calendar group"
