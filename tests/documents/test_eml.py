"""A letter read back by the standard library is the letter that was written, whatever its words are."""

from __future__ import annotations

import email
from email import policy
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalmeet.documents.eml import Enclosure, eml
from coalmeet.documents.plain import one_line, plain
from coalmeet.meeting.letters import Letter, Part, letters
from coalmeet.meeting.minutes import minutes

PDF = Enclosure("Minutes.pdf", "application/pdf", bytes(range(256)) * 9)


def read(data: bytes) -> EmailMessage:
    found = email.message_from_bytes(data, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def a_letter(words: str = "We go.") -> Letter:
    return Letter(
        "Quayside", f"What concerns {words}", (Part("", (words,)), Part("Asked", (words,), listed=True))
    )


def test_it_is_a_draft_with_its_addresses_its_words_twice_and_its_files() -> None:
    message = read(eml(a_letter(), ["a@example.org", "b@example.org"], [PDF]))
    assert (message["to"], message["subject"]) == ("a@example.org, b@example.org", "What concerns We go.")
    assert (message["x-unsent"], message["from"], message["date"]) == ("1", None, None)
    assert "- We go." in body(message, "plain")
    assert '<li dir="auto">We go.</li>' in body(message, "html")
    (file,) = message.iter_attachments()
    assert (file.get_filename(), file.get_content_type(), file.get_content()) == (
        PDF.name,
        PDF.kind,
        PDF.data,
    )


def test_the_same_letter_is_the_same_file() -> None:
    assert eml(a_letter(), ["a@example.org"], [PDF]) == eml(a_letter(), ["a@example.org"], [PDF])


@given(st.text(max_size=120))
def test_any_words_come_back_and_none_becomes_a_header(words: str) -> None:
    message = read(eml(a_letter(words), [], [PDF]))
    headers = {name.lower() for name, _value in message.items()}
    assert headers == {"subject", "x-unsent", "mime-version", "content-type"}
    assert "".join(str(message["subject"]).split()) == "".join(one_line(f"What concerns {words}").split())
    assert "".join(plain(words).split()) in "".join(body(message, "plain").split())
    assert len(list(message.iter_attachments())) == 1


@pytest.mark.parametrize(
    "evil", ["a@b.org, c@d.org", "a@b.org\r\nBcc: x@y.org", "<a@b.org>", "nobody", "a@", "@b"]
)
def test_what_is_no_address_is_left_out(evil: str) -> None:
    message = read(eml(a_letter(), [evil, "ana@example.org"], []))
    assert message["to"] == "ana@example.org"
    assert message["bcc"] is None


def test_the_letters_of_a_meeting_are_made(rich: dict[str, Any]) -> None:
    made = letters(minutes(rich), rich)
    assert [one.organisation for one in made] == ["Quayside Workers", "Mill Road Co-op"]
    words = body(read(eml(made[0], [], [])), "plain")
    assert rich["agenda"][0]["decisions"][0]["text"] in words
    assert "in confidence" not in words
