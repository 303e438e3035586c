"""From meeting to meeting: the last minutes are approved, and the close hands on who comes, leads and prepares."""

from __future__ import annotations

from coalmeet.meeting.events import LastMeeting, NotedCorrection
from coalmeet.meeting.moves import closing, last_time, roles, work
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, item, opening
from ui.rehearsal.scenes import arrive, close, turn_to
from ui.rehearsal.story import Line, Sitting, Story, line

NOTED = (
    NotedCorrection("Nils was there.", "Open Maps", "2026-04-20"),
    NotedCorrection("The fund is 500, not 400.", on="2026-04-22"),
)
APRIL = LastMeeting("april", "2026-04-16", "circulated", ("Shorter updates", "A break after an hour"), NOTED)


def story() -> Story:
    """An ordinary evening: nothing is decided, and the next one is well prepared."""
    agenda = (
        item("news", "What is new", 20, "update"),
        item("end", "Closing", 10, "", built_in="closing"),
    )
    lines = (
        *arrive(picture="opening"),
        *_approved(),
        *_helpers(),
        turn_to("news"),
        turn_to("end"),
        *_on(),
        *close(),
    )
    about = _("From meeting to meeting: the last minutes, who comes next time, who prepares and leads it.")
    return Story("handing_on", about, (Sitting(opening(*agenda, last=APRIL), lines),))


def _approved() -> tuple[Line, ...]:
    return (
        line(
            _("Two corrections were noted since; one of them is not so."),
            last_time.leave_out_correction,
            NOTED[1].text,
        ),
        line(_("Once is enough."), last_time.leave_out_correction, NOTED[1].text, refused="does not wait"),
        line(
            _("A correction to the last minutes."),
            last_time.note_correction,
            _("Grace was there from 18:20."),
        ),
        line(_("They are approved with it."), last_time.approve_minutes, picture="approved"),
        line(_("Once is enough."), last_time.approve_minutes, refused="approved already"),
    )


def _helpers() -> tuple[Line, ...]:
    return (
        line(_("Somebody keeps the time."), roles.take_role, "timekeeper", "nils"),
        line(_("Somebody keeps the stack."), roles.take_role, "stack_keeper", "ruth"),
        line(_("The stack needs nobody after all."), roles.take_role, "stack_keeper", ""),
    )


def _on() -> tuple[Line, ...]:
    others = tuple(one for one in EVERYBODY if one != "bikes")
    return (
        line(_("One thing to keep, one to change."), work.evaluate, "maps", "", _("Less paper")),
        line(_("The next date."), closing.agree_next_meeting, "2026-06-11"),
        line(_("Safe Streets cannot come."), last_time.say_coming, ("bikes",), False),
        line(_("All others can."), last_time.say_coming, others, picture="coming"),
        line(_("Who facilitates."), closing.agree_next_facilitator, "maps", "luca"),
        line(
            _("Allotment Union would rather not take notes…"), closing.skip_next_turn, "garden", "note_taker"
        ),
        line(_("…and skips only that."), closing.agree_next_note_taker, "legal", minutes=0.3),
        line(_("Who prepares it."), last_time.agree_preparer, "sana", picture="next-time"),
    )
