"""Every icon that a window asks for is shipped, and none is shipped that no window asks for."""

import ast
from collections.abc import Iterator
from pathlib import Path

from coalmeet.resources import folder

OURS = "coalmeet"  # the program's own sign
NAME_IS_ARGUMENT = {"icons.draw": 1, "icons.icon": 0, "icons.pixmap": 0}


def shipped() -> set[str]:
    return {path.stem for path in folder("icons").glob("*.svg")} - {OURS}


def words(root: Path) -> Iterator[str]:
    """Every text constant of the windows: an icon's name is one of them."""
    for path in (root / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def asked(root: Path) -> Iterator[str]:
    """Names that are handed to ui/icons.py, or to a widget as its icon, as plain text."""
    for path in (root / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                place = NAME_IS_ARGUMENT.get(ast.unparse(node.func))
                handed = [] if place is None else node.args[place : place + 1]
                handed += [keyword.value for keyword in node.keywords if keyword.arg == "icon"]
                yield from (
                    str(part.value) for part in handed if isinstance(part, ast.Constant) and part.value
                )


def test_no_window_asks_for_an_icon_that_is_missing(root: Path) -> None:
    assert set(asked(root)) - shipped() - {OURS} == set()


def test_no_icon_lies_unused(root: Path) -> None:
    assert shipped() - set(words(root)) == set()
