"""The paper that documents are set on: page, columns, inks and styles, in points of 1/72 inch."""

from __future__ import annotations

from coalmeet.documents.faces import Typeface
from coalmeet.documents.lines import Style

# A4, with a column for labels left of the text.
WIDTH, HEIGHT = 595.28, 841.89
LEFT, RIGHT, TOP, BOTTOM = 56.0, 56.0, 62.0, 66.0
MARGIN = 102.0  # the label column, its gap to the text included
LABEL_WIDTH = MARGIN - 16
TEXT = WIDTH - LEFT - RIGHT - MARGIN
WHOLE = TEXT + MARGIN
NUMBER = 27.0  # the column of "D1" and "A1"


def _ink(code: str) -> str:
    return " ".join(f"{int(code[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))


INK, SOFT, RULE = _ink("#17212b"), _ink("#51606e"), _ink("#d5dbe0")
ACCENT, HOLDS, WAITING, OVER = _ink("#0f5a5e"), _ink("#1f6b3a"), _ink("#8a5200"), _ink("#c77700")

SANS = Typeface("SourceSans3-Regular.ttf")
SEMIBOLD = Typeface("SourceSans3-Semibold.ttf", "SourceSans3-Regular.ttf")
ITALIC = Typeface("SourceSans3-It.ttf", "SourceSans3-Regular.ttf")
SERIF = Typeface("SourceSerif4Display-Semibold.ttf", "SourceSans3-Semibold.ttf")
SERIF_ITALIC = Typeface("SourceSerif4Display-It.ttf", "SourceSans3-It.ttf")

TITLE = Style(SERIF, 27, 31, INK)
TITLE_LONG = Style(SERIF, 19, 23.5, INK)
SUBTITLE = Style(SANS, 11, 15, SOFT)
PART = Style(SERIF, 20, 25, INK)
KICKER, KICKER_SOFT = Style(SEMIBOLD, 9.6, 12, ACCENT), Style(SANS, 9.6, 12, SOFT)
LEAD, LEAD_LONG = Style(SANS, 12.4, 17.6, INK), Style(SANS, 10.6, 15, INK)
BODY = Style(SANS, 10, 14.2, INK)
ITEM = Style(SEMIBOLD, 13, 17, INK)
LABEL = Style(SEMIBOLD, 8, 11, ACCENT)
LABEL_SOFT = Style(SANS, 8, 11, SOFT)
SMALL, SMALL_BOLD = Style(SANS, 8.6, 11.8, SOFT), Style(SEMIBOLD, 8.6, 11.8, INK)
REMARK = Style(ITALIC, 9.4, 13, SOFT)
STRONG = Style(SEMIBOLD, 10.4, 14.2, INK)
QUIET = Style(SANS, 10.4, 14.2, INK)
WORDS = Style(SEMIBOLD, 11.4, 15.4, INK)
WORDS_QUIET = Style(SANS, 11.4, 15.4, INK)
CELL, CELL_BOLD = Style(SANS, 9.6, 12.8, INK), Style(SEMIBOLD, 9.6, 12.8, INK)
HEADING_CELL = Style(SEMIBOLD, 8, 10.5, SOFT)
FACT_LABEL, FACT = Style(SANS, 8.8, 12.2, SOFT), Style(SANS, 8.8, 12.2, INK)
FOOT = Style(SANS, 8, 10, SOFT)
PILL = Style(SEMIBOLD, 8.4, 11, INK)
