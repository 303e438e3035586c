"""The minutes to read on the screen: plain text put into place piece by piece, so that nothing of it is markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from coalmeet.meeting.minutes_values import Action, Decision, Item, Minutes
from coalmeet.text import _
from ui import theme


class MinutesPreview(QTextEdit):
    """What the PDF will say, in its order; text can be chosen and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setAccessibleName(_("Minutes"))
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setProperty("look", "reading")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)  # it stands below the title of its card

    def show_agenda(self, minutes: Minutes) -> None:
        """Show the minutes of a meeting that is still to come: who does what, and the items."""
        self.clear()
        writer = _Writer(self.textCursor(), backwards=self.isRightToLeft())
        for fact in minutes.attendance.roles:
            writer.text(_("{label}: {words}").format(label=fact.label, words=", ".join(fact.texts)))
        for item in minutes.items:
            _item(writer, item)
        if not minutes.items:
            writer.text(_("There is nothing on the agenda yet."))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_minutes(self, minutes: Minutes) -> None:
        """Show these minutes from their beginning."""
        self.clear()
        writer = _Writer(self.textCursor(), backwards=self.isRightToLeft())
        writer.small(minutes.status)
        for sentence in minutes.in_one_minute:
            writer.text(sentence)
        _decisions(writer, minutes)
        _actions(writer, minutes)
        writer.heading(_("Who was there"))
        writer.text(minutes.attendance.summary)
        for fact in (*minutes.attendance.roles, *minutes.attendance.names):
            writer.text(_("{label}: {words}").format(label=fact.label, words=", ".join(fact.texts)))
        if minutes.temperature is not None:
            writer.text(minutes.temperature.sentence)
        for item in minutes.items:
            _item(writer, item)
        for section in minutes.sections:
            writer.heading(section.heading)
            for words in section.texts:
                writer.text(words)
        writer.small(minutes.source)
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _decisions(writer: _Writer, minutes: Minutes) -> None:
    if minutes.decisions:
        writer.heading(_("Decisions"))
        for decision in minutes.decisions:
            _decision(writer, decision)


def _decision(writer: _Writer, decision: Decision) -> None:
    writer.text(" ".join(part for part in (decision.number, decision.text) if part), strong=True)
    writer.small(" · ".join(part for part in (decision.outcome, *decision.details) if part))


def _actions(writer: _Writer, minutes: Minutes) -> None:
    if minutes.actions:
        writer.heading(_("Actions"))
        for action in minutes.actions:
            _action(writer, action)


def _action(writer: _Writer, action: Action) -> None:
    writer.text(" ".join(part for part in (action.number, action.text) if part))
    writer.small(
        " · ".join(part for part in (action.who, action.organisation, action.due, action.hours) if part)
    )


def _item(writer: _Writer, item: Item) -> None:
    writer.heading(" ".join(part for part in (item.number, item.title) if part))
    writer.small(
        " · ".join(part for part in (item.label, item.outcome, item.time.words, item.presenters) if part)
    )
    for remark in item.remarks:
        writer.text(remark)
    writer.text(item.notes)
    for decision in item.decisions:
        _decision(writer, decision)
        for fact in decision.facts:
            writer.text(_("{label}: {words}").format(label=fact.label, words=" ".join(fact.texts)))
    for action in item.actions:
        _action(writer, action)


class _Writer:
    """Appends paragraphs to a document; all stand on the side where the window is read from, whatever their script."""

    def __init__(self, cursor: QTextCursor, *, backwards: bool) -> None:
        self._cursor = cursor
        side = Qt.AlignmentFlag.AlignRight if backwards else Qt.AlignmentFlag.AlignLeft
        self._side = side | Qt.AlignmentFlag.AlignAbsolute
        self._first = True

    def heading(self, words: str) -> None:
        """A heading with room above it."""
        self._put(words, theme.SECTION, theme.STRONG, "ink", 20)

    def text(self, words: str, *, strong: bool = False) -> None:
        """A paragraph as wide as the page; its line breaks stay."""
        self._put(words, theme.BODY, theme.STRONG if strong else theme.REGULAR, "ink", 8)

    def small(self, words: str) -> None:
        """A line that says more about the one above."""
        self._put(words, 14, theme.REGULAR, "ink2", 2)

    def _put(self, words: str, size: float, weight: int, tone: str, above: int) -> None:
        if not words.strip():
            return
        block, letters = QTextBlockFormat(), QTextCharFormat()
        block.setAlignment(self._side)
        block.setTopMargin(0 if self._first else theme.px(above))
        block.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        letters.setFont(theme.font(size, weight))
        letters.setForeground(QColor(theme.colour(tone)))
        if not self._first:
            self._cursor.insertBlock()
        self._cursor.setBlockFormat(block)
        self._cursor.insertText(words.strip().replace("\n", "\u2028"), letters)
        self._first = False
