"""The charter and the decision matrix from the page of the agreement: looked at, kept, pasted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.pages.conftest import is_over
from ui.agreement.page import AgreementPage
from ui.open_file import OpenFile
from ui.preview.sheet import SheetPage

Show = Callable[[Any], Any]


@pytest.fixture
def keep_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Somebody who always keeps the file here."""
    target = tmp_path / "kept.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(target), ""))
    return target


def choose(page: AgreementPage, words: str) -> None:
    """Take an entry of the menu by its words."""
    (entry,) = [one for one in page.menu.choices.actions() if one.text() == words]
    entry.trigger()


@pytest.mark.parametrize("words", ["Charter on one page, as PDF", "Decision matrix, as PDF"])
def test_they_are_kept_where_somebody_wants_them(qtbot: QtBot, show: Show, keep_in: Path, words: str) -> None:
    page = show(AgreementPage())
    choose(page, words)
    is_over(qtbot, page.papers.maker.work)
    assert keep_in.read_bytes().startswith(b"%PDF-")
    assert page.done.text() == f"Written: {keep_in}"


def test_they_are_copied_as_text_for_a_letter_or_a_wiki(show: Show) -> None:
    page = show(AgreementPage())
    choose(page, "Copy the charter as text (Markdown)")
    assert QGuiApplication.clipboard().text().startswith("# Harbour Quarter Alliance\n\nHow we work together")
    choose(page, "Copy the decision matrix as text (Markdown)")
    assert "| **Every decision** | By consent" in QGuiApplication.clipboard().text()
    assert page.done.text() == "It is copied. Paste it where you write."


@pytest.mark.parametrize(
    ("words", "paper", "title"),
    [
        ("See and print the charter", "charter", "Charter"),
        ("See and print the decision matrix", "matrix", "Decision matrix"),
    ],
)
def test_they_are_looked_at_and_the_way_back_is_the_agreement(
    qtbot: QtBot, show: Show, words: str, paper: str, title: str
) -> None:
    page = show(AgreementPage())
    choose(page, words)
    assert page.errands == [("sheet", paper)]
    seen = show(SheetPage())
    seen.choose(paper)
    qtbot.waitUntil(lambda: len(seen.canvas.sizes) == 1, timeout=60_000)
    assert seen.head.title.text() == title
    seen.back.click()
    assert seen.errands[-1][0] == "agreement"
    seen.settle()


def test_what_a_pdf_cannot_show_is_counted_before_and_text_is_offered(
    qtbot: QtBot, show: Show, book: OpenFile, keep_in: Path
) -> None:
    book.edit("Purpose", "coalition", book.coalition().id, purpose="ക for all")
    page = show(AgreementPage())
    choose(page, "Charter on one page, as PDF")
    is_over(qtbot, page.papers.maker.work)
    assert page.done.text().startswith("Nothing is written: a PDF could only name 1 character (ക)")
    assert not keep_in.exists()
    page.done.way.click()
    is_over(qtbot, page.papers.maker.work)
    assert "ക for all" in keep_in.with_suffix(".md").read_text()
