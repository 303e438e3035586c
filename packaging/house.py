"""Measures the house rules on the syntax tree: sizes of files, functions, windows; names; first sentences."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

LONGEST_FILE = 400
MEDIAN_FILE = 120
LONGEST_FUNCTION = 50
MEDIAN_FUNCTION = 8
WINDOW_METHODS = 12
PACKAGES = ("coalmeet", "ui")
MEASURED = (*PACKAGES, "packaging", "tests")

_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")  # of a statement: lists of further ones
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Defined:
    """A function, or a class with its bases and methods: its name, its line, and its lines from `def` to the end.

    The tree is not kept: that of all files is a million things, among which Python would look for garbage.
    """

    name: str
    line: int
    lines: int
    bases: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()


@dataclass(frozen=True)
class Module:
    """One file of source: its path from the root, its number of lines, its first sentence, and what it defines."""

    path: str
    lines: int
    sentence: str
    functions: tuple[Defined, ...]
    classes: tuple[Defined, ...]


def findings(root: Path) -> list[str]:
    """Sentences that name what breaks the house rules; empty when all hold."""
    modules = list(read(root))
    product = [module for module in modules if module.path.split("/")[0] in PACKAGES]
    found = [sentence for module in modules for sentence in (*_module(module), *_functions(module))]
    found += [sentence for module in product for sentence in _names(module)]
    windows = [module for module in product if module.path.startswith("ui/")]
    found += [sentence for module in windows for sentence in _windows(module)]
    return found + _medians(product)


def read(root: Path) -> Iterator[Module]:
    """Every Python file of the project, parsed."""
    for folder in MEASURED:
        for path in sorted((root / folder).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            tree = ast.parse(text)
            defined = list(definitions(tree))
            yield Module(
                path.relative_to(root).as_posix(),
                len(text.splitlines()),
                ast.get_docstring(tree) or "",
                tuple(_told(one) for one in defined if isinstance(one, Function)),
                tuple(_told(one) for one in defined if isinstance(one, ast.ClassDef)),
            )


def _module(module: Module) -> Iterator[str]:
    if module.lines > LONGEST_FILE:
        yield f"{module.path}: {module.lines} lines (house: {LONGEST_FILE})"
    if not module.sentence.strip():
        yield f"{module.path}: does not begin with a sentence that says what it is for"


def _functions(module: Module) -> Iterator[str]:
    for one in module.functions:
        if one.lines > LONGEST_FUNCTION:
            yield f"{module.path}:{one.line} {one.name}: {one.lines} lines (house: {LONGEST_FUNCTION})"


def _windows(module: Module) -> Iterator[str]:
    for one in module.classes:
        own = [name for name in one.methods if _is_ours(name)]
        if len(own) > WINDOW_METHODS and _is_drawn(one):
            yield f"{module.path}:{one.line} {one.name}: {len(own)} methods (house: {WINDOW_METHODS})"


def _is_drawn(one: Defined) -> bool:
    """Whether a class of `ui` is a window or a part of one; plain values and QObjects draw nothing."""
    undrawn = {"QObject", "Protocol", "NamedTuple", "Enum", "IntEnum", "StrEnum"}
    return bool(one.bases) and not undrawn & set(one.bases)


def _is_ours(name: str) -> bool:
    return name == name.lower() and not name.startswith("__")


def _names(module: Module) -> Iterator[str]:
    for function in module.functions:
        if function.name != function.name.lower() and function.name not in _qt_names():
            yield f"{module.path}:{function.line} {function.name}: only Qt's overrides are camelCase"


@cache
def _qt_names() -> frozenset[str]:
    """The names of all methods of Qt, to tell an override from a name of our own."""
    modules = [importlib.import_module(f"PySide6.Qt{name}") for name in ("Core", "Gui", "Widgets")]
    # PySide6 makes its classes when they are asked for: vars() would miss those that nobody used.
    values = [getattr(module, name) for module in modules for name in dir(module)]
    return frozenset(name for value in values if isinstance(value, type) for name in dir(value))


def _medians(modules: list[Module]) -> list[str]:
    # Empty package files would flatter the median.
    sizes = [module.lines for module in modules if not module.path.endswith("__init__.py")]
    lengths = [function.lines for module in modules for function in module.functions]
    found = []
    if sizes and median(sizes) > MEDIAN_FILE:
        found.append(f"half of all files are longer than {median(sizes):.0f} lines (house: {MEDIAN_FILE})")
    if lengths and median(lengths) > MEDIAN_FUNCTION:
        found.append(
            f"half of all functions are longer than {median(lengths):.0f} lines (house: {MEDIAN_FUNCTION})"
        )
    return found


def definitions(node: ast.AST) -> Iterator[Function | ast.ClassDef]:
    """Every function, method and class in a file or a part of one; only statements hold any."""
    for block in _BLOCKS:
        for inner in getattr(node, block, ()):
            if isinstance(inner, Function | ast.ClassDef):
                yield inner
            yield from definitions(inner)


def _told(node: Function | ast.ClassDef) -> Defined:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if isinstance(node, Function):
        return Defined(node.name, node.lineno, lines)
    bases = tuple(ast.unparse(base) for base in node.bases)
    methods = tuple(part.name for part in node.body if isinstance(part, Function))
    return Defined(node.name, node.lineno, lines, bases, methods)


if __name__ == "__main__":
    found = findings(Path(__file__).resolve().parent.parent)
    for sentence in found:
        print(sentence)
    sys.exit(1 if found else 0)
