"""Ties what is said to a decision after its meeting to what is done, with a way back for each."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from coalmeet.coalition import later_life
from coalmeet.coalition.decision import Decision, DecisionEntry
from coalmeet.text import _, plain_day
from ui.decisions import gestures
from ui.decisions.gestures import Letter, Outside

if TYPE_CHECKING:
    from ui.decisions.page import DecisionsPage


class AfterMeeting:
    """One decision at a time: the one that the page shows."""

    def __init__(self, page: DecisionsPage) -> None:
        self.page = page
        later = page.detail.later
        later.said.connect(self.say)
        later.asked.connect(self.ask)
        later.form.arrived.connect(self.letter)
        page.detail.wanted.connect(lambda what: self.say(what, ""))
        page.outside.clicked.connect(self.begin_outside)
        page.outside_form.put_away.connect(lambda: page.show_form(on=False))
        page.outside_form.entered.connect(self.outside)

    def say(self, what: str, about: object) -> None:
        """Keep what was said to the decision that is shown."""
        one = self._shown()
        if one is None:
            return
        with self.page.saying():
            entry = self._enter(one, what, about)
            self._done(entry, _said(what, entry))

    def _enter(self, one: Decision, what: str, about: object) -> DecisionEntry:
        book, today = self.page.book, self.page.book.today()
        who = about if isinstance(about, str) else ""
        if isinstance(about, DecisionEntry):
            return gestures.let_go(book, about)
        review = today + timedelta(days=book.coalition().profile.review_days or 182)
        rules = {
            "nothing_arrived": lambda es, _k: later_life.nothing_arrived(one, es, today),
            "confirmed": lambda es, _k: later_life.answer_mandate(one, es, today, who, confirmed=True),
            "not_confirmed": lambda es, _k: later_life.answer_mandate(one, es, today, who, confirmed=False),
            "keep": lambda es, _k: later_life.keep(one, es, today, review),
            "end": lambda es, _k: later_life.end(one, es, today),
            "withdraw": lambda es, _k: later_life.withdraw(one, es, today),
        }
        return gestures.enter(book, rules[what])

    def ask(self) -> None:
        """Open the form for an objection that arrived."""
        one = self._shown()
        if one is not None:
            form = self.page.detail.later.form
            form.show_form(gestures.members_absent(self.page.book, one), self.page.book.today())
            form.show()
            form.who.setFocus()
            bring = partial(self.page.detail.area.ensureWidgetVisible, form.keep)
            QTimer.singleShot(0, form, bring)  # once it has its height

    def letter(self, letter: Letter) -> None:
        """An objection arrived: the decision is open again, and waits for the next agenda."""
        one = self._shown()
        if one is None:
            return
        with self.page.saying():
            entry = gestures.letter_arrived(self.page.book, one, letter)
            self._done(entry, _said("letter", entry))

    def begin_outside(self) -> None:
        """Open the form for a decision that was taken outside a meeting."""
        self.page.show_form(on=True)
        self.page.outside_form.show_form(self.page.book.today())

    def outside(self, told: Outside) -> None:
        """Keep it, and show it."""
        with self.page.saying():
            made = gestures.decided_outside(self.page.book, told)
            self.page.show_form(on=False)
            self.page.choose(made)
            self.page.done_with_undo(_("It stands in the log. The next meeting is told of it."))

    def _shown(self) -> Decision | None:
        found = self.page.standing()
        return found.decision if found else None

    def _done(self, entry: DecisionEntry, sentence: str) -> None:
        self.page.list.setFocus()  # the buttons of what was answered go away, the keys stay with the decision
        self.page.choose(entry.decision)
        self.page.done.say(sentence, _("Undo"), partial(self._undo, entry))

    def _undo(self, entry: DecisionEntry) -> None:
        with self.page.saying():
            gestures.take_back(self.page.book, entry)
            self.page.choose(entry.decision)


def _said(what: str, entry: DecisionEntry) -> str:
    if what == "keep" and entry.review_date is not None:
        return _("It is kept, and comes back on {day}.").format(day=plain_day(entry.review_date))
    table = {
        "nothing_arrived": _("Nothing arrived: the decision is final."),
        "confirmed": _("The consent is confirmed."),
        "not_confirmed": _("It is open again. Bring it back to the next meeting."),
        "let_go": _("They let it go: the decision stands as before."),
        "letter": _("It is open again. Bring it back: the objection comes along."),
        "keep": _("It is kept."),
        "end": _("It is ended, and holds no more."),
        "withdraw": _("The proposer has withdrawn it."),
    }
    return table[what]
