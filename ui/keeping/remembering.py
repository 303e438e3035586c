"""What this computer's key store has of the open file: asked, told, kept and forgotten while the window goes on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coalmeet.errors import FileProblem
from coalmeet.store.key_store import Answer, Asking, KeyStore
from ui.answering import Answering
from ui.open_file import OpenFile


class Remembering(QObject):
    """`told` carries a State of the key store, or None while it is asked."""

    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._key: bytes | None = None
        self._salt = b""
        self._store = KeyStore()
        self._asking: Answering | None = None

    def look(self, book: OpenFile) -> None:
        """Whether the key of this file is remembered."""
        self._know(book)
        self._begin(self._store.look(self._salt))

    def keep(self, book: OpenFile) -> None:
        """Remember the key that the file has now."""
        self._know(book)
        if self._key is not None:
            self._begin(self._store.keep(self._salt, self._key))

    def forget(self) -> None:
        """Forget the key of the file that was known last, also where the file has no passphrase any more."""
        if self._salt:
            self._begin(self._store.forget(self._salt))

    def settle(self) -> None:
        """Before the file goes: no answer is of use any more."""
        if self._asking is not None:
            self._asking.stop()
        self._key, self._salt = None, b""

    def _know(self, book: OpenFile) -> None:
        from coalmeet.store import header

        self._store, self._key = book.key_store, book.file.key
        try:
            self._salt = header.inspect(book.path).salt or self._salt
        except FileProblem:  # moved meanwhile: whoever writes next is told
            self._salt = b""

    def _begin(self, asking: Asking) -> None:
        if self._asking is not None:
            self._asking.stop()
        self.told.emit(None)
        self._asking = Answering(asking, self)
        self._asking.answered.connect(self._hear)

    def _hear(self, answer: Answer) -> None:
        other = answer.key is not None and answer.key != self._key
        self.told.emit("wrong" if other else answer.state)
