"""Agendas as they are pasted: from mail, pads, spreadsheets and wikis."""

from __future__ import annotations

from textwrap import dedent

from hypothesis import given
from hypothesis import strategies as st

from coalmeet.exchange.agenda_text import read_agenda
from coalmeet.exchange.drafts import ItemDraft


def items(text: str) -> tuple[ItemDraft, ...]:
    return read_agenda(dedent(text)).items


def titles(text: str) -> list[str]:
    return [item.title for item in items(text)]


def test_plain_lines_below_a_greeting() -> None:
    pasted = read_agenda("Agenda for Thursday:\n\n10 min Budget (decision) – Amina\nHousing, 15m\nClosing\n")
    assert pasted.items == (
        ItemDraft("Budget", "decision", 10, ("Amina",)),
        ItemDraft("Housing", minutes=15),
        ItemDraft("Closing"),
    )
    assert pasted.left_out == ("Agenda for Thursday:",)


def test_the_agenda_of_a_whole_pad() -> None:
    pasted = read_agenda(
        dedent("""\
        # Coalition meeting 14 May

        ## Attendees
        - Amina
        - José

        ## Agenda
        1. Welcome (5 min)
        2. **Budget** (decision, 20 min) – Amina
           - look at the numbers
             - either way
           - Outcome: a cap is agreed
        3. [ ] Housing
        """)
    )
    assert [item.title for item in pasted.items] == ["Welcome", "Budget", "Housing"]
    budget = pasted.items[1]
    assert (budget.label, budget.minutes, budget.presenters) == ("decision", 20, ("Amina",))
    assert budget.desired_outcome == "a cap is agreed"
    assert budget.notes == "- look at the numbers\n  - either way"
    assert "Attendees" in pasted.left_out
    assert "Amina" in pasted.left_out


def test_starting_times_become_timeboxes() -> None:
    found = items("""\
        14:00 Welcome
        14:05 Budget
            the numbers are attached
        14:30 Housing
        """)
    assert [(item.start, item.minutes) for item in found] == [("14:00", 5), ("14:05", 25), ("14:30", None)]
    assert found[1].notes == "the numbers are attached"


def test_headings_that_are_labels_give_their_items_the_label() -> None:
    for text in (
        "## Decisions\n- Budget\n- Press\n## Updates\n- River\n",
        "Decisions:\n1. Budget\n2. Press\nUpdates:\n1. River",
    ):
        assert [(item.title, item.label) for item in items(text)] == [
            ("Budget", "decision"),
            ("Press", "decision"),
            ("River", "update"),
        ]


def test_a_heading_each() -> None:
    found = items("### Budget\nOwner: Amina\nWe set the cap.\n#### Annex\nnumbers\n### Housing\n")
    assert [item.title for item in found] == ["Budget", "Housing"]
    assert found[0].presenters == ("Amina",)
    assert found[0].notes == "We set the cap.\nAnnex\nnumbers"


def test_titles_with_bullets_below_or_paragraphs() -> None:
    assert titles("Budget\n- numbers\n\nHousing\n- report\n- film\n") == ["Budget", "Housing"]
    paragraphs = items("10 min Budget – Amina\nWe set the cap.\n\n15 min Housing\nA first exchange.\n")
    assert [(item.title, item.notes) for item in paragraphs] == [
        ("Budget", "We set the cap."),
        ("Housing", "A first exchange."),
    ]


def test_fields_below_a_plain_title() -> None:
    found = items(
        "Budget\nTime: 10\nLead: Amina and José\nType: decision\nGoal: a cap\n\nHousing\nTime: 5 min\n"
    )
    assert found == (
        ItemDraft("Budget", "decision", 10, ("Amina", "José"), "a cap"),
        ItemDraft("Housing", minutes=5),
    )


def test_a_markdown_table() -> None:
    assert items("""\
        | Time | Item | Who | Type | Outcome |
        |:-----|------|:---:|------|--------:|
        | 10 min | Budget | Amina, José | Decision | a cap is agreed |
        | 5' | River \\| levels | | Update | |
        """) == (
        ItemDraft("Budget", "decision", 10, ("Amina", "José"), "a cap is agreed"),
        ItemDraft("River | levels", "update", 5),
    )


def test_cells_from_a_spreadsheet() -> None:
    with_headings = items(
        'No.\tTopic\tMinutes (planned)\tLed by\tNotes\n1\tBudget\t10\tAmina\t"see\nsheet"\n2\tRiver\t\t\t\n'
    )
    assert with_headings == (
        ItemDraft("Budget", minutes=10, presenters=("Amina",), notes="see\nsheet"),
        ItemDraft("River"),
    )
    without = items("14:00\tBudget\t10\tAmina\tbring the sheet\n14:10\tRiver\tupdate\n")
    assert without == (
        ItemDraft("Budget", minutes=10, presenters=("Amina",), notes="bring the sheet", start="14:00"),
        ItemDraft("River", "update", start="14:10"),
    )


def test_pipes_without_a_frame() -> None:
    assert items("Budget | 10 min | Amina\nHousing | 15 min | José\n") == (
        ItemDraft("Budget", minutes=10, presenters=("Amina",)),
        ItemDraft("Housing", minutes=15, presenters=("José",)),
    )


def test_bad_characters_are_left_behind_and_nothing_is_refused() -> None:
    assert titles("Bud\0get\nHou\ud800sing\r\nClosing\rEnd") == ["Budget", "Housing", "Closing", "End"]
    assert titles("") == []
    assert titles(" \n\t\n") == []


def test_five_hundred_items_are_fine() -> None:
    assert (
        len(items("\n".join(f"{number}. Topic {number} ({number % 20 + 1} min)" for number in range(1, 501))))
        == 500
    )


PIECES = [
    *(
        "- ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "1. ",
        "# ",
        "## ",
        "| ",
        "|",
        "(",
        ")",
        "@A",
        " – ",
        "**",
        "[D]",
        ",",
        ">",
        "`",
    ),
    *("Budget", "10 min", "14:00", "Outcome: ", "---", "Agenda", "Decisions", "预算", "🙂", "\0", "x" * 50),
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_paste_is_read_and_never_twice_as_long(text: str) -> None:
    pasted = read_agenda(text)
    assert all(item.title.strip() for item in pasted.items)
    assert len(pasted.items) <= len(text.split("\n"))
    assert all(item.minutes is None or 0 < item.minutes <= 600 for item in pasted.items)
    assert not any("\x1f" in str(item) for item in pasted.items)
