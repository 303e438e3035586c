"""The agenda that goes round: a member sees in a minute what to prepare, in every form, on paper and read aloud."""

from __future__ import annotations

import io
import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf

from coalmeet.coalition.topic import Earlier
from coalmeet.coalition.waiting import Kind, Waiting
from coalmeet.documents.agenda import pdf
from coalmeet.documents.agenda_html import html
from coalmeet.documents.agenda_markdown import markdown
from coalmeet.meeting.ahead import Ahead, agenda
from coalmeet.meeting.ahead_values import Agenda
from coalmeet.meeting.events import (
    Again,
    AgendaEntry,
    DecisionKind,
    EarlierTry,
    LastMeeting,
    MeetingOpened,
    Member,
    OpenAction,
    Raised,
    Seat,
)
from coalmeet.meeting.fold import apply
from coalmeet.meeting.state import Meeting
from coalmeet.text import speaking, wall
from tests.documents.judging import broken

Read = Callable[[bytes], str]
FUND = AgendaEntry(
    "fund", "Opening the strike fund", "decision", 25, "We know who signs", ("Priya Raman",),
    proposal="Open the fund on 1 June, up to £40,000 & £800 per household.", need="Rents rise in June.",
    proposer="harbour", kind="Budget", topic="fund",
    earlier=EarlierTry("p0", "2026-04-16", ("mill",)),
)  # fmt: skip
PICNIC = AgendaEntry("picnic", "Summer picnic", "discussion", 10, topic="picnic")
PRESS = AgendaEntry(
    "press", "The shared press line", "decision", 15, topic="press",
    again=Again(
        "d", "reopened", "D2", "One press line for all.", "2026-04-16", (Raised("objection", "mill", "it names us"),)
    ),
)  # fmt: skip
OPENED = MeetingOpened(
    title="Assembly of members",
    coalition="Northern Renters",
    date="2026-05-14",
    time_zone="Asia/Kathmandu",
    planned_start=wall(date(2026, 5, 14), "18:00", "Asia/Kathmandu"),
    planned_minutes=90,
    members=(Member("harbour", "Harbour Union"), Member("mill", "Mill Road Co-op", protected=True)),
    people=(
        Seat("priya", "Priya Raman", "harbour"), Seat("sana", "Sana Iqbal", "mill"),
        Seat("jo", "Jo", "", "interpreter"),
    ),
    agenda=(FUND, PICNIC, AgendaEntry("rest", "Break", minutes=10, built_in="break"), PRESS),
    open_actions=(
        OpenAction("a", "Book a hall", "", "", "2026-05-10"), OpenAction("b", "Ask the bank", "Sana Iqbal", "mill", ""),
    ),
    facilitator="priya",
    quorum=2,
    kinds=(DecisionKind("k", "Budget", "consent", "", critical=True, window_days=7),),
    last=LastMeeting("m0", "2026-04-16", "circulated", ("start on time",)),
)  # fmt: skip
AROUND = Ahead(
    apply(Meeting(), OPENED, 0),
    place="Mill Road hall",
    link="https://meet.example.org/x",
    topics=(Earlier("picnic", "Picnic", date(2026, 4, 16), "discussion", "not reached"),),
    waiting=(
        Waiting("review", "d1", "We speak with one voice.", date(2026, 5, 20)),
        Waiting("provisional", "d2", "The hall is ours on Fridays.", date(2026, 5, 12)),
    ),
)  # fmt: skip


def made(**changes: Any) -> Agenda:
    """The agenda of the meeting, changed in these fields of its plan."""
    return agenda(replace(AROUND, meeting=apply(Meeting(), replace(OPENED, **changes), 0)), lang="en")


def all_forms(paper: Agenda, extracted: Read) -> Iterator[str]:
    """What every form of a paper says, without white space and without the signs of markup."""
    yield extracted(pdf(paper))
    for page in (html(paper), markdown(paper)):
        plain = page.replace("&amp;", "&").replace("&#x27;", "'").replace("\\", "")
        yield "".join(plain.split())


def test_a_member_reads_what_to_prepare_in_every_form(extracted: Read) -> None:
    for found in all_forms(made(), extracted):
        for words in (
            "Thursday 14 May 2026, 18:00–19:30 (Asia/Kathmandu, UTC+5:45)",
            "Mill Road hall",
            "https://meet.example.org/x",
            "Up for decision: Opening the strike fund; The shared press line.",
            "To decide, 2 of 2 organisations must be there.",
            "We know who signs",
            "Presented by Priya Raman",
            "Decided by consent. Critical",
            "18:25",
            "Open the fund on 1 June, up to £40,000 & £800 per household.",
            "Rents rise in June.",
            "Consent was not reached on 16 April 2026: the objection of Mill Road Co-op stood.",
            "Absent organisations may object for 7 days after the minutes went round.",
            "Read the minutes of 16 April 2026: they are approved at this meeting.",
            "Tell Priya Raman, and send somebody else",
            "until 18:00 on Thursday 14 May 2026",
            "Your silence is never taken for consent",
            "Harbour Union (Priya Raman); Mill Road Co-op (Sana Iqbal)",
            "Review by 20 May 2026: We speak with one voice.",
            "Until the end of 12 May 2026: The hall is ours on Fridays.",
            "Book a hall",
            "nobody yet",
        ):
            assert "".join(words.split()) in found, words


def test_what_comes_back_says_why(extracted: Read) -> None:
    for found in all_forms(made(), extracted):
        for words in (
            "Thu 16 Apr not reached",
            "Open again, D2 of 16 April 2026: One press line for all.",
            "Objection of Mill Road Co-op: it names us.",
        ):
            assert "".join(words.split()) in found, words


def test_an_agenda_with_nothing_on_it_says_so(extracted: Read) -> None:
    bare = made(
        agenda=(),
        members=(),
        people=(),
        open_actions=(),
        last=None,
        facilitator="",
        planned_start=0,
        quorum=0,
    )
    for found in all_forms(bare, extracted):
        assert "Thereisnothingontheagendayet." in found
        assert "timenotfixedyet" in found
        assert "nobodyisnamedyet" in found


def test_many_long_titles_are_all_there(extracted: Read) -> None:
    entries = tuple(
        replace(FUND, id=f"i{at}", title=f"{at} " + "ありがとう 谢谢 long " * 13) for at in range(58)
    )
    found = extracted(pdf(made(agenda=entries)))
    assert all("".join(one.title.split()) in found for one in entries)
    first = found.split("Page1of")[0]
    assert first.index("Pleaseprepare") < first.index("Ifyoucannotcome") < first.index("1.0ありがとう"), (
        "what is asked of members stands before a list that fills pages"
    )


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert pdf(made()) == pdf(made())
    with speaking("de"):
        assert pdf(made()) == pdf(made()), "the language is the coalition's"


def elements(node: Any) -> Iterator[Any]:
    for kid in node.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def marked(node: Any) -> Iterator[tuple[Any, int]]:
    for kid in node.get("/K", []):
        if isinstance(kid, int):
            yield node.Pg.objgen, kid
        elif kid.get("/Type") == "/MCR":
            yield kid.Pg.objgen, int(kid.MCID)


def test_a_screen_reader_reaches_every_piece_once_and_in_order() -> None:
    with pikepdf.open(io.BytesIO(pdf(made()))) as file:
        found = list(elements(file.Root.StructTreeRoot))
        reached = Counter(piece for one in found for piece in marked(one))
        on_pages = {
            (page.objgen, int(command.operands[1].MCID))
            for page in file.pages
            for command in pikepdf.parse_content_stream(page)
            if str(command.operator) == "BDC" and "/MCID" in command.operands[1]
        }
        assert set(reached) == on_pages
        assert set(reached.values()) == {1}
        levels = [int(str(one.S)[2:]) for one in found if str(one.S)[1:] in {"H1", "H2", "H3"}]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_verapdf_finds_nothing(tmp_path: Path) -> None:
    paths = []
    for number, paper in enumerate((made(), made(agenda=(), people=(), open_actions=()))):
        paths.append(tmp_path / f"{number}.pdf")
        paths[-1].write_bytes(pdf(paper))
    assert broken(paths) == []


def test_a_long_text_that_comes_back_is_pointed_at_and_not_printed_whole() -> None:
    long = "We pay each household that asks. " * 60
    kinds: tuple[Kind, ...] = ("review", "recommended", "reopened", "provisional")
    waiting = tuple(Waiting(kind, f"d{kind}", long, date(2026, 5, 20)) for kind in kinds)
    told = [text for part in agenda(replace(AROUND, waiting=waiting)).sections for text in part.texts]
    assert len(told) == len(kinds)
    assert all("We pay each household" in text and len(text) < 300 for text in told)
