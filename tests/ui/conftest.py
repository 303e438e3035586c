"""No window outlives its test: each one left over would be dressed anew whenever a later test changes the looks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def nothing_left_over(qapp: QApplication) -> Iterator[None]:
    """pytest-qt asks for the windows to be deleted later; nothing else would ever come to it."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
