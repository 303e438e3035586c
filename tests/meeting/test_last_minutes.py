"""The minutes of the last meeting at this one: corrected, approved; and who says that they can come next time."""

from __future__ import annotations

from typing import Any

import pytest

from coalmeet.meeting import events
from coalmeet.meeting.moves import last_time

WAITING = events.LastMeeting("before", "2026-04-16", "draft", ("Shorter updates",))


@pytest.fixture
def after_april(facilitating: Any) -> Any:
    return facilitating(last=WAITING)


def test_each_correction_is_listed_and_then_they_are_approved(after_april: Any) -> None:
    after_april.do(last_time.note_correction, " Sana was there. ").do(
        last_time.note_correction, "D2 says 400."
    )
    after_april.do(last_time.approve_minutes)
    assert after_april.meeting.minutes_corrections == ("Sana was there.", "D2 says 400.")
    assert after_april.meeting.minutes_approved
    assert "approved already" in after_april.refused(last_time.note_correction, "One more.")
    after_april.take_back()
    after_april.do(last_time.note_correction, "One more.")


def test_nothing_is_approved_where_nothing_waits(facilitator: Any, facilitating: Any) -> None:
    assert "No minutes wait" in facilitator.refused(last_time.approve_minutes)
    held = facilitating(last=events.LastMeeting("before", "2026-04-16", "", ()))
    assert "No minutes wait" in held.refused(last_time.note_correction, "A word.")


def test_the_last_word_of_each_about_next_time_counts(facilitator: Any) -> None:
    facilitator.do(last_time.say_coming, ("o0", "o1")).do(last_time.say_coming, ("o0",), coming=False)
    assert dict(facilitator.meeting.next_time.coming) == {"o0": False, "o1": True}
    assert "member organisation" in facilitator.refused(last_time.say_coming, ("nobody",))
