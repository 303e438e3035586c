"""The command line as a facilitator types it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coalmeet import cli
from coalmeet.commands.terminal import Terminal

MEETING = {
    "format": "coalmeet.meeting",
    "version": 1,
    "date": "2026-05-14",
    "coalition": "Ours",
    "title": "May <b>&",
    "people": [{"name": "Zoë", "organisation": "Café"}, {"name": "Zoë", "organisation": "Café"}],
    "agenda": [
        {
            "title": "Budget",
            "notes": "| a | b |\r\n\u202e漢字",
            "outcome": "noted",
            "x-colour": {"red": [1, 2.5]},
        }
    ],
}
PLAN = {**MEETING, "title": "June", "date": "2026-06-11", "agenda": [{"title": "Budget", "minutes": 20}]}


class Run:
    """One call of the command: its status and what it said."""

    def __init__(self, *words: object) -> None:
        terminal = Terminal(io.StringIO(), io.StringIO())
        self.status = cli.main([str(word) for word in words], terminal)
        assert isinstance(terminal.out, io.StringIO)
        assert isinstance(terminal.err, io.StringIO)
        self.out, self.err = terminal.out.getvalue(), terminal.err.getvalue()


@pytest.fixture
def coalition(tmp_path: Path) -> Path:
    path = tmp_path / "c.coalmeet"
    assert Run("new", path, "--name", "Ours").status == 0
    return path


def put(path: Path, record: dict[str, Any]) -> Path:
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return path


def listed(coalition: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(Run("meetings", coalition, "--json").out)
    return found


def test_a_record_comes_in_and_goes_out_the_same(coalition: Path, tmp_path: Path) -> None:
    came = Run("import", coalition, put(tmp_path / "may.json", MEETING))
    assert (came.status, came.out) == (0, "Came in: 1. Here already: 0. Refused: 0.\n")
    (row,) = listed(coalition)
    assert {**row, "id": ""} == {
        "id": "",
        "date": "2026-05-14",
        "title": "May <b>&",
        "coalition": "Ours",
        "state": "closed",
    }
    assert Run("export", coalition, row["id"], "--to", tmp_path / "out.json").status == 0
    assert json.loads((tmp_path / "out.json").read_text()) == MEETING
    assert (tmp_path / "out.json").stat().st_mode & 0o077 == 0


def test_the_same_record_again_says_so_and_changes_nothing(coalition: Path, tmp_path: Path) -> None:
    source = put(tmp_path / "may.json", MEETING)
    Run("import", coalition, source)
    before = coalition.read_bytes()
    again = Run("import", coalition, source)
    assert again.status == 0
    assert "may.json: this record is here already; nothing was changed." in again.out
    assert coalition.read_bytes() == before


def test_a_bad_file_changes_nothing_and_the_others_go_on(coalition: Path, tmp_path: Path) -> None:
    bad = put(tmp_path / "bad.json", {**MEETING, "agenda": [{"title": "A"}, {"minutes": "ten"}]})
    nul = put(tmp_path / "nul.json", {**MEETING, "title": "a\0b"})
    run = Run(
        "import", coalition, bad, nul, tmp_path / "none.json", tmp_path, put(tmp_path / "may.json", MEETING)
    )
    assert run.status == 1
    assert run.out.endswith("Came in: 1. Here already: 0. Refused: 4.\n")
    told = run.err.splitlines()
    assert len(told) == 4
    assert told[0] == "bad.json: “agenda[1].minutes” must be a number of at least 0 and at most 100,000."
    assert len(listed(coalition)) == 1


def test_a_planned_record_becomes_a_prepared_meeting_and_goes_out_the_same(
    coalition: Path, tmp_path: Path
) -> None:
    Run("import", coalition, put(tmp_path / "june.json", PLAN))
    (row,) = listed(coalition)
    assert row["state"] == "planned"
    Run("export", coalition, row["id"], "--to", tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_text()) == PLAN


def test_people_come_in_from_csv(coalition: Path, tmp_path: Path) -> None:
    source = tmp_path / "people.csv"
    source.write_text("organisation,name\nCafé,Zoë\n", encoding="utf-8")
    run = Run("import", coalition, source)
    assert run.out.splitlines()[0] == "people.csv: 1 new organisation, 1 new person; completed: 0."
    assert run.status == 0


def test_all_meetings_go_out_with_safe_names(coalition: Path, tmp_path: Path) -> None:
    for number, title in enumerate(("../../etc/passwd", "con", "MAY", "may", "a" * 1000)):
        Run("import", coalition, put(tmp_path / f"{number}.json", {**MEETING, "title": title}))
    folder = tmp_path / "out"
    run = Run("export", coalition, "--all", "--to", folder, "--format", "json")
    assert run.status == 0
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 5
    assert "2026-05-14 MAY (2).json" in names or "2026-05-14 may (2).json" in names
    assert sorted(json.loads(path.read_text())["title"] for path in folder.glob("*.json")) == sorted(
        ("../../etc/passwd", "con", "MAY", "may", "a" * 1000)
    )


def test_commands_that_read_leave_nothing_behind(coalition: Path, tmp_path: Path) -> None:
    Run("import", coalition, put(tmp_path / "may.json", MEETING))
    meeting = listed(coalition)[0]["id"]
    coalition.chmod(0o400)
    before = {path: path.stat() for path in tmp_path.iterdir()}
    assert Run("meetings", coalition).status == 0
    assert Run("check", coalition).status == 0
    out = tmp_path / "elsewhere"
    out.mkdir()
    assert Run("export", coalition, meeting, "--to", out / "m.json").status == 0
    after = {path: path.stat() for path in tmp_path.iterdir() if path != out}
    assert {path: (found.st_mtime_ns, found.st_size) for path, found in after.items()} == {
        path: (found.st_mtime_ns, found.st_size) for path, found in before.items()
    }
    assert list(out.iterdir()) == [out / "m.json"]


def test_the_sample(tmp_path: Path) -> None:
    path = tmp_path / "sample.coalmeet"
    assert Run("new", path, "--name", "Try", "--sample").status == 0
    assert [row["state"] for row in listed(path)] == ["planned", "closed", "closed", "closed"]
    assert Run("check", path).out == "“sample.coalmeet” is sound.\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("new", "FILE", "--name", "Again"), "is already there"),
        (("new", "DIR/none/x.coalmeet", "--name", "X"), "There is no folder"),
        (("new", "DIR/x.coalmeet", "--name", "  "), "needs a name"),
        (("meetings", "DIR/none.coalmeet"), "There is no file"),
        (("check", "DIR/none.coalmeet"), "There is no file"),
        (("export", "FILE", "0000", "--to", "DIR/x.json"), "has no meeting “0000”"),
        (("export", "FILE", "--all", "--to", "DIR/no/where"), "There is no folder"),
        (("export", "FILE", "--all", "--to", "FILE"), "cannot be used as a folder"),
        (("import", "DIR/none.coalmeet", "x.json"), "There is no file"),
    ],
)
def test_errors_are_one_sentence(words: tuple[str, ...], told: str, coalition: Path, tmp_path: Path) -> None:
    places = [word.replace("FILE", str(coalition)).replace("DIR", str(tmp_path)) for word in words]
    run = Run(*places)
    assert (run.status, run.out) == (1, "")
    assert run.err.count("\n") == 1
    assert told in run.err


@pytest.mark.parametrize(
    "words",
    [
        ("exprot", "a", "b"),
        ("new", "x.coalmeet"),
        ("export", "x.coalmeet", "--to", "x.json"),
        ("export", "x.coalmeet", "id", "--all", "--to", "x"),
        ("export", "x.coalmeet", "id", "--to", "x.docx"),
        ("export", "x.coalmeet", "--all", "--to", "x", "--format", "doc"),
        ("import", "x.coalmeet"),
        ("--colour",),
        ("rehearse",),
    ],
)
def test_what_cannot_be_understood_is_usage(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert Run(*words).status == 2
    assert "usage: coalmeet" in capsys.readouterr().err


@pytest.mark.parametrize("words", [(), ("c.coalmeet",), ("open", "c.coalmeet"), ("rehearse", "--out", "x")])
def test_what_needs_a_window_is_left_to_it(words: tuple[str, ...]) -> None:
    assert Run(*words).status is None


@pytest.mark.parametrize(("words", "told"), [(("--help",), "rehearse"), (("--version",), "Coalmeet ")])
def test_help_and_version(words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert Run(*words).status == 0
    assert told in capsys.readouterr().out


def test_a_listing_cannot_steer_the_terminal(coalition: Path, tmp_path: Path) -> None:
    Run("import", coalition, put(tmp_path / "may.json", {**MEETING, "title": "a\x1b[2Jb\u202ec\nd"}))
    assert Run("meetings", coalition).out.endswith(" a[2Jbc d\n")


def test_no_window_and_no_heavy_library_for_a_listing(coalition: Path, root: Path) -> None:
    code = (
        "import sys; from coalmeet.cli import main; status = main();"
        "heavy = {'PySide6', 'ui', 'sqlalchemy', 'reportlab', 'babel'} & set(sys.modules);"
        "print(status, sorted(heavy))"
    )
    words = [sys.executable, "-c", code, "meetings", str(coalition), "--json"]
    ran = subprocess.run(words, cwd=root, capture_output=True, text=True, check=True, env=os.environ)
    assert ran.stdout.splitlines()[-1] == "0 []"


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [("--time-zone", "Mars/Olympus", "no time zone"), ("--language", "../../en", "no language")],
)
def test_a_coalition_begins_in_a_zone_and_a_language_that_exist(tmp_path, option, value, said):
    refused = Run("new", tmp_path / "n.coalmeet", "--name", "N", option, value)
    assert refused.status == 1
    assert said in refused.err
    assert list(tmp_path.iterdir()) == []


def test_a_name_does_not_steer_the_terminal(tmp_path):
    made = Run("new", tmp_path / "n.coalmeet", "--name", "N\x1b[2J\u202egpj")
    assert made.status == 0
    assert made.out.rstrip("\n").isprintable()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_whoever_has_seen_enough_of_a_list_is_told_nothing_more(root: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    words = [sys.executable, "-m", "ui", "rehearse", "--list"]
    ran = subprocess.run(words, cwd=root, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (0, "")
