"""One line of an agenda, as people write it."""

from __future__ import annotations

import pytest

from coalmeet.exchange.item_line import read_line


@pytest.mark.parametrize(
    ("line", "title", "label", "minutes", "presenters"),
    [
        ("10 min Budget (decision) – Amina", "Budget", "decision", 10, ("Amina",)),
        ("Budget, 15m", "Budget", "", 15, ()),
        ("Budget (10)", "Budget", "", 10, ()),
        ("15' Budget", "Budget", "", 15, ()),
        ("~10 min: check-in", "check-in", "", 10, ()),
        ("Check-in 5-10 min", "Check-in", "", 10, ()),
        ("1 h 30 min Strategy day", "Strategy day", "", 90, ()),
        ("1.5h Strategy", "Strategy", "", 90, ()),
        ("90 minutes: Strategy", "Strategy", "", 90, ()),
        (
            "Strategy [15 min] [Discussion] Łukasz Zieliński",
            "Strategy",
            "discussion",
            15,
            ("Łukasz Zieliński",),
        ),
        ("[D] Budget", "Budget", "decision", None, ()),
        ("Decision: Spend the rest", "Spend the rest", "decision", None, ()),
        ("For information – office closed", "office closed", "update", None, ()),
        ("Budget (decision, 10 min, Amina and José)", "Budget", "decision", 10, ("Amina", "José")),
        ("Budget - 10 min - Amina Okafor", "Budget", "", 10, ("Amina Okafor",)),
        ("Budget 10 min @amina @jose", "Budget", "", 10, ("amina", "jose")),
        ("Budget – led by Amina", "Budget", "", None, ("Amina",)),
        ("**Budget** (10 min) – *Amina*", "Budget", "", 10, ("Amina",)),
        ("Nächste Schritte (15 Min., Beschluss)", "Nächste Schritte", "decision", 15, ()),
        ("预算 10分钟", "预算", "", 10, ()),
        ("Item 4: Budget", "Budget", "", None, ()),
    ],
)
def test_marks_are_taken_out_of_the_title(
    line: str, title: str, label: str, minutes: int | None, presenters: tuple[str, ...]
) -> None:
    draft = read_line(line)
    assert (draft.title, draft.label, draft.minutes, draft.presenters) == (title, label, minutes, presenters)


@pytest.mark.parametrize(
    "line",
    [
        "Discuss the 5 m wall",
        "Raise £5m for the fund",
        "Adopt 2-hour limit",
        "Budget (2026)",
        "Housing policy – Next Steps",
        "Q&A, questions, and answers",
        "I/O redesign",
        "snake_case and 2*3*4 names",
        "Consent <b>rounds</b> & “signs” | again",
    ],
)
def test_what_only_looks_like_a_mark_stays_in_the_title(line: str) -> None:
    draft = read_line(line)
    assert draft.title == line
    assert (draft.label, draft.minutes, draft.presenters, draft.start) == ("", None, (), "")


@pytest.mark.parametrize(
    ("line", "start", "minutes"),
    [
        ("14:00–14:20 Budget", "14:00", 20),
        ("14.00-14.20 Uhr: Budget", "14:00", 20),
        ("2pm-2:30pm Budget", "14:00", 30),
        ("14h30 Budget", "14:30", None),
        ("23:50 to 0:10 – Budget", "23:50", 20),
        ("(9:05) Budget", "09:05", None),
    ],
)
def test_times_of_day_in_front(line: str, start: str, minutes: int | None) -> None:
    draft = read_line(line)
    assert (draft.title, draft.start, draft.minutes) == ("Budget", start, minutes)


def test_known_people_need_no_other_mark() -> None:
    known = ("Amina Okafor", "José Ruiz")
    assert read_line("River – Amina Okafor, José", known).presenters == ("Amina Okafor", "José")
    assert read_line("River – Amina Okafor").title == "River – Amina Okafor"


def test_a_link_keeps_its_address() -> None:
    draft = read_line("[Budget](https://example.org/b) 10 min")
    assert (draft.title, draft.notes) == ("Budget", "https://example.org/b")


def test_a_line_of_nothing_but_marks_is_still_an_item() -> None:
    assert read_line("25 min").title == "25 min"


def test_a_very_long_title_stays_whole() -> None:
    title = "Budget & housing " * 60
    assert read_line(title).title == title.strip()
