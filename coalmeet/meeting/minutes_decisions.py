"""Decisions as the minutes tell them: the outcome in words, and everything that is known about each."""

from __future__ import annotations

from collections.abc import Iterator

from coalmeet.meeting import minutes_selection, minutes_votes, words
from coalmeet.meeting.minutes_values import Decision, Fact, Standing
from coalmeet.meeting.minutes_words import Record, many, names, near, sentence, value, with_year
from coalmeet.text import _, ngettext

STANDINGS = {
    "agreed": Standing.HOLDS,
    "delegated": Standing.HOLDS,
    "provisional": Standing.PROVISIONAL,
    "recommended": Standing.RECOMMENDED,
    "noted": Standing.NOTED,
    "postponed": Standing.OPEN,
    "parked": Standing.OPEN,
    "referred": Standing.OPEN,
    "not reached": Standing.OPEN,
    "not agreed": Standing.NOT_PASSED,
    "dropped": Standing.NOT_PASSED,
    "withdrawn": Standing.NOT_PASSED,
}
# The order of the first page: what holds first, what did not pass last.
RANKS = {
    Standing.HOLDS: 0,
    Standing.PROVISIONAL: 0,
    Standing.RECOMMENDED: 1,
    Standing.NOTED: 2,
    Standing.OPEN: 3,
    Standing.NOT_PASSED: 4,
}


def decision(entry: Record, number: str, item: int, about: str, meeting: str) -> Decision:
    """One decision of the record; `about` is its item’s title, `meeting` the day, "YYYY-MM-DD"."""
    code = value(entry, "outcome")
    standing = Standing.OPEN if entry.get("reopened") else STANDINGS.get(code, Standing.NOTED)
    return Decision(
        number=value(entry, "number") or number,
        text=value(entry, "text"),
        standing=standing,
        outcome=_outcome(entry, code),
        details=tuple(_details(entry, standing, meeting)),
        facts=tuple(fact for fact in _facts(entry, standing) if fact.texts),
        item=item,
        about=about,
    )


def unworded(title: str, item: int) -> Decision:
    """An item that was agreed although nobody noted the words."""
    outcome = _("Agreed; the exact words were not noted")
    return Decision("", title, Standing.HOLDS, outcome, (), (), item, title, worded=False)


def _outcome(entry: Record, code: str) -> str:
    if entry.get("reopened"):
        led = value(entry, "led_noticed") == "afterwards"
        return _("Reopened: a party had led it") if led else _("Reopened after a correction")
    voted = minutes_votes.outcome(entry, code)
    if voted:
        return voted
    if code == "agreed":
        return _adopted(value(entry, "method"))
    if code == "not agreed":
        return _("Not passed: objection stands") if _stands(entry) else _("Not passed")
    table = {
        "provisional": _("Adopted for now: provisional"),
        "recommended": _("Recommended: no quorum, so not yet decided"),
        "dropped": _("Not passed: dropped"),
        "withdrawn": _("Not passed: withdrawn"),
        "": _("Draft proposal"),
    }
    return table.get(code) or words.outcome(code)


def _adopted(method: str) -> str:
    table = {
        "": _("Adopted"),
        "consent": _("Adopted by consent"),
        "consensus": _("Adopted by consensus"),
        "majority": _("Adopted by majority"),
        "two thirds": _("Adopted by two thirds"),
        "selection": _("Chosen by consent"),
    }
    return table.get(method) or _("Adopted: {method}").format(method=method)


def _stands(entry: Record) -> bool:
    return any(value(one, "ending") in ("", "open") for one in many(entry, "objections"))


def _details(entry: Record, standing: Standing, meeting: str) -> Iterator[str]:
    """What follows the outcome on the first page, shortest first."""
    until, review, back = (value(entry, key) for key in ("provisional_until", "review_date", "comes_back"))
    if standing is Standing.PROVISIONAL and until and not many(entry, "mandates"):
        yield _("objections until {day}").format(day=near(until, meeting))
    elif standing is Standing.PROVISIONAL and not many(entry, "mandates"):
        yield _("absent members may still object")
    if _was_changed(entry) and standing in (Standing.HOLDS, Standing.PROVISIONAL):
        yield _("changed on the way")
    if entry.get("fallback"):
        yield _("a vote in place of consent")
    concerns = len(many(entry, "concerns"))
    if concerns:
        yield ngettext("{count} concern", "{count} concerns", concerns).format(count=concerns)
    if value(entry, "referred_to"):
        yield _("to {group}").format(group=value(entry, "referred_to"))
    if back:
        yield _("comes back {day}").format(day=near(back, meeting))
    if review and not entry.get("reopened"):
        yield _("review {day}").format(day=near(review, meeting))


def _facts(entry: Record, standing: Standing) -> Iterator[Fact]:
    def fact(label: str, *texts: str, passing: bool = False) -> Fact:
        return Fact(label, tuple(text for text in texts if text), passing)

    yield fact(_("Proposed by"), value(entry, "proposed_by"))
    yield fact(_("Led by"), _led_by(entry))
    yield fact(_("Need"), value(entry, "need"))
    yield fact(_("Kind"), minutes_votes.kind(entry))
    yield fact(_("Changed"), value(entry, "changed"))
    yield fact(_("Second language"), _translated(entry))
    yield fact(_("Versions"), *_versions(entry))
    yield fact(_("Objections"), *(objection(one, standing) for one in many(entry, "objections")))
    yield fact(
        _("Concerns"),
        *(_concern(one) for one in many(entry, "concerns")),
    )
    yield fact(_("Stood aside"), _(", ").join(names(entry, "stood_aside")), *_for_those_aside(entry))
    yield fact(_("Consented"), _consented(entry))
    yield fact(_("Nominated"), *minutes_selection.nominations(entry))
    yield fact(_("Proposed because"), minutes_selection.why(entry))
    yield fact(_("Votes"), *minutes_votes.votes(entry))
    yield fact(_("Decided by"), *minutes_votes.decided_by(entry))
    yield fact(_("Consented beforehand"), _(", ").join(names(entry, "consented_beforehand")))
    yield fact(_("To be confirmed"), *(_mandate(one) for one in many(entry, "mandates")), passing=True)
    yield fact(_("Present"), _(", ").join(names(entry, "present")))
    yield fact(_("Left before"), _(", ").join(names(entry, "left_before")))
    yield fact(_("Method"), _method(value(entry, "method"), standing))
    yield fact(_("Fallback vote"), *minutes_votes.fallback(entry))
    yield fact(_("How"), *_how(entry))
    yield fact(_("It works if"), value(entry, "success"))
    yield fact(_("It stops if"), value(entry, "stop_if"))
    yield fact(_("To be told"), value(entry, "tell"))
    responsible = value(entry, "responsible")
    yield fact(_("Responsible"), responsible or _nobody(entry, standing), passing=bool(responsible))
    yield fact(_("Provisional"), _provisional(entry, standing), passing=True)
    yield fact(_("Referred to"), value(entry, "referred_to"))
    yield fact(_("Comes back"), with_year(value(entry, "comes_back")))
    yield fact(_("Review"), with_year(value(entry, "review_date")), passing=True)
    yield fact(_("Follows"), value(entry, "follows"))


def _led_by(entry: Record) -> str:
    """Who led it, where whoever facilitated the meeting had a stake in it."""
    name, own = value(entry, "led_by"), value(entry, "led_although")
    if not name:
        return ""
    noticed = {
        "let stand": _(
            "{name}, although {organisation} had a stake in it. "
            "That was noticed afterwards, and the group let it stand."
        ),
        "afterwards": _("{name}, although {organisation} had a stake in it. That was noticed afterwards."),
    }
    if own and value(entry, "led_noticed") in noticed:
        return noticed[value(entry, "led_noticed")].format(name=name, organisation=own)
    if own:
        return _("The group consented that {name} leads although {organisation} had a stake in it.").format(
            name=name, organisation=own
        )
    return _("{name}, to whom the facilitation of it was handed over.").format(name=name)


def _translated(entry: Record) -> str:
    given = entry.get("translation")
    if not isinstance(given, dict) or not given.get("text"):
        return ""
    return _("{language}, not binding: {text}").format(language=given.get("language", ""), text=given["text"])


def _how(entry: Record) -> Iterator[str]:
    """What a reader should know of the way it went: what was left out, what was allowed beyond the charter."""
    if entry.get("quick"):
        yield _("Questions and reactions were left out, and nobody asked for them.")
    extra = entry.get("extra_loops")
    if isinstance(extra, int) and extra:
        yield ngettext(
            "The group allowed {count} more change of the text than the charter foresees.",
            "The group allowed {count} more changes of the text than the charter foresees.",
            extra,
        ).format(count=extra)


def _consented(entry: Record) -> str:
    said, present = names(entry, "consented"), names(entry, "present")
    return _("all who were present") if said and set(said) == set(present) else _(", ").join(said)


def _nobody(entry: Record, standing: Standing) -> str:
    # Records from elsewhere do not know the question; ours ask it and may have no answer yet.
    asked = "responsible" in entry and standing in (Standing.HOLDS, Standing.PROVISIONAL)
    return _("nobody yet") if asked else ""


def _method(method: str, standing: Standing) -> str:
    holds = standing in (Standing.HOLDS, Standing.PROVISIONAL)
    table = {
        "consent": _("Consent: each was asked, and no objection stands") if holds else _("Consent"),
        "consensus": _("Consensus: each present organisation said yes") if holds else _("Consensus"),
        "majority": _("Majority of the organisations present"),
        "two thirds": _("Two thirds of the organisations present"),
        "selection": _("Selection by consent: nominations with reasons, then each was asked"),
        "delegated": _("Delegated: the coalition lets a group or a person decide this kind"),
    }
    return table.get(method, method)


def _mandate(entry: Record) -> str:
    return _("{organisation} confirms its consent by {day}").format(
        organisation=value(entry, "organisation"), day=with_year(value(entry, "until"))
    )


def _provisional(entry: Record, standing: Standing) -> str:
    days, until = entry.get("window_days"), value(entry, "provisional_until")
    if entry.get("reopened"):
        return ""
    if isinstance(days, int) and days:
        return ngettext(
            "Members who were absent can object for {count} day, from when these minutes go round.",
            "Members who were absent can object for {count} days, from when these minutes go round.",
            days,
        ).format(count=days)
    if many(entry, "mandates"):
        return _("It holds for all once the consent is confirmed.")
    if until:
        return _("Members who were absent can object until {day}.").format(day=with_year(until))
    return _("Members who were absent can still object.") if standing is Standing.PROVISIONAL else ""


def _was_changed(entry: Record) -> bool:
    """Whether the words are other ones than at first: a text that is asked about again may be the same."""
    return len({value(one, "text") for one in many(entry, "versions")} - {""}) > 1


def _versions(entry: Record) -> Iterator[str]:
    if not (_was_changed(entry) or any(value(one, "why") for one in many(entry, "versions"))):
        return
    for one in many(entry, "versions"):
        number, text, why = one.get("number"), value(one, "text"), value(one, "why")
        if not text:
            continue
        told = (
            _("Version {number}, as above.")
            if text == value(entry, "text")
            else _("Version {number}: {text}")
        )
        because = " " + _("Why: {why}").format(why=sentence(why)) if why else ""
        yield told.format(number=number, text=text) + because


def _named(organisation: str, text: str) -> str:
    if organisation and text:
        return _("{organisation}: {text}").format(organisation=organisation, text=text)
    return organisation or text


def _who(entry: Record) -> str:
    """The organisation, with the person who spoke for it where the charter lets the minutes tell it."""
    name, person = value(entry, "organisation"), value(entry, "person")
    return _("{organisation} ({name})").format(organisation=name, name=person) if name and person else name


def _for_those_aside(entry: Record) -> Iterator[str]:
    spoke = names(entry, "stood_aside_people")
    if spoke:
        yield _("Spoken for by {names}").format(names=_(", ").join(spoke))


def _concern(entry: Record) -> str:
    """Whose worry it is, and how it came: sent beforehand, or with the text from an earlier meeting."""
    said, day = _named(_who(entry), value(entry, "text")), with_year(value(entry, "date"))
    if value(entry, "read_by"):
        read = _("Sent beforehand, read out by {name}").format(name=value(entry, "read_by"))
        return f"{sentence(said)} {sentence(read)}"
    if not entry.get("carried"):
        return said
    back = (
        _("It came back with the text of {day}").format(day=day) if day else _("It came back with the text")
    )
    return f"{sentence(said)} {sentence(back)}"


def objection(entry: Record, standing: Standing) -> str:
    """Who objected, why, and how it ended; without the name where it is not told."""
    reason, ground = value(entry, "reason"), value(entry, "ground")
    said = [_named(_who(entry) or _("An organisation"), reason)]
    if value(entry, "read_by"):
        said.append(_("Sent beforehand, read out by {name}").format(name=value(entry, "read_by")))
    if ground:
        said.append(_("Ground: {ground}").format(ground=words.ground(ground)))
    if names(entry, "disagreed"):
        tested = _("The group tested it; in the view of {names} it stood")
        said.append(tested.format(names=_(", ").join(names(entry, "disagreed"))))
    said += [_ending(entry, standing), value(entry, "note")]
    return " ".join(sentence(one) for one in said if one)


def _ending(entry: Record, standing: Standing) -> str:
    code, version = value(entry, "ending"), entry.get("answered_by_version")
    if version:
        return _("Resolved by version {number}").format(number=version)
    if code in ("", "open"):
        adopted = standing in (Standing.HOLDS, Standing.PROVISIONAL)
        return "" if adopted and not code else _("It stands")
    table = {
        "withdrawn": _("Withdrawn by the objector"),
        "accepted": _("Resolved: the objector accepted the new text"),
        "concern": _("Kept as a concern; nobody disagreed")
        if entry.get("tested")
        else _("Kept as a concern"),
        "deferred": _deferred(entry),
    }
    return table.get(code, code)


def _deferred(entry: Record) -> str:
    to, until = value(entry, "deferred_to"), value(entry, "deferred_until")
    if not to:
        return _("Deferred")
    return _("Set aside: {who} looks at it again by {day}").format(who=to, day=with_year(until))
