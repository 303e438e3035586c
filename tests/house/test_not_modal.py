"""Nothing holds up a meeting: no window opens a dialog that must be answered while a clock runs."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

WHILE_A_CLOCK_RUNS = ("ui/desk", "ui/share", "ui/live.py", "ui/meeting_room.py")
MODAL_CLASSES = (
    "QMessageBox",
    "QInputDialog",
    "QFileDialog",
    "QColorDialog",
    "QProgressDialog",
    "QDialog",
    "QWizard",
)
MODAL_CALLS = ("exec", "exec_", "setModal", "setWindowModality")


def sources(root: Path) -> Iterator[Path]:
    """The files of the windows that are up while a clock runs."""
    for name in WHILE_A_CLOCK_RUNS:
        place = root / name
        yield from sorted(place.rglob("*.py")) if place.is_dir() else [place]


def modal(source: str) -> list[str]:
    """What in a source opens a dialog that must be answered first."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Name | ast.alias)
            and getattr(node, "id", getattr(node, "name", "")) in MODAL_CLASSES
        ):
            found.append(f"{node.lineno}: {ast.unparse(node)}")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called, whose = node.func.attr, ast.unparse(node.func.value)
            if called in MODAL_CALLS or (called == "open" and "dialog" in whose):
                found.append(f"{node.lineno}: {ast.unparse(node.func)}()")
    return found


def test_no_window_of_a_running_meeting_opens_a_modal_dialog(root: Path) -> None:
    found = [
        f"{path.relative_to(root)}:{one}" for path in sources(root) for one in modal(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "QMessageBox.warning(self, 'Sure?')",
        "from PySide6.QtWidgets import QMessageBox",
        "menu.exec(here)",
        "self.dialog.open()",
        "card.setModal(True)",
        "card.setWindowModality(Qt.WindowModality.ApplicationModal)",
    ],
)
def test_a_modal_dialog_is_noticed(source: str) -> None:
    assert modal(source)
