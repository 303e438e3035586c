"""Tooltips of what people wrote: Qt has no plain-text tooltip and would follow markup in a title into files."""

from __future__ import annotations

import html


def tip(text: str) -> str:
    """The text as a tooltip that shows exactly this text; Qt takes only what has a tag for markup."""
    return f"<qt>{html.escape(text)}</qt>" if "<" in text else text
