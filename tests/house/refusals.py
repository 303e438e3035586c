"""Every sentence with which a rule says no, read from the syntax tree: also those that a function makes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FRAGMENTS = ("text.py", "words.py")  # they make words and lists for sentences, not sentences
WORDS_OF_PEOPLE = ("_", "ngettext", "pgettext")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Refusal:
    """A sentence, and the place in the product that says it."""

    place: str
    sentence: str


@dataclass
class Source:
    """All functions of the product by name, and the calls of each name."""

    functions: dict[str, list[tuple[Path, Function]]] = field(default_factory=dict)
    calls: dict[str, list[ast.Call]] = field(default_factory=dict)
    refusing: list[tuple[Path, ast.Call, Function]] = field(default_factory=list)

    def functions_of(self, name: str, path: Path) -> list[tuple[Path, Function]]:
        """The functions of this name: that of the same file, or else those that others may call."""
        every = self.functions.get(name, [])
        own = [one for one in every if one[0] == path]
        return own or ([] if name.startswith("_") else every)


def name_of(call: ast.Call) -> str:
    """What is called, without the module that it comes from."""
    function = call.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def maker(call: ast.Call) -> str:
    """The function that may make a sentence; what a meeting is asked for makes none."""
    asked = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "meeting"
    return "" if asked else name_of(call)


def calls_in(node: ast.AST) -> Iterator[ast.Call]:
    """The calls in a piece of source."""
    return (one for one in ast.walk(node) if isinstance(one, ast.Call))


def read(folder: Path) -> Source:
    """What the sources in a folder say."""
    source = Source()
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in calls_in(tree):
            source.calls.setdefault(name_of(call), []).append(call)
        for function in (one for one in ast.walk(tree) if isinstance(one, Function)):
            if path.name not in FRAGMENTS:
                source.functions.setdefault(function.name, []).append((path, function))
            refused = [one for one in calls_in(function) if name_of(one) == "NotAllowed"]
            source.refusing += [(path, call, function) for call in refused]
    return source


def texts(node: ast.AST) -> list[str]:
    """The translatable texts in a piece of source, those left out that are put into a sentence as a value."""
    values = {
        id(one) for call in calls_in(node) if name_of(call) == "format" for one in _below(call.keywords)
    }
    return [
        argument.value
        for call in calls_in(node)
        if name_of(call) in WORDS_OF_PEOPLE and id(call) not in values
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


def _below(nodes: list[ast.keyword]) -> Iterator[ast.AST]:
    return (one for node in nodes for one in ast.walk(node))


def refusals(folder: Path) -> list[Refusal]:
    """Every sentence of every refusal; a place whose sentence cannot be found is in it with the sentence ""."""
    source = read(folder)
    found: list[Refusal] = []
    for path, call, function in source.refusing:
        said = texts(call) or _made(source, path, call, function) or _handed_in(source, call, function)
        place = f"{path.relative_to(folder.parent)}:{call.lineno}"
        found += [Refusal(place, sentence) for sentence in said or [""]]
    return list(dict.fromkeys(found))


def _made(source: Source, path: Path, call: ast.Call, function: Function) -> list[str]:
    """The sentences of the functions that make it, called in place or before, and those written before."""
    names = {one.id for argument in call.args for one in ast.walk(argument) if isinstance(one, ast.Name)}
    before = [
        one.value
        for one in ast.walk(function)
        if isinstance(one, ast.Assign | ast.NamedExpr) and names & {*_targets(one)}
    ]
    makers = [(maker(one), path) for node in (*call.args, *before) for one in calls_in(node)]
    return [text for value in before for text in texts(value)] + _all_texts(source, makers)


def _targets(assignment: ast.Assign | ast.NamedExpr) -> list[str]:
    targets = assignment.targets if isinstance(assignment, ast.Assign) else [assignment.target]
    return [one.id for one in targets if isinstance(one, ast.Name)]


def _all_texts(source: Source, makers: list[tuple[str, Path]]) -> list[str]:
    """What these functions and the functions that they call may say."""
    known: set[str] = set()
    found: list[str] = []
    while makers:
        name, path = makers.pop()
        if name in known:
            continue
        known.add(name)
        for where, function in source.functions_of(name, path):
            if isinstance(function.returns, ast.Name) and function.returns.id == "str":
                found += texts(function)
                makers += [(maker(one), where) for one in calls_in(function)]
    return found


def _handed_in(source: Source, call: ast.Call, function: Function) -> list[str]:
    """The sentences that callers hand to a function which refuses with what it was given."""
    given = {one.arg for one in function.args.args}
    if not any(isinstance(argument, ast.Name) and argument.id in given for argument in call.args):
        return []
    return [text for one in source.calls.get(function.name, []) for text in texts(one)]
