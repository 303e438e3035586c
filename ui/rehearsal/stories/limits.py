"""When consent is not found: a text is mended as often as the charter allows, then there are four ways out of it."""

from __future__ import annotations

from typing import Any

from coalmeet.meeting.events import Profile
from coalmeet.meeting.moves import consent, proposals, terms
from coalmeet.text import _
from ui.rehearsal.cast import EVERYBODY, item, opening
from ui.rehearsal.scenes import arrive, bring, close, fix_text, signs, turn_to
from ui.rehearsal.story import Line, Sitting, Story, line

DRAFT = "We move our meetings to Saturday."
OTHERS = tuple(one for one in EVERYBODY if one != "food")
WAYS: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("parked", {"until": "2026-06-11"}, _("It is parked until June.")),
    ("referred", {"to": "Calendar group"}, _("A group takes it.")),
    ("dropped", {}, _("Nobody needs it any more.")),
    ("withdrawn", {}, _("Its proposer takes it back.")),
    ("not_agreed", {}, _("The coalition found no text today.")),
)


def story() -> Story:
    """One text that is mended twice and parked, and one item for every other way out."""
    agenda = tuple(
        item(way, title, 10, proposal=DRAFT, proposer="maps")
        for way, title in zip((one[0] for one in WAYS), _titles(), strict=True)
    )
    lines = (*arrive(), *_mended("parked"), *_out_of("parked"), *_others(), *close())
    about = _(
        "Limits: mended as often as the charter allows, once more because all want it, and the ways out."
    )
    return Story("limits", about, (Sitting(opening(*agenda, profile=Profile(loops=1)), lines),))


def _titles() -> tuple[str, ...]:
    return (_("Saturdays"), _("Holidays"), _("Newsletter"), _("Stickers"), _("Uniforms"))


def _mended(way: str) -> tuple[Line, ...]:
    """Each new text meets the objection again; the third needs everybody's yes to one more try."""
    again = line(_("The group allows one more try."), proposals.allow_loop)
    full = line(
        _("No further by the charter."), proposals.ask_for_consent, "round-3", refused="as the charter allows"
    )
    return (
        turn_to(way), bring(f"{way}-1", DRAFT, "maps"), *_asked("round-1", "early"),
        line(_("A shorter time is tried."), terms.shorten_term, "2026-07-11", minutes=2),
        *_asked("round-2", "still"),
        line(
            _("Other words."), proposals.amend, "We meet on a Saturday every second month.",
            minutes=2, picture="limit",
        ),
        full, again, *_asked("round-3", "yet"),
    )  # fmt: skip


def _asked(round_id: str, objection: str) -> tuple[Line, ...]:
    objects = line(
        _("Food Bank objects."), consent.answer, "food", "objection", text="We hand out food on Saturdays",
        objection_id=objection,
    )  # fmt: skip
    return (fix_text(round_id), objects, signs(*OTHERS))


def _out_of(way: str) -> tuple[Line, ...]:
    settings, words = next((one[1], one[2]) for one in WAYS if one[0] == way)
    return (line(words, proposals.settle, way, **settings, minutes=1, picture=way),)


def _others() -> tuple[Line, ...]:
    found: list[Line] = []
    for way, _settings, _words in WAYS[1:]:
        found += [turn_to(way), bring(f"{way}-1", DRAFT, "maps"), *_out_of(way)]
    return tuple(found)
