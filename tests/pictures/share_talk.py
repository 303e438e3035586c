"""Made-up views of people who talk: the stack with its rule, rounds of every way, themes written down."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.public import ClockState, PublicAsking, PublicLine, PublicTurn, PublicView, Stage
from tests.pictures.share_views import (
    AGENDA,
    LONG_TITLE,
    PARAGRAPH,
    PEOPLE,
    base,
    clock,
    item,
    letters,
    proposal,
    turns,
)

RULE = "Those heard least come first, person and organisation together."
KINDS = {1: ("question", "Question"), 4: ("reply", "Reply"), 9: ("process", "Process")}
TIMES = ("first time today", "second time", "third time", "fourth time or more")


def stacked(count: int, *, speaks: bool = True) -> tuple[PublicAsking, ...]:
    made = []
    for at in range(count):
        organisation, person = PEOPLE[(at + 6) % len(PEOPLE)]
        state = "now" if speaks and at == 0 else "next" if at == int(speaks) else "waiting"
        kind, word = KINDS.get(at % 10, ("", ""))
        made.append(
            PublicAsking(person, organisation, letters(person), state, kind, word, TIMES[at % len(TIMES)])
        )
    return tuple(made)


def asking_to_speak() -> dict[str, PublicView]:
    said = "We listen to each other."
    there = item("discussion", AGENDA[4][0], 4)
    stack = base(Stage.ITEM, said, 4, item=there, asking=stacked(5), asking_rule=RULE)
    return {
        "stack": stack,
        "stack_12": replace(stack, asking=stacked(12), item=item("discussion", LONG_TITLE)),
        "stack_next": replace(stack, asking=stacked(3, speaks=False), clock=None),
        "stack_rule": replace(
            stack, asking_rule="Four went ahead in a row: now somebody who has been waiting with a new point."
        ),
    }


def noted(count: int) -> tuple[PublicLine, ...]:
    texts = (
        "The leaflets reached people we had never met",
        "Mondays are too late for those with children",
        "Lena’s weekly call",
        "We decide quickly and then forget who does it, so that the same three people end up doing all of it",
    )
    return tuple(
        PublicLine(texts[at % len(texts)], "", "well" if at % 2 == 0 else "better") for at in range(count)
    )


def going_round() -> dict[str, PublicView]:
    reacting = "Each in turn says a first reaction. Nobody answers yet."
    return {
        "round_6": base(Stage.ROUND, reacting, turns=turns(6, 2)),
        "round_12": base(Stage.ROUND, reacting, turns=turns(12, 4), clock=clock(ClockState.LAST_MINUTE)),
        "round_groups": base(
            Stage.ROUND, "What is going well, what could be better?", turns=turns(12, 0), groups_until="14:25"
        ),
        "round_themes": base(
            Stage.ROUND, "What is going well, what could be better?", turns=turns(12, 4), themes=noted(5)
        ),
        "round_themes_40": base(Stage.ROUND, LONG_TITLE, turns=turns(75, 31), themes=noted(40)),
        "round_sweep": base(Stage.ROUND, "Let us hear others.", turns=turns(12, 4)[4:6]),
        "round_wish": base(Stage.ROUND, "Speak as you wish, each once. Nobody cuts in.", turns=wish(12)),
        "round_wish_75": base(Stage.ROUND, LONG_TITLE, turns=wish(75), item=item("discussion", LONG_TITLE)),
        "round_75": base(Stage.ROUND, reacting, turns=turns(75, 31), item=item("discussion", LONG_TITLE)),
        "round_text_short": base(Stage.ROUND, reacting, turns=turns(12, 4), proposal=proposal()),
        "round_text": base(
            Stage.ROUND, reacting, turns=turns(12, 4), proposal=proposal((PARAGRAPH * 2).strip())
        ),
    }


def wish(count: int) -> tuple[PublicTurn, ...]:
    """A round in which people speak as they wish: one has spoken before, nobody is next."""
    made = [replace(one, state="waiting", note="") for one in turns(count, 0)]
    made[3] = replace(made[3], state="heard", note="heard")
    made[5] = replace(made[5], state="now", note="speaking")
    return tuple(made)
