"""The window paints once for each change, only what changed, at most once a second, and only public views."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coalmeet.public import PublicView
from ui import theme
from ui.share import pieces
from ui.share.canvas import Canvas
from ui.share.picture import picture
from ui.share.pieces import Dial, Words


class Paints(QObject):
    """Keeps the region of each paint that a widget gets."""

    def __init__(self, watched: Canvas) -> None:
        super().__init__()
        self.regions: list[QRegion] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return False


@pytest.fixture
def shown(canvas: Canvas, made_up: ModuleType, qtbot: QtBot) -> Canvas:
    """A canvas on the screen that shows an item, a second after it changed."""
    canvas.show_view(made_up.all_views()["item"])
    canvas.show()
    qtbot.waitExposed(canvas)
    second_passes(canvas)
    QApplication.processEvents()
    return canvas


def second_passes(canvas: Canvas) -> None:
    """As if the quiet second after a change were over."""
    canvas._quiet.stop()
    canvas._show_waiting()
    canvas._quiet.stop()


def ticked(view: PublicView, digits: str) -> PublicView:
    """The same view a second later."""
    assert view.clock is not None
    return replace(view, clock=replace(view.clock, digits=digits, left_ms=view.clock.left_ms - 1000))


def picture_of(canvas: Canvas) -> QImage:
    return canvas.grab().toImage()


@pytest.mark.parametrize("thing", [None, "a private note", {"stage": "item"}, object()])
def test_it_refuses_whatever_is_not_a_public_view(canvas: Canvas, thing: object) -> None:
    with pytest.raises(TypeError):
        canvas.show_view(thing)  # type: ignore[arg-type]


def test_a_change_is_painted_once(shown: Canvas, made_up: ModuleType) -> None:
    paints = Paints(shown)
    shown.show_view(made_up.all_views()["consent"])
    QApplication.processEvents()
    assert len(paints.regions) == 1


def test_a_tick_paints_the_clock_and_little_else(shown: Canvas) -> None:
    paints, view = Paints(shown), shown.view
    assert view is not None
    shown.show_view(ticked(view, "14:31"))
    QApplication.processEvents()
    (region,) = paints.regions
    painted = region.boundingRect()
    assert painted.width() * painted.height() < 0.16 * theme.SHARE_WIDTH * theme.SHARE_HEIGHT


def test_while_a_clock_runs_each_stage_is_painted_once_a_second_and_only_its_clock(
    shown: Canvas, view: PublicView
) -> None:
    shown.show_view(view)
    second_passes(shown)
    QApplication.processEvents()
    if not any(isinstance(piece, Dial) for piece in shown._picture):
        return
    paints = Paints(shown)
    for second in range(5):
        for _call in range(10):  # whatever calls for it within one second
            shown.show_view(ticked(view, f"14:{30 - second:02d}"))
            QApplication.processEvents()
        second_passes(shown)
        QApplication.processEvents()
    assert len(paints.regions) == 5
    whole = theme.SHARE_WIDTH * theme.SHARE_HEIGHT
    for region in paints.regions:
        assert sum(part.width() * part.height() for part in region) < 0.16 * whole


def test_every_change_from_stage_to_stage_is_one_paint(shown: Canvas, made_up: ModuleType) -> None:
    paints, views = Paints(shown), made_up.all_views()
    for stage in (
        "proposal",
        "proposal_changed",
        "consent",
        "consent_answers",
        "integrating_2",
        "result",
        "break",
    ):
        shown.show_view(views[stage])
        QApplication.processEvents()
        second_passes(shown)
        QApplication.processEvents()
    assert len(paints.regions) == 7


def test_nothing_in_it_moves_waits_for_a_hover_or_takes_a_caret(shown: Canvas, qapp: QApplication) -> None:
    theme.apply(qapp, mode="light", contrast="normal", text_scale=1)  # the style sheet reaches it, too
    assert not shown.hasMouseTracking()
    assert not shown.testAttribute(Qt.WidgetAttribute.WA_Hover)
    assert shown.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    assert shown.actions() == []
    assert not shown.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert shown.toolTip() == ""
    assert shown.findChildren(QWidget) == []
    assert shown.findChildren(QAbstractAnimation) == []


def test_the_same_view_again_paints_nothing(shown: Canvas) -> None:
    paints, view = Paints(shown), shown.view
    assert view is not None
    shown.show_view(replace(view))
    QApplication.processEvents()
    assert paints.regions == []


def test_a_second_change_waits_until_a_second_has_passed_and_only_the_last_counts(
    shown: Canvas, made_up: ModuleType
) -> None:
    views = made_up.all_views()
    shown.show_view(views["proposal"])
    shown.show_view(views["round_6"])
    shown.show_view(views["consent"])
    assert shown.view == views["proposal"]
    second_passes(shown)
    assert shown.view == views["consent"]


def test_the_waiting_change_comes_by_itself(canvas: Canvas, made_up: ModuleType, qtbot: QtBot) -> None:
    canvas._quiet.setInterval(20)
    canvas.show_view(made_up.all_views()["item"])
    canvas.show_view(made_up.all_views()["break"])
    qtbot.waitUntil(lambda: canvas.view == made_up.all_views()["break"], timeout=2000)


def test_no_timer_runs_while_nothing_changes(shown: Canvas) -> None:
    assert not shown._quiet.isActive()


def test_blank_shows_nothing_of_the_view_and_forgets_nothing(shown: Canvas, made_up: ModuleType) -> None:
    views, before = made_up.all_views(), picture_of(shown)
    shown.blank(True)
    empty = Canvas()
    empty.resize(shown.size())
    assert picture_of(shown) == picture_of(empty)
    assert shown.view is None
    assert shown.accessibleName() == "Nothing is shown just now."
    shown.show_view(views["consent"])
    second_passes(shown)
    assert picture_of(shown) == picture_of(empty)
    shown.blank(False)
    assert shown.view == views["consent"]
    assert picture_of(shown) != before


def whole_picture(canvas: Canvas) -> QImage:
    image = QImage(canvas.size(), QImage.Format.Format_RGB32)
    canvas.render(image, QPoint())
    return image


def repainted(canvas: Canvas, before: QImage, region: QRegion) -> QImage:
    """The picture of before, in which only this region is painted anew."""
    canvas.render(before, region.boundingRect().topLeft(), region)
    return before


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (640, 360), (321, 200)])
@pytest.mark.parametrize(
    ("one", "other"), [("item", "item_over"), ("consent", "consent_answers"), ("item", "result")]
)
def test_what_is_painted_anew_and_what_stays_make_one_whole(
    canvas: Canvas, made_up: ModuleType, size: tuple[int, int], one: str, other: str
) -> None:
    canvas.resize(*size)
    canvas.show_view(made_up.all_views()[one])
    before, old = whole_picture(canvas), canvas._picture
    second_passes(canvas)
    canvas.show_view(made_up.all_views()[other])
    region = canvas._region(pieces.changed(old, canvas._picture))
    assert repainted(canvas, before, region) == whole_picture(canvas)


def test_each_second_leaves_one_whole_picture(canvas: Canvas, view: PublicView) -> None:
    """As the clock of each stage runs, and the bar of its item with it."""
    canvas.resize(1920, 1080)
    canvas.show_view(view)
    shown = whole_picture(canvas)
    for second in range(1, 4) if view.clock else ():
        later = replace(
            ticked(view, f"{second}:0{second}"),
            segments=tuple(replace(one, part=min(1.0, one.part + second / 50)) for one in view.segments),
        )
        old = canvas._picture
        canvas.show_view(later)
        second_passes(canvas)
        shown = repainted(canvas, shown, canvas._region(pieces.changed(old, canvas._picture)))
        assert shown == whole_picture(canvas)


def test_a_second_of_a_long_item_paints_its_digits_and_not_the_ring(shown: Canvas) -> None:
    view, before = shown.view, shown._picture
    assert view is not None
    shown.show_view(ticked(view, "14:31"))
    second_passes(shown)
    (part,) = set(pieces.changed(before, shown._picture))
    touched = [piece for piece in shown._picture if pieces.touches(piece, part, 2)]
    assert [piece.whole for piece in touched if isinstance(piece, Words)] == ["14:31"]
    assert not [piece for piece in touched if isinstance(piece, Dial)]


def test_two_minutes_of_a_long_item_move_the_ring(made_up: ModuleType) -> None:
    view = made_up.all_views()["item"]
    later = replace(view, clock=replace(view.clock, left_ms=view.clock.left_ms - 120_000))
    one, other = ([piece for piece in picture(each) if isinstance(piece, Dial)] for each in (view, later))
    assert one[0].part > other[0].part


def test_it_scales_as_a_whole(canvas: Canvas, made_up: ModuleType) -> None:
    canvas.show_view(made_up.all_views()["item"])
    large = picture_of(canvas)
    canvas.resize(QSize(640, 360))
    small = picture_of(canvas).scaled(QSize(64, 36))
    expected = large.scaled(QSize(640, 360)).scaled(QSize(64, 36))
    differing = sum(small.pixelColor(x, y) != expected.pixelColor(x, y) for x in range(64) for y in range(36))
    assert differing < 0.3 * 64 * 36


def test_a_screen_reader_hears_the_stage_but_not_each_second(shown: Canvas) -> None:
    view, before = shown.view, shown.accessibleName()
    assert view is not None
    assert view.item is not None
    assert view.item.title in before
    assert view.sentence in before
    shown.show_view(ticked(view, "14:31"))
    assert shown.accessibleName() == before


def test_user_text_is_never_markup(canvas: Canvas, made_up: ModuleType) -> None:
    view = made_up.all_views()["item"]
    marked = replace(view, item=replace(view.item, title="<b>bold</b> &amp; <img src=x>"))
    canvas.show_view(marked)
    words = [piece for piece in canvas._picture if getattr(piece, "whole", "") == marked.item.title]
    assert " ".join(words[0].lines) == "<b>bold</b> &amp; <img src=x>"  # type: ignore[union-attr]


def inked(canvas: Canvas, left: int, top: int, right: int, bottom: int) -> bool:
    """Whether anything dark is painted in this part of a light picture."""
    image = canvas.grab().toImage()
    return any(
        image.pixelColor(x, y).lightness() < 80 for x in range(left, right, 2) for y in range(top, bottom, 4)
    )


def test_the_time_of_return_begins_where_the_words_above_it_begin(
    canvas: Canvas, made_up: ModuleType
) -> None:
    canvas.show_view(made_up.all_views()["break"])
    assert inked(canvas, 56, 250, 110, 400)
    assert not inked(canvas, 700, 250, 860, 400)
