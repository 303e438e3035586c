"""The file for the next facilitator: the agenda is drafted in it, what is private is left out and not deleted."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coalmeet.clock import Moment
from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.errors import FileProblem, WrongPassphrase
from coalmeet.meeting.events import AgendaAgreed
from coalmeet.sample import write
from coalmeet.store import agenda, edit, header, log, meetings, notes, ours, people, sealing
from coalmeet.store import file as files
from coalmeet.store.backup_folder import folder
from coalmeet.store.bringing_in import other_copy
from coalmeet.store.bringing_in.applying import bring_in
from coalmeet.store.file import CoalitionFile
from coalmeet.store.handing_over.hand_over import HandedOver, draft_words, hand_over
from coalmeet.store.handing_over.leaving_out import left_out_words
from tests.store.bringing_in.copies import compared, said, take

TODAY = date(2026, 5, 15)
NOW = 1_778_853_600_000


_MADE: list[bytes] = []  # the sample, made once


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[CoalitionFile]:
    path = tmp_path / "wend.coalmeet"
    if not _MADE:
        made = files.create(path, "Lower Wend Alliance", now=NOW)
        write(made, TODAY)
        made.close()
        _MADE.append(path.read_bytes())
    path.write_bytes(_MADE[0])
    opened = files.open_to_write(path)
    yield opened
    opened.close()


@pytest.fixture
def handed(sample: CoalitionFile, tmp_path: Path) -> HandedOver:
    return hand_over(sample, tmp_path / "for Olu", TODAY)


def items(path: Path) -> list[str]:
    opened = files.open_to_read(path)
    with opened.reading() as con:
        coming = next(row for row in meetings.meetings(con) if row.state == "planned")
        found = [item.title for item in agenda.items(con, coming.id)]
    opened.close()
    return found


def test_the_agenda_is_drafted_in_it_and_the_file_that_stays_is_as_it_was(
    sample: CoalitionFile, handed: HandedOver
) -> None:
    before = items(sample.path)
    after = items(handed.path)
    fresh = [title for title in after if title not in before]
    assert len(fresh) == 2
    assert any(title.startswith("Look again:") for title in fresh)  # a review that is due
    assert "Summer open day" in fresh  # what the last meeting did not reach
    assert after[-1] == before[-1]  # the closing stays last
    assert handed.path.name == "for Olu.coalmeet"
    assert handed.path.stat().st_mode & 0o777 == 0o600
    assert ours.is_ours(handed.path)
    assert "2 items were put on it" in draft_words(handed.draft)
    assert "is down to facilitate" in draft_words(handed.draft)


def test_what_is_private_is_left_out_and_said_and_stays_in_the_file(
    sample: CoalitionFile, handed: HandedOver
) -> None:
    with sample.reading() as con:
        secrets = {one.phone for one in people.people(con)} | {one.email for one in people.people(con)}
        secrets |= {one.access_needs for one in people.people(con)}
        coming = next(row for row in meetings.meetings(con) if row.state == "planned")
        secrets |= set(notes.read_private(con, coming.id).values())
    travels = handed.path.read_bytes()
    assert not [one for one in secrets - {""} if one.encode() in travels]
    assert any(one.encode() in sample.path.read_bytes() for one in secrets - {""})
    told = left_out_words(handed.left_out)
    assert told.startswith(
        "Left out, not deleted: 1 private note, e-mail and phone of 17 people, access needs of 4 people."
    )


def test_what_is_left_out_lies_at_no_moment_where_the_file_is_going(
    sample: CoalitionFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()

    def pulled_out(*_args: object) -> None:
        assert not list(stick.iterdir())
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("coalmeet.store.handing_over.hand_over.leave_out", pulled_out)
    with pytest.raises(FileProblem):
        hand_over(sample, stick / "for Olu", TODAY)
    assert not list(stick.iterdir())
    assert not list(folder().glob("*.part*"))


def test_what_is_ticked_travels(sample: CoalitionFile, tmp_path: Path) -> None:
    done = hand_over(sample, tmp_path / "all.coalmeet", TODAY, along=("contacts", "private_notes"))
    assert [one.kind for one in done.left_out] == ["access_needs"]
    opened = files.open_to_read(done.path)
    with opened.reading() as con:
        assert sum(bool(one.email or one.phone) for one in people.people(con)) == 17
    opened.close()


def test_the_next_facilitator_reads_what_the_closing_round_said(handed: HandedOver) -> None:
    assert handed.draft.evaluation.startswith("From the closing round of")
    opened = files.open_to_read(handed.path)
    with opened.reading() as con:
        coming = next(row for row in meetings.meetings(con) if row.state == "planned")
        opening = next(item for item in agenda.items(con, coming.id) if item.built_in == "opening")
        assert notes.read_private(con, coming.id)[opening.id] == handed.draft.evaluation
    opened.close()


def test_it_comes_back_and_nothing_that_was_left_out_is_lost(
    sample: CoalitionFile, handed: HandedOver
) -> None:
    before = said(sample)["person"]
    theirs = files.open_to_write(handed.path)
    with theirs.writing() as con:
        edit.edit(con, theirs, "organisation", "new", name="Boat House")
    theirs.close()
    coming = other_copy.compared(sample, handed.path)
    assert coming.doubts == ()
    with sample.writing() as con:
        bring_in(con, sample, coming)
    assert said(sample)["person"] == before
    assert said(sample)["organisation"]["new"]["name"] == "Boat House"
    assert items(sample.path) == items(handed.path)


def test_the_same_draft_made_twice_is_one_when_both_come_back(sample: CoalitionFile, tmp_path: Path) -> None:
    with sample.writing() as con:
        coming = next(row for row in meetings.meetings(con) if row.state == "planned")
        meetings.delete(con, sample, coming.id)
    for name in ("first", "second"):
        done = hand_over(sample, tmp_path / name, TODAY)
        handed = files.open_to_read(done.path)
        coming_in = compared(sample, handed)
        handed.close()
        assert coming_in.doubts == ()
        take(sample, coming_in)
    with sample.reading() as con:
        planned = [row for row in meetings.meetings(con) if row.state == "planned"]
        assert len(planned) == 1
        titles = [item.title for item in agenda.items(con, planned[0].id)]
    assert len(titles) == len(set(titles))


def test_a_meeting_that_runs_is_handed_over_as_it_stands(sample: CoalitionFile, tmp_path: Path) -> None:

    with sample.writing() as con:
        meetings.save(con, sample, PlannedMeeting(id="m1", title="Emergency", date=TODAY))
        log.append(con, sample, "m1", (AgendaAgreed(),), parent=log.FIRST, at=Moment(NOW, 1, "b"))
    done = hand_over(sample, tmp_path / "now.coalmeet", TODAY)
    assert done.draft.running
    assert draft_words(done.draft) == "“Emergency” goes on over there where it stands now."
    assert items(done.path) == items(sample.path)


def test_nothing_is_written_over(sample: CoalitionFile, handed: HandedOver) -> None:
    before = handed.path.read_bytes()
    with pytest.raises(FileProblem, match="already there"):
        hand_over(sample, handed.path, TODAY)
    assert handed.path.read_bytes() == before
    assert not list(handed.path.parent.glob("*.part*"))


def test_a_sealed_file_is_handed_over_sealed_and_comes_back_without_asking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "ROUNDS", 2)  # waiting proves nothing
    ours_ = files.create(tmp_path / "wend.coalmeet", "Wend", now=NOW, passphrase="otter softly paper")
    with ours_.writing() as con:
        edit.edit(con, ours_, "organisation", "reed", name="Reed Cooperative")
    path = hand_over(ours_, tmp_path / "over.coalmeet", TODAY).path
    assert header.inspect(path).sealed
    assert b"Reed Cooperative" not in path.read_bytes()
    theirs = files.open_to_write(path, ours_.key)
    with theirs.writing() as con:
        edit.edit(con, theirs, "organisation", "mill", name="Mill Road")
    theirs.close()
    with ours_.writing() as con:
        bring_in(con, ours_, other_copy.compared(ours_, path))
    assert {row["name"] for row in said(ours_)["organisation"].values()} == {"Reed Cooperative", "Mill Road"}
    other = files.open_to_write(path, ours_.key)
    sealing.take(other, sealing.copy_with(path, ours_.key, "abacus zodiac grape"))
    other.close()
    with pytest.raises(WrongPassphrase):
        other_copy.compared(ours_, path)
    ours_.close()
