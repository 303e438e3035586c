"""What the charter keeps out of the minutes is in no form of them: not in letters, nor in what the PDF carries."""

from __future__ import annotations

import email
import email.policy
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from coalmeet.coalition.coalition import Coalition
from coalmeet.commands import hand_out, letters
from coalmeet.exchange.record import dump, read
from coalmeet.meeting import events
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import consent, flow, people, proposals, rounds
from coalmeet.meeting.record import record
from tests.documents.judging import broken

Record = dict[str, Any]
HERE = Coalition("c", "Renters’ Coalition")
OBJECTOR, READER, WORD = "Zenobia Quist", "Wilhelmina Vox", "zaghaft"
SEATS = (
    events.Seat("p0", "Priya Raman", "o0"),
    events.Seat("p1", "Łukasz Zieliński", "o1"),
    events.Seat("p2", OBJECTOR, "o2"),
    events.Seat("p3", READER, "o0", "alternate"),
    events.Seat("p4", "Nobody Elses", ""),
)


@pytest.fixture
def hold(facilitating: Callable[..., Any]) -> Callable[..., Record]:
    """Hold a meeting under a charter that tells so much; a person objects, or consents like the others."""

    def held(
        *, words: str = "words", voices: str = "voice", unit: str = "person", objects: bool = True
    ) -> Record:
        meeting = facilitating(
            profile=events.Profile(unit=unit),
            telling=events.Telling(words, voices),
            quorum=2,
            people=SEATS,
        )
        meeting.do(people.arrive_all, ("p0", "p1", "p2", "p3"))
        meeting.do(flow.start_item, "temperature").do(rounds.give_word, "p2", WORD)
        meeting.do(rounds.give_word, "p0", "apple").do(flow.start_item, "fund")
        meeting.do(proposals.bring, "f", "Open the fund on 1 June.").do(proposals.ask_for_consent, "r1")
        voice = {"p2": "p2" if unit == "person" else "o2"}
        if objects:
            meeting.do(consent.answer, voice["p2"], "objection", text="It comes too soon.", objection_id="x")
            for one in meeting.meeting.voices:
                if one != voice["p2"]:
                    meeting.do(consent.answer, one, "aside" if one in ("p1", "o1") else "consent")
            meeting.do(consent.understand, "x", "It comes too soon.", "risk")
            meeting.do(proposals.settle, "not_agreed")
        else:
            meeting.do(consent.see_signs, meeting.meeting.voices).do(consent.adopt)
        meeting.do(flow.close_meeting)
        return record(meeting.meeting, {}, meeting_id="m1")

    return held


def forms(record: Record, folder: Path) -> dict[str, str]:
    """Everything that can go out of a meeting, as text; what is packed is unpacked."""
    found = {suffix: hand_out.made(record, HERE, suffix) for suffix in hand_out.FORMATS}
    texts = {suffix: data.decode() for suffix, data in found.items() if suffix != "pdf"}
    texts["pdf"] = inside(found["pdf"])
    texts["clipboard, HTML"], texts["clipboard, Markdown"] = hand_out.pasted(record, HERE)
    for path in letters.write(letters.Post(record, HERE, {}), folder):
        parts = email.message_from_bytes(path.read_bytes(), policy=email.policy.default).walk()
        for part in parts:
            if not part.is_multipart():
                data = part.get_payload(decode=True)
                assert isinstance(data, bytes)
                words = inside(data) if part.get_content_type() == "application/pdf" else data.decode()
                texts[f"{path.name} {part.get_content_type()}"] = words
    return texts


def inside(pdf: bytes) -> str:
    """The words of the pages, and every stream as it is without packing: the attached record is one of them."""
    document = pypdfium2.PdfDocument(pdf)
    words = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        streams = [one.read_bytes() for one in opened.objects if isinstance(one, pikepdf.Stream)]
        dictionaries = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary)]
        said = [
            str(text) for one in dictionaries for text in one.values() if isinstance(text, pikepdf.String)
        ]
    return " ".join([words, *(one.decode("utf-8", "replace") for one in streams), *said])


def counts(texts: dict[str, str], name: str) -> dict[str, int]:
    return {form: " ".join(text.split()).count(name) for form, text in texts.items()}


@pytest.mark.parametrize("unit", ["person", "organisation"])
def test_with_organisations_only_no_form_tells_who_objected(
    hold: Callable[..., Record], tmp_path: Path, unit: str
) -> None:
    objected = hold(voices="organisation", unit=unit)
    agreed = hold(voices="organisation", unit=unit, objects=False)
    told = counts(forms(objected, tmp_path / "a"), OBJECTOR)
    assert told["pdf"], "who came is told"
    assert told == counts(forms(agreed, tmp_path / "b"), OBJECTOR), "no more often than where nobody objected"
    assert OBJECTOR not in json.dumps(objected["agenda"], ensure_ascii=False)
    assert not [form for form, text in forms(objected, tmp_path / "c").items() if "too soon" not in text
                and form in ("html", "md", "json", "pdf")], "the objection itself is told"  # fmt: skip
    assert objected["agenda"][1]["decisions"][0]["objections"][0]["organisation"] == "Mill Road"
    assert objected["agenda"][1]["decisions"][0]["stood_aside"] == ["Open Maps"]


def test_where_people_have_a_voice_an_objection_has_a_name_unless_the_charter_says_otherwise(
    hold: Callable[..., Record], tmp_path: Path
) -> None:
    usual = counts(forms(hold(), tmp_path / "a"), OBJECTOR)
    hidden = counts(forms(hold(voices="organisation"), tmp_path / "b"), OBJECTOR)
    for form in ("html", "md", "json", "pdf", "clipboard, HTML"):
        assert usual[form] > hidden[form], form


def test_a_person_who_alone_spoke_for_an_organisation_is_named_where_the_charter_wants_it(
    hold: Callable[..., Record],
) -> None:
    told = hold(voices="person", unit="organisation")["agenda"][1]["decisions"][0]
    assert (told["objections"][0]["organisation"], told["objections"][0]["person"]) == ("Mill Road", OBJECTOR)
    assert told["stood_aside_people"] == ["Łukasz Zieliński"]
    facts = {
        fact.label: fact.texts
        for item in minutes(hold(voices="person", unit="organisation")).items
        for decision in item.decisions
        for fact in decision.facts
    }
    assert facts["Objections"][0].startswith(f"Mill Road ({OBJECTOR}): It comes too soon.")
    assert facts["Stood aside"] == ("Open Maps", "Spoken for by Łukasz Zieliński")
    usual = hold(unit="organisation")["agenda"][1]["decisions"][0]
    assert "person" not in usual["objections"][0]


def test_two_who_could_have_spoken_are_not_told_apart(facilitating: Callable[..., Any]) -> None:
    meeting = facilitating(telling=events.Telling(voices="person"), people=SEATS, quorum=2)
    meeting.do(people.arrive_all, ("p0", "p1", "p2", "p3")).do(flow.start_item, "fund")
    meeting.do(proposals.bring, "f", "Open it.").do(proposals.ask_for_consent, "r")
    meeting.do(consent.answer, "o0", "concern", text="The rent goes up.")
    (told,) = record(meeting.meeting, {})["agenda"][1]["decisions"][0]["concerns"]
    assert told == {"organisation": "Harbour Union", "text": "The rent goes up."}


def test_words_that_are_not_told_are_in_no_form(hold: Callable[..., Record], tmp_path: Path) -> None:
    made = forms(hold(words="none"), tmp_path / "a")
    assert [form for form, text in made.items() if WORD in text] == []
    usual = forms(hold(), tmp_path / "b")
    assert [form for form in ("html", "md", "json", "pdf") if WORD not in usual[form]] == []


def test_words_without_names_tell_nobody_by_their_order_either(hold: Callable[..., Record]) -> None:
    made = hold()
    assert made["temperature"] == [{"word": "apple"}, {"word": WORD}], "she spoke first, and stands last"
    assert minutes(made).temperature.words == (("apple", 1), (WORD, 1))


def test_words_with_names_are_told_with_names(hold: Callable[..., Record], tmp_path: Path) -> None:
    made = forms(hold(words="names"), tmp_path)
    for form in ("html", "md", "pdf"):
        assert f"{OBJECTOR}: {WORD}" in " ".join(made[form].split()), form


def test_a_word_that_was_put_right_tells_no_more_than_the_word(facilitating: Callable[..., Any]) -> None:
    def corrections(words: str) -> list[str]:
        meeting = facilitating(telling=events.Telling(words), people=SEATS)
        meeting.do(people.arrive_all, ("p0", "p2")).do(flow.start_item, "temperature")
        meeting.do(rounds.give_word, "p2", "zagaft").correct(events.WordGiven, "word", WORD)
        meeting.do(flow.close_meeting)
        return [one["text"] for one in record(meeting.meeting, {}).get("corrections", [])]

    assert corrections("none") == []
    assert corrections("words") == [f"“zagaft” was corrected to “{WORD}”."]
    assert corrections("names") == [f"{OBJECTOR}: “zagaft” was corrected to “{WORD}”."]


def test_an_answer_that_was_put_right_names_the_organisation(facilitating: Callable[..., Any]) -> None:
    meeting = facilitating(
        profile=events.Profile(unit="person"), telling=events.Telling(voices="organisation"), people=SEATS,
        quorum=2,
    )  # fmt: skip
    meeting.do(people.arrive_all, ("p0", "p1", "p2")).do(flow.start_item, "fund")
    meeting.do(proposals.bring, "f", "Open it.").do(proposals.ask_for_consent, "r")
    meeting.do(consent.answer, "p2", "aside").correct(events.Answered, "answer", "consent")
    (told,) = record(meeting.meeting, {})["corrections"]
    assert told["text"].startswith("Mill Road: ")


def test_a_record_says_what_it_leaves_out_and_comes_back_as_it_went(hold: Callable[..., Record]) -> None:
    made = hold(words="none", voices="organisation")
    assert made["telling"] == {"words": "none", "voices": "organisation"}
    assert read(dump(made), "may.json") == made


def test_a_record_that_says_too_much_is_published_as_its_charter_wants() -> None:
    word = {"name": OBJECTOR, "organisation": "Mill Road", "word": WORD}
    whole = {"date": "2026-05-14", "agenda": [], "temperature": [word]}
    made = json.loads(
        _attached(hand_out.made({**whole, "telling": {"words": "words", "voices": "voice"}}, HERE, "pdf"))
    )
    assert made["temperature"] == [{"word": WORD}]
    assert WORD not in inside(hand_out.made({**whole, "telling": {"words": "none"}}, HERE, "pdf"))


def _attached(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return opened.attachments["minutes.json"].get_file().read_bytes()


def test_the_pdf_of_each_choice_passes_verapdf(hold: Callable[..., Record], tmp_path: Path) -> None:
    paths = []
    for words, voices in (("names", "person"), ("words", "organisation"), ("none", "voice")):
        paths.append(tmp_path / f"{words}-{voices}.pdf")
        made = hold(words=words, voices=voices, unit="organisation" if voices == "person" else "person")
        paths[-1].write_bytes(hand_out.made(made, HERE, "pdf"))
    assert broken(paths) == []
