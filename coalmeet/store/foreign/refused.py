"""Why somebody else's file is not taken: a code, as the reading process speaks no language; the asking one does."""

from __future__ import annotations

from typing import Literal, get_args

Why = Literal[
    "large", "unfinished", "cut", "structure", "newer", "contents", "heavy", "slow", "passphrase", "full", "disk"
]  # fmt: skip
WHYS: tuple[str, ...] = get_args(Why)


class Refused(Exception):
    """The file is not taken; `where` is the column at fault ("decision.review_date"), "" when it is no column."""

    def __init__(self, why: Why, where: str = "") -> None:
        super().__init__(why)
        self.why: Why = why
        self.where = where
