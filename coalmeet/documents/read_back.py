"""The record of a meeting out of its own minutes: the PDF carries it, so whoever has the paper can read it back in."""

from __future__ import annotations

import re

from coalmeet.errors import FileProblem
from coalmeet.text import _, ngettext

RECORD = "minutes.json"  # as the minutes attach it
_OF_BOOK = re.compile(r"\d{4,} \d{4}-\d{2}-\d{2}\.json")  # as a year book attaches them: number and day
_PDF = b"%PDF-"
_LATEST = 1024  # bytes before which a PDF must say that it is one, as every reader has it
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[{\[]")  # how a record begins; whose title may name a PDF
LARGEST = 64 << 20  # bytes of a record in a PDF; ten times what the exchange format promises


def record_bytes(data: bytes, name: str) -> bytes:
    """The record as JSON, out of minutes as PDF; anything else as it came. Raises FileProblem, which names the file."""
    if _PDF not in data[:_LATEST] or _JSON.match(data):
        return data
    from coalmeet.documents.pdf_pages import attached, attached_names
    from coalmeet.documents.swelling import swells

    if swells(data, LARGEST):
        raise _too_large(name)
    try:
        found = attached(data, RECORD)
    except FileProblem as problem:
        raise FileProblem(
            _(
                "{file}: this PDF is damaged or locked with a password; ask for it again, or for the record as JSON."
            ).format(file=name)
        ) from problem
    several = [one for one in attached_names(data) if _OF_BOOK.fullmatch(one)] if found is None else []
    if several:
        words = ngettext(
            "{file}: this book carries the record of {count} meeting. Keep its attachment as a file, with a reader of "
            "PDF, and bring that in.",
            "{file}: this book carries the records of {count} meetings. Keep its attachments as files, with a reader "
            "of PDF, and bring those in.",
            len(several),
        )
        raise FileProblem(words.format(file=name, count=len(several)))
    if found is None:
        raise FileProblem(
            _(
                "{file}: this PDF carries no record of a meeting. Only minutes that Coalmeet made can be read back; "
                "others can be typed in under “It was held on paper”."
            ).format(file=name)
        )
    if len(found) > LARGEST:
        raise _too_large(name)
    return found


def _too_large(name: str) -> FileProblem:
    return FileProblem(
        _("{file}: what it carries is larger than {megabytes} MB, which no meeting is.").format(
            file=name, megabytes=LARGEST >> 20
        )
    )
