"""Made-up views of choosing a person for a role: few names, many, long ones, with and without reasons."""

from __future__ import annotations

from coalmeet.public import PublicLine, PublicView, Stage
from tests.pictures.share_views import LONG_TEXT, LONG_TITLE, base, item, turns

ASKED = "Treasurer until 14 May 2027: each names one person, oneself too, and says why."


def choosing() -> dict[str, PublicView]:
    named = tuple(PublicLine(f"Person {at} of many words", "Kept the books for six years") for at in range(3))
    many = tuple(PublicLine(f"{LONG_TITLE} {at}", LONG_TEXT[:300]) for at in range(12))
    return {
        "selection": base(Stage.SELECTION, ASKED, turns=turns(12, 4), lines=named),
        "selection_first": base(Stage.SELECTION, ASKED, turns=turns(12, 0)),
        "selection_heard": base(Stage.SELECTION, "These names and reasons were heard.", lines=named),
        "selection_many": base(
            Stage.SELECTION, ASKED, turns=turns(75, 31), lines=many, item=item("decision", LONG_TITLE)
        ),
    }
