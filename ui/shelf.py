"""The pages of the main window, each made when it is first looked at: the first paint waits for none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ui.page import Page

Makers = Mapping[str, Callable[[], Page]]


class Shelf(Mapping[str, Page]):
    """Pages by their codes. Asking for one makes it; asking whether there is one does not."""

    def __init__(self, makers: Makers, adopt: Callable[[Page], None]) -> None:
        """`adopt` is called with each page once, when it is made."""
        self._makers, self._adopt = makers, adopt
        self._made: dict[str, Page] = {}

    @property
    def made(self) -> tuple[Page, ...]:
        """The pages that somebody has looked at."""
        return tuple(self._made.values())

    def __getitem__(self, code: str) -> Page:
        if code not in self._made:
            self._made[code] = page = self._makers[code]()
            self._adopt(page)
        return self._made[code]

    def __contains__(self, code: object) -> bool:
        return code in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)
