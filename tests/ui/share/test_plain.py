"""What the call sees, as text for its chat: everything that the picture says, and nothing that it keeps back."""

from __future__ import annotations

import re
from dataclasses import replace
from types import ModuleType

from coalmeet.public import PublicPiece, PublicView
from ui.share.picture import picture
from ui.share.pieces import Words
from ui.share.plain import as_text
from ui.share.ribbon import LABEL_TOP

FURNITURE = re.compile(
    r"Facilitator|Next|Then|·|speaking|next|passed|You can say|What we take with us|and \d+ more( actions)?"
    r"|\d+ more before|\d+ new actions|Objection \d of \d|\d+ min|Working on version 1|.* The whole agenda is .*"
)
SPLIT = re.compile(r" · |, |(?<=[.:?]) ")


def test_every_text_of_the_view_is_in_it(view: PublicView) -> None:
    text = as_text(view)
    wanted = [
        view.coalition,
        view.meeting,
        view.sentence,
        view.return_time,
        view.when,
        view.presence,
        view.news,
    ]
    wanted += [view.next_meeting, view.next_facilitator, view.next_note_taker]
    if view.item:
        wanted += [view.item.title, view.item.desired_outcome, view.item.presenters, view.item.brought_by]
    if view.proposal and not view.result:
        wanted += [view.proposal.text, view.proposal.caption if view.proposal.text else ""]
    if view.result:
        wanted += [view.result.text, view.result.outcome_word, *view.result.lines]
    wanted += [part for one in view.objections for part in (one.reason, one.ground, one.who)]
    wanted += [part for one in view.lines for part in (one.text, one.detail)]
    wanted += [one.word or one.name for one in view.words]
    if not all(turn.answer for turn in view.turns):
        wanted += view.can_say
    assert [part for part in wanted if part and part.strip() not in text] == []


def test_now_and_next_are_named(made_up: ModuleType) -> None:
    text = as_text(made_up.consent(12, 7))
    assert "Now: Migrant Workers’ Association" in text
    assert "Next: Mieterschutzbund Süd" in text
    assert "7 of 12 have answered." in text


def test_answers_are_kept_back_until_all_have_answered(made_up: ModuleType) -> None:
    complete = made_up.answers(12, {0: "concern", 5: "aside", 7: "objection"})
    early = list(made_up.turns(12, 7, word="answered"))
    early[3] = replace(early[3], answer="objection", note="Objection")
    early[4] = replace(early[4], answer="consent", note="Consent")
    view = made_up.consent(12, 7)
    told = as_text(replace(view, turns=complete, can_say=()))
    kept = as_text(replace(view, turns=tuple(early), can_say=()))
    assert "Objection" in told
    assert "Stands aside" in told
    assert "Objection" not in kept
    assert kept == as_text(replace(view, can_say=()))


def test_it_begins_with_where_we_are(made_up: ModuleType) -> None:
    first, second, *_rest = as_text(made_up.all_views()["item"]).splitlines()
    assert first == "Fair Rents Coalition: Monthly delegates’ meeting"
    assert second == "Item 3 of 6, Decision: Spring rent-freeze campaign"


def test_a_rehearsal_says_so_first(made_up: ModuleType) -> None:
    assert as_text(replace(made_up.welcome(), rehearsal=True)).startswith("Rehearsal\n")


def told_apart(view: PublicView) -> list[str]:
    """What the picture says, in its smallest parts; without the ribbon, the furniture, and who has had their turn."""
    heard = {
        part for turn in view.turns if turn.state == "heard" for part in (turn.name, turn.detail, turn.note)
    }
    whole = [piece.whole for piece in picture(view) if isinstance(piece, Words) and piece.area[1] < LABEL_TOP]
    told = [" ".join(text.split()) for text in whole if not FURNITURE.fullmatch(text)]
    parts = [part.strip().removeprefix("for ") for text in told for part in SPLIT.split(text)]
    known = heard | {view.facilitator, *SPLIT.split(view.facilitator)}
    return [part for part in parts if part and not FURNITURE.fullmatch(part) and part not in known]


def test_all_that_the_picture_says_is_in_the_text(view: PublicView) -> None:
    text = " ".join(as_text(view).split())
    assert [part for part in told_apart(view) if part not in text] == []


def test_who_comes_later_in_a_round_can_read_it_in_the_chat(made_up: ModuleType) -> None:
    view = made_up.all_views()["round_12"]
    then = next(line for line in as_text(view).splitlines() if line.startswith("Then: "))
    assert [turn.name in then for turn in view.turns] == [False] * 6 + [True] * 6


def test_what_changed_in_a_text_is_said_in_words(made_up: ModuleType) -> None:
    view = made_up.all_views()["proposal_changed"]
    text = as_text(view).splitlines()
    assert "Taken out: 15 March · 15 June" in text
    assert "Put in: 12 April · Until then no member is asked for volunteers. · 12 July" in text
    first = replace(view.proposal, pieces=(PublicPiece("added", view.proposal.text),))
    assert "Put in" not in as_text(replace(view, proposal=first))


def test_the_work_plan_says_which_action_is_looked_at_now(made_up: ModuleType) -> None:
    view = made_up.all_views()["work_plan"]
    text = as_text(view)
    waiting = [line.text for line in view.lines if line.state in {"", "open"}]
    seen = [line.text for line in view.lines if line.text not in waiting]
    assert f"Now: {waiting[0]}" in text
    assert all(f"Looked at: {action}" in text for action in seen)
    assert f"{len(seen)} of {len(view.lines)} looked at" in text


def test_once_all_have_answered_the_text_counts_them_and_thanks_whoever_objects(made_up: ModuleType) -> None:
    text = as_text(made_up.all_views()["consent_answers"])
    assert "Everyone has answered: 9 of 12 consent." in text
    assert "2 objections. Thank you: now we find out what the text has missed." in text
