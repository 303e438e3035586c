"""Where a command speaks: results on one stream, refusals and progress on the other."""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import dataclass, field
from getpass import getpass
from typing import TextIO

from coalmeet.text import _


@dataclass
class Terminal:
    """The two streams of one run. Progress shows only where a person looks on."""

    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)
    source: TextIO = field(default_factory=lambda: sys.stdin)
    # What opens the sealed files of this run, by their salts; never shown.
    keys: dict[bytes, bytes] = field(default_factory=dict, repr=False)
    _shown: int = 0

    def say(self, line: str) -> None:
        """A line of the result."""
        self._clear()
        self._write(self.out, f"{line}\n")

    def refuse(self, sentence: str) -> None:
        """One sentence that says what could not be done, or not as it should be."""
        self._clear()
        self._write(self.err, f"{visible(sentence)}\n")

    def progress(self, done: int, whole: int, what: str) -> None:
        """How far long work has come, on one line that the next output replaces."""
        if self.err.isatty():
            self._clear()
            line = _("{done} of {whole}: {what}").format(done=done, whole=whole, what=visible(what))[:78]
            self._write(self.err, line)
            self.err.flush()
            self._shown = len(line)

    def secret(self, prompt: str) -> str:
        """A line that is typed unseen; where nobody types, the next line of what is handed in. "" for none."""
        if not self.source.isatty():
            return self.source.readline().rstrip("\r\n")
        self._clear()
        try:
            return getpass(prompt)
        except EOFError:
            return ""

    def _clear(self) -> None:
        if self._shown:
            self._write(self.err, "\r" + " " * (2 * self._shown) + "\r")  # wide characters take two columns
            self._shown = 0

    @staticmethod
    def _write(stream: TextIO, words: str) -> None:
        # A terminal that knows only ASCII shows a question mark; that is no reason to fail.
        encoding = stream.encoding or "utf-8"
        stream.write(words.encode(encoding, errors="replace").decode(encoding, errors="replace"))
        stream.flush()  # a closed pipe is met here, where it can be borne, and not when Python ends


def visible(words: str) -> str:
    """The words on one line, without characters that could steer a terminal or hide what is written."""
    return "".join(
        one
        for one in " ".join(words.split())
        if unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
