"""The consent picture says who has answered, never what, until everybody has."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

from ui.share.picture import picture
from ui.share.pieces import Disc

ANSWERS = {"consent", "concern", "objection", "aside"}


def test_a_view_that_carries_answers_too_early_gives_none_away(made_up: ModuleType) -> None:
    clean = made_up.consent(12, 7)
    turns = list(clean.turns)
    turns[2] = replace(turns[2], answer="objection", note="Objection")
    turns[3] = replace(turns[3], answer="consent", note="Consent")
    assert picture(replace(clean, turns=tuple(turns))) == picture(clean)


def test_all_answers_appear_at_once(made_up: ModuleType) -> None:
    before = [piece.state for piece in picture(made_up.consent(12, 11)) if isinstance(piece, Disc)]
    after = picture(made_up.all_views()["consent_answers"])
    assert not ANSWERS & set(before)
    assert [piece.state for piece in after if isinstance(piece, Disc)].count("objection") == 2


def test_somebody_who_left_does_not_keep_the_answers_back(made_up: ModuleType) -> None:
    turns = list(made_up.answers(4, {1: "objection"}))
    turns.append(replace(turns[0], name="Gone", answer="", note="left", state="away"))
    states = {
        piece.state
        for piece in picture(replace(made_up.consent(4, 4), turns=tuple(turns)))
        if isinstance(piece, Disc)
    }
    assert {"objection", "consent", "away"} <= states


def test_beyond_thirty_only_those_still_to_be_asked_are_listed(made_up: ModuleType) -> None:
    shown = " ".join(getattr(piece, "whole", "") for piece in picture(made_up.consent(75, 31)))
    heard = made_up.consent(75, 31).turns[13].name
    assert heard not in shown
    assert "31 of 75 have answered" in shown
