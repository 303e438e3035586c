"""What the file says about its coalition."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from coalmeet.coalition.coalition import Coalition
from coalmeet.errors import FileProblem
from coalmeet.store.edit import edit
from coalmeet.store.file import CoalitionFile
from coalmeet.store.rows import made
from coalmeet.store.tables import COALITION
from coalmeet.text import _


def read(con: Connection) -> Coalition:
    """The one coalition of the file. Raises FileProblem when its row is gone."""
    found = con.execute(select(COALITION).order_by(COALITION.c.id).limit(1)).first()
    if found is None:
        raise FileProblem(_("The file does not say which coalition it belongs to; open a backup."))
    return made(Coalition, found, quorum=found.quorum or 0, review_days=found.review_days or 182)


def write(con: Connection, file: CoalitionFile, **fields: Any) -> tuple[str, ...]:
    """Change what the file says about it; returns the changes, for undo."""
    return edit(con, file, "coalition", read(con).id, **fields)
