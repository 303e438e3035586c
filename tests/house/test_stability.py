"""PySide6 6.12.0 aborts on Python 3.11 after some 550 signals: the pinned one must bear twenty thousand."""

import os
import subprocess
import sys

WORKLOAD = """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

class Meeting(QObject):
    changed = Signal(bool)

app = QApplication([])
meeting, label, heard = Meeting(), QLabel(), []
meeting.changed.connect(heard.append)
for turn in range(20_000):
    meeting.changed.emit(turn % 2 == 0)
    label.setText(str(turn))
    if len(heard) > 100:
        heard.clear()
print(label.text(), sys.getrefcount(True) > 0)
"""


def test_twenty_thousand_signals_do_not_end_the_program() -> None:
    answer = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", WORKLOAD],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.split() == ["19999", "True"]
