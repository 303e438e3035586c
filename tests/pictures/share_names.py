"""Made-up views of choosing a person for a role: few names, many, long ones, with and without reasons."""

from __future__ import annotations

from coalmeet.public import PublicLine, PublicView, Stage
from tests.pictures.share_views import LONG_TITLE, PARAGRAPH, base, item, turns

ASKED = "Treasurer until 14 May 2027: each names one person, oneself too, and says why."


def choosing() -> dict[str, PublicView]:
    named = (
        PublicLine("Lena Maier", "Kept the books for six years · Answers every letter"),
        PublicLine("María José Sánchez-Ortega de la Fuente", "Asks what we can pay before we order it"),
        PublicLine("中村 純", ""),
    )
    many = tuple(PublicLine(f"{LONG_TITLE} {at}", PARAGRAPH.strip()) for at in range(12))
    return {
        "selection": base(Stage.SELECTION, ASKED, turns=turns(12, 4), lines=named),
        "selection_first": base(Stage.SELECTION, ASKED, turns=turns(12, 0)),
        "selection_heard": base(Stage.SELECTION, "These names and reasons were heard.", lines=named),
        "selection_many": base(
            Stage.SELECTION, ASKED, turns=turns(75, 31), lines=many, item=item("decision", LONG_TITLE)
        ),
    }
