"""The key store of the computer (keyring, key chain, credential manager): it remembers the keys of sealed files.

It holds what was derived from a passphrase, never the passphrase. A key store may be locked, may ask a person for a
password of its own, or may never answer: every call of it, the import included, runs in a thread that nobody has to
wait for, and none of its failures is more than a reason to ask for the passphrase.
"""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from coalmeet.text import _

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "org.coalmeet.filekey"
LIMIT_SECONDS = 8.0
_KEY_BYTES = 32

# known: it has the key. unknown: it works, and has none of this file. wrong: what it has opens the file no more.
# silent: no answer within the limit. none: there is none, or none that is safe. failed: it reported an error.
State = Literal["known", "unknown", "locked", "silent", "wrong", "none", "failed"]

# The back ends that keep secrets as the system does; others may keep them as plain text.
_SAFE = {
    "win32": ("keyring.backends.Windows.WinVaultKeyring",),
    "darwin": ("keyring.backends.macOS.Keyring",),
    "": (
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
    ),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """How it went; `key` are 32 bytes where the state is "known" and a key was asked for, never shown in a log."""

    state: State
    key: bytes | None = field(default=None, repr=False)


class Asking:
    """A question under way. Its thread is left behind when the program ends: it may hang for ever."""

    def __init__(self, work: Callable[[], Answer]) -> None:
        self._work = work
        self._answer: Answer | None = None
        self._done = threading.Event()
        threading.Thread(target=self._run, name="key store", daemon=True).start()

    def answer(self) -> Answer | None:
        """The answer, None while there is none."""
        return self._answer

    def wait(self, seconds: float = LIMIT_SECONDS) -> Answer:
        """Wait for the answer; its state is "silent" when none came. For commands: a window looks again instead."""
        self._done.wait(seconds)
        return self._answer or Answer("silent")

    def _run(self) -> None:
        self._answer = _safely(self._work)
        self._done.set()


class KeyStore:
    """The system's key store. A file is known by its salt: the sixteen bytes that it begins with."""

    def look(self, salt: bytes) -> Asking:
        """Ask for the key of a file."""
        return Asking(lambda: _look(salt.hex()))

    def keep(self, salt: bytes, key: bytes) -> Asking:
        """Let it remember the key of a file, instead of the one it had."""
        return Asking(lambda: _keep(salt.hex(), key.hex()))

    def forget(self, salt: bytes) -> Asking:
        """Let it forget the key of a file; "unknown" says that it has none now."""
        return Asking(lambda: _forget(salt.hex()))


def why(state: State) -> str:
    """Why the passphrase is asked for, as a sentence or two."""
    sentences = {
        "unknown": _(
            "This computer does not know the key of this file yet, so it asks once for the passphrase."
        ),
        "locked": _("This computer’s key store is locked, so the key that it may hold cannot be had."),
        "silent": _(
            "This computer’s key store does not answer. It may be waiting for a password of its own, in another window."
        ),
        "wrong": _(
            "The key that this computer remembers does not open the file any more: the passphrase was changed "
            "elsewhere, or the file is damaged."
        ),
        "none": _("This computer has no key store that keeps secrets safely, so it cannot remember the key."),
        "failed": _("This computer’s key store reported an error."),
        "known": "",
    }
    return sentences[state]


def _safely(work: Callable[[], Answer]) -> Answer:
    try:
        from keyring import errors

        try:
            return work()
        except errors.KeyringLocked:
            return Answer("locked")
        except (errors.NoKeyringError, ImportError):
            return Answer("none")
    except Exception:  # noqa: BLE001 whatever a key store may raise: then the passphrase is asked for
        return Answer("failed")


def _look(salt: str) -> Answer:
    kept = _back_end().get_password(SERVICE, salt)
    if kept is None:
        return Answer("unknown")
    try:
        key = bytes.fromhex(kept)
    except ValueError:
        return Answer("wrong")
    return Answer("known", key) if len(key) == _KEY_BYTES else Answer("wrong")


def _keep(salt: str, key: str) -> Answer:
    store = _back_end()
    store.set_password(SERVICE, salt, key)
    return Answer("known" if store.get_password(SERVICE, salt) == key else "failed")


def _forget(salt: str) -> Answer:
    store = _back_end()
    if store.get_password(SERVICE, salt) is not None:
        store.delete_password(SERVICE, salt)
    return Answer("unknown")


def _back_end() -> KeyringBackend:
    """The one that somebody configured if it is safe, else the first safe one that works here.

    A chain of several is not asked: it may go on to one that writes plain text. Raises NoKeyringError.
    """
    from keyring.errors import NoKeyringError

    configured = _configured()
    name = "" if configured is None else f"{type(configured).__module__}.{type(configured).__name__}"
    if configured is not None and name in _SAFE.get(sys.platform, _SAFE[""]):
        return configured
    if name != "keyring.backends.null.Keyring":  # whoever set that wants none at all
        for one in _working():
            return one
    raise NoKeyringError


def _configured() -> KeyringBackend | None:
    from keyring import core

    try:
        return core.load_env() or core.load_config()
    except Exception:  # noqa: BLE001 a configuration that cannot be loaded names none
        return None


def _working() -> Iterator[KeyringBackend]:
    for name in _SAFE.get(sys.platform, _SAFE[""]):
        module, _dot, kind = name.rpartition(".")
        # One that is not made for this computer is no reason to ask no other.
        with suppress(Exception):
            back_end = getattr(importlib.import_module(module), kind)
            if back_end.viable:
                yield back_end()
