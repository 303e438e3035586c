"""Key stores that answer as a test says: one that works in memory, one that hangs, and those that cannot."""

from __future__ import annotations

import threading

from coalmeet.store.key_store import Answer, Asking, KeyStore, State


class InMemory(KeyStore):
    """Remembers the keys it is given; `state` is what it answers instead, while it is not ""."""

    def __init__(self, state: State | None = None) -> None:
        self.keys: dict[bytes, bytes] = {}
        self.state = state

    def look(self, salt: bytes) -> Asking:
        key = self.keys.get(salt)
        return self._says(Answer("known", key) if key else Answer("unknown"))

    def keep(self, salt: bytes, key: bytes) -> Asking:
        if self.state is None:
            self.keys[salt] = key
        return self._says(Answer("known"))

    def forget(self, salt: bytes) -> Asking:
        if self.state is None:
            self.keys.pop(salt, None)
        return self._says(Answer("unknown"))

    def _says(self, answer: Answer) -> Asking:
        said = Answer(self.state) if self.state else answer
        return Asking(lambda: said)


class Hung(InMemory):
    """Answers only once it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def _says(self, answer: Answer) -> Asking:
        def late() -> Answer:
            self.let_go.wait(60)
            return answer

        return Asking(late)
