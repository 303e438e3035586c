"""Every stage fits: nothing too small, nothing outside or cut off, no text on top of another, in both directions."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from types import ModuleType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coalmeet.public import PublicView, Stage
from ui import theme
from ui.share import setting
from ui.share.picture import nothing, picture
from ui.share.pieces import Area, Capsule, Changes, Dial, Piece, Words
from ui.share.sheet import TEXT
from ui.widgets import draw

AWKWARD = st.text(alphabet="aé漢 \n\x00😀מש<b>&\u200f-W", max_size=300)


def texts(pieces: tuple[Piece, ...]) -> list[Words | Changes | Capsule]:
    return [piece for piece in pieces if isinstance(piece, Words | Changes | Capsule)]


def overlap(one: Area, other: Area) -> bool:
    """Whether two areas share more than a hair."""
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return across > 1 and down > 3


def remarks(pieces: tuple[Piece, ...]) -> list[str]:
    """What a demanding reader would point at."""
    found = []
    for piece in pieces:
        left, top, width, height = piece.area
        if (
            left < -8
            or top < 0
            or left + width > theme.SHARE_WIDTH + 1
            or top + height > theme.SHARE_HEIGHT + 1
        ):
            found.append(f"outside: {piece}")
    found += [f"too small: {text}" for text in texts(pieces) if text.style.size < theme.SHARE_LEAST]
    for piece in pieces:
        if isinstance(piece, Words):
            wide = max(setting.width_of(line, piece.style) for line in piece.lines)
            if wide > piece.area[2] + 2:
                found.append(f"cut off: {piece}")
    for one, other in combinations(texts(pieces), 2):
        if overlap(one.area, other.area):
            found.append(f"{one.whole[:40]!r} lies on {other.whole[:40]!r}")
    return found


def test_every_stage_fits(view: PublicView) -> None:
    assert remarks(picture(view)) == []


def test_every_stage_fits_read_from_the_right(view: PublicView) -> None:
    assert remarks(picture(view, from_right=True)) == []


def test_no_text_lies_on_the_clock_but_its_own(view: PublicView) -> None:
    pieces = picture(view)
    for dial in (piece for piece in pieces if isinstance(piece, Dial)):
        assert view.clock is not None
        on_it = {text.whole for text in texts(pieces) if overlap(text.area, dial.area)}
        assert view.clock.digits in on_it
        assert on_it <= {view.clock.digits, view.clock.caption}


def test_digits_and_caption_stay_inside_the_ring(view: PublicView) -> None:
    pieces = picture(view)
    for dial in (piece for piece in pieces if isinstance(piece, Dial)):
        left, top, side, _tall = dial.area
        for text in (one for one in texts(pieces) if isinstance(one, Words) and overlap(one.area, dial.area)):
            wide, tall = setting.width_of(text.whole, text.style), text.style.size
            across = wide / 2
            down = abs(text.area[1] + text.area[3] / 2 - top - side / 2) + tall / 2
            assert text.area[0] + text.area[2] / 2 == pytest.approx(left + side / 2)
            assert across**2 + down**2 < (side * (0.5 - draw.RING)) ** 2


@pytest.mark.parametrize("stage", list(Stage))
@given(text=AWKWARD, times=st.sampled_from((1, 1, 4)))
@example(text="W" * 1000, times=1)
@example(text="one two three " * 70, times=1)
@example(text=" ", times=1)
def test_awkward_texts_fit_at_every_stage(made_up: ModuleType, stage: Stage, text: str, times: int) -> None:
    assert remarks(picture(_filled(made_up, stage, text * times))) == []


def _filled(made_up: ModuleType, stage: Stage, text: str) -> PublicView:
    """A view in which everything that people write is this text."""
    source = made_up.all_views()
    view = {
        Stage.WELCOME: source["welcome"],
        Stage.TEMPERATURE: source["temperature_8"],
        Stage.ITEM: source["item"],
        Stage.ROUND: source["round_12"],
        Stage.PROPOSAL: source["proposal"],
        Stage.CONSENT: source["consent"],
        Stage.VOTE: source["vote"],
        Stage.SELECTION: source["selection"],
        Stage.INTEGRATING: source["integrating_2"],
        Stage.RESULT: source["result"],
        Stage.WORK_PLAN: source["work_plan"],
        Stage.BREAK: source["break"],
        Stage.CLOSING: source["closing"],
        Stage.CLOSED: source["closed"],
    }[stage]
    names = {
        "coalition": text,
        "meeting": text,
        "facilitator": text,
        "next_title": text,
        "next_facilitator": text,
        "next_note_taker": text,
        "co_facilitator": text,
    }
    view = replace(view, **names)
    if view.item:
        named = replace(view.item, title=text, desired_outcome=text, presenters=text, how_decided=text)
        view = replace(view, item=named)
    if view.proposal:
        view = replace(view, proposal=replace(view.proposal, text=text, need=text, pieces=()))
    if view.result:
        view = replace(view, result=replace(view.result, text=text))
    return replace(
        view,
        segments=tuple(replace(one, title=text) for one in view.segments),
        turns=tuple(replace(one, name=text, detail=text) for one in view.turns),
        words=tuple(replace(one, word=text if one.word else "", name=text) for one in view.words),
        lines=tuple(replace(one, text=text, detail=text) for one in view.lines),
        objections=tuple(replace(one, reason=text, who=text) for one in view.objections),
        results=tuple(replace(one, text=text) for one in view.results),
    )


def test_the_clock_and_the_chip_never_move(made_up: ModuleType) -> None:
    views = made_up.all_views()
    beside = [
        piece for name in ("round_12", "consent", "result", "work_plan") for piece in picture(views[name])
    ]
    assert len({piece.area for piece in beside if isinstance(piece, Dial)}) == 1
    assert {piece.area[:2] for piece in beside if isinstance(piece, Capsule) and piece.label} == {
        (56.0, 82.0)
    }


def test_words_are_kept_as_typed_in_one_size_and_order(made_up: ModuleType) -> None:
    view = made_up.temperature(40, 31)
    given_words = [word.word for word in view.words if word.word]
    shown = [text for text in texts(picture(view)) if text.whole in given_words]
    assert [text.whole for text in shown] == given_words
    assert len({text.style.size for text in shown}) == 1


def test_a_missing_word_has_a_name_and_a_given_one_has_none(made_up: ModuleType) -> None:
    view = replace(made_up.temperature(8, 5), facilitator="")
    shown = " ".join(text.whole for text in texts(picture(view)))
    assert all(turn.name not in shown for turn in view.turns[:5])
    assert all(turn.name in shown for turn in view.turns[5:])


def test_an_extension_visibly_widens_its_item(made_up: ModuleType) -> None:
    view = made_up.all_views()["item"]
    segments = list(view.segments)
    segments[2] = replace(segments[2], minutes=40)
    before, after = (
        [piece.area for piece in picture(shown) if type(piece).__name__ == "Stretch"]
        for shown in (view, replace(view, segments=tuple(segments)))
    )
    assert after[2][2] > before[2][2] * 1.2


def test_an_objector_is_named_only_where_the_view_names_one(made_up: ModuleType) -> None:
    shown = " ".join(text.whole for text in texts(picture(made_up.integrating(2))))
    assert "Food Bank Network" in shown
    assert "Objection 2 of 2" in shown


def test_a_text_too_long_for_the_window_says_so_with_an_ellipsis(made_up: ModuleType) -> None:
    view = made_up.all_views()["item_1000"]
    title = next(text for text in texts(picture(view)) if view.item and text.whole == view.item.title)
    assert isinstance(title, Words)
    assert len(title.lines) == 4
    assert title.lines[-1].endswith("…")


def test_a_blank_picture_holds_nothing_of_any_view() -> None:
    assert [text.whole for text in texts(nothing())] == ["Nothing is shown just now."]


def test_what_is_off_the_record_says_so_and_still_fits(view: PublicView) -> None:
    shown = picture(replace(view, off_record=True, rehearsal=True))
    assert "Off the record" in {piece.whole for piece in shown if isinstance(piece, Capsule)}
    assert "Off the record" not in {text.whole for text in texts(picture(view))}
    assert remarks(shown) == []


def test_items_stand_in_one_column_whether_their_time_is_known_or_not(made_up: ModuleType) -> None:
    whole = made_up.welcome()
    untimed = replace(whole, lines=(*whole.lines[:2], *(replace(one, at="") for one in whole.lines[2:])))
    left = {
        words.whole: words.area[0] for words in texts(picture(untimed)) if words.area[1] < 590
    }  # the ribbon below names them too
    assert len({left[line.text] for line in untimed.lines}) == 1


def test_a_note_that_does_not_fit_is_left_away_and_a_long_end_has_room(made_up: ModuleType) -> None:
    view = made_up.closing()
    shown = texts(
        picture(replace(view, ends="Fri 27 Nov, 02:10", ends_note="1 day and 3 hours too late already"))
    )
    assert any(
        words.whole == "Ends Fri 27 Nov, 02:10" and "…" not in words.lines[0]
        for words in shown
        if isinstance(words, Words)
    )
    assert not any("too late" in words.whole for words in shown)


def test_the_close_says_until_when_each_action_is_taken_on(made_up: ModuleType) -> None:
    view = made_up.closing()
    dated = replace(view, lines=tuple(replace(one, end="due Mon 30 Nov") for one in view.lines), results=())
    assert "due Mon 30 Nov" in {words.whole for words in texts(picture(dated))}
    assert remarks(picture(dated)) == []


@pytest.mark.parametrize("when", ["15:04", "Fri 15 May, 18:30", "Wed 23 Sept, 07:00", ""])
def test_a_meeting_that_goes_on_another_day_says_the_whole_moment(made_up: ModuleType, when: str) -> None:
    view = replace(made_up.all_views()["break"], return_time=when, another_day=True, clock=None)
    pieces = picture(view)
    assert remarks(pieces) == []
    shown = [text for text in texts(pieces) if isinstance(text, Words) and text.whole == when]
    assert not when or [text.lines for text in shown] == [(when,)]


def test_every_stage_says_in_one_plain_sentence_what_is_asked(view: PublicView) -> None:
    answered = any(turn.answer for turn in view.turns) and view.stage in {Stage.CONSENT, Stage.VOTE}
    said = "Everyone has answered: " if answered else view.sentence
    shown = [text for text in texts(picture(view)) if said in text.whole]
    assert said
    assert shown
    assert shown[0].style.size >= theme.SHARE_CAPTION


def test_what_comes_next_has_the_whole_width_below_the_clock(made_up: ModuleType) -> None:
    title = "Whether and under which conditions the coalition signs the open letter of the council"
    shown = picture(replace(made_up.all_views()["item"], next_title=title))
    (following,) = (text for text in texts(shown) if text.whole == title)
    assert isinstance(following, Words)
    assert following.lines == (title,)


def test_a_left_to_right_text_ends_with_its_full_stop_read_from_the_right_too(made_up: ModuleType) -> None:
    proposal = made_up.proposal(changed=True)
    layout = setting.set_changes(proposal.pieces, setting.at_size(TEXT, 30), 600, from_right=True)
    last = layout.lineAt(layout.lineCount() - 1)
    end = last.textStart() + last.textLength()
    assert last.cursorToX(end)[0] > last.cursorToX(last.textStart())[0]
    assert last.cursorToX(end - 1)[0] < last.cursorToX(end)[0]
