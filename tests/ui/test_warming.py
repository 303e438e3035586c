"""What is imported while somebody looks at the first window, and by whom."""

import subprocess
import sys

from ui import warming

NO_WINDOW = """
import importlib, sys
for module in {core!r}:
    importlib.import_module(module)
print(sorted(one for one in sys.modules if one.split(".")[0] in ("PySide6", "shiboken6", "ui")))
"""
BY_WHOM = """
import builtins, sys, threading
from PySide6.QtWidgets import QApplication
from ui.warming import Warming, WarmingWindows
app = QApplication([])
off_thread, make = [], builtins.__build_class__
def watched(function, name, *bases, **more):
    made = make(function, name, *bases, **more)
    if type(made).__name__ == "ObjectType" and threading.current_thread() is not threading.main_thread():
        off_thread.append(made)
    return made
builtins.__build_class__ = watched
core, windows = Warming(), WarmingWindows()
core.finished.connect(windows.start)
core.start()
while core.isRunning() or not windows.is_busy():
    app.processEvents()
while windows.is_busy():
    app.processEvents()
core.wait()
print(off_thread, "ui.desk.window" in sys.modules, "ui.share.window" in sys.modules, "ui.prepare.page" in sys.modules)
"""


def said(script: str) -> str:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_other_thread_imports_no_window_not_even_indirectly():
    assert said(NO_WINDOW.format(core=warming.CORE)) == "[]"


def test_every_class_of_widget_comes_to_be_in_the_windows_own_thread():
    assert said(BY_WHOM) == "[] True True True"
