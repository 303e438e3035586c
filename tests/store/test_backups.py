"""Backups: whole, verified, sealed like their file, thinned with care; and one of them put back."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from coalmeet.errors import FileProblem, NotAllowed, PassphraseNeeded, WrongPassphrase
from coalmeet.store import backups, coalition, driver, edit, header, restoring, sealing, thinning
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile

NOW = 1_778_767_200_000  # 14 May 2026, 14:00 UTC
HOUR, DAY = 3_600_000, 86_400_000


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def call_it(file: CoalitionFile, name: str) -> None:
    with file.writing() as con:
        coalition.write(con, file, name=name)


def name_in(path: Path, key: bytes | None = None) -> str:
    opened = files.open_to_read(path, key)
    with opened.reading() as con:
        return coalition.read(con).name


def test_a_backup_is_the_whole_file_and_nobody_else_may_read_it(file: CoalitionFile) -> None:
    kept = backups.keep(file, backups.OPENED, now=NOW)
    assert name_in(kept) == "River Alliance"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    (listed,) = backups.of(file.path)
    assert (listed.path, listed.at, listed.why, listed.of) == (kept, NOW, "opened", file.path)
    assert [one.name for one in backups.folder().glob("*.part")] == []


def test_the_newest_stands_first_and_two_of_one_moment_are_two(file: CoalitionFile) -> None:
    backups.keep(file, backups.OPENED, now=NOW)
    backups.keep(file, backups.ASKED, now=NOW)
    assert [(one.at - NOW, one.why) for one in backups.of(file.path)] == [(1, "asked"), (0, "opened")]


def test_opening_keeps_a_copy_only_of_what_changed(file: CoalitionFile) -> None:
    assert backups.keep_if_changed(file, backups.OPENED, now=NOW) is not None
    assert backups.keep_if_changed(file, backups.OPENED, now=NOW + HOUR) is None
    call_it(file, "River and Sea")
    assert backups.keep_if_changed(file, backups.OPENED, now=NOW + 2 * HOUR) is not None


def test_a_copy_that_was_deleted_by_hand_counts_no_more(file: CoalitionFile) -> None:
    backups.keep(file, backups.OPENED, now=NOW).unlink()
    assert backups.keep_if_changed(file, backups.OPENED, now=NOW + HOUR) is not None


def test_backups_of_a_sealed_file_open_with_its_passphrase_and_no_other(path: Path) -> None:
    file = files.create(path, "Quiet Alliance", now=NOW, passphrase="six words of our own choice")
    kept = backups.keep(file, backups.ASKED, now=NOW)
    file.close()
    assert header.inspect(kept).salt == header.inspect(path).salt
    assert name_in(kept, file.key) == "Quiet Alliance"
    assert b"Quiet Alliance" not in kept.read_bytes()
    with pytest.raises(PassphraseNeeded):
        restoring.look(kept)
    with pytest.raises(WrongPassphrase):
        restoring.look(kept, sealing.derive("other words", header.inspect(kept).salt))
    # Whoever has no passphrase yet still finds them: by the place, and after a move by the salt.
    assert [one.path for one in backups.of(path)] == [kept]
    moved = path.rename(path.with_name("moved.coalmeet"))
    assert [one.path for one in backups.of(moved)] == [kept]


def test_a_file_that_was_moved_still_has_its_backups_and_another_one_in_its_place_has_not(
    file: CoalitionFile, path: Path
) -> None:
    kept = backups.keep(file, backups.OPENED, now=NOW)
    file.close()
    moved = path.rename(path.with_name("elsewhere.coalmeet"))
    assert [one.path for one in backups.of(moved)] == [kept]
    assert [one.path for one in backups.of(path)] == [kept]  # the place is empty: perhaps it was lost
    files.create(path, "Hill Alliance", now=NOW).close()
    assert backups.of(path) == ()


def test_a_full_disk_leaves_no_half_backup_and_says_so(
    file: CoalitionFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.keep(file, backups.OPENED, now=NOW)

    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "sync", full)
    with pytest.raises(FileProblem, match=r"No space left on device.*Make room"):
        backups.keep(file, backups.ASKED, now=NOW + 1)
    assert len(backups.of(file.path)) == 1
    assert list(backups.folder().glob("*.part")) == []


def test_no_copy_is_made_between_the_first_answer_and_the_close_of_a_survey(file: CoalitionFile) -> None:
    answer(file)
    with pytest.raises(NotAllowed, match="Close the survey first"):
        backups.keep(file, backups.ASKED, now=NOW)
    assert backups.keep_if_changed(file, backups.OPENED, now=NOW) is None
    with file.writing() as con:
        edit.edit(con, file, "survey", "s", closed=date(2026, 5, 15))
    assert backups.keep_if_changed(file, backups.OPENED, now=NOW) is not None


def test_the_copy_before_a_new_format_loses_open_answers_once_the_file_is_safe(file: CoalitionFile) -> None:
    answer(file)
    kept = backups.keep_before_format(file.path, file.key, now=NOW)
    assert answers(kept) == 1
    backups.without_open_answers(kept, file.key)
    assert answers(kept) == 0
    assert answers(file.path) == 1


def answer(file: CoalitionFile) -> None:
    with file.writing() as con:
        edit.edit(con, file, "survey", "s", title="How was it?", opened=date(2026, 5, 14))
        con.exec_driver_sql(
            "INSERT INTO survey_answer (id, survey, question, answer) VALUES ('a', 's', 0, 4)"
        )


def answers(path: Path) -> int:
    con = driver.connect(path, "ro")
    try:
        return int(con.execute("SELECT count(*) FROM survey_answer").fetchone()[0])
    finally:
        con.close()


def moments(*days_before: float) -> list[int]:
    return [NOW - int(days * DAY) for days in days_before]


def test_all_of_two_days_stay_then_one_a_day_a_week_a_month() -> None:
    hourly = [NOW - hours * HOUR for hours in range(24 * 10)]
    stay = sorted(thinning.stay([*hourly, *moments(*range(10, 500))]), reverse=True)
    assert [at for at in stay if at >= NOW - 2 * DAY] == hourly[:49]
    days = {datetime.fromtimestamp(at / 1000, UTC).date() for at in stay}
    today = date(2026, 5, 14)
    assert {today - timedelta(days=count) for count in range(7)} <= days
    assert {date(2026, 5, 3) - timedelta(weeks=count) for count in range(6)} <= days  # Sundays
    assert {date(2026, 4, 30), date(2025, 12, 31), date(2025, 6, 30)} <= days
    assert len(stay) < 49 + 7 + 8 + 12


def test_a_clock_that_jumps_ten_years_ahead_costs_no_week_and_no_month() -> None:
    weekly = moments(*range(0, 70, 7))
    ahead = NOW + 3650 * DAY
    assert len(thinning.stay([ahead, *weekly])) >= len(thinning.stay(weekly)) - 1


@pytest.mark.parametrize("why", sorted(backups.LASTING))
def test_what_is_the_only_way_back_is_never_thinned_out(file: CoalitionFile, why: str) -> None:
    backups.keep(file, why, now=NOW - 900 * DAY)
    for day in range(thinning.MONTHS + 2):
        backups.keep(file, backups.OPENED, now=NOW + day * 40 * DAY)
    found = backups.of(file.path)
    assert found[-1].why == why
    assert len(found) == 1 + thinning.MONTHS


def test_nothing_is_thinned_out_while_the_file_fails_its_check(closed: Path) -> None:
    file = files.open_to_write(closed)
    for month in range(16):
        backups.keep(file, backups.ASKED, now=NOW + month * 31 * DAY)
    before = backups.of(closed)
    with file.writing() as con:
        edit.edit_rows(
            con,
            file,
            "person",
            {f"{n:032}": {"name": f"P {n}", "access_needs": "x" * 90} for n in range(300)},
        )
    file.close()
    damage(closed)
    with pytest.raises(FileProblem, match="damaged inside"):
        backups.keep_copy(closed, None, backups.OPENED, now=NOW + 900 * DAY)
    assert backups.of(closed) == before


def damage(path: Path) -> None:
    """Bytes in the middle that make no sense, as a dying disk leaves them."""
    there = bytearray(path.read_bytes())
    for page in range(len(there) // 4096 - 12, len(there) // 4096 - 2):
        there[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    path.write_bytes(there)


def test_restoring_puts_the_backup_in_place_and_keeps_what_was_there(file: CoalitionFile, path: Path) -> None:
    kept = backups.keep(file, backups.OPENED, now=NOW)
    call_it(file, "River and Sea")
    staged = restoring.stage(kept, path)
    file.close()
    restoring.restore(path, staged, now=NOW + HOUR)
    assert name_in(path) == "River Alliance"
    newest = backups.of(path)[0]
    assert newest.why == backups.RESTORING
    assert name_in(newest.path) == "River and Sea"
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_restoring_over_a_damaged_file_keeps_its_bytes_and_its_journal(
    file: CoalitionFile, path: Path
) -> None:
    kept = backups.keep(file, backups.OPENED, now=NOW)
    file.close()
    broken = path.read_bytes()[:5000]
    path.write_bytes(broken)
    journal = Path(f"{path}-journal")
    journal.write_bytes(b"half a save")
    restoring.restore(path, restoring.stage(kept, path), now=NOW + HOUR)
    assert name_in(path) == "River Alliance"
    assert not journal.exists()
    as_it_was = next(one for one in backups.of(path) if one.why == backups.DAMAGED)
    assert as_it_was.path.read_bytes() == broken
    assert Path(f"{as_it_was.path}-journal").read_bytes() == b"half a save"


def test_a_lost_file_comes_back(file: CoalitionFile, path: Path) -> None:
    kept = backups.keep(file, backups.OPENED, now=NOW)
    file.close()
    path.unlink()
    (found,) = backups.of(path)
    restoring.restore(path, restoring.stage(found.path, path), now=NOW + HOUR)
    assert name_in(path) == "River Alliance"
    assert kept.exists()


def test_while_somebody_has_the_file_open_nothing_is_restored(file: CoalitionFile, path: Path) -> None:
    kept = backups.keep(file, backups.OPENED, now=NOW)
    call_it(file, "River and Sea")
    staged = restoring.stage(kept, path)
    with pytest.raises(FileProblem, match="already open"):
        restoring.restore(path, staged, now=NOW + HOUR)
    assert name_in(path) == "River and Sea"
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_broken_backup_is_refused_before_anything_is_touched(file: CoalitionFile, path: Path) -> None:
    kept = backups.keep(file, backups.OPENED, now=NOW)
    there = bytearray(kept.read_bytes())
    there[4096:4200] = bytes(104)
    kept.write_bytes(there)
    with pytest.raises(FileProblem, match="damaged"):
        restoring.stage(kept, path)
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_look_inside_says_what_a_backup_holds(file: CoalitionFile, plan: Callable[..., str]) -> None:
    plan()
    kept = backups.keep(file, backups.ASKED, now=NOW)
    inside = restoring.look(kept)
    assert (inside.name, inside.meetings, inside.last_held) == ("River Alliance", 0, "")


def test_what_a_dead_program_left_half_done_is_swept_away(file: CoalitionFile, path: Path) -> None:
    backups.folder().mkdir(parents=True)
    long_ago, just_now = backups.folder() / "a.part", backups.folder() / "b.part"
    for part in (long_ago, just_now):
        part.write_text("half")
    later = round(just_now.stat().st_mtime * 1000)
    os.utime(long_ago, (1, 1))
    backups.keep(file, backups.ASKED, now=later)
    assert [one.name for one in backups.folder().glob("*.part")] == ["b.part"]


def test_a_save_that_was_cut_off_is_undone_before_the_file_is_kept(file: CoalitionFile, path: Path) -> None:
    kept = backups.keep(file, backups.OPENED, now=NOW)
    call_it(file, "River and Sea")
    file.close()
    half, journal = cut_off(path)
    path.write_bytes(half)
    Path(f"{path}-journal").write_bytes(journal)
    restoring.restore(path, restoring.stage(kept, path), now=NOW + HOUR)
    assert name_in(path) == "River Alliance"
    newest = backups.of(path)[0]
    assert newest.why == backups.RESTORING
    assert name_in(newest.path) == "River and Sea"


def cut_off(path: Path) -> tuple[bytes, bytes]:
    """The file and its journal in the middle of a save."""
    con = driver.connect(path, "rw")
    con.execute("PRAGMA cache_size=1")
    con.execute("BEGIN IMMEDIATE")
    con.executemany(
        "INSERT INTO person (id, name, access_needs) VALUES (?, 'Half', ?)",
        [(f"{n:032}", "y" * 500) for n in range(300)],
    )
    found = path.read_bytes(), Path(f"{path}-journal").read_bytes()
    con.execute("ROLLBACK")
    con.close()
    return found


@pytest.mark.skipif(os.name != "posix" or sys.platform == "darwin", reason="names there are always text")
def test_a_file_whose_name_is_no_text_has_backups_too(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff\xfe.coalmeet")
    with closing(files.create(path, "River Alliance", now=NOW)) as file:
        kept = backups.keep(file, backups.ASKED, now=NOW)
        assert [one.path for one in backups.of(path)] == [kept]
