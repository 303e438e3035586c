"""Little to show: what there is stands large and in its place, and no page looks as if something were missing."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

from coalmeet.public import PublicLine
from ui import theme
from ui.share.picture import picture
from ui.share.pieces import Picture, Words


def words(pieces: Picture) -> dict[str, Words]:
    return {piece.whole: piece for piece in pieces if isinstance(piece, Words)}


def test_a_close_without_decisions_thanks_in_the_upper_middle_on_one_line(made_up: ModuleType) -> None:
    view = replace(
        made_up.all_views()["closed"],
        results=(),
        lines=(),
        clock=None,
        next_meeting="",
        next_facilitator="",
        next_note_taker="",
    )
    thanks = words(picture(view))[view.sentence]
    assert len(thanks.lines) == 1
    assert thanks.style.size == theme.SHARE_TITLE
    assert 200 < thanks.area[1] < theme.SHARE_HEIGHT / 2


def test_one_objection_is_read_as_large_as_the_text_beside_it(made_up: ModuleType) -> None:
    view = made_up.integrating(1)
    short = replace(view, objections=(replace(view.objections[0], reason="Two days shut people out"),))
    assert words(picture(short))["Two days shut people out"].style.size == theme.SHARE_TEXT


def test_few_things_written_down_in_a_round_are_large_and_many_are_not(made_up: ModuleType) -> None:
    view = made_up.all_views()["round_themes"]
    few = replace(
        view, themes=(PublicLine("the leaflets", "", "well"), PublicLine("we begin late", "", "better"))
    )
    many = replace(view, themes=tuple(PublicLine(f"the leaflets {at}", "", "well") for at in range(6)))
    assert words(picture(few))["the leaflets"].style.size == theme.SHARE_TEXT
    assert words(picture(many))["the leaflets 5"].style.size == theme.SHARE_TEXT_LESS


def test_the_count_of_a_consent_round_is_the_largest_line_below_the_text(made_up: ModuleType) -> None:
    view = made_up.all_views()["consent_answers"]
    shown = words(picture(view))
    count = shown["Everyone has answered: 9 of 12 consent."]
    assert count.style.weight == theme.STRONG
    assert all(count.style.size >= one.style.size for one in shown.values() if one.area[1] > count.area[1])


def test_below_a_short_text_all_who_are_still_to_speak_are_named(made_up: ModuleType) -> None:
    view = made_up.all_views()["round_text_short"]
    waiting = {turn.name for turn in view.turns if turn.state == "waiting"}
    assert waiting <= set(words(picture(view)))


def test_what_was_written_down_is_whole_while_there_is_room(made_up: ModuleType) -> None:
    view = made_up.all_views()["round_themes"]
    shown = words(picture(view))
    assert not [one.text for one in view.themes if shown[one.text].lines[-1].endswith("…")]


def test_new_actions_stand_below_the_next_meeting_where_the_decisions_need_the_room(
    made_up: ModuleType,
) -> None:
    view = made_up.closing()
    shown = words(picture(view))
    assert {line.text for line in view.lines[:2]} <= set(shown)
    assert "and 2 more actions" in shown
    assert all(shown[line.text].area[0] > shown[view.results[0].text].area[0] for line in view.lines[:2])


def test_a_close_that_takes_nothing_along_asks_its_round_in_large_letters(made_up: ModuleType) -> None:
    view = replace(
        made_up.closing(), results=(), lines=(), next_meeting="", next_facilitator="", next_note_taker=""
    )
    shown = words(picture(view))
    assert "What we take with us" not in shown
    assert shown[view.sentence].style.weight == theme.BOLD
    assert {turn.name for turn in view.turns if turn.state == "waiting"} <= set(shown)


def test_decisions_never_hide_that_there_are_new_actions(made_up: ModuleType) -> None:
    view = made_up.closing()
    long = replace(view.results[0], text=made_up.PARAGRAPH)
    noted = replace(view, next_note_taker="Sam Price, Care Workers 7", turns=())
    for count in range(1, 8):
        shown = words(picture(replace(noted, results=(long,) * count)))
        told = [text for text in shown if text.endswith(("new actions", "more actions"))]
        named = [line.text for line in view.lines if line.text in shown]
        assert told or len(named) == len(view.lines)


def test_twenty_people_write_their_words_large_across_the_whole_width(made_up: ModuleType) -> None:
    shown = words(picture(made_up.temperature(20, 10)))
    assert shown["hopeful"].style.size >= 30
    assert max(one.area[0] for one in shown.values() if one.area[1] > 250) > theme.SHARE_WIDTH / 2
