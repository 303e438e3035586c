"""The words that a person gave in temperature rounds: their own, and so erased with them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from coalmeet.coalition.mentions import ERASED
from coalmeet.meeting.events import Corrected, WordGiven
from coalmeet.store.erasing.texts import TextRow

Place = tuple[str, int]  # a move, and which of its events
_CORRECTIONS = ("corrections", "corrections_noted")  # keys of a record
Whose = Callable[[Mapping[str, Any]], bool]


class Spoken:
    """Which words these people gave, by meeting, and where in the logs."""

    def __init__(self, moves: Iterable[TextRow], ids: frozenset[str]) -> None:
        self.words: defaultdict[str, set[str]] = defaultdict(set)
        logs = [(row, _events(row)) for row in moves if _may_tell(row)]
        self._places = {
            (row.id, at)
            for row, events in logs
            for at, one in enumerate(events)
            if isinstance(one, dict) and one.get("event") == WordGiven.__name__ and one.get("person") in ids
        }
        for row, events in logs:
            for at, one in enumerate(events):
                if field := self._word_in(row.id, at, one):
                    self.words[row.texts["meeting"]].add(str(one.get(field)))

    @property
    def count(self) -> int:
        """How many words were given."""
        return len(self._places)

    def unsaid(self, row: TextRow) -> str:
        """The events of a move without these words."""
        if not _may_tell(row):
            return row.texts["events"]
        events = _events(row)
        found = [(one, field) for at, one in enumerate(events) if (field := self._word_in(row.id, at, one))]
        for one, field in found:
            one[field] = ERASED
        return json.dumps(events, ensure_ascii=False, separators=(",", ":")) if found else row.texts["events"]

    def in_record(self, meeting: str, record: Mapping[str, Any], is_theirs: Whose) -> dict[str, Any]:
        """The record without them: those under the person's name, and those without a name that were given here."""
        quiet = dict(record)
        for key, silent in (
            ("temperature", self._silent),
            *((one, self._uncorrected) for one in _CORRECTIONS),
        ):
            if isinstance(given := record.get(key), list):
                quiet[key] = [
                    silent(meeting, one, is_theirs) if isinstance(one, dict) else one for one in given
                ]
        return quiet

    def _silent(self, meeting: str, one: dict[str, Any], is_theirs: Whose) -> dict[str, Any]:
        nameless = not one.get("name") and one.get("word") in self.words.get(meeting, ())
        return {**one, "word": ERASED} if nameless or is_theirs(one) else one

    def _uncorrected(self, meeting: str, one: dict[str, Any], _is_theirs: Whose) -> dict[str, Any]:
        """A correction tells the word before and after it."""
        told = str(one.get("text") or "")
        for word in self.words.get(meeting, ()):
            told = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", ERASED, told) if word else told
        return {**one, "text": told} if told != (one.get("text") or "") else one

    def _word_in(self, move: str, at: int, event: Any) -> str:
        """The field of an event in which such a word stands, "" for none."""
        if not isinstance(event, dict):
            return ""
        if (move, at) in self._places:
            return "word"
        corrects = event.get("event") == Corrected.__name__ and event.get("field") == "word"
        return "text" if corrects and (event.get("move"), event.get("index")) in self._places else ""


def _may_tell(row: TextRow) -> bool:
    """Whether a move is worth reading: hardly any gives a word or corrects one."""
    return any(one.__name__ in row.texts["events"] for one in (WordGiven, Corrected))


def _events(row: TextRow) -> list[Any]:
    found: list[Any] = json.loads(row.texts["events"])
    return found
