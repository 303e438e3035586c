"""Minutes can be read back: the PDF brings its record into another file, and nothing else does."""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from coalmeet.documents.read_back import LARGEST, record_bytes
from coalmeet.errors import FileProblem
from coalmeet.meeting.minutes import published


def pdf_with(**attached: bytes) -> bytes:
    """A PDF of somebody else, with these files in it."""
    made, out = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    for name, data in attached.items():
        made.attachments[name.replace("_", ".")] = data
    made.save(out)
    return out.getvalue()


def test_the_record_comes_out_of_the_minutes_as_it_went_in(
    rich: dict[str, Any], make: Callable[[dict[str, Any]], bytes]
) -> None:
    assert json.loads(record_bytes(make(rich), "minutes.pdf")) == published(rich)


@pytest.mark.parametrize("title", ["October", "Forms as %PDF-1.7"])
def test_what_is_no_pdf_stays_as_it_came(title: str) -> None:
    record = json.dumps({"format": "coalmeet.meeting", "title": title}).encode()
    assert record_bytes(record, "october.json") == record


@pytest.mark.parametrize("times", [1, 2])
def test_a_small_file_that_would_fill_the_memory_is_refused_before_it_is_unpacked(times: int) -> None:
    packed = bytes(LARGEST + 1)
    for _time in range(times):
        packed = zlib.compress(packed, 9)
    filters = b"/FlateDecode " * times
    stream = b"<</Length %d/Filter[%s]>>stream\n%s\nendstream" % (len(packed), filters, packed)
    assert len(stream) < LARGEST / 500
    with pytest.raises(FileProblem, match=r"^m\.pdf: what it carries is larger than 64 MB"):
        record_bytes(b"%%PDF-1.7\n5 0 obj\n%s\nendobj" % stream, "m.pdf")


def test_a_pdf_of_somebody_else_says_what_to_do_instead() -> None:
    with pytest.raises(FileProblem, match=r"^letter\.pdf: this PDF carries no record .* typed in"):
        record_bytes(pdf_with(budget_json=b"{}"), "letter.pdf")


def test_a_damaged_one_and_a_locked_one_are_sentences(
    rich: dict[str, Any], make: Callable[[dict[str, Any]], bytes]
) -> None:
    whole, out = make(rich), io.BytesIO()
    with pikepdf.open(io.BytesIO(whole)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    for data in (b"%PDF-1.7\nnothing", whole[:300], out.getvalue()):
        with pytest.raises(FileProblem, match=r"^m\.pdf: this PDF is damaged or locked"):
            record_bytes(data, "m.pdf")
