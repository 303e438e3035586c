"""How we decide: the decision matrix, and how consent is reached; what every meeting is opened with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coalmeet.coalition.agreement import profile_words
from coalmeet.coalition.coalition import Coalition
from coalmeet.coalition.organisation import Organisation, members_on
from coalmeet.meeting.events import DecisionKind
from coalmeet.text import _, plain_day
from ui import theme
from ui.agreement import gestures
from ui.agreement.advanced_card import AdvancedCard
from ui.agreement.matrix_card import MatrixCard
from ui.agreement.papers import Papers, PapersMenu
from ui.agreement.profile_card import ProfileCard
from ui.agreement.rhythm_card import RhythmCard
from ui.agreement.telling_card import TellingCard
from ui.page import Head, Page
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, upright

if TYPE_CHECKING:
    from coalmeet.store.connection import Connection

Look = tuple[Coalition, tuple[DecisionKind, ...], tuple[Organisation, ...]]


class AgreementPage(Page):
    """The matrix first: it is what an item takes its method from."""

    TABLES = frozenset({"coalition", "decision_kind", "organisation"})

    def __init__(self) -> None:
        line = _("Part of your charter. A meeting goes by what stands here when it is opened.")
        self.menu = PapersMenu()
        super().__init__(Head(_("How we decide"), line, self.menu))
        self.papers = Papers(self, self.menu)
        self.matrix, self.profile, self.advanced = MatrixCard(), ProfileCard(), AdvancedCard()
        self.telling, self.rhythm = TellingCard(), RhythmCard(date.min)
        self._protected = Wrapped("", theme.META + 1, tone="ink2")
        cards = column(
            self.matrix,
            16,
            self.profile,
            12,
            self._protected,
            16,
            self.telling,
            16,
            self.rhythm,
            8,
            self.advanced,
            None,
        )
        self.body.addWidget(self.papers.progress)
        self.body.addWidget(upright(cards), 1)
        _connect(self)

    def refresh(self) -> None:
        here, kinds, members = self.book.read(_look, self.book.today())
        self.matrix.show_kinds(kinds)
        self.first = self.matrix.first()
        self.profile.show_profile(here.profile, profile_words(here.profile, len(members)))
        self.advanced.show_profile(here.profile)
        self.telling.show_coalition(here)
        self.rhythm.show_rhythm(here.retrospective, self.book.today())
        self._protected.setText(_protected_words(members))

    def settle(self) -> None:
        self.papers.maker.settle()

    def settle_field(self, field: str, value: object) -> None:
        """Change one setting."""
        with self.saying():
            gestures.settle(self.book, {field: value})

    def settle_rhythm(self, field: str, value: object) -> None:
        """Change when the retrospective comes round."""
        with self.saying():
            gestures.settle_rhythm(self.book, field, value)

    def take_tradition(self, settings: object) -> None:
        """Take over what a tradition says, with a way back."""
        with self.saying():
            gestures.settle(self.book, dict(settings))  # type: ignore[call-overload]
            self.done_with_undo(_("The settings are those of the tradition now."))

    def add_kinds(self, kinds: object) -> None:
        """Add rows at the end of the matrix."""
        with self.saying():
            gestures.add_kinds(self.book, kinds, len(self.matrix.kinds()))  # type: ignore[arg-type]

    def take_offer(self, kinds: object) -> None:
        """Begin with ready-made rows; what was pressed goes away, and the keys go on in the first of them."""
        self.add_kinds(kinds)
        self.matrix.table.setFocus()

    def change_kind(self, kind: DecisionKind) -> None:
        """Change a row."""
        with self.saying():
            gestures.change_kind(self.book, kind)

    def move_kind(self, at: int, to: int) -> None:
        """Put a row into another place, and stay with it."""
        with self.saying():
            gestures.move_kind(self.book, self.matrix.kinds(), at, to)
            self.matrix.go_to(to)

    def remove_kind(self, at: int) -> None:
        """Take a row out, with a way back."""
        with self.saying():
            gestures.remove_kind(self.book, self.matrix.kinds(), at)
            self.done_with_undo(_("The row is gone. Items of this kind are decided by consent."))


def _look(con: Connection, today: object) -> Look:
    from coalmeet.store import coalition, people

    members = members_on(people.organisations(con), today)  # type: ignore[arg-type]
    return coalition.read(con), coalition.kinds(con), tuple(members)


def _protected_words(members: tuple[Organisation, ...]) -> str:
    held = [one for one in members if one.protected]
    if not held:
        return _(
            "No member has a protected voice. Small members, or those closest to the problem, can be given one on "
            "the page “Members”; that is itself a decision, looked at again every year."
        )
    names = [
        _("{name} (looked at again on {day})").format(name=one.name, day=plain_day(one.protection_review))
        if one.protection_review
        else one.name
        for one in held
    ]
    return _("Protected voices on critical kinds: {names}.").format(names=_(", ").join(names))


def _connect(page: AgreementPage) -> None:
    page.matrix.added.connect(lambda kind: page.add_kinds((kind,)))
    page.matrix.changed.connect(page.change_kind)
    page.matrix.offered.connect(page.take_offer)
    page.matrix.moved.connect(page.move_kind)
    page.matrix.removed.connect(page.remove_kind)
    page.matrix.refused.connect(page.refusal.say)
    page.profile.changed.connect(page.settle_field)
    page.telling.changed.connect(page.settle_field)
    page.rhythm.changed.connect(page.settle_rhythm)
    page.advanced.changed.connect(page.settle_field)
    page.advanced.taken.connect(page.take_tradition)
