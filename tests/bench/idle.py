"""Goal 14: how often the program wakes up while it stands open with a file and no meeting runs.

A wake-up is a voluntary context switch of any of its threads, as Linux counts them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from table import Line

SETTLES, WATCHED = 12.0, 30.0  # seconds until everything is imported, and seconds that are counted


def main() -> None:
    """Print the line."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        environment = _environment(home)
        file = home / "sample.coalmeet"
        program_of = [sys.executable, "-m", "ui"]
        subprocess.run(
            [*program_of, "new", str(file), "--name", "Fair Rents", "--sample"], env=environment, check=True
        )
        program = subprocess.Popen([*program_of, str(file)], env=environment)
        try:
            time.sleep(SETTLES)
            before, start = _switches(program.pid), time.monotonic()
            time.sleep(WATCHED)
            each = (_switches(program.pid) - before) / (time.monotonic() - start)
            if program.poll() is not None:
                sys.exit("The program ended by itself while it should have stood open.")
        finally:
            program.terminate()
            program.wait()
    print(Line(14, "idle, a file open, no meeting runs", each, "wake-ups a second", 1.0))


def _environment(home: Path) -> dict[str, str]:
    own = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    return {**os.environ, **own}


def _switches(process: int) -> int:
    total = 0
    for thread in Path(f"/proc/{process}/task").iterdir():
        for line in (thread / "status").read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                total += int(line.split(":")[1])
    return total


if __name__ == "__main__":
    main()
