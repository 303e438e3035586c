"""Which backups stay: all of two days, then one a day for a week, one a week for two months, one a month for a year.

Days, weeks and months are those that have a backup: after a holiday, or when a computer's clock jumps ten years ahead,
as many stay as before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

ALL_FOR = 2 * 24 * 60 * 60 * 1000  # milliseconds before the newest
DAYS, WEEKS, MONTHS = 7, 8, 12


def stay(times: Iterable[int]) -> frozenset[int]:
    """Those of the moments, in milliseconds since 1970 UTC, whose backups stay."""
    newest_first = sorted(set(times), reverse=True)
    if not newest_first:
        return frozenset()
    recent = {at for at in newest_first if at >= newest_first[0] - ALL_FOR}
    return frozenset(
        recent
        | _newest_of_each(newest_first, DAYS, lambda day: day.date().isoformat())
        | _newest_of_each(newest_first, WEEKS, lambda day: f"{day.isocalendar()[:2]}")
        | _newest_of_each(newest_first, MONTHS, lambda day: f"{day:%Y-%m}")
    )


def _newest_of_each(newest_first: list[int], count: int, stretch: Callable[[datetime], str]) -> set[int]:
    """The newest moment of each of the last so many stretches that have one."""
    found: dict[str, int] = {}
    for at in newest_first:
        found.setdefault(stretch(datetime.fromtimestamp(at / 1000, UTC)), at)
    return set(list(found.values())[:count])
