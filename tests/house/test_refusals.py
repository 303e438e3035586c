"""Every refusal is a sentence that a volunteer understands, and that says what to do instead."""

import re
from pathlib import Path

import pytest

from tests.house.refusals import Refusal, refusals

MOST_WORDS = 30
JARGON = re.compile(
    r"\b(invalid|errors?|illegal|exception|failure|null|nul|surrogate|bytes?|codec|json|sql|database|row|column|"
    r"field|parameter|argument|value|index|id|uuid|enum|state|fold|log|transaction)\b",
    re.IGNORECASE,
)
# What a person is told to do: a refusal has at least one part that begins so.
ADVICE = re.compile(
    r"((so|or|then) )?(add|ask|begin|bring|call|change|choose|close|come|confirm|consent|count|decide|delete|drop|"
    r"end|enter|finish|fix|give|go|hand|invite|keep|leave|let|look|make|move|name|note|only|open|park|propose|put|raise|"
    r"read|refer|reopen|resume|review|say|set|start|take|tell|they|type|wait|write)\b",
    re.IGNORECASE,
)
AS_WISHED = "It is already as was asked for: there is nothing to do."
EXCEPTIONS = {
    "This part is off the record already.": AS_WISHED,
    "The meeting is on the record.": AS_WISHED,
    "The clock is running.": AS_WISHED,
    "The agenda is agreed already. Later changes are recorded by themselves.": AS_WISHED,
    "“{title}” is running already.": AS_WISHED,
    "The meeting is going on.": AS_WISHED,
    "{name} is here already.": AS_WISHED,
    "All of them are here already.": AS_WISHED,
    "{name} facilitates already.": AS_WISHED,
    "{name} takes notes already.": AS_WISHED,
    "{name} skips already.": AS_WISHED,
    "{name} leads already.": AS_WISHED,
    "{name} has this role already.": AS_WISHED,
    "Whoever leads this decision has no stake in it. Nobody needs to be asked.": AS_WISHED,
    "No window is open for this decision. There is nothing to confirm.": AS_WISHED,
    "This decision is past already. There is nothing to withdraw.": AS_WISHED,
    "{name} has not skipped.": AS_WISHED,
    "{name} is the last one already.": AS_WISHED,
    "{name} is in the stack already.": AS_WISHED,
    "{name} stands there already.": AS_WISHED,
    "Everybody has been heard on this item.": AS_WISHED,
}


@pytest.fixture(scope="module")
def found(root: Path) -> list[Refusal]:
    return refusals(root / "coalmeet")


def parts(sentence: str) -> list[str]:
    """What is, and what to do."""
    return [part.strip() for part in re.split(r"[.:;!?,]\s+|[.!?]$", sentence) if part.strip()]


def faults(sentence: str) -> list[str]:
    """What is wrong with a refusal; nothing when it may be said."""
    words = re.findall(r"[\w’'{}-]+", sentence)
    wrong = []
    if not sentence.endswith("."):
        wrong.append("does not end with a full stop")
    if len(words) > MOST_WORDS:
        wrong.append(f"has {len(words)} words")
    if jargon := JARGON.search(re.sub(r"{\w+}", "", sentence)):
        wrong.append(f"says “{jargon[0]}”")
    if sentence not in EXCEPTIONS and not any(ADVICE.match(part) for part in parts(sentence)):
        wrong.append("does not say what to do")
    return wrong


def test_every_refusal_says_what_to_do(found: list[Refusal]) -> None:
    wrong = [(one.place, one.sentence, *faults(one.sentence)) for one in found if faults(one.sentence)]
    assert wrong == []


def test_every_exception_is_still_said(found: list[Refusal]) -> None:
    assert set(EXCEPTIONS) <= {one.sentence for one in found}


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        ("No round is going on", "full stop"),
        ("No round is going on.", "what to do"),
        ("Invalid answer. Choose another one.", "Invalid"),
        ("Choose another one, " + "or another one, " * 10 + "or none.", "words"),
    ],
)
def test_a_bad_sentence_is_noticed(sentence: str, fault: str) -> None:
    assert any(fault in one for one in faults(sentence))


def test_a_sentence_made_elsewhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "moves.py").write_text(
        "def why_not(meeting) -> str:\n    return _('Made.')\n\n"
        "def some_text(text, sentence):\n    raise NotAllowed(sentence)\n\n"
        "def move(meeting):\n    reason = why_not(meeting)\n    some_text('', _('Handed in.'))\n"
        "    raise NotAllowed(reason)\n\n"
        "def other():\n    raise NotAllowed(unknown)\n"
    )
    assert sorted(one.sentence for one in refusals(tmp_path)) == ["", "Handed in.", "Made."]
