"""Which pages the main window has, and how each is made; their modules are imported when they are."""

from __future__ import annotations

from ui.page import Page
from ui.settings import Settings
from ui.shelf import Makers


def makers(settings: Settings) -> Makers:
    """How to make each page, by its code."""
    return {
        "start": _start,
        "meetings": _meetings,
        "paper": _paper,
        "year_book": _year_book,
        "preview": _preview,
        "book": _book,
        "sheet": _sheet,
        "prepare": _prepare,
        "members": _members,
        "rotation": _rotation,
        "decisions": _decisions,
        "agreement": _agreement,
        "file": _file,
        "settings": lambda: _settings(settings),
    }


def _start() -> Page:
    from ui.start.page import StartPage

    return StartPage()


def _meetings() -> Page:
    from ui.meetings.page import MeetingsPage

    return MeetingsPage()


def _paper() -> Page:
    from ui.meetings.paper_page import PaperPage

    return PaperPage()


def _year_book() -> Page:
    from ui.meetings.year_book_page import YearBookPage

    return YearBookPage()


def _preview() -> Page:
    from ui.preview.page import PreviewPage

    return PreviewPage()


def _sheet() -> Page:
    from ui.preview.sheet import SheetPage

    return SheetPage()


def _book() -> Page:
    from ui.preview.book import BookPage

    return BookPage()


def _prepare() -> Page:
    from ui.prepare.page import PreparePage

    return PreparePage()


def _members() -> Page:
    from ui.members.page import MembersPage

    return MembersPage()


def _rotation() -> Page:
    from ui.rotation.page import RotationPage

    return RotationPage()


def _decisions() -> Page:
    from ui.decisions.page import DecisionsPage

    return DecisionsPage()


def _agreement() -> Page:
    from ui.agreement.page import AgreementPage

    return AgreementPage()


def _file() -> Page:
    from ui.keeping.page import FilePage

    return FilePage()


def _settings(settings: Settings) -> Page:
    from ui.preferences.page import SettingsPage

    return SettingsPage(settings)
