"""Finding the key of a sealed file: whether one fits, and which one the typed words make."""

from __future__ import annotations

from pathlib import Path

from coalmeet.coalition.passphrase import readings
from coalmeet.errors import WrongPassphrase
from coalmeet.store import driver, header, sealing
from coalmeet.store.problems import as_problem, passphrase_needed, wrong_passphrase


def fits(path: Path, key: bytes) -> bool:
    """Whether the key opens the file. Raises FileProblem where the file cannot be read at all; changes nothing."""
    try:
        with as_problem(path, opening=True, reading=True, sealed=True):
            driver.connect(path, "ro", key).close()
    except WrongPassphrase:
        return False
    return True


def key_of_words(path: Path, typed: str) -> bytes:
    """The key that the typed words make, tried on the file. Any thread may ask; it takes some 0.2 seconds or 0.4.

    Raises PassphraseNeeded for no words, WrongPassphrase, or FileProblem.
    """
    return words_and_key(path, typed)[1]


def words_and_key(path: Path, typed: str) -> tuple[str, bytes]:
    """The passphrase that was meant, and its key; as key_of_words otherwise."""
    salt = header.inspect(path).salt
    words = readings(typed)
    if not words:
        raise passphrase_needed(path)
    keys = ((one, sealing.derive(one, salt)) for one in words)
    fitting = next((found for found in keys if fits(path, found[1])), None)
    if fitting is None:
        raise wrong_passphrase(path)
    return fitting
