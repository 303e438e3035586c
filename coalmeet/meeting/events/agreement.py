"""What the charter says about deciding, as it was on the day: a meeting is opened with it, and every decision
keeps its own copy, so that nobody has to ask later under which rules it was made.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """How consent is reached here; where the sociocratic traditions disagree, they disagree in these settings.

    `unit` is organisation or person. `answers` says how they are given: turn (called one by one) or sign.
    `tested_by` says who may find that an objection is a concern: group (nobody disagrees) or objector (alone).
    `window_days` is how long absent organisations may object after the minutes went round, 0 for no window.
    `quorum` counts voices, 0 for more than half. `loops` limits how often a text is integrated, 0 for no
    limit. `fallback` is the method at a later meeting when consent fails: "", majority or two_thirds.
    """

    unit: str = "organisation"
    answers: str = "sign"
    concerns: bool = True
    stand_aside: bool = True
    tested_by: str = "group"
    window_days: int = 0
    quorum: int = 0
    review_days: int = 182
    loops: int = 3
    fallback: str = ""


HOUSE = Profile()  # what holds until a coalition says otherwise


@dataclass(frozen=True, slots=True)
class Telling:
    """What the minutes tell of who said what; the call itself hears who speaks.

    `words` of the temperature round: names, words (without names) or none. `voices` at objections, concerns and
    standing aside: voice (whoever has one here: an organisation or a person), person (who spoke, too) or organisation.
    """

    words: str = "words"
    voices: str = "voice"


USUAL_TELLING = Telling()


@dataclass(frozen=True, slots=True)
class DecisionKind:
    """A row of the decision matrix: who decides matters of this kind, by which method, and is it critical.

    `method` is consent, consensus, majority, two_thirds, delegated or selection (of a person for a role).
    `decider` names a group or person where it is delegated, "" for the whole coalition. `window_days` is the
    window for absent organisations, -1 for what the profile says.
    """

    id: str = ""
    name: str = ""
    method: str = "consent"
    decider: str = ""
    critical: bool = False
    window_days: int = -1


ANY_KIND = DecisionKind()  # what holds for a matter that the matrix does not name
