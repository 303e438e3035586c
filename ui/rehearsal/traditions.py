"""The charter that a tradition would write, for the stories that are told in its way."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.coalition.traditions import traditions
from coalmeet.meeting.events import HOUSE, Profile


def charter_of(code: str) -> Profile:
    """The house's settings as this tradition changes them."""
    chosen = next(one for one in traditions() if one.code == code)
    return replace(HOUSE, **chosen.settings)
