"""Ready-made ways of consent: the house's own, and what three sociocratic traditions do otherwise.

Which of them is in force is never stored: it follows from the settings themselves. Sources: the Sociocracy 3.0
practical guide ("Consent Decision-Making", "Test Arguments Qualify as Objections"); Rau and Koch-Gonzalez, "Many
Voices One Song", chapter 3, and what its authors teach on standing aside; the Holacracy constitution, article on
governance ("Integrative Decision-Making", "Criteria for Valid Objections").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coalmeet.meeting.events import HOUSE, Profile
from coalmeet.text import _


@dataclass(frozen=True, slots=True)
class Tradition:
    """A way of consent: its settings, and a sentence on what choosing it changes."""

    code: str
    name: str
    settings: Mapping[str, Any]
    changes: str


def traditions() -> tuple[Tradition, ...]:
    """The house's own way first, then three traditions; each sets the same settings and leaves the others alone."""
    return (_house(), _sociocracy_3(), _many_voices(), _holacracy())


def _house() -> Tradition:
    changes = _(
        "Signs are enough, concerns are noted, one may stand aside, and a text is changed up to three times; the "
        "group may turn an objection into a concern."
    )
    return Tradition("house", _("House default"), _settings(HOUSE), changes)


def _sociocracy_3() -> Tradition:
    changes = _(
        "Nobody stands aside: one has an objection or has none. Concerns are heard once the text is agreed, the "
        "group tests what counts as an objection, and a text is changed as often as it needs."
    )
    return Tradition("s3", _("Sociocracy 3.0"), _settings(Profile(stand_aside=False, loops=0)), changes)


def _many_voices() -> Tradition:
    changes = _(
        "Each is called in a round and nobody stands aside. A worry is worked on as an objection, not set beside "
        "the consent, and whoever has it says when it is met. Every decision has a term."
    )
    settings = Profile(answers="turn", concerns=False, stand_aside=False, tested_by="objector", loops=0)
    return Tradition("mvos", _("Many Voices One Song"), _settings(settings), changes)


def _holacracy() -> Tradition:
    changes = _(
        "Each is asked in turn for objections only: no concerns, no standing aside. Objectors give their own "
        "reasons, which the facilitator may ask for but not judge; decisions hold until somebody brings a change."
    )
    settings = Profile(
        answers="turn", concerns=False, stand_aside=False, tested_by="objector", review_days=0, loops=0
    )
    return Tradition("holacracy", _("Holacracy constitution"), _settings(settings), changes)


def tradition_of(profile: Profile) -> str:
    """The code of the way whose settings these are, "" for one of the coalition's own."""
    own = _settings(profile)
    return next((one.code for one in traditions() if dict(one.settings) == own), "")


def _settings(profile: Profile) -> dict[str, Any]:
    """What a tradition decides; unit, window, quorum and fallback are each coalition's own."""
    return {
        "answers": profile.answers,
        "concerns": profile.concerns,
        "stand_aside": profile.stand_aside,
        "tested_by": profile.tested_by,
        "review_days": profile.review_days,
        "loops": profile.loops,
    }
