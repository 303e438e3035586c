"""Letters to those who were away, made into a folder that somebody chose."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from coalmeet.commands import letters
from coalmeet.commands.hand_out import told
from coalmeet.text import _
from ui.documents import documents

if TYPE_CHECKING:
    from ui.meetings.page import MeetingsPage


def write_letters(page: MeetingsPage, meeting: str) -> None:
    """Ask for a folder, and make the letters there. Says why not, where they cannot be made."""
    with page.saying():
        chosen = QFileDialog.getExistingDirectory(page, _("A folder for the letters"), str(documents()))
        if not chosen:
            return
        post = page.book.read(letters.read, meeting)
        page.maker.make(_("Writing the letters"), partial(_written, post, Path(chosen)), page.done.say)


def _written(post: letters.Post, folder: Path) -> str:
    return told(len(letters.write(post, folder)), folder)
