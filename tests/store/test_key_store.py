"""The computer's key store in all its states, on a real GNOME keyring with a bus of its own."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from coalmeet.store.key_store import SERVICE, Answer, Asking, KeyStore, why
from tests.store.own_bus import LINES_LEFT_OPEN, OwnBus, own_bus

pytestmark = pytest.mark.filterwarnings(LINES_LEFT_OPEN)
SALT, KEY = bytes(range(16)), bytes(range(32))
SOON = 0.3  # seconds: the limit of a store that is known to hang


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OwnBus]:
    with own_bus(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def desk(bus: OwnBus) -> OwnBus:
    """A computer whose key store is open."""
    bus.start_keyring()
    return bus


def test_what_was_kept_opens_the_file_the_next_time_and_can_be_forgotten(desk: OwnBus) -> None:
    store = KeyStore()
    assert store.look(SALT).wait() == Answer("unknown")
    assert store.keep(SALT, KEY).wait() == Answer("known")
    assert store.look(SALT).wait() == Answer("known", KEY)
    assert store.look(bytes(16)).wait() == Answer("unknown")  # another file
    assert store.keep(SALT, KEY[::-1]).wait() == Answer("known")  # the passphrase was changed
    assert store.look(SALT).wait() == Answer("known", KEY[::-1])
    assert store.forget(SALT).wait() == Answer("unknown")
    assert store.look(SALT).wait() == Answer("unknown")
    assert store.forget(SALT).wait() == Answer("unknown")  # twice does no harm


def test_a_locked_store_is_named_and_nothing_waits_for_a_password_that_nobody_types(desk: OwnBus) -> None:
    store = KeyStore()
    store.keep(SALT, KEY).wait()
    desk.lock()
    assert store.look(SALT).wait() == Answer("locked")
    assert store.keep(SALT, KEY).wait() == Answer("locked")
    assert store.forget(SALT).wait() == Answer("locked")


def test_a_store_that_hangs_is_waited_for_no_longer_than_the_limit_and_may_answer_late(desk: OwnBus) -> None:
    store = KeyStore()
    store.keep(SALT, KEY).wait()
    desk.hang()
    asked = store.look(SALT)
    assert asked.wait(SOON) == Answer("silent")
    assert asked.answer() is None
    assert all(one.daemon for one in threading.enumerate() if one.name == "key store")  # the program can end
    desk.wake()
    assert asked.wait() == Answer("known", KEY)


def test_what_is_no_key_counts_as_one_that_opens_nothing(desk: OwnBus) -> None:
    from keyring.backends import SecretService

    for text in ("otter leise", "00ff"):
        SecretService.Keyring().set_password(SERVICE, SALT.hex(), text)
        assert KeyStore().look(SALT).wait() == Answer("wrong")


def test_a_computer_without_a_key_store_says_so_at_once(bus: OwnBus) -> None:
    assert KeyStore().look(SALT).wait() == Answer("none")
    assert KeyStore().keep(SALT, KEY).wait() == Answer("none")


def test_a_session_without_any_bus_has_no_key_store() -> None:
    assert os.environ["DBUS_SESSION_BUS_ADDRESS"] == "disabled:"
    assert KeyStore().look(SALT).wait() == Answer("none")


def test_a_store_in_plain_text_is_not_used_though_somebody_configured_it(
    desk: OwnBus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plain_store.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Plain(KeyringBackend):\n"
        "    priority = 20\n"
        "    def get_password(self, service, username): return 'ab' * 32\n"
        "    def set_password(self, service, username, password): raise AssertionError\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "plain_store.Plain")
    assert KeyStore().keep(SALT, KEY).wait() == Answer("known")
    assert KeyStore().look(SALT).wait() == Answer("known", KEY)


def test_whoever_wants_no_key_store_has_none(desk: OwnBus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert KeyStore().look(SALT).wait() == Answer("none")


def test_whatever_a_store_raises_is_only_a_reason_to_ask() -> None:
    def broken() -> Answer:
        raise SystemError("the key store fell over")

    assert Asking(broken).wait() == Answer("failed")


def test_the_key_is_in_no_message_and_each_reason_has_its_words() -> None:
    assert "0x" not in repr(Answer("known", KEY)) and KEY.hex() not in repr(Answer("known", KEY))
    said = [why(state) for state in ("unknown", "locked", "silent", "wrong", "none", "failed")]
    assert all(sentence.endswith(".") for sentence in said) and len(set(said)) == 6
    assert not why("known")
