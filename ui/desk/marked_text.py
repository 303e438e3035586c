"""A text with what changed in it: struck in ink 3 what was taken out, bold and underlined what was added."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy

from coalmeet.public import PublicPiece
from coalmeet.text import _
from ui import theme
from ui.widgets import lines
from ui.widgets.spoken import Painted


class MarkedText(Painted):
    """As high as its width needs."""

    def __init__(self, size: float = theme.SECTION) -> None:
        super().__init__()
        self._pieces: tuple[PublicPiece, ...] = ()
        self._size = size
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_pieces(self, pieces: tuple[PublicPiece, ...]) -> None:
        """Show these pieces, one after the other."""
        spaced = _spaced(pieces)
        if spaced == self._pieces:
            return
        self._pieces = spaced
        self.speak(_spoken(pieces))
        self._claim()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        made = self._made(width)
        return int(made.boundingRect().height()) + 2

    def sizeHint(self) -> QSize:
        width = theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), int(lines.line_height(theme.font(self._size))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._claim()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.colour("ink"))
        self._made(self.width()).draw(painter, QPointF(0, 0))

    def _claim(self) -> None:
        if self.width() > 0:
            self.setMinimumHeight(self.heightForWidth(self.width()))

    def _made(self, width: int) -> QTextLayout:
        text = "".join(lines.shown(piece.text).replace("\n", "\u2028") for piece in self._pieces)
        layout = QTextLayout(text, theme.font(self._size))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # The text itself says in which direction it runs; only the side it stands on follows the window.
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        y, height = 0.0, lines.line_height(theme.font(self._size))
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, y))
            y += height
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        found, at = [], 0
        for piece in self._pieces:
            length = len(lines.shown(piece.text).encode("utf-16-le", "surrogatepass")) // 2  # as Qt counts
            if piece.kind != "same":
                part = QTextLayout.FormatRange()
                part.start, part.length = at, length
                part.format = _format(piece.kind)
                found.append(part)
            at += length
        return found


def _spaced(pieces: tuple[PublicPiece, ...]) -> tuple[PublicPiece, ...]:
    """A blank between what was taken out and what came in its place, which no text has there."""
    found: list[PublicPiece] = []
    for piece in pieces:
        if (
            piece.kind == "added"
            and found
            and found[-1].kind == "removed"
            and not found[-1].text.endswith(" ")
        ):
            found.append(PublicPiece("same", " "))
        found.append(piece)
    return tuple(found)


def _format(kind: str) -> QTextCharFormat:
    marked = QTextCharFormat()
    if kind == "removed":
        marked.setForeground(theme.colour("ink3"))
        marked.setFontStrikeOut(True)
    else:
        marked.setForeground(theme.colour("accent"))
        marked.setFontWeight(QFont.Weight.Bold)
        marked.setFontUnderline(True)
    return marked


def _spoken(pieces: tuple[PublicPiece, ...]) -> str:
    words = {
        "removed": _("[taken out: {text}]"),
        "added": _("[added: {text}]"),
    }
    return "".join(words[one.kind].format(text=one.text) if one.kind in words else one.text for one in pieces)
