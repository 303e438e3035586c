"""The objects a PDF is made of, written as they are made: values are texts in PDF's own notation (ISO 32000-1, 7.3).

A year book is thirty thousand of them, so each is spelled once and kept as bytes, and not as a tree of things.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache

from coalmeet.documents.going import go_on

Value = str | int
# Four bytes above 127 tell programs that the file is not text (7.5.2; ISO 19005-3, 6.1.2).
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_IRREGULAR = re.compile(r"[^!-~]|[#%()<>\[\]{}/]")
_ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})


class Objects:
    """All objects of one file. Their numbers are given out in order, from 1."""

    def __init__(self) -> None:
        self._written: list[bytes | None] = []

    def reserve(self) -> str:
        """A reference to an object that is put in its place later."""
        self._written.append(None)
        return f"{len(self._written)} 0 R"

    def put(self, reference: str, value: str) -> None:
        """The object that was promised; between any two the making can be stopped."""
        self._put(reference, value.encode("ascii"))

    def add(self, value: str) -> str:
        """An object, and the reference to it."""
        reference = self.reserve()
        self.put(reference, value)
        return reference

    def stream(
        self, content: bytes, entries: Mapping[str, Value | None] | None = None, *, packed: bool = True
    ) -> str:
        """A stream, compressed unless it is to be found without unpacking, and the reference to it."""
        reference = self.reserve()
        body = zlib.compress(content) if packed else content
        told = {
            **(entries or {}),
            "Filter": name("FlateDecode") if packed else None,
            "Length": len(body),
        }
        # ISO 19005 asks for the line end before `endstream`.
        self._put(reference, b"%b\nstream\n%b\nendstream" % (dictionary(told).encode("ascii"), body))
        return reference

    def _put(self, reference: str, body: bytes) -> None:
        go_on()
        number_ = reference.split(" ", 1)[0]
        self._written[int(number_) - 1] = b"%b 0 obj\n%b\nendobj\n" % (number_.encode("ascii"), body)

    def file(self, catalog: str, info: str) -> bytes:
        """The file, of a reference to its catalog and one to what it says of itself: same objects, same bytes."""
        parts, offset, places = [_HEAD], len(_HEAD), [b"0000000000 65535 f \n"]
        digest = hashlib.md5(usedforsecurity=False)
        for written in self._written:
            assert written is not None, "an object was promised and never put"
            parts.append(written)
            places.append(b"%010d 00000 n \n" % offset)
            offset += len(written)
            digest.update(written)
        size = len(places)
        identity = f"[<{digest.hexdigest()}> <{digest.hexdigest()}>]"
        trailer = dictionary({"Size": size, "Root": catalog, "Info": info, "ID": identity})
        parts += [b"xref\n0 %d\n" % size, *places]
        parts.append(f"trailer\n{trailer}\nstartxref\n{offset}\n%%EOF\n".encode("ascii"))
        return b"".join(parts)


def page_reference(page: int) -> str:
    """The reference to a page; pages count from 0 and are the first objects of their file."""
    return f"{page + 1} 0 R"


@lru_cache(maxsize=1024)
def name(text: str) -> str:
    """A PDF name: /text, with #20 for a space and the like."""
    return "/" + _IRREGULAR.sub(lambda found: "".join(f"#{byte:02X}" for byte in found[0].encode()), text)


def string(text: str) -> str:
    """A text string: as it is where letters and signs of English suffice, otherwise as UTF-16 in hex."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def array(values: Iterable[Value]) -> str:
    """An array."""
    return f"[{' '.join(map(str, values))}]"


def dictionary(entries: Mapping[str, Value | None]) -> str:
    """A dictionary; values that are None are left out."""
    body = "\n".join([f"{name(key)} {value}" for key, value in entries.items() if value is not None])
    return f"<<\n{body}\n>>"


def number(value: float, places: int = 2) -> str:
    """A number as short as PDF allows, hundredths (or finer `places`) kept."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
