"""Lines of notes that are more than notes: an action, a topic for the parking lot; names that complete."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from coalmeet.meeting.due import due_in
from coalmeet.text import _

MOST_CANDIDATES = 8
_BULLET = re.compile(r"^\s*(?:[-*+•]\s+)?(?:\[[ xX]\]\s+)?")
_HANDLE = re.compile(r"\w(?:[\w.'’-]*\w)?")
_OPEN_MENTION = re.compile(r"(?:^|(?<=[\s(,;:]))@([^@\n]{0,60})$")
_WILL = re.compile(r"(?:\s*[:–—]\s*|\s+-\s+|\s+(?:to|will|should|shall)\s+|\s*,\s*|\s+)")


@dataclass(frozen=True, slots=True)
class Captured:
    """What a line says. `owner` is a known name, or as typed, or "" for nobody yet; a topic has none."""

    kind: Literal["action", "parked"]
    text: str
    owner: str = ""
    due: date | None = None


def capture(
    line: str, day: date, people: Sequence[str] = (), next_meeting: date | None = None
) -> Captured | None:
    """The action or parked topic that a line of notes stands for, or None for plain notes.

    "action: …" and "parked: …" always count; "@Name …" counts if the name is one of `people` or a due date
    follows. Dates are counted from the meeting's `day`.
    """
    bare = line[_match_end(_BULLET, line) :].strip()
    parked = _after_word(bare, ("parked", "park", "parking lot", _("parked")))
    if parked is not None:
        return Captured("parked", parked) if parked else None
    named = _after_word(bare, ("action", "actions", "todo", "to do", _("action")))
    if named is not None:
        return _action(named, day, people, next_meeting)
    if bare.startswith("@"):
        found = _action(bare, day, people, next_meeting)
        if found and (found.due or found.owner in people):
            return found
    return None


def _after_word(line: str, words: Sequence[str]) -> str | None:
    head, sign, rest = line.replace("：", ":", 1).partition(":")
    known = {word.casefold() for word in words}
    return rest.strip() if sign and head.strip(" *_").casefold() in known else None


def _action(words: str, day: date, people: Sequence[str], next_meeting: date | None) -> Captured | None:
    said = due_in(words.strip(), day, next_meeting)
    owner, text = _owner(said.rest, people)
    text = text.strip(" ,;:–—-").strip()
    if not text:
        return None
    return Captured("action", text, owner, said.due)


def _owner(words: str, people: Sequence[str]) -> tuple[str, str]:
    """Who, and what is left: "@Amina …" anywhere in front, "Amina to …" and "… (Amina)" for known people."""
    if words.startswith("@"):
        name, end = _longest_name(words[1:], people)
        if not name and (handle := _HANDLE.match(words, 1)):
            name, end = handle[0], handle.end() - 1
        after = words[1 + end :]
        return name, after[_match_end(_WILL, after) :]
    name, end = _longest_name(words, people)
    if name and (match := _WILL.match(words, end)) and match[0].strip(" ,"):
        return name, words[match.end() :]
    return _owner_at_end(words, people)


def _owner_at_end(words: str, people: Sequence[str]) -> tuple[str, str]:
    match = re.search(r"(?:\s+[–—-]\s+|\s*[(\[]|\s*,\s*|\s+)@?([^()\[\]–—,@]{1,60})[)\]]?\s*$", words)
    if "@" in words:
        before, _sign, after = words.rpartition("@")
        name, end = _longest_name(after, people)
        if not name and (handle := _HANDLE.match(after)):
            name, end = handle[0], handle.end()
        rest = f"{before.rstrip(' (–—-')} {after[end:].lstrip(' )')}"
        return name, rest.strip()
    if match and words[match.start() : match.start(1)].strip():
        name, end = _longest_name(match[1], people)
        if name and not match[1][end:].strip():
            return name, words[: match.start()]
    return "", words


def _longest_name(words: str, people: Sequence[str]) -> tuple[str, int]:
    """The known name that the words begin with, and its length; a first name will do if it is unique."""
    for form in (lambda name: name, _first):
        found = [name for name in people if _begins(words, form(name))]
        longest = max((len(form(name)) for name in found), default=0)
        best = sorted({name for name in found if len(form(name)) == longest})
        if len(best) == 1:
            return best[0], longest
    return "", 0


def _first(name: str) -> str:
    return name.split(maxsplit=1)[0] if name.split() else ""


def _begins(words: str, name: str) -> bool:
    if not name or words[: len(name)].casefold() != name.casefold():
        return False
    after = words[len(name) : len(name) + 1]
    return not (after.isalnum() and name[-1].isascii())


def _match_end(pattern: re.Pattern[str], words: str) -> int:
    match = pattern.match(words)
    return match.end() if match else 0


def open_mention(before: str) -> str | None:
    """What has been typed of a name after the last @ before the cursor, or None if no name is being typed."""
    match = _OPEN_MENTION.search(before)
    return match[1] if match else None


def completions(before: str, people: Sequence[str]) -> tuple[str, ...]:
    """Names that the text before the cursor asks for, those that begin with what was typed first."""
    typed = open_mention(before)
    if typed is None:
        return ()
    wanted = _folded(typed)
    ranked = []
    for name in dict.fromkeys(people):
        folded = _folded(name)
        starts = [folded, *folded.split()[1:]]
        rank = next((place for place, start in enumerate(starts) if start.startswith(wanted)), None)
        if rank is not None and folded != wanted:
            ranked.append((rank > 0, folded, name))
    return tuple(name for _later, _key, name in sorted(ranked)[:MOST_CANDIDATES])


def complete(before: str, name: str) -> str:
    """The text before the cursor with the name written out and a blank after it."""
    typed = open_mention(before) or ""
    return f"{before[: len(before) - len(typed)]}{name} "


def _folded(words: str) -> str:
    # Letters with a stroke have no accent that Unicode could take off.
    spread = unicodedata.normalize("NFKD", words.casefold().translate(str.maketrans("łøđ", "lod")))
    return "".join(sign for sign in spread if not unicodedata.combining(sign))
