"""Who speaks, who comes next and what was said, as plain text for the call's chat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coalmeet.public import PublicTurn, PublicView, Stage
from coalmeet.text import _, ngettext
from ui.share.reveal import answered, consents, revealed, still_asked

_COUNTED = (Stage.ROUND, Stage.CONSENT, Stage.VOTE, Stage.SELECTION)


def turns(view: PublicView) -> Iterator[str]:
    """Who speaks now, who is next and who comes then; once all have answered, what each said."""
    shown = () if view.asking or view.groups_until else revealed(view.turns)
    if view.stage is Stage.WELCOME:
        yield from (_voice(turn) for turn in shown)
        return
    if any(turn.answer for turn in shown):
        if view.stage in (
            Stage.CONSENT,
            Stage.VOTE,
        ):  # later stages speak of the outcome, not of who said what
            yield from _answers(view, shown)
        return
    called = [turn for turn in shown if turn.state in {"now", "next"}]
    words = {"now": _("Now: {name}"), "next": _("Next: {name}")}
    for turn in sorted(called, key=lambda one: one.state != "now"):
        yield words[turn.state].format(name=_named(turn))
    if shown and view.stage in _COUNTED:
        yield from _waiting(view, shown)
    if view.can_say and still_asked(shown):
        yield _("You can say: {sentences}").format(sentences=" · ".join(view.can_say))


def _waiting(view: PublicView, shown: Sequence[PublicTurn]) -> Iterator[str]:
    later = ", ".join(_named(turn) for turn in shown if turn.state == "waiting")
    if later:
        yield _("Then: {names}").format(names=later)
    here = [turn for turn in shown if turn.state != "away"]
    if view.stage in (Stage.CONSENT, Stage.VOTE):
        yield _("{answered} of {all} have answered.").format(answered=answered(shown), all=len(here))
    else:
        yield _("{heard} of {all} heard").format(heard=answered(shown), all=len(here))


def _answers(view: PublicView, shown: Sequence[PublicTurn]) -> Iterator[str]:
    here = [turn for turn in shown if turn.state != "away"]
    if view.tally:
        yield _("Everyone has answered: {count}").format(count=view.tally)
    else:
        yield _("Everyone has answered: {count} of {all} consent.").format(
            count=consents(shown), all=len(here)
        )
    yield from (_voice(turn) for turn in shown)
    objections = sum(1 for turn in shown if turn.answer == "objection")
    if objections:
        yield thanks(objections)


def thanks(objections: int) -> str:
    """An objection is a gift: what the call reads below the answers."""
    return ngettext(
        "{count} objection. Thank you: now we find out what the text has missed.",
        "{count} objections. Thank you: now we find out what the text has missed.",
        objections,
    ).format(count=objections)


def asking(view: PublicView) -> Iterator[str]:
    """The stack: who has the floor, who comes then, why they ask for it and which time it is."""
    words = {"now": _("Now: {name}"), "next": _("Next: {name}"), "waiting": _("Then: {name}")}
    for one in view.asking:
        named = _("{name} ({detail})").format(name=one.name, detail=one.detail) if one.detail else one.name
        line = words[one.state].format(name=named)
        for more in (one.kind_word, one.times):
            line = _("{voice}, {kind}").format(voice=line, kind=more) if more else line
        yield line
    yield view.asking_rule


def _voice(turn: PublicTurn) -> str:
    return _("{name}: {word}").format(name=_named(turn), word=turn.note) if turn.note else _named(turn)


def _named(turn: PublicTurn) -> str:
    return _("{name} ({detail})").format(name=turn.name, detail=turn.detail) if turn.detail else turn.name


def words(view: PublicView) -> Iterator[str]:
    """The words of a temperature round as typed, and whose are missing."""
    given = [word.word for word in view.words if word.word]
    missing = [word.name for word in view.words if not word.word and word.name]
    if given:
        yield _("Words so far: {words}").format(words=" · ".join(given))
    if missing:
        yield _("Not yet: {names}").format(names=", ".join(missing))
    yield words_given(len(given), len(view.words))


def words_given(given: int, whole: int) -> str:
    """How many words there are."""
    said = _("{given} of {all} given. You may pass.") if given < whole else _("{given} of {all} given.")
    return said.format(given=given, all=whole)
