"""A proposal in a second language: shown, kept with the decision, never binding, gone when the words change."""

from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import consent, flow, people, proposals, terms
from coalmeet.meeting.publish import publish
from coalmeet.meeting.record import record

SPANISH = "Abrimos el fondo el 1 de junio."


def translated(facilitator):
    facilitator.do(people.arrive_all, ("p0", "p1", "p2", "p3")).do(flow.start_item, "fund")
    facilitator.do(proposals.bring, "fund1", "Open the fund on 1 June.", "o1")
    return facilitator.do(terms.translate, "Español", SPANISH)


def seen(facilitator):
    return publish(facilitator.meeting, facilitator.now).proposal.second


def test_the_call_sees_it_marked_as_not_binding(facilitator):
    assert seen(translated(facilitator)) == f"Español, not binding: {SPANISH}"


def test_it_goes_when_the_words_change(facilitator):
    translated(facilitator).do(proposals.amend, "Open the fund on 8 June.")
    assert seen(facilitator) == ""


def test_the_minutes_keep_it_beside_the_exact_words(facilitator):
    translated(facilitator).do(proposals.ask_for_consent, "round").do(consent.nobody_objects)
    kept = record(facilitator.later(1).do(flow.close_meeting).meeting, {})
    found = minutes(kept).items[1].decisions[0]
    assert found.text == "Open the fund on 1 June."
    facts = {fact.label: fact.texts for fact in found.facts}
    assert facts["Second language"] == (f"Español, not binding: {SPANISH}",)


def test_a_language_needs_its_name_and_its_text(facilitator):
    translated(facilitator)
    assert "which language" in facilitator.refused(terms.translate, "", SPANISH)
    assert "Write the text" in facilitator.refused(terms.translate, "Español", " ")
