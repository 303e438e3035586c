"""Measures the house rules on the syntax tree: sizes of files, functions, windows; names; first sentences."""

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

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of source: its path from the root, its number of lines, its syntax tree."""

    path: str
    lines: int
    tree: ast.Module


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
            yield Module(path.relative_to(root).as_posix(), len(text.splitlines()), ast.parse(text))


def _module(module: Module) -> Iterator[str]:
    if module.lines > LONGEST_FILE:
        yield f"{module.path}: {module.lines} lines (house: {LONGEST_FILE})"
    sentence = ast.get_docstring(module.tree)
    if not sentence or not sentence.strip():
        yield f"{module.path}: does not begin with a sentence that says what it is for"


def _functions(module: Module) -> Iterator[str]:
    for function in functions(module.tree):
        if length(function) > LONGEST_FUNCTION:
            yield (
                f"{module.path}:{function.lineno} {function.name}: "
                f"{length(function)} lines (house: {LONGEST_FUNCTION})"
            )


def _windows(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef) and _is_drawn(node):
            own = [part for part in node.body if isinstance(part, Function) and _is_ours(part.name)]
            if len(own) > WINDOW_METHODS:
                yield f"{module.path}:{node.lineno} {node.name}: {len(own)} methods (house: {WINDOW_METHODS})"


def _is_drawn(node: ast.ClassDef) -> bool:
    """Whether a class of `ui` is a window or a part of one; plain values and QObjects draw nothing."""
    bases = {ast.unparse(base) for base in node.bases}
    return bool(bases) and not bases & {"QObject", "Protocol", "NamedTuple", "Enum", "IntEnum", "StrEnum"}


def _is_ours(name: str) -> bool:
    return name == name.lower() and not name.startswith("__")


def _names(module: Module) -> Iterator[str]:
    for function in functions(module.tree):
        if function.name != function.name.lower() and function.name not in _qt_names():
            yield f"{module.path}:{function.lineno} {function.name}: only Qt's overrides are camelCase"


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
    lengths = [length(function) for module in modules for function in functions(module.tree)]
    found = []
    if sizes and median(sizes) > MEDIAN_FILE:
        found.append(f"half of all files are longer than {median(sizes):.0f} lines (house: {MEDIAN_FILE})")
    if lengths and median(lengths) > MEDIAN_FUNCTION:
        found.append(
            f"half of all functions are longer than {median(lengths):.0f} lines (house: {MEDIAN_FUNCTION})"
        )
    return found


def functions(tree: ast.Module) -> Iterator[Function]:
    """Every function and method of a file."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function) -> int:
    """Lines from `def` to the end of the body."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


if __name__ == "__main__":
    found = findings(Path(__file__).resolve().parent.parent)
    for sentence in found:
        print(sentence)
    sys.exit(1 if found else 0)
