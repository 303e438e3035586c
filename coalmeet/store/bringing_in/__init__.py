"""Two copies of a file come together: what each has is united by its ids, and nothing is chosen for anybody.

How each table comes together stands in `TOGETHER`. No order comes from a clock: changes and versions of records say
what they replace (`seen`), moves which move they follow (`parent`).

**united**: moves, changes, versions of records, entries of decisions, answers of surveys. Each row has a random id and
never changes, so the union of both copies is all there is to know. Moves that part are two runs of one meeting: both
stay, and `meeting.counts` says which one counts. Versions of a record that know nothing of each other both stand.

**rebuilt**: the rows behind forms. A row is what its changes say: the value that no other change replaced. Where two
such values differ, both stand until a person chooses; meanwhile the one with the larger counter, then the larger id,
is shown, in every copy the same. A row that one copy deleted while the other changed it stays until somebody says. A
field of which no change speaks (a step of the format has filled it) keeps what was filled in.

**erased**: what was erased on request stays so. Its id says that the words of that row never come back, from whichever
copy; what another copy erased is erased here too, and that alone cannot be undone.

**own**: the memory of one file, such as what came in last; the other copy's stays with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Way = Literal["united", "rebuilt", "erased", "own"]

TOGETHER: Mapping[str, Way] = {
    "move": "united",
    "change": "united",
    "record": "united",
    "decision_entry": "united",
    "survey_answer": "united",
    "redaction": "erased",
    "bringing_in": "own",
    "format": "own",
    "coalition": "rebuilt",
    "decision_kind": "rebuilt",
    "organisation": "rebuilt",
    "person": "rebuilt",
    "affiliation": "rebuilt",
    "link": "rebuilt",
    "meeting": "rebuilt",
    "item": "rebuilt",
    "template": "rebuilt",
    "template_item": "rebuilt",
    "note": "rebuilt",
    "private_note": "rebuilt",
    "decision": "rebuilt",
    "action": "rebuilt",
    "attendance": "rebuilt",
    "parked": "rebuilt",
    "turn": "rebuilt",
    "turn_note": "rebuilt",
    "survey": "rebuilt",
}
UNITED = tuple(name for name, way in TOGETHER.items() if way == "united")
REBUILT = tuple(name for name, way in TOGETHER.items() if way == "rebuilt")
