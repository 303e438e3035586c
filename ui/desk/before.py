"""What should be known before an item is decided: an emergency, a decision that comes back, a protected voice that is
absent. A due review is kept or ended here in one input.
"""

from __future__ import annotations

from coalmeet.meeting.absent import warning
from coalmeet.meeting.emergency import called, emergency_of
from coalmeet.meeting.minutes_again import follows
from coalmeet.meeting.moves import again
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.words import listed
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands
from ui.desk.phrases import day
from ui.desk.tool import Verbs
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Icon, Wrapped
from ui.widgets.layouts import column, row, widget


class Before(Card):
    """Shown above the tool while there is something to know; nothing of it stops anybody."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self._icon = Icon("rotate-ccw", "ink2")
        self.words = Wrapped("", theme.DETAIL, theme.MEDIUM)
        end = verb_button(_("It is ended"), "end_decision", icon="x")
        ways = FlowLayout(gap=8)
        ways.addWidget(end)
        self._ways = widget(column(ways))
        self._body = column(row(column(2, self._icon, None), 10, (self.words, 1)), self._ways, gap=6)
        super().__init__(self._body)
        end.clicked.connect(self.end)
        self.hide()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is to be known of the running item."""
        current = meeting.current
        said = lines(meeting, current) if current is not None and not meeting.on_break else ()
        self.setVisible(bool(said))
        if not said or current is None:
            return
        self._icon.set_icon(_icon(meeting, current), "ink2")
        self.words.setText("\n".join(said))
        self._show_as(card=bool(current.entry.again.decision) or _is_emergency(meeting, current))
        self._ways.setVisible(to_review(meeting, current))

    def _show_as(self, *, card: bool) -> None:
        """A card where something is different today; one quiet line where an absence is all there is to know."""
        self.set_ground("card" if card else "bare")
        self.words.set_weight(theme.MEDIUM if card else theme.REGULAR)
        self.words.set_tone("ink" if card else "ink2")
        sides = (14, 10, 14, 10) if card else (14, 0, 14, 0)
        self._body.setContentsMargins(*(theme.px(one) for one in sides))

    def verbs(self) -> Verbs:
        """What its keys do; nothing while no decision is under review."""
        if self.isHidden() or self._ways.isHidden():
            return {}
        return {"keep_decision": self.keep, "end_decision": self.end}

    def keep(self) -> None:
        """Nobody wants to change it."""
        self.hands.do(again.keep)

    def end(self) -> None:
        """It holds no more, and nothing takes its place."""
        self.hands.do(again.end)


def to_review(meeting: Meeting, item: Item) -> bool:
    """Whether a decision is under review in this item, and nothing was said to it yet."""
    again_ = item.entry.again
    done = any(one.decision == again_.decision for one in meeting.reviewed)
    return again_.why == "review" and not done and not meeting.proposals_of(item.id)


def lines(meeting: Meeting, item: Item) -> tuple[str, ...]:
    """The sentences, the most urgent first."""
    decided = any(one.stage == "adopted" for one in meeting.proposals_of(item.id))
    live = meeting.live_proposal(item.id)
    asked = live is not None and live.locked  # while all are asked, the answers need the room
    found = [] if asked or decided else [_urgent(meeting, item), *_back(meeting, item)]
    working = live is not None and bool(live.open_objections)  # then the absent are not what matters
    return tuple(one for one in (*found, "" if decided or working else warning(meeting, item)) if one)


def _urgent(meeting: Meeting, item: Item) -> str:
    emergency = emergency_of(meeting, item.id)
    if emergency is None or item.entry.built_in:
        return ""
    said = called(emergency)
    if said:
        return _("Emergency, {called}. What is decided is provisional for absent members.").format(
            called=said
        )
    return _("Emergency. What is decided is provisional for absent members.")


def _back(meeting: Meeting, item: Item) -> list[str]:
    again_ = item.entry.again
    if not again_.decision:
        return []
    name = follows({"number": again_.number, "date": again_.date}) or _("an earlier decision")
    table = {
        "review": _("Review of {decision}: keep it, end it, or put a changed text on the table."),
        "reopened": _("{decision} is open again: the objection stands on it."),
        "recommended": _("{decision} was recommended: too few were there to decide."),
    }
    reviewed = next((one for one in meeting.reviewed if one.decision == again_.decision), None)
    if reviewed is not None and reviewed.result == "kept":
        until = day(reviewed.review_date) if reviewed.review_date else ""
        return [
            _("{decision} is kept, and comes back on {day}.").format(decision=name, day=until)
            if until
            else _("{decision} is kept.").format(decision=name)
        ]
    if reviewed is not None:
        return [_("{decision} is ended: it holds no more.").format(decision=name)]
    return [table[again_.why].format(decision=name), *_raised(meeting, item)]


def _raised(meeting: Meeting, item: Item) -> list[str]:
    told = item.entry.again.raised
    concerns = [meeting.name_of(one.organisation) for one in told if one.kind == "concern"]
    found = [
        _("{name}: {text}").format(
            name=meeting.name_of(one.organisation) or _("An organisation"),
            text=one.text or _("the reason is not written down yet"),
        )
        for one in told
        if one.text or one.kind == "objection"
    ]
    named = [one for one in concerns if one]
    if named and not any(one.text for one in told if one.kind == "concern"):
        found.append(_("Concerns of {names}.").format(names=listed(named)))
    return found


def _is_emergency(meeting: Meeting, item: Item) -> bool:
    return emergency_of(meeting, item.id) is not None and not item.entry.built_in


def _icon(meeting: Meeting, item: Item) -> str:
    if _is_emergency(meeting, item):
        return "triangle-alert"
    return "rotate-ccw" if item.entry.again.decision else "users"
