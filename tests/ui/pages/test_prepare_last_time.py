"""What the last closing round wanted to change stands where the next agenda is made."""

from datetime import timedelta

from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.store import meetings, records
from coalmeet.store.edit import edit
from tests.ui.pages.conftest import TODAY
from ui.prepare.page import PreparePage


def test_what_was_to_change_last_time_stands_above_the_agenda(show, book, opened):
    held = TODAY - timedelta(days=24)
    said = [{"organisation": "Choir", "keep": "", "change": "Shorter updates"}]
    with opened.writing() as con:
        meetings.save(con, opened, PlannedMeeting("before", "October", held))
        edit(con, opened, "meeting", "before", source="live")
        records.write(
            con, opened, "before", {"date": held.isoformat(), "agenda": [], "evaluation": said}, "live"
        )
    page = show(PreparePage())
    assert page.part.wished.isVisible()
    assert page.part.wished.text() == "Last time you wanted to change: Shorter updates."


def test_where_nothing_was_said_nothing_stands_there(show):
    assert not show(PreparePage()).part.wished.isVisible()
