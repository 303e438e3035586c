"""Which texts a file can keep: every Unicode character but NUL, which ends texts elsewhere, and half ones."""

from __future__ import annotations

from collections.abc import Iterable

from coalmeet.errors import NotAllowed
from coalmeet.text import _


def refuse_unkept(value: object) -> None:
    """Raise NotAllowed when a text in the value, however deep in lists and mappings, cannot be kept."""
    if isinstance(value, str):
        _refuse_text(value)
    elif isinstance(value, dict):
        _refuse_each(value)
        _refuse_each(value.values())
    elif isinstance(value, (list, tuple)):
        _refuse_each(value)


def _refuse_each(values: Iterable[object]) -> None:
    for value in values:
        refuse_unkept(value)


def _refuse_text(text: str) -> None:
    if text.isascii() and "\0" not in text:
        return
    try:
        text.encode()
    except UnicodeEncodeError:
        raise NotAllowed(
            _("A text holds half a character, which cannot be kept. Type that place again.")
        ) from None
    if "\0" in text:
        raise NotAllowed(_("A text holds an invisible character that cannot be kept. Type that text again."))
