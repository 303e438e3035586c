"""Runs every suite of faults whole and prints a line for each, with its figures, as soon as it is through."""

import json
import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

WIDTH = 46  # characters of the first column


def run(python: Path, root: Path, arguments: Sequence[str] = ()) -> int:
    """0 when all suites hold; `arguments` are pytest's. What pytest says is shown only where one does not hold."""
    with tempfile.TemporaryDirectory() as folder:
        table, said = Path(folder, "table"), Path(folder, "said")
        table.touch()
        here = {**os.environ, "COALMEET_EXAMPLES": "full", "COALMEET_FIGURES": str(table)}
        command = [str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "faults", *arguments]
        with said.open("wb") as out, subprocess.Popen(command, cwd=root, env=here, stdout=out) as suites:
            held = _follow(suites, table)
        if suites.returncode or not held:
            print(said.read_text(encoding="utf-8", errors="replace"))
        return suites.returncode or int(not held)


def _follow(suites: subprocess.Popen[bytes], table: Path) -> bool:
    shown, held = 0, True
    running = True
    while running:
        try:
            suites.wait(timeout=1)
            running = False
        except subprocess.TimeoutExpired:
            pass
        lines = table.read_text(encoding="utf-8").splitlines()
        for line in lines[shown:]:
            told = json.loads(line)
            held = held and told["holds"]
            print(
                f"{'holds' if told['holds'] else 'FAILS'}  {told['suite']:{WIDTH}} {told['words']}",
                flush=True,
            )
        shown = len(lines)
    return held
