"""What people typed is only shown: no tooltip and no label takes it for markup, and the clipboard waits to be asked."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

# Where something is copied or pasted: each is what a button or a key that says so does.
CLIPBOARD = {
    "ui/agreement/papers.py": "copy the charter or the matrix",
    "ui/crash.py": "Copy the report",
    "ui/desk/cards/so_far.py": "copy what was said so far",
    "ui/desk/window.py": "copy what the call sees, as text",
    "ui/meetings/copying.py": "copy the minutes",
    "ui/prepare/body.py": "Paste an agenda",
    "ui/prepare/papers.py": "copy the agenda",
    "ui/widgets/six_words.py": "copy the words of a passphrase",
}
LABELS = {"ui/widgets/labels.py", "ui/widgets/spoken.py", "ui/rehearsal/practice_bar.py"}
RICH = {"QMessageBox", "QTextBrowser", "QErrorMessage", "QWhatsThis"}


def sources(root: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((root / "ui").rglob("*.py")):
        yield path.relative_to(root).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def risky_tips(tree: ast.Module) -> list[str]:
    """Tooltips that are neither our own words nor made by `tip`, which shows a text as it is."""
    calls = (one for one in ast.walk(tree) if isinstance(one, ast.Call))
    tips = (one for one in calls if isinstance(one.func, ast.Attribute) and one.func.attr == "setToolTip")
    return [f"{one.lineno}: {ast.unparse(one)}" for one in tips if not harmless(one.args[0])]


def harmless(node: ast.expr) -> bool:
    if isinstance(node, ast.IfExp):
        return harmless(node.body) and harmless(node.orelse)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id == "tip" or (node.func.id == "_" and isinstance(node.args[0], ast.Constant))
    return isinstance(node, ast.Constant)


def test_no_tooltip_takes_what_people_wrote_for_markup(root: Path) -> None:
    assert [(path, one) for path, tree in sources(root) for one in risky_tips(tree)] == []


@pytest.mark.parametrize(
    ("source", "risky"),
    [
        ("self.setToolTip(name)", True),
        ("self.setToolTip(_('{name} earlier').format(name=name))", True),
        ("self.setToolTip(f'{name}  Ctrl+N')", True),
        ("self.setToolTip(tip(name))", False),
        ("self.setToolTip(tip(name) if cut else '')", False),
        ("self.setToolTip(_('Put it right'))", False),
    ],
)
def test_a_risky_tooltip_is_noticed(source: str, risky: bool) -> None:
    assert bool(risky_tips(ast.parse(source))) is risky


def test_labels_are_those_that_show_plain_text(root: Path) -> None:
    made = {
        (path, one.func.id)
        for path, tree in sources(root)
        for one in ast.walk(tree)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)
    }
    assert {path for path, name in made if name == "QLabel"} <= LABELS
    assert not {one for one in made if one[1] in RICH}


def test_the_clipboard_is_touched_only_where_somebody_asks_for_it(root: Path) -> None:
    found = {
        path
        for path, tree in sources(root)
        for one in ast.walk(tree)
        if isinstance(one, ast.Attribute) and one.attr == "clipboard"
    }
    assert found == set(CLIPBOARD)


def test_nothing_is_logged_to_a_file(root: Path) -> None:
    """There is no log: what the program notices it says on the screen, where it happened."""
    handlers = ("FileHandler", "basicConfig", "addHandler", "QFile", "qInstallMessageHandler")
    for package in ("coalmeet", "ui"):
        for path in (root / package).rglob("*.py"):
            words = path.read_text(encoding="utf-8")
            assert not [one for one in handlers if f"{one}(" in words], path
