"""One pass over everything that a file holds: where it speaks of a person, and what each row becomes without them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from coalmeet.coalition.mentions import Spot
from coalmeet.store.erasing.spoken import Spoken
from coalmeet.store.erasing.subject import Subject
from coalmeet.store.erasing.texts import TextRow, rewritten
from coalmeet.store.tables import MOVE, RECORD
from coalmeet.text import _

# Which spots are one for whoever chooses: the same words in the same line, whichever rows and versions hold them.
# Where somebody else has the same name, each place is a question of its own.
Key = tuple[str, str, str, str]
Decide = Callable[[Spot, Key, TextRow], bool]


@dataclass(frozen=True, slots=True)
class Update:
    """A row as it is to be kept: its table, its id, and the columns that come out otherwise."""

    table: str
    id: str
    texts: Mapping[str, str]


class Sweep:
    """What erasing does to the rows that stay. `instead` takes the place of a name."""

    def __init__(self, rows: Iterable[TextRow], who: Subject, instead: str = "") -> None:
        self._who, self._finder = who, who.finder
        self._instead = instead or _("a person")
        self._names = frozenset(one.casefold() for one in who.words.names)
        gone = {(table, one) for table, ids in who.gone.items() for one in ids}
        self._rows = [row for row in rows if not _is_gone(row, gone)]
        self.spoken = Spoken((row for row in self._rows if row.table == MOVE.name), who.ids)

    def updates(self, decide: Decide) -> Iterator[Update]:
        """Every row that changes, where `decide` says of each spot whether it goes."""
        for row in self._rows:
            quiet = self._without_words(row)
            found = {name: text for name, text in quiet.texts.items() if text != row.texts[name]}
            found |= rewritten(quiet, self._rewriter(quiet, decide), self._finder.may_speak)
            if found:
                yield Update(row.table, row.id, found)

    def _rewriter(self, row: TextRow, decide: Decide) -> Callable[[str, Mapping[str, Any]], str]:
        def rewrite(text: str, holder: Mapping[str, Any]) -> str:
            theirs = self._is_theirs(row, text, holder)

            def wanted(spot: Spot) -> bool:
                return decide(spot, self._key(spot, row), row)

            return self._finder.without(text, wanted, self._instead, theirs=theirs)

        return rewrite

    def _is_theirs(self, row: TextRow, text: str, holder: Mapping[str, Any]) -> bool | None:
        """Whether a text that is a name and nothing more is the person's; of other texts their holder says nothing."""
        if " ".join(text.split()).casefold() not in self._names:
            return None
        if row.table == "person":
            return False
        return self._who.is_theirs(holder)

    def _key(self, spot: Spot, row: TextRow) -> Key:
        place = (row.texts.get("row") or row.texts.get("meeting") or row.id) if self._who.namesakes else ""
        return spot.before, spot.found, spot.after, place

    def _without_words(self, row: TextRow) -> TextRow:
        """The row without the words that the person gave in temperature rounds."""
        if row.table == MOVE.name:
            texts = {**row.texts, "events": self.spoken.unsaid(row)}
        elif row.table == RECORD.name and self._may_quote(row):
            record = json.loads(row.texts["body"])
            quiet = self.spoken.in_record(row.texts["meeting"], record, self._gave)
            if quiet == record:
                return row
            texts = {**row.texts, "body": json.dumps(quiet, ensure_ascii=False, separators=(",", ":"))}
        else:
            return row
        return TextRow(row.table, row.id, texts)

    def _may_quote(self, row: TextRow) -> bool:
        return bool(self.spoken.words.get(row.texts["meeting"])) or self._finder.may_speak(row.texts["body"])

    def _gave(self, entry: Mapping[str, Any]) -> bool:
        name = " ".join(str(entry.get("name") or "").split()).casefold()
        if name not in self._names:
            return False
        return not self._who.namesakes or self._who.is_theirs(entry) is True


def _is_gone(row: TextRow, gone: set[tuple[str, str]]) -> bool:
    said_of = (row.texts.get("table", ""), row.texts.get("row", ""))
    return (row.table, row.id) in gone or said_of in gone
