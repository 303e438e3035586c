"""What the call sees, as text for its chat: everything that the picture says, and nothing that it keeps back."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

from coalmeet.public import PublicView
from ui.share.plain import as_text


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
    assert "7 of 12 heard" in text


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
