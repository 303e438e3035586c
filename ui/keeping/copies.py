"""Bring in a copy: what another copy of the file has, shown before anything changes; then all of it, or nothing."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from coalmeet import text
from coalmeet.text import _, ngettext
from ui import theme
from ui.documents import documents
from ui.keeping.choosing import Bringing, Choosing
from ui.keeping.questions import Questions
from ui.keeping.section import Section
from ui.making import Maker
from ui.widgets.buttons import Button
from ui.widgets.fields import Field
from ui.widgets.flow import FlowLayout
from ui.widgets.inputs import Line
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, empty, row, settle_layouts, widget
from ui.widgets.progress_line import ProgressLine
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.spoken import announce
from ui.widgets.tips import tip

if TYPE_CHECKING:
    from coalmeet.store.bringing_in.values import Coming
    from ui.open_file import OpenFile


class CopiesSection(Section):
    """`undoable` carries what was done, for a sentence with an Undo beside it.

    Below the button stands what a copy would bring, then what is still to be chosen since the last one came.
    """

    undoable = Signal(str)

    def __init__(self) -> None:
        self.open = Button(_("Choose the copy …"), icon="git-merge")
        self.out = Button(_("Take out what came in last"), "ghost", icon="undo-2")
        self.progress, self.words = ProgressLine(), Line()
        self.words.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = widget(column(12, Field(_("The passphrase of the copy"), self.words)))
        self.preview, self.waiting = _Preview(), _Waiting()
        line = _(
            "The facilitator changes, and the file travels. What was written in another copy meanwhile comes into this "
            "one; nothing is written over, and where both say different things, you choose."
        )
        ways = column(row(self.open, None), row(self.out, None))
        super().__init__(
            _("Bring in a copy"), line, ways, self.progress, self.field, self.preview, self.waiting
        )
        self.maker = Maker(self.progress, self.refused.emit)
        self._copy = Path()
        self._shown: OpenFile | None = None
        _connect(self)

    def refresh(self) -> None:
        from coalmeet.store.bringing_in.open_questions import open_questions
        from coalmeet.store.bringing_in.undoing import can_undo

        if self._shown is not self.book:
            self._shown = self.book
            self.put_away()
        self.open.setEnabled(not self.book.read_only)
        came = None if self.book.read_only else self.book.read(can_undo)
        self.out.setToolTip(tip(came or ""))
        self.out.setVisible(came is not None)
        self.waiting.show_doubts(self.book.read(open_questions), can_choose=not self.book.read_only)
        _order_tabs(self)

    def begin(self) -> None:
        self.open.setFocus()

    def settle(self) -> None:
        self.maker.settle()

    def ask(self) -> None:
        """Let somebody choose the copy that came back."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Bring in a copy"), str(documents()), _("Coalitions (*.coalmeet);;All files (*)")
        )
        if chosen:
            self.put_away()
            self.compare(Path(chosen))

    def compare(self, copy: Path, words: str = "") -> None:
        """Hold the copy against this file, in a thread, and show what would come in."""
        with self.saying():
            self.book.file.must_be_writable()
            self._copy = copy
            work = partial(_compared, self.book, copy, words)
            self.maker.make(_("Looking through the copy"), work, self._show)

    def bring_in(self) -> None:
        """Keep a backup, then bring in what is shown, with what was chosen."""
        coming = self.preview.coming
        if coming is not None:
            with self.saying():
                self.maker.make(_("Keeping a backup first"), partial(_keep, self.book), self._write)

    def choose_now(self) -> None:
        """Settle what was chosen of the questions that were left open."""
        with self.saying():
            Choosing(self.book).do(self.waiting.questions.cards, self.waiting.questions.choices())
            self.undoable.emit(_("Chosen. What the other side said stays in the history."))

    def take_out(self) -> None:
        """Take out what came in last, also after the program was closed in between."""
        with self.saying():
            Bringing(self.book, "").take_out()
            self.undoable.emit(_("It is out again, with everything that was chosen for it."))

    def put_away(self) -> None:
        """Show no copy any more; nothing was changed."""
        self.preview.show_coming(None, "")
        self.field.hide()
        self.words.clear()
        self.open.setVisible(True)

    def _show(self, coming: Coming | None) -> None:
        self.field.setVisible(coming is None)
        if coming is None:
            self.words.setFocus()
            self.refused.emit(
                _("The copy is sealed with another passphrase. Type its words, then press Enter.")
            )
        else:
            self.words.clear()
            self.preview.show_coming(coming, self._copy.name)
            self.open.setVisible(coming.is_nothing)
            _order_tabs(self)
            _show_from_its_top(self)

    def _write(self, _kept: object) -> None:
        coming = self.preview.coming
        assert coming is not None
        with self.telling():
            told = self.preview.told()
            Bringing(self.book, self._copy.name).do(coming, self.preview.questions.choices())
            self.put_away()
            self.open.setFocus()
            self.undoable.emit(told)


class _Preview(QWidget):
    """What a copy would bring: a sentence, a line for each kind, the questions, and the two ways on."""

    def __init__(self) -> None:
        super().__init__()
        self.coming: Coming | None = None
        self.name, self.sentence = (
            Wrapped("", theme.META, tone="ink2"),
            Wrapped("", theme.HEADING, theme.STRONG),
        )
        self.lines, self.questions = QVBoxLayout(), Questions()
        self.lines.setSpacing(theme.px(4))
        self.left_open = Wrapped("", theme.META, tone="ink2")
        self.bring, self.leave = Button(_("Bring it in"), "primary"), Button(_("Leave it"))
        ways = FlowLayout(gap=8)
        for button in (self.bring, self.leave):
            ways.addWidget(button)
        self._ways = widget(ways)
        parts = column(
            self.name,
            2,
            self.sentence,
            8,
            self.lines,
            14,
            self.questions,
            12,
            self.left_open,
            6,
            self._ways,
            8,
        )
        self.setLayout(parts)
        self.questions.answered.connect(self._say_open)
        self.hide()

    def show_coming(self, coming: Coming | None, name: str) -> None:
        """Show this comparison; None shows none."""
        from coalmeet.store.bringing_in import telling

        self.coming = coming
        self.setVisible(coming is not None)
        if coming is None:
            self.questions.show_doubts(())
            return
        self.name.setText(_("In “{name}”").format(name=name))
        self.sentence.setText(telling.headline(coming))
        empty(self.lines)
        for told in telling.lines(coming):
            self.lines.addWidget(Wrapped(told, 14, tone="ink2"))
        self.questions.show_doubts(() if coming.is_nothing else coming.doubts)
        self._ways.setVisible(not coming.is_nothing)
        self._say_open()
        announce(self, self.sentence.text())
        if not coming.is_nothing:
            (self.questions.cards[0].sides[0].take if self.questions.cards else self.bring).setFocus()

    def told(self) -> str:
        """What to say once it is in."""
        from coalmeet.store.bringing_in import telling

        assert self.coming is not None
        sentence = telling.headline(self.coming, len(self.questions.choices()))
        return _("It came in: {sentence}").format(sentence=sentence)

    def _say_open(self) -> None:
        count = len(self.coming.doubts) if self.coming is not None else 0
        left = count - len(self.questions.choices())
        self.left_open.setText(_later_words(left))
        self.left_open.setVisible(bool(left) and self.coming is not None and not self.coming.is_nothing)


class _Waiting(QWidget):
    """Questions that were left open when a copy came in."""

    def __init__(self) -> None:
        super().__init__()
        self.head = Wrapped("", theme.BODY, theme.STRONG)
        self.questions = Questions()
        self.settle = Button(_("Let this hold"), "primary")
        self.setLayout(column(16, self.head, 10, self.questions, 10, row(self.settle, None)))
        self.questions.answered.connect(self._follow)
        self.hide()

    def show_doubts(self, doubts: tuple[object, ...], *, can_choose: bool) -> None:
        """Ask what is open; what somebody has begun to choose stays while the questions are the same."""
        asked = [card.doubt for card in self.questions.cards]
        if list(doubts)[: len(asked)] != asked or bool(doubts) != bool(asked):
            self.questions.show_doubts(doubts)  # type: ignore[arg-type]
        self.head.setText(_open_words(len(doubts)))
        self.questions.setEnabled(can_choose)
        self.setVisible(bool(doubts))
        self._follow()

    def _follow(self) -> None:
        self.settle.setVisible(bool(self.questions.choices()))


def _show_from_its_top(section: CopiesSection) -> None:
    """What was asked for is to be read from its beginning, wherever the page stood."""
    settle_layouts()
    above = section.parentWidget()
    while above is not None and not isinstance(above, ScrollArea):
        above = above.parentWidget()
    inside = above.widget() if above is not None else None
    if above is not None and inside is not None:
        top = section.mapTo(inside, section.rect().topLeft()).y()
        above.verticalScrollBar().setValue(top - theme.px(8))


def _order_tabs(section: CopiesSection) -> None:
    """Tab goes from above to below: cards that were made just now would come after everything else in the window."""
    preview, waiting = section.preview, section.waiting
    shown = [
        section.open,
        section.out,
        section.words,
        *preview.questions.stops(),
        preview.bring,
        preview.leave,
    ]
    for before, after in pairwise([*shown, *waiting.questions.stops(), waiting.settle]):
        QWidget.setTabOrder(before, after)


def _connect(section: CopiesSection) -> None:
    section.open.clicked.connect(section.ask)
    section.out.clicked.connect(section.take_out)
    section.words.returnPressed.connect(lambda: section.compare(section._copy, section.words.text()))  # noqa: SLF001
    section.preview.bring.clicked.connect(section.bring_in)
    section.preview.leave.clicked.connect(section.put_away)
    section.preview.leave.clicked.connect(section.open.setFocus)
    section.waiting.settle.clicked.connect(section.choose_now)


def _compared(book: OpenFile, copy: Path, words: str) -> Coming | None:
    """What would come in; None where the copy needs another passphrase."""
    from coalmeet.documents.going import go_on
    from coalmeet.errors import PassphraseNeeded, WrongPassphrase
    from coalmeet.store.bringing_in.other_copy import compared
    from coalmeet.store.unlocking import key_of_words

    try:
        key = key_of_words(copy, words) if words else None
        return compared(book.file, copy, key, go_on=go_on)
    except (PassphraseNeeded, WrongPassphrase):
        return None


def _keep(book: OpenFile) -> object:
    from coalmeet.store import backups

    return backups.keep(book.file, backups.BRINGING_IN, now=book.now().wall)


def _later_words(left: int) -> str:
    words = ngettext(
        "{count} question can stay open: both sides are kept, and this page asks again.",
        "{count} questions can stay open: both sides are kept, and this page asks again.",
        left,
    )
    return words.format(count=text.number(left))


def _open_words(count: int) -> str:
    words = ngettext(
        "{count} question is open since the last copy came in.",
        "{count} questions are open since the last copy came in.",
        count,
    )
    return words.format(count=text.number(count))
