"""Where consent failed before: read off the record, and given to the meeting that takes the matter up again."""

from collections.abc import Callable
from datetime import date

from coalmeet.coalition.organisation import members_on
from coalmeet.coalition.plan import PlannedItem
from coalmeet.meeting.events import FIRST_TRY, EarlierTry
from coalmeet.store import agenda, edit, incoming, opening, people
from coalmeet.store.file import CoalitionFile

Plan = Callable[..., str]
MAY, JUNE = date(2026, 5, 14), date(2026, 6, 11)


def held(file: CoalitionFile, outcome: str, topic: str = "road", ending: str = "open") -> None:
    """The meeting of 14 May, at which the allotments objected to a text."""
    told = {
        "text": "We ask for a car-free road.", "outcome": outcome, "method": "consent", "id": "road-1",
        "objections": [{"organisation": "Allotment Union", "reason": "carers", "ending": ending}],
    }  # fmt: skip
    item = {"title": "The river road", "outcome": outcome, "topic": topic, "decisions": [told]}
    record = {
        "format": "coalmeet.meeting", "version": 1, "date": "2026-05-14", "agenda": [item],
        "people": [{"name": "Tomas Vesely", "organisation": "Allotment Union", "present": True}],
    }  # fmt: skip
    with file.writing() as con:
        edit.edit(con, file, "organisation", "garden", name="Allotment Union", joined=date(2026, 1, 1))
        incoming.take_in(con, file, record)


def begun(file: CoalitionFile, meeting: str, **more: object) -> EarlierTry:
    """What the first item of the meeting is opened with."""
    item = PlannedItem("", 0, title="The river road", label="decision", topic="road", **more)  # type: ignore[arg-type]
    with file.writing() as con:
        agenda.insert(con, file, meeting, [item])
    with file.reading() as con:
        return opening.plan(con, meeting).agenda[0].earlier


def test_a_matter_on_which_consent_failed_says_so_when_it_comes_back(file: CoalitionFile, plan: Plan) -> None:
    held(file, "parked")
    assert begun(file, plan(JUNE)) == EarlierTry("road-1", "2026-05-14", ("garden",))
    with file.reading() as con:
        assert members_on(people.organisations(con), JUNE)[0].id == "garden"


def test_what_passed_or_is_another_matter_or_lies_ahead_is_a_first_try(
    file: CoalitionFile, plan: Plan
) -> None:
    held(file, "parked", topic="bridge")
    assert begun(file, plan(JUNE)) == FIRST_TRY
    assert begun(file, plan(MAY)) == FIRST_TRY


def test_an_objection_that_was_let_go_is_no_failure(file: CoalitionFile, plan: Plan) -> None:
    held(file, "parked", ending="withdrawn")
    assert begun(file, plan(JUNE)) == FIRST_TRY


def test_the_agenda_announces_a_vote_and_a_template_forgets_it(file: CoalitionFile, plan: Plan) -> None:
    held(file, "parked")
    meeting = plan(JUNE)
    begun(file, meeting, vote_announced=True)
    with file.writing() as con:
        agenda.save_template(con, file, "Usual", agenda.items(con, meeting))
    with file.reading() as con:
        assert opening.plan(con, meeting).agenda[0].vote_announced
        assert not agenda.templates(con)[0].items[0].vote_announced
