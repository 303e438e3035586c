"""A meeting held on paper becomes a record that the program reads back as any other."""

from datetime import date

from coalmeet.exchange import record
from coalmeet.exchange.paper import PaperAction, PaperItem, PaperMeeting, PaperMember, paper_of, paper_record

HELD = PaperMeeting(
    day=date(2026, 3, 12),
    title="Kitchen table",
    start="18:00",
    facilitators=("Rosa Blum",),
    members=(PaperMember("Harbour Choir", True, ("Rosa Blum",)), PaperMember("Night Bus", False)),
    items=(
        PaperItem("Rent", "agreed", "We pay half each."),
        PaperItem("News", notes="The roof is dry again."),
    ),
    actions=(PaperAction("Tell the landlord", "Rosa Blum", date(2026, 3, 20)), PaperAction("Find a key")),
)


def test_it_is_marked_as_entered_afterwards_and_reads_back_letter_by_letter():
    made = paper_record(HELD, "Work agreed")
    assert made["entered_afterwards"] is True
    assert record.read(record.dump(made), "paper") == made


def test_exact_words_make_a_numbered_decision_with_those_present():
    rent = paper_record(HELD, "Work agreed")["agenda"][0]
    decided = {"number": "D1", "text": "We pay half each.", "outcome": "agreed", "present": ["Harbour Choir"]}
    assert rent == {"title": "Rent", "outcome": "agreed", "label": "decision", "decisions": [decided]}


def test_what_nobody_wrote_down_is_left_out_not_guessed():
    made = paper_record(PaperMeeting(date(2026, 3, 12), items=(PaperItem("Rent"),)), "Work agreed")
    assert set(made) == {"format", "version", "date", "agenda", "state", "entered_afterwards"}
    assert made["agenda"] == [{"title": "Rent"}]


def test_work_without_an_owner_stays_with_nobody():
    work = paper_record(HELD, "Work agreed")["agenda"][-1]
    assert work["title"] == "Work agreed"
    assert [action.get("owner") for action in work["actions"]] == ["Rosa Blum", None]


def test_what_was_entered_comes_back_to_the_page_to_be_put_right():
    made = paper_record(HELD, "Work agreed")
    again = paper_of(made, "Work agreed")
    assert paper_record(again, "Work agreed") == made
    assert again.members == HELD.members
    assert again.actions == HELD.actions
