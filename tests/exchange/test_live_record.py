"""Whatever a facilitator does, the record of the meeting is one that the exchange format allows."""

from __future__ import annotations

from hypothesis import settings
from hypothesis.stateful import invariant

from coalmeet.exchange.record import dump, read
from coalmeet.meeting.record import record
from tests.meeting.test_random_facilitator import RandomFacilitator


class RecordingFacilitator(RandomFacilitator):
    """The same facilitator, and after each step the record so far leaves and enters again."""

    @invariant()
    def the_record_is_valid(self) -> None:
        if hasattr(self, "table"):
            made = record(
                self.table.meeting, {"fund": "<b>words</b>"}, meeting_id="m", link="https://example.org"
            )
            assert read(dump(made), "live.json") == made


TestRecordingFacilitator = RecordingFacilitator.TestCase
# Few: the rules themselves are tried where they stand.
TestRecordingFacilitator.settings = settings(max_examples=10)
