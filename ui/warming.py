"""Imports what the first file needs in a thread of its own: on the window's thread it would stall for 350 ms."""

from __future__ import annotations

import importlib

from PySide6.QtCore import QThread

# SQLAlchemy comes with the first of them; the others are what pages ask next.
MODULES = (
    "coalmeet.store.file",
    "coalmeet.store.edit",
    "coalmeet.store.engine",
    "coalmeet.store.gesture",
    "coalmeet.store.actions",
    "coalmeet.store.agenda",
    "coalmeet.store.decisions",
    "coalmeet.store.meetings",
    "coalmeet.store.people",
    "babel.dates",
    "babel.numbers",
    "ui.start.page",
    "ui.meetings.page",
    "ui.preview.page",
    "ui.prepare.page",
    "ui.members.page",
    "ui.rotation.page",
    "ui.decisions.page",
    "ui.desk.window",
    "ui.share.window",
)


class Warming(QThread):
    """`finished` tells that a file may be opened; a module that cannot be imported shows itself when it is used."""

    def run(self) -> None:
        for module in MODULES:
            importlib.import_module(module)
