"""Commands and a sealed file: they ask for its passphrase once, unseen, and do the rest as always."""

import io
from pathlib import Path

import pytest

from coalmeet import cli
from coalmeet.coalition import passphrase
from coalmeet.commands.terminal import Terminal
from coalmeet.store import backups, header, sealing
from coalmeet.store import file as files

WORDS = "otter softly paper grey seven reading"


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting proves nothing."""
    monkeypatch.setattr(sealing, "ROUNDS", 2)


def run(*words: str | Path, typed: str = "") -> tuple[int | None, str, str]:
    out, err = io.StringIO(), io.StringIO()
    status = cli.main([str(word) for word in words], Terminal(out, err, source=io.StringIO(typed)))
    return status, out.getvalue(), err.getvalue()


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    path = tmp_path / "river.coalmeet"
    status, _out, err = run(
        "new", path, "--name", "River", "--sample", "--passphrase", typed=f"{WORDS}\n{WORDS}\n"
    )
    assert (status, err) == (0, "")
    return path


def test_a_new_file_takes_the_words_typed_twice(sealed: Path) -> None:
    assert header.inspect(sealed).sealed
    assert run("check", sealed, typed=f"{WORDS}\n")[0] == 0


def test_words_typed_in_another_way_are_understood(sealed: Path) -> None:
    typed = f"  {WORDS.replace(' ', '   ').upper()}  \n"
    assert run("check", sealed, typed=typed)[0] == 0


def test_two_that_differ_make_no_file(tmp_path: Path) -> None:
    path = tmp_path / "river.coalmeet"
    status, _out, err = run(
        "new", path, "--name", "River", "--passphrase", typed=f"{WORDS}\nothers and more\n"
    )
    assert (status, path.exists()) == (1, False)
    assert "not the same" in err


def test_enter_alone_takes_six_words_which_are_said_once(tmp_path: Path) -> None:
    path = tmp_path / "river.coalmeet"
    status, out, _err = run("new", path, "--name", "River", "--passphrase", typed="\n")
    assert status == 0
    words = out.splitlines()[0].removeprefix("The passphrase is: ")
    assert set(words.split()) < set(passphrase.word_list())
    assert run("check", path, typed=f"{words}\n")[0] == 0


@pytest.mark.parametrize(
    ("typed", "said"), [("", "Type it to open"), ("lamp river window oat\n", "another one")]
)
def test_without_the_words_nothing_is_told_and_nothing_changes(sealed: Path, typed: str, said: str) -> None:
    before = sealed.read_bytes()
    status, out, err = run("meetings", sealed, typed=typed)
    assert (status, out) == (1, "")
    assert said in err
    assert sealed.read_bytes() == before


def test_every_meeting_is_written_after_asking_once(sealed: Path, tmp_path: Path) -> None:
    status, out, err = run(
        "export", sealed, "--all", "--to", tmp_path / "out", "--format", "json", typed=f"{WORDS}\n"
    )
    assert (status, err) == (0, "")
    assert "Refused: 0" in out


def test_a_sealed_file_is_rehearsed_on_a_sealed_copy(sealed: Path, tmp_path: Path) -> None:
    from ui.rehearsal import stage

    key = sealing.derive(WORDS, header.inspect(sealed).salt)
    (tmp_path / "stage").mkdir()
    copy = stage.copy_of(sealed, tmp_path / "stage", key)
    assert header.inspect(copy).sealed


def test_a_passphrase_is_changed_with_its_backups_and_taken_off(sealed: Path) -> None:
    other = "lamp river window oat twelve singing"
    assert run("passphrase", sealed, typed=f"{WORDS}\n{other}\n{other}\n")[0] == 0
    assert "another one" in run("check", sealed, typed=f"{WORDS}\n")[2]
    assert run("check", sealed, typed=f"{other}\n")[0] == 0
    key = sealing.derive(other, header.inspect(sealed).salt)
    kept = backups.of(sealed, key)
    assert kept
    assert all(files.check(one.path, key) == () for one in kept)
    status, out, err = run("passphrase", sealed, "--off", typed=f"{other}\n")
    assert (status, err) == (0, "")
    assert "without a passphrase now" in out
    assert not header.inspect(sealed).sealed
    assert all(files.check(one.path) == () for one in backups.of(sealed))


def test_a_file_gets_a_passphrase_and_its_backups_lie_open_no_more(tmp_path: Path) -> None:
    path = tmp_path / "river.coalmeet"
    run("new", path, "--name", "River", "--sample")
    backups.keep_copy(path, None, backups.ASKED, now=1_778_767_200_000)
    assert run("passphrase", path, typed=f"{WORDS}\n{WORDS}\n")[0] == 0
    key = sealing.derive(WORDS, header.inspect(path).salt)
    kept = backups.of(path, key)
    assert len(kept) == 3  # the one by hand, the one before, the one after
    assert all(header.inspect(one.path).sealed for one in kept)
    assert not [one for one in kept[0].path.parent.iterdir() if b"CREATE TABLE" in one.read_bytes()]


def test_a_file_without_a_passphrase_has_none_to_take_off(tmp_path: Path) -> None:
    path = tmp_path / "river.coalmeet"
    run("new", path, "--name", "River")
    assert "has no passphrase" in run("passphrase", path, "--off")[2]


def test_a_copy_from_before_the_passphrase_changed_is_asked_for_its_own_words(
    sealed: Path, tmp_path: Path
) -> None:
    earlier, new = tmp_path / "earlier.coalmeet", "lamp river window oat twelve singing"
    assert run("hand-over", sealed, "--to", earlier, typed=f"{WORDS}\n")[0] == 0
    assert run("passphrase", sealed, typed=f"{WORDS}\n{new}\n{new}\n")[0] == 0
    status, out, err = run("bring-in", sealed, earlier, typed=f"{new}\n{WORDS}\n")
    assert (status, err) == (0, "")
    assert "New:" in out


def test_backups_of_a_file_that_no_words_open_are_listed_and_put_back(sealed: Path) -> None:
    file = files.open_to_write(sealed, sealing.derive(WORDS, header.inspect(sealed).salt))
    backups.keep(file, backups.ASKED, now=1_778_767_200_000)
    file.close()
    with sealed.open("r+b") as damaged:
        damaged.seek(2000)
        damaged.write(bytes(8))
    status, out, err = run("backups", sealed, typed=f"{WORDS}\n")
    assert (status, "damaged" in err) == (0, True)
    assert run("restore", sealed, out.split()[0], typed=f"{WORDS}\n{WORDS}\n")[0] == 0
    assert run("check", sealed, typed=f"{WORDS}\n")[0] == 0


def test_words_that_are_no_text_are_another_passphrase_and_no_crash(sealed: Path) -> None:
    status, _out, err = run("check", sealed, typed="\udcff\udcfe\n")
    assert (status, "another one" in err) == (1, True)
