"""Much to show and many people: what forty of them can still read, and where the rest is told."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from types import ModuleType

import pytest

from coalmeet.public import PublicView, Stage
from ui import theme
from ui.share.picture import picture
from ui.share.pieces import Disc, Picture, Words
from ui.share.plain import as_text
from ui.share.ribbon import LABEL_TOP

TWO_HUNDRED = (
    "Whether and under which conditions the coalition signs the open letter of the regional housing council, and "
    "who of us would speak for it on the evening news if it should come to that before March"
).ljust(200, "!")
TITLED = {Stage.ITEM, Stage.ROUND, Stage.PROPOSAL, Stage.INTEGRATING, Stage.RESULT, Stage.WORK_PLAN}


def words(pieces: Picture) -> list[Words]:
    return [piece for piece in pieces if isinstance(piece, Words)]


def whole(shown: Words) -> bool:
    return not shown.lines[-1].endswith("…")


@pytest.fixture
def assembly(made_up: ModuleType) -> PublicView:
    """Fifty-eight items on the agenda, every title its own."""
    view = made_up.welcome(58)
    lines = tuple(replace(line, text=f"{line.text} {at}") for at, line in enumerate(view.lines))
    titled = tuple(replace(one, number=str(at + 1)) for at, one in enumerate(made_up.segments(2) * 9))[:58]
    return replace(view, lines=lines, segments=titled, item=None, clock=None)


def test_of_58_items_those_to_decide_are_shown_in_two_columns_and_whole(assembly: PublicView) -> None:
    listed = {one.whole: one for one in words(picture(assembly)) if 230 < one.area[1] < 590}
    decided = [line.text for line in assembly.lines if line.state == "decision"]
    titles = [listed[line.text] for line in assembly.lines if line.text in listed]
    assert set(decided) <= set(listed)
    assert len({one.area[0] for one in titles}) == 2
    assert all(whole(one) for one in titles)
    rows = sorted({one.area[1] for one in titles})
    assert min(below - above for above, below in pairwise(rows)) >= 30
    assert [one.whole for one in titles] == [line.text for line in assembly.lines if line.text in listed]


def test_what_the_welcome_has_no_room_for_is_said_and_stands_in_the_text_for_the_chat(
    assembly: PublicView,
) -> None:
    told = " ".join(one.whole for one in words(picture(assembly)))
    assert (
        "items: what we decide, then what we discuss. The whole agenda is in the text for the chat." in told
    )
    assert [line.text for line in assembly.lines if line.text not in as_text(assembly)] == []


def test_an_agenda_that_fits_is_shown_whole_without_a_note(made_up: ModuleType) -> None:
    view = made_up.welcome(18)
    told = [one.whole for one in words(picture(view))]
    assert not any("text for the chat" in text for text in told)
    assert all(line.text in told for line in view.lines)


def test_the_ribbon_of_58_items_counts_instead_of_scattering_numbers(made_up: ModuleType) -> None:
    view = made_up.all_views()["item_1000"]
    said = [one.whole for one in words(picture(view)) if one.area[1] == LABEL_TOP]
    done = sum(1 for one in view.segments if one.state == "done" and not one.is_break)
    coming = sum(1 for one in view.segments if one.state == "next" and not one.is_break)
    now = next(one for one in view.segments if one.state == "now")
    assert said == [f"{done} done", f"{coming} to come", now.number, now.title, f"Ends {view.ends}"]


def test_a_title_of_two_hundred_letters_is_never_cut(view: PublicView) -> None:
    if view.item is None or view.stage not in TITLED:
        return
    shown = picture(replace(view, item=replace(view.item, title=TWO_HUNDRED)))
    (title,) = (one for one in words(shown) if one.whole == TWO_HUNDRED)
    assert "".join(title.lines).replace(" ", "") == TWO_HUNDRED.replace(" ", "")


def test_of_several_objections_none_is_larger_and_it_is_said_once_who_works_on_them(
    made_up: ModuleType,
) -> None:
    view = made_up.integrating(2)
    shown = words(picture(view))
    assert (
        len({one.style.size for one in shown if one.whole in {each.reason for each in view.objections}}) == 1
    )
    assert [one.whole for one in shown].count("The group works on it together.") == 1


def test_with_a_long_agenda_too_it_is_said_how_many_are_here(assembly: PublicView) -> None:
    assert assembly.presence in {one.whole for one in words(picture(assembly))}


def test_the_current_item_keeps_its_name_at_the_end_of_the_ribbon(made_up: ModuleType) -> None:
    name = "What we do when a newspaper rings at five"
    view = made_up.base(Stage.ITEM, "We listen to each other.", 6)
    last = replace(view.segments[-1], title=name)
    shown = words(picture(replace(view, segments=(*view.segments[:-1], last))))
    (label,) = (one for one in shown if one.whole == name)
    assert whole(label)


def test_no_objection_is_only_counted_while_all_can_be_read(made_up: ModuleType) -> None:
    view = made_up.integrating(4)
    short = tuple(
        replace(one, reason=f"{one.ground or 'It'} {at}") for at, one in enumerate(view.objections[:3])
    )
    shown = words(picture(replace(view, objections=short)))
    assert {one.reason for one in short} <= {one.whole for one in shown}
    assert all(
        one.style.size >= theme.SHARE_CAPTION for one in shown if one.whole in {o.reason for o in short}
    )


def test_why_a_meeting_cannot_wait_is_whole_above_a_short_agenda(made_up: ModuleType) -> None:
    why = (
        "Emergency meeting, provisional for absent members: called by Harbour Tenants; the hall is let on Friday; by "
        "the charter: three members together may call one"
    )
    view = replace(made_up.welcome(2), sentence=why)
    (shown,) = (one for one in words(picture(view)) if one.whole == why)
    assert whole(shown)


def test_once_all_have_answered_nobody_is_told_what_to_say(made_up: ModuleType) -> None:
    asked = made_up.consent(8, 3)
    done = replace(asked, turns=made_up.turns(8, 8, word="answered"))
    assert "You can say" in {one.whole for one in words(picture(asked))}
    assert "You can say" not in {one.whole for one in words(picture(done))}
    assert "You can say" not in as_text(done)


@pytest.mark.parametrize(("count", "faces"), [(12, 12), (18, 18), (25, 25), (75, 0)])
def test_the_welcome_shows_a_face_for_everybody_or_for_nobody(
    made_up: ModuleType, count: int, faces: int
) -> None:
    view = replace(made_up.welcome(), turns=made_up.turns(count, 5))
    assert sum(1 for one in picture(view) if isinstance(one, Disc)) == faces


def test_all_who_present_an_item_are_named(made_up: ModuleType) -> None:
    people = (
        "Amina Diallo, Rosa Blum, Yusuf Tan, Kofi Owusu, Lena Maier, Sam Price, María José Sánchez-Ortega"
    )
    item = replace(
        made_up.item(), presenters=people, brought_by="Tenants’ Union", desired_outcome=made_up.PARAGRAPH
    )
    shown = words(picture(replace(made_up.all_views()["item"], item=item)))
    (named,) = (one for one in shown if one.whole.startswith(people))
    assert whole(named)


def test_a_name_from_the_right_does_not_turn_our_sentence_around(made_up: ModuleType) -> None:
    item = replace(made_up.item(), presenters="حنان الجرجاوي", brought_by="Open Maps")
    view = replace(made_up.all_views()["item"], item=item, facilitator="حنان الجرجاوي, Open Maps")
    named = [one for one in words(picture(view)) if one.whole.startswith("حنان")]
    assert [one.ours for one in named] == [True, True]
