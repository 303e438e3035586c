"""The start page of an open file: the next meeting, and what waits before it."""

from __future__ import annotations

from coalmeet import text
from coalmeet.coalition.waiting import Waiting
from coalmeet.text import _
from ui import theme
from ui.page import Head, Page
from ui.start.coming import ComingCard
from ui.start.look import StartLook, look, steps
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.labels import OneLine
from ui.widgets.layouts import column, row, upright, widget
from ui.widgets.rows import Row, RowList

_ICONS = {
    "reopened": "rotate-ccw",
    "review": "rotate-ccw",
    "recommended": "message-square-quote",
    "provisional": "hourglass",
    "confirm": "hourglass",
    "circulate": "hourglass",
    "overdue": "list-checks",
    "nobody": "user-x",
    "protection": "scale",
    "retrospective": "refresh-cw",
}


_STEP_PAGES = {"members": "members", "people": "members", "items": "prepare", "facilitator": "rotation"}


class StartPage(Page):
    """What a facilitator needs first: when it is, whether it is ready, and the button that starts it."""

    TABLES = frozenset(
        {
            "meeting",
            "item",
            "coalition",
            "organisation",
            "person",
            "decision",
            "decision_entry",
            "action",
            "record",
            "move",
        }
    )

    def __init__(self) -> None:
        super().__init__(Head(""))
        self.card = ComingCard()
        self.card.go.connect(self.go)
        self._heading = OneLine("", theme.SECTION, theme.STRONG)
        self.waiting = RowList(_("What waits before the meeting"))
        self.waiting.opened.connect(self._open_waiting)
        self.waiting.clicked.connect(lambda _index: self._open_waiting(self.waiting.current()))
        self._waiting: dict[str, Waiting] = {}
        self._coming = ""
        plan, bring = (
            Button(_("Plan a meeting"), "primary", icon="plus"),
            Button(_("Bring in records"), icon="import"),
        )
        members = Button(_("Add members"), icon="users")
        plan.clicked.connect(lambda: self.go.emit("new_meeting", ""))
        bring.clicked.connect(lambda: self.go.emit("import", ""))
        members.clicked.connect(lambda: self.go.emit("members", ""))
        sample = Button(_("Open the sample coalition"), "ghost", icon="sparkles")
        sample.clicked.connect(lambda: self.go.emit("sample", ""))
        self._plan = plan
        self._empty = EmptyState("calendar-plus", "", "", plan, members, bring, sample)
        self.plan_next = Button(
            _("Plan a meeting"), "primary", icon="plus"
        )  # where what waits will be taken up
        self.plan_next.clicked.connect(lambda: self.go.emit("new_meeting", ""))
        heading = row((self._heading, 1), 12, self.plan_next)
        self._waiting_part = widget(column(24, heading, 8, self.waiting, None))
        self.waiting.show_whole()  # one thing scrolls: the page
        self.body.addWidget(upright(column(self.card, (self._waiting_part, 1), (self._empty, 1))), 1)

    def refresh(self) -> None:
        seen = self.book.read(look, self.book.today())
        self.head.title.setText(seen.coalition.name)
        self.head.line.setText(seen.coalition.purpose)
        self.head.line.setVisible(bool(seen.coalition.purpose))
        self.card.setVisible(seen.coming is not None)
        if seen.coming is not None:
            self.card.show_meeting(seen.coming, seen.today, ready=not steps(seen))
        self._show_waiting(seen)
        self._empty.setVisible(seen.coming is None and not seen.waiting)
        # After a crash one Enter leads back into the meeting; what is hidden never has the keys.
        self.first = self.card.large if seen.coming else self.waiting if seen.waiting else self._plan
        self._empty.show_words(*_first_steps(seen))
        self.plan_next.setVisible(seen.coming is None)

    def _show_waiting(self, seen: StartLook) -> None:
        self._waiting = {one.id: one for one in seen.waiting}
        self._waiting_part.setVisible(seen.coming is not None or bool(seen.waiting))
        self._coming = seen.coming.row.id if seen.coming else ""
        if not seen.waiting and not steps(seen):
            self._heading.setText(_("Nothing waits before the meeting"))
        elif seen.coming and seen.coming.row.state == "planned" and seen.coming.row.date >= seen.today:
            day = text.short_day(seen.coming.row.date)
            self._heading.setText(_("Waiting before {day}").format(day=day))
        else:
            self._heading.setText(_("Waiting"))
        self.waiting.show_rows([*map(_step_row, steps(seen)), *map(_row, seen.waiting)])

    def _open_waiting(self, key: str) -> None:
        """A decision is looked at where decisions are, a piece of work at the meeting that agreed on it."""
        if key in _STEP_PAGES:
            self.go.emit(_STEP_PAGES[key], self._coming if key == "items" else "")
        one = self._waiting.get(key)
        if one is not None and one.kind in {"overdue", "nobody"}:
            self.go.emit("meetings", one.meeting)
        elif one is not None and one.kind == "protection":
            self.go.emit("members", key)
        elif one is not None and one.kind == "retrospective":
            self.go.emit("prepare", "")
        elif one is not None:
            self.go.emit("decisions", key)


def _first_steps(seen: StartLook) -> tuple[str, str]:
    if seen.members:
        sentence = _("Choose a date, then collect what it is about. The members are there already.")
    else:
        sentence = _(
            "Plan the first meeting, or add the member organisations first; both can be changed later."
        )
    return _("No meeting is planned"), sentence


def _step_row(step: str) -> Row:
    words = {
        "members": (_("Add the members"), _("their organisations, and who speaks for them"), "users"),
        "people": (_("Add the people"), _("who speaks for each member"), "users"),
        "items": (
            _("Add an item to the agenda"),
            _("so far it has only what every meeting has"),
            "list-ordered",
        ),
        "facilitator": (_("Name who facilitates"), _("the rotation says whose turn it is"), "repeat"),
    }
    title, below, icon = words[step]
    return Row(step, title, below, icon, tone="ink", action=_step_word(step))


def _step_word(step: str) -> str:
    words = {
        "members": _("Open the members"),
        "prepare": _("Open the agenda"),
        "rotation": _("Open the rotation"),
    }
    return words[_STEP_PAGES[step]]


def _row(one: Waiting) -> Row:
    words = {
        "overdue": _("See its meeting"),
        "nobody": _("See its meeting"),
        "protection": _("See the member"),
        "retrospective": _("Open the agenda"),
    }
    leads = words.get(one.kind, _("See the decision"))
    return Row(one.id, one.title, _below(one), _ICONS[one.kind], "", _state(one), _tone(one), action=leads)


def _tone(one: Waiting) -> str:
    return "last" if one.kind in {"review", "reopened", "overdue", "confirm"} else "ink"


def _state(one: Waiting) -> str:
    words = {
        "reopened": _("An objection came in"),
        "review": _("Review due"),
        "recommended": _("Recommended"),
        "provisional": _("Provisional"),
        "confirm": _("Did anything arrive?"),
        "circulate": _("Provisional"),
        "overdue": _("Past its date"),
        "nobody": _("Nobody yet"),
        "protection": _("Protected voice"),
        "retrospective": _("Comes round"),
    }
    return words[one.kind]


def _below(one: Waiting) -> str:
    if one.kind == "reopened":
        return _("to be resolved at the next meeting")
    if one.kind == "recommended":
        return _("too few were there: it comes first at the next meeting")
    if one.kind == "circulate":
        return _("absent members can object once its minutes have gone round")
    if one.day is None:
        return one.organisation
    day = text.plain_day(one.day)
    if one.kind == "protection":
        return _("to be looked at again by {day}").format(day=day)
    if one.kind == "review":
        return _("review date {day}").format(day=day)
    if one.kind in {"provisional", "confirm"} and one.organisation:
        return _("consent to be confirmed by {day}").format(day=day)
    if one.kind == "confirm":
        return _("the window of absent members ended on {day}").format(day=day)
    if one.kind == "provisional":
        return _("absent members can object until {day}").format(day=day)
    if one.organisation:
        return _("{organisation}, due {day}").format(organisation=one.organisation, day=day)
    return _("due {day}").format(day=day)
