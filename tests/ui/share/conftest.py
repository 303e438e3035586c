"""The made-up views that the pictures are drawn from, and the theme that they are drawn in."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from coalmeet.public import PublicView
from ui import theme
from ui.share.canvas import Canvas


def _load() -> ModuleType:
    path = Path(__file__).parents[2] / "pictures" / "share_views.py"
    spec = importlib.util.spec_from_file_location("share_views", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SHARE_VIEWS = _load()


@pytest.fixture(scope="session")
def made_up() -> ModuleType:
    """The builders of made-up views."""
    return SHARE_VIEWS


@pytest.fixture(params=sorted(SHARE_VIEWS.all_views()))
def view(request: pytest.FixtureRequest) -> PublicView:
    """Every stage in turn, kind ones and stress ones."""
    return SHARE_VIEWS.all_views()[request.param]


@pytest.fixture(autouse=True)
def typeface(qapp: object) -> None:
    """What is measured must be the bundled typeface."""
    theme.load_fonts()
    theme.wear(theme.LIGHT)


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    """A canvas as large as it is designed."""
    shown = Canvas()
    qtbot.addWidget(shown)
    shown.resize(theme.SHARE_WIDTH, theme.SHARE_HEIGHT)
    return shown
