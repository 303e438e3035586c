"""Goals 10 and 11: what minutes and a year book cost, against others that set the same words in the same run.

Each is made in turn and the first of each counts for nothing, so that whatever else the machine does falls on all.
"""

from __future__ import annotations

import gc
import resource
import statistics
import threading
import time
from collections.abc import Callable
from functools import partial

import peers
import reference
from table import Line

from coalmeet.documents import year_book
from coalmeet.documents.markdown import markdown
from coalmeet.documents.minutes import pdf
from coalmeet.exchange.record import dump
from coalmeet.meeting.minutes import minutes, published
from coalmeet.meeting.minutes_values import Minutes

ROUNDS, MEETINGS, CALM = 7, 52, 3
TICK_S = 0.002
Make = Callable[[], object]


def main() -> None:
    """Print the lines."""
    # Memory first: what is made later would hide how much the book took.
    print(Line(11, f"year book of {MEETINGS} meetings: memory", _memory(), "MiB more", 80), flush=True)
    # What holds a thread up does so each time; what else the machine does, does not.
    waited = min(_stall() for _run in range(CALM))
    print(Line(11, "year book: the longest that another thread waits", waited, "ms", 50), flush=True)
    print(Line(11, f"year book: a meeting of {MEETINGS} against one of 13", _growth(), "×", 1.25), flush=True)
    _year_book()
    _minutes()


def _minutes() -> None:
    record = reference.record()
    told = minutes(record)
    lines = _lines(told)
    data = dump(published(record)).encode()
    makes: dict[str, Make] = {
        "ours": lambda: pdf(told, attachment=data),
        "canvas": lambda: peers.canvas(lines),
    }
    goals = {"canvas": ("a canvas by hand", 2.5)}
    for name, goal in (("fpdf2", 0.5), ("weasyprint", 0.25)):
        if peers.there("fpdf" if name == "fpdf2" else name):
            makes[name] = partial(getattr(peers, name), lines)
            goals[name] = (name, goal)
        else:
            print(f" 10  minutes against {name}: not installed (see the group “bench” in pyproject.toml)")
    spent = _interleaved(makes)
    for name, (words, goal) in goals.items():
        print(_line(10, f"minutes of the reference meeting, against {words}", spent, name, goal), flush=True)


def _year_book() -> None:
    book = reference.book(MEETINGS)
    lines = [line for chapter in book.chapters for line in _lines(chapter.minutes)]
    spent = _interleaved(
        {"ours": lambda: year_book.pdf(book), "canvas": lambda: peers.canvas(lines)}, rounds=3
    )
    print(
        _line(11, f"year book of {MEETINGS} meetings, against a canvas by hand", spent, "canvas", 5),
        flush=True,
    )


def _lines(told: Minutes) -> list[peers.Line]:
    """The words of minutes as plain lines, those of headings strong."""
    kept = (line.strip() for line in markdown(told).split("\n"))
    return [(line.startswith("#"), line.strip("#*> ").replace("\\", "")) for line in kept if line]


def _interleaved(makes: dict[str, Make], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Seconds of processor time of each, one after the other in each round."""
    for make in makes.values():
        make()
    spent: dict[str, list[float]] = {name: [] for name in makes}
    for _round in range(rounds):
        for name, make in makes.items():
            start = time.process_time()
            make()
            spent[name].append(time.process_time() - start)
    return spent


def _line(goal: int, what: str, spent: dict[str, list[float]], against: str, most: float) -> Line:
    runs = [ours / theirs for ours, theirs in zip(spent["ours"], spent[against], strict=True)]
    ours, theirs = (1000 * statistics.median(spent[name]) for name in ("ours", against))
    how = f"{ours:.0f} ms to {theirs:.0f}, runs {min(runs):.2f} to {max(runs):.2f}"
    return Line(goal, what, statistics.median(runs), "×", most, how)


def _growth() -> float:
    """How much more each meeting costs in a book of many than in a book of few."""
    few, many = reference.book(MEETINGS // 4), reference.book(MEETINGS)
    spent = _interleaved({"few": lambda: year_book.pdf(few), "many": lambda: year_book.pdf(many)}, rounds=3)
    return statistics.median(
        many_ / few_ / 4 for many_, few_ in zip(spent["many"], spent["few"], strict=True)
    )


def _memory() -> float:
    """MiB by which the largest size of the process grows while the book is made."""
    pdf(minutes(reference.record()))  # the faces are read
    book = reference.book(MEETINGS)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    year_book.pdf(book)
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def _stall() -> float:
    """Milliseconds for which a thread that wants to wake up every other one gets no turn, beyond its own rest."""
    book = reference.book(MEETINGS)
    made = threading.Event()
    gc.disable()  # as the program does while a paper is made: see ui/collecting.py

    def work() -> None:
        year_book.pdf(book)
        made.set()

    longest, thread = 0.0, threading.Thread(target=work)
    thread.start()
    last = time.perf_counter()
    while not made.wait(TICK_S):
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    thread.join()
    gc.enable()
    return 1000 * (longest - TICK_S)


if __name__ == "__main__":
    main()
