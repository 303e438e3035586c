"""Files that leave the program: whole or not at all, and never over what cannot be had back."""

import errno
import os
import sys
from pathlib import Path

import pytest

from coalmeet.errors import FileProblem
from coalmeet.exchange import whole_file
from coalmeet.exchange.whole_file import write_whole


def test_a_file_written_before_is_replaced_and_only_its_owner_reads_it(tmp_path):
    minutes = tmp_path / "May.md"
    minutes.write_text("older")
    write_whole(minutes, b"newer")
    assert minutes.read_bytes() == b"newer"
    assert minutes.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [minutes]


def test_a_coalition_is_never_replaced_by_one_of_its_meetings(tmp_path):
    coalition = tmp_path / "ours.json"  # the name may be anything
    before = b"SQLite format 3\0" + bytes(4096)
    coalition.write_bytes(before)
    with pytest.raises(FileProblem, match="is a coalition's file"):
        write_whole(coalition, b"{}")
    assert coalition.read_bytes() == before
    assert list(tmp_path.iterdir()) == [coalition]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_what_is_no_ordinary_file_stays(tmp_path):
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    with pytest.raises(FileProblem, match="not an ordinary file"):
        write_whole(pipe, b"%PDF")
    assert pipe.is_fifo()


def test_a_link_stays_and_what_it_points_to_is_written(tmp_path):
    minutes = tmp_path / "shared" / "May.md"
    minutes.parent.mkdir()
    link = tmp_path / "latest.md"
    link.symlink_to(minutes)
    for text in (b"first", b"second"):  # also where nothing stood yet
        write_whole(link, text)
        assert link.is_symlink()
        assert minutes.read_bytes() == text
    assert list(minutes.parent.iterdir()) == [minutes]


def test_a_coalition_behind_a_link_stays_too(tmp_path):
    coalition, link = tmp_path / "ours.coalmeet", tmp_path / "minutes.json"
    coalition.write_bytes(b"SQLite format 3\0")
    link.symlink_to(coalition)
    with pytest.raises(FileProblem, match="is a coalition's file"):
        write_whole(link, b"{}")
    assert link.is_symlink()


def test_a_link_that_leads_back_to_itself_is_not_written_over(tmp_path):
    link = tmp_path / "May.md"
    link.symlink_to(link)
    with pytest.raises(FileProblem, match="leads back to itself"):
        write_whole(link, b"May")
    assert link.is_symlink()


def interrupting(line):
    """Ctrl+C just before this many lines of the module have run."""
    left = iter(range(line))

    def each_line(frame, event, _argument):
        if event == "line" and next(left, None) is None:
            raise KeyboardInterrupt
        return each_line

    return lambda frame, *_event: each_line if frame.f_code.co_filename == whole_file.__file__ else None


# What an interrupted program had open ends with it.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_ctrl_c_at_any_moment_leaves_the_old_file_or_the_new_one_and_nothing_beside(tmp_path):
    minutes = tmp_path / "May.md"
    before, found = sys.gettrace(), []
    for line in range(200):
        minutes.write_bytes(b"older")
        sys.settrace(interrupting(line))
        try:
            write_whole(minutes, b"newer")
        except KeyboardInterrupt:
            found.append(minutes.read_bytes())
        else:
            break
        finally:
            sys.settrace(before)
        assert list(tmp_path.iterdir()) == [minutes]
    assert len(found) > 10
    assert found == sorted(found, reverse=True)  # the older one up to a moment, the newer one from there on
    assert set(found) == {b"older", b"newer"}


def test_a_full_disk_is_a_sentence_and_the_older_file_stays(tmp_path, monkeypatch):
    minutes = tmp_path / "May.md"
    minutes.write_bytes(b"older")

    def full(_descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        FileProblem, match=r"“May.md” could not be written \(No space left on device\); nothing was"
    ):
        write_whole(minutes, b"newer")
    assert minutes.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [minutes]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_disk_that_is_really_full_is_the_same_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(whole_file, "_new_for_its_owner", lambda _path: os.open("/dev/full", os.O_WRONLY))
    with pytest.raises(FileProblem, match="No space left"):
        write_whole(tmp_path / "May.md", bytes(100_000))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_written_is_a_sentence(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    if os.access(closed, os.W_OK):  # to root, only what the system itself keeps is closed
        closed = Path("/sys/kernel")
    with pytest.raises(
        FileProblem, match=r"“May.md” could not be written \(Permission denied\); nothing was"
    ):
        write_whole(closed / "May.md", b"newer")


def test_a_name_longer_than_the_system_takes_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(FileProblem, match="could not be written"):
        write_whole(tmp_path / f"{'x' * 300}.pdf", b"%PDF")
    assert not list(tmp_path.iterdir())
