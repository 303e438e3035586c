"""Made-up public views of every stage, kind and hostile ones, for pictures and for tests of the shared window."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.public import (
    ClockState,
    PublicClock,
    PublicItem,
    PublicLine,
    PublicObjection,
    PublicPiece,
    PublicProposal,
    PublicResult,
    PublicSegment,
    PublicTurn,
    PublicView,
    PublicWord,
    Stage,
)

AGENDA = (
    ("Opening and temperature round", 10, ""),
    ("Work-plan review", 10, "update"),
    ("Spring rent-freeze campaign", 25, "decision"),
    ("Break", 10, "break"),
    ("Shared press officer", 20, "discussion"),
    ("Budget update", 10, "update"),
    ("Close and next facilitator", 5, ""),
)
PEOPLE = (
    ("Tenants’ Union", "Amina Diallo"),
    ("Housing Action", "Rosa Blum"),
    ("Legal Aid Circle", "Yusuf Tan"),
    ("Food Bank Network", "Kofi Owusu"),
    ("Students’ Union", "Lena Maier"),
    ("Care Workers 7", "Sam Price"),
    ("Radio Community", "中村 純"),
    ("Migrant Workers’ Association", "María José Sánchez-Ortega de la Fuente"),
    ("Mieterschutzbund Süd", "Bernadette Wolfsgruber"),
    ("Open Maps Foundation", "حنان الجرجاوي"),
    ("Youth Council", "Oisín Doyle"),
    ("Disability Rights Now", "Thu Phạm"),
)
SPOKEN = "hopeful steady tired ready curious worried calm angry warm impatient grateful uneasy rested determined 疲れた"
FEELINGS = (
    SPOKEN + " proud busy here doubtful glad stretched solid müde together light patient brave متفائلة"
).split()
LISTEN = "Listen to the proposal and to the need behind it."
SAYINGS = ("I consent", "I consent, and have a concern", "I object, because…", "I stand aside")
TEXT = "We launch on 15 March with one shared demand: a two-year rent freeze. Review on 15 June."
PARAGRAPH = (
    "The coalition pays one press officer for eight hours a week from 1 March to 30 June. Each organisation gives "
    "40 euro a month; those without paid staff give none. The Tenants’ Union employs, the coordination group directs. "
)
LONG_TEXT = (PARAGRAPH * 4).strip()
LONG_ENOUGH = (PARAGRAPH * 3).strip()  # for a text that leaves little room for voices
PIECES = (
    PublicPiece("same", "We launch on "),
    PublicPiece("removed", "15 March"),
    PublicPiece("added", "12 April"),
    PublicPiece("same", " with one shared demand: a two-year rent freeze. "),
    PublicPiece("added", "Until then no member is asked for volunteers. "),
    PublicPiece("same", "Review on "),
    PublicPiece("removed", "15 June"),
    PublicPiece("added", "12 July"),
    PublicPiece("same", "."),
)


def letters(name: str) -> str:
    words = name.split()
    return (words[0][0] + words[-1][0]).upper() if len(words) > 1 else name[0]


def segments(now: int, part: float = 0.42) -> tuple[PublicSegment, ...]:
    number, made = 0, []
    for at, (title, minutes, label) in enumerate(AGENDA):
        number += label != "break"
        state = "done" if at < now else "now" if at == now else "next"
        shown = "" if label == "break" else str(number)
        used = part if at == now else float(at < now)
        made.append(
            PublicSegment(shown, title, label.replace("break", ""), minutes, state, used, label == "break")
        )
    return tuple(made)


def clock(state: ClockState = ClockState.RUNNING) -> PublicClock:
    return {
        ClockState.RUNNING: PublicClock(872_000, 25, state, "14:32", "left of 25 min"),
        ClockState.LAST_MINUTE: PublicClock(48_000, 25, state, "0:48", "left of 25 min"),
        ClockState.OVER: PublicClock(-135_000, 25, state, "+2:15", "more than 25 min"),
        ClockState.PAUSED: PublicClock(872_000, 25, state, "14:32", "Paused"),
        ClockState.OPEN: PublicClock(0, 0, state, "1:03:20", "so far, no time agreed"),
    }[state]


def item(label: str = "decision", title: str = AGENDA[2][0], number: int = 3) -> PublicItem:
    word = {"decision": "Decision", "discussion": "Discussion", "update": "Update"}.get(label, "")
    outcome = "We have agreed a launch date and one demand that all of us can carry to our members."
    return PublicItem(
        str(number), f"Item {number} of 6", label, word, title, outcome, "Amina Diallo", "Tenants’ Union", ""
    )


def turns(count: int, heard: int, *, people: bool = False, word: str = "heard") -> tuple[PublicTurn, ...]:
    made = []
    for at in range(count):
        organisation, person = PEOPLE[at % len(PEOPLE)]
        again = f" {at // len(PEOPLE) + 1}" if at >= len(PEOPLE) else ""
        state = "heard" if at < heard else "now" if at == heard else "next" if at == heard + 1 else "waiting"
        note = {"heard": word, "now": "speaking", "next": "next"}.get(state, "")
        name, detail = (person + again, organisation) if people else (organisation + again, person)
        made.append(PublicTurn(name, detail, letters(person), state, note))
    return tuple(made)


def answers(count: int, others: dict[int, str]) -> tuple[PublicTurn, ...]:
    words = {
        "consent": "Consent",
        "concern": "Consent with a concern",
        "objection": "Objection",
        "aside": "Stands aside",
    }
    made = turns(count, count, word="answered")
    return tuple(
        replace(turn, answer=others.get(at, "consent"), note=words[others.get(at, "consent")])
        for at, turn in enumerate(made)
    )


def words(count: int, given: int, round_turns: tuple[PublicTurn, ...]) -> tuple[PublicWord, ...]:
    return tuple(
        PublicWord(FEELINGS[at % len(FEELINGS)], "") if at < given else PublicWord("", round_turns[at].name)
        for at in range(count)
    )


def proposal(
    text: str = TEXT, *, version: int = 1, locked: bool = True, changed: bool = False
) -> PublicProposal:
    caption = f"Version {version}, text fixed" if locked else f"Working on version {version}"
    pieces = PIECES if changed else (PublicPiece("same", text),)
    need = "Rents rise by nine per cent in March, and each of us is asked by its members what we do about it."
    return PublicProposal(version, caption, locked, text, pieces, "Tenants’ Union", need)


def base(stage: Stage, sentence: str, now: int = 2, **more: object) -> PublicView:
    view = PublicView(
        coalition="Fair Rents Coalition",
        meeting="Monthly delegates’ meeting",
        facilitator="Amina Diallo, Tenants’ Union",
        stage=stage,
        sentence=sentence,
        ends="15:34",
        ends_note="4 min late",
        segments=segments(now),
        item=item(),
        clock=clock(),
        next_title="Shared press officer",
    )
    return replace(view, **more)  # type: ignore[arg-type]


def temperature(count: int, given: int, *, passed: int | None = None) -> PublicView:
    made = list(turns(count, given, people=True))
    shown = list(words(count, given, tuple(made)))
    if passed is not None:
        made[passed] = replace(made[passed], state="passed", note="passed")
        shown[passed] = PublicWord("", made[passed].name)
    sentence = "One word each: how do you feel about our coalition today?"
    return base(
        Stage.TEMPERATURE, sentence, 0, item=item("", AGENDA[0][0], 1), turns=tuple(made), words=tuple(shown)
    )


def welcome(count: int = 7, *, running: bool = True) -> PublicView:
    lines = []
    for at in range(count):
        title, minutes, label = AGENDA[at % len(AGENDA)]
        start = 14 * 60 + sum(AGENDA[before % len(AGENDA)][1] for before in range(at))
        lines.append(PublicLine(title, f"{minutes} min", label, f"{start // 60 % 24}:{start % 60:02d}"))
    expected = tuple(
        replace(turn, state="heard" if at < 9 else "waiting", note="here" if at < 9 else "")
        for at, turn in enumerate(turns(12, 0))
    )
    return base(
        Stage.WELCOME,
        "Please look at the agenda: does anything stand in its way?",
        0 if running else -1,
        clock=clock() if running else None,
        item=item("", "Opening", 1) if running else None,
        lines=tuple(lines),
        turns=expected,
        when="Thursday 26 November 2026, 14:00 to 15:30",
        presence="9 of 12 organisations are here.",
    )


def integrating(count: int) -> PublicView:
    gifts = (
        PublicObjection(
            "Food Bank Network",
            "Food banks are full until the end of March. A launch on the 15th takes our volunteers in the hardest two "
            "weeks of the year.",
            "harms our shared purpose",
            "The group works on it together.",
        ),
        PublicObjection(
            "",
            "Our statutes ask our assembly first, and it meets in April.",
            "breaks charter, mandate or law",
            "",
        ),
        PublicObjection("", "", "", "The group works on it together."),
        PublicObjection("Youth Council", "We cannot undo a strike.", "a risk we could not undo", ""),
    )
    return base(
        Stage.INTEGRATING,
        "An objection helps us: what would the text need, so that it no longer holds?",
        proposal=proposal(version=2, locked=False, changed=True),
        objections=gifts[:count],
    )


def closing(stage: Stage = Stage.CLOSING) -> PublicView:
    launch = "We launch on 12 April with one shared demand: a two-year rent freeze."
    hall = "The coalition pays the deposit for the hall on 12 April, 300 euro."
    window = "Absent members can object until 3 December"
    results = (
        PublicResult("agreed", "Agreed", "D1", launch, ("Review on 12 July 2027",)),
        PublicResult("provisional", "Agreed, provisional", "D2", hall, (window,)),
    )
    lines = tuple(
        PublicLine(text, owner, "action")
        for text, owner in (
            ("Send the legal note to all members", "Yusuf Tan"),
            ("Book the hall for the launch", "Rosa Blum"),
            ("Translate the leaflet into three languages", "nobody yet"),
            ("Ask the printer for a price", "Lena Maier"),
        )
    )
    spoken = turns(8, 4, people=True) if stage is Stage.CLOSING else ()
    return base(
        stage,
        "One thing to keep, one thing to change." if spoken else "Thank you. The minutes are on their way.",
        6,
        item=item("", "Close and next facilitator", 6) if spoken else None,
        clock=clock() if spoken else None,
        results=results,
        lines=lines,
        turns=spoken,
        next_title="",
        next_meeting="Thursday 17 December 2026, 14:00",
        next_facilitator="Rosa Blum, Housing Action",
    )


def result(outcome: str = "agreed", word: str = "Agreed", text: str = TEXT) -> PublicView:
    agreed = outcome == "agreed"
    later = ("Review on 15 June 2027", "1 concern noted", "Absent members can object until 3 December 2026")
    lines, number = (later, "D1") if agreed else (("Comes back on 17 December 2026",), "")
    shown = PublicResult(outcome, word, number, text, lines)
    return base(
        Stage.RESULT,
        "This is what we decided, in these words."
        if agreed
        else "We leave this text for today; it comes back.",
        result=shown,
        turns=answers(8, {2: "concern"}),
    )


def consent(count: int, heard: int, text: str = TEXT) -> PublicView:
    return base(
        Stage.CONSENT,
        "Consent: no reason to stop. Not everyone’s favourite. All answers appear together.",
        proposal=proposal(text),
        turns=turns(count, heard, word="answered"),
        can_say=SAYINGS,
    )


LONG_TITLE = (
    "Shall we appoint one shared press officer for the whole spring campaign, who pays the hours, who employs the "
    "person, and how do we make sure that every organisation, large or small, is heard in the press?"
)


def all_views() -> dict[str, PublicView]:
    from tests.pictures.share_ending import ending
    from tests.pictures.share_names import choosing
    from tests.pictures.share_talk import asking_to_speak, going_round
    from tests.pictures.share_votes import voting

    return {
        **arriving(),
        **talking_together(),
        **asking_to_speak(),
        **going_round(),
        **deciding(),
        **choosing(),
        **voting(),
        **ending(),
    }


def long_agenda() -> tuple[PublicSegment, ...]:
    """Fifty-eight items, the meeting in the twenty-first."""
    return tuple(
        replace(one, number=str(at + 1), state="done" if at < 20 else "now" if at == 20 else "next")
        for at, one in enumerate((segments(20) * 9)[:58])
    )


def arriving() -> dict[str, PublicView]:
    return {
        "welcome": welcome(),
        "welcome_before": welcome(running=False),
        "welcome_58": replace(welcome(58), segments=long_agenda()),
        "welcome_18": welcome(18),
        "temperature_8": temperature(8, 5),
        "temperature_40": temperature(40, 31, passed=27),
        "temperature_75": temperature(75, 58, passed=9),
    }


def talking_together() -> dict[str, PublicView]:
    talking = "We want to decide this together."
    return {
        "item": base(Stage.ITEM, talking),
        "item_discussion": base(
            Stage.ITEM, "We listen to each other.", 4, item=item("discussion", AGENDA[4][0], 4)
        ),
        "item_last": base(Stage.ITEM, talking, clock=clock(ClockState.LAST_MINUTE)),
        "item_over": base(Stage.ITEM, talking, clock=clock(ClockState.OVER)),
        "item_paused": base(Stage.ITEM, talking, clock=clock(ClockState.PAUSED)),
        "item_open": base(
            Stage.ITEM, talking, clock=clock(ClockState.OPEN), item=item("", "Any other business")
        ),
        "item_long": base(Stage.ITEM, talking, item=item("decision", LONG_TITLE)),
        "item_1000": base(
            Stage.ITEM, talking, item=item("update", (LONG_TITLE + " ") * 5), segments=long_agenda()
        ),
        "news": base(
            Stage.ITEM,
            talking,
            rehearsal=True,
            news="An entry was corrected, so the decision on “Spring rent-freeze campaign” is open again.",
        ),
        "bare": PublicView("Coalition", "Meeting", "", Stage.ITEM, "We go on in a moment.", "", ""),
    }


def deciding() -> dict[str, PublicView]:
    everyone = answers(12, {0: "concern", 5: "aside", 7: "objection", 11: "objection"})
    asked, rewritten = consent(12, 12), proposal(version=2, locked=False, changed=True)
    return {
        "proposal": base(Stage.PROPOSAL, LISTEN, proposal=proposal()),
        "proposal_changed": base(Stage.PROPOSAL, "What would make this text better?", proposal=rewritten),
        "proposal_long": base(Stage.PROPOSAL, "Questions first.", proposal=proposal(LONG_TEXT)),
        "proposal_none": base(Stage.PROPOSAL, LISTEN, proposal=proposal("", locked=False)),
        "consent": consent(12, 7),
        "consent_long": consent(12, 7, LONG_ENOUGH),
        "consent_75": consent(75, 31),
        "consent_answers": replace(asked, turns=everyone),
        "consent_answers_75": replace(asked, turns=answers(75, {8: "objection", 40: "aside", 70: "concern"})),
        "integrating_1": integrating(1),
        "integrating_2": integrating(2),
        "integrating_4": integrating(4),
        "result": result(),
        "result_parked": result("parked", "Parked", PARAGRAPH.strip()),
    }
