"""How minutes came to be what they are: their versions, what was edited after the meeting, what was corrected."""

from __future__ import annotations

from collections.abc import Iterator

from coalmeet.meeting.minutes_words import Record, many, sentence, value, with_year
from coalmeet.text import _, ngettext


def versions(record: Record) -> tuple[str, ...]:
    """A sentence for each version that readers may have in hand; none for a record from elsewhere.

    The draft is the first one. Going round makes a further one, and so does being approved.
    """
    state = value(record, "state")
    if not state:
        return ()
    found = [_draft]
    if value(record, "circulated_on") or state == "circulated":
        found.append(_circulated)
    if state == "approved":
        found.append(_approved)
    return tuple(told(number, record) for number, told in enumerate(found, 1))


def current(record: Record) -> str:
    """The version that this is, once there is more than the draft; else ""."""
    found = versions(record)
    return found[-1] if len(found) > 1 else ""


def _draft(number: int, record: Record) -> str:
    day, count = with_year(value(record, "date")), edited(record)
    if value(record, "summary") and count:
        return ngettext(
            "Version {number}: draft of {day}; “In one minute” and the notes of {count} item edited since.",
            "Version {number}: draft of {day}; “In one minute” and the notes of {count} items edited since.",
            count,
        ).format(number=number, day=day, count=count)
    if count:
        return ngettext(
            "Version {number}: draft of {day}; the notes of {count} item edited since.",
            "Version {number}: draft of {day}; the notes of {count} items edited since.",
            count,
        ).format(number=number, day=day, count=count)
    if value(record, "summary"):
        said = _("Version {number}: draft of {day}; “In one minute” written since.")
    else:
        said = _("Version {number}: draft of {day}.")
    return said.format(number=number, day=day)


def _circulated(number: int, record: Record) -> str:
    day = with_year(value(record, "circulated_on"))
    if not day:
        return _("Version {number}: went round.").format(number=number)
    return _("Version {number}: went round on {day}.").format(number=number, day=day)


def _approved(number: int, record: Record) -> str:
    day, count = with_year(value(record, "approved_on")), len(approved_corrections(record))
    if not day:
        return _("Version {number}: approved.").format(number=number)
    if not count:
        return _("Version {number}: approved on {day}.").format(number=number, day=day)
    return ngettext(
        "Version {number}: approved on {day} with {count} correction.",
        "Version {number}: approved on {day} with {count} corrections.",
        count,
    ).format(number=number, day=day, count=count)


def approved_corrections(record: Record) -> list[Record]:
    """The corrections that were approved with the minutes; others were entered by the meeting itself."""
    return [one for one in many(record, "corrections") if value(one, "approved_on")]


def correction(entry: Record) -> str:
    """A correction in its own words, with who asked for it and when, where that is known."""
    text, who, day = value(entry, "text"), value(entry, "by"), with_year(value(entry, "noted_on"))
    if who and day:
        return _("{text} (asked for by {who}, {day})").format(text=text, who=who, day=day)
    if who:
        return _("{text} (asked for by {who})").format(text=text, who=who)
    return _("{text} (noted on {day})").format(text=text, day=day) if day else text


def edited(record: Record) -> int:
    """Of how many items the notes that readers see were edited after the meeting."""
    return sum(
        1 for one in many(record, "agenda") if value(one, "notes_edited_on") and not one.get("off_record")
    )


def notes_edited(entry: Record) -> Iterator[str]:
    """That the notes of an item are not, or not only, those of the meeting."""
    day = value(entry, "notes_edited_on")
    if not day or entry.get("off_record"):
        return
    if not (entry.get("notes") or "").strip():
        said = _("Its notes were taken out after the meeting, on {day}.")
    elif entry.get("notes_at_meeting") == "":
        said = _("Its notes were written after the meeting, on {day}.")
    else:
        said = _("Its notes were edited after the meeting, on {day}.")
    yield said.format(day=with_year(day))


def whose_words(record: Record) -> Iterator[str]:
    """What of these minutes a person wrote afterwards, and that the rest is the record's own."""
    count = edited(record)
    if count and value(record, "summary"):
        yield ngettext(
            "“In one minute” was written by a person, and the notes of {count} item were edited after the meeting; "
            "it says so itself. All else is told from the record.",
            "“In one minute” was written by a person, and the notes of {count} items were edited after the meeting; "
            "each says so. All else is told from the record.",
            count,
        ).format(count=count)
    elif count:
        yield ngettext(
            "The notes of {count} item were edited after the meeting; it says so itself. "
            "All else is told from the record.",
            "The notes of {count} items were edited after the meeting; each says so. "
            "All else is told from the record.",
            count,
        ).format(count=count)
    elif value(record, "summary"):
        yield _("“In one minute” was written by a person. All else is told from the record.")


def approved(record: Record) -> Iterator[str]:
    """That they are approved, and by whom where no meeting did it."""
    who = value(record, "approved_by")
    if who:
        yield sentence(_("These minutes were approved outside a meeting: {who}").format(who=who))
    else:
        yield _("These minutes are approved.")
