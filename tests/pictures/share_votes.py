"""Made-up views of votes, and of texts with who decides them and how."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.public import PublicTurn, PublicView, Stage
from tests.pictures.share_views import (
    LONG_ENOUGH,
    LONG_TEXT,
    LONG_TITLE,
    answers,
    base,
    consent,
    item,
    proposal,
)

ASKED = "A vote, one voice each. All answers appear together."
WORDS = {"consent": ("yes", "Yes"), "objection": ("no", "No"), "aside": ("abstain", "Abstains")}
HOW = "Decided by two thirds of those here; consent was not reached on 14 May 2026. Critical"


def voting() -> dict[str, PublicView]:
    going_on = replace(
        consent(12, 7),
        stage=Stage.VOTE,
        sentence=ASKED,
        tally="Of 12 here, 8 yes are needed.",
        can_say=("Yes", "No", "I abstain"),
    )
    seventy_five = consent(75, 31).turns
    many = replace(going_on, turns=seventy_five, tally="Of 75 here, 50 yes are needed.")
    told = "9 yes, 2 no, 1 abstain. Of 12 here, 8 yes are needed."
    counted = "73 yes, 1 no, 1 abstain. Of 75 here, 50 yes are needed."
    named = replace(item("decision", LONG_TITLE), how_decided=HOW)
    return {
        "vote": going_on,
        "vote_long": replace(going_on, proposal=proposal(LONG_ENOUGH)),
        "vote_75": many,
        "vote_answers": replace(
            going_on, turns=_votes(12, {0: "aside", 5: "objection", 7: "objection"}), tally=told
        ),
        "vote_answers_75": replace(many, turns=_votes(75, {8: "objection", 40: "aside"}), tally=counted),
        "item_how": base(Stage.ITEM, "We want to decide this together.", item=named),
        "proposal_how": base(
            Stage.PROPOSAL, "Questions to understand the proposal.", item=named, proposal=proposal(LONG_TEXT)
        ),
    }


def _votes(count: int, others: dict[int, str]) -> tuple[PublicTurn, ...]:
    return tuple(
        replace(one, answer=WORDS[one.answer][0], note=WORDS[one.answer][1]) for one in answers(count, others)
    )
