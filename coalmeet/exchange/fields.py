"""Lines below an agenda item that fill one of its fields: "Outcome: a cap is agreed", "Lead: Amina"."""

from __future__ import annotations

import re
from dataclasses import replace

from coalmeet.exchange.drafts import ItemDraft
from coalmeet.exchange.item_line import names_in
from coalmeet.exchange.marks import label_in, minutes_in

_FIELD = re.compile(r"^(?P<name>[^\W\d_][\w ]{0,24}?)\s*[:：]\s*(?P<value>\S.*)$")
OUTCOME = {"outcome", "desired outcome", "goal", "purpose", "aim", "objective", "expected outcome"}
PRESENTERS = {"presenter", "presenters", "lead", "led by", "owner", "who", "speaker", "presented by", "host"}
MINUTES = {"time", "minutes", "duration", "timebox", "length"}
LABEL = {"type", "label", "kind"}


def is_field(line: str) -> bool:
    """Whether the line names one of the fields, so that it can be no item of its own."""
    return _parts(line)[0] in OUTCOME | PRESENTERS | MINUTES | LABEL


def with_field(draft: ItemDraft, line: str) -> ItemDraft | None:
    """The draft with what the line says, or None where it says nothing that the draft still lacks."""
    if draft.minutes is None and minutes_in(line) is not None:
        return replace(draft, minutes=minutes_in(line))
    name, value = _parts(line)
    if name in OUTCOME and not draft.desired_outcome:
        return replace(draft, desired_outcome=value)
    if name in PRESENTERS and not draft.presenters:
        return replace(draft, presenters=tuple(names_in(value)))
    minutes = minutes_in(value) or minutes_in(value + " min")
    if name in MINUTES and minutes and not draft.minutes:
        return replace(draft, minutes=minutes)
    if name in LABEL and label_in(value) and not draft.label:
        return replace(draft, label=label_in(value))
    return None


def _parts(line: str) -> tuple[str, str]:
    match = _FIELD.match(line.replace("**", ""))
    return (match["name"].lower(), match["value"].strip()) if match else ("", "")
