"""A line for secret words: what was cleared away comes back by no key."""

from PySide6.QtCore import Qt

from ui.widgets.secret_line import SecretLine


def test_words_that_were_cleared_do_not_come_back_with_undo(qtbot):
    line = SecretLine(seen=True)
    qtbot.addWidget(line)
    line.show()
    qtbot.keyClicks(line, "otter softly paper")
    line.clear()
    assert not line.isUndoAvailable()
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == ""
