"""The objects a PDF is made of: ReportLab's, with the one line end that archives insist on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray as Array
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.pdfdoc import PDFObjectReference as Reference
from reportlab.pdfbase.pdfdoc import PDFString as String

from coalmeet.documents.going import go_on

__all__ = ["Array", "Dictionary", "Reference", "Stream", "String", "dictionary", "name", "number"]


class Dictionary(pdfdoc.PDFDictionary):
    """A dictionary; a file is thousands of them, so between two of them the making can be stopped.

    ReportLab spells each key anew, letter by letter: a quarter of the time that writing a year book took.
    """

    def format(self, document: PDFDocument, *_how: Any) -> bytes:
        go_on()
        entries = sorted(self.dict.items())
        body = b"\n".join(_key(key) + b" " + pdfdoc.format(value, document) for key, value in entries)
        return b"<<\n" + body + b"\n>>"


class Stream(pdfdoc.PDFStream):
    """A compressed stream with a line end before `endstream`, which ISO 19005 asks for and ReportLab leaves out."""

    def __init__(self, content: bytes, entries: Mapping[str, Any] | None = None) -> None:
        super().__init__(dictionary(entries or {}), content, [pdfdoc.PDFZCompress])

    def format(self, document: PDFDocument) -> bytes:
        body: bytes = super().format(document)
        return body.removesuffix(b"endstream\n") + b"\nendstream\n"


@lru_cache(maxsize=1024)
def name(text: str) -> str:
    """A PDF name: /text."""
    return str(pdfdoc.PDFName(text))


@lru_cache(maxsize=1024)
def _key(text: str) -> bytes:
    return name(text).encode("ascii")


def dictionary(entries: Mapping[str, Any]) -> Dictionary:
    """A dictionary; values that are None are left out."""
    return Dictionary({key: value for key, value in entries.items() if value is not None})


def number(value: float) -> str:
    """A number as short as PDF allows, hundredths of a point kept."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
