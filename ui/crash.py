"""When the program itself fails: a report to copy that holds no word of any meeting, and the program goes on."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

from coalmeet import __version__, quiet
from coalmeet.text import _
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Versions and where it happened: names of files and functions and line numbers, no values and no message.

    An error's message may quote what people wrote; it is left out, and so are paths above the program's own.
    """
    lines = [
        f"Coalmeet {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}",
    ]
    return "\n".join([*lines, *quiet.places(kind, trace)])


class CrashDialog(QDialog):
    """Says that it was not the facilitator's fault, that everything is saved, and shows the report."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something in Coalmeet failed"))
        self.setModal(False)  # a meeting may be going on behind it
        title = Wrapped(_("Something in Coalmeet failed"), theme.HEADING, theme.STRONG)
        calm = Wrapped(
            _(
                "This is a mistake of the program, not yours. Everything up to the last step is saved, and you can "
                "go on. If it happens again, close the program and open the file anew: it goes on where it was."
            ),
            tone="ink2",
        )
        kept = Wrapped(
            _("The report names places in the program and holds no word of your meetings:"), tone="ink2"
        )
        self.report = QPlainTextEdit(text)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(_("Report"))
        copy, go_on = (
            Button(_("Copy the report"), icon="copy"),
            Button(_("Go on"), "primary", size=theme.CONTROL),
        )
        copy.clicked.connect(self.copy_report)
        go_on.clicked.connect(self.close)
        go_on.setDefault(True)
        buttons = row(None, copy, go_on, gap=8)
        self.setLayout(
            column(title, 8, calm, 12, kept, 8, (self.report, 1), 16, buttons, margins=(28, 24, 28, 24))
        )
        self.resize(theme.px(620), theme.px(420))

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())


class Watch(QObject):
    """Shows one dialog at a time; what failed in another thread is handed to the one that may show windows."""

    failed = Signal(str)

    def __init__(self, parent: Callable[[], QWidget | None]) -> None:
        super().__init__(QApplication.instance())
        self._parent = parent
        self.dialog: CrashDialog | None = None
        self.failed.connect(self._show)

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take the place of sys.excepthook."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = report(kind, trace)
        sys.stderr.write(text + "\n")
        self.failed.emit(text)

    @Slot(str)
    def _show(self, text: str) -> None:
        if self.dialog is None or not self.dialog.isVisible():
            self.dialog = CrashDialog(text, self._parent())
            self.dialog.show()


def watch(parent: Callable[[], QWidget | None]) -> Watch:
    """From now on show the dialog for whatever nobody caught."""
    watching = Watch(parent)
    sys.excepthook = watching.hook
    return watching
