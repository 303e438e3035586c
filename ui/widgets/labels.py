"""Labels that show exactly the text they are given: one line that ends in …, or as many lines as it takes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import icons, theme
from ui.widgets import lines
from ui.widgets.tips import tip


class _Text(QLabel):
    """What both kinds share: plain text, a size and weight of the theme, a tone (a colour by its meaning)."""

    def __init__(
        self,
        text: str = "",
        size: float = theme.BODY,
        weight: int = theme.REGULAR,
        tone: str = "ink",
        *,
        tabular: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._size, self._weight, self._tone, self._tabular = size, weight, tone, tabular
        self.setFont(theme.font(size, weight, tabular=tabular))
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Show the text in another colour of the theme."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def set_weight(self, weight: int) -> None:
        """Show the text lighter or bolder."""
        if weight != self._weight:
            self._weight = weight
            self.setFont(theme.font(self._size, weight, tabular=self._tabular))

    def set_size(self, size: float) -> None:
        """Show the text larger or smaller."""
        if size != self._size:
            self._size = size
            self.setFont(theme.font(size, self._weight, tabular=self._tabular))
            self.updateGeometry()

    def pen(self) -> QPainter:
        """A painter in the label's font and colour."""
        painter = QPainter(self)
        # The text itself says in which direction it runs; only the side it stands on follows the window.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setFont(self.font())
        painter.setPen(theme.colour(self._tone if self.isEnabled() else "ink3"))
        return painter

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.setFont(theme.font(self._size, self._weight, tabular=self._tabular))
            self.updateGeometry()
        elif event.type() == QEvent.Type.FontChange:
            # In another place the style sheet brings back the letters that the label had when it was first shown.
            wanted = theme.font(self._size, self._weight, tabular=self._tabular)
            if (wanted.pixelSize(), wanted.weight()) != (self.font().pixelSize(), self.font().weight()):
                self.setFont(wanted)
                self.updateGeometry()
        super().changeEvent(event)


class OneLine(_Text):
    """One line that ends in … when it is narrow; a tooltip then shows the rest; readers hear it all."""

    def __init__(
        self,
        text: str = "",
        size: float = theme.BODY,
        weight: int = theme.REGULAR,
        tone: str = "ink",
        *,
        tabular: bool = False,
    ) -> None:
        super().__init__(text, size, weight, tone, tabular=tabular)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        whole = lines.width_of(lines.one_line(self.text()), self.font())
        return QSize(int(whole) + 2, int(lines.line_height(self.font())))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme.px(40)), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_cut = self.sizeHint().width() > self.width() + 1
        self.setToolTip(tip(lines.one_line(self.text())) if is_cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.pen()
        side = self.style().visualAlignment(self.layoutDirection(), self.alignment())
        painter.drawText(
            QRectF(self.rect()),
            int(
                side
                | Qt.AlignmentFlag.AlignVCenter
                | Qt.AlignmentFlag.AlignAbsolute
                | Qt.TextFlag.TextSingleLine
            ),
            lines.elided(self.text(), self.font(), self.width()),
        )


class Wrapped(_Text):
    """Text that takes the height that its width needs; `most` lines at most, if given, then …"""

    def __init__(
        self,
        text: str = "",
        size: float = theme.BODY,
        weight: int = theme.REGULAR,
        tone: str = "ink",
        *,
        most: int = 0,
        tabular: bool = False,
    ) -> None:
        self._most = most
        self._asked: tuple[str, str] = ("", "")
        self._found: dict[int, tuple[str, ...]] = {}
        super().__init__(text, size, weight, tone, tabular=tabular)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(len(self._lines(width)) * lines.line_height(self.font())) + 1

    def sizeHint(self) -> QSize:
        whole = lines.width_of(max(lines.shown(self.text()).split("\n"), key=len), self.font())
        width = min(int(whole) + 2, theme.px(480))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme.px(80)), int(lines.line_height(self.font())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Deep layouts ask for the height before they know the width: claim it once it is known.
        if self.minimumHeight() != self.heightForWidth(self.width()):
            self.setMinimumHeight(self.heightForWidth(self.width()))

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setMinimumHeight(self.heightForWidth(self.width()) if self.isVisible() else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, height = self.pen(), lines.line_height(self.font())
        side = self.style().visualAlignment(self.layoutDirection(), self.alignment())
        flags = int(
            (side & Qt.AlignmentFlag.AlignHorizontal_Mask)
            | Qt.AlignmentFlag.AlignVCenter
            | Qt.AlignmentFlag.AlignAbsolute
        )
        for at, line in enumerate(self._lines(self.width())):
            painter.drawText(QRectF(0, at * height, self.width(), height), flags, line)

    def _lines(self, width: int) -> tuple[str, ...]:
        """The lines at this width; layouts ask for the same again and again, so what was found is kept."""
        if not self.text():
            return ()
        asked = (self.text(), self.font().key())
        if asked != self._asked:
            self._asked, self._found = asked, {}
        if width not in self._found:
            self._found[width] = lines.wrap_evenly(self.text(), self.font(), width, self._most)
        return self._found[width]


class Icon(QWidget):
    """An icon beside a word; it says nothing of its own, the word does."""

    def __init__(self, name: str, tone: str = "ink2", size: float = theme.ICON) -> None:
        super().__init__()
        self._name, self._tone = name, tone
        self.setFixedSize(theme.px(size), theme.px(size))

    def set_icon(self, name: str, tone: str) -> None:
        """Show another icon, or the same in another tone."""
        if (name, tone) != (self._name, self._tone):
            self._name, self._tone = name, tone
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.draw(QPainter(self), self._name, QRectF(self.rect()), self._tone)
