"""Every key of the program in one table: what windows listen to, what stands beside a button, what F1 lists.

A verb is a name ("next_speaker"). Several verbs may share a key where they can never be meant at once (1–4).
Keys without Ctrl act only while no text field has the focus. While one has it, Ctrl and the letter do the
same, save for what belongs to writing itself (Ctrl+Z, Ctrl+A, Ctrl+→ …).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from coalmeet.text import _

# In Qt's portable spelling. The first is the one that is shown.
KEYS: Mapping[str, tuple[str, ...]] = {
    # the meeting
    "primary": ("Return", "Enter", "Ctrl+Return", "Ctrl+Enter"),
    "close_meeting": ("Ctrl+Return", "Ctrl+Enter"),
    "next_item": ("Ctrl+Right", "Ctrl+PgDown"),
    "agenda": ("G",),
    "attendance": ("W",),
    "all_here": ("A",),
    "decisions_later": ("L",),
    "to_closing": ("End",),
    "park_item": ("Shift+X",),
    "roles": ("Shift+W",),
    "last_minutes": ("Shift+M",),
    "absent": ("Shift+O",),
    "emergency": ("Shift+E",),
    "free_round": ("R",),
    "off_record": ("X",),
    "entries": ("C",),
    "take_back": ("Ctrl+Z",),
    "restore": ("Ctrl+Shift+Z", "Ctrl+Y"),
    "dismiss": ("Esc",),
    "keys": ("F1", "?"),
    "find": ("Ctrl+K",),
    # the clock
    "pause": ("Space",),
    "grace": ("+", "="),
    "less": ("-",),
    "extend": ("E",),
    "clock": ("T",),
    "break": ("Shift+B",),
    "another_day": ("Shift+End",),
    # rounds
    "next_speaker": ("N",),
    "later": ("L",),
    "pass": ("P",),
    "end_round": ("Shift+N",),
    "other_way": ("Shift+R",),
    "groups": ("Shift+G",),
    "theme": ("Shift+T",),
    "stack": ("Q",),
    "hear_others": ("Shift+Q",),
    "so_far": ("J",),
    "line_lost": ("Shift+L",),
    # decisions
    "edit_text": ("D",),
    "fix_text": ("F",),
    "raise_objection": ("O",),
    "ways_out": ("U",),
    "keep_decision": ("Shift+K",),
    "end_decision": ("Shift+U",),
    "mandate": ("Shift+C",),
    "answer_consent": ("1",),
    "answer_concern": ("2",),
    "answer_objection": ("3",),
    "answer_aside": ("4",),
    "vote_yes": ("1",),
    "vote_no": ("2",),
    "vote_abstain": ("3",),
    "by_sign": ("S",),
    "answers": ("A",),
    "objection_accepted": ("1",),
    "objection_withdrawn": ("2",),
    "objection_concern": ("3",),
    "adopt": ("Y",),
    "nobody_objects": ("Shift+Y",),
    "still_here": ("Shift+S",),
    "no_answer": ("0",),
    "back_again": ("9",),
    "line_back": ("8",),
    "go_without": ("7",),
    "repairs": ("Shift+D",),
    "second_language": ("Shift+F",),
    "allow_loop": ("Z",),
    "lead_instead": ("Shift+H",),
    "allow_lead": ("Shift+A",),
    "candidates": ("Shift+P",),
    # items and the work plan
    "next_day": ("D",),
    "turn_accepts": ("Y",),
    "turn_skips": ("L",),
    "coming_yes": ("1",),
    "coming_no": ("2",),
    "outcome_1": ("1",),
    "outcome_2": ("2",),
    "outcome_3": ("3",),
    "outcome_4": ("4",),
    "work_done": ("1",),
    "work_moved": ("2",),
    "work_handed_on": ("3",),
    "work_dropped": ("4",),
    "pay_1": ("1",),
    "pay_2": ("2",),
    "pay_3": ("3",),
    "pay_4": ("4",),
    "next_row": ("Down",),
    "previous_row": ("Up",),
    # what the call sees
    "hold": ("H",),
    "blank": ("B",),
    "copy_text": ("K",),
    # writing
    "note": ("M",),
    "private_note": ("I",),
    "other_words": ("V",),
    # the pages
    "page_1": ("Ctrl+1",),
    "page_2": ("Ctrl+2",),
    "page_3": ("Ctrl+3",),
    "page_4": ("Ctrl+4",),
    "page_5": ("Ctrl+5",),
    "page_6": ("Ctrl+6",),
    "page_7": ("Ctrl+7",),
    "page_8": ("Ctrl+8",),
    "sample": ("Ctrl+D",),
    "open_file": ("Ctrl+O",),
    "new_file": ("Ctrl+N",),
    "new_row": ("Ctrl+N",),
    "delete_row": ("Del",),
    "search": ("Ctrl+F",),
    "row_up": ("Alt+Up",),
    "row_down": ("Alt+Down",),
    "settings": ("Ctrl+,",),
    # pages to look at
    "print": ("Ctrl+P",),
    "back": ("Esc",),
    "zoom_in": ("+", "=", "Ctrl++", "Ctrl+="),
    "zoom_out": ("-", "Ctrl+-"),
    "zoom_whole": ("Ctrl+0",),
    "screen_down": ("PgDown",),
    "screen_up": ("PgUp",),
    "first_sheet": ("Home", "Ctrl+Home"),
    "last_sheet": ("End", "Ctrl+End"),
    "found_next": ("F3",),
    "found_before": ("Shift+F3",),
    "full_screen": ("F11",),
    "quit": ("Ctrl+Q",),
}

# With Ctrl these belong to the text that is being written, and K finds anything wherever one is.
_OF_WRITING = frozenset("ACKVXYZ")
_NAMED = {"Return": "Enter", "Right": "→", "Left": "←", "Up": "↑", "Down": "↓", "Esc": "Esc", "-": "−"}


@lru_cache(maxsize=128)
def sequences(verb: str) -> tuple[QKeySequence, ...]:
    """The keys of a verb, for QAction and QShortcut on pages."""
    return tuple(QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in KEYS[verb])


def shown(verb: str) -> str:
    """The key as it stands beside a button: "Ctrl+→"; "" for a verb that has none."""
    if verb not in KEYS:
        return ""
    *holders, key = _parts(KEYS[verb][0])
    names = {"Ctrl": _("Ctrl"), "Shift": _("Shift"), "Alt": _("Alt"), "Space": _("Space")}
    return "+".join([*(names.get(one, one) for one in holders), _NAMED.get(key, names.get(key, key))])


def shown_while_writing(key: str) -> str:
    """What does the same as a shown key while a text field has the focus; "" where nothing does."""
    last = key.rsplit("+", 1)[-1]
    if len(last) != 1 or key.startswith(_("Ctrl")):
        return "" if last == _("Space") else key
    if not last.isalnum():
        return key
    return "" if key in _OF_WRITING else "+".join([_("Ctrl"), key])


def _parts(key: str) -> list[str]:
    return [key] if key in {"+", "-"} else key.split("+")


def verbs_of(event: QKeyEvent, *, writing: bool) -> tuple[str, ...]:
    """The verbs a key press may mean, in the table's order; `writing` while a text field has the focus."""
    pressed = event.keyCombination()
    # A keypad's keys are the same keys.
    bare = QKeyCombination(pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier, pressed.key())
    if not writing:
        return _by_key().get(_spelt(bare), ()) or _by_key().get(event.text(), ())
    if not bare.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
        return _by_key().get(_spelt(bare), ()) if bare.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F1} else ()
    return _meant_while_writing(bare)


def _meant_while_writing(pressed: QKeyCombination) -> tuple[str, ...]:
    if pressed.key() in {Qt.Key.Key_Right, Qt.Key.Key_Left}:
        return ()  # word by word
    found = tuple(verb for verb in _by_key().get(_spelt(pressed), ()) if verb not in {"take_back", "restore"})
    shift = pressed.keyboardModifiers() & ~Qt.KeyboardModifier.ControlModifier
    letter = _spelt(QKeyCombination(shift, pressed.key()))
    alone = () if letter in _OF_WRITING or letter == "Space" else _by_key().get(letter, ())
    return (*found, *(verb for verb in alone if verb not in found))


def _spelt(pressed: QKeyCombination) -> str:
    return QKeySequence(pressed).toString(QKeySequence.SequenceFormat.PortableText)


@lru_cache(maxsize=1)
def _by_key() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for verb, keys in KEYS.items():
        for key in keys:
            found[key] = (*found.get(key, ()), verb)
    return found


def words() -> Mapping[str, str]:
    """What each verb does in a meeting, in the words of the F1 sheet."""
    return {**_meeting(), **_clock(), **_rounds(), **_call(), **_writing()}


def sheet() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The F1 sheet: headings, and below each the keys with what they do in a meeting."""
    return (
        (_("The meeting"), _lines(_meeting())),
        (_("The clock"), _lines(_clock())),
        (_("Rounds and answers"), _lines(_rounds())),
        (_("What the call sees"), _lines(_call())),
        (_("Writing"), _lines(_writing())),
    )


def _lines(words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((shown(verb), word) for verb, word in words.items())


def _meeting() -> dict[str, str]:
    return {
        "primary": _("the step on the large button"),
        "next_item": _("next item"),
        "agenda": _("agenda: take up, move, postpone, add an item"),
        "attendance": _("who is here"),
        "all_here": _("all delegates are here, at the opening"),
        "decisions_later": _("decisions later, while too few are here"),
        "to_closing": _("go to the closing"),
        "park_item": _("park this item for a later meeting"),
        "absent": _("absent members, and what they wrote beforehand"),
        "emergency": _("an emergency: put it first"),
        "so_far": _("what happened so far, for somebody who comes late"),
        "line_lost": _("a line broke, or is back"),
        "last_minutes": _("the minutes of last time: correct, approve"),
        "roles": _("who facilitates, who takes notes: hand over"),
        "free_round": _("a round inside this item"),
        "off_record": _("off the record, and back"),
        "entries": _("correct an earlier entry"),
        "find": _("find a command, an item, a person"),
        "next_row": _("next row of a list; before it: the arrow up"),
        "take_back": _("take back the last step"),
        "restore": _("do it again after all"),
        "dismiss": _("put away what was opened beside"),
        "next_day": _("the date of the next meeting, at the closing"),
        "turn_accepts": _("they accept: facilitates or takes notes next"),
        "turn_skips": _("they skip and keep the turn"),
        "close_meeting": _("close the meeting, at the closing"),
    }


def _clock() -> dict[str, str]:
    return {
        "pause": _("pause and go on"),
        "grace": _("a grace minute, twice at most"),
        "less": _("a minute less"),
        "extend": _("ask the group for more time"),
        "clock": _("put the clock right"),
        "break": _("a break"),
        "another_day": _("stop for today: go on another day"),
    }


def _rounds() -> dict[str, str]:
    return {
        "next_speaker": _("next speaker"),
        "later": _("come back to this speaker later"),
        "pass": _("this speaker passes"),
        "end_round": _("end the round"),
        "other_way": _("go around the other way"),
        "groups": _("into small groups, and back"),
        "theme": _("write down what was said in the round"),
        "stack": _("the stack: who would like to speak"),
        "hear_others": _("let us hear others: those not yet heard"),
        "edit_text": _("change the text of the proposal"),
        "fix_text": _("fix the text and ask for consent"),
        "raise_objection": _("somebody objects"),
        "ways_out": _("ways out of a proposal: park, refer, drop"),
        "keep_decision": _("a decision under review is kept"),
        "end_decision": _("a decision under review is ended"),
        "mandate": _("consent that is to be confirmed by a date"),
        "answer_consent": _("consent; or the first of the ways out shown"),
        "answer_concern": _("consent with a concern; or the second"),
        "answer_objection": _("objection; or the third"),
        "answer_aside": _("stands aside; or the fourth"),
        "vote_yes": _("yes, in a vote"),
        "vote_no": _("no"),
        "vote_abstain": _("abstains"),
        "by_sign": _("all others gave the sign"),
        "answers": _("see the answers so far"),
        "nobody_objects": _("quick consent: all were asked at once, nobody objects"),
        "still_here": _("all are still here"),
        "second_language": _("the proposal in a second language"),
        "repairs": _("other repairs: a shorter time, a measure, setting aside"),
        "lead_instead": _("somebody else leads a decision in which the facilitator has a stake"),
        "candidates": _("choose a person for a role; propose another of those who were named"),
        "allow_lead": _("the group lets the facilitator lead it all the same"),
        "no_answer": _("called without answer; twice, and they count as left"),
        "back_again": _("they are back"),
        "line_back": _("the line is back, and they are asked"),
        "go_without": _("go on without those whose line broke"),
    }


def _call() -> dict[str, str]:
    return {
        "hold": _("hold: the call keeps this picture"),
        "blank": _("blank: the call sees an empty page"),
        "copy_text": _("copy what the call sees as text, for its chat"),
        "full_screen": _("shared window fills the second screen"),
    }


def _writing() -> dict[str, str]:
    return {
        "note": _("write a note"),
        "private_note": _("write a private note"),
        "other_words": _("other words to say"),
    }
