"""The field's words for the codes that the log and the record keep: translated when shown, never stored."""

from __future__ import annotations

from coalmeet.text import _


def _word(table: dict[str, str], code: str) -> str:
    """The word, or the code itself: a newer program may know codes that this one does not."""
    return table.get(code, code)


def label(code: str) -> str:
    """Decision, update or discussion."""
    return _word({"decision": _("Decision"), "update": _("Update"), "discussion": _("Discussion")}, code)


def built_in(code: str) -> str:
    """The title of a built-in item."""
    table = {
        "opening": _("Opening"),
        "temperature": _("Temperature round"),
        "work_plan": _("Work-plan review"),
        "break": _("Break"),
        "closing": _("Closing"),
    }
    return _word(table, code)


def outcome(code: str) -> str:
    """How an item or a decision came out."""
    table = {
        "agreed": _("Agreed"),
        "provisional": _("Agreed, provisional"),
        "recommended": _("Recommended"),
        "not agreed": _("Not agreed"),
        "postponed": _("Postponed"),
        "parked": _("Parked"),
        "referred": _("Referred to a group"),
        "delegated": _("Delegated"),
        "dropped": _("Dropped"),
        "withdrawn": _("Withdrawn"),
        "noted": _("Noted"),
        "not reached": _("Not reached"),
    }
    return _word(table, code)


def answer(code: str) -> str:
    """What an organisation said in a consent round or a vote."""
    table = {
        "consent": _("Consent"),
        "concern": _("Consent with a concern"),
        "objection": _("Objection"),
        "aside": _("Stands aside"),
        "yes": _("Yes"),
        "no": _("No"),
        "abstain": _("Abstains"),
        "unasked": _("Was not asked"),
    }
    return _word(table, code)


def ground(code: str) -> str:
    """Why an objection stops a proposal."""
    table = {
        "purpose": _("harms our shared purpose"),
        "charter": _("breaks charter, mandate or law"),
        "risk": _("a risk we could not undo"),
        "improvement": _("a worthwhile improvement"),
    }
    return _word(table, code)


def ending(code: str) -> str:
    """How an objection ended."""
    table = {
        "": _("open"),
        "withdrawn": _("withdrawn by the objector"),
        "accepted": _("resolved by a new version"),
        "concern": _("kept as a concern"),
        "deferred": _("deferred"),
    }
    return _word(table, code)


def role(code: str) -> str:
    """A role that only some meetings know."""
    table = {
        "co_facilitator": _("Co-facilitator"),
        "timekeeper": _("Timekeeper"),
        "stack_keeper": _("Stack keeper"),
    }
    return _word(table, code)


def capacity(code: str) -> str:
    """In which capacity somebody is here."""
    table = {
        "delegate": _("delegate"),
        "alternate": _("alternate"),
        "guest": _("guest"),
        "interpreter": _("interpreter"),
    }
    return _word(table, code)


def channel(code: str) -> str:
    """How somebody takes part."""
    return _word({"room": _("in the room"), "video": _("by video"), "phone": _("by phone")}, code)


def stage(code: str) -> str:
    """The steps of a proposal, as verbs."""
    table = {
        "draft": _("Draft"),
        "presented": _("Present"),
        "clarifying": _("Clarify"),
        "reacting": _("React"),
        "amending": _("Amend"),
        "consent": _("Consent"),
        "integrating": _("Integrate"),
        "nominations": _("Nominate"),
        "changes": _("Change"),
        "candidate": _("Propose"),
        "vote": _("Vote"),
        "delegated": _("Decision"),
    }
    return _word(table, code)


def round_kind(code: str) -> str:
    """What a round is for."""
    table = {
        "temperature": _("Temperature round"),
        "questions": _("Round of questions"),
        "reactions": _("Reaction round"),
        "nominations": _("Nominations"),
        "changes": _("Round for changes"),
        "consent": _("Consent round"),
        "closing": _("Closing round"),
        "free": _("Round"),
    }
    return _word(table, code)


def ready_round(code: str) -> str:
    """The question of a ready-made round."""
    table = {
        "well_better": _("What is going well, what could be better?"),
        "stronger": _("One thing that would make this partnership stronger"),
        "thanks": _("Thanks: to whom, and for what?"),
    }
    return _word(table, code)


def asking_kind(code: str) -> str:
    """What somebody in the stack wishes to say."""
    table = {
        "new": _("New point"),
        "reply": _("Reply"),
        "question": _("Question"),
        "process": _("Process"),
    }
    return _word(table, code)


def method(code: str) -> str:
    """How a kind of decision is made."""
    table = {
        "consent": _("Consent"),
        "consensus": _("Consensus"),
        "majority": _("Majority"),
        "two_thirds": _("Two thirds"),
        "delegated": _("Delegated"),
        "selection": _("Selection by consent"),
    }
    return _word(table, code)


def listed(names: list[str]) -> str:
    """Names as a sentence carries them: "Ana, Ben and Chi"."""
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last}").format(names=_(", ").join(names[:-1]), last=names[-1])
