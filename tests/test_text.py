"""A system without a language still tells days and understands "Friday"."""

from datetime import date

from coalmeet import text
from coalmeet.meeting.capture import capture


def test_a_system_without_a_language_speaks_english():
    for code in ("C", "POSIX", ""):
        with text.speaking(code):
            assert text.long_day(date(2026, 5, 14)) == "Thursday 14 May 2026"
            found = capture("action: Book the room by Friday", date(2026, 5, 14))
            assert found is not None
