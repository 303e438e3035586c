"""A letter as a draft for any mail program (RFC 5322): text, the same as HTML, the minutes attached; not sent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from coalmeet.documents.html_parts import typed
from coalmeet.documents.plain import one_line, plain
from coalmeet.meeting.letters import Letter, Part
from coalmeet.text import _


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a letter; `kind` such as "application/pdf"."""

    name: str
    kind: str
    data: bytes


def eml(
    letter: Letter, addresses: Sequence[str], enclosures: Sequence[Enclosure], *, hidden: bool = False
) -> bytes:
    """The draft, without sender and date, which the mail program adds; the same letter gives the same bytes.

    Where many read it, `hidden` keeps the addresses of each from the others.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = one_line(letter.subject)
    known = [one for one in addresses if _is_address(one)]
    if known:
        message["Bcc" if hidden else "To"] = ", ".join(known)
    message["X-Unsent"] = "1"  # so that mail programs open it to be written on
    message.set_content("\n".join(_lines(letter)), cte="quoted-printable")
    message.add_alternative(_page(letter), subtype="html", cte="quoted-printable")
    for one in enclosures:
        main, _slash, sub = one.kind.partition("/")
        message.add_attachment(one.data, maintype=main, subtype=sub, filename=one.name)
    _fix_boundaries(message, hashlib.sha256(repr((letter, addresses)).encode()).hexdigest()[:24])
    return bytes(message)


def _is_address(text: str) -> bool:
    """Whether this may stand as an address: one @, nothing that would begin another one or another line."""
    name, at, host = text.strip().partition("@")
    return (
        bool(name and at and host)
        and not any(sign in text.strip() for sign in ' ,;<>"()\r\n\t\0')
        and text.isascii()
    )


def _lines(letter: Letter) -> Iterator[str]:
    for part in letter.parts:
        if part.heading:
            yield _("{label}:").format(label=part.heading)
        for text in part.texts:
            yield from _text(text, listed=part.listed)
            if not part.listed:
                yield ""
        if part.listed:
            yield ""


def _text(text: str, *, listed: bool) -> Iterator[str]:
    first, *others = plain(text).split("\n")
    yield f"- {first}" if listed else first
    yield from (f"  {line}" if listed else line for line in others)


def _page(letter: Letter) -> str:
    return "\n".join(block for part in letter.parts for block in _blocks(part))


def _blocks(part: Part) -> Iterator[str]:
    if part.heading:
        yield f'<h3 dir="auto">{escape(one_line(part.heading))}</h3>'
    if part.listed:
        yield "<ul>" + "".join(f'<li dir="auto">{typed(text)}</li>' for text in part.texts) + "</ul>"
    else:
        yield from (f'<p dir="auto">{typed(text)}</p>' for text in part.texts)


def _fix_boundaries(message: EmailMessage, stem: str) -> None:
    """Boundaries are drawn at random otherwise, and the same letter would be other bytes each time."""
    for at, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=={stem}-{at}==")
