"""A coalition as large as the largest known: 25 organisations, 75 people, 58 items, long names, many scripts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from dresses import Dress
from live_pictures import Photographer

from coalmeet import clock
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting
from coalmeet.ids import new_id
from coalmeet.meeting.moves import consent, flow, people, proposals, rounds
from coalmeet.meeting.turns import waiting
from coalmeet.store import agenda, file, meetings, opening
from coalmeet.store.edit import edit_rows
from coalmeet.store.file import CoalitionFile
from ui.live import LiveMeeting
from ui.rehearsal.beat import Beat

ORGANISATIONS = (
    "Tenants’ Union",
    "Confederación de Asociaciones Vecinales y de Inquilinas del Área Metropolitana y la Ribera Sur",
    "住宅支援ネットワーク",
    "اتحاد المستأجرين في المدينة القديمة",
    "Mieterinnen- und Mieterschutzbund Oberschwaben-Allgäu-Bodensee e. V.",
    "Care Workers 7",
    "ארגון השוכרים",
    "Ó",
)
GIVEN = ("Amina", "Bao", "Clara", "Dragan", "Éloïse", "Farid", "Gül", "Hyun-woo", "Ilie", "María José")
FAMILY = (
    "Diallo",
    "Sánchez-Ortega de la Fuente",
    "Novák",
    "中村",
    "Owusu",
    "الجرجاوي",
    "Price",
    "Wolfsgruber",
)
LONG = (
    "Whether and under which conditions the coalition signs the open letter of the regional housing council, and "
    "who of us would speak for it on the evening news if it should come to that before we meet again in March"
)
TITLES = (
    "Spring campaign",
    LONG,
    "今後の家賃凍結キャンペーンについて",
    "ميزانية النصف الأول من السنة",
    "Shared press officer",
    "Report from the working group",
)
PEOPLE, ITEMS, SIZE = 75, 58, 25
DAY, ZONE = date(2026, 11, 26), "Europe/Berlin"
MEETING = "crowd"


def found(work: Path) -> CoalitionFile:
    """The coalition in a new file, with its meeting prepared."""
    made = file.create(work / "crowd.coalmeet", "Alliance of Everybody", now=clock.now().wall, time_zone=ZONE)
    ids = [new_id() for _one in range(SIZE)]
    persons = {new_id(): _person(number) for number in range(PEOPLE)}
    with made.writing() as con:
        edit_rows(con, made, "organisation", {id: _organisation(n) for n, id in enumerate(ids)})
        edit_rows(con, made, "person", {id: {"name": name} for id, name in persons.items()})
        seats = {
            new_id(): {"person": id, "organisation": ids[n % SIZE], "capacity": _capacity(n)}
            for n, id in enumerate(persons)
        }
        edit_rows(con, made, "affiliation", seats)
        meetings.save(con, made, PlannedMeeting(MEETING, "General assembly", DAY, "14:00", 480))
        agenda.insert(con, made, MEETING, [_item(number) for number in range(ITEMS)])
    return made


def _organisation(number: int) -> dict[str, object]:
    name = ORGANISATIONS[number % len(ORGANISATIONS)]
    again = number // len(ORGANISATIONS)
    return {
        "name": f"{name} {again + 1}" if again else name,
        "size": 3 ** (number % 9),
        "joined": date(2025, 1, 1),
    }


def _person(number: int) -> str:
    return f"{GIVEN[number % len(GIVEN)]} {FAMILY[number // len(GIVEN) % len(FAMILY)]}"


def _capacity(number: int) -> str:
    return "delegate" if number < SIZE else "alternate" if number < 2 * SIZE else "guest"


def _item(number: int) -> PlannedItem:
    label = ("decision", "update", "discussion", "")[number % 4]
    proposal = (
        "We sign the letter as it stands, and each member says so in its own words." if not number else ""
    )
    return PlannedItem(
        new_id(), number, "", TITLES[number % len(TITLES)], label, 5 + 5 * (number % 3), proposal=proposal
    )


def draw(dress: Dress, out: Path, work: Path) -> None:
    """The assembly, as far as its first decision: welcome, temperature with 75 people, a round, consent with 25."""
    made = found(work)
    try:
        with made.reading() as con:
            plan = opening.plan(con, MEETING)
        poses = {"arrived": ("agenda", "attendance"), "item": ("stack", "entries")}
        Photographer(dress, out / "crowd", made, MEETING, plan).play(_told, poses)
    finally:
        made.close()


def _told(live: LiveMeeting) -> Iterator[Beat]:
    everybody = [one.seat.person for one in live.meeting.people]
    yield Beat("Nobody is here yet.", lambda: None, picture="opening")
    yield Beat("All come.", lambda: live.do(people.arrive_all, everybody), 1, "arrived")
    yield Beat("The agenda is agreed.", lambda: live.do(flow.agree_agenda), 1)
    yield Beat("The first item.", lambda: live.do(flow.next_item), 1, "item")
    yield Beat("One word each.", lambda: live.do(rounds.begin_round, "words", "temperature"))
    for number in range(40):
        word = ("hopeful", "tired", "疲れた", "متفائلة", "stretched, but glad that we are so many today")[
            number % 5
        ]
        yield Beat("A word.", partial(_word, live, word), 0.1, "temperature" if number in (3, 39) else "")
    yield Beat("The round ends.", lambda: live.do(rounds.end_round), 1)
    yield Beat("A round.", lambda: live.do(rounds.begin_round, "all", "free"), 1, "round")
    yield Beat("One is heard.", lambda: live.do(rounds.hear), 1, "round-heard")
    yield Beat("The round ends.", lambda: live.do(rounds.end_round), 1)
    words = live.meeting.current.entry.proposal if live.meeting.current else ""
    yield Beat("A text.", lambda: live.do(proposals.bring, "text", words), 1, "proposal")
    yield Beat("Each is asked.", lambda: live.do(proposals.ask_for_consent, "asked"), 1, "consent")
    for number in range(20):
        yield Beat("One answers.", partial(_consents, live), 0.1, "consent-later" if number == 19 else "")


def _word(live: LiveMeeting, word: str) -> None:
    if live.meeting.round and (left := waiting(live.meeting, live.meeting.round)):
        live.do(rounds.give_word, left[0], word)


def _consents(live: LiveMeeting) -> None:
    if live.meeting.round and (left := waiting(live.meeting, live.meeting.round)):
        live.do(consent.answer, left[0], "consent")
