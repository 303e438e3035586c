"""All real records through the command line: in, known again, and out letter by letter."""

from __future__ import annotations

import io
from pathlib import Path

from coalmeet import cli
from coalmeet.commands.terminal import Terminal


def run(*words: object) -> str:
    terminal = Terminal(io.StringIO(), io.StringIO())
    assert cli.main([str(word) for word in words], terminal) == 0
    assert isinstance(terminal.out, io.StringIO)
    return terminal.out.getvalue()


def test_every_record_comes_back_byte_by_byte(records: Path, tmp_path: Path) -> None:
    sources = sorted(records.glob("*.json"))
    coalition, out = tmp_path / "c.coalmeet", tmp_path / "out"
    run("new", coalition, "--name", "X")
    assert run("import", coalition, *sources) == f"Came in: {len(sources)}. Here already: 0. Refused: 0.\n"
    assert run("import", coalition, *sources[:3]).endswith("Came in: 0. Here already: 3. Refused: 0.\n")
    run("export", coalition, "--all", "--to", out, "--format", "json")
    assert sorted(path.read_bytes() for path in out.iterdir()) == sorted(
        path.read_bytes() for path in sources
    )
    assert run("check", coalition) == "“c.coalmeet” is sound.\n"
