"""Others that set the same words: a canvas by hand, the least that ReportLab does; fpdf2 and WeasyPrint, if installed.

None of them tags, numbers decisions, keeps lines together or carries the record: they only set what they are given.
"""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Iterable, Iterator
from html import escape

from coalmeet.resources import folder

FONT, STRONG = folder("fonts") / "SourceSans3-Regular.ttf", folder("fonts") / "SourceSans3-Semibold.ttf"
_WIDE, _HIGH, _EDGE, _SIZE, _LEAD = 595.28, 841.89, 56.0, 10.0, 14.2
Line = tuple[bool, str]  # whether it is strong, and its words


def there(name: str) -> bool:
    """Whether a peer is installed."""
    return importlib.util.find_spec(name) is not None


def canvas(lines: Iterable[Line]) -> bytes:
    """Words wrapped with widths that are remembered, a text object a paragraph."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name, file in (("Body", FONT), ("Strong", STRONG)):
        pdfmetrics.registerFont(TTFont(name, str(file)))
    made = io.BytesIO()
    page = Canvas(made, pagesize=(_WIDE, _HIGH), pageCompression=1)
    widths: dict[str, dict[str, float]] = {"Body": {}, "Strong": {}}
    y = _HIGH - _EDGE
    for strong, words in lines:
        name = "Strong" if strong else "Body"
        for row in _wrapped(words, name, widths[name]):
            if y < _EDGE + _LEAD:
                page.showPage()
                y = _HIGH - _EDGE
            text = page.beginText(_EDGE, y - _SIZE)
            text.setFont(name, _SIZE, _LEAD)
            text.textLine(row)
            page.drawText(text)
            y -= _LEAD
        y -= 4
    page.save()
    return made.getvalue()


def _wrapped(words: str, name: str, known: dict[str, float]) -> Iterator[str]:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    row: list[str] = []
    used, space = 0.0, stringWidth(" ", name, _SIZE)
    for word in words.split():
        wide = known.get(word)
        if wide is None:
            wide = known[word] = stringWidth(word, name, _SIZE)
        if row and used + space + wide > _WIDE - 2 * _EDGE:
            yield " ".join(row)
            row, used = [], -space
        row.append(word)
        used += space + wide
    yield " ".join(row)


def fpdf2(lines: Iterable[Line]) -> bytes:
    """A cell of several lines for each."""
    from fpdf import FPDF

    page = FPDF(format="A4", unit="pt")
    page.set_margin(_EDGE)
    page.set_auto_page_break(True, _EDGE)
    page.add_font("Body", "", FONT)
    page.add_font("Body", "B", STRONG)
    page.add_page()
    for strong, words in lines:
        page.set_font("Body", "B" if strong else "", _SIZE)
        page.multi_cell(0, _LEAD, words, align="L", new_x="LMARGIN", new_y="NEXT")
        page.ln(4)
    return bytes(page.output())


def weasyprint(lines: Iterable[Line]) -> bytes:
    """A paragraph for each."""
    from weasyprint import HTML

    faces = f"@font-face{{font-family:Body;src:url({FONT.as_uri()})}}"
    page = f"@page{{size:A4;margin:{_EDGE}pt}}p{{margin:0 0 4pt}}"
    style = f"<style>{faces}{page}body{{font:{_SIZE}pt/{_LEAD}pt Body}}</style>"
    body = "".join(
        f"<p>{'<b>' if strong else ''}{escape(words)}{'</b>' if strong else ''}</p>"
        for strong, words in lines
    )
    return bytes(HTML(string=f"<!doctype html>{style}{body}").write_pdf())
