"""Undoing a whole story gives its beginning; doing it all again gives its end, timing included."""

import pytest

from coalmeet.meeting import fold
from tests.stories.conftest import Headless
from ui.rehearsal import stories


@pytest.mark.parametrize("name", stories.names())
def test_a_story_is_taken_back_to_its_beginning_and_done_again_to_its_end(name):
    for sitting in stories.story(name).sittings:
        table = Headless(sitting.opening)
        begun = table.meeting
        for line in sitting.lines:
            table.later(line.minutes)
            if not line.refused:
                line.act(table)
        ended, done = table.meeting, len(fold.effective(table.log))
        for _move in range(done - 1):
            table.take_back()
        assert table.meeting == begun
        for _move in range(done - 1):
            table.restore()
        assert table.meeting == ended
