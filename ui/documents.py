"""Where files are looked for and offered to be kept, when nobody has chosen a folder yet."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_documents_path


def documents() -> Path:
    """The folder for documents that the system names, if there is one; the user's own folder if not.

    A folder that is not there would stand as a file's name in the dialog.
    """
    named = user_documents_path()
    return named if named.is_dir() else Path.home()
