"""Files that leave the program: whole or not at all, and never over what cannot be had back."""

import os

import pytest

from coalmeet.errors import FileProblem
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
