"""The meeting that is going on: fold, write, show, in that order; every window hears of it from here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from coalmeet import clock
from coalmeet.clock import Moment
from coalmeet.errors import FileProblem, NotAllowed, NotSaved
from coalmeet.ids import new_id
from coalmeet.meeting import events, fold
from coalmeet.meeting.journal import Move
from coalmeet.meeting.moves import clock as clock_moves
from coalmeet.meeting.moves import correct as corrections
from coalmeet.meeting.publish import publish
from coalmeet.meeting.question import question
from coalmeet.meeting.soundness import reopenings
from coalmeet.meeting.state import Meeting
from coalmeet.public import PublicView
from coalmeet.store import live_meeting
from coalmeet.store.file import CoalitionFile

Clock = Callable[[], Moment]
Viewer = Callable[[PublicView], None]
TICK = 1_000  # milliseconds; a tick only looks at the clock again, it counts nothing
SLEPT = 45_000  # a gap between two ticks that no busy laptop explains


class LiveMeeting(QObject):
    """One meeting of one file, while it is going on (or being looked at again before its minutes
    circulate).
    """

    changed = Signal()  # a move counts now
    ticked = Signal()  # a second went by
    refused = Signal(str)  # a sentence: what the rule says, or what the world did
    saved = Signal(object)  # wall time in milliseconds of the last write (more than a C int holds)
    slept = Signal(object, object)  # since, until: a stretch that nobody was here for
    noted = Signal(str)  # the id of an item whose notes are other ones now, whoever wrote them
    rescue_wanted = Signal()  # everything is to go on in a copy elsewhere, as saving here fails
    held = Signal(bool)  # whether the call is looking at a frozen picture

    def __init__(
        self, file: CoalitionFile, meeting_id: str, *, now: Clock = clock.now, rehearsal: bool = False
    ) -> None:
        super().__init__()
        self.file = file
        self.meeting_id = meeting_id
        self.rehearsal = rehearsal
        self._clock = now
        self._viewers: list[Viewer] = []
        self._holding = False
        self.whole_minutes = False  # how clocks are shown; whoever opens the windows knows what is preferred
        self._asked = ""
        self._at_hand = ""
        self.is_unsaved = False  # whether what was refused last could only not be saved
        self.unsaved_notes: dict[tuple[str, bool], str] = {}  # by item, and whether it is private
        with file.reading() as con:
            self.moves: tuple[Move, ...] = live_meeting.moves(con, meeting_id)
            self.notes: dict[str, str] = live_meeting.notes(con, meeting_id)
            self.private_notes: dict[str, str] = live_meeting.private_notes(con, meeting_id)
        self.meeting: Meeting = fold.replay(self.moves)
        self.view: PublicView = publish(self.meeting, self.now(), rehearsal)
        self._last_tick = self._clock()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)
        self._run_timer()

    @classmethod
    def open(
        cls,
        file: CoalitionFile,
        meeting_id: str,
        plan: events.MeetingOpened,
        *,
        now: Clock = clock.now,
        rehearsal: bool = False,
    ) -> LiveMeeting:
        """Open a prepared meeting with this plan. Raises NotAllowed if it was opened before, FileProblem."""
        live = cls(file, meeting_id, now=now, rehearsal=rehearsal)
        if live.moves:
            raise NotAllowed(_opened_before())
        live._happen((plan,))
        return live

    @classmethod
    def resume(
        cls, file: CoalitionFile, meeting_id: str, *, now: Clock = clock.now, rehearsal: bool = False
    ) -> LiveMeeting:
        """Go on where the log ends, after a restart or a crash: same item, same clock, same round."""
        return cls(file, meeting_id, now=now, rehearsal=rehearsal)

    def now(self) -> int:
        """Wall time, milliseconds since 1970 UTC."""
        return self._clock().wall

    # Moves

    def do(self, move: Callable[..., tuple[events.Event, ...]], *args: Any, **kwargs: Any) -> bool:
        """Make a move; False when it was refused, and then nothing has changed anywhere."""
        return self._attempt(lambda at: move(self.meeting, at, *args, **kwargs))

    def correct(self, move_id: str, index: int, field: str, value: str | float) -> bool:
        """Put one field of an earlier entry right, in place."""
        return self._attempt(
            lambda at: corrections.correct(
                self.meeting, at, self.moves, move_id, index, field, value, objection_id=new_id()
            )
        )

    def take_back(self) -> bool:
        """Take back the last move that counts; the opening itself is not taken back."""
        counting = fold.effective(self.moves)
        if len(counting) < 2 or self.meeting.closed_at:
            self._refuse(NotAllowed(_nothing_to_take_back()))
            return False
        return self._attempt(lambda _: (events.TakenBack(counting[-1].id),))

    def restore(self) -> bool:
        """Let the move that was taken back last count again, as long as no other move was made."""
        waiting = fold.taken_back(self.moves)
        if not waiting:
            self._refuse(NotAllowed(_nothing_to_restore()))
            return False
        return self._attempt(lambda _: (events.Restored(waiting[-1]),))

    def _attempt(self, answer: Callable[[int], tuple[events.Event, ...]]) -> bool:
        try:
            self._happen(answer(self.now()))
        except (NotAllowed, FileProblem) as problem:
            self._refuse(problem)
            return False
        return True

    def _refuse(self, problem: NotAllowed | FileProblem) -> None:
        self.is_unsaved = isinstance(problem, NotSaved)
        self.refused.emit(str(problem))

    def _happen(self, what: tuple[events.Event, ...]) -> None:
        """Fold, write, show. What does not fold is a bug and never reaches the file."""
        moment = self._clock()
        parent = self.moves[-1].id if self.moves else ""
        draft = Move(new_id(), parent, what, moment.wall, mono=moment.mono, boot=moment.boot)
        after = fold.after(self.meeting, self.moves, draft)
        fallen = reopenings(self.meeting, after, new_id)
        if fallen:
            draft = Move(draft.id, parent, (*what, *fallen), moment.wall, mono=moment.mono, boot=moment.boot)
            after = fold.after(self.meeting, self.moves, draft)
        self.save_notes()  # the minutes of a meeting that is closed now hold them
        move = live_meeting.write(self.file, self.meeting_id, draft, after, self.notes)
        self.moves = (*self.moves, move)
        self.meeting = after
        self._asked = ""
        self.saved.emit(moment.wall)
        self._run_timer()
        self.changed.emit()
        self._show()

    # Notes: rows beside the log, written as they are typed

    def write_note(self, item_id: str, text: str) -> bool:
        """Keep the notes of an item; False when they could not be written, and then they are still in the
        window.
        """
        return self._write_note(self.notes, item_id, text, private=False)

    def write_private(self, item_id: str, text: str) -> bool:
        """Keep a private note of the facilitator: it never enters the meeting, so nothing can publish it."""
        return self._write_note(self.private_notes, item_id, text, private=True)

    def _write_note(self, kept: dict[str, str], item_id: str, text: str, *, private: bool) -> bool:
        if kept.get(item_id, "") == text:
            self.unsaved_notes.pop((item_id, private), None)
            return True
        if self.meeting.current and self.meeting.current.is_off_record:
            self._refuse(NotAllowed(_off_the_record()))
            return False
        try:
            live_meeting.write_note(self.file, self.meeting_id, item_id, text, private=private)
        except FileProblem as problem:
            if isinstance(problem, NotSaved):
                self.unsaved_notes[item_id, private] = text
            self._refuse(problem)
            return False
        kept[item_id] = text
        self.unsaved_notes.pop((item_id, private), None)
        self.saved.emit(self.now())
        if not private:
            self.noted.emit(item_id)
        return True

    def note(self, item_id: str, *, private: bool = False) -> str:
        """The note of an item as it was typed last, saved or not."""
        kept = self.private_notes if private else self.notes
        return self.unsaved_notes.get((item_id, private), kept.get(item_id, ""))

    def holds_note(self, item_id: str, text: str, *, private: bool = False) -> bool:
        """Whether the file has this text as the note of the item."""
        kept = self.private_notes if private else self.notes
        return kept.get(item_id, "") == text and (item_id, private) not in self.unsaved_notes

    def save_notes(self) -> bool:
        """Save the notes that could not be saved when they were typed; whether none is left."""
        for (item_id, private), text in tuple(self.unsaved_notes.items()):
            try:
                live_meeting.write_note(self.file, self.meeting_id, item_id, text, private=private)
            except (NotAllowed, FileProblem):
                return False
            (self.private_notes if private else self.notes)[item_id] = text
            del self.unsaved_notes[item_id, private]
        return True

    def go_on_in(self, file: CoalitionFile) -> None:
        """Everything happens in another file from now on, a rescue copy: what it lacks of this meeting is written."""
        live_meeting.bring_over(file, self.meeting_id, self.moves, self.notes, self.private_notes)
        self.file = file
        self.save_notes()
        self.saved.emit(self.now())
        self.changed.emit()

    # Showing

    def show_to(self, viewer: Viewer) -> None:
        """Show the public view to somebody from now on: the only way to the shared window."""
        self._viewers.append(viewer)
        viewer(self.view)

    def hold(self, on: bool) -> None:
        """Freeze what the call sees, while the facilitator looks elsewhere."""
        self._holding = on
        self.held.emit(on)
        self._show()

    @property
    def holding(self) -> bool:
        """Whether the call sees a frozen picture."""
        return self._holding

    def ask_for_time(self, minutes: int, payer: str, payer_item: str = "") -> bool:
        """Ask the group for more time in one line on the shared window; False when it could not be given.

        The question is nothing that happened yet, so it is not kept: any move answers it.
        """
        try:
            clock_moves.change_timebox(self.meeting, self.now(), minutes, payer, payer_item)
        except NotAllowed as refusal:
            self._refuse(refusal)
            return False
        self._asked = question(self.meeting, self.now(), minutes, payer, payer_item)
        self._show()
        return True

    def withdraw_question(self) -> None:
        """The group is not asked any more."""
        self._asked = ""
        self._show()

    def let_speak(self, voice: str) -> None:
        """This voice has the word in the consent round: called out of turn, or still saying why it objects.

        So the call never sees another called than the desk does. "" for whoever is first in order.
        """
        self._call_up(voice)

    def look_at(self, action: str) -> None:
        """This action of the work plan is looked at, whichever would come first: so the call sees the same one."""
        self._call_up(action)

    def _call_up(self, id: str) -> None:
        if id != self._at_hand:
            self._at_hand = id
            self._show()

    def _show(self) -> None:
        if self._holding:
            return
        view = publish(
            self.meeting,
            self.now(),
            self.rehearsal,
            self._asked,
            whole_minutes=self.whole_minutes,
            at_hand=self._at_hand,
        )
        if view == self.view:
            return
        self.view = view
        for viewer in self._viewers:
            viewer(view)

    def tick(self) -> None:
        """Look at the clock again; a stretch that was slept through is told, never counted by itself."""
        moment = self._clock()
        before, self._last_tick = self._last_tick, moment
        jumped = abs(moment.wall - before.wall) > SLEPT
        # Between the days of a meeting a laptop may sleep.
        goes_on = self.meeting.is_open and not self.meeting.is_adjourned
        if jumped and goes_on and not self.rehearsal:
            self.slept.emit(before.wall, moment.wall)
        self.ticked.emit()
        self._show()

    def _run_timer(self) -> None:
        """No timer runs without a meeting."""
        if self.meeting.is_open and not self._timer.isActive():
            self._timer.start()
        elif not self.meeting.is_open:
            self._timer.stop()

    def close(self) -> None:
        """Let go: no timer, no viewer."""
        self._timer.stop()
        self._viewers.clear()


def _off_the_record() -> str:
    from coalmeet.text import _

    return _("This part is off the record: nothing is written down. Go on the record first.")


def _opened_before() -> str:
    from coalmeet.text import _

    return _("This meeting was opened before. Go on with it instead.")


def _nothing_to_take_back() -> str:
    from coalmeet.text import _

    return _("There is nothing to take back. Earlier entries can be corrected in the list.")


def _nothing_to_restore() -> str:
    from coalmeet.text import _

    return _("There is nothing to bring back.")
