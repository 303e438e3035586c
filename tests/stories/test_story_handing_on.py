"""What one meeting hands to the next, from agenda to minutes."""


def test_the_last_minutes_are_approved_and_the_next_meeting_is_prepared(told):
    (meeting,) = told("handing_on")
    sections = {one.heading: one.texts for one in meeting.minutes.sections}
    assert sections["Minutes of the last meeting"] == (
        "The minutes of Thursday 16 April 2026 were approved with these corrections.",
        "Nils was there.",
        "Grace was there from 18:20.",
        "Not taken up: The fund is 500, not 400.",
    )
    assert sections["Who can come next time"][1] == "Cannot come: Safe Streets."
    roles = {one.label: one.texts for one in meeting.minutes.attendance.roles}
    assert roles["Next time"] == (
        "Thursday 11 June 2026 · facilitated by Luca Ferri · notes by Legal Aid Circle · prepared by Sana Iqbal",
    )
    assert (roles["Timekeeper"], roles["Stack keeper"]) == (("Nils Berg",), ("Ruth Abelson",))
