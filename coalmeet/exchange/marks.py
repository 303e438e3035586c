"""Small marks that people write into agendas: timeboxes, times of day, labels, Markdown emphasis."""

from __future__ import annotations

import re

LONGEST_MINUTES = 600  # a timebox of more than ten hours is a year or a room number
SEPARATOR = "\x1f"  # stands where a mark was taken out; it never reaches a draft
LONGEST_MARKED = 2_000  # characters; nobody marks up a longer line, and looking would take too long

_HOUR = r"(?:hours?|hrs?|h|stunden?|std\.?|heures?|時間|小时)"
_MINUTE = r"(?:minutes?|minuten|minutos|minuti|mins?\.?|m|['’′]|分(?:钟|間)?)"
_END = r"(?![\w'’′])"
_HOURS = re.compile(
    rf"(?P<hours>\d+(?:[.,]\d+)?)\s*{_HOUR}(?:\s*(?P<rest>\d{{1,2}})\s*(?:{_MINUTE})?)?{_END}", re.IGNORECASE
)
_MINUTES = re.compile(rf"(?:\d+\s*[-–]\s*)?(?P<minutes>\d+)\s*-?\s*{_MINUTE}{_END}", re.IGNORECASE)
_ABOUT = re.compile(r"^(?:~|≈|about|approx\.?|ca\.?|circa|max\.?|up to)\s*", re.IGNORECASE)

_ABOUT_END = re.compile(r"(?:~|≈|\babout|\bapprox\.?|\bca\.?|\bcirca|\bmax\.?|\bup to)\s*$", re.IGNORECASE)
_AROUND = ",;:|·•–—- " + SEPARATOR
_GLUED = "$€£.,/"
_TIME = (
    r"(?P<{0}h>[01]?\d|2[0-4])(?:[:.h](?P<{0}m>[0-5]\d)|(?=\s*[ap]m\b))"
    r"(?:\s*(?P<{0}p>[ap])\.?m\b\.?)?(?:\s*Uhr)?"
)
_TIMES = re.compile(
    _TIME.format("a") + r"(?:\s*(?:[-–—]|to|until|bis)\s*" + _TIME.format("b") + r")?(?!\w|:\w)",
    re.IGNORECASE,
)

_LABELS = {
    "decision": "decision decisions decide dec d approval approve vote resolution proposal beschluss",
    "update": "update updates information info inform fyi report reports announcement announcements i u",
    "discussion": "discussion discussions discuss disc dialogue consultation brainstorm diskussion débat",
}
LABEL_OF = {word: label for label, words in _LABELS.items() for word in words.split()}
_LABEL_WORDS = re.compile(r"^for\s+|\s+(?:items?|required|needed|point)$")
_SINGLE = re.compile(r"^\w$")
_LINK = re.compile(r"\[(?P<text>[^\[\]]+)\]\((?P<address>[^()\s]+)\)")
_EMPHASIS = re.compile(r"(?P<mark>\*\*\*|\*\*|\*|__|_|~~|`)(?=\S)(?P<inner>.+?)(?<=\S)(?P=mark)")


def minutes_in(words: str) -> int | None:
    """The timebox, if these words are nothing but one: "10 min", "1h30", "~ 45'"."""
    bare = _ABOUT.sub("", words.strip().strip("()[]").strip())
    if match := _HOURS.fullmatch(bare):
        return _sensible(round(float(match["hours"].replace(",", ".")) * 60) + int(match["rest"] or 0))
    if match := _MINUTES.fullmatch(bare):
        return _sensible(int(match["minutes"]))
    return None


def find_minutes(words: str) -> tuple[int | None, str]:
    """The timebox at the start, at the end or between separators, and the words with SEPARATOR in its place.

    One in mid-sentence ("the 5 m wall", "a 2-hour limit") belongs to the sentence.
    """
    for pattern in (_HOURS, _MINUTES):
        for match in pattern.finditer(words):
            before, after = _ABOUT_END.sub("", words[: match.start()]).rstrip(), words[match.end() :].lstrip()
            found = minutes_in(match[0])
            alone = not before or not after or before[-1] in _AROUND or after[0] in _AROUND
            glued = words[: match.start()][-1:] in _GLUED or words[: match.start()][-1:].isalnum()
            if found is not None and alone and not (before and glued):
                return found, f"{before.rstrip(_AROUND)} {SEPARATOR} {after.lstrip(_AROUND)}"
    return None, words


def _sensible(minutes: int) -> int | None:
    return minutes if 0 < minutes <= LONGEST_MINUTES else None


def times_at_start(words: str) -> tuple[str, int | None, str]:
    """("14:00", 20, "Budget") for "14:00–14:20 Budget"; ("", None, words) without a time of day in front."""
    bare = words.lstrip("([ ")
    match = _TIMES.match(bare)
    if not match:
        return "", None, words
    begin = _of_day(match["ah"], match["am"], match["ap"] or match["bp"])
    end = _of_day(match["bh"], match["bm"], match["bp"]) if match["bh"] else None
    rest = bare[match.end() :].lstrip(")] \t").lstrip("-–—:|").lstrip()
    minutes = (end - begin) % 1440 if end is not None else None
    return f"{begin // 60 % 24:02d}:{begin % 60:02d}", _sensible(minutes or 0), rest


def _of_day(hours: str, minutes: str | None, half: str | None) -> int:
    hour = int(hours)
    if half:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return hour * 60 + int(minutes or 0)


def label_in(words: str, *, letters: bool = True) -> str:
    """The label, if these words are nothing but one: "Decision", "for information", and "D" with letters."""
    bare = _LABEL_WORDS.sub("", words.strip(" \t[](){}:.").lower())
    if not letters and _SINGLE.match(bare):
        return ""
    return LABEL_OF.get(bare, "")


def plain(words: str) -> tuple[str, tuple[str, ...]]:
    """The words without Markdown emphasis and links, and the addresses that the links held."""
    addresses = tuple(match["address"] for match in _LINK.finditer(words))
    text = _LINK.sub(lambda match: match["text"], words)
    if len(text) > LONGEST_MARKED:
        return text.strip(), addresses
    for _nested in range(3):
        text = _EMPHASIS.sub(_without_mark, text)
    return text.replace("\\_", "_").replace("\\*", "*").strip(), addresses


def _without_mark(match: re.Match[str]) -> str:
    # `snake_case_name` and `2*3*4` keep their signs: emphasis does not begin or end inside a word.
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    if match["mark"] in ("_", "__", "*") and (before.isalnum() or after.isalnum()):
        return match[0]
    return match["inner"]
